// Where every drawn part is. Two layouts: a whole sarcomere, and half of one for narrow places. Lengths in drawing units.
// In both, thick filament, thin filament and Z-line keep the proportions of a sarcomere a little longer than its best length.

import { reach } from "./sarcomere_parts.ts";
import { along } from "./sarcomere_motion.ts";

export const BEADS_PER_TROPONIN = 7;
export const TROPONINS_PER_FILAMENT = 4;
export const BEADS_PER_FILAMENT = BEADS_PER_TROPONIN * TROPONINS_PER_FILAMENT;
export const HEAD_COLUMNS = 6; // two sides each: 12 heads per half
export const NARROW_BELOW_PX = 620;

export const WIDE = {
  name: "whole", width: 760, height: 456, fontSize: 14.5,
  membraneY: 33, tubule: { x: 30, width: 24, bottom: 144 },
  pouch: { x: 118, y: 66, width: 496, height: 82, full: 0.74 },
  gate: { x: 118, y: 112 }, pump: { x: 614, y: 110 },
  cytosol: { x: 88, y: 162, width: 652, height: 50 },
  quiet: [[0, 152, 282, 26], [280, 192, 128, 26], [120, 182, 152, 28]],
  legend: { x: 22, y: 432, columns: 3, pitch: 246, line: 414 },
  upperY: 238, thickY: 294, lowerY: 350, thickHalf: 183, bare: 22,
  leftZ: 46, rightZ: 642, thinLength: 263, slide: 13, wallX: 740, rulerY: 383,
};
export const HALF = {
  name: "half", width: 390, height: 586, fontSize: 15,
  membraneY: 33, tubule: { x: 6, width: 20, bottom: 148 },
  pouch: { x: 82, y: 70, width: 222, height: 84, full: 0.72 },
  gate: { x: 82, y: 118 }, pump: { x: 304, y: 114 },
  cytosol: { x: 20, y: 194, width: 356, height: 44 },
  quiet: [[0, 186, 176, 28], [0, 230, 240, 24]],
  legend: { x: 16, y: 502, columns: 1, pitch: 28, line: 482 },
  upperY: 284, thickY: 340, lowerY: 396, thickHalf: 158, bare: 20,
  leftZ: null, rightZ: 270, middleX: 14, thinLength: 226, slide: 20, wallX: 376, rulerY: 429,
};

export function layoutFor(widthPx) {
  return widthPx < NARROW_BELOW_PX ? HALF : WIDE;
}

// Moves of the three rigid frames at a force: the left Z-line is tied to a wall, the right one pulls on the spring.
// In the half drawing the middle of the sarcomere stands still instead.
export function framesAt(layout, forcePercent) {
  const step = (layout.slide * Math.max(0, Math.min(forcePercent, 130))) / 100;
  return layout.leftZ === null ? { left: 0, thick: 0, right: -step } : { left: 0, thick: -step, right: -2 * step };
}

export function middleOf(layout) {
  return layout.leftZ === null ? layout.middleX : (layout.leftZ + layout.rightZ) / 2;
}

// Heads in the order in which they attach: sides, halves and columns take turns so that pull is shared.
export function headPlaces(layout) {
  const columnOrder = [3, 1, 4, 0, 5, 2];
  const halves = layout.leftZ === null ? [1] : [-1, 1];
  const pitch = (layout.thickHalf - layout.bare - 12) / (HEAD_COLUMNS - 1);
  const places = [];
  for (const column of columnOrder) {
    for (const side of column % 2 ? [1, -1] : [-1, 1]) {
      for (const half of halves) {
        const stagger = side > 0 ? pitch * 0.18 : 0;
        places.push({ half, side, x: middleOf(layout) + half * (layout.bare + column * pitch + stagger) });
      }
    }
  }
  return places;
}

// Thin filaments: Z-end, direction towards the middle, height, and which side (-1 above, 1 below the thick filament).
export function thinPlaces(layout) {
  const places = [];
  for (const side of [-1, 1]) {
    const y = side < 0 ? layout.upperY : layout.lowerY;
    if (layout.leftZ !== null) places.push({ frame: "left", zX: layout.leftZ, direction: 1, side, y });
    places.push({ frame: "right", zX: layout.rightZ, direction: -1, side, y });
  }
  return places;
}

