// Many changes, one drawing: it comes with the next frame, or with the next tick of a clock that moves at every frame.

type Frames = Pick<typeof globalThis, "requestAnimationFrame" | "cancelAnimationFrame">;

export class DrawingQueue {
  readonly #draw: () => void;
  readonly #isTicking: () => boolean;
  readonly #frames: Frames;
  #frame: number | null = null;

  constructor(draw: () => void, isTicking: () => boolean, frames: Frames = globalThis) {
    this.#draw = draw;
    this.#isTicking = isTicking;
    this.#frames = frames;
  }

  // Something has changed.
  ask(): void {
    if (this.#frame !== null || this.#isTicking()) return;
    this.#frame = this.#frames.requestAnimationFrame(() => this.now());
  }

  // Draws at once, and what was asked for with it.
  now(): void {
    this.stop();
    this.#draw();
  }

  stop(): void {
    if (this.#frame !== null) this.#frames.cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }
}
