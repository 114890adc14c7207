// The places of sliders and the values that they stand for.

import assert from "node:assert/strict";
import { describe, test as it } from "node:test";
import { type Sliding, scaleOf } from "../../../widgets/explorers/parts/control_scale.ts";

const LINEAR: Sliding = { scale: "linear", minimum: 0.2, maximum: 1.5, step: 0.025, stops: [] };
const LOG: Sliding = { scale: "log", minimum: 0.05, maximum: 10, step: 20, stops: [] };
const AGE: Sliding = {
  scale: "age",
  minimum: 0,
  maximum: 2,
  step: 1,
  stops: [
    [0, "newborn"],
    [1 / 12, "1 month"],
    [1, "1 year"],
    [2, "2 years"],
  ],
};

describe("every slider", () => {
  for (const sliding of [LINEAR, LOG, AGE]) {
    const scale = scaleOf(sliding);
    it(`has both ends of its range on it: ${sliding.scale}`, () => {
      assert.deepEqual([scale.toValue(scale.least), scale.toValue(scale.most)], [sliding.minimum, sliding.maximum]);
    });
    it(`comes back to each of its places: ${sliding.scale}`, () => {
      for (let place = scale.least; place <= scale.most; place += 1) {
        assert.equal(scale.toPlace(scale.toValue(place)), place);
      }
    });
    it(`never leaves its range: ${sliding.scale}`, () => {
      assert.deepEqual([scale.toPlace(-1e9), scale.toPlace(1e9)].map(scale.toValue), [
        sliding.minimum,
        sliding.maximum,
      ]);
    });
  }
});

it("a linear slider gives plain decimals", () => {
  const scale = scaleOf(LINEAR);
  assert.deepEqual([1, 3, 16].map(scale.toValue), [0.225, 0.275, 0.6]);
});

it("a tenfold slider has 0.1, 1 and 10 on it", () => {
  const scale = scaleOf(LOG);
  assert.deepEqual(
    [0.1, 1, 10].map((value) => scale.toValue(scale.toPlace(value))),
    [0.1, 1, 10],
  );
});

it("a value between two stops is said as the one before", () => {
  assert.equal(scaleOf(AGE).toText?.(0.5), "1 month");
});
