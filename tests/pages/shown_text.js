// Reads what a page shows, for the tests: its texts and names, what of them is cut off, what runs in the wrong order.
() => {
  const SAME_EVERYWHERE = "[translate=no], .ion-letters, code, pre, math, mjx-container, script, style, noscript, template";
  const NAMES = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-description", "aria-roledescription"];
  const FITS_px = 2;
  const language = document.documentElement.lang;
  const shown = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Hidden in the ways that leave a text to screen readers: a box of one pixel, or clipped away.
  const forTheEarOnly = (node) => {
    for (let at = node; at && at !== document.body; at = at.parentElement) {
      const { position, width, clipPath } = getComputedStyle(at);
      if (position === "absolute" && (width === "1px" || clipPath === "inset(50%)")) return true;
    }
    return false;
  };
  const otherLanguage = (node) => (node.closest("[lang]")?.lang ?? language) !== language;
  const place = (node) => {
    const names = [];
    for (let at = node; at && at !== document.body && names.length < 4; at = at.parentElement) {
      names.unshift(at.tagName.toLowerCase() + [...at.classList].map((name) => `.${name}`).join(""));
    }
    return names.join(" > ");
  };
  const texts = [], names = [], cut = [], disordered = [], notLeftToRight = [];

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement, text = node.textContent.trim();
    if (!text || !(shown(holder) || holder.closest("option"))) continue;
    if (!holder.closest(SAME_EVERYWHERE) && !otherLanguage(holder)) texts.push([place(holder), text]);
    if (holder.closest("option") || forTheEarOnly(holder)) continue;
    lookAt(node, holder, text);
  }

  function lookAt(node, holder, text) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (!rects.length) return;
    const inside = boxesAround(holder);
    for (const box of inside) {
      const edge = box.getBoundingClientRect();
      const beyond = Math.max(...rects.map((r) => Math.max(edge.left - r.left, r.right - edge.right)));
      const below = Math.max(...rects.map((r) => Math.max(edge.top - r.top - r.height / 2, r.bottom - edge.bottom - r.height / 2)));
      if (beyond > FITS_px || below > FITS_px) {
        cut.push(`${place(holder)}: "${text.slice(0, 60)}" goes ${Math.round(Math.max(beyond, below))} px beyond ${place(box)}`);
        break;
      }
    }
    inOrder(node, holder);
  }

  // The boxes that a text must not leave: what one can press, and what hides what goes beyond it.
  function boxesAround(holder) {
    const boxes = [];
    for (let box = holder; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if ([overflowX, overflowY].some((how) => ["auto", "scroll"].includes(how))) break;
      const hides = [overflowX, overflowY].some((how) => ["hidden", "clip"].includes(how));
      if (box.matches("button, summary, legend, th, label > span, figure, svg") || hides) boxes.push(box);
    }
    return boxes;
  }

  // A number stands to the left of its unit.
  function inOrder(node, holder) {
    const AMOUNT = /(\d[\d.,]*)([\s\u00a0\u202f]?)(mM|µM|nM|mV|ms|mg|Hz|mmol\/L|%)(?![\p{L}])/gu;
    for (const found of node.textContent.matchAll(AMOUNT)) {
      const [, number, blank, unit] = found;
      const first = edgeOf(node, found.index, number.length);
      const second = edgeOf(node, found.index + number.length + blank.length, unit.length);
      if (!first || !second || Math.abs(first.top - second.top) > first.height / 2) continue;
      if (first.left > second.left) disordered.push(`${place(holder)}: "${found[0]}" in "${node.textContent.trim().slice(0, 80)}"`);
    }
  }

  function edgeOf(node, from, length) {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, from + length);
    const edge = range.getBoundingClientRect();
    return edge.width ? edge : null;
  }

  for (const node of document.querySelectorAll(NAMES.map((name) => `[${name}]`).join(", "))) {
    if (node.closest(SAME_EVERYWHERE) || otherLanguage(node)) continue;
    for (const name of NAMES) if (node.hasAttribute(name)) names.push([`${place(node)} @${name}`, node.getAttribute(name)]);
  }
  for (const node of document.querySelectorAll("math, mjx-container, .figure-stage, .sarcomere-drawing, .scale-track, .scrub")) {
    if (shown(node) && getComputedStyle(node).direction !== "ltr") notLeftToRight.push(place(node));
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  return { texts, names, cut, disordered, notLeftToRight, beyondTheScreen_px: scrollWidth - clientWidth };
}
