// How a new picture comes onto the screen: while only points of lines move, on a canvas, at most once in a frame; when the
// hand rests, and for everything else, through plotly. What cannot be seen is drawn when the hand rests.

import type { Line, Picture } from "./figure.ts";
import { canDraw } from "./line_canvas.ts";

const REST_MS = 250;
const AXIS = /^[xy]axis\d*$/u;

type Range = readonly [number, number];

export interface Surfaces {
  // plotly: the whole picture, or the ends of some axes.
  drawAll: (picture: Picture) => Promise<void>;
  moveAxes: (axes: Record<string, Range>) => Promise<void>;
  // The canvas: lines alone, over everything that plotly has drawn below them.
  drawLines: (lines: readonly Line[]) => void;
  clearLines: () => void;
  // The picture is on the screen; it is settled when plotly has drawn it.
  drawn: (isSettled: boolean) => void;
}

export interface Timing {
  frame: (callback: () => void) => void;
  after: (ms: number, callback: () => void) => unknown;
  cancel: (timer: unknown) => void;
}

const REAL_TIME: Timing = {
  frame: (callback) => requestAnimationFrame(callback),
  after: (ms, callback) => setTimeout(callback, ms),
  cancel: (timer) => clearTimeout(timer as number),
};

// Everything about a picture that is not drawn by the canvas, as text; and the ranges of its axes apart.
function lookOf({ data, layout }: Picture): string {
  const lines = data.map(({ x: _x, y: _y, z: _z, opacity: _opacity, ...look }) => look);
  const parts = Object.entries(layout).filter(([name]) => name !== "meta");
  const fixed = parts.map(([name, value]) => [name, AXIS.test(name) ? { ...(value as object), range: null } : value]);
  return JSON.stringify([lines, fixed]);
}

function rangesOf({ layout }: Picture): Record<string, Range> {
  const axes = Object.entries(layout).filter(([name]) => AXIS.test(name));
  return Object.fromEntries(axes.map(([name, axis]) => [name, (axis as { range: Range }).range]));
}

// What of a drawn picture has to be drawn by plotly for the next: all of it, the named axes, or nothing.
export function changeOf(before: Picture, next: Picture): "all" | Record<string, Range> {
  if (!next.data.every(canDraw) || lookOf(before) !== lookOf(next)) return "all";
  const known = rangesOf(before);
  const moved = Object.entries(rangesOf(next)).filter(([name, range]) => String(range) !== String(known[name]));
  return Object.fromEntries(moved);
}

export class Drawing {
  readonly #surfaces: Surfaces;
  readonly #timing: Timing;
  #wanted: Picture | null = null;
  // What plotly shows, but for the points of its lines.
  #ground: Picture | null = null;
  #isSettled = false as boolean;
  #isSeen = true as boolean;
  #isAsked = false as boolean;
  #rest: unknown = null;

  constructor(surfaces: Surfaces, timing: Timing = REAL_TIME) {
    this.#surfaces = surfaces;
    this.#timing = timing;
  }

  // Shows a picture in the next frame; of several in one frame, the newest.
  show(picture: Picture): void {
    this.#wanted = picture;
    this.#isSettled = false;
    this.#inNextFrame();
    this.#settleLater();
  }

  set isSeen(isSeen: boolean) {
    this.#isSeen = isSeen;
    if (isSeen && !this.#isSettled) this.#inNextFrame();
  }

  // Lets plotly draw the newest picture, if it has not.
  async settle(): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted || this.#isSettled) return;
    this.#timing.cancel(this.#rest);
    await this.#surfaces.drawAll(wanted);
    this.#ground = wanted;
    if (this.#wanted !== wanted) return;
    this.#isSettled = true;
    this.#surfaces.clearLines();
    this.#surfaces.drawn(true);
  }

  // Draws everything again, though the picture is the same: its size has changed.
  async again(): Promise<void> {
    this.#isSettled = false;
    await this.settle();
  }

  stop(): void {
    this.#timing.cancel(this.#rest);
    this.#wanted = null;
  }

  #inNextFrame(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#timing.frame(() => {
      this.#isAsked = false;
      this.#drawFrame().catch(reportError);
    });
  }

  async #drawFrame(): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted || this.#isSettled || !(this.#isSeen && this.#ground)) return;
    const change = changeOf(this.#ground, wanted);
    if (change === "all") {
      await this.settle();
      return;
    }
    if (Object.keys(change).length > 0) {
      this.#ground = wanted;
      await this.#surfaces.moveAxes(change);
    }
    this.#surfaces.drawLines(wanted.data);
    this.#surfaces.drawn(false);
  }

  #settleLater(): void {
    this.#timing.cancel(this.#rest);
    this.#rest = this.#timing.after(REST_MS, () => this.settle().catch(reportError));
  }
}
