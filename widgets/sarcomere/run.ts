// What a solved run says at a time. Pure functions.

export const TRACES = [
  "force_percent",
  "free_calcium_uM",
  "free_magnesium_mM",
  "troponin_sites_filled_percent",
  "store_calcium_percent",
  "release_gate_open_percent",
  "magnesium_latch_percent",
  "pump_working_percent",
  "heads_attached_percent",
  "heads_pulled_percent",
  "magnesium_ATP_mM",
] as const;
export type Trace = (typeof TRACES)[number];

// As it comes from the kernel: little-endian 32-bit floats by name.
export type PackedRun = Readonly<Record<string, DataView | undefined>>;

export interface Run {
  readonly time_ms: Float32Array;
  readonly impulse_times_ms: Float32Array;
  readonly traces: Readonly<Record<Trace, Float32Array>>;
  readonly maximum: Readonly<Record<Trace, number>>;
  // What has passed since the beginning: turns of the drawn pump, and drawn heads that have let go.
  readonly pumpTurns: Float64Array;
  readonly lettingGo: Float64Array;
  // How many times its calcium at rest a store holds that is drawn full to its mark: more than 1 where it overfills.
  readonly storeScale: number;
  // What one drawn dot, hexagon or square stands for.
  readonly units: { readonly calcium_uM: number; readonly magnesium_mM: number; readonly atp_mM: number };
}

export type State = Record<Trace, number> & { time_ms: number; pumpTurns: number; forceRising: number };

export const MOST_FREE_DOTS = 40;
export const MOST_ATP_SQUARES = 20;
const SMALLEST_DOTS = { calcium_uM: 0.5, magnesium_mM: 0.05, atp_mM: 1 }; // what one stands for when few are needed
export const PUMP_TURN_AT_FULL_RATE_MS = 25; // one drawn turn stands for many: this pace can be followed by eye
const LETTING_GO_PER_MS_mM = 0.23; // likewise: drawn heads that let go per ms and mM of Mg-ATP if every head were pulled
export const MOST_STORE_PERCENT = 125; // up to which a store is drawn on the usual scale
const TREND_MS = 2;

// A run that cannot be drawn, by the name of what is missing in it.
export class IncompleteRunError extends Error {
  readonly missing: string;

  constructor(missing: string) {
    super(`The run has no ${missing} that is as long as its time.`);
    this.missing = missing;
  }
}

export function floatsOf(packed: DataView | null | undefined): Float32Array {
  if (!packed) return new Float32Array(0);
  // The bytes may begin anywhere in a message; a Float32Array must begin at a multiple of four.
  const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  return new Float32Array(bytes.slice().buffer);
}

// The run in a form that can be drawn, or null while there is none yet.
// Throws IncompleteRunError when a trace is missing or not as long as the time.
export function prepareRun(packed: PackedRun): Run | null {
  const time_ms = floatsOf(packed.time_ms);
  if (time_ms.length < 2) return null;
  if (!packed.impulse_times_ms) throw new IncompleteRunError("impulse_times_ms");
  const traces = Object.fromEntries(
    TRACES.map((name) => {
      const values = floatsOf(packed[name]);
      if (values.length !== time_ms.length) throw new IncompleteRunError(name);
      return [name, values];
    }),
  ) as Record<Trace, Float32Array>;
  return runOf(time_ms, floatsOf(packed.impulse_times_ms), traces);
}

// What is shown, pale and without numbers, until the first run comes: a fibre at rest with a full store.
export function restingRun(): Run {
  const traces = Object.fromEntries(TRACES.map((name) => [name, new Float32Array(2)])) as Record<Trace, Float32Array>;
  traces.store_calcium_percent.fill(100);
  return runOf(Float32Array.of(0, 1), new Float32Array(0), traces);
}

function runOf(time_ms: Float32Array, impulse_times_ms: Float32Array, traces: Record<Trace, Float32Array>): Run {
  const maximum = Object.fromEntries(
    TRACES.map((name) => [name, traces[name].reduce((most, value) => Math.max(most, value), 0)]),
  ) as Record<Trace, number>;
  const pumpRate = traces.pump_working_percent.map((percent) => percent / 100 / PUMP_TURN_AT_FULL_RATE_MS);
  const pulled = traces.heads_pulled_percent;
  const lettingGoRate = traces.magnesium_ATP_mM.map((atp, i) => ((pulled[i] ?? 0) / 100) * atp * LETTING_GO_PER_MS_mM);
  return {
    time_ms,
    impulse_times_ms,
    traces,
    maximum,
    pumpTurns: runningSum(time_ms, pumpRate),
    lettingGo: runningSum(time_ms, lettingGoRate),
    storeScale: Math.max(1, maximum.store_calcium_percent / MOST_STORE_PERCENT),
    units: {
      calcium_uM: scaleUnit(maximum.free_calcium_uM, MOST_FREE_DOTS, SMALLEST_DOTS.calcium_uM),
      magnesium_mM: scaleUnit(maximum.free_magnesium_mM, MOST_FREE_DOTS, SMALLEST_DOTS.magnesium_mM),
      atp_mM: scaleUnit(maximum.magnesium_ATP_mM, MOST_ATP_SQUARES, SMALLEST_DOTS.atp_mM),
    },
  };
}

function runningSum(time: Float32Array, rate: Float32Array): Float64Array {
  const sum = new Float64Array(time.length);
  let total = 0;
  for (let i = 1; i < sum.length; i += 1) {
    const span = (time[i] as number) - (time[i - 1] as number);
    total += span * 0.5 * ((rate[i - 1] as number) + (rate[i] as number));
    sum[i] = total;
  }
  return sum;
}

// Amount that one drawn dot stands for: 1, 2 or 5 x 10^k. It is `smallest` unless that would need too many dots, so that
// two runs are mostly drawn on one scale and "less" looks like less.
export function scaleUnit(maximum: number, most: number, smallest: number): number {
  let unit = smallest;
  while (maximum / unit > most) {
    const leadingDigit = Number(unit.toExponential(0).split("e")[0]);
    unit = Number((unit * (leadingDigit === 2 ? 2.5 : 2)).toPrecision(1));
  }
  return unit;
}

function indexAt(time: Float32Array, t: number): number {
  let low = 0;
  let high = time.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((time[middle] as number) <= t) low = middle;
    else high = middle;
  }
  return low;
}

// Linear between the run's times; before and after them its first and last value.
export function valueAt(run: Run, values: Float32Array | Float64Array, t: number): number {
  return blendAt(run.time_ms, values, indexAt(run.time_ms, t), t);
}

function blendAt(time: Float32Array, values: Float32Array | Float64Array, i: number, t: number): number {
  const [from, to] = [time[i] as number, time[i + 1] as number];
  const share = Math.max(0, Math.min(1, (t - from) / (to - from || 1)));
  const [before, after] = [values[i] as number, values[i + 1] as number];
  return before + share * (after - before);
}

export function stateAt(run: Run, t: number): State {
  const i = indexAt(run.time_ms, t);
  const values = Object.fromEntries(TRACES.map((name) => [name, blendAt(run.time_ms, run.traces[name], i, t)]));
  const force = run.traces.force_percent;
  return {
    ...(values as Record<Trace, number>),
    time_ms: t,
    pumpTurns: blendAt(run.time_ms, run.pumpTurns, i, t),
    forceRising: valueAt(run, force, t + TREND_MS) - valueAt(run, force, t - TREND_MS),
  };
}
