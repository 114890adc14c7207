// The shapes that stand for a trial, for all of them together, and for what a review has published.

import assert from "node:assert/strict";
import { describe, test as it } from "node:test";
import { type MarkKind, STRETCHED, shapesOf } from "../../../widgets/explorers/supplement_evidence/forest_mark.ts";
import type { ForestMark } from "../../../widgets/explorers/supplement_evidence/protocol.ts";

const MARK: ForestMark = { start: 0.2, middle: 0.3, end: 0.6, beyond: "none", size: 1 };
const looks = (mark: ForestMark, kind: MarkKind) => shapesOf(mark, kind).map(({ look }) => look);
const box = (size: number) => shapesOf({ ...MARK, size }, "trial").find(({ look }) => look === "box")?.d;

describe("a mark", () => {
  it("is a box on a whisker for a trial", () => assert.deepEqual(looks(MARK, "trial"), ["whisker", "box"]));

  it("is a diamond for trials put together", () => assert.deepEqual(looks(MARK, "pooled"), ["diamond"]));

  it("is a bar for where a further trial may fall", () => assert.deepEqual(looks(MARK, "prediction"), ["bar"]));

  it("has a larger box the more a trial weighs", () => assert.notEqual(box(0.1), box(0.9)));

  it("stands at its estimate", () => {
    assert.equal(shapesOf(MARK, "trial").find(({ look }) => look === "box")?.at, MARK.middle);
  });

  it("has an arrow at each end at which its interval goes on", () => {
    assert.deepEqual(
      shapesOf({ ...MARK, beyond: "both" }, "pooled")
        .filter(({ look }) => look === "arrow")
        .map(({ at }) => at),
      [0, 1],
    );
  });

  it("has its peak at the estimate, not in the middle of the interval", () => {
    const diamond = shapesOf({ ...MARK, start: 0, middle: 0.25, end: 1 }, "pooled")[0]?.d;
    assert.equal(diamond?.startsWith(`M0 0L${0.25 * STRETCHED} `), true);
  });
});