export function beadPitch(layout) {
  return layout.thinLength / BEADS_PER_FILAMENT;
}

// Troponin notches in the order in which they fill.
export function troponinPlaces(layout) {
  const order = [2, 0, 3, 1];
  const places = [];
  for (const nth of order) {
    for (const [index, thin] of thinPlaces(layout).entries()) {
      const along = (nth + 0.55) * BEADS_PER_TROPONIN * beadPitch(layout);
      places.push({ thin: index, frame: thin.frame, side: thin.side, x: thin.zX + thin.direction * along, y: thin.y + thin.side * 17 });
    }
  }
  return places;
}

// Resting places of free ions: each next one as far as can be from all before, away from labels. Kinds take turns.
export function ionPlaces(layout, counts) {
  const { x, y, width, height } = layout.cytosol;
  const spots = [];
  for (let index = 0; index < 420; index += 1) {
    const spot = {
      x: x + width * ((0.5 + index * 0.7548776662466927) % 1), y: y + height * ((0.5 + index * 0.5698402909980532) % 1),
      phase: (index * 0.3819660112501051) % 1, gap: Infinity,
    };
    const covered = layout.quiet.some(([left, top, w, h]) => spot.x > left && spot.x < left + w && spot.y > top && spot.y < top + h);
    if (!covered) spots.push(spot);
  }
  const places = counts.map(() => []);
  for (let turn = 0; turn < Math.max(...counts); turn += 1) {
    counts.forEach((count, kind) => {
      if (turn >= count) return;
      const best = spots.reduce((most, spot) => (spot.gap > most.gap ? spot : most));
      places[kind].push(best);
      for (const spot of spots) spot.gap = Math.min(spot.gap, (spot.x - best.x) ** 2 + (spot.y - best.y) ** 2);
    });
  }
  return places;
}

// Calcium inside the pouch: the k-th circle lies just under the level at which k circles are there.
export function pouchPlaces(layout, count) {
  const { x, y, width, height, full } = layout.pouch;
  const places = [];
  for (let index = 0; index < count; index += 1) {
    const depth = (index + 0.8) / (count + 0.6);
    places.push({
      x: x + 24 + (width - 48) * ((0.31 + index * 0.6180339887498949) % 1),
      y: y + height - 9 - depth * (height * full - 15),
      phase: (index * 0.3819660112501051) % 1,
    });
  }
  return places;
}

export function pouchLevelY(layout, storePercent) {
  const { y, height, full } = layout.pouch;
  return y + height * (1 - (full * Math.max(0, Math.min(storePercent, 128))) / 100);
}

export function zigzag(x, top, bottom, steps, reach) {
  let path = `M${x} ${top}`;
  for (let step = 1; step <= steps; step += 1) {
    const y = top + ((bottom - top) * step) / steps;
    path += ` L${x + (step === steps ? 0 : step % 2 ? reach : -reach)} ${y.toFixed(1)}`;
  }
  return path;
}

// A coil seen from the side between two ends; stretched further, its loops open.
export function coil(fromX, toX, y, turns, radius) {
  const lead = 8;
  const points = turns * 12;
  let path = `M${fromX.toFixed(1)} ${y} h${lead}`;
  for (let point = 0; point <= points; point += 1) {
    const angle = (2 * Math.PI * turns * point) / points;
    const x = fromX + lead + ((toX - fromX - 2 * lead) * point) / points + 4.5 * Math.sin(angle);
    path += ` L${x.toFixed(1)} ${(y - radius * Math.sin(angle / 2) ** 2 * 2 + radius * Math.min(1, Math.min(point, points - point) / 6)).toFixed(1)}`;
  }
  return `${path} L${toX} ${y}`;
}

export function hexagonPoints(radius) {
  return [0, 1, 2, 3, 4, 5].map((k) => `${(radius * Math.cos((k * Math.PI) / 3)).toFixed(2)},${(radius * Math.sin((k * Math.PI) / 3)).toFixed(2)}`).join(" ");
}
