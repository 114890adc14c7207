// Thin and thick filaments, troponin, heads and ruler.

import {
  BEADS_PER_FILAMENT,
  BEADS_PER_TROPONIN,
  beadPitch,
  type HeadPlace,
  THICK_RADIUS,
  type ThinPlace,
  TROPONINS_PER_FILAMENT,
  type TroponinPlace,
  thinPlaces,
  troponinPlaces,
  zigzag,
} from "./geometry.ts";
import type { DrawnHead } from "./head_motion.ts";
import { type HeadState, PULLED, RESTING } from "./histories.ts";
import type { Inks } from "./inks.ts";
import type { Box, Layout } from "./layouts.ts";
import { ball, circle, line, magnesiumIon, shade, stroke, trace } from "./shapes.ts";
import type { Pen } from "./sheets.ts";

const TROPONIN = "M-21 -8 H21 Q24 -8 24 -4 V2 Q24 8 14 8 H-14 Q-24 8 -24 2 V-4 Q-24 -8 -21 -8 Z";
const LOBE = new Path2D("M-2.6 -1 C-7.5 -8 -6.8 -20 -0.5 -21.5 C6 -21 7 -9 2.6 -1 C1.6 1.5 -1.6 1.5 -2.6 -1 Z");
const NECK = new Path2D("M0 4 L0 -20");
const NECK_LENGTH = 19;
export const SITE_OFFSET = 5.6; // of the two regulatory sites from the middle of a troponin
const Z_OVERHANG = 34;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

// One of the two strands of beads that wind round each other.
function paintStrand(pen: Pen, inks: Inks, layout: Layout, thin: ThinPlace, strand: -1 | 1): void {
  const pitch = beadPitch(layout);
  const look =
    strand < 0
      ? ([inks["back-bead-light"], inks["back-bead"], inks["back-bead-dark"]] as const)
      : ([inks["bead-light"], inks.bead, inks["bead-dark"]] as const);
  for (let bead = 0; bead < BEADS_PER_FILAMENT; bead += 1) {
    const winding = Math.sin((Math.PI * (bead + 0.5)) / BEADS_PER_TROPONIN);
    const at = {
      x: thin.zX + thin.direction * (bead + (strand > 0 ? 0.75 : 0.25)) * pitch,
      y: thin.y + strand * (1.2 * Math.sign(winding) + 3 * winding),
    };
    ball(pen, at, pitch * 0.6, look);
    stroke(pen, { ink: inks["bead-edge"], width: 0.5 });
  }
}

// Two regulatory circles between two structural hexagons that always hold magnesium.
function paintTroponin(pen: Pen, inks: Inks, { x, y, side }: TroponinPlace): void {
  pen.save();
  pen.translate(x, y);
  pen.scale(1, -side);
  const body = new Path2D(TROPONIN);
  pen.fillStyle = inks.troponin;
  pen.fill(body);
  stroke(pen, { ink: inks["troponin-edge"], width: 1.3 }, body);
  for (const aside of [-17, 17]) magnesiumIon(pen, inks, { x: aside, y: 0 }, 3.9);
  for (const aside of [-SITE_OFFSET, SITE_OFFSET]) {
    circle(pen, { x: aside, y: 0 }, 4.6);
    pen.fillStyle = inks.site;
    pen.fill();
    stroke(pen, { ink: inks["site-edge"], width: 1.3 });
  }
  pen.restore();
}

// A ruler that rides on a thin filament: it moves with it and never changes its length.
function paintRuler(pen: Pen, inks: Inks, { rightZ, thinLength, rulerY }: Layout): void {
  const from = rightZ - thinLength;
  const ticks = Array.from({ length: 9 }, (_, k) => {
    const reach = k % 8 ? 3.5 : 7;
    return `M${from + (k * thinLength) / 8} ${rulerY - reach} v${2 * reach}`;
  });
  stroke(pen, { ink: inks.ruler, width: 1.4 }, new Path2D(`M${from} ${rulerY} h${thinLength} ${ticks.join(" ")}`));
}

// All that slides with one Z-line, but for the ribbons.
export function paintThinFrame(pen: Pen, inks: Inks, layout: Layout, frame: ThinPlace["frame"]): void {
  for (const thin of thinPlaces(layout).filter((place) => place.frame === frame)) {
    paintStrand(pen, inks, layout, thin, -1);
    paintStrand(pen, inks, layout, thin, 1);
  }
  for (const place of troponinPlaces(layout)) if (place.frame === frame) paintTroponin(pen, inks, place);
  if (frame === "right") paintRuler(pen, inks, layout);
}

