// Lays out the parts of an explorer and says when all of them are ready for use.

import { followMoves } from "../../browser/one_move.ts";
import { element } from "../../browser/page_elements.ts";
import { ANSWER_WITHIN_WHILE_WORKING_MS, SERVED, forgetSetUp, keepSetUp, restoreSetUp, watchKernel } from "./kernel_watch.ts";

const SPOKEN_EVERY_MS = 2000;

// The line on screen follows every movement; a screen reader is told at most every two seconds, and always the last.
function spokenLine(el) {
  const spoken = element("p", { className: "visually-hidden" });
  spoken.setAttribute("aria-live", "polite");
  el.append(spoken);
  let waiting = null;
  return (sentence) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { spoken.textContent = sentence; }, SPOKEN_EVERY_MS);
  };
}

// Says that nobody answers behind the page, for as long as that is so. Without controls there is no set-up to keep.
function watchOver({ model, el, signal, controls, within }) {
  const words = model.get("words");
  const reload = element("button", { type: "button", className: "main-button", textContent: words.reload });
  const kept = SERVED ? words.lost_in_page : words.lost_in_notebook;
  const plain = SERVED ? words.lost_in_page_without_set_up : words.lost_in_notebook_without_set_up;
  const sentence = element("p", { textContent: controls ? kept : plain });
  const notice = element("div", { className: "page-lost" });
  notice.setAttribute("role", "alert");
  el.prepend(notice);
  const keep = () => keepSetUp(controls);
  const found = () => {
    controls?.off("change", keep);
    if (controls) forgetSetUp();
    notice.replaceChildren();
  };
  const lost = () => {
    if (controls) keep();
    controls?.on("change", keep);
    notice.replaceChildren(sentence, ...(SERVED ? [reload] : []));
  };
  reload.addEventListener("click", () => location.reload());
  watchKernel({ model, el, signal, lost, found, within });
}

// The heading and the first words of a section; the list at the top leads to it.
function sectionHead({ title, text }) {
  const head = element("header", { className: "section-head" });
  head.append(element("h2", { textContent: title, tabIndex: -1 }), element("p", { textContent: text }));
  return head;
}

function sectionList(heads, name) {
  const list = element("ul");
  list.append(...heads.map((head) => {
    const heading = head.querySelector("h2");
    const button = element("button", { type: "button", textContent: heading.textContent });
    button.addEventListener("click", () => {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      head.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
      heading.focus({ preventScroll: true });
    });
    const item = element("li");
    item.append(button);
    return item;
  }));
  const nav = element("nav", { className: "section-list" });
  nav.setAttribute("aria-label", name);
  nav.append(list);
  return nav;
}

async function render({ model, el, host, signal }) {
  el.classList.add("explainer");
  // In JupyterLab the keys that a slider or a text field needs (arrows, Enter, letters) must not also be its shortcuts,
  // and its notebook must not take the focus away at every key.
  el.dataset.lmSuppressShortcuts = "true";
  el.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
  const changed = element("p", { className: "what-changed" });
  const fault = element("p", { className: "page-fault", hidden: true });
  fault.setAttribute("role", "alert");
  const say = spokenLine(el);
  const tell = () => {
    changed.textContent = model.get("sentence");
    say(model.get("sentence"));
    fault.textContent = model.get("fault");
    fault.hidden = !model.get("fault");
  };
  model.on("change:sentence change:fault", tell);
  signal?.addEventListener("abort", () => model.off("change:sentence change:fault", tell));
  tell();

  const slots = model.get("places").map((place) => {
    const slot = element("div", { className: `place ${place.replace("_", "-")}` });
    return [place, slot];
  });
  const grid = element("div", { className: "explorer-grid" });
  const sections = model.get("sections");
  const heads = new Map(Object.entries(sections).map(([place, section]) => [place, sectionHead(section)]));
  if (heads.size) grid.append(sectionList([...heads.values()], model.get("words").sections));
  grid.append(changed, ...slots.flatMap(([place, slot]) => (heads.has(place) ? [heads.get(place), slot] : [slot])));
  el.append(fault, grid);
  const drawn = slots.map(([, slot]) => new Promise((resolve) => {
    slot.addEventListener("explainer-part-drawn", resolve, { once: true });
  }));
  try {
    await Promise.all(slots.map(async ([place, slot]) => {
      const widget = await host.getWidget(model.get(place));
      await widget.render({ el: slot, signal });
    }));
    await Promise.all(drawn);
    if (model.get("places").includes("part_controls")) {
      const controls = await host.getModel(model.get("part_controls"));
      restoreSetUp(controls);
      watchOver({ model, el, signal, controls });
    } else if (heads.size) {
      watchOver({ model, el, signal, within: ANSWER_WITHIN_WHILE_WORKING_MS });
    }
    document.body.dataset.explainerReady = "true";
  } catch (error) {
    fault.textContent = model.get("words").part_failed;
    fault.hidden = false;
    throw error;
  }
}

export default { initialize: followMoves, render };
