// The run on show, ready to be drawn in a layout, and the kept one behind it.

import { type Histories, prepareHistories } from "./histories.ts";
import type { Layout } from "./layouts.ts";
import { type Moment, momentAt } from "./moment.ts";
import { floatsOf, IncompleteRunError, type PackedRun, prepareRun, type Run, restingRun, valueAt } from "./run.ts";

export class ShownRun {
  readonly run: Run | null;
  readonly #kept: Float32Array | null;
  // What is drawn: the run, or a fibre at rest until there is one.
  readonly #drawn: Run;
  #histories: Histories;

  // Throws IncompleteRunError.
  constructor(packed: PackedRun, keptForce: DataView | null, layout: Layout) {
    this.run = prepareRun(packed);
    this.#kept = keptForce?.byteLength && this.run ? floatsOf(keptForce) : null;
    if (this.#kept && this.#kept.length !== this.run?.time_ms.length) throw new IncompleteRunError("kept_force");
    this.#drawn = this.run ?? restingRun();
    this.#histories = prepareHistories(this.#drawn, layout);
  }

  get histories(): Histories {
    return this.#histories;
  }

  useLayout(layout: Layout): void {
    this.#histories = prepareHistories(this.#drawn, layout);
  }

  momentAt(time: number, slowDown: number): Moment {
    return momentAt(this.#drawn, this.#histories, this.run ? time : 0, slowDown);
  }

  keptForceAt(time: number): number | null {
    return this.#kept && this.run && valueAt(this.run, this.#kept, time);
  }
}
