// Sentences by key, with named values and plural forms, as a page's language writes them.

import { showNumber } from "./numbers.ts";
import { fill } from "./page_elements.ts";

// A text, or one for each plural form of a named count: {"one": "{count} run", "other": "{count} runs"}.
export type Wording = string | Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;
export type Speak = (key: string, values?: Values) => string;

// Speaks the sentences of one part. Numbers are written as the language writes them; the value called `count` chooses
// among plural forms. A key without a sentence is an error of ours, and the key is shown.
export function speaker(words: Readonly<Record<string, Wording>>, language: string): Speak {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const wording = words[key] ?? key;
    const template = typeof wording === "string" ? wording : formFor(wording, values, plurals);
    return fill(template, written(values, language));
  };
}

function formFor(forms: Readonly<Record<string, string>>, { count }: Values, plurals: Intl.PluralRules): string {
  const form = typeof count === "number" ? plurals.select(count) : "other";
  return forms[form] ?? forms.other ?? "";
}

function written(values: Values, language: string): Values {
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? showNumber(value, language) : value,
  ]);
  return Object.fromEntries(texts);
}
