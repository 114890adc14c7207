// When the record is written to the tab, and how it comes back.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test as it, mock } from "node:test";
import { keepRecord, restoreRecord } from "../../../widgets/explorers/frame/record_keeping.ts";
import type { RecordModel } from "../../../widgets/explorers/frame/record_model.ts";
import { asText, nameOf } from "../../../widgets/explorers/frame/stored_record.ts";
import { PlainModel } from "../../browser/plain_model.ts";

const NAME = nameOf("cycle");
let texts: Map<string, string>;
let model: PlainModel;
let record: RecordModel;
let away: AbortController;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  texts = new Map();
  away = new AbortController();
  const sessionStorage = {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => texts.set(name, text),
    removeItem: (name: string) => texts.delete(name),
  };
  const window = Object.assign(new EventTarget(), { sessionStorage });
  Object.assign(globalThis, { window, document: new EventTarget() });
  model = new PlainModel({ page: "cycle", values: { rate: 1 }, kept: {}, level: "see" });
  record = model as unknown as RecordModel;
});

afterEach(() => mock.timers.reset());

function stored(): unknown {
  return JSON.parse(texts.get(NAME) ?? "null");
}

it("a page that was never changed keeps nothing", () => {
  assert.ok(keepRecord(record, away.signal));
  mock.timers.tick(1000);
  assert.equal(texts.size, 0);
});

it("a drag is written once for all its moves, with the last of them", () => {
  keepRecord(record, away.signal);
  for (const rate of [2, 3, 4]) model.set("values", { rate });
  assert.equal(texts.size, 0);
  mock.timers.tick(250);
  assert.deepEqual((stored() as { values: object }).values, { rate: 4 });
});

function levelWrittenAt(event: string, whom: "window" | "document"): unknown {
  keepRecord(record, away.signal);
  model.set("level", "all");
  globalThis[whom].dispatchEvent(new Event(event));
  return (stored() as { level: string }).level;
}

it("what is not written yet is written when the page is left", () => {
  assert.equal(levelWrittenAt("pagehide", "window"), "all");
});

it("what is not written yet is written when the page is hidden", () => {
  assert.equal(levelWrittenAt("visibilitychange", "document"), "all");
});

it("what is not written yet is written when the page is frozen", () => {
  assert.equal(levelWrittenAt("freeze", "document"), "all");
});

it("a page that is taken away writes what it has, and nothing more", () => {
  keepRecord(record, away.signal);
  model.set("kept", { rate: 1 });
  away.abort();
  model.set("kept", {});
  mock.timers.tick(1000);
  assert.deepEqual((stored() as { kept: object }).kept, { rate: 1 });
});

it("where the browser keeps nothing it is said", () => {
  Object.assign(globalThis, { window: new EventTarget() });
  assert.equal(keepRecord(record, away.signal), false);
});

it("what was kept is asked of the kernel, and waited for", async () => {
  texts.set(NAME, asText("cycle", { values: { rate: 7 }, kept: {}, level: "all" }));
  let isBack = false;
  const restoring = restoreRecord(record, away.signal).then(() => {
    isBack = true;
  });
  assert.deepEqual(
    model.sent.map(({ ask, stored: text }) => [ask, JSON.parse(String(text)).values]),
    [["restore", { rate: 7 }]],
  );
  await Promise.resolve();
  assert.equal(isBack, false);
  model.tell("msg:custom", { answer: "restore" }, []);
  await restoring;
  assert.ok(isBack);
});

it("a kernel that does not answer is not waited for without end", async () => {
  texts.set(NAME, asText("cycle", { values: { rate: 7 }, kept: {}, level: "all" }));
  const restoring = restoreRecord(record, away.signal);
  mock.timers.tick(60_000);
  assert.equal(await restoring, undefined);
});

it("without anything kept the kernel is asked nothing", async () => {
  await restoreRecord(record, away.signal);
  assert.deepEqual(model.sent, []);
});

it("what is on show already is not asked again", async () => {
  texts.set(NAME, asText("cycle", { values: { rate: 1 }, kept: {}, level: "see" }));
  await restoreRecord(record, away.signal);
  assert.deepEqual(model.sent, []);
});
