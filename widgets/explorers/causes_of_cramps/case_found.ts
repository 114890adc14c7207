// What a case brings into play: the causes, each a way to its tile, and what to know and to ask about each circumstance.

import { element, link } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import type { CaseFound, CauseInPlay, Circumstance } from "./protocol.ts";

export function caseFound(found: CaseFound, speak: Speak, openCause: (id: string) => void): HTMLElement[] {
  if (found.circumstances.length === 0) return [];
  const chips = found.causes.map((cause) => causeChip(cause, speak, openCause));
  return [
    element("h3", { textContent: speak("case_causes") }),
    element("ul", { className: "case-causes" }, chips),
    element("p", { className: "case-end", textContent: speak("case_end") }),
    ...found.circumstances.map((circumstance) => circumstanceNote(circumstance, speak)),
  ];
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

function circumstanceNote({ id, label, ask, known, red_flag, sources }: Circumstance, speak: Speak): HTMLElement {
  const from = sources.map((source) => element("li", {}, [link(source)]));
  const note = element("article", { className: "case-note" }, [
    element("h4", { textContent: label }),
    element("dl", {}, [
      element("dt", { textContent: speak("case_known") }),
      element("dd", { textContent: known }),
      element("dt", { textContent: speak("case_ask") }),
      element("dd", { textContent: ask }),
    ]),
    element("p", { className: "cause-flag" }, [
      element("strong", { textContent: `${speak("case_red_flag")} ` }),
      red_flag,
    ]),
    ...(from.length > 0 ? [element("ul", { className: "case-sources" }, from)] : []),
  ]);
  note.dataset.circumstance = id;
  return note;
}
