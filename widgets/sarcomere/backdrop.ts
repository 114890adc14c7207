// What never moves, behind everything else: fibre, membrane, store, walls and the signs of the legend.

import type { Inks } from "./inks.ts";
import type { Box, Layout } from "./layouts.ts";
import { calciumIon, line, magnesiumATP, magnesiumIon, roundBox, shade, shadeDown, stroke } from "./shapes.ts";
import type { Pen } from "./sheets.ts";

const POUCH_CORNER = 30;
const OVERHANG = 20; // the membrane goes on beyond the picture
export const FRAME_CORNER = 16;

export function membranePath({ membraneY: y, tubule, width }: Layout): string {
  const r = tubule.width / 2;
  const down = `M-${OVERHANG} ${y} H${tubule.x - 10} q10 0 10 10 V${tubule.bottom - r}`;
  return `${down} a${r} ${r} 0 0 0 ${tubule.width} 0 V${y + 10} q0 -10 10 -10 H${width + OVERHANG}`;
}

// The inside of the tubule, down to the gate.
export function tubulePath({ membraneY, tubule }: Layout): string {
  const r = tubule.width / 2;
  const top = membraneY + 12;
  return `M${tubule.x} ${top} V${tubule.bottom - r} a${r} ${r} 0 0 0 ${tubule.width} 0 V${top}`;
}

export function pouchOutline(pen: Pen, { pouch }: Layout): void {
  roundBox(pen, pouch.box, POUCH_CORNER);
}

function paintFibre(pen: Pen, inks: Inks, { width, height }: Layout): void {
  pen.fillStyle = shade(pen, { x: 0, y: 0 }, { x: 0, y: height }, [
    [0, inks["fibre-top"]],
    [0.55, inks["fibre-middle"]],
    [1, inks["fibre-bottom"]],
  ]);
  pen.fillRect(0, 0, width, height);
}

function paintMembrane(pen: Pen, inks: Inks, layout: Layout): void {
  const path = membranePath(layout);
  pen.fillStyle = shadeDown(pen, -OVERHANG, layout.tubule.bottom, inks["outside-top"], inks["outside-bottom"]);
  pen.fill(new Path2D(`${path} V-${OVERHANG} H-${OVERHANG} Z`));
  const membrane = new Path2D(path);
  stroke(pen, { ink: inks["membrane-rim"], width: 14 }, membrane);
  stroke(pen, { ink: inks["membrane-tails"], width: 9 }, membrane);
  stroke(pen, { ink: inks["membrane-core"], width: 9, dash: [1.1, 3.6] }, membrane);
}

function paintPouch(pen: Pen, inks: Inks, layout: Layout): void {
  const [x, y, width, height] = layout.pouch.box;
  roundBox(pen, [x, y + 4, width, height], POUCH_CORNER);
  pen.fillStyle = inks["pouch-shadow"];
  pen.fill();
  pouchOutline(pen, layout);
  pen.fillStyle = shadeDown(pen, y, y + height, inks["pouch-top"], inks["pouch-bottom"]);
  pen.fill();
}

function paintWall(pen: Pen, inks: Inks, x: number, top: number, bottom: number, direction: -1 | 1): void {
  const hatches = Array.from({ length: Math.floor((bottom - top) / 8) + 1 }, (_, k) => top + 8 * k);
  const hatching = new Path2D(hatches.map((y) => `M${x} ${y} l${7 * direction} -7`).join(" "));
  stroke(pen, { ink: inks["wall-hatch"], width: 1.4 }, hatching);
  line(pen, { x, y: top - 2 }, { x, y: bottom + 2 }, { ink: inks.wall, width: 3, round: true });
}

function paintWalls(pen: Pen, inks: Inks, { wallX, leftZ, thickY: y }: Layout): void {
  paintWall(pen, inks, wallX, y - 44, y + 34, 1);
  if (leftZ === null) return;
  const leftWall = leftZ - 24;
  paintWall(pen, inks, leftWall, y - 44, y + 44, -1);
  line(pen, { x: leftWall, y }, { x: leftZ, y }, { ink: inks.wall, width: 3 });
}

function paintLegend(pen: Pen, inks: Inks, { legend, width }: Layout): void {
  line(pen, { x: 0, y: legend.line }, { x: width, y: legend.line }, { ink: inks.line, width: 1 });
  const inRow = legend.columns > 1;
  const signAt = (index: number) => ({
    x: legend.x + 4 + (inRow ? index * legend.pitch : 0),
    y: legend.y + (inRow ? 3 : index * legend.pitch - 1),
  });
  calciumIon(pen, inks, signAt(0), 6);
  magnesiumIon(pen, inks, signAt(1), 7);
  magnesiumATP(pen, inks, signAt(2), 6.5);
}

export function paintBackdrop(pen: Pen, inks: Inks, layout: Layout): void {
  paintFibre(pen, inks, layout);
  paintMembrane(pen, inks, layout);
  paintPouch(pen, inks, layout);
  paintWalls(pen, inks, layout);
  paintLegend(pen, inks, layout);
}

// The wall of the store, in front of what it holds.
export function paintPouchFront(pen: Pen, inks: Inks, layout: Layout): void {
  const [x, y, width, height] = layout.pouch.box;
  pouchOutline(pen, layout);
  stroke(pen, { ink: inks["pouch-wall"], width: 5 });
  roundBox(pen, [x + 5, y + 5, width - 10, height - 10], POUCH_CORNER - 5);
  stroke(pen, { ink: inks["pouch-lining"], width: 1.4 });
}

export function pouchFrontBox({ pouch }: Layout): Box {
  const [x, y, width, height] = pouch.box;
  return [x - 4, y - 4, width + 8, height + 8];
}
