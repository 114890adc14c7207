// The columns of a figure: bytes of the model in, numbers out; and numbers read at a place between two points.

import { showNumber } from "../../browser/numbers.ts";
import type { Line, Numbers } from "./figure.ts";
import type { NamedLine } from "./protocol.ts";

// The buffer may start anywhere in a message; a Float32Array must start at a multiple of four.
export function floats(view: DataView | undefined): Float32Array<ArrayBuffer> {
  if (!view?.byteLength) return new Float32Array();
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength) as ArrayBuffer);
}

export function rowsOf(values: Float32Array, width: number): Float32Array[] {
  return Array.from({ length: values.length / width }, (_, row) => values.subarray(row * width, (row + 1) * width));
}

// The value at a place on a line; beyond its ends the line goes on level.
export function valueAt(x: Numbers, y: Numbers, place: number): number {
  if (x.length === 0) return Number.NaN;
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(x, middle) <= place) low = middle;
    else high = middle;
  }
  const width = at(x, high) - at(x, low);
  const share = width > 0 ? Math.min(1, Math.max(0, (place - at(x, low)) / width)) : 0;
  return at(y, low) * (1 - share) + at(y, high) * share;
}

function at(values: Numbers, i: number): number {
  return values[i] as number;
}

// A value as a reader takes it in: two digits, three from a hundred on.
export function shown(value: number, language: string): string {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 ? 3 : 2;
  return showNumber(Math.abs(value) < 5e-4 ? 0 : Number(value.toPrecision(digits)), language);
}

const AXES = ["x", "y", "z"] as const;

// The lines with their numbers. A column that did not change keeps its numbers, and a line none of whose columns changed
// keeps its object, so that whoever draws can tell what moved.
export class Columns {
  #lines: readonly NamedLine[] = [];
  #drawn: Line[] = [];
  readonly #numbers = new Map<string, { view: DataView; values: Float32Array<ArrayBuffer> }>();

  lines(named: readonly NamedLine[], column: (name: string) => DataView): readonly Line[] {
    const sameLines = named === this.#lines;
    this.#drawn = named.map((line, i) => {
      const values = AXES.map((axis) => (line[axis] === undefined ? undefined : this.#values(line[axis], column)));
      const [x, y, z] = values as [Float32Array, Float32Array, Float32Array | undefined];
      const before = sameLines ? this.#drawn[i] : undefined;
      if (before && before.x === x && before.y === y && !z) return before;
      return { ...line, x, y, ...(z && { z: rowsOf(z, x.length) }) } as Line;
    });
    this.#lines = named;
    return this.#drawn;
  }

  #values(name: string, column: (name: string) => DataView): Float32Array<ArrayBuffer> {
    const view = column(name);
    const known = this.#numbers.get(name);
    if (known?.view === view) return known.values;
    const values = floats(view);
    this.#numbers.set(name, { view, values });
    return values;
  }
}
