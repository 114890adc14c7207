import assert from "node:assert/strict";
import { it } from "node:test";
import { LONGEST_STEP_MS, type Pacing, paceAt, timeAfter } from "../../widgets/sarcomere/pace.ts";

const STORY = [
  { end_ms: 50, slow_down: 20 },
  { end_ms: 56, slow_down: 300 },
  { end_ms: 500, slow_down: 4 },
  { end_ms: 700, slow_down: 0.5 },
];
const pacing = (given: Partial<Pacing> = {}): Pacing => ({
  duration_ms: 700,
  looping: false,
  story: STORY,
  slow_down: 0,
  ...given,
});
const FRAME_MS = 16;

// The reader's time from one time of the run to another, frame by frame.
function playedFor(given: Pacing, from: number, to: number): number {
  let time = from;
  let frames = 0;
  for (; time < to; frames += 1) ({ time } = timeAfter(given, time, FRAME_MS));
  return frames * FRAME_MS;
}

it("the clock goes at the chosen pace, whatever the story says", () => {
  assert.equal(timeAfter(pacing({ slow_down: 20 }), 52, 40).time, 54);
});

it("at the pace of the story each step has its own", () => {
  assert.deepEqual(
    [0, 49.9, 50, 55.9, 56, 600, 700].map((time) => paceAt(pacing(), time)),
    [20, 20, 300, 300, 4, 0.5, 0.5],
  );
});

it("without a story it goes twenty times slower than life", () => {
  assert.equal(paceAt(pacing({ story: [] }), 10), 20);
});

it("real time and faster are kept to", () => {
  assert.equal(timeAfter(pacing({ slow_down: 1 }), 100, 40).time, 140);
  assert.equal(timeAfter(pacing({ slow_down: 0.1 }), 100, 40).time, 500);
});

it("a long frame goes on at the pace of the next step from its beginning", () => {
  assert.equal(timeAfter(pacing(), 49.5, 10).time, 49.5 + 10 / 20);
  assert.ok(Math.abs(timeAfter(pacing(), 49.5, 70).time - (50 + 60 / 300)) < 1e-9);
});

it("each step takes as long as its pace says, however frames fall", () => {
  const steps = [
    [0, 50, 1000],
    [50, 56, 1800],
    [56, 500, 1776],
    [500, 700, 100],
  ] as const;
  for (const [from, to, wanted] of steps) assert.ok(Math.abs(playedFor(pacing(), from, to) - wanted) <= FRAME_MS);
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
