// The name and state of a part beside it, where a pointer or the focus is.

import { element } from "../browser/page_elements.ts";
import { write } from "./text.ts";

type Edges = Readonly<Record<"left" | "right" | "top" | "bottom", number>>;

const GAP_PX = 10;
const MARGIN_PX = 8;

export class Tip {
  readonly element = element("div", { className: "sarcomere-tip", role: "tooltip", hidden: true });
  readonly #within: HTMLElement;
  #part: HTMLElement | null = null;

  constructor(within: HTMLElement) {
    this.#within = within;
  }

  get part(): HTMLElement | null {
    return this.#part;
  }

  // Shows it for a part: where the pointer is, or at the part's own place.
  show(part: HTMLElement, text: string, pointer: PointerEvent | null): void {
    this.#part = part;
    this.element.hidden = false;
    this.write(text);
    this.#place(pointer ? pointAt(pointer) : part.getBoundingClientRect());
  }

  write(text: string): void {
    write(this.element, text);
  }

  hide(): void {
    this.element.hidden = true;
    this.#part = null;
  }

  #place(box: Edges): void {
    const frame = this.#within.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const middle = (Math.max(box.left, frame.left) + Math.min(box.right, frame.right)) / 2 - frame.left;
    const left = Math.max(MARGIN_PX, Math.min(frame.width - width - MARGIN_PX, middle - width / 2));
    const above = box.top - frame.top - height - GAP_PX;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${above > GAP_PX / 2 ? above : box.bottom - frame.top + GAP_PX}px`;
  }
}

function pointAt({ clientX, clientY }: PointerEvent): Edges {
  return { left: clientX, right: clientX, top: clientY, bottom: clientY };
}
