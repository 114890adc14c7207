import assert from "node:assert/strict";
import { test as it } from "node:test";
import {
  isUnitSymbol,
  listInWords,
  quoted,
  type Reading,
  readNumber,
  showNumber,
  showTypedNumber,
  withoutUnit,
  withUnit,
} from "../../widgets/browser/numbers.ts";

const number = (value: number): Reading => ({ kind: "number", value });
const ambiguous = (...meanings: [number, number]): Reading => ({ kind: "ambiguous", meanings });
const NOT_A_NUMBER: Reading = { kind: "not a number" };

const READINGS: readonly [text: string, language: string, reading: Reading][] = [
  ["12", "en", number(12)],
  ["0.25", "en", number(0.25)],
  [".5", "en", number(0.5)],
  ["5.", "en", number(5)],
  ["1.000", "en", number(1)],
  ["  7 ", "en", number(7)],
  ["-3", "en", number(-3)],
  ["−3", "en", number(-3)],
  ["007", "en", number(7)],
  // A comma that can only part decimals does so in English too.
  ["0,5", "en", number(0.5)],
  ["1,25", "en", number(1.25)],
  ["0,500", "en", number(0.5)],
  ["1,0000", "en", number(1)],
  // Commas that can only part thousands do so.
  ["1,000,000", "en", number(1_000_000)],
  ["1,000.5", "en", number(1000.5)],
  ["1.000,5", "en", number(1000.5)],
  ["1.000.000", "en", number(1_000_000)],
  // This one may mean either.
  ["1,000", "en", ambiguous(1, 1000)],
  ["12,345", "en", ambiguous(12.345, 12_345)],
  ["-1,500", "en", ambiguous(-1.5, -1500)],
  ["1.000", "de", ambiguous(1, 1000)],
  ["1,000", "de", number(1)],
  ["1.000.000,5", "de", number(1_000_000.5)],
  ["0.5", "de", number(0.5)],
  ["1 000", "fr", number(1000)],
  ["1\u202f000,5", "fr", number(1000.5)],
  ["1,000", "fr", number(1)],
  ["1 000", "en", number(1000)],
  ["1'000", "de-CH", number(1000)],
  ["١٢٫٥", "ar-EG", number(12.5)],
  ["١٬٥٠٠", "ar-EG", number(1500)],
  ["12.5", "ar-EG", number(12.5)],
  ["1,000", "ar-EG", ambiguous(1, 1000)],
  ["١٢", "ar", number(12)],
  ["۱۲٫۵", "fa", number(12.5)],
  ["١٢", "en", NOT_A_NUMBER],
  ["0x10", "en", NOT_A_NUMBER],
  ["1e3", "en", NOT_A_NUMBER],
  ["8_0", "en", NOT_A_NUMBER],
  ["½", "en", NOT_A_NUMBER],
  ["nan", "en", NOT_A_NUMBER],
  ["Infinity", "en", NOT_A_NUMBER],
  ["5 µM", "en", NOT_A_NUMBER],
  ["1.2.3", "en", NOT_A_NUMBER],
  ["1,00,000", "en", NOT_A_NUMBER],
  ["1,,000", "en", NOT_A_NUMBER],
  ["--1", "en", NOT_A_NUMBER],
  [".", "en", NOT_A_NUMBER],
  [",", "en", NOT_A_NUMBER],
  ["-", "en", NOT_A_NUMBER],
  ["9".repeat(1000), "en", NOT_A_NUMBER],
  ["", "en", { kind: "nothing" }],
  [" \n", "en", { kind: "nothing" }],
];

for (const [text, language, reading] of READINGS) {
  it(`${JSON.stringify(text.slice(0, 20))} in ${language} is read as ${JSON.stringify(reading)}`, () => {
    assert.deepEqual(readNumber(text, language), reading);
  });
}

it("what is shown to be typed over means the same when it is read again", () => {
  for (const language of ["en", "de", "fr", "de-CH", "ar-EG", "fa"]) {
    for (const value of [0, 0.125, -4.5, 1000, 1500, 123_456.789, 1e-7]) {
      assert.deepEqual(
        readNumber(showTypedNumber(value, language), language),
        number(value),
        `${value} in ${language}`,
      );
    }
  }
});

it("a number is shown as the language writes it", () => {
  assert.equal(showNumber(0.5, "en"), "0.5");
  assert.equal(showNumber(0.5, "de"), "0,5");
});

it("numbers of four digits stand together and longer ones in groups", () => {
  assert.equal(showNumber(1500, "en"), "1500");
  assert.equal(showNumber(15_000, "en"), "15,000");
});

it("a number and its unit are never broken apart", () => assert.equal(withUnit("5", "µM"), "5\u00a0µM"));
it("a number without a unit stands alone", () => assert.equal(withUnit("5", ""), "5"));
it("symbols of units are told from words", () => {
  const symbols = ["%", "mM", "µM", "Hz", "ms", "mg", "mmol/L", "mmol/kg"];
  assert.deepEqual([...symbols, "years", "× normal", "pH units", ""].filter(isUnitSymbol), symbols);
});
it("a unit that was typed too is taken away once", () => assert.equal(withoutUnit("5 µM", "µM"), "5"));
it("another unit is left where it is", () => assert.equal(withoutUnit("5 mM", "µM"), "5 mM"));
it("a long text is cut where it is repeated", () => assert.equal(quoted("9".repeat(1000)), `${"9".repeat(20)}…`));
it("a text of several lines is repeated on one", () => assert.equal(quoted("1\n\n2"), "1 2"));
it("a list is joined as the language does it", () => {
  assert.equal(listInWords(["a", "b", "c"], "en"), "a, b, and c");
  assert.equal(listInWords(["a", "b"], "de"), "a und b");
});
