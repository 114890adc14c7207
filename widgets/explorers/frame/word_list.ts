// The words of a page with what they mean, folded away at its end: for those who want to read them in one place, for
// paper, and as what describes each marked word to those who listen.

import { element, link } from "../../browser/page_elements.ts";
import { uniqueId } from "../../browser/part.ts";
import type { TermJson } from "./protocol.ts";

export interface WordList {
  el: HTMLElement;
  // Takes note that the page uses a word.
  use: (id: string) => void;
  // Writes what has been noted, in the order of the glossary.
  show: () => void;
  // The id of the element that holds the meaning of a word.
  idOf: (id: string) => string;
}

export function wordList(terms: readonly TermJson[], heading: string): WordList {
  const prefix = uniqueId("word");
  const idOf = (id: string) => `${prefix}-${id}`;
  const used = new Set<string>();
  let shown = 0;
  const list = element("dl");
  const el = element("details", { className: "explainer-words" }, [element("summary", { textContent: heading }), list]);
  el.dataset.wordList = "";
  const rowOf = ({ id, term, meaning, sources }: TermJson) =>
    element("div", {}, [
      element("dt", { textContent: term }),
      element("dd", {}, [
        element("span", { id: idOf(id), textContent: meaning }),
        ...sources.map((source) => element("small", {}, [link(source)])),
      ]),
    ]);
  return {
    el,
    idOf,
    use: (id) => used.add(id),
    show: () => {
      if (used.size === shown) return;
      shown = used.size;
      list.replaceChildren(...terms.filter(({ id }) => used.has(id)).map(rowOf));
      el.hidden = shown === 0;
    },
  };
}
