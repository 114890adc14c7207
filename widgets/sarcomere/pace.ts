// How fast a clock goes and what time comes next. Pure functions.

export interface Pacing {
  duration_ms: number;
  looping: boolean;
  linger_ms: readonly number[];
  slow_down: number;
  slow_downs: readonly number[];
}

export const LONGEST_STEP_MS = 100; // a tab that was hidden must not leap ahead when it comes back

// How many times slower than life the clock goes at a time.
export function paceAt({ linger_ms, slow_down, slow_downs }: Pacing, time: number): number {
  const [from = Number.POSITIVE_INFINITY, to = Number.POSITIVE_INFINITY] = linger_ms;
  return time >= from && time < to ? Math.max(slow_down, ...slow_downs) : slow_down;
}

// The time after `elapsed` milliseconds of the reader's life, and whether the end has been reached.
export function timeAfter(pacing: Pacing, time: number, elapsed: number): { time: number; ended: boolean } {
  const { duration_ms, looping, linger_ms } = pacing;
  const [lingerFrom = Number.POSITIVE_INFINITY] = linger_ms;
  const onward = time + Math.min(elapsed, LONGEST_STEP_MS) / paceAt(pacing, time);
  // A frame is longer than what there is to see: it must not leap over the beginning of a stretch to linger in.
  const next = time < lingerFrom ? Math.min(onward, lingerFrom) : onward;
  if (next < duration_ms) return { time: next, ended: false };
  return looping ? { time: 0, ended: false } : { time: duration_ms, ended: true };
}
