// Short notes under a heading. A note that stays keeps its element, so that reading it is not disturbed.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import type { NoteJson, NoteListTraits } from "./protocol.ts";

class NoteBox {
  readonly el: HTMLElement;
  readonly #title = element("h3");
  readonly #text = element("p");

  constructor(key: string) {
    this.el = element("section", { className: "note" }, [this.#title, this.#text]);
    this.el.dataset.note = key;
  }

  show({ title, text }: NoteJson): void {
    if (this.#title.textContent !== title) this.#title.textContent = title;
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }
}

export default part<NoteListTraits>(({ model, el, follow }) => {
  const heading = element("h2");
  const list = element("div", { className: "notes" });
  el.classList.add("note-list");
  el.append(heading, list);
  const boxes = new Map<string, NoteBox>();
  const boxOf = (note: NoteJson) => {
    const box = boxes.get(note.key) ?? new NoteBox(note.key);
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
});
