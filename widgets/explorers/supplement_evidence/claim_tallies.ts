// How many statements of each article have each verdict: a bar with numbers for each, and a sentence for who listens.

import { element, untranslated } from "../../browser/page_elements.ts";
import { verdictMark } from "./claim_statement.ts";
import type { ArticleTally } from "./protocol.ts";

interface Tallies {
  finding: string;
  tallies: readonly ArticleTally[];
  // Verdict -> what it is called.
  verdicts: Readonly<Record<string, string>>;
  label: string;
}

export function claimTallies({ finding, tallies, verdicts, label }: Tallies): HTMLElement {
  const most = Math.max(...tallies.map(countOf));
  const key = Object.entries(verdicts).map(([verdict, name]) => element("li", {}, [verdictMark(verdict), name]));
  const rows = tallies.map((tally) => row(tally, most));
  return element("figure", { className: "claim-tallies" }, [
    element("figcaption", { textContent: finding }),
    element("ul", { className: "claim-key", ariaHidden: "true" }, key),
    element("ul", { className: "claim-rows", ariaLabel: label }, rows),
  ]);
}

function countOf({ counts }: ArticleTally): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

function row(tally: ArticleTally, most: number): HTMLElement {
  const parts = tally.counts
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => {
      const part = untranslated(element("span", { textContent: String(count) }));
      part.dataset.verdict = verdict;
      part.style.flexGrow = String(count);
      return part;
    });
  const bar = element("span", { className: "claim-bar" }, parts);
  bar.style.inlineSize = `${(100 * countOf(tally)) / most}%`;
  const el = element("li", {}, [
    element("span", { className: "visually-hidden", textContent: tally.said }),
    element("span", { className: "claim-article", textContent: tally.title, ariaHidden: "true" }),
    element("span", { className: "claim-track", ariaHidden: "true" }, [bar]),
  ]);
  el.dataset.article = tally.article;
  return el;
}
