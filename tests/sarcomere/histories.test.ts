import assert from "node:assert/strict";
import { it } from "node:test";
import { headAt, PULLED, prepareHistories, RESTING, switchAt } from "../../widgets/sarcomere/histories.ts";
import { HALF, type Layout, WHOLE } from "../../widgets/sarcomere/layouts.ts";
import { momentAt } from "../../widgets/sarcomere/moment.ts";
import { preparedRun, RATES_HZ, type RecordedRun, recordedRun } from "./recorded_runs.ts";

const LAYOUTS = [
  { layout: WHOLE, heads: 24, sites: 16 },
  { layout: HALF, heads: 12, sites: 8 },
];
const SLOW_DOWN = 20;

const nearest = (share: number) => Math.floor(share + 0.5);
// A value just at the edge between two counts may be rounded either way.
const atEdge = (share: number) => Math.abs(share - Math.floor(share) - 0.5) < 1e-3;

function headStates(run: RecordedRun, layout: Layout, t: number): number[] {
  return prepareHistories(preparedRun(run), layout).heads.map((history) => headAt(history, t).state);
}

for (const rateHz of RATES_HZ) {
  for (const { layout, heads, sites } of LAYOUTS) {
    it(`at every moment of a run at ${rateHz} Hz, ${layout.name}, as much is drawn as the run says`, () => {
      const recorded = recordedRun(rateHz);
      const run = preparedRun(recorded);
      const histories = prepareHistories(run, layout);
      const shares = {
        headsAttached: (t: number) => ((recorded.heads_attached_percent[t] ?? Number.NaN) / 100) * heads,
        headsPulled: (t: number) => ((recorded.heads_pulled_percent[t] ?? Number.NaN) / 100) * heads,
        sites: (t: number) => ((recorded.troponin_sites_filled_percent[t] ?? Number.NaN) / 100) * sites,
        calcium: (t: number) => (recorded.free_calcium_uM[t] ?? Number.NaN) / run.units.calcium_uM,
        magnesium: (t: number) => (recorded.free_magnesium_mM[t] ?? Number.NaN) / run.units.magnesium_mM,
        atp: (t: number) => (recorded.magnesium_ATP_mM[t] ?? Number.NaN) / run.units.atp_mM,
        store: (t: number) => (recorded.store_calcium_percent[t] ?? Number.NaN) / 2.5,
      };
      for (let t = 0; t <= 1000; t += 1) {
        const { counts } = momentAt(run, histories, t, SLOW_DOWN);
        for (const [name, share] of Object.entries(shares)) {
          if (atEdge(share(t))) continue;
          assert.equal(counts[name as keyof typeof shares], nearest(share(t)), `${name} at ${t} ms`);
        }
      }
    });
  }
}

it("no more heads have pulled than are attached", () => {
  const run = preparedRun(recordedRun(50));
  const histories = prepareHistories(run, WHOLE);
  for (let t = 0; t <= 1000; t += 1) {
    const { headsAttached, headsPulled } = momentAt(run, histories, t, SLOW_DOWN).counts;
    assert.ok(headsPulled <= headsAttached);
  }
});

it("heads hand over while force holds", () => {
  const tetanus = recordedRun(50);
  const [first, later] = [headStates(tetanus, WHOLE, 400), headStates(tetanus, WHOLE, 500)];
  const attached = (states: readonly number[]) => states.filter((state) => state !== RESTING).length;
  assert.equal(attached(first), attached(later));
  assert.notDeepEqual(first, later);
});

it("without ATP no head lets go", () => {
  const run = recordedRun(50);
  const rigor = {
    ...run,
    magnesium_ATP_mM: run.time_ms.map(() => 0),
    heads_attached_percent: run.time_ms.map(() => 60),
    heads_pulled_percent: run.time_ms.map(() => 60),
  };
  const first = headStates(rigor, WHOLE, 100);
  assert.deepEqual(headStates(rigor, WHOLE, 900), first);
  assert.ok(first.includes(PULLED));
});

it("less magnesium is drawn as fewer hexagons", () => {
  const run = recordedRun(1);
  const quarter = { ...run, free_magnesium_mM: run.free_magnesium_mM.map((value) => value / 4) };
  const hexagons = (drawn: RecordedRun) => {
    const prepared = preparedRun(drawn);
    return momentAt(prepared, prepareHistories(prepared, WHOLE), 10, SLOW_DOWN).counts.magnesium;
  };
  assert.equal(hexagons(quarter), Math.round(hexagons(run) / 4));
});

it("a thing is there from the moment at which it comes until it goes", () => {
  const switches = [10, 20, 30];
  assert.deepEqual(
    [5, 10, 19, 20, 35].map((t) => switchAt(switches, t).on),
    [false, true, true, false, true],
  );
  assert.deepEqual(switchAt(switches, 15), { on: true, since: 10, until: 20 });
  assert.deepEqual(switchAt(switches, 40), { on: true, since: 30, until: Number.POSITIVE_INFINITY });
});
