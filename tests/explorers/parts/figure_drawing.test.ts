import assert from "node:assert/strict";
import { test as it } from "node:test";
import type { Line, Picture } from "../../../widgets/explorers/parts/figure.ts";
import { changeOf, Drawing } from "../../../widgets/explorers/parts/figure_drawing.ts";

// A browser's own; here a fault is to fail the test.
globalThis.reportError = (error: unknown) => {
  throw error;
};
const line = (y: number, more: Partial<Line> = {}): Line => ({
  type: "scatter",
  mode: "lines",
  x: [0, 1],
  y: [0, y],
  ...more,
});
const picture = (y: number, top = 10, title = "Force"): Picture => ({
  data: [line(y)],
  layout: { height: 100, yaxis: { range: [0, top], title }, meta: { table: { columns: [], rows: [[String(y)]] } } },
});

// A drawing whose frames and rests come when the test says so, and which notes what is drawn.
function bench() {
  const done: string[] = [];
  const frames: (() => void)[] = [];
  let rest: (() => void) | null = null;
  let hold: Promise<void> | null = null;
  const yOf = (lines: readonly Line[]) => Array.from(lines[0]?.y ?? [])[1];
  const drawing = new Drawing(
    {
      drawAll: async ({ data }) => {
        done.push(`all ${yOf(data)}`);
        await hold;
      },
      moveAxes: (axes) => {
        done.push(`axes ${JSON.stringify(axes)}`);
        return Promise.resolve();
      },
      drawLines: (lines) => done.push(`lines ${yOf(lines)}`),
      clearLines: () => done.push("clear"),
      drawn: (isSettled) => done.push(isSettled ? "settled" : "drawn"),
    },
    {
      frame: (callback) => frames.push(callback),
      after: (_ms, callback) => {
        rest = callback;
        return callback;
      },
      cancel: (timer) => {
        if (timer === rest) rest = null;
      },
    },
  );
  const frame = async () => {
    for (const callback of frames.splice(0)) callback();
    await new Promise(setImmediate);
  };
  const handRests = async () => {
    rest?.();
    await new Promise(setImmediate);
  };
  const open = async () => {
    drawing.show(picture(1));
    await drawing.settle();
    await frame();
    return done.splice(0);
  };
  const block = (until: Promise<void>) => {
    hold = until;
  };
  return { done, drawing, frame, handRests, open, block };
}

it("the first picture is plotly's", async () => {
  assert.deepEqual(await bench().open(), ["all 1", "clear", "settled"]);
});

it("lines that move are drawn on the canvas, and by plotly when the hand rests", async () => {
  const { done, drawing, frame, handRests, open } = bench();
  await open();
  drawing.show(picture(2));
  await frame();
  assert.deepEqual(done.splice(0), ["lines 2", "drawn"]);
  await handRests();
  assert.deepEqual(done, ["all 2", "clear", "settled"]);
});

it("of several pictures in one frame the newest is drawn, once", async () => {
  const { done, drawing, frame, open } = bench();
  await open();
  for (const y of [2, 3, 4]) drawing.show(picture(y));
  await frame();
  assert.deepEqual(done, ["lines 4", "drawn"]);
});

it("an axis that grows is moved before the lines are drawn on it", async () => {
  const { done, drawing, frame, open } = bench();
  await open();
  drawing.show(picture(2, 20));
  await frame();
  assert.deepEqual(done.splice(0), ['axes {"yaxis":[0,20]}', "lines 2", "drawn"]);
  drawing.show(picture(3, 20));
  await frame();
  assert.deepEqual(done, ["lines 3", "drawn"]);
});

it("a figure that looks another way is drawn by plotly at once", async () => {
  const { done, drawing, frame, open } = bench();
  await open();
  drawing.show(picture(2, 10, "Force, %"));
  await frame();
  assert.deepEqual(done, ["all 2", "clear", "settled"]);
});

it("what cannot be seen is drawn when the hand rests", async () => {
  const { done, drawing, frame, handRests, open } = bench();
  await open();
  drawing.isSeen = false;
  drawing.show(picture(2));
  await frame();
  assert.deepEqual(done, []);
  await handRests();
  assert.deepEqual(done, ["all 2", "clear", "settled"]);
});

it("what comes into view is drawn in the next frame", async () => {
  const { done, drawing, frame, open } = bench();
  await open();
  drawing.isSeen = false;
  drawing.show(picture(2));
  await frame();
  drawing.isSeen = true;
  await frame();
  assert.deepEqual(done, ["lines 2", "drawn"]);
});

it("a picture that comes while plotly draws is not taken for settled", async () => {
  const { done, drawing, frame, open, block } = bench();
  await open();
  const plotlyIsDone = new EventTarget();
  block(new Promise((resolve) => plotlyIsDone.addEventListener("done", () => resolve())));
  drawing.show(picture(2));
  const settling = drawing.settle();
  drawing.show(picture(3));
  plotlyIsDone.dispatchEvent(new Event("done"));
  await settling;
  assert.deepEqual(done.splice(0), ["all 2"]);
  await frame();
  assert.deepEqual(done, ["lines 3", "drawn"]);
});

it("a size that changes draws the same picture again", async () => {
  const { done, drawing, open } = bench();
  await open();
  await drawing.again();
  assert.deepEqual(done, ["all 1", "clear", "settled"]);
});

it("a dimmed line and another table change nothing that plotly must draw", () => {
  const dimmed = { ...picture(2), data: [line(2, { opacity: 0.25 })] };
  assert.deepEqual(changeOf(picture(1), dimmed), {});
});

it("bars are plotly's", () => {
  const bars = { ...picture(1), data: [line(1, { type: "bar" })] };
  assert.equal(changeOf(bars, bars), "all");
});
