// A heading that, in a narrow column, is all that is seen at first: pressed, it opens what stands below it. What is folded
// is found by the browser's search, which opens it; paper shows all of it.

import { element } from "../../browser/page_elements.ts";

const FOLDED = "until-found";

// Folds elements away, or brings them back.
export function setFolded(contents: Iterable<HTMLElement>, folded: boolean): void {
  for (const el of contents) {
    if (folded) {
      el.setAttribute("hidden", FOLDED);
      el.dataset.fold = "";
    } else {
      el.removeAttribute("hidden");
      delete el.dataset.fold;
    }
  }
}

export class FoldLine {
  readonly #heading: HTMLElement;
  readonly #contents: readonly HTMLElement[];
  readonly #button = element("button", { type: "button", className: "fold-line" });
  #title: string;

  constructor(heading: HTMLElement, title: string, contents: readonly HTMLElement[]) {
    this.#heading = heading;
    this.#contents = contents;
    this.#title = title;
    this.#button.addEventListener("click", () => this.#fold(this.#button.ariaExpanded === "true"));
    for (const el of contents) el.addEventListener("beforematch", () => this.#fold(false));
    this.#write(false);
  }

  setTitle(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    this.#write(this.#button.parentElement !== null);
  }

  // In a wide column nothing is folded, and the heading is plain text.
  setNarrow(narrow: boolean): void {
    this.#write(narrow);
    this.#fold(narrow);
  }

  #write(asButton: boolean): void {
    this.#button.textContent = this.#title;
    this.#heading.replaceChildren(asButton ? this.#button : this.#title);
  }

  #fold(folded: boolean): void {
    this.#button.ariaExpanded = String(!folded);
    setFolded(this.#contents, folded);
  }
}
