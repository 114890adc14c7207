import assert from "node:assert/strict";
import { beforeEach, test as it } from "node:test";
import { presetList } from "../../../widgets/explorers/frame/preset_list.ts";
import { type PlainElement, plain, usePlainDocument } from "../../browser/plain_document.ts";
import { PlainModel } from "../../browser/plain_model.ts";

type Record = Parameters<typeof presetList>[0];
type Follow = Parameters<typeof presetList>[1];

let record: PlainModel;
let list: PlainElement;
let why: PlainElement;
let chosen: string[];

const fast = { name: "fast", label: "Fast", why: "To see it smooth.", values: { rate: 50, pump: 1 } };
const follow = ((model: PlainModel, events: string, callback: () => void) =>
  model.on(events, callback)) as unknown as Follow;

beforeEach(() => {
  usePlainDocument();
  chosen = [];
  record = new PlainModel({ values: { rate: 1, pump: 1, other: 0 }, faults: {} });
  const choice = { presets: [fast], none: "Choose", chosen: (name: string) => chosen.push(name) };
  const built = presetList(record as unknown as Record, follow, choice);
  [list, why] = [plain(built.list), plain(built.why)];
});

function choose(name: string) {
  list.value = name;
  list.happens("change");
}

function shows(values: { [name: string]: number }) {
  record.set("values", values);
}

it("what is chosen is asked for, and why one would", () => {
  choose("fast");
  assert.deepEqual([chosen, why.textContent], [["fast"], "To see it smooth."]);
});

it("it stays named while it is on show, whatever another panel sets", () => {
  choose("fast");
  shows({ rate: 50, pump: 1, other: 0 });
  shows({ rate: 50, pump: 1, other: 3 });
  assert.deepEqual([list.value, why.textContent], ["fast", "To see it smooth."]);
});

it("it is not named any more once something else is on show", () => {
  choose("fast");
  shows({ rate: 50, pump: 1, other: 0 });
  shows({ rate: 20, pump: 1, other: 0 });
  assert.deepEqual([list.value, why.textContent], ["", ""]);
});

it("one that was refused is not named", () => {
  choose("fast");
  record.set("faults", { rate: "Too much." });
  assert.equal(list.value, "");
});
