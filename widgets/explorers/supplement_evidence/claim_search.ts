// What is found of the statements when words are typed: capitals, accents and the order of words make no difference.

import type { ClaimJson } from "./protocol.ts";

const ACCENTS = /\p{M}/gu;
const BLANKS = /\s+/u;

function plain(text: string): string {
  return text.toLowerCase().normalize("NFKD").replace(ACCENTS, "");
}

// All that a statement says, ready to be looked through; `topic` is what its topic is called.
export function searchText({ claim, found, verdict_label, said_by }: ClaimJson, topic: string): string {
  return plain([claim, found, verdict_label, said_by, topic].join(" "));
}

// Whether every word that is typed is somewhere in a text of `searchText`; where nothing is typed, every text does.
export function matches(text: string, typed: string): boolean {
  return plain(typed)
    .split(BLANKS)
    .every((word) => text.includes(word));
}
