// Where the name of a file may be broken.

import assert from "node:assert/strict";
import { test as it } from "node:test";
import { piecesOf } from "../../../widgets/explorers/parts/download_list.ts";

it("a long name may be broken after each underscore", () => {
  assert.deepEqual(piecesOf("model_against_measurement.csv"), ["model_", "against_", "measurement.csv"]);
});

it("a short name stays whole", () => {
  assert.deepEqual(piecesOf("causes.csv"), ["causes.csv"]);
});
