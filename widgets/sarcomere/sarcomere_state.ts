// What the solved run says at a time: values, counts and the moments at which drawn things appear and go. Pure functions.

import { headPlaces, troponinPlaces } from "./sarcomere_geometry.ts";

export const TRACES = [
  "force_percent", "free_calcium_uM", "free_magnesium_mM", "troponin_sites_filled_percent", "store_calcium_percent",
  "release_gate_open_percent", "magnesium_latch_percent", "pump_working_percent", "heads_attached_percent",
  "heads_pulled_percent", "magnesium_ATP_mM",
];
export const MOST_FREE_DOTS = 40;
export const MOST_ATP_SQUARES = 20;
export const SMALLEST_DOTS = { calcium_uM: 0.5, magnesium_mM: 0.05, atp_mM: 1 }; // what one dot stands for when few are needed
export const STORE_DOTS_AT_REST = 40;
export const PUMP_TURN_AT_FULL_RATE_MS = 25; // one drawn turn stands for many: this pace can be followed by eye
export const LETTING_GO_PER_MS_mM = 0.23; // likewise: drawn heads that let go per ms and mM of Mg-ATP if every head were pulled
export const SIGNAL_BEFORE_MS = 2; // the band is on its way to the gate, which it reaches at the impulse time
export const SIGNAL_AFTER_MS = 12;
export const SLOWEST_STEADY_MS = 334; // bands that would follow each other faster than three a second stand still instead

export function floatsOf(buffer) {
  if (!buffer) return new Float32Array(0);
  const bytes = ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);
  return new Float32Array(bytes.slice().buffer, 0, Math.floor(bytes.byteLength / 4));
}

export function prepareRun(raw) {
  const time = floatsOf(raw?.time_ms);
  if (time.length < 2) return null;
  const run = { time, first: time[0], last: time[time.length - 1], impulses: floatsOf(raw.impulse_times_ms), maximum: {} };
  for (const name of TRACES) {
    const values = floatsOf(raw[name]);
    run[name] = values.length === time.length ? values : new Float32Array(time.length);
    run.maximum[name] = run[name].reduce((most, value) => Math.max(most, value), 0);
  }
  run.pumpTurns = runningSum(run, (i) => run.pump_working_percent[i] / 100 / PUMP_TURN_AT_FULL_RATE_MS);
  run.lettingGo = runningSum(run, (i) => (run.heads_pulled_percent[i] / 100) * run.magnesium_ATP_mM[i] * LETTING_GO_PER_MS_mM);
  run.calciumUnit_uM = scaleUnit(run.maximum.free_calcium_uM, MOST_FREE_DOTS, SMALLEST_DOTS.calcium_uM);
  run.magnesiumUnit_mM = scaleUnit(run.maximum.free_magnesium_mM, MOST_FREE_DOTS, SMALLEST_DOTS.magnesium_mM);
  run.atpUnit_mM = scaleUnit(run.maximum.magnesium_ATP_mM, MOST_ATP_SQUARES, SMALLEST_DOTS.atp_mM);
  return run;
}

// What is shown, pale and without numbers, until the first run comes: a fibre at rest with a full store.
export function restingRun() {
  return prepareRun({ time_ms: Float32Array.of(0, 1), store_calcium_percent: Float32Array.of(100, 100) });
}

export function runningSum(run, rateAt) {
  const sum = new Float64Array(run.time.length);
  for (let i = 1; i < sum.length; i += 1) sum[i] = sum[i - 1] + (run.time[i] - run.time[i - 1]) * 0.5 * (rateAt(i - 1) + rateAt(i));
  return sum;
}

// Amount that one drawn dot stands for: 1, 2 or 5 x 10^k. It is `smallest` unless that would need too many dots, so that
// two runs are mostly drawn on one scale and "less" looks like less.
export function scaleUnit(maximum, most, smallest) {
  let unit = smallest;
  while (maximum / unit > most) unit = Number((unit * (Math.round(unit / 10 ** Math.floor(Math.log10(unit) + 1e-9)) === 2 ? 2.5 : 2)).toPrecision(1));
  return unit;
}

export function indexAt(time, t) {
  let low = 0;
  let high = time.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (time[middle] <= t) low = middle;
    else high = middle;
  }
  return low;
}

export function valueAt(run, values, t) {
  if (t <= run.first) return values[0];
  if (t >= run.last) return values[values.length - 1];
  const i = indexAt(run.time, t);
  const share = (t - run.time[i]) / (run.time[i + 1] - run.time[i] || 1);
  return values[i] + share * (values[i + 1] - values[i]);
}

export function stateAt(run, t) {
  const state = { time_ms: t, pumpTurns: valueAt(run, run.pumpTurns, t) };
  for (const name of TRACES) state[name] = valueAt(run, run[name], t);
  const dt = 2;
  state.forceRising = valueAt(run, run.force_percent, t + dt) - valueAt(run, run.force_percent, t - dt);
  return state;
}

export function countOf(value, unit) {
  return Math.max(0, Math.floor(value / unit + 0.5));
}

// For each rank, the times [on, off, on, off, ...] at which `values / unit`, rounded, rises above or falls to that rank.
export function rankHistory(run, values, unit, ranks) {
  const switches = Array.from({ length: ranks }, () => []);
  let count = Math.min(ranks, countOf(values[0], unit));
  for (let rank = 0; rank < count; rank += 1) switches[rank].push(-Infinity);
  for (let i = 1; i < values.length; i += 1) {
    const target = Math.min(ranks, countOf(values[i], unit));
    while (count !== target) {
      const rank = target > count ? count : count - 1;
      switches[rank].push(crossing(run.time, values, i, (rank + 0.5) * unit));
      count += target > count ? 1 : -1;
    }
  }
  return switches;
}

