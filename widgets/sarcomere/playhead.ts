// The one clock of a page. While it plays it moves `time_ms` in the browser only; the kernel hears of it on pause and at
// the end.

import type { InitializeProps } from "@anywidget/types";
import { follow, type Model } from "../browser/part.ts";
import { type Pacing, paceAt, timeAfter } from "./pace.ts";
import type { PlayheadTraits } from "./protocol.ts";

class Ticking {
  readonly #model: Model<PlayheadTraits>;
  #frame = 0;
  #lastStamp: number | null = null;

  constructor(model: Model<PlayheadTraits>) {
    this.#model = model;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#lastStamp = null;
  }

  followPlaying(): void {
    const model = this.#model;
    this.stop();
    if (!model.get("playing")) {
      // A model counts a change as unsent only after its change events: saving inside one would send the value before it.
      queueMicrotask(() => model.save_changes());
      return;
    }
    if (startsAnew(model)) model.set("time_ms", 0);
    this.#frame = requestAnimationFrame(this.#tick);
  }

  readonly #tick = (stamp: number): void => {
    const model = this.#model;
    if (!model.get("playing")) return;
    const next = timeAfter(pacingOf(model), model.get("time_ms"), stamp - (this.#lastStamp ?? stamp));
    this.#lastStamp = stamp;
    model.set("time_ms", next.time);
    if (next.ended) model.set("playing", false);
    else this.#frame = requestAnimationFrame(this.#tick);
  };
}

// Whether play begins at the start: from the end, and from a moment that was only looked at.
function startsAnew(model: Model<PlayheadTraits>): boolean {
  const time = model.get("time_ms");
  return time >= model.get("duration_ms") || time === model.get("still_ms");
}

function pacingOf(model: Model<PlayheadTraits>): Pacing {
  return {
    duration_ms: model.get("duration_ms"),
    looping: model.get("looping"),
    story: model.get("story"),
    slow_down: model.get("slow_down"),
  };
}

function initialize({ model, signal }: InitializeProps<PlayheadTraits>): void {
  const ticking = new Ticking(model);
  const tellPace = () => model.set("pace", paceAt(pacingOf(model), model.get("time_ms")));
  const stayWithin = () => model.set("time_ms", Math.min(model.get("time_ms"), model.get("duration_ms")));
  follow(model, "change:playing", () => ticking.followPlaying(), signal);
  follow(model, "change:duration_ms", stayWithin, signal);
  follow(model, "change:time_ms change:slow_down change:story", tellPace, signal);
  signal.addEventListener("abort", () => ticking.stop(), { once: true });
  tellPace();
  if (!model.get("playing")) return;
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) model.set("playing", false);
  else ticking.followPlaying();
}

// The clock has no face: the parts that follow it show the time.
const render = (): void => undefined;

export default { initialize, render };
