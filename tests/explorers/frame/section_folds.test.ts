// Which sections of a page are open at first, and what a tab remembers of them.

import assert from "node:assert/strict";
import { test as it } from "node:test";
import { choicesFrom, startsOpen, WIDE_PX } from "../../../widgets/explorers/frame/section_folds.ts";

it("in a wide column every section starts open", () => {
  assert.deepEqual(
    [0, 1, 7].map((place) => startsOpen(place, WIDE_PX)),
    [true, true, true],
  );
});

it("in a narrow column the first section alone starts open", () => {
  assert.deepEqual(
    [0, 1, 7].map((place) => startsOpen(place, WIDE_PX - 1)),
    [true, false, false],
  );
});

it("what a tab has kept is taken as far as it is a choice", () => {
  assert.deepEqual(choicesFrom('{"signs": true, "map_work": false, "limits": "open"}'), {
    signs: true,
    map_work: false,
  });
});

for (const text of [null, "", "null", "{", "[1]", "7"]) {
  it(`nothing is chosen where a tab has kept ${JSON.stringify(text)}`, () => {
    assert.deepEqual(choicesFrom(text), {});
  });
}
