// What the browser builds of causes, situations and cases.

import assert from "node:assert/strict";
import { beforeEach, describe, test as it } from "node:test";
import type { Speak } from "../../../widgets/browser/words.ts";
import { CaseNotes } from "../../../widgets/explorers/causes_of_cramps/case_found.ts";
import { causeTile } from "../../../widgets/explorers/causes_of_cramps/cause_tile.ts";
import type { CauseJson } from "../../../widgets/explorers/causes_of_cramps/protocol.ts";
import { situationCard } from "../../../widgets/explorers/causes_of_cramps/situation_picker.ts";
import { type PlainElement, plain, usePlainDocument } from "../../browser/plain_document.ts";

const speak: Speak = (key) => `<${key}>`;
const STORY = /Unknown\..*A book.*Dark urine\./u;
const NOTE = /<case_ask>A midwife\..*<case_red_flag> Pain\./u;
const TOLD = /A midwife\./u;
const FLAG = /Pain\./u;
const SOURCE = { reference: "A book", link: "" };
const CAUSE: CauseJson = {
  id: "statins",
  name: "Statins",
  kind: "Medicine",
  checked: "page",
  certainty: "moderate",
  certainty_label: "Fairly sure",
  role: "none",
  role_label: "Magnesium has no part.",
  facts: [{ label: "How", text: "Unknown." }],
  red_flag: "Dark urine.",
  sources: [SOURCE],
  situation: "statins",
  situation_label: "See the situation",
};

beforeEach(usePlainDocument);

describe("a tile", () => {
  const toggled: boolean[] = [];
  let asked = 0;
  let tile: PlainElement & { open?: boolean };

  beforeEach(() => {
    toggled.length = 0;
    asked = 0;
    const seeSituation = () => {
      asked += 1;
    };
    tile = plain(causeTile({ cause: CAUSE, speak, toggled: (isOpen) => toggled.push(isOpen), seeSituation }));
  });

  const open = () => {
    tile.open = true;
    tile.happens("toggle");
  };

  it("says name, kind and certainty", () => assert.equal(tile.text(), "StatinsMedicineFairly sure"));

  it("shows certainty as three marks of four", () => {
    const marks = tile.all().filter(({ tag }) => tag === "i") as (PlainElement & { className: string })[];
    assert.deepEqual(
      marks.map(({ className }) => className),
      ["on", "on", "on", ""],
    );
  });

  it("tells its story once it is opened, and only once", () => {
    open();
    open();
    assert.equal(tile.children.length, 2);
    assert.match(tile.text(), STORY);
  });

  it("tells that it has been opened", () => {
    open();
    assert.deepEqual(toggled, [true]);
  });

  it("leads to its situation", () => {
    open();
    tile
      .all()
      .find(({ tag }) => tag === "button")
      ?.happens("click");
    assert.equal(asked, 1);
  });
});

describe("the card of a situation", () => {
  const situation = {
    id: "statins",
    title: "Statins",
    mark: "",
    runnable: true,
    why: "They hurt muscle.",
    facts: [{ label: "Can", text: "Little." }],
    checked: "read",
    sources: [SOURCE],
  };
  const textOf = (runnable: boolean) =>
    situationCard({ ...situation, runnable }, "It goes on.", speak)
      .map((node) => plain(node).text())
      .join(" ");

  it("compares where there is a run", () => assert.ok(textOf(true).includes("It goes on.")));
  it("says nothing of a run where there is none", () => assert.ok(!textOf(false).includes("It goes on.")));
  it("names where it comes from", () => assert.ok(textOf(false).includes("<fact_source>A bookread")));
});

describe("what a case brings into play", () => {
  const opened: string[] = [];
  const found = {
    counted: "One cause.",
    names: "Pregnancy",
    causes: [{ id: "pregnancy", name: "Pregnancy", certainty: "Weak", more: "2 reasons" }],
    circumstances: [
      { id: "pregnant", label: "Pregnant", ask: "A midwife.", known: "Yes.", red_flag: "Pain.", sources: [] },
    ],
  };
  const build = (one: typeof found) => new CaseNotes(speak, (id) => opened.push(id)).found(one).map(plain);

  it("is nothing without a circumstance", () => {
    assert.deepEqual(build({ ...found, circumstances: [] }), []);
  });

  it("says certainty and how many reasons", () => {
    const chip = build(found)
      .flatMap((node) => node.all())
      .find(({ dataset }) => dataset.cause === "pregnancy");
    assert.equal(chip?.text(), "PregnancyWeak, 2 reasons");
  });

  it("leads to the tile of a cause", () => {
    build(found)
      .flatMap((node) => node.all())
      .find(({ dataset }) => dataset.cause === "pregnancy")
      ?.happens("click");
    assert.deepEqual(opened, ["pregnancy"]);
  });

  it("keeps the note of a circumstance that stays", () => {
    const notes = new CaseNotes(speak, () => undefined);
    assert.equal(notes.found(found).at(-1), notes.found(found).at(-1));
  });

  it("in a narrow column folds what is told, and never the red flag", () => {
    const notes = new CaseNotes(speak, () => undefined);
    notes.setNarrow(true);
    const folded = (notes.found(found).map(plain).at(-1)?.all() ?? []).filter(
      ({ attributes }) => "hidden" in attributes,
    );
    const text = folded.map((node) => node.text()).join(" ");
    assert.match(text, TOLD);
    assert.doesNotMatch(text, FLAG);
  });

  it("tells what to ask and when to worry", () => {
    const text = build(found)
      .map((node) => node.text())
      .join(" ");
    assert.match(text, NOTE);
  });
});
