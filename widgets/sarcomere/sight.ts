// The stage that stands in its place now, and whether it is to be painted: as the size of the place, the reader's sight and
// wishes, and print would have it.

import { PAPER_COLUMN_PX } from "../browser/printing.ts";
import { type Layout, layoutFor } from "./layouts.ts";
import type { Stage } from "./stage.ts";
import { isCalm, watchSurroundings } from "./surroundings.ts";

interface SightActs {
  // Another layout needs another stage; it is then laid out anew.
  readonly stageFor: (layout: Layout) => Stage;
  readonly relaid: () => void;
  readonly repaint: () => void;
}

type Reason = "seen" | "printed";

export class Sight {
  readonly #shell: HTMLElement;
  readonly #acts: SightActs;
  readonly #reasons = new Set<Reason>(["seen"]);
  readonly #follow: (drawing: HTMLElement) => void;
  #stage: Stage;
  #still = isCalm();

  // `shell` carries the colours; the place is inside it.
  constructor(shell: HTMLElement, place: HTMLElement, acts: SightActs, signal: AbortSignal) {
    this.#shell = shell;
    this.#acts = acts;
    this.#stage = acts.stageFor(layoutFor(shell.clientWidth || Number.POSITIVE_INFINITY));
    const events = {
      placed: (cssWidth: number) => this.#place(cssWidth),
      sized: (cssWidth: number, deviceWidth: number) => this.#resize(cssWidth, deviceWidth),
      seen: (isSeen: boolean) => this.#paintFor("seen", isSeen),
      printing: (begins: boolean) => this.#print(begins),
      coloured: () => this.#recolour(),
      calmed: (still: boolean) => this.#calm(still),
    };
    this.#follow = watchSurroundings(place, events, signal);
    this.#follow(this.#stage.drawing);
  }

  get stage(): Stage {
    return this.#stage;
  }

  get isPainted(): boolean {
    return this.#reasons.size > 0;
  }

  // Whether the reader wants less motion.
  get still(): boolean {
    return this.#still;
  }

  // A place that is not shown has no width, and keeps its layout.
  #place(cssWidth: number): void {
    const onPaper = this.#reasons.has("printed") || window.matchMedia("print").matches;
    if (cssWidth > 0 && !onPaper) this.#useLayout(layoutFor(cssWidth));
  }

  #useLayout(layout: Layout): void {
    if (layout === this.#stage.layout) return;
    this.#stage = this.#acts.stageFor(layout);
    this.#follow(this.#stage.drawing);
    this.#acts.relaid();
  }

  // A canvas that has a new size is empty: it is drawn before the frame is shown.
  #resize(cssWidth: number, deviceWidth: number): void {
    if (cssWidth === 0 || this.#reasons.has("printed")) return;
    if (this.#stage.resize(deviceWidth)) this.#acts.repaint();
  }

  // Paper has room for the whole sarcomere, and finer dots than a screen.
  #print(begins: boolean): void {
    this.#paintFor("printed", begins);
    this.#useLayout(layoutFor(begins ? PAPER_COLUMN_PX : this.#shell.clientWidth || Number.POSITIVE_INFINITY));
    this.#stage.sharpen(begins ? PAPER_COLUMN_PX : null);
    this.#acts.repaint();
  }

  #paintFor(reason: Reason, holds: boolean): void {
    if (holds) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    this.#acts.repaint();
  }

  #recolour(): void {
    this.#stage.recolour(this.#shell);
    this.#acts.repaint();
  }

  #calm(still: boolean): void {
    this.#still = still;
    this.#acts.repaint();
  }
}
