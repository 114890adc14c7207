// Reaching the parts: pointer, touch and keyboard show a part's name and state; arrow keys walk through them in reading
// order. Each part is an element over the place where it is drawn.

import { element } from "../browser/page_elements.ts";
import type { Speak } from "../browser/words.ts";
import type { Frames, Layout } from "./layouts.ts";
import { type Reach, reachesOf } from "./part_boxes.ts";
import { PART_ORDER, type PartName } from "./words.ts";

// The sentence that tells of a part now, or null while there is no run.
type Sentence = (name: PartName) => string | null;

interface Follower {
  readonly node: HTMLElement;
  readonly frame: keyof Frames;
}

const nearly = (one: number, other: number) => Math.abs(one - other) < 0.25;

function reachElement(name: PartName, { box: [left, top, width, height] }: Reach, { width: w, height: h }: Layout) {
  const node = element("div", { className: `part-reach part-${name}` });
  node.dataset.part = name;
  node.style.left = `${(100 * left) / w}%`;
  node.style.top = `${(100 * top) / h}%`;
  node.style.width = `${(100 * width) / w}%`;
  node.style.height = `${(100 * height) / h}%`;
  return node;
}

export class Parts {
  readonly elements: readonly HTMLElement[];
  readonly #focusable: readonly HTMLElement[];
  readonly #followers: Follower[] = [];
  #frames: Frames = { left: 0, thick: 0, right: 0 };

  constructor(layout: Layout, say: Speak) {
    const reaches = reachesOf(layout);
    const nodes = PART_ORDER.map((name) => reaches[name].map((reach) => this.#build(name, reach, layout)));
    this.#focusable = nodes.flatMap(([first], index) => (first ? [asPart(first, index, say)] : []));
    this.elements = nodes.flat();
  }

  #build(name: PartName, reach: Reach, layout: Layout): HTMLElement {
    const node = reachElement(name, reach, layout);
    if (reach.frame) this.#followers.push({ node, frame: reach.frame });
    return node;
  }

  // Moves the places with the frames that they belong to.
  follow(frames: Frames): void {
    const before = this.#frames;
    if (nearly(frames.left, before.left) && nearly(frames.thick, before.thick) && nearly(frames.right, before.right)) {
      return;
    }
    this.#frames = frames;
    for (const { node, frame } of this.#followers) node.style.setProperty("--moved", frames[frame].toFixed(1));
  }

  // Names hold the state only while the picture stands still: a screen reader must not be flooded.
  nameNow(sentence: Sentence): void {
    for (const node of this.#focusable) nameOne(node, sentence);
  }

  nameFocused(node: HTMLElement, sentence: Sentence): void {
    nameOne(node, sentence);
    for (const other of this.#focusable) other.tabIndex = other === node ? 0 : -1;
  }

  partOf(node: EventTarget | null): HTMLElement | null {
    const reached = node instanceof Element ? node.closest<HTMLElement>("[data-part]") : null;
    return this.#focusable.find((part) => part.dataset.part === reached?.dataset.part) ?? null;
  }

  // Shows on all places of a part that it is reached.
  mark(name: string | null): void {
    for (const node of this.elements) node.classList.toggle("part-reached", node.dataset.part === name);
  }

  // Goes to the part that is `by` places further on in reading order; false where none has the focus.
  walk(by: number): boolean {
    const at = this.#focusable.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return false;
    const count = this.#focusable.length;
    this.#focusable[(at + by + count) % count]?.focus({ preventScroll: true });
    return true;
  }
}

function asPart(node: HTMLElement, index: number, say: Speak): HTMLElement {
  node.classList.add("sarcomere-part");
  node.tabIndex = index ? -1 : 0;
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", say(`name_${node.dataset.part}`));
  return node;
}

function nameOne(node: HTMLElement, sentence: Sentence): void {
  const text = sentence(node.dataset.part as PartName);
  if (text !== null && node.getAttribute("aria-label") !== text) node.setAttribute("aria-label", text);
}
