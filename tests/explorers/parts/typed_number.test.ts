import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test as it } from "node:test";
import { speaker } from "../../../widgets/browser/words.ts";
import { takeNumber } from "../../../widgets/explorers/parts/typed_number.ts";

const SITES = { label: "Parvalbumin sites", unit: "µM", minimum: 0, maximum: 1500 };
const WORDS = JSON.parse(readFileSync("data/wording/en/control_panel.json", "utf8"));

function take(typed: string, control = SITES, language = "en") {
  return takeNumber(typed, control, speaker(WORDS, { language, direction: "ltr" }), language);
}

function faultOf(typed: string, control = SITES): string {
  const taken = take(typed, control);
  return "fault" in taken ? taken.fault.replaceAll("\u00a0", " ") : `${typed} was taken`;
}

it("a number in its range is taken", () => assert.deepEqual(take("12.5"), { value: 12.5 }));
it("both ends of the range are taken", () => {
  assert.deepEqual([take("0"), take("1500")], [{ value: 0 }, { value: 1500 }]);
});
it("a unit that is typed too is no fault", () => assert.deepEqual(take("5 µM"), { value: 5 }));
it("a decimal comma is read on an English page", () => assert.deepEqual(take("0,5"), { value: 0.5 }));
it("a number is read as the page's language writes it", () =>
  assert.deepEqual(take("1,5", SITES, "de"), { value: 1.5 }));

it("what can mean two numbers is asked, with both", () => {
  assert.equal(
    faultOf("1,000"),
    "Parvalbumin sites: “1,000” can mean 1 or 1000. Type the one that you mean, from 0 to 1500 µM.",
  );
});

it("what is out of range is said with its unit once", () => {
  assert.equal(faultOf("2000 µM"), "Parvalbumin sites cannot be 2000 µM: type a number from 0 to 1500 µM.");
});

it("a control without a unit is said without one", () => {
  const share = { ...SITES, label: "Share", unit: "", maximum: 1 };
  assert.equal(faultOf("2", share), "Share cannot be 2: type a number from 0 to 1.");
});

it("an empty field is said", () => {
  assert.equal(faultOf(" "), "Parvalbumin sites needs a number: type one from 0 to 1500 µM.");
});

for (const typed of ["0x10", "1e3", "8_0", "½", "nan", "many", "5 mM"]) {
  it(`"${typed}" is no number, and is named`, () => {
    const said = `Parvalbumin sites: “${typed}” is not a number that can be used here. Type one from 0 to 1500 µM.`;
    assert.equal(faultOf(typed), said);
  });
}

it("a thousand digits are not repeated", () => assert.ok(faultOf("9".repeat(1000)).length < 160));