export function thinFrameBox(layout: Layout, frame: ThinPlace["frame"]): Box {
  const top = layout.upperY - 28;
  const left = frame === "left" ? (layout.leftZ ?? 0) : layout.rightZ - layout.thinLength;
  return [left - 12, top, layout.thinLength + 24, layout.rulerY + 10 - top];
}

// The ribbon of tropomyosin along a thin filament.
export function ribbonPath(layout: Layout, { zX, direction, y }: ThinPlace): Path2D {
  const period = BEADS_PER_TROPONIN * beadPitch(layout);
  const bends = Array.from({ length: TROPONINS_PER_FILAMENT }, (_, nth) => {
    const isLast = nth === TROPONINS_PER_FILAMENT - 1;
    const bend = nth % 2 ? 7.5 : -7.5;
    return `q${(direction * period) / 2} ${bend} ${direction * (isLast ? period - 6 : period)} 0`;
  });
  return new Path2D(`M${zX + direction * 3} ${y} ${bends.join(" ")}`);
}

export function paintZLine(pen: Pen, inks: Inks, { upperY, lowerY }: Layout, x: number): void {
  trace(pen, zigzag(x, upperY - Z_OVERHANG, lowerY + Z_OVERHANG, 14, 5));
  stroke(pen, { ink: inks["z-line"], width: 4.5, round: true });
}

export function rodBox({ leftZ, middleX, thickHalf, thickY }: Layout): Box {
  const from = leftZ === null ? -40 : middleX - thickHalf;
  return [from, thickY - THICK_RADIUS, middleX + thickHalf - from, 2 * THICK_RADIUS];
}

export function paintRod(pen: Pen, inks: Inks, layout: Layout): void {
  const [x, y, width, height] = rodBox(layout);
  pen.beginPath();
  pen.roundRect(x, y, width, height, THICK_RADIUS);
  pen.fillStyle = shade(pen, { x: 0, y }, { x: 0, y: y + height }, [
    [0, inks["rod-light"]],
    [0.28, inks.rod],
    [1, inks["rod-dark"]],
  ]);
  pen.fill();
  stroke(pen, { ink: inks["rod-edge"], width: 0.9 });
  const twists = Array.from({ length: Math.floor((width - 30) / 9) }, (_, k) => x + 18 + 9 * k);
  const twisting = new Path2D(twists.map((left) => `M${left} ${layout.thickY + 5} l6 -10`).join(" "));
  stroke(pen, { ink: inks["rod-twist"], width: 1.2 }, twisting);
  const middle = { x: layout.middleX, y: layout.thickY };
  const look = { ink: inks["middle-line"], width: 2, dash: [2, 3] };
  line(pen, { ...middle, y: middle.y - 20 }, { ...middle, y: middle.y + 20 }, look);
}

interface HeadLook {
  readonly neck: string;
  readonly lobe: string;
  readonly back: string;
  readonly edge: string;
}

function headLook(inks: Inks, state: HeadState): HeadLook {
  if (state === RESTING) {
    return { neck: inks["head-neck"], lobe: inks.head, back: inks["head-back"], edge: inks["head-edge"] };
  }
  const attached = { neck: inks["attached-head-neck"], edge: inks["attached-head-edge"] };
  if (state === PULLED) return { ...attached, lobe: inks["pulled-head"], back: inks["pulled-head"] };
  return { ...attached, lobe: inks["attached-head"], back: inks["attached-head-back"] };
}

function paintLobe(pen: Pen, fill: string, edge: string): void {
  pen.fillStyle = fill;
  pen.fill(LOBE);
  stroke(pen, { ink: edge, width: 1.1 }, LOBE);
}

// A lever arm and two lobes, drawn upwards with +x towards the Z-line.
export function paintHead(pen: Pen, inks: Inks, place: HeadPlace, surfaceY: number, head: DrawnHead): void {
  const look = headLook(inks, head.state);
  pen.save();
  pen.translate(place.x, surfaceY);
  pen.scale(place.half, -place.side);
  pen.rotate(radians(head.neck_deg));
  stroke(pen, { ink: look.neck, width: 4.4, round: true }, NECK);
  pen.translate(0, -NECK_LENGTH);
  pen.rotate(radians(head.lobes_deg));
  pen.save();
  pen.translate(5, 1.5);
  pen.rotate(radians(9));
  paintLobe(pen, look.back, look.edge);
  pen.restore();
  paintLobe(pen, look.lobe, look.edge);
  pen.restore();
}
