// The named values of a sentence.

import assert from "node:assert/strict";
import { test as it } from "node:test";
import { fill } from "../../widgets/browser/page_elements.ts";

it("a sentence takes up its named values", () => {
  assert.equal(fill("{count} of {total} hold it.", { count: 2, total: 30 }), "2 of 30 hold it.");
});

it("a value may be nought", () => {
  assert.equal(fill("{count} hold it.", { count: 0 }), "0 hold it.");
});

it("a name without a value stays as it is written", () => {
  assert.equal(fill("{count} of {total}", { count: 2 }), "2 of {total}");
});
