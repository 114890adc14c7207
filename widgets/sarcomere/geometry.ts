// Where every drawn thing rests, in the units of a layout.

import type { Frame, Layout, Point } from "./layouts.ts";

export const BEADS_PER_TROPONIN = 7;
export const TROPONINS_PER_FILAMENT = 4;
export const BEADS_PER_FILAMENT = BEADS_PER_TROPONIN * TROPONINS_PER_FILAMENT;
export const TROPONIN_OFFSET = 17; // from the middle of its filament
export const THICK_RADIUS = 9;
const COLUMN_ORDER = [3, 1, 4, 0, 5, 2]; // two sides each: 12 heads per half
const TROPONIN_ORDER = [2, 0, 3, 1];
const GOLDEN = 0.618_033_988_749_894_9;
const SPOTS = 420;

// -1 is above the thick filament and 1 below it; likewise left and right of the middle.
export type Side = -1 | 1;
export interface HeadPlace {
  readonly half: Side;
  readonly side: Side;
  readonly x: number;
}
export interface ThinPlace {
  readonly frame: Exclude<Frame, "thick">;
  readonly zX: number;
  readonly direction: Side;
  readonly side: Side;
  readonly y: number;
}
export interface TroponinPlace extends Point {
  readonly frame: Exclude<Frame, "thick">;
  readonly side: Side;
}
// A place that something drifts about; `phase` sets it apart from its neighbours.
export interface DriftPlace extends Point {
  readonly phase: number;
}

const fraction = (value: number) => value % 1;

// Heads in the order in which they attach: sides, halves and columns take turns so that pull is shared.
export function headPlaces(layout: Layout): HeadPlace[] {
  const halves: Side[] = layout.leftZ === null ? [1] : [-1, 1];
  const pitch = (layout.thickHalf - layout.bare - 12) / (COLUMN_ORDER.length - 1);
  const places: HeadPlace[] = [];
  for (const column of COLUMN_ORDER) {
    const sides: Side[] = column % 2 ? [1, -1] : [-1, 1];
    for (const side of sides) {
      const stagger = side > 0 ? pitch * 0.18 : 0;
      const away = layout.bare + column * pitch + stagger;
      places.push(...halves.map((half) => ({ half, side, x: layout.middleX + half * away })));
    }
  }
  return places;
}

// Thin filaments: Z-end, direction towards the middle, height, and side.
export function thinPlaces(layout: Layout): ThinPlace[] {
  const sides: Side[] = [-1, 1];
  return sides.flatMap((side) => {
    const y = side < 0 ? layout.upperY : layout.lowerY;
    const right: ThinPlace = { frame: "right", zX: layout.rightZ, direction: -1, side, y };
    if (layout.leftZ === null) return [right];
    return [{ frame: "left", zX: layout.leftZ, direction: 1, side, y }, right];
  });
}

export function beadPitch(layout: Layout): number {
  return layout.thinLength / BEADS_PER_FILAMENT;
}

// How far from its Z-line the nth troponin of a filament sits.
export function troponinReach(layout: Layout, nth: number): number {
  return (nth + 0.55) * BEADS_PER_TROPONIN * beadPitch(layout);
}

// Troponin notches in the order in which they fill.
export function troponinPlaces(layout: Layout): TroponinPlace[] {
  return TROPONIN_ORDER.flatMap((nth) =>
    thinPlaces(layout).map(({ frame, zX, direction, side, y }) => ({
      frame,
      side,
      x: zX + direction * troponinReach(layout, nth),
      y: y + side * TROPONIN_OFFSET,
    })),
  );
}

// Resting places of free ions: each next one as far as can be from all before. Kinds take turns.
export function ionPlaces(layout: Layout, counts: readonly number[]): DriftPlace[][] {
  const [left, top, width, height] = layout.cytosol;
  const spots = Array.from({ length: SPOTS }, (_, index) => ({
    x: left + width * fraction(0.5 + index * 0.754_877_666_246_692_7),
    y: top + height * fraction(0.5 + index * 0.569_840_290_998_053_2),
    phase: fraction(index * (1 - GOLDEN)),
    gap: Number.POSITIVE_INFINITY,
  }));
  const places: DriftPlace[][] = counts.map(() => []);
  for (let turn = 0; turn < Math.max(...counts); turn += 1) {
    for (const [kind, count] of counts.entries()) {
      if (turn >= count) continue;
      const best = spots.reduce((most, spot) => (spot.gap > most.gap ? spot : most));
      places[kind]?.push(best);
      for (const spot of spots) spot.gap = Math.min(spot.gap, (spot.x - best.x) ** 2 + (spot.y - best.y) ** 2);
    }
  }
  return places;
}

// Calcium inside the store: the k-th circle lies just under the level at which k circles are there.
export function pouchPlaces({ pouch }: Layout, count: number): DriftPlace[] {
  const [x, y, width, height] = pouch.box;
  return Array.from({ length: count }, (_, index) => ({
    x: x + 24 + (width - 48) * fraction(0.31 + index * GOLDEN),
    y: y + height - 9 - ((index + 0.8) / (count + 0.6)) * (height * pouch.full - 15),
    phase: fraction(index * (1 - GOLDEN)),
  }));
}

export function pouchLevelY({ pouch }: Layout, storePercent: number): number {
  const [, y, , height] = pouch.box;
  return y + height * (1 - (pouch.full * Math.max(0, storePercent)) / 100);
}

// Corners of a zigzag between two heights.
export function zigzag(x: number, top: number, bottom: number, steps: number, reach: number): Point[] {
  const inner = Array.from({ length: steps }, (_, index) => {
    const step = index + 1;
    const aside = step % 2 ? reach : -reach;
    return { x: x + (step === steps ? 0 : aside), y: top + ((bottom - top) * step) / steps };
  });
  return [{ x, y: top }, ...inner];
}

// A coil seen from the side between two ends; stretched further, its loops open.
export function coil(fromX: number, toX: number, y: number, turns: number, radius: number): Point[] {
  const lead = 8;
  const points = turns * 12;
  const loops = Array.from({ length: points + 1 }, (_, point) => {
    const angle = (2 * Math.PI * turns * point) / points;
    const fromEnd = Math.min(point, points - point);
    return {
      x: fromX + lead + ((toX - fromX - 2 * lead) * point) / points + 4.5 * Math.sin(angle),
      y: y - 2 * radius * Math.sin(angle / 2) ** 2 + radius * Math.min(1, fromEnd / 6),
    };
  });
  return [{ x: fromX, y }, { x: fromX + lead, y }, ...loops, { x: toX, y }];
}

export function hexagon(radius: number): Point[] {
  return Array.from({ length: 6 }, (_, k) => ({
    x: radius * Math.cos((k * Math.PI) / 3),
    y: radius * Math.sin((k * Math.PI) / 3),
  }));
}
