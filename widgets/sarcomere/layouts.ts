// The two layouts of the drawing: a whole sarcomere, and half of one for narrow places. Lengths in drawing units.
// In both, thick filament, thin filament and Z-line keep the proportions of a sarcomere a little longer than its best length.

export interface Point {
  readonly x: number;
  readonly y: number;
}

// Left, top, width and height.
export type Box = readonly [number, number, number, number];

export interface Layout {
  readonly name: "whole" | "half";
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly membraneY: number;
  readonly tubule: { readonly x: number; readonly width: number; readonly bottom: number };
  // `full` is the share of its height up to which the store is filled at rest; `valueX` is where its number ends.
  readonly pouch: { readonly box: Box; readonly full: number; readonly valueX: number };
  readonly gate: Point;
  readonly pump: Point;
  readonly cytosol: Box;
  readonly legend: Point & { readonly columns: number; readonly pitch: number; readonly line: number };
  readonly upperY: number;
  readonly thickY: number;
  readonly lowerY: number;
  readonly rulerY: number;
  readonly middleX: number;
  // Half the length of the thick filament, and of its bare zone without heads.
  readonly thickHalf: number;
  readonly bare: number;
  readonly leftZ: number | null;
  readonly rightZ: number;
  readonly thinLength: number;
  // How far a frame slides at full force.
  readonly slide: number;
  readonly wallX: number;
}

export const NARROW_BELOW_PX = 620;

export const WHOLE: Layout = {
  name: "whole",
  width: 760,
  height: 468,
  fontSize: 14.5,
  membraneY: 33,
  tubule: { x: 30, width: 24, bottom: 144 },
  pouch: { box: [118, 66, 496, 82], full: 0.7, valueX: 564 },
  gate: { x: 118, y: 112 },
  pump: { x: 614, y: 110 },
  cytosol: [20, 182, 716, 32],
  legend: { x: 22, y: 445, columns: 3, pitch: 246, line: 427 },
  upperY: 248,
  thickY: 304,
  lowerY: 360,
  rulerY: 393,
  middleX: 344,
  thickHalf: 183,
  bare: 22,
  leftZ: 46,
  rightZ: 642,
  thinLength: 263,
  slide: 13,
  wallX: 740,
};

export const HALF: Layout = {
  name: "half",
  width: 390,
  height: 586,
  fontSize: 15,
  membraneY: 33,
  tubule: { x: 6, width: 20, bottom: 148 },
  pouch: { box: [82, 70, 222, 84], full: 0.68, valueX: 270 },
  gate: { x: 82, y: 118 },
  pump: { x: 304, y: 114 },
  cytosol: [20, 194, 356, 44],
  legend: { x: 16, y: 502, columns: 1, pitch: 28, line: 482 },
  upperY: 284,
  thickY: 340,
  lowerY: 396,
  rulerY: 429,
  middleX: 14,
  thickHalf: 158,
  bare: 20,
  leftZ: null,
  rightZ: 270,
  thinLength: 226,
  slide: 20,
  wallX: 376,
};

export function layoutFor(widthPx: number): Layout {
  return widthPx < NARROW_BELOW_PX ? HALF : WHOLE;
}

// What slides as one: thin filaments with their Z-line, and the thick filament with its heads.
export type Frame = "left" | "thick" | "right";
export type Frames = Readonly<Record<Frame, number>>;

// Moves of the three rigid frames at a force: the left Z-line is tied to a wall, the right one pulls on the spring.
// In the half drawing the middle of the sarcomere stands still instead.
export function framesAt(layout: Layout, forcePercent: number): Frames {
  const step = (layout.slide * Math.max(0, Math.min(forcePercent, 130))) / 100;
  return layout.leftZ === null ? { left: 0, thick: 0, right: -step } : { left: 0, thick: -step, right: -2 * step };
}
