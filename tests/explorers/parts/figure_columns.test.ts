import assert from "node:assert/strict";
import { test as it } from "node:test";

import { Columns, floats, rowsOf, shown, valueAt } from "../../../widgets/explorers/parts/figure_columns.ts";
import type { NamedLine } from "../../../widgets/explorers/parts/protocol.ts";

// Bytes that begin at an odd place of their buffer, as they do inside a message.
function column(...values: number[]): DataView {
  const bytes = new Uint8Array(values.length * 4 + 1);
  bytes.set(new Uint8Array(new Float32Array(values).buffer), 1);
  return new DataView(bytes.buffer, 1);
}

const NAMED: readonly NamedLine[] = [
  { type: "scatter", x: "time", y: "force" },
  { type: "scatter", x: "time", y: "calcium" },
];

it("floats are read wherever they begin in a message", () => {
  assert.deepEqual([...floats(column(1, 2.5))], [1, 2.5]);
});

it("no bytes are no numbers", () => {
  assert.equal(floats(undefined).length, 0);
});

it("rows of a grid share the numbers of their column", () => {
  assert.deepEqual(
    rowsOf(new Float32Array([1, 2, 3, 4]), 2).map((row) => [...row]),
    [
      [1, 2],
      [3, 4],
    ],
  );
});

it("a value between two points lies on the line between them", () => {
  assert.equal(valueAt([0, 10, 20], [0, 1, 5], 15), 3);
});

it("beyond its ends a line goes on level", () => {
  assert.deepEqual([valueAt([0, 10], [2, 4], -5), valueAt([0, 10], [2, 4], 99)], [2, 4]);
});

it("a line without points has no value", () => {
  assert.ok(Number.isNaN(valueAt([], [], 1)));
});

it("a value is shown with as many digits as a reader takes in", () => {
  assert.deepEqual(
    [0.000_01, 0.123, 9.87, 123.4, Number.NaN].map((value) => shown(value, "en")),
    ["0", "0.12", "9.9", "123", "–"],
  );
});

it("a line none of whose columns changed keeps its object", () => {
  const columns = new Columns();
  const values: Record<string, DataView> = { time: column(0, 1), force: column(1, 2), calcium: column(3, 4) };
  const read = (name: string) => values[name] as DataView;
  const before = columns.lines(NAMED, read);
  values.force = column(5, 6);
  const after = columns.lines(NAMED, read);
  assert.notEqual(after[0], before[0]);
  assert.equal(after[1], before[1]);
  assert.deepEqual([...Array.from(after[0]?.y ?? [])], [5, 6]);
});

it("lines that look another way are new objects", () => {
  const columns = new Columns();
  const read = () => column(0, 1);
  const before = columns.lines(NAMED, read);
  assert.notEqual(columns.lines([...NAMED], read)[0], before[0]);
});
