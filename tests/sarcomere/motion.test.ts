import assert from "node:assert/strict";
import { it } from "node:test";
import type { DriftPlace } from "../../widgets/sarcomere/geometry.ts";
import { prepareHistories, type Switched, switchAt } from "../../widgets/sarcomere/histories.ts";
import { calciumAt, driftOf } from "../../widgets/sarcomere/ion_motion.ts";
import { HALF, type Layout, type Point, WHOLE } from "../../widgets/sarcomere/layouts.ts";
import { pumpGear } from "../../widgets/sarcomere/machine_motion.ts";
import { momentAt } from "../../widgets/sarcomere/moment.ts";
import type { Run } from "../../widgets/sarcomere/run.ts";
import { placesOf, type Scene, sceneAt } from "../../widgets/sarcomere/scene.ts";
import { preparedRun, RATES_HZ, recordedRun } from "./recorded_runs.ts";

const STEP_MS = 0.05;
const LONGEST_DRIFT = 0.5;
const LARGEST_TURN_DEG = 4;
const FLIGHT_MS = 3;
const STEPS_OF_A_FLIGHT = 200;
const LONGEST_STEP_OF_A_FLIGHT = 12;

function playing(rateHz: number, layout: Layout): (t: number) => Scene {
  const run = preparedRun(recordedRun(rateHz));
  const histories = prepareHistories(run, layout);
  const places = placesOf(layout);
  return (t) => sceneAt(layout, places, histories, momentAt(run, histories, t, 20), { still: false, keptForce: null });
}

const apart = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);

// The longest way that anything in a list goes from one scene to the next; where one comes or goes, others move up.
function longestStep(now: readonly Point[], before: readonly Point[]): number {
  if (now.length !== before.length) return 0;
  return Math.max(0, ...now.map((place, index) => apart(place, before[index] as Point)));
}

function largestTurn(now: Scene, before: Scene): number {
  return Math.max(...now.heads.map((head, index) => Math.abs(head.neck_deg - (before.heads[index]?.neck_deg ?? 0))));
}

// From when until when each calcium ion is there, by the rank of its place.
function livesOf(run: Run, layout: Layout): (Switched & { rank: number })[] {
  return prepareHistories(run, layout).calcium.flatMap((switches, rank) =>
    switches
      .map((time) => ({ rank, ...switchAt(switches, time) }))
      .filter(({ on, since, until }) => on && since > 0 && until < Number.POSITIVE_INFINITY),
  );
}

for (const rateHz of RATES_HZ) {
  for (const layout of [WHOLE, HALF]) {
    it(`nothing leaps in a run at ${rateHz} Hz, ${layout.name}`, () => {
      const sceneAtTime = playing(rateHz, layout);
      let before = sceneAtTime(45);
      for (let t = 45 + STEP_MS; t < 160; t += STEP_MS) {
        const now = sceneAtTime(t);
        for (const kind of ["magnesium", "atp", "stored"] as const) {
          assert.ok(longestStep(now[kind], before[kind]) < LONGEST_DRIFT, `${kind} at ${t} ms`);
        }
        assert.ok(largestTurn(now, before) < LARGEST_TURN_DEG, `heads at ${t} ms`);
        assert.ok(Math.abs(now.frames.right - before.frames.right) < LONGEST_DRIFT, `filaments at ${t} ms`);
        before = now;
      }
    });

    it(`every calcium ion flies from the gate without a leap in a run at ${rateHz} Hz, ${layout.name}`, () => {
      const run = preparedRun(recordedRun(rateHz));
      const { calcium: places, troponins } = placesOf(layout);
      const way = { layout, run, troponins, still: false };
      const lives = livesOf(run, layout);
      assert.ok(lives.length > 5);
      for (const life of lives) {
        const flight = Math.min(FLIGHT_MS, (life.until - life.since) / 2);
        const at = (t: number) => calciumAt(way, places[life.rank] as DriftPlace, life, life.rank, t);
        const steps = Array.from({ length: STEPS_OF_A_FLIGHT + 1 }, (_, step) => (flight * step) / STEPS_OF_A_FLIGHT);
        for (const begins of [life.since, life.until - flight]) {
          const flown = steps.map((passed) => at(begins + passed));
          assert.ok(longestStep(flown.slice(1), flown.slice(0, -1)) < LONGEST_STEP_OF_A_FLIGHT, `at ${begins} ms`);
        }
        assert.ok(apart(at(life.since), { x: layout.gate.x - 20, y: layout.gate.y }) < 1e-6);
      }
    });

    it(`as many are drawn as are counted at ${rateHz} Hz, ${layout.name}`, () => {
      const run = preparedRun(recordedRun(rateHz));
      const histories = prepareHistories(run, layout);
      const places = placesOf(layout);
      for (let t = 0; t < 1000; t += 7) {
        const moment = momentAt(run, histories, t, 20);
        const scene = sceneAt(layout, places, histories, moment, { still: false, keptForce: null });
        const { calcium, magnesium, atp, store, sites, headsAttached } = moment.counts;
        const drawn = [scene.calcium, scene.magnesium, scene.atp, scene.stored].map(({ length }) => length);
        assert.deepEqual(drawn, [calcium, magnesium, atp, store]);
        assert.equal(scene.filled.filter(Boolean).length, sites);
        assert.equal(scene.heads.filter(({ state }) => state > 0).length, headsAttached);
      }
    });
  }
}

it("the same time gives the same picture, whatever was shown before", () => {
  const sceneAtTime = playing(10, WHOLE);
  const first = sceneAtTime(170.5);
  sceneAtTime(640);
  assert.deepEqual(sceneAtTime(170.5), first);
});

it("with reduced motion ions stay in place between jumps", () => {
  const place = { x: 100, y: 100, phase: 0.3 };
  assert.deepEqual(driftOf(place, 430, true), driftOf(place, 401, true));
  assert.notDeepEqual(driftOf(place, 441, true), driftOf(place, 401, true));
});

it("a full gate is wide open, a shut one is shut, and the latch slides down as magnesium holds", () => {
  const sceneAtTime = playing(1, WHOLE);
  const shut = sceneAtTime(0);
  const openest = Math.max(...Array.from({ length: 100 }, (_, k) => sceneAtTime(50 + k / 10).gate.swing_deg));
  assert.equal(shut.gate.swing_deg, 0);
  assert.ok(openest > 10);
  assert.ok(shut.gate.latch.y > WHOLE.gate.y - 44);
});

it("the store's level falls when calcium has left", () => {
  const sceneAtTime = playing(50, WHOLE);
  assert.ok(sceneAtTime(300).levelY > sceneAtTime(0).levelY + 8);
});

it("the kept run has a spring of its own", () => {
  const run = preparedRun(recordedRun(1));
  const histories = prepareHistories(run, WHOLE);
  const moment = momentAt(run, histories, 100, 20);
  const scene = sceneAt(WHOLE, placesOf(WHOLE), histories, moment, { still: false, keptForce: 100 });
  assert.equal(scene.keptRight, -26);
});

it("the pump turns at a pace that can be followed, however fast the clock goes", () => {
  for (const slowDown of [690, 26, 10, 1, 0.1, 0.044]) {
    const turnsPerSecond = 40 / slowDown / pumpGear(slowDown);
    assert.ok(turnsPerSecond <= 2.5, `${turnsPerSecond} at ${slowDown}`);
  }
  assert.equal(pumpGear(20), 1);
});
