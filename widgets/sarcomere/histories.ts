// When drawn things appear and go in a run: for each thing the moments at which it does. Pure functions.

import { headPlaces, troponinPlaces } from "./geometry.ts";
import type { Layout } from "./layouts.ts";
import { MOST_ATP_SQUARES, MOST_FREE_DOTS, MOST_STORE_PERCENT, type Run } from "./run.ts";

const STORE_DOTS_AT_REST = 40;
export const MOST_STORE_DOTS = Math.ceil((STORE_DOTS_AT_REST * MOST_STORE_PERCENT) / 100);

// Times at which a thing comes, goes, comes, goes, ...
export type Switches = readonly number[];

export const RESTING = 0;
const ATTACHED = 1;
export const PULLED = 2;
export type HeadState = typeof RESTING | typeof ATTACHED | typeof PULLED;

// The states of one head in turn, each with the time at which it begins.
export interface HeadHistory {
  readonly since: readonly number[];
  readonly state: readonly HeadState[];
}

export interface Histories {
  readonly calcium: readonly Switches[];
  readonly magnesium: readonly Switches[];
  readonly atp: readonly Switches[];
  readonly store: readonly Switches[];
  readonly sites: readonly Switches[];
  readonly heads: readonly HeadHistory[];
}

export interface Switched {
  readonly on: boolean;
  readonly since: number;
  readonly until: number;
}

export interface HeadNow {
  readonly state: HeadState;
  readonly before: HeadState;
  readonly next: HeadState;
  readonly since: number;
  readonly until: number;
}

type Values = Float32Array | Float64Array;
// A rank of a rounded amount is reached from below, or left again.
interface RankEvent {
  readonly time: number;
  readonly rank: number;
  readonly rising: boolean;
}
type HeadEvent = "attach" | "let go" | "pull" | "unpull" | "swap";

function countOf(value: number, unit: number): number {
  return Math.max(0, Math.floor(value / unit + 0.5));
}

// Every time at which `values / unit`, rounded, rises above or falls to a rank, in order.
function rankEvents(run: Run, values: Values, unit: number, ranks: number): RankEvent[] {
  const countAt = (i: number) => Math.min(ranks, countOf(values[i] as number, unit));
  let count = countAt(0);
  const events = Array.from({ length: count }, (_, rank) => ({ time: Number.NEGATIVE_INFINITY, rank, rising: true }));
  for (let i = 1; i < values.length; i += 1) {
    const target = countAt(i);
    while (count !== target) {
      const rising = target > count;
      const rank = rising ? count : count - 1;
      events.push({ time: crossing(run.time_ms, values, i, (rank + 0.5) * unit), rank, rising });
      count += rising ? 1 : -1;
    }
  }
  return events;
}

// When the line from one value to the next one, at `i`, crosses a level.
function crossing(time: Float32Array, values: Values, i: number, level: number): number {
  const [from, to] = [time[i - 1] as number, time[i] as number];
  const [before, after] = [values[i - 1] as number, values[i] as number];
  if (after === before) return to;
  return from + (to - from) * Math.max(0, Math.min(1, (level - before) / (after - before)));
}

function rankHistory(run: Run, values: Values, unit: number, ranks: number): Switches[] {
  const switches: number[][] = Array.from({ length: ranks }, () => []);
  for (const { time, rank } of rankEvents(run, values, unit, ranks)) switches[rank]?.push(time);
  return switches;
}

// Heads stand in a queue: who attaches joins its end, who lets go leaves its front, those in front have finished their pull.
class HeadQueue {
  readonly heads: number;
  #front = 0;
  #end = 0;
  #pulled = 0;

  constructor(heads: number) {
    this.heads = heads;
  }

  take(event: HeadEvent): void {
    if (event === "attach") this.#end += 1;
    else if (event === "let go") this.#front += 1;
    else if (event === "pull") this.#pulled += 1;
    else if (event === "unpull") this.#pulled -= 1;
    else if (this.#end > this.#front && this.#end - this.#front < this.heads) {
      this.#front += 1;
      this.#end += 1;
    }
  }

  // The heads beside the ends of the queue and of those that have pulled: an event changes no others.
  get changing(): number[] {
    const pulled = this.#front + this.#pulled;
    return [this.#front - 1, pulled - 1, pulled, this.#end - 1].map((place) => this.#headAt(place));
  }

  stateOf(head: number): HeadState {
    const place = this.#headAt(head - this.#front);
    if (place >= this.#end - this.#front) return RESTING;
    return place < this.#pulled ? PULLED : ATTACHED;
  }

  #headAt(place: number): number {
    return ((place % this.heads) + this.heads) % this.heads;
  }
}

// Counts at any time are round(share x heads).
function headHistories(run: Run, heads: number): HeadHistory[] {
  const { heads_attached_percent: attached, heads_pulled_percent: pulled } = run.traces;
  const named = (values: Values, unit: number, ranks: number, up: HeadEvent, down: HeadEvent) =>
    rankEvents(run, values, unit, ranks).map(({ time, rising }) => ({ time, event: rising ? up : down }));
  const events = [
    ...named(attached, 100 / heads, heads, "attach", "let go"),
    ...named(pulled, 100 / heads, heads, "pull", "unpull"),
    ...named(run.lettingGo, 1, Number.POSITIVE_INFINITY, "swap", "swap"),
  ].sort((one, other) => one.time - other.time);
  const histories = Array.from({ length: heads }, () => ({
    since: [Number.NEGATIVE_INFINITY],
    state: [RESTING as HeadState],
  }));
  const queue = new HeadQueue(heads);
  for (const { time, event } of events) {
    queue.take(event);
    for (const head of queue.changing) {
      const history = histories[head];
      const now = queue.stateOf(head);
      if (!history || now === history.state.at(-1)) continue;
      history.since.push(time);
      history.state.push(now);
    }
  }
  return histories;
}

export function prepareHistories(run: Run, layout: Layout): Histories {
  const { traces, units } = run;
  const sites = troponinPlaces(layout).length;
  return {
    calcium: rankHistory(run, traces.free_calcium_uM, units.calcium_uM, MOST_FREE_DOTS),
    magnesium: rankHistory(run, traces.free_magnesium_mM, units.magnesium_mM, MOST_FREE_DOTS),
    atp: rankHistory(run, traces.magnesium_ATP_mM, units.atp_mM, MOST_ATP_SQUARES),
    store: rankHistory(run, traces.store_calcium_percent, (100 / STORE_DOTS_AT_REST) * run.storeScale, MOST_STORE_DOTS),
    sites: rankHistory(run, traces.troponin_sites_filled_percent, 100 / sites, sites),
    heads: headHistories(run, headPlaces(layout).length),
  };
}

// How many entries of an ascending list are at or before `t`.
export function countUpTo(list: ArrayLike<number>, t: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Where `t` falls in the times of one thing: is it there, since when, until when.
export function switchAt(switches: Switches, t: number): Switched {
  const passed = countUpTo(switches, t);
  return {
    on: passed % 2 === 1,
    since: switches[passed - 1] ?? Number.NEGATIVE_INFINITY,
    until: switches[passed] ?? Number.POSITIVE_INFINITY,
  };
}

export function headAt({ since, state }: HeadHistory, t: number): HeadNow {
  const at = countUpTo(since, t) - 1;
  return {
    state: state[at] as HeadState,
    before: state[at - 1] ?? RESTING,
    next: state[at + 1] ?? RESTING,
    since: since[at] as number,
    until: since[at + 1] ?? Number.POSITIVE_INFINITY,
  };
}
