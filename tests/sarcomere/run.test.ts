import assert from "node:assert/strict";
import { it } from "node:test";
import { IncompleteRunError, prepareRun, scaleUnit, stateAt, TRACES, valueAt } from "../../widgets/sarcomere/run.ts";
import { packed, packedRun, preparedRun, RATES_HZ, recordedRun } from "./recorded_runs.ts";

const TWITCH = recordedRun(1);

for (const rateHz of RATES_HZ) {
  it(`the state of a run at ${rateHz} Hz is what the run says`, () => {
    const recorded = recordedRun(rateHz);
    const run = preparedRun(recorded);
    for (const t of [0, 51, 54, 63, 85, 121, 391, 1000]) {
      const state = stateAt(run, t);
      for (const name of TRACES)
        assert.ok(Math.abs(state[name] - (recorded[name][t] ?? Number.NaN)) < 1e-4, `${name} at ${t}`);
    }
  });
}

it("between two times of a run a value is in between in proportion", () => {
  const run = preparedRun(TWITCH);
  const [before = Number.NaN, after = Number.NaN] = TWITCH.force_percent.slice(70, 72);
  assert.ok(Math.abs(valueAt(run, run.traces.force_percent, 70.25) - (0.75 * before + 0.25 * after)) < 1e-5);
});

it("before and after a run its first and last value hold", () => {
  const run = preparedRun(TWITCH);
  const store = run.traces.store_calcium_percent;
  assert.equal(valueAt(run, store, -5), store[0]);
  assert.equal(valueAt(run, store, 5000), store.at(-1));
});

for (const name of [...TRACES, "impulse_times_ms"]) {
  it(`a run without ${name} is refused by name`, () => {
    const { [name]: _, ...rest } = packedRun(TWITCH);
    assert.throws(
      () => prepareRun(rest),
      (error) => error instanceof IncompleteRunError && error.missing === name,
    );
  });
}

it("a trace that is shorter than its time is refused", () => {
  const short = { ...packedRun(TWITCH), force_percent: packed([0, 1, 2]) };
  assert.throws(() => prepareRun(short), IncompleteRunError);
});

it("the kernel hands over what is drawn, and nothing else", () => {
  assert.deepEqual(new Set(Object.keys(TWITCH)), new Set([...TRACES, "time_ms", "impulse_times_ms"]));
});

it("a run that has not come yet is no run, and no error", () => {
  assert.equal(prepareRun({}), null);
});

it("bytes that begin anywhere in a message are read", () => {
  const run = packedRun(TWITCH);
  const time = run.time_ms as DataView;
  const shifted = new Uint8Array(time.byteLength + 3);
  shifted.set(new Uint8Array(time.buffer), 3);
  const moved = prepareRun({ ...run, time_ms: new DataView(shifted.buffer, 3) });
  assert.deepEqual(moved?.time_ms.slice(0, 3), Float32Array.of(0, 1, 2));
});

const SCALES = [
  { maximum: 4.7, unit: 0.5 },
  { maximum: 20, unit: 0.5 },
  { maximum: 20.1, unit: 1 },
  { maximum: 41, unit: 2 },
  { maximum: 90, unit: 5 },
  { maximum: 260, unit: 10 },
  { maximum: 0, unit: 0.5 },
];
for (const { maximum, unit } of SCALES) {
  it(`at most ${maximum} is drawn with dots of ${unit}`, () => {
    assert.equal(scaleUnit(maximum, 40, 0.5), unit);
  });
}

it("the pump turns only as far as the run pumps", () => {
  const run = preparedRun(TWITCH);
  const turns = valueAt(run, run.pumpTurns, 300) - valueAt(run, run.pumpTurns, 40);
  const pumped = TWITCH.pump_working_percent.slice(40, 301).reduce((sum, percent) => sum + percent / 100, 0);
  assert.ok(Math.abs(turns / (pumped / 25) - 1) < 0.02);
});
