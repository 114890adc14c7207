// What a case brings into play: the causes, each a way to its tile, and what to know and to ask about each circumstance.

import { element, link } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import { FoldLine } from "../parts/fold_line.ts";
import type { CaseFound, CauseInPlay, Circumstance } from "./protocol.ts";

interface Note {
  el: HTMLElement;
  line: FoldLine;
}

// Keeps the note of each circumstance, so that one that has been opened stays open while others come and go.
export class CaseNotes {
  readonly #speak: Speak;
  readonly #openCause: (id: string) => void;
  readonly #notes = new Map<string, Note>();
  #narrow = false;

  constructor(speak: Speak, openCause: (id: string) => void) {
    this.#speak = speak;
    this.#openCause = openCause;
  }

  setNarrow(narrow: boolean): void {
    this.#narrow = narrow;
    for (const { line } of this.#notes.values()) line.setNarrow(narrow);
  }

  found({ causes, circumstances }: CaseFound): HTMLElement[] {
    if (circumstances.length === 0) return [];
    const speak = this.#speak;
    const chips = causes.map((cause) => causeChip(cause, speak, this.#openCause));
    return [
      element("h3", { textContent: speak("case_causes") }),
      element("ul", { className: "case-causes" }, chips),
      element("p", { className: "case-end", textContent: speak("case_end") }),
      ...circumstances.map((circumstance) => this.#noteOf(circumstance)),
    ];
  }

  #noteOf(circumstance: Circumstance): HTMLElement {
    let note = this.#notes.get(circumstance.id);
    if (!note) {
      note = circumstanceNote(circumstance, this.#speak);
      note.line.setNarrow(this.#narrow);
      this.#notes.set(circumstance.id, note);
    }
    return note.el;
  }
}

function causeChip(
  { id, name, certainty, more }: CauseInPlay,
  speak: Speak,
  openCause: (id: string) => void,
): HTMLElement {
  const button = element("button", { type: "button", className: "case-cause", title: speak("case_open") }, [
    element("span", { className: "case-cause-name", textContent: name }),
    element("span", { className: "case-cause-mark", textContent: more ? `${certainty}, ${more}` : certainty }),
  ]);
  button.dataset.cause = id;
  button.addEventListener("click", () => openCause(id));
  return element("li", {}, [button]);
}

// In a narrow column it is a line that opens; its red flag always stands.
function circumstanceNote({ id, label, ask, known, red_flag, sources }: Circumstance, speak: Speak): Note {
  const from = sources.map((source) => element("li", {}, [link(source)]));
  const told = element("dl", {}, [
    element("dt", { textContent: speak("case_known") }),
    element("dd", { textContent: known }),
    element("dt", { textContent: speak("case_ask") }),
    element("dd", { textContent: ask }),
  ]);
  const flag = element("p", { className: "cause-flag" }, [
    element("strong", { textContent: `${speak("case_red_flag")} ` }),
    red_flag,
  ]);
  const list = from.length > 0 ? [element("ul", { className: "case-sources" }, from)] : [];
  const heading = element("h4");
  const el = element("article", { className: "case-note" }, [heading, told, flag, ...list]);
  el.dataset.circumstance = id;
  return { el, line: new FoldLine(heading, label, [told, ...list]) };
}
