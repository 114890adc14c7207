// Which keys go back and forward, which stay with what has the focus, and which go on to JupyterLab.

import assert from "node:assert/strict";
import { describe, test as it } from "node:test";
import {
  asksForProjector,
  type Focused,
  type Key,
  stepOf,
  usesKey,
} from "../../../widgets/explorers/frame/page_keys.ts";

const SLIDER = { tag: "input", type: "range" };
const TEXT = { tag: "input", type: "text" };
const BOX = { tag: "input", type: "checkbox" };
const RADIO = { tag: "input", type: "radio" };
const LIST = { tag: "select", type: "" };
const BUTTON = { tag: "button", type: "" };
const PAGE = { tag: "body", type: "" };

// "Control+Shift+Z" as the event that a browser makes of it.
function key(combination: string): Key {
  const parts = combination.split("+");
  const has = (name: string) => parts.includes(name);
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: has("Control"),
    metaKey: has("Meta"),
    altKey: has("Alt"),
    shiftKey: has("Shift"),
  };
}

describe("steps", () => {
  const cases: [string, Focused, string | null][] = [
    ["Control+z", PAGE, "undo"],
    ["Meta+z", SLIDER, "undo"],
    ["Control+Shift+Z", LIST, "redo"],
    ["Meta+Shift+z", PAGE, "redo"],
    ["Control+y", PAGE, "redo"],
    ["Control+Z", PAGE, "undo"],
    ["Control+z", TEXT, null],
    ["Control+z", { ...TEXT, inForce: true }, "undo"],
    ["Control+z", { tag: "textarea", type: "" }, null],
    ["Control+Alt+z", PAGE, null],
    ["z", PAGE, null],
    ["Control+s", PAGE, null],
  ];
  for (const [combination, focused, step] of cases) {
    it(`${combination} on ${focused.type || focused.tag} is ${step}`, () => {
      assert.equal(stepOf(key(combination), focused), step);
    });
  }
});

describe("keys that are used", () => {
  const used: [string, Focused][] = [
    ["ArrowRight", SLIDER],
    ["Home", SLIDER],
    ["PageUp", SLIDER],
    ["a", TEXT],
    ["5", TEXT],
    [" ", TEXT],
    ["Enter", TEXT],
    ["Backspace", TEXT],
    ["Control+a", TEXT],
    ["Control+Z", TEXT],
    ["Control+ArrowLeft", TEXT],
    [" ", BOX],
    ["ArrowDown", RADIO],
    ["ArrowDown", LIST],
    ["Alt+ArrowUp", LIST],
    ["m", LIST],
    ["Enter", BUTTON],
    [" ", BUTTON],
  ];
  for (const [combination, focused] of used) {
    it(`${combination} on ${focused.type || focused.tag} stays`, () => assert.ok(usesKey(key(combination), focused)));
  }
});

describe("keys that go on", () => {
  const free: [string, Focused][] = [
    ["Control+s", SLIDER],
    ["Control+s", TEXT],
    ["Escape", SLIDER],
    ["Escape", TEXT],
    ["Shift+Enter", SLIDER],
    ["Shift+Enter", TEXT],
    ["Shift+Enter", BUTTON],
    ["Shift+Enter", LIST],
    ["Control+Enter", BUTTON],
    ["a", SLIDER],
    ["a", BUTTON],
    ["Enter", SLIDER],
    ["ArrowDown", BUTTON],
    ["Alt+End", SLIDER],
    ["ArrowDown", PAGE],
  ];
  for (const [combination, focused] of free) {
    it(`${combination} on ${focused.type || focused.tag} goes on`, () => {
      assert.equal(usesKey(key(combination), focused), false);
    });
  }
});

describe("the projector", () => {
  const cases: [string, Focused, boolean][] = [
    ["p", PAGE, true],
    ["P", BUTTON, true],
    ["p", TEXT, false],
    ["p", LIST, false],
    ["Control+p", PAGE, false],
  ];
  for (const [combination, focused, asks] of cases) {
    it(`${combination} on ${focused.type || focused.tag}: ${asks}`, () => {
      assert.equal(asksForProjector(key(combination), focused), asks);
    });
  }
});
