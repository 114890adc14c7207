// What stands over the drawing: the phase in a sentence, the pace, and what is wrong with a run.

import { element } from "../browser/page_elements.ts";
import { write } from "./text.ts";

export class Heading {
  readonly #caption = element("p", { className: "sarcomere-caption" });
  readonly #speed = element("p", { className: "sarcomere-speed" });
  readonly #fault = element("p", { className: "sarcomere-fault", role: "alert", hidden: true });
  readonly elements = [
    element("div", { className: "sarcomere-heading" }, [this.#caption, this.#speed]),
    this.#fault,
  ] as const;

  constructor() {
    // It changes while the picture plays: no text to look words up in.
    this.#caption.dataset.live = "";
  }

  showCaption(text: string): void {
    write(this.#caption, text);
  }

  showSpeed(text: string): void {
    write(this.#speed, text);
  }

  // An empty text: nothing is wrong.
  showFault(text: string): void {
    write(this.#fault, text);
    this.#fault.hidden = !text;
  }
}
