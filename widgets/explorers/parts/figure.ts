// A figure as plotly takes it. As it travels, names stand for the columns of its lines (figure_shape.py).

import { NARROW_PX } from "./narrow_column.ts";
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
  // `narrow_height` is how high the figure is in a narrow column, where that is less.
  meta?: { table?: TextTable; narrow_height?: number };
  [name: string]: unknown;
}

export interface Picture {
  data: readonly Line[];
  layout: Layout;
}

export function axisOf(layout: Layout, name: string): LayoutAxis {
  return layout[`${name.slice(0, 1)}axis${name.slice(1)}`] as LayoutAxis;
}

// In a narrow column a figure may be lower, so that its control stands on the screen with it.
export function fittingHeight(layout: Layout, width_px: number): Layout {
  const narrow_px = layout.meta?.narrow_height;
  return narrow_px && width_px > 0 && width_px < NARROW_PX ? { ...layout, height: narrow_px } : layout;
}
