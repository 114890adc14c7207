// A figure as plotly takes it. As it travels, names stand for the columns of its lines (figure_shape.py).

import type { NamedLine } from "./protocol.ts";

export type Numbers = ArrayLike<number>;

export interface TextTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface Line extends Omit<NamedLine, "x" | "y" | "z"> {
  x: Numbers;
  y: Numbers;
  z?: readonly Numbers[];
  colorbar?: { title?: { text?: string; font?: { size?: number } } };
}

export interface LayoutAxis {
  range: readonly [number, number];
  type?: string;
}

export interface Layout {
  height?: number;
  width?: number;
  margin?: { l?: number; r?: number; t?: number; b?: number };
  font?: { family?: string };
  shapes?: readonly { type?: string; opacity?: number }[];
  // Rows of text that stand for the figure where a reader wants a table.
  meta?: { table?: TextTable };
  [name: string]: unknown;
}

export interface Picture {
  data: readonly Line[];
  layout: Layout;
}

export function axisOf(layout: Layout, name: string): LayoutAxis {
  return layout[`${name.slice(0, 1)}axis${name.slice(1)}`] as LayoutAxis;
}
