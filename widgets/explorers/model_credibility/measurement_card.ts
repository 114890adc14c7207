// The whole story of one measurement.

import { element, link } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import type { MeasurementCard, NumberOrFact } from "./protocol.ts";

// Whether there is a measurement to tell of.
export function isThere(card: MeasurementCard): card is Required<MeasurementCard> {
  return card.title !== undefined;
}

// `again` is the button that runs it anew, `ran` the line beside it.
export function measurementCard(
  card: Required<MeasurementCard>,
  speak: Speak,
  again: HTMLElement,
  ran: HTMLElement,
): HTMLElement[] {
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

function factLine({ label, text }: NumberOrFact): HTMLElement {
  return element("p", {}, [element("strong", { textContent: label }), ` ${text}`]);
}

function listOf(className: string, texts: readonly string[]): HTMLElement {
  return element(
    "ul",
    { className },
    texts.map((textContent) => element("li", { textContent })),
  );
}
