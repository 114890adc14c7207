// Where a value stands on a ruler.

import assert from "node:assert/strict";
import { test as it } from "node:test";
import { placeOf, type Scale, spanOf } from "../../../widgets/explorers/low_magnesium_and_cramps/scales_bar.ts";

const BLOOD: Scale = { ends: [0.2, 1.4], log: false };
const FIBRE: Scale = { ends: [0.1, 10], log: true };
const near = (value: number) => value.toFixed(9);

it("the middle of a plain ruler is halfway between its ends", () => {
  assert.equal(near(placeOf(BLOOD, 0.8)), near(0.5));
});

it("the middle of a logarithmic ruler is the root of the product of its ends", () => {
  assert.equal(near(placeOf(FIBRE, 1)), near(0.5));
});

it("a value beyond an end stands at that end", () => {
  assert.deepEqual(
    [0, 5].map((value) => placeOf(BLOOD, value)),
    [0, 1],
  );
});

it("a band reaches from its lower to its upper value", () => {
  const span = spanOf(BLOOD, [0.5, 1.1]);
  assert.deepEqual(span && [near(span.start), near(span.length)], [near(0.25), near(0.5)]);
});

it("a band with an end that nobody knows is not drawn", () => {
  assert.equal(spanOf(BLOOD, [null, 1.1]), null);
});

it("a ruler without a zone draws none", () => {
  assert.equal(spanOf(BLOOD, null), null);
});
