// Short notes under a heading. A note that stays keeps its element, so that reading it is not disturbed.

import { element } from "../../browser/page_elements.ts";

function render({ model, el, signal }) {
  const heading = element("h2"), list = element("div", { className: "notes" });
  el.classList.add("note-list");
  el.append(heading, list);
  const boxes = new Map();
  const boxOf = (key) => {
    if (!boxes.has(key)) {
      const box = element("section", { className: "note" }, [element("h3"), element("p")]);
      box.dataset.note = key;
      boxes.set(key, box);
    }
    return boxes.get(key);
  };
  const show = () => {
    heading.textContent = model.get("heading");
    heading.hidden = !heading.textContent;
    const shown = model.get("notes").map(({ key, title, text }) => {
      const box = boxOf(key);
      const [head, body] = box.children;
      if (head.textContent !== title) head.textContent = title;
      if (body.textContent !== text) body.textContent = text;
      return box;
    });
    const same = shown.length === list.children.length && shown.every((box, i) => box === list.children[i]);
    if (!same) list.replaceChildren(...shown);
  };
  model.on("change", show);
  signal?.addEventListener("abort", () => model.off("change", show));
  show();
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "notes" } }));
}

export default { render };
