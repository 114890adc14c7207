// How a reader moves the clock. It stops for whoever takes hold of it.

import { type Model, tell } from "../browser/part.ts";
import type { PlayheadTraits } from "./protocol.ts";

export class ClockHand {
  readonly #clock: Model<PlayheadTraits>;

  constructor(clock: Model<PlayheadTraits>) {
    this.#clock = clock;
  }

  toggle(): void {
    this.#clock.set("playing", !this.#clock.get("playing"));
  }

  // While a slider is dragged; the kernel hears of it at the end.
  scrub(time: number): void {
    const clock = this.#clock;
    if (clock.get("playing")) clock.set("playing", false);
    clock.set("time_ms", Math.max(0, Math.min(clock.get("duration_ms"), time)));
  }

  moveTo(time: number): void {
    this.scrub(time);
    this.#clock.save_changes();
  }

  // To a whole millisecond, `by` of them on.
  step(by: number): void {
    this.moveTo(Math.round(this.#clock.get("time_ms")) + by);
  }

  chooseSlowDown(factor: number): void {
    tell(this.#clock, "slow_down", factor);
  }
}
