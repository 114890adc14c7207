// One cause as a tile: its name, kind and certainty, and its story once it is opened.

import { element, link } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import type { CauseJson } from "./protocol.ts";

const SURE: Readonly<Record<string, number>> = { strong: 4, moderate: 3, weak: 2, very_weak: 1 };
const MARKS = 4;

interface Tile {
  cause: CauseJson;
  speak: Speak;
  // Called when the tile has been opened or closed, by whomever.
  toggled: (open: boolean) => void;
  // Called when somebody wants to see the situation of the cause.
  seeSituation: () => void;
}

export function causeTile({ cause, speak, toggled, seeSituation }: Tile): HTMLDetailsElement {
  const summary = element("summary", {}, [
    element("span", { className: "cause-name", textContent: cause.name }),
    element("span", { className: "cause-kind", textContent: cause.kind }),
    element("span", { className: "cause-certainty" }, [certaintyMarks(cause.certainty), cause.certainty_label]),
  ]);
  const tile = element("details", { className: "cause-tile" }, [summary]);
  tile.dataset.cause = cause.id;
  tile.dataset.role = cause.role;
  tile.addEventListener("toggle", () => {
    // Written when a tile is first opened: most never are.
    if (tile.open && tile.children.length === 1) tile.append(story(cause, speak, seeSituation));
    toggled(tile.open);
  });
  return tile;
}

function certaintyMarks(certainty: string): HTMLElement {
  const sure = SURE[certainty] ?? 0;
  const marks = Array.from({ length: MARKS }, (_, i) => element("i", { className: i < sure ? "on" : "" }));
  return element("span", { className: "cause-sure", ariaHidden: "true" }, marks);
}

function story(cause: CauseJson, speak: Speak, seeSituation: () => void): HTMLElement {
  const facts = cause.facts.flatMap(({ label, text }) => [
    element("dt", { textContent: label }),
    element("dd", { textContent: text }),
  ]);
  if (cause.sources.length > 0) {
    const sources = cause.sources.map((source) => element("p", {}, [link(source)]));
    facts.push(element("dt", { textContent: speak("fact_source") }), element("dd", {}, sources));
  }
  const body: HTMLElement[] = [
    element("p", { className: "cause-role", textContent: cause.role_label }),
    element("dl", {}, facts),
    element("p", { className: "cause-flag" }, [
      element("strong", { textContent: `${speak("red_flag")} ` }),
      cause.red_flag,
    ]),
  ];
  if (cause.situation) {
    const button = element("button", {
      type: "button",
      className: "quiet-button",
      textContent: cause.situation_label,
    });
    button.addEventListener("click", seeSituation);
    body.push(button);
  }
  return element("div", { className: "cause-story" }, body);
}
