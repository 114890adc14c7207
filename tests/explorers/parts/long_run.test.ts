// How far the bar of a long run is filled.

import assert from "node:assert/strict";
import { test as it } from "node:test";
import { shareOf } from "../../../widgets/explorers/parts/long_run.ts";

it("the bar is filled by what is done of all", () => {
  assert.equal(shareOf(9, 36), 0.25);
});

it("the bar is empty while nobody knows how much there is", () => {
  assert.equal(shareOf(0, 0), 0);
});
