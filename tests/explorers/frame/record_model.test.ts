// How parts speak to their record, and to each other through it.

import assert from "node:assert/strict";
import { beforeEach, test as it } from "node:test";
import {
  askRecord,
  call,
  hearCalls,
  type RecordModel,
  recordOf,
  setValues,
} from "../../../widgets/explorers/frame/record_model.ts";
import { PlainModel } from "../../browser/plain_model.ts";

let model: PlainModel;
let record: RecordModel;

beforeEach(() => {
  model = new PlainModel({ values: { rate: 1, pump: 1 }, told: 3, basis: [2, 5], call: null });
  record = model as unknown as RecordModel;
});

it("a part finds the record that it holds a reference to", async () => {
  const part = new PlainModel({ record: "anywidget:7" });
  const host = { getModel: async (reference: string) => (reference === "anywidget:7" ? record : null) };
  assert.equal(await recordOf({ model: part as never, host }), record);
});

it("a value that is set leaves the others and goes to the kernel", () => {
  setValues(record, { rate: 2 });
  assert.deepEqual([model.get("values"), model.saved], [{ rate: 2, pump: 1 }, 1]);
});

it("with it goes which telling of the kernel it stands on, as a message that was not sent before", () => {
  setValues(record, { rate: 2 });
  assert.deepEqual(model.get("basis"), [3, 6]);
});

it("what is no value is asked", () => {
  askRecord(record, "keep", { panel: "fibre" });
  assert.deepEqual(model.sent, [{ ask: "keep", panel: "fibre" }]);
});

it("a reset says what had been set before it was asked for", () => {
  askRecord(record, "reset", { panel: "fibre" });
  assert.deepEqual(model.sent, [{ ask: "reset", panel: "fibre", turn: 5 }]);
});

it("a call reaches the part that is meant, each time, and never the kernel", () => {
  const heard: string[] = [];
  const away = new AbortController();
  hearCalls(record, "causes", (id) => heard.push(id), away.signal);
  hearCalls(record, "situations", () => heard.push("wrong"), away.signal);
  call(record, "causes", "dehydration");
  call(record, "causes", "dehydration");
  assert.deepEqual([heard, model.saved], [["dehydration", "dehydration"], 0]);
});

it("a part that is taken away hears no more calls", () => {
  const heard: string[] = [];
  const away = new AbortController();
  hearCalls(record, "causes", (id) => heard.push(id), away.signal);
  away.abort();
  call(record, "causes", "dehydration");
  assert.deepEqual(heard, []);
});
