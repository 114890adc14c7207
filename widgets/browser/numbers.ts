// Numbers as a language writes them: how they are read from what somebody typed, and how they are shown.

const NO_BREAK_SPACE = "\u00a0";
// No number that a control takes is as long as this; longer texts are not worth reading.
const LONGEST_TYPED = 40;
const LONGEST_QUOTED = 20;
// Languages and standards part thousands by these too, and none of them means anything else in a number.
const OTHER_GROUPS = " \u00a0\u2009\u202f'\u2019";
// A unit that is a symbol, the same in every language.
export const UNIT_SYMBOL = /(?:%|k?Hz|[kmunµ]?(?:M|s|g|mol|V|A|L|m|N|Pa))(?:\/[kmunµ]?(?:L|s|g|m|M))?/u;
const WHOLE_UNIT_SYMBOL = new RegExp(`^${UNIT_SYMBOL.source}$`, "u");
const DIRECTION_MARKS = /[\u061c\u200e\u200f]/gu;
const MINUS = /^[-−]/u;
const DIGITS = /^\d*$/u;
const FIRST_GROUP = /^[1-9]\d{0,2}$/u;
const FURTHER_GROUP = /^\d{3}$/u;
const BLANKS = /\s+/gu;
const ARABIC_DIGITS = { arab: "٠١٢٣٤٥٦٧٨٩", arabext: "۰۱۲۳۴۵۶۷۸۹" };

export type Reading =
  | { kind: "number"; value: number }
  | { kind: "nothing" }
  | { kind: "not a number" }
  | { kind: "ambiguous"; meanings: readonly [number, number] };

interface Signs {
  decimal: string;
  group: string;
  digits: string;
}

// Reads a number as the language writes it. "1,000" in English may be a thousand, or one by somebody whose language has
// a decimal comma: then both meanings come back, and the page asks.
export function readNumber(typed: string, language: string): Reading {
  const text = typed.trim();
  if (!text) return { kind: "nothing" };
  if (text.length > LONGEST_TYPED) return { kind: "not a number" };
  const signs = signsOf(language);
  const { sign, digits } = plain(text, signs);
  const meant = meanings(digits, signs).map((value) => sign * value);
  if (meant.length === 0) return { kind: "not a number" };
  if (meant.length === 1) return { kind: "number", value: meant[0] as number };
  return { kind: "ambiguous", meanings: [meant[0] as number, meant[1] as number] };
}

// The text with Latin digits, without its sign.
function plain(text: string, { digits }: Signs): { sign: 1 | -1; digits: string } {
  const latin = [...text].map((letter) => (digits.includes(letter) ? String(digits.indexOf(letter)) : letter)).join("");
  const signed = latin.replaceAll(DIRECTION_MARKS, "");
  return { sign: MINUS.test(signed) ? -1 : 1, digits: signed.replace(MINUS, "") };
}

// As the language writes it, there is one meaning; otherwise every meaning that the signs have somewhere.
function meanings(text: string, { decimal, group }: Signs): number[] {
  const asWritten = number(text, decimal);
  if (asWritten !== undefined) return [asWritten];
  const found = new Set<number | undefined>();
  for (const part of [decimal, ".", ","]) {
    found.add(number(text, part));
    for (const thousand of [group, ".", ",", ...OTHER_GROUPS]) {
      if (thousand !== part) found.add(withoutGroups(text, part, thousand));
    }
  }
  return [...found].filter((value) => value !== undefined).sort((one, other) => one - other);
}

// Digits with at most one decimal sign among them.
function number(text: string, decimal: string): number | undefined {
  const [whole = "", part, ...more] = text.split(decimal);
  const fits = more.length === 0 && DIGITS.test(whole) && DIGITS.test(part ?? "") && (whole || part);
  return fits ? Number(`${whole || "0"}.${part || "0"}`) : undefined;
}

function withoutGroups(text: string, decimal: string, group: string): number | undefined {
  const [whole = "", ...parts] = text.split(decimal);
  const [first = "", ...groups] = whole.split(group);
  const fits = FIRST_GROUP.test(first) && groups.length > 0 && groups.every((digits) => FURTHER_GROUP.test(digits));
  return fits ? number([first, ...groups].join("") + parts.map((part) => decimal + part).join(""), decimal) : undefined;
}

function signsOf(language: string): Signs {
  const format = new Intl.NumberFormat(language);
  const parts = new Map(format.formatToParts(1_234_567.5).map(({ type, value }) => [type, value]));
  const system = format.resolvedOptions().numberingSystem;
  // Arabic is written with either set of digits, whichever of them its region prefers.
  const arabic = new Intl.Locale(language).language === "ar" ? ARABIC_DIGITS.arab : "";
  const digits = system in ARABIC_DIGITS ? ARABIC_DIGITS[system as keyof typeof ARABIC_DIGITS] : arabic;
  return { decimal: parts.get("decimal") ?? ".", group: parts.get("group") ?? ",", digits };
}

// A format takes long to make, and read-outs write numbers at every frame.
const formats = new Map<string, Intl.NumberFormat>();
const SHOWN = { maximumSignificantDigits: 15, useGrouping: "min2" } as const;

// A number as the language writes it, as exact as it is; four digits stand together, more in groups of three.
export function showNumber(value: number, language: string): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, SHOWN);
  formats.set(language, format);
  return format.format(value);
}

// A number to be typed over. Without groups, it means the same wherever it is read.
export function showTypedNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 15, useGrouping: false }).format(value);
}

// An amount; it is never broken between its number and its unit.
export function withUnit(value: string, unit: string): string {
  return unit ? value + NO_BREAK_SPACE + unit : value;
}

// Whether a unit is a symbol, the same in every language, and not a word such as "years".
export function isUnitSymbol(unit: string): boolean {
  return WHOLE_UNIT_SYMBOL.test(unit);
}

// What was typed without the unit after it, which many type too.
export function withoutUnit(typed: string, unit: string): string {
  const text = typed.trim();
  return unit && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
}

// What was typed as a sentence can repeat it: on one line, and not longer than anybody reads.
export function quoted(typed: string): string {
  const letters = [...typed.trim().replaceAll(BLANKS, " ")];
  return letters.length > LONGEST_QUOTED ? `${letters.slice(0, LONGEST_QUOTED).join("")}…` : letters.join("");
}

// "a, b and c", as the language joins them.
export function listInWords(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { style: "long", type: "conjunction" }).format(items);
}
