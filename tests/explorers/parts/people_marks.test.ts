// How a hundred people look: who did better, who was guessed, and a shape for each group.

import assert from "node:assert/strict";
import { test as it } from "node:test";

import { guessPath, lookOf, markPath, PEOPLE } from "../../../widgets/explorers/parts/people_marks.ts";

const arm = (marked: number) => ({ kind: "placebo" as const, title: "", said: "", marked, guessed: -1 });
const looks = (marked: number) => Array.from({ length: PEOPLE }, (_, i) => lookOf(arm(marked), i));

it("as many people are filled as did better", () => {
  for (const marked of [0, 1, 54, 100]) {
    assert.equal(looks(marked).filter((look) => look === "marked").length, marked);
  }
});

it("before it is told, nobody is filled and nobody is hollow", () => {
  assert.deepEqual(new Set(looks(-1)), new Set(["unknown"]));
});

it("a guess is a line under as many people, row by row", () => {
  assert.equal(guessPath(0), "");
  assert.equal(guessPath(-1), "");
  assert.equal(guessPath(54).split("M").length - 1, 3);
});

it("each group has a shape of its own", () => {
  const shapes = (["magnesium", "placebo", "other"] as const).map((kind) => markPath(kind, 0, 0));
  assert.equal(new Set(shapes).size, 3);
});
