// What is found of the mathematics when a name is looked for: capitals, accents and more blanks than one make no difference.

import type { FormulaLine, SaidLine } from "./protocol.ts";

function plain(text: string): string {
  return text.toLowerCase().normalize("NFKD").trim().replace(/\s+/gu, " ");
}

// All that an entry says, ready to be looked through.
export function searchText(name: string, lines: readonly (SaidLine | FormulaLine)[]): string {
  return plain([name, ...lines.map((line) => ("say" in line ? line.say : line.text))].join(" "));
}

// Whether a text of `searchText` holds what is wanted; where nothing is wanted, every text does.
export function matches(text: string, wanted: string): boolean {
  return text.includes(plain(wanted));
}
