import assert from "node:assert/strict";
import { test as it } from "node:test";
import { startWatch } from "../../widgets/site/readiness.ts";

const WAITING = { saidReady: false, outputsToCome: true };
const SHOWN = { saidReady: false, outputsToCome: false };

it("a page that says that it is ready is ready", () => {
  assert.equal(startWatch()({ saidReady: true, outputsToCome: true }, 0), "ready");
});

it("a page whose outputs are still to come is starting", () => assert.equal(startWatch()(WAITING, 5000), "starting"));

it("a page that says nothing has some time to draw after its last output", () => {
  const howFar = startWatch();
  assert.deepEqual([howFar(SHOWN, 3000), howFar(SHOWN, 4000), howFar(SHOWN, 4600)], ["starting", "starting", "ready"]);
});

it("a page that has no output for twenty seconds is slow", () => assert.equal(startWatch()(WAITING, 20_001), "slow"));
