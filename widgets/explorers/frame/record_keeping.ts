// Keeps the record of a page in its tab, and brings it back: after a lost kernel, a reload, Back, or a link and back. A tab
// that is duplicated takes a copy along and goes its own way.

import { keep, keepsAnything, kept } from "../../browser/kept.ts";
import { hear } from "../../browser/part.ts";
import type { PageRecordQuestions } from "./protocol.ts";
import { askRecord, type RecordModel } from "./record_model.ts";
import { asText, fromText, nameOf } from "./stored_record.ts";

// Writing is quick, but a slider moves sixty times a second.
const WRITE_AFTER_MS = 250;
// Where the kernel is busy with other cells the page is drawn as it starts, and changes when the kernel comes to it.
const RESTORE_WITHIN_MS = 8000;

// Brings back what the tab has kept of this page, before anything of it is drawn.
export async function restoreRecord(record: RecordModel, signal: AbortSignal): Promise<void> {
  const page = record.get("page");
  const stored = fromText(kept("tab", nameOf(page)), page, record.get("values"));
  if (!stored || isShown(record, stored)) return;
  const answered = new Promise<void>((resolve) => {
    hear<PageRecordQuestions, "restore">({ model: record, signal }, "restore", () => resolve());
  });
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, RESTORE_WITHIN_MS);
  });
  askRecord(record, "restore", { stored: JSON.stringify(stored) });
  await Promise.race([answered, late]);
}

function isShown(record: RecordModel, stored: NonNullable<ReturnType<typeof fromText>>): boolean {
  const page = record.get("page");
  return asText(page, stored) === asText(page, stateOf(record));
}

function stateOf(record: RecordModel) {
  return { values: record.get("values"), kept: record.get("kept"), level: record.get("level") };
}

// Keeps the record whenever it has changed, until the page is taken away. Says whether the browser lets it.
export function keepRecord(record: RecordModel, signal: AbortSignal): boolean {
  if (!keepsAnything("tab")) return false;
  const page = record.get("page");
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(waiting);
    waiting = undefined;
    keep("tab", nameOf(page), asText(page, stateOf(record)));
  };
  const changed = () => {
    waiting ??= setTimeout(write, WRITE_AFTER_MS);
  };
  // A page may be left, hidden or frozen before the time is up.
  const leave = () => {
    if (waiting !== undefined) write();
  };
  record.on("change:values change:kept change:level", changed);
  window.addEventListener("pagehide", leave, { signal });
  for (const event of ["visibilitychange", "freeze"]) document.addEventListener(event, leave, { signal });
  signal.addEventListener("abort", () => {
    record.off("change:values change:kept change:level", changed);
    leave();
  });
  return true;
}
