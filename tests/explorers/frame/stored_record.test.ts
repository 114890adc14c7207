// The record as one text, and what is left of a text that the page does not understand any more.

import assert from "node:assert/strict";
import { describe, test as it } from "node:test";
import { asText, fromText, nameOf, VERSION } from "../../../widgets/explorers/frame/stored_record.ts";

const KNOWN = { rate: 1, pump: true, fibre: "fast" };
const RECORD = { values: { rate: 20, pump: false, fibre: "slow" }, kept: { rate: 5 }, level: "all" };

function read(changed: object) {
  return fromText(JSON.stringify({ version: VERSION, page: "cycle", ...RECORD, ...changed }), "cycle", KNOWN);
}

it("what is written can be read again", () => {
  assert.deepEqual(fromText(asText("cycle", RECORD), "cycle", KNOWN), RECORD);
});

it("every page has a name of its own", () => assert.notEqual(nameOf("cycle"), nameOf("intake")));

describe("a text that is no record of this page", () => {
  const texts = [null, "", "nonsense", "null", "3", "[]", "{}", '{"version": 0}'];
  for (const text of texts) it(`is nothing: ${text}`, () => assert.equal(fromText(text, "cycle", KNOWN), null));
  it("is nothing where it is another page's", () => assert.equal(read({ page: "intake" }), null));
  it("is nothing where it is of another version", () => assert.equal(read({ version: VERSION + 1 }), null));
});

it("names that the page does not know are dropped", () => {
  const stored = read({ values: { rate: 2, gone: 1 }, kept: { gone: 1 } });
  assert.deepEqual([stored?.values, stored?.kept], [{ rate: 2 }, {}]);
});

it("values of another type are dropped", () => {
  assert.deepEqual(read({ values: { rate: "2", pump: 1, fibre: null } })?.values, {});
});

it("values that are no record at all are none", () => {
  const stored = read({ values: [1], kept: "all", level: 3 });
  assert.deepEqual(stored, { values: {}, kept: {}, level: "" });
});

it("a name of the language itself is no control", () => {
  assert.deepEqual(read({ values: { constructor: 1, toString: "x" } })?.values, {});
});
