// The picture in words: a description under it, and the same for a screen reader at a pace that can be followed.

import { element } from "../browser/page_elements.ts";
import { write } from "./text.ts";

const QUIET_MS = 2000; // between two announcements to a screen reader
const SETTLED_MS = 120; // somebody else moves the time: say where it stands once it stays there

export class Narrator {
  readonly description = element("p", { className: "sarcomere-description" });
  readonly spoken = element("p", { className: "sarcomere-spoken", ariaLive: "polite" });
  // The sentences of now, or null while the picture moves or there is none.
  readonly #sentences: () => string | null;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #spokenAt = Number.NEGATIVE_INFINITY;

  constructor(sentences: () => string | null) {
    this.#sentences = sentences;
    // In a narrow column nobody sees it: no text to look words up in.
    this.description.dataset.live = "";
  }

  tellSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.tell(), SETTLED_MS);
  }

  tell(): void {
    clearTimeout(this.#settling);
    const sentences = this.#sentences();
    if (sentences === null) return;
    write(this.description, sentences);
    this.#speakSoon();
  }

  // What begins while the picture moves is heard too, at the same pace.
  speak(sentence: string): void {
    this.#speakLater(() => sentence);
  }

  // A screen reader hears at most one description every two seconds, and the last one always.
  #speakSoon(): void {
    this.#speakLater(() => (this.#sentences() === null ? null : this.description.textContent));
  }

  // What is to be said then, or nothing.
  #speakLater(sentence: () => string | null): void {
    clearTimeout(this.#speaking);
    const wait = Math.max(0, this.#spokenAt + QUIET_MS - performance.now());
    this.#speaking = setTimeout(() => {
      const said = sentence();
      if (said === null || this.spoken.textContent === said) return;
      this.#spokenAt = performance.now();
      this.spoken.textContent = said;
    }, wait);
  }

  stop(): void {
    clearTimeout(this.#settling);
    clearTimeout(this.#speaking);
  }
}
