// Which words of a text the glossary explains. Knows no page: a text goes in, the places of words come out.

export interface Words {
  id: string;
  forms: readonly string[];
}

export interface FoundTerm {
  id: string;
  at: number;
  length: number;
}

// Finds the words of a glossary in a text: the first place of each, from left to right.
export type FindTerms = (text: string) => FoundTerm[];

// A piece of a text: plain, or a word that is found in it.
export type Piece = string | { id: string; text: string };

const SPECIAL = /[.*+?^${}()|[\]\\/]/gu;
const JOINED_BEFORE = /[\S\u00a0]*$/u;
const JOINED_BEHIND = /^[\S\u00a0]*/u;
const BLANKS = /\s/gu;

export function termFinder(terms: readonly Words[]): FindTerms {
  const ids = new Map(terms.flatMap(({ id, forms }) => forms.flatMap((form) => cased(form)).map((form) => [form, id])));
  if (ids.size === 0) return () => [];
  // Of two forms that begin alike the longer one is meant: "free calcium", and not "free".
  const longestFirst = [...ids.keys()].sort((one, other) => other.length - one.length);
  const anyForm = longestFirst.map((form) => form.replaceAll(SPECIAL, String.raw`\$&`).replaceAll(" ", String.raw`\s`));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${anyForm.join("|")})(?![\p{L}\p{N}])`, "gu");
  return (text) => {
    const found = new Map<string, FoundTerm>();
    for (const { 0: form, index } of text.matchAll(pattern)) {
      const id = ids.get(form.replaceAll(BLANKS, " ")) ?? "";
      if (!found.has(id)) found.set(id, { id, at: index, length: form.length });
    }
    return [...found.values()];
  };
}

// A word as it stands inside a sentence, and at its beginning. A symbol, such as "mM", has a capital letter of its own.
function cased(form: string): string[] {
  const [first = "", ...rest] = form;
  return form === form.toLowerCase() ? [form, first.toUpperCase() + rest.join("")] : [form];
}

// A text with the words found in it. What no blank parts stays together, so that no line breaks between a word and its
// number or a full stop: plain text, or a list of pieces that belong together.
export function piecesOf(text: string, found: readonly FoundTerm[]): (string | Piece[])[] {
  const pieces: (string | Piece[])[] = [];
  let done = 0;
  for (const { from, to, terms } of togetherIn(text, found)) {
    pieces.push(text.slice(done, from));
    const together: Piece[] = [];
    done = from;
    for (const { id, at, length } of terms) {
      together.push(text.slice(done, at), { id, text: text.slice(at, at + length) });
      done = at + length;
    }
    pieces.push([...together, text.slice(done, to)]);
    done = to;
  }
  return [...pieces, text.slice(done)];
}

interface Together {
  from: number;
  to: number;
  terms: FoundTerm[];
}

function togetherIn(text: string, found: readonly FoundTerm[]): Together[] {
  const all: Together[] = [];
  for (const term of found) {
    const end = term.at + term.length;
    const to = end + (JOINED_BEHIND.exec(text.slice(end))?.[0].length ?? 0);
    const last = all.at(-1);
    if (last && last.to >= term.at) {
      last.terms.push(term);
      last.to = to;
    } else {
      const from = term.at - (JOINED_BEFORE.exec(text.slice(0, term.at))?.[0].length ?? 0);
      all.push({ from, to, terms: [term] });
    }
  }
  return all;
}
