// Short notes under a heading. A note that stays keeps its element, so that reading it is not disturbed.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import { FoldLine } from "./fold_line.ts";
import { followNarrow } from "./narrow_column.ts";
import type { NoteJson, NoteListTraits } from "./protocol.ts";

class NoteBox {
  readonly el: HTMLElement;
  readonly #title = element("h3");
  readonly #text = element("p");
  readonly #line: FoldLine;

  constructor({ key, title }: NoteJson) {
    this.el = element("section", { className: "note" }, [this.#title, this.#text]);
    this.el.dataset.note = key;
    this.#line = new FoldLine(this.#title, title, [this.#text]);
  }

  show({ title, text }: NoteJson): void {
    this.#line.setTitle(title);
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }

  setNarrow(narrow: boolean): void {
    this.#line.setNarrow(narrow);
  }
}

export default part<NoteListTraits>(({ model, el, follow, signal }) => {
  const heading = element("h2");
  const list = element("div", { className: "notes" });
  el.classList.add("note-list");
  el.append(heading, list);
  const boxes = new Map<string, NoteBox>();
  const boxOf = (note: NoteJson) => {
    const box = boxes.get(note.key) ?? new NoteBox(note);
    boxes.set(note.key, box);
    box.show(note);
    return box.el;
  };
  const show = () => {
    heading.textContent = model.get("heading");
    heading.hidden = !heading.textContent;
    const shown = model.get("notes").map(boxOf);
    const same = shown.length === list.children.length && shown.every((box, i) => box === list.children[i]);
    if (!same) list.replaceChildren(...shown);
  };
  follow(model, "change:heading change:notes", show);
  show();
  if (!model.get("folds")) return;
  followNarrow(el, signal, (narrow) => {
    el.classList.toggle("in-lines", narrow);
    for (const box of boxes.values()) box.setNarrow(narrow);
  });
});
