import assert from "node:assert/strict";
import { it } from "node:test";
import { LONGEST_STEP_MS, type Pacing, paceAt, timeAfter } from "../../widgets/sarcomere/pace.ts";

const SLOW_DOWNS = [200, 100, 50, 20, 10];
const pacing = (given: Partial<Pacing> = {}): Pacing => ({
  duration_ms: 700,
  looping: false,
  linger_ms: [],
  slow_down: 20,
  slow_downs: SLOW_DOWNS,
  ...given,
});

it("the clock goes at the chosen pace", () => {
  assert.equal(timeAfter(pacing(), 100, 40).time, 102);
});

it("inside the stretch to linger in it goes at the slowest pace that there is", () => {
  assert.equal(paceAt(pacing({ linger_ms: [50, 56] }), 50), 200);
});

it("at the end of that stretch it goes at the chosen pace again", () => {
  assert.equal(paceAt(pacing({ linger_ms: [50, 56] }), 56), 20);
});

it("a long frame does not leap over the beginning of that stretch", () => {
  assert.equal(timeAfter(pacing({ linger_ms: [50, 56] }), 49.9, 90).time, 50);
});

it("a tab that was hidden does not leap ahead", () => {
  assert.equal(timeAfter(pacing(), 0, 60_000).time, LONGEST_STEP_MS / 20);
});

it("the clock stops at the end of the run", () => {
  assert.deepEqual(timeAfter(pacing(), 699, 90), { time: 700, ended: true });
});

it("a looping clock begins again", () => {
  assert.deepEqual(timeAfter(pacing({ looping: true }), 699, 90), { time: 0, ended: false });
});
