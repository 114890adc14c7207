// Where each part of the drawing can be reached, in drawing units, and with which frame it moves.

import {
  beadPitch,
  THICK_RADIUS,
  TROPONIN_OFFSET,
  TROPONINS_PER_FILAMENT,
  thinPlaces,
  troponinReach,
} from "./geometry.ts";
import type { Box, Frame, Layout } from "./layouts.ts";
import type { PartName } from "./words.ts";

export interface Reach {
  readonly box: Box;
  readonly frame: Frame | null;
}

const FILAMENT_RADIUS = 8;
const TROPONIN_RADIUS = 9;
const TROPONIN_HALF = 24;
const Z_OVERHANG = 34;

const still = (...box: Box): Reach[] => [{ box, frame: null }];

// From one place on a filament to another, both measured from its Z-line.
function alongFilament(
  zX: number,
  direction: -1 | 1,
  from: number,
  to: number,
): readonly [left: number, width: number] {
  return [direction > 0 ? zX + from : zX - to, to - from];
}

function thinReaches(layout: Layout): Reach[] {
  return thinPlaces(layout).map(({ frame, zX, direction, y }) => {
    const [left, width] = alongFilament(zX, direction, 6, layout.thinLength + 0.5 * beadPitch(layout));
    return { frame, box: [left, y - FILAMENT_RADIUS, width, 2 * FILAMENT_RADIUS] };
  });
}

function siteReaches(layout: Layout): Reach[] {
  const first = troponinReach(layout, 0) - TROPONIN_HALF - 2;
  const last = troponinReach(layout, TROPONINS_PER_FILAMENT - 1) + TROPONIN_HALF + 2;
  return thinPlaces(layout).map(({ frame, zX, direction, side, y }) => {
    const [left, width] = alongFilament(zX, direction, first, last);
    return { frame, box: [left, y + side * TROPONIN_OFFSET - TROPONIN_RADIUS, width, 2 * TROPONIN_RADIUS] };
  });
}

// The heads reach from the thick filament to the thin ones, above and below it.
function headReaches({ leftZ, middleX, thickHalf, upperY, thickY, lowerY }: Layout): Reach[] {
  const left = leftZ === null ? 2 : middleX - thickHalf - 30;
  const width = middleX + thickHalf + 30 - left;
  const aboveTop = upperY + FILAMENT_RADIUS + 2;
  const belowTop = thickY + THICK_RADIUS + 2;
  return [
    { frame: "thick", box: [left, aboveTop, width, thickY - THICK_RADIUS - 2 - aboveTop] },
    { frame: "thick", box: [left, belowTop, width, lowerY - FILAMENT_RADIUS - 2 - belowTop] },
  ];
}

function rodReach({ leftZ, middleX, thickHalf, thickY }: Layout): Reach[] {
  const left = leftZ === null ? 0 : middleX - thickHalf;
  return [{ frame: "thick", box: [left, thickY - THICK_RADIUS - 2, middleX + thickHalf - left, 2 * THICK_RADIUS + 4] }];
}

function zReaches({ leftZ, rightZ, upperY, lowerY }: Layout): Reach[] {
  const top = upperY - Z_OVERHANG;
  const height = lowerY + Z_OVERHANG - top;
  const right: Reach = { frame: "right", box: [rightZ - 14, top, 28, height] };
  return leftZ === null ? [right] : [{ frame: "left", box: [leftZ - 14, top, 28, height] }, right];
}

function legendReach({ legend, width }: Layout, row: number): Reach[] {
  const { x, y, columns, pitch } = legend;
  if (columns === 1) return still(x - 10, y + row * pitch - 15, width - 20, pitch - 2);
  return still(x + row * pitch - 10, y - 15, pitch - 8, 36);
}

// The places of every part; at the first of them it takes the focus.
export function reachesOf(layout: Layout): Readonly<Record<PartName, readonly Reach[]>> {
  const { gate, pump, pouch, rightZ, thickY, thinLength, rulerY, wallX } = layout;
  return {
    signal: still(0, layout.membraneY - 22, layout.width, 44),
    gate: still(gate.x - 34, gate.y - 32, 52, 62),
    latch: still(gate.x - 56, gate.y - 56, 44, 44),
    store: still(...pouch.box),
    free_calcium: legendReach(layout, 0),
    free_magnesium: legendReach(layout, 1),
    magnesium_ATP: legendReach(layout, 2),
    sites: siteReaches(layout),
    heads: headReaches(layout),
    thick: rodReach(layout),
    thin: thinReaches(layout),
    z_lines: zReaches(layout),
    ruler: [{ frame: "right", box: [rightZ - thinLength, rulerY - 10, thinLength, 20] }],
    force: still(rightZ + 14, thickY - 46, wallX - rightZ - 8, 116),
    pump: still(pump.x - 34, pump.y - 38, 72, 76),
  };
}
