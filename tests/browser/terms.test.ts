import assert from "node:assert/strict";
import { test as it } from "node:test";
import { piecesOf, termFinder } from "../../widgets/browser/terms.ts";

const find = termFinder([
  { id: "calcium", forms: ["calcium"] },
  { id: "free_calcium", forms: ["free calcium"] },
  { id: "pump", forms: ["pump", "pumps"] },
  { id: "ATP", forms: ["ATP"] },
  { id: "mM", forms: ["mM"] },
  { id: "Ca", forms: ["Ca²⁺"] },
  { id: "force", forms: ["Force, % (most)"] },
]);

// The words that are found, as they stand in the text.
function words(text: string): string[] {
  return find(text).map(({ at, length }) => text.slice(at, at + length));
}

it("each word is found where it stands first", () => {
  assert.deepEqual(find("The pump needs ATP. Each pump does."), [
    { id: "pump", at: 4, length: 4 },
    { id: "ATP", at: 15, length: 3 },
  ]);
});

it("a word is found at the beginning of a sentence, and in another form", () => {
  assert.deepEqual(words("Pumps move calcium."), ["Pumps", "calcium"]);
});

it("of two words that begin alike the longer one is meant", () => {
  assert.deepEqual(words("free calcium rises"), ["free calcium"]);
});

it("a word inside another word is none", () => {
  assert.deepEqual(words("pumping, ATPase, 5 mMol, and éATP"), []);
});

it("letters of units keep their size", () => {
  assert.deepEqual(words("MM and mm are not 0.5 mM"), ["mM"]);
});

it("a blank that does not break is a blank", () => {
  assert.deepEqual(words("free\u00a0calcium at 1\u00a0mM"), ["free\u00a0calcium", "mM"]);
});

it("signs that mean something in a pattern are taken as they are", () => {
  assert.deepEqual(words("Ca²⁺ and Force, % (most)"), ["Ca²⁺", "Force, % (most)"]);
});

it("a glossary without words finds none", () => {
  assert.deepEqual(termFinder([])("The pump needs ATP."), []);
});

function pieces(text: string) {
  return piecesOf(text, find(text));
}

it("a text is taken apart and stays what it was", () => {
  const text = "The pump (1\u00a0mM/ATP) moves free calcium, not Ca²⁺.";
  const said = pieces(text).map((piece) =>
    typeof piece === "string" ? piece : piece.map((inner) => (typeof inner === "string" ? inner : inner.text)).join(""),
  );
  assert.equal(said.join(""), text);
});

it("a word stays together with its number and with the sign behind it", () => {
  assert.deepEqual(pieces("at 0.5\u00a0mM."), ["at ", ["0.5\u00a0", { id: "mM", text: "mM" }, "."], ""]);
});

it("two words that no blank parts stay together", () => {
  const [, together] = pieces("in mM/ATP here");
  assert.deepEqual(together, ["", { id: "mM", text: "mM" }, "/", { id: "ATP", text: "ATP" }, ""]);
});
