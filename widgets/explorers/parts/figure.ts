// A figure as it travels: plotly's own dict, with what we add to it under `meta`. The Python side of those types is
// widgets/figures/figure_meta.py.

export type Numbers = ArrayLike<number>;

// What a line says about itself.
export interface LineMeta {
  // "this_run" for what the page shows now; a kept or a usual run has another name.
  run: string;
  // Whether its value at the playhead is shown; then it has a label, a unit and a colour for the text.
  readout: boolean;
  label?: string;
  unit?: string;
  text?: string;
  // The quantity, by its name in the tables.
  trace?: string;
}

export interface TextTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface Line {
  type: string;
  mode?: string;
  x: Numbers;
  y: Numbers;
  z?: readonly Numbers[];
  xaxis?: string;
  yaxis?: string;
  line?: { color?: string; width?: number; dash?: string };
  marker?: { color?: string; size?: number; symbol?: string };
  fill?: string;
  opacity?: number;
  meta?: LineMeta;
}

// A line before its columns: names of the model's traits stand in their place.
export type NamedLine = Omit<Line, "x" | "y" | "z"> & { x: string; y: string; z?: string };

export interface LayoutAxis {
  range: readonly [number, number];
  type?: string;
}

export interface Layout {
  height?: number;
  width?: number;
  margin?: { r?: number };
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
