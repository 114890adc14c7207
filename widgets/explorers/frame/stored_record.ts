// The record of a page as the browser keeps it: one text under a name of the page's own. What cannot be understood any
// more, because the page has changed since, is left out.

import type { Value, Values } from "./record_model.ts";

export const VERSION = 1;

export interface StoredRecord {
  values: Values;
  kept: Values;
  level: string;
}

export function nameOf(page: string): string {
  return `explainer-record-${page}`;
}

export function asText(page: string, { values, kept, level }: StoredRecord): string {
  return JSON.stringify({ version: VERSION, page, values, kept, level });
}

// What a text says of a page, or null where it says nothing that can be used. Names that the page does not know are
// dropped, and values of another type than the page's own; whether a value is in its range, the kernel knows.
export function fromText(text: string | null, page: string, known: Values): StoredRecord | null {
  const stored = parsed(text);
  if (stored.version !== VERSION || stored.page !== page) return null;
  return {
    values: fitting(stored.values, known),
    kept: fitting(stored.kept, known),
    level: typeof stored.level === "string" ? stored.level : "",
  };
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(text ?? "null"));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function fitting(given: unknown, known: Values): Values {
  const entries = Object.entries(asRecord(given));
  return Object.fromEntries(entries.filter(([name, value]) => fits(value, known[name]))) as Record<string, Value>;
}

function fits(value: unknown, known: Value | undefined): boolean {
  return known !== undefined && typeof value === typeof known && (typeof value !== "number" || Number.isFinite(value));
}
