import assert from "node:assert/strict";
import { test as it } from "node:test";
import { intentOf } from "../../widgets/browser/finger_intent.ts";

it("a finger that has hardly moved taps, one that goes across drags, and all else scrolls", () => {
  assert.deepEqual([intentOf(0, 0), intentOf(5, -7)], ["tap", "tap"]);
  assert.deepEqual([intentOf(9, 3), intentOf(-12, 11)], ["drag", "drag"]);
  assert.deepEqual([intentOf(9, 12), intentOf(0, -30), intentOf(10, 10)], ["scroll", "scroll", "scroll"]);
});
