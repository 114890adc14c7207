// The band that runs along the membrane with a nerve signal. Pure functions.

import { countUpTo } from "./histories.ts";
import type { Run } from "./run.ts";

export const SIGNAL_BEFORE_MS = 2; // the band is on its way to the gate, which it reaches at the impulse time
export const SIGNAL_AFTER_MS = 12;
const SLOWEST_STEADY_MS = 334; // bands that would follow each other faster than three a second stand still instead

// `since_ms` is the time since the latest impulse (a little less than nothing while its band comes), `count` its number.
export interface NerveSignal {
  readonly kind: "none" | "pulse" | "steady";
  readonly since_ms: number;
  readonly count: number;
}

export function signalAt({ impulse_times_ms: impulses }: Run, t: number, slowDown: number): NerveSignal {
  const count = countUpTo(impulses, t + SIGNAL_BEFORE_MS);
  const latest = impulses[count - 1];
  if (latest === undefined) return { kind: "none", since_ms: Number.POSITIVE_INFINITY, count };
  const since_ms = t - latest;
  const before = latest - (impulses[count - 2] ?? Number.NEGATIVE_INFINITY);
  const after = (impulses[count] ?? Number.POSITIVE_INFINITY) - latest;
  const gap = Math.min(before, after);
  const tooFast = gap * slowDown < SLOWEST_STEADY_MS;
  if (tooFast && since_ms <= Math.max(SIGNAL_AFTER_MS, gap)) return { kind: "steady", since_ms, count };
  return { kind: since_ms <= SIGNAL_AFTER_MS ? "pulse" : "none", since_ms, count };
}
