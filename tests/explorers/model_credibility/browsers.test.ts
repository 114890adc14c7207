// Searching the constants, and stepping through the measurements.

import assert from "node:assert/strict";
import { describe, test as it } from "node:test";
import { idBeside } from "../../../widgets/explorers/model_credibility/measurement_browser.ts";
import { isFound } from "../../../widgets/explorers/model_credibility/parameter_browser.ts";

const PUMP = { id: "pump_rate", name: "Pump rate", meaning: "How fast calcium returns", checked: "page", mark: "" };

describe("a constant", () => {
  it("is found without a word", () => assert.ok(isFound(PUMP, "  ", "all")));
  it("is found by words of its name and meaning in any order", () => assert.ok(isFound(PUMP, "Calcium PUMP", "all")));
  it("is not found where one word is missing", () => assert.equal(isFound(PUMP, "pump magnesium", "all"), false));
  it("is found among its own kind", () => assert.ok(isFound(PUMP, "pump", "page")));
  it("is not found among another kind", () => assert.equal(isFound(PUMP, "pump", "toy"), false));
});

describe("the measurement beside", () => {
  const ids = ["a", "b", "c"];
  it("is the next", () => assert.equal(idBeside(ids, "a", 1), "b"));
  it("goes round at the end", () => assert.equal(idBeside(ids, "c", 1), "a"));
  it("goes round at the beginning", () => assert.equal(idBeside(ids, "a", -1), "c"));
  it("is nothing in an empty list", () => assert.equal(idBeside([], "a", 1), undefined));
});
