// What the browser builds of a treatment other than magnesium.

import assert from "node:assert/strict";
import { beforeEach, describe, test as it } from "node:test";
import type { TreatmentJson } from "../../../widgets/explorers/supplement_evidence/protocol.ts";
import { treatmentCard } from "../../../widgets/explorers/supplement_evidence/treatment_picker.ts";
import { plain, usePlainDocument } from "../../browser/plain_document.ts";

const TREATMENT: TreatmentJson = {
  id: "bark",
  name: "Bark",
  said: "It helps a little.",
  first: "Cramps: 4 without, 3 with it.",
  facts: [{ label: "Harm", text: "It tastes bad." }],
  results_label: "2 results",
  results: ["Cramps: 4 without, 3 with it.", "Nights: 5 without, 5 with it."],
  lesson: "Print all trials.",
  counts_people: false,
  sources: [{ reference: "A book", link: "" }],
};

const told = (treatment: TreatmentJson) => treatmentCard(treatment, "Sources").map((piece) => plain(piece).text());

beforeEach(usePlainDocument);

describe("the card of a treatment", () => {
  it("says what was found before anything else", () =>
    assert.deepEqual(told(TREATMENT).slice(0, 3), [TREATMENT.name, TREATMENT.said, TREATMENT.first]));

  it("names each fact", () => assert.ok(told(TREATMENT).includes("HarmIt tastes bad.")));

  it("folds all results away where there is more than one", () =>
    assert.ok(told(TREATMENT).some((text) => text.startsWith("2 results") && text.includes("Nights"))));

  it("has no fold for a single result", () => {
    const [first = ""] = TREATMENT.results;
    assert.ok(!told({ ...TREATMENT, results: [first] }).some((text) => text.startsWith("2 results")));
  });

  it("leaves out what a treatment does not have", () => {
    const card = told({ ...TREATMENT, first: "", lesson: "", results: [] });
    assert.equal(card.length, told(TREATMENT).length - 3);
  });
});
