// How fast a clock goes and what time comes next. Pure functions.

// Until `end_ms` a step of the story goes `slow_down` times slower than life.
export interface PacedStep {
  readonly end_ms: number;
  readonly slow_down: number;
}

export interface Pacing {
  readonly duration_ms: number;
  readonly looping: boolean;
  readonly story: readonly PacedStep[];
  // 0 is the pace of the story.
  readonly slow_down: number;
}

export const LONGEST_STEP_MS = 100; // a tab that was hidden must not leap ahead when it comes back
const WITHOUT_STORY = 20;

// How many times slower than life the clock goes at a time.
export function paceAt(pacing: Pacing, time: number): number {
  return pacing.slow_down || stepAt(pacing, time)?.slow_down || WITHOUT_STORY;
}

// At the very end it is still the last step.
function stepAt({ story }: Pacing, time: number): PacedStep | undefined {
  return story.find(({ end_ms }) => time < end_ms) ?? story.at(-1);
}

// The time after `elapsed` milliseconds of the reader's life, and whether the end has been reached. A frame that is longer
// than what is left of a step goes on at the pace of the next one.
export function timeAfter(pacing: Pacing, time: number, elapsed: number): { time: number; ended: boolean } {
  let now = time;
  let left = Math.min(elapsed, LONGEST_STEP_MS);
  while (left > 0 && now < pacing.duration_ms) {
    const pace = paceAt(pacing, now);
    const end = Math.min(endOfPace(pacing, now), pacing.duration_ms);
    const spent = Math.min(left, (end - now) * pace);
    now = spent < left ? end : now + spent / pace;
    left -= spent;
  }
  if (now < pacing.duration_ms) return { time: now, ended: false };
  return pacing.looping ? { time: 0, ended: false } : { time: pacing.duration_ms, ended: true };
}

function endOfPace(pacing: Pacing, time: number): number {
  const end = pacing.slow_down ? undefined : stepAt(pacing, time)?.end_ms;
  return end !== undefined && end > time ? end : Number.POSITIVE_INFINITY;
}
