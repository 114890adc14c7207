import assert from "node:assert/strict";
import { test as it } from "node:test";
import { newestOnly } from "../../widgets/browser/newest.ts";

it("work never overlaps, and of what waits only the newest is done", async () => {
  const done: number[] = [];
  let going = 0;
  const work = newestOnly(async (item: number) => {
    going += 1;
    assert.equal(going, 1);
    await new Promise(setImmediate);
    done.push(item);
    going -= 1;
  });
  await Promise.all([1, 2, 3, 4].map(work));
  assert.deepEqual(done, [1, 4]);
});

it("what comes while work goes on is done after it", async () => {
  const done: number[] = [];
  const work = newestOnly(async (item: number) => {
    await new Promise(setImmediate);
    done.push(item);
  });
  const first = work(1);
  await Promise.resolve();
  await Promise.all([first, work(2)]);
  assert.deepEqual(done, [1, 2]);
});

it("work that fails does not stop what comes after it", async () => {
  const done: number[] = [];
  const work = newestOnly(async (item: number) => {
    await Promise.resolve();
    if (item === 1) throw new Error("the first stumbles");
    done.push(item);
  });
  await assert.rejects(work(1));
  await work(2);
  assert.deepEqual(done, [2]);
});

for (const ticks of [0, 1, 2, 3, 4]) {
  it(`what comes ${ticks} ticks after the last began is done too`, async () => {
    const done: number[] = [];
    const work = newestOnly((item: number) => {
      done.push(item);
      return Promise.resolve();
    });
    const first = work(1);
    // biome-ignore lint/performance/noAwaitInLoops: its place in the queue is what is tried
    for (let tick = 0; tick < ticks; tick += 1) await null;
    await Promise.all([first, work(2)]);
    assert.deepEqual(done, [1, 2]);
  });
}
