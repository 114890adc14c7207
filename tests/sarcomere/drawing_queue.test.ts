import assert from "node:assert/strict";
import { beforeEach, it } from "node:test";
import { DrawingQueue } from "../../widgets/sarcomere/drawing_queue.ts";

let callbacks: Map<number, FrameRequestCallback>;
let drawings: number;
let ticking: boolean;
let queue: DrawingQueue;

function nextFrame(): void {
  const due = [...callbacks.values()];
  callbacks.clear();
  for (const callback of due) callback(0);
}

beforeEach(() => {
  callbacks = new Map();
  drawings = 0;
  ticking = false;
  let frames = 0;
  const requestAnimationFrame = (callback: FrameRequestCallback) => {
    frames += 1;
    callbacks.set(frames, callback);
    return frames;
  };
  const cancelAnimationFrame = (frame: number) => callbacks.delete(frame);
  const draw = () => {
    drawings += 1;
  };
  queue = new DrawingQueue(draw, () => ticking, { requestAnimationFrame, cancelAnimationFrame });
});

it("many changes lead to one drawing in the next frame", () => {
  queue.ask();
  queue.ask();
  queue.ask();
  assert.equal(drawings, 0);
  nextFrame();
  nextFrame();
  assert.equal(drawings, 1);
});

it("a change after a drawing leads to another one", () => {
  queue.ask();
  nextFrame();
  queue.ask();
  nextFrame();
  assert.equal(drawings, 2);
});

it("a drawing at once takes what was asked for with it", () => {
  queue.ask();
  queue.now();
  nextFrame();
  assert.equal(drawings, 1);
});

it("while a clock ticks, its tick draws", () => {
  ticking = true;
  queue.ask();
  nextFrame();
  assert.equal(drawings, 0);
  queue.now();
  assert.equal(drawings, 1);
});

it("nothing is drawn after the end", () => {
  queue.ask();
  queue.stop();
  nextFrame();
  assert.equal(drawings, 0);
});
