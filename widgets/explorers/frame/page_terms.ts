// Explains the words of the glossary where a page first uses them, and lists them at its end. Parts know nothing of it:
// they write plain text, and what stands in paragraphs and lists is looked through when the hand rests.
//
// "First" is meant for the page, and again for each thing that is folded away (`details`, or marked `data-fold`): it
// may be opened long before the rest is read. A mark stays where it is until its text is written anew.

import { element } from "../../browser/page_elements.ts";
import { type FindTerms, piecesOf, termFinder } from "../../browser/terms.ts";
import type { TermJson } from "./protocol.ts";
import { TERM, termButton } from "./term_button.ts";
import { type WordList, wordList } from "./word_list.ts";

const PROSE = "p, li, dd, figcaption, blockquote, [data-prose] td";
// Where a button would break what it stands in, be spoken again and again, or explain what nobody reads as a text.
const LEFT_ALONE = [
  "a, button, label, summary, legend, select, output, nav, code, pre, svg, math, canvas, h1, h2, h3, h4, h5, h6",
  "table:not([data-prose]), [hidden]:not([data-fold]), [popover], [aria-live], [role=status], [role=alert], [role=img]",
  "[translate=no], [aria-hidden=true], [data-live], .visually-hidden",
].join(",");
const UNSEEN = "script, style, noscript, [data-word-list]";
const FOLD = "details, [data-fold]";
const RESTED_MS = 400;

interface Place {
  // What is looked through, and gets the list of words at its end: all that a reader reads on this page.
  root: HTMLElement;
  terms: readonly TermJson[];
  heading: string;
  signal: AbortSignal;
}

export function explainTerms({ root, terms, heading, signal }: Place): void {
  if (terms.length === 0) return;
  const list = wordList(terms, heading);
  const marks = new Marks(root, terms, list);
  marks.look([root]);
  root.append(list.el);
  const written = new Set<HTMLElement>();
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rested = () => {
    watching.disconnect();
    marks.look([...written].filter((node) => node.isConnected));
    written.clear();
    watch();
  };
  const watching = new MutationObserver((records) => {
    for (const { target } of records) if (isRead(target)) written.add(target);
    if (written.size === 0) return;
    clearTimeout(resting);
    resting = setTimeout(rested, RESTED_MS);
  });
  const watch = () => watching.observe(root, { childList: true, subtree: true });
  watch();
  signal.addEventListener("abort", () => {
    clearTimeout(resting);
    watching.disconnect();
    list.el.remove();
  });
}

function isRead(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && !node.closest(LEFT_ALONE) && !node.closest(UNSEEN);
}

class Marks {
  readonly #root: HTMLElement;
  readonly #terms: ReadonlyMap<string, TermJson>;
  readonly #list: WordList;
  readonly #find: FindTerms;
  #marked = 0;

  constructor(root: HTMLElement, terms: readonly TermJson[], list: WordList) {
    this.#root = root;
    this.#terms = new Map(terms.map((term) => [term.id, term]));
    this.#list = list;
    this.#find = termFinder(terms);
  }

  // Everything is read first, and written then.
  look(places: readonly HTMLElement[]): void {
    const known = this.#known();
    // A word whose mark went with its text may stand elsewhere.
    const lost = this.#marked > sizeOf(known);
    const inOrder = lost ? [this.#root] : outermost(places);
    const texts = inOrder.flatMap((place) => [...textsIn(place)]);
    const found = texts.map((text) => ({ text, terms: this.#findIn(text, known) }));
    for (const { text, terms } of found) if (terms.length > 0) this.#mark(text, terms);
    this.#list.show();
    this.#marked = sizeOf(known);
  }

  // What is explained already: in the page, and in each fold of it.
  #known(): Map<Element, Set<string>> {
    const known = new Map<Element, Set<string>>();
    for (const button of this.#root.querySelectorAll<HTMLElement>(`button.${TERM}`)) {
      setOf(known, this.#scopeOf(button)).add(button.dataset.term ?? "");
    }
    return known;
  }

  #scopeOf(node: Element): Element {
    return node.closest(FOLD) ?? this.#root;
  }

  #findIn(text: Text, known: Map<Element, Set<string>>): ReturnType<FindTerms> {
    const around = text.parentElement as HTMLElement;
    const used = this.#find(text.data);
    if (used.length === 0) return [];
    for (const { id } of used) this.#list.use(id);
    if (!around.closest(PROSE) || around.closest(LEFT_ALONE)) return [];
    const scope = setOf(known, this.#scopeOf(around));
    const first = used.filter(({ id }) => !scope.has(id));
    for (const { id } of first) scope.add(id);
    return first;
  }

  #mark(text: Text, found: ReturnType<FindTerms>): void {
    const nodes = piecesOf(text.data, found).map((piece) =>
      typeof piece === "string"
        ? piece
        : element(
            "span",
            { className: "explainer-term-held" },
            piece.map((inner) => (typeof inner === "string" ? inner : this.#button(inner.id, inner.text))),
          ),
    );
    text.replaceWith(...nodes);
  }

  #button(id: string, text: string): HTMLElement {
    const meaning = this.#terms.get(id)?.meaning ?? "";
    return termButton(text, { id, meaning, describedBy: this.#list.idOf(id) });
  }
}

function* textsIn(place: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(UNSEEN)) yield text;
  }
}

// Places in the order of the document, without those that lie in others.
function outermost(places: readonly HTMLElement[]): HTMLElement[] {
  return places
    .filter((place) => !places.some((other) => other !== place && other.contains(place)))
    .sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

function setOf(sets: Map<Element, Set<string>>, key: Element): Set<string> {
  const found = sets.get(key) ?? new Set<string>();
  sets.set(key, found);
  return found;
}

function sizeOf(sets: Map<Element, Set<string>>): number {
  return [...sets.values()].reduce((total, { size }) => total + size, 0);
}
