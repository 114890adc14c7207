// Where the labels of the drawing stand: beside what moves, never over it; a line leads to what they name. Pure functions.

import type { Box, Layout } from "./layouts.ts";

export type Anchor = "start" | "middle" | "end";

export interface Label {
  readonly key: string;
  // Number of its step, or none.
  readonly step?: number;
  // Where its line of text stands, and which end of the text stands there.
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  // How wide its text may be, so that it meets no other one and nothing that moves.
  readonly room: number;
  readonly leader?: string;
}

// Steps 2 to 5 stand in a row between the store and the fluid, where nothing passes.
const WHOLE_LABELS: readonly Label[] = [
  { key: "signal", step: 1, x: 96, y: 15, anchor: "start", room: 560 },
  { key: "gate", step: 2, x: 104, y: 165, anchor: "start", room: 92, leader: "M112 151 L105 139" },
  { key: "calcium", step: 3, x: 231, y: 165, anchor: "start", room: 145, leader: "M242 171 L242 183" },
  { key: "sites", step: 4, x: 411, y: 165, anchor: "start", room: 66, leader: "M424 171 L462 226" },
  { key: "heads", step: 5, x: 512, y: 165, anchor: "start", room: 88, leader: "M524 171 L508 272" },
  { key: "slide", step: 6, x: 526, y: 417, anchor: "middle", room: 234 },
  { key: "pump", step: 7, x: 744, y: 59, anchor: "end", room: 270, leader: "M660 62 L636 80" },
  { key: "latch", x: 106, y: 59, anchor: "start", room: 250, leader: "M100 60 L94 66" },
  { key: "store", x: 150, y: 83, anchor: "start", room: 330 },
  { key: "z_line", x: 42, y: 417, anchor: "middle", room: 68, leader: "M46 405 L46 398" },
  { key: "thin", x: 148, y: 417, anchor: "middle", room: 108, leader: "M145 405 L145 368" },
  { key: "thick", x: 314, y: 417, anchor: "middle", room: 138, leader: "M334 405 L334 316" },
];

const HALF_LABELS: readonly Label[] = [
  { key: "signal", step: 1, x: 60, y: 15, anchor: "start", room: 290 },
  { key: "gate", step: 2, x: 92, y: 174, anchor: "start", room: 95, leader: "M96 160 L70 142" },
  { key: "calcium", step: 3, x: 226, y: 174, anchor: "start", room: 78, leader: "M236 184 L236 194" },
  { key: "sites", step: 4, x: 134, y: 452, anchor: "start", room: 70, leader: "M168 438 L176 424" },
  { key: "heads", step: 5, x: 246, y: 452, anchor: "start", room: 104, leader: "M256 440 L170 376" },
  { key: "slide", step: 6, x: 12, y: 475, anchor: "start", room: 330 },
  { key: "pump", step: 7, x: 382, y: 59, anchor: "end", room: 158, leader: "M330 68 L320 80" },
  { key: "latch", x: 70, y: 59, anchor: "start", room: 112, leader: "M66 60 L56 68" },
  { key: "store", x: 107, y: 87, anchor: "start", room: 116 },
  { key: "z_line", x: 294, y: 430, anchor: "start", room: 88, leader: "M287 426 L275 424" },
  { key: "thick", x: 14, y: 452, anchor: "start", room: 104, leader: "M24 441 L24 352" },
];

export const labelsOf = (layout: Layout): readonly Label[] => (layout.name === "whole" ? WHOLE_LABELS : HALF_LABELS);

export const LABEL_KEYS = [...new Set([...WHOLE_LABELS, ...HALF_LABELS].map(({ key }) => key)), "force"];

// As the style sheet sets them: lines of 22 units whose text stands at 15.5, edges of 7, a number of 21 with its gap.
const LINE = 22;
const ASCENT = 15.5;
const EDGE = 7;
const NUMBERED = { before: 4, width: 35 };

// The largest place that a label takes, whatever the language.
export function labelBox({ step, x, y, anchor, room }: Label): Box {
  const width = step ? NUMBERED.width + room : 2 * EDGE + room;
  const before = step ? NUMBERED.before : EDGE;
  const left = { start: x - before, middle: x - width / 2, end: x + 2 * before - width }[anchor];
  return [left, y - ASCENT, width, LINE];
}

// Between what stands still: the band of the membrane, where ions go, what is stored, and all that slides or turns.
export function movingRegions(layout: Layout): readonly Box[] {
  const { cytosol, gate, pump, pouch, width, membraneY, tubule, leftZ, rightZ, upperY, rulerY, wallX, thickY } = layout;
  const [pouchX, pouchY, pouchWidth, pouchHeight] = pouch.box;
  const level = pouchHeight * (1 - pouch.full);
  const [left, right] = [leftZ === null ? 0 : leftZ - 8, rightZ + 8];
  const drift = 9;
  return [
    [0, membraneY - 10, width, 20],
    [tubule.x - 8, membraneY, tubule.width + 16, tubule.bottom - membraneY],
    // From the gate down to the fluid, and from the fluid up to the pump.
    [gate.x - 40, gate.y - 28, 52, 56],
    [gate.x - 41, gate.y, 22, cytosol[1] - gate.y],
    [pump.x - 31, pump.y - 35, 62, 70],
    [pump.x + 31, pump.y - 20, 34, cytosol[1] - pump.y + 20],
    [gate.x - 45, gate.y - 56, 24, 70],
    [cytosol[0] - drift, cytosol[1] - drift, cytosol[2] + 2 * drift, cytosol[3] + 2 * drift],
    [pouchX, pouchY + level, pouchWidth, pouchHeight - level],
    [left, upperY - 25, right - left, rulerY + 7 - upperY + 25],
    [rightZ, thickY - 10, wallX - rightZ, 20],
  ];
}
