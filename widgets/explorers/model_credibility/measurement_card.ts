// The whole story of one measurement.

import { element, link, type Source } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";

interface Fact {
  label: string;
  text: string;
}

export interface Card {
  title: string;
  verdict_key: string;
  verdict: string;
  mark: string;
  numbers: readonly Fact[];
  done: string;
  changed: readonly string[];
  settings: readonly string[];
  facts: readonly Fact[];
  small_print: readonly Fact[];
  sources: readonly Source[];
  ran: string;
}

// `again` is the button that runs it anew, `ran` the line beside it.
export function measurementCard(card: Card, speak: Speak, again: HTMLElement, ran: HTMLElement): HTMLElement[] {
  const verdict = element("p", { className: "card-verdict" }, [
    element("span", { textContent: card.mark, ariaHidden: "true" }),
    element("span", { textContent: card.verdict }),
  ]);
  verdict.dataset.verdict = card.verdict_key;
  const numbers = card.numbers.flatMap(({ label, text }) => [
    element("dt", { textContent: label }),
    // An amount alone reads from left to right, a text as its letters do.
    element("dd", {}, [element("bdi", { textContent: text })]),
  ]);
  return [
    verdict,
    element("h3", { textContent: card.title }),
    element("dl", { className: "card-numbers" }, numbers),
    element("div", { className: "card-again" }, [again, ran]),
    ...card.facts.map(factLine),
    element("h4", { textContent: speak("browse_done") }),
    element("p", { textContent: card.done }),
    listOf("card-changed", card.changed),
    element("details", { className: "card-settings" }, [
      element("summary", { textContent: speak("browse_settings") }),
      listOf("", card.settings),
      ...card.small_print.map(factLine),
    ]),
    element("h4", { textContent: speak("browse_source") }),
    element(
      "ul",
      { className: "card-sources" },
      card.sources.map((source) => element("li", {}, [link(source)])),
    ),
  ];
}

function factLine({ label, text }: Fact): HTMLElement {
  return element("p", {}, [element("strong", { textContent: label }), ` ${text}`]);
}

function listOf(className: string, texts: readonly string[]): HTMLElement {
  return element(
    "ul",
    { className },
    texts.map((textContent) => element("li", { textContent })),
  );
}
