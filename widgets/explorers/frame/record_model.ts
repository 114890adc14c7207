// The page's record as its parts see it: they show values of it, set them, and ask it for what is not a value.

import { ask, type Model, tell } from "../../browser/part.ts";
import type { PageRecordQuestions, PageRecordTraits } from "./protocol.ts";

export type Value = number | boolean | string;
export type Values = Readonly<Record<string, Value>>;
export interface RecordTraits extends PageRecordTraits {
  // A part of the page that is asked to come into view; it never leaves the browser.
  call: Call | null;
}

export interface Call {
  part: string;
  id: string;
}

export type RecordModel = Model<RecordTraits>;

interface Holder {
  model: Pick<Model, "get">;
  host: { getModel: (reference: string) => Promise<unknown> };
}

// The record that a part holds a reference to.
export async function recordOf({ model, host }: Holder): Promise<RecordModel> {
  return (await host.getModel(model.get("record"))) as RecordModel;
}

// The kernel hears all values, and which of its own tellings they stand on: what differs from that has been set.
export function setValues(record: RecordModel, values: Values): void {
  const [, turn = 0] = record.get("basis");
  record.set("basis", [record.get("told"), turn + 1]);
  tell(record, "values", { ...record.get("values"), ...values });
}

type Asked = Parameters<typeof ask<PageRecordQuestions>> extends [unknown, ...infer Rest] ? Rest : never;

// What puts other values in the place of those set before: the kernel is told how far these go, for a question overtakes
// values that wait to be sent.
const OVERTAKES: ReadonlySet<string> = new Set([
  "preset",
  "redo",
  "reset",
  "undo",
] satisfies (keyof PageRecordQuestions)[]);

export function askRecord(record: RecordModel, ...asked: Asked): void {
  const [question, values] = asked;
  const turn = OVERTAKES.has(question) ? { turn: record.get("basis")[1] ?? 0 } : {};
  ask<PageRecordQuestions>(record, ...([question, { ...values, ...turn }] as Asked));
}

// Sets a value as a step of its own in the page's history, whatever was moved just before.
export function setApart(record: RecordModel, name: string, value: Value): void {
  if (record.get("values")[name] !== value) askRecord(record, "step_apart");
  setValues(record, { [name]: value });
}

// Asks another part of the same page to bring something into view.
export function call(record: RecordModel, part: string, id = ""): void {
  record.set("call", { part, id });
  // Emptied at once, so that the same call can be made again.
  record.set("call", null);
}

// Calls back when another part of the same page asks this one to bring something into view.
export function hearCalls(
  record: RecordModel,
  part: string,
  callback: (id: string) => void,
  signal: AbortSignal,
): void {
  const hear = () => {
    const called = record.get("call");
    if (called?.part === part) callback(called.id);
  };
  record.on("change:call", hear);
  signal.addEventListener("abort", () => record.off("change:call", hear), { once: true });
}
