// What the browser builds of the statements of the articles, and finds of them.

import assert from "node:assert/strict";
import { beforeEach, describe, test as it } from "node:test";
import type { Speak } from "../../../widgets/browser/words.ts";
import { matches, searchText } from "../../../widgets/explorers/supplement_evidence/claim_search.ts";
import { contradiction, statement } from "../../../widgets/explorers/supplement_evidence/claim_statement.ts";
import { claimTallies } from "../../../widgets/explorers/supplement_evidence/claim_tallies.ts";
import type { ClaimJson } from "../../../widgets/explorers/supplement_evidence/protocol.ts";
import { type PlainElement, plain, usePlainDocument } from "../../browser/plain_document.ts";

const speak: Speak = (key) => `<${key}>`;
const CLAIM: ClaimJson = {
  id: "short_answer_yes",
  claim: "Magnesium helps.",
  topic: "trials",
  articles: ["b"],
  said_by: "Article B",
  who_says: "Article B says",
  verdict: "not_shown",
  verdict_label: "Not shown",
  found: "Trials saw no sure gain. Café.",
  opposites: ["no_reliable_gain"],
  page: "",
  section: "",
  see: "",
  sources: [{ reference: "A review", link: "" }],
};
const OTHER: ClaimJson = { ...CLAIM, id: "no_reliable_gain", claim: "It does not.", who_says: "Article D says" };
const STORY = /no sure gain.*<browse_opposite>.*Article D says: It does not\..*<browse_sources>/u;
const SIDES = /Article B says.*Magnesium helps\..*Not shown.*Article D says.*It does not\./u;
const AROUND = { speak, opposites: () => [OTHER], way: () => [] };

beforeEach(usePlainDocument);

describe("the search", () => {
  const text = searchText(CLAIM, "What trials found");

  it("finds words of the statement, of its evidence, of its verdict and of its topic", () => {
    for (const typed of ["helps", "sure gain", "not shown", "what trials"]) assert.ok(matches(text, typed), typed);
  });

  it("minds neither capitals nor accents nor the order of words", () => {
    for (const typed of ["HELPS magnesium", "cafe", "  gain   sure "]) assert.ok(matches(text, typed), typed);
  });

  it("finds all where nothing is typed, and nothing where one word is missing", () => {
    assert.ok(matches(text, ""));
    assert.ok(!matches(text, "helps zinc"));
  });
});

describe("a statement", () => {
  let line: PlainElement;

  beforeEach(() => {
    line = plain(statement(CLAIM, AROUND).el);
  });

  it("says what is said, how it stands and who says it", () => {
    assert.equal(line.text(), "?Magnesium helps.Not shownArticle B");
  });

  it("tells once it is opened, and only once, what was found, the opposite and the sources", () => {
    line.happens("toggle");
    line.happens("toggle");
    assert.equal(line.children.length, 2);
    assert.match(line.text(), STORY);
  });
});

describe("a contradiction", () => {
  it("sets both sides beside each other", () => {
    const pair = plain(contradiction(CLAIM, OTHER, AROUND));
    assert.equal(pair.children.length, 2);
    assert.match(pair.text(), SIDES);
  });
});

describe("the counts of the articles", () => {
  const counts = (right: number, wrong: number) => [
    { verdict: "right", count: right },
    { verdict: "wrong", count: wrong },
  ];
  const tallies = [
    { article: "a", title: "A", said: "A: 3 right, 0 wrong.", counts: counts(3, 0) },
    { article: "b", title: "B", said: "B: 4 right, 2 wrong.", counts: counts(4, 2) },
  ];
  const figure = () =>
    plain(claimTallies({ finding: "Few are right", tallies, verdicts: { right: "Right" }, label: "Counts" }));

  it("shows a number for each verdict that there is, and none for one that there is not", () => {
    const parts = figure()
      .all()
      .filter(({ tag, dataset, textContent }) => tag === "span" && dataset.verdict && textContent !== "✓");
    assert.deepEqual(
      parts.map(({ textContent }) => textContent),
      ["3", "4", "2"],
    );
  });

  it("says each in a sentence", () => {
    const said = figure().text();
    for (const tally of tallies) assert.ok(said.includes(tally.said));
  });
});
