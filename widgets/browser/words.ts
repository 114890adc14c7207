// Sentences by key, with named values and plural forms, as a page's language writes them.

import { showNumber, UNIT_SYMBOL } from "./numbers.ts";
import { fill, languageAround } from "./page_elements.ts";

// A text, or one for each plural form of a named count: {"one": "{count} run", "other": "{count} runs"}. The count is the
// value called `count`, or the one that "by" names.
export type Wording = string | Forms;
type Forms = Readonly<Partial<Record<string, string>>>;
export type Values = Readonly<Record<string, string | number>>;
// A language, as Intl takes it, and which way its lines run.
export interface Spoken {
  language: string;
  direction: "ltr" | "rtl";
}
export type Speak = (key: string, values?: Values) => string;

// What stands between these two keeps its own order, whatever stands around it.
const ISOLATED = "\u2068";
const AS_AROUND = "\u2069";
// A named value, and the symbol of its unit where one follows.
const AMOUNTS = new RegExp(`\\{\\w+\\}(?:[ \u00a0]${UNIT_SYMBOL.source}(?![\\p{L}\\d]))?`, "gu");

// Speaks the sentences of one part, numbers in them as the language writes them. A key without a sentence is an error of
// ours, and the key is shown.
export function speaker(words: Readonly<Record<string, Wording>>, { language, direction }: Spoken): Speak {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const wording = words[key] ?? key;
    const template = typeof wording === "string" ? wording : formFor(wording, values, plurals);
    const texts = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "number" ? showNumber(value, language) : value,
    ]);
    const ordered = direction === "rtl" ? template.replaceAll(AMOUNTS, `${ISOLATED}$&${AS_AROUND}`) : template;
    return fill(ordered, Object.fromEntries(texts));
  };
}

// What is spoken around an element.
export function spokenAround(node: Element): Spoken {
  const direction = node.closest<HTMLElement>("[dir]")?.dir === "rtl" ? "rtl" : "ltr";
  return { language: languageAround(node), direction };
}

function formFor(forms: Forms, values: Values, plurals: Intl.PluralRules): string {
  const count = values[forms.by ?? "count"];
  const form = typeof count === "number" ? plurals.select(count) : "other";
  return forms[form] ?? forms.other ?? "";
}
