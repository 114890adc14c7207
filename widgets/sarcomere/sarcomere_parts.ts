// Reaching the parts: pointer, touch and keyboard show a part's name and state; arrow keys walk through them in reading order.

import { PART_ORDER, partSentence, valuesOf } from "./sarcomere_words.ts";
import { put, write } from "./sarcomere_motion.ts";

export function partNodes(view, name) {
  return [...view.svg.querySelectorAll(`[data-part="${name}"]`)];
}

export function preparePartFocus(view) {
  view.partList = PART_ORDER.map((name) => partNodes(view, name)[0]).filter(Boolean);
  view.partList.forEach((node, index) => node.setAttribute("tabindex", index ? "-1" : "0"));
  for (const node of view.svg.querySelectorAll("[data-part]")) put(node, "aria-label", view.words(`name_${node.dataset.part}`));
}

// Names hold the state only while the picture stands still: a screen reader must not be flooded.
export function namePartsNow(view) {
  const values = valuesOf(view);
  for (const node of view.partList) put(node, "aria-label", partSentence(node.dataset.part, view, values));
}

export function showTip(view) {
  const { tip, tipFor, stage } = view;
  if (!tipFor || !view.run) return;
  write(tip, partSentence(tipFor.dataset.part, view));
  if (!tip.hidden && view.tipPlaced === tipFor) return;
  tip.hidden = false;
  view.tipPlaced = tipFor;
  const frame = stage.getBoundingClientRect();
  const box = view.tipAt ?? (tipFor.querySelector(".troponin, .head, .part-reach") ?? tipFor).getBoundingClientRect();
  const middle = (Math.max(box.left, frame.left) + Math.min(box.right, frame.right)) / 2 - frame.left;
  const left = Math.max(8, Math.min(frame.width - tip.offsetWidth - 8, middle - tip.offsetWidth / 2));
  const below = box.bottom - frame.top + 10;
  const above = box.top - frame.top - tip.offsetHeight - 10;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > 4 ? above : below}px`;
}

export function hideTip(view) {
  view.tip.hidden = true;
  view.tipFor = null;
  view.tipPlaced = null;
}

// `pointer` is where a mouse or finger is: the name appears there, not in the middle of a part that is all over the picture.
export function reach(view, node, pointer = null) {
  view.tipFor = node;
  view.tipAt = pointer && { left: pointer.clientX, right: pointer.clientX, top: pointer.clientY, bottom: pointer.clientY };
  showTip(view);
}

export function listenToParts(view, listen, select) {
  const partOf = (event) => event.target.closest?.("[data-part]");
  const focused = () => view.svg.contains(document.activeElement) && document.activeElement.closest("[data-part]");
  listen(view.svg, "pointerover", (event) => partOf(event) && reach(view, partOf(event), event));
  listen(view.svg, "pointerleave", () => (focused() ? reach(view, focused()) : hideTip(view)));
  listen(view.svg, "focusin", (event) => {
    const node = partOf(event);
    if (!node) return;
    if (view.run) put(node, "aria-label", partSentence(node.dataset.part, view));
    for (const other of view.partList) other.setAttribute("tabindex", other === node ? "0" : "-1");
    reach(view, node);
    select(node.dataset.part);
  });
  listen(view.svg, "focusout", (event) => {
    hideTip(view);
    if (!event.relatedTarget?.closest?.("[data-part]")) select("");
  });
  listen(view.stage, "click", (event) => (partOf(event) ?? view.stage).focus({ preventScroll: true }));
}

export function walkParts(view, by) {
  const at = view.partList.indexOf(document.activeElement);
  view.partList[(at + by + view.partList.length) % view.partList.length].focus({ preventScroll: true });
}

export function listenToKeys(shell, listen, view, act) {
  const inPart = () => view.partList.includes(document.activeElement);
  listen(shell, "keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const tag = event.target.tagName;
    const ownsSpace = tag === "BUTTON" || tag === "SELECT";
    const acts = {
      " ": ownsSpace ? null : act.toggle, ",": () => act.step(-1), ".": () => act.step(1), "?": act.toggleKeys,
      l: tag === "SELECT" ? null : act.toggleLabels, L: act.toggleLabels, Escape: () => (view.tip.hidden ? act.closeKeys() : hideTip(view)),
      PageUp: tag === "INPUT" ? () => act.step(10) : null, PageDown: tag === "INPUT" ? () => act.step(-10) : null,
      ArrowRight: inPart() ? () => walkParts(view, 1) : null, ArrowDown: inPart() ? () => walkParts(view, 1) : null,
      ArrowLeft: inPart() ? () => walkParts(view, -1) : null, ArrowUp: inPart() ? () => walkParts(view, -1) : null,
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  });
}
