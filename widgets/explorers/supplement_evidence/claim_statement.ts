// One statement of the articles: as a line that opens, and as one of two sides that contradict each other.

import { element } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import { sourceFold } from "../parts/source_fold.ts";
import type { ClaimJson } from "./protocol.ts";

const MARKS: Readonly<Record<string, string>> = { right: "✓", partly: "◐", wrong: "✕", not_shown: "?" };

export function verdictMark(verdict: string): HTMLElement {
  const mark = element("span", { className: "claim-mark", textContent: MARKS[verdict] ?? "", ariaHidden: "true" });
  mark.dataset.verdict = verdict;
  return mark;
}

interface Around {
  speak: Speak;
  // The statements that say the opposite of one.
  opposites: (claim: ClaimJson) => readonly ClaimJson[];
  // A link or a button that leads to where a statement is shown; nothing where no page shows it.
  way: (claim: ClaimJson) => HTMLElement[];
}

export interface Statement {
  el: HTMLDetailsElement;
  // Writes what stands behind the line, where that is not yet done: most are never opened.
  fill: () => void;
}

export function statement(claim: ClaimJson, around: Around): Statement {
  const el = element("details", { className: "claim" }, [
    element("summary", {}, [
      verdictMark(claim.verdict),
      element("span", { className: "claim-said", textContent: claim.claim }),
      element("span", { className: "claim-about" }, [
        element("span", { className: "claim-verdict", textContent: claim.verdict_label }),
        element("span", { className: "claim-by", textContent: claim.said_by }),
      ]),
    ]),
  ]);
  el.dataset.claim = claim.id;
  el.dataset.verdict = claim.verdict;
  const fill = () => {
    if (el.children.length === 1) el.append(story(claim, around));
  };
  el.addEventListener("toggle", fill);
  return { el, fill };
}

function story(claim: ClaimJson, { speak, opposites, way }: Around): HTMLElement {
  const against = opposites(claim).map((other) =>
    element("p", { className: "claim-opposite" }, [
      element("strong", { textContent: `${other.who_says}: ` }),
      `${other.claim} (${other.verdict_label})`,
    ]),
  );
  const heading = element("p", { className: "claim-opposite-head", textContent: speak("browse_opposite") });
  return element("div", { className: "claim-story" }, [
    element("p", { textContent: claim.found }),
    ...(against.length > 0 ? [heading, ...against] : []),
    ...way(claim),
    sourceFold(claim.sources, speak("browse_sources")),
  ]);
}

function side(claim: ClaimJson, { speak, way }: Around): HTMLElement {
  const el = element("div", { className: "claim-side" }, [
    element("p", { className: "claim-who", textContent: claim.who_says }),
    element("blockquote", {}, [element("p", { textContent: claim.claim })]),
    element("p", { className: "claim-stands" }, [verdictMark(claim.verdict), claim.verdict_label]),
    element("p", { textContent: claim.found }),
    ...way(claim),
    sourceFold(claim.sources, speak("browse_sources")),
  ]);
  el.dataset.verdict = claim.verdict;
  return el;
}

export function contradiction(one: ClaimJson, other: ClaimJson, around: Around): HTMLElement {
  const el = element("li", { className: "claim-pair" }, [side(one, around), side(other, around)]);
  el.dataset.pair = `${one.id} ${other.id}`;
  return el;
}
