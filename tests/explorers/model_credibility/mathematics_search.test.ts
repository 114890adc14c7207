// What is found when a name of the model's mathematics is looked for.

import assert from "node:assert/strict";
import { test as it } from "node:test";
import { matches, searchText } from "../../../widgets/explorers/model_credibility/mathematics_search.ts";

const TEXT = searchText("Calcium release", [
  { say: "calcium in the store turns into free calcium" },
  { markup: "<math/>", phone_markup: "", text: "openness × (store − free)" },
]);

for (const wanted of ["", "   ", "calcium release", "CALCIUM", "  calcium   in the store ", "openness ×"])
  it(`"${wanted}" is found`, () => {
    assert.ok(matches(TEXT, wanted));
  });

it("what only the markup holds is not found", () => {
  assert.ok(!matches(TEXT, "math/"));
});

it("accents make no difference", () => {
  assert.ok(matches(searchText("Förster", []), "fo\u0308rster"));
});