export function crossing(time, values, i, level) {
  const span = values[i] - values[i - 1];
  return span === 0 ? time[i] : time[i - 1] + (time[i] - time[i - 1]) * Math.max(0, Math.min(1, (level - values[i - 1]) / span));
}

// Heads stand in a queue: who attaches joins its end, who lets go leaves its front, those in front have finished their pull.
// Returns for each head [time, state, ...] with state 0 rest, 1 attached, 2 pulled. Counts at any time are round(share x heads).
export function headHistory(run, heads) {
  const unit = 100 / heads;
  const attached = rankEvents(run, run.heads_attached_percent, unit, heads, "attach", "letGo");
  const pulled = rankEvents(run, run.heads_pulled_percent, unit, heads, "pull", "unpull");
  const swaps = rankEvents(run, run.lettingGo, 1, Infinity, "swap", "swap");
  const events = [...attached, ...pulled, ...swaps].sort((a, b) => a.time - b.time);
  const histories = Array.from({ length: heads }, () => [-Infinity, 0]);
  const drawn = new Array(heads).fill(0);
  let front = 0;
  let end = 0;
  let pulledCount = 0;
  for (const { time, kind } of events) {
    if (kind === "attach") end += 1;
    else if (kind === "letGo") front += 1;
    else if (kind === "pull") pulledCount += 1;
    else if (kind === "unpull") pulledCount -= 1;
    else if (end > front && end - front < heads) {
      front += 1;
      end += 1;
    }
    for (let head = 0; head < heads; head += 1) {
      const place = (((head - front) % heads) + heads) % heads;
      const now = place < end - front ? (place < pulledCount ? 2 : 1) : 0;
      if (now !== drawn[head]) {
        drawn[head] = now;
        histories[head].push(time, now);
      }
    }
  }
  return histories;
}

export function rankEvents(run, values, unit, most, up, down) {
  const events = [];
  let count = Math.min(most, countOf(values[0], unit));
  for (let rank = 0; rank < count; rank += 1) events.push({ time: -Infinity, kind: up });
  for (let i = 1; i < values.length; i += 1) {
    const target = Math.min(most, countOf(values[i], unit));
    while (count !== target) {
      const rising = target > count;
      const rank = rising ? count : count - 1;
      events.push({ time: crossing(run.time, values, i, (rank + 0.5) * unit), kind: rising ? up : down });
      count += rising ? 1 : -1;
    }
  }
  return events;
}

// How many entries of an ascending list (every `stride`-th is a time) are at or before `t`.
export function countUpTo(list, t, stride) {
  let low = 0;
  let high = list.length / stride;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle * stride] <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Where `t` falls in the times of one rank: is it on, since when, until when.
export function switchAt(switches, t) {
  const passed = countUpTo(switches, t, 1);
  return { on: passed % 2 === 1, since: passed ? switches[passed - 1] : -Infinity, until: passed < switches.length ? switches[passed] : Infinity };
}

export function headAt(history, t) {
  const at = 2 * (countUpTo(history, t, 2) - 1);
  const more = at + 2 < history.length;
  return { state: history[at + 1], since: history[at], before: at ? history[at - 1] : 0, until: more ? history[at + 2] : Infinity, next: more ? history[at + 3] : 0 };
}

// The nerve signal: time since the impulse whose band is on screen, or steady when bands would follow too fast to be safe.
export function signalAt(run, t, slowDown) {
  const { impulses } = run;
  const last = countUpTo(impulses, t + SIGNAL_BEFORE_MS, 1) - 1;
  if (last < 0) return { kind: "none", since: Infinity, count: 0 };
  const since = t - impulses[last];
  const before = last > 0 ? impulses[last] - impulses[last - 1] : Infinity;
  const after = last + 1 < impulses.length ? impulses[last + 1] - impulses[last] : Infinity;
  const gap = Math.min(before, after);
  if (gap * slowDown < SLOWEST_STEADY_MS && since <= Math.max(SIGNAL_AFTER_MS, Math.min(after, gap))) return { kind: "steady", since, count: last + 1 };
  return { kind: since <= SIGNAL_AFTER_MS ? "pulse" : "none", since, count: last + 1 };
}

export function prepareHistories(run, layout) {
  const perHundred = (count) => 100 / count;
  const troponins = troponinPlaces(layout).length;
  return {
    calcium: rankHistory(run, run.free_calcium_uM, run.calciumUnit_uM, MOST_FREE_DOTS),
    magnesium: rankHistory(run, run.free_magnesium_mM, run.magnesiumUnit_mM, MOST_FREE_DOTS),
    atp: rankHistory(run, run.magnesium_ATP_mM, run.atpUnit_mM, MOST_ATP_SQUARES),
    store: rankHistory(run, run.store_calcium_percent, perHundred(STORE_DOTS_AT_REST), Math.ceil(STORE_DOTS_AT_REST * 1.25)),
    sites: rankHistory(run, run.troponin_sites_filled_percent, perHundred(troponins), troponins),
    heads: headHistory(run, headPlaces(layout).length),
  };
}
