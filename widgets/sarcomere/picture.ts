// The moving picture on its canvas: fixed pieces are laid from sheets, what changes its shape is drawn.

import { FRAME_CORNER, paintBackdrop, paintPouchFront, pouchFrontBox, pouchOutline } from "./backdrop.ts";
import {
  paintHead,
  paintRod,
  paintThinFrame,
  paintZLine,
  ribbonPath,
  rodBox,
  SITE_OFFSET,
  thinFrameBox,
} from "./filaments.ts";
import { type ThinPlace, thinPlaces } from "./geometry.ts";
import type { Inks } from "./inks.ts";
import type { Box, Layout } from "./layouts.ts";
import {
  layPump,
  type PumpSheets,
  paintGate,
  paintLatch,
  paintPumpBody,
  paintPumpWheel,
  paintSignal,
  paintSprings,
  pumpBox,
} from "./machines.ts";
import { HEAD_SURFACE, type Places, type Scene } from "./scene.ts";
import { calciumIon, line, magnesiumATP, magnesiumIon, roundBox, shadeDown, stroke } from "./shapes.ts";
import { lay, type Pen, penOf, type Sheet, sheet } from "./sheets.ts";

interface Sheets {
  readonly backdrop: Sheet;
  readonly pouchFront: Sheet;
  readonly left: Sheet;
  readonly right: Sheet;
  readonly rod: Sheet;
  readonly stored: Sheet;
  readonly calcium: Sheet;
  readonly magnesium: Sheet;
  readonly atp: Sheet;
  readonly fuel: Sheet;
  readonly filled: Sheet;
  readonly latch: Sheet;
  readonly pump: PumpSheets;
  readonly ribbons: ReadonlyArray<{ readonly frame: ThinPlace["frame"]; readonly side: number; readonly path: Path2D }>;
}

const ORIGIN = { x: 0, y: 0 };

function sheetsOf(layout: Layout, inks: Inks, scale: number): Sheets {
  const around = (radius: number): Box => [-radius, -radius, 2 * radius, 2 * radius];
  const sign = (radius: number, paint: (pen: Pen) => void) => sheet(around(radius + 2), scale, paint);
  const calcium = (radius: number) => sign(radius, (pen) => calciumIon(pen, inks, ORIGIN, radius));
  const atp = (half: number) => sign(half, (pen) => magnesiumATP(pen, inks, ORIGIN, half));
  const [rodX, rodY, rodWidth, rodHeight] = rodBox(layout);
  const thinFrame = (frame: ThinPlace["frame"]) =>
    sheet(thinFrameBox(layout, frame), scale, (pen) => paintThinFrame(pen, inks, layout, frame));
  return {
    backdrop: sheet([0, 0, layout.width, layout.height], scale, (pen) => paintBackdrop(pen, inks, layout)),
    pouchFront: sheet(pouchFrontBox(layout), scale, (pen) => paintPouchFront(pen, inks, layout)),
    left: thinFrame("left"),
    right: thinFrame("right"),
    rod: sheet([rodX - 1, rodY - 13, rodWidth + 2, rodHeight + 26], scale, (pen) => paintRod(pen, inks, layout)),
    stored: calcium(4.6),
    calcium: calcium(5),
    magnesium: sign(6, (pen) => magnesiumIon(pen, inks, ORIGIN, 6)),
    atp: atp(5.5),
    fuel: atp(6),
    filled: calcium(4.9),
    latch: sign(11.5, (pen) => paintLatch(pen, inks)),
    pump: {
      body: sheet(pumpBox(layout), scale, (pen) => paintPumpBody(pen, inks, layout)),
      wheel: sign(24, (pen) => paintPumpWheel(pen, inks)),
      ion: calcium(5),
      fuel: atp(7),
    },
    ribbons: thinPlaces(layout).map((place) => ({ ...place, path: ribbonPath(layout, place) })),
  };
}

export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #pen: Pen;
  readonly layout: Layout;
  readonly #places: Places;
  #inks: Inks;
  #sheets: Sheets | null = null;
  #scale: number | null = null;

  constructor(canvas: HTMLCanvasElement, layout: Layout, places: Places, inks: Inks) {
    this.#canvas = canvas;
    this.#pen = penOf(canvas);
    this.layout = layout;
    this.#places = places;
    this.#inks = inks;
  }

  // Takes the width in pixels of the device. The canvas is empty afterwards; false where nothing has changed.
  resize(pixels: number): boolean {
    const width = Math.round(pixels);
    const scale = width / this.layout.width;
    if (width === 0 || scale === this.#scale) return false;
    this.#scale = scale;
    this.#canvas.width = width;
    this.#canvas.height = Math.round(scale * this.layout.height);
    this.#sheets = null;
    return true;
  }

  // Chromium prints the strokes that it remembers of a canvas, and too small; what it has as pixels it prints as it is.
  keepAsPixels(): void {
    const { width, height } = this.#canvas;
    this.#pen.putImageData(this.#pen.getImageData(0, 0, width, height), 0, 0);
  }

  recolour(inks: Inks): void {
    this.#inks = inks;
    this.#sheets = null;
  }

  // Draws a moment. While it moves it moves by fractions of a pixel; standing still it is as sharp as the screen is.
  paint(scene: Scene, moving: boolean): void {
    const pen = this.#pen;
    const scale = this.#scale;
    if (scale === null) return;
    this.#sheets ??= sheetsOf(this.layout, this.#inks, scale);
    const snap = moving ? (value: number) => value : (value: number) => Math.round(value * scale) / scale;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    lay(pen, this.#sheets.backdrop);
    paintSignal(pen, this.#inks, this.layout, scene.signal);
    this.#paintStore(this.#sheets, scene, snap);
    for (const kind of ["magnesium", "atp", "calcium"] as const) {
      const { [kind]: sign } = this.#sheets;
      for (const { x, y } of scene[kind]) lay(pen, sign, snap(x), snap(y));
    }
    this.#paintThinFilaments(this.#sheets, scene, snap);
    this.#paintThickFilament(this.#sheets, scene, snap);
    this.#paintZLines(scene);
    paintSprings(pen, this.#inks, this.layout, scene.frames.right, scene.keptRight);
    paintGate(pen, this.#inks, this.layout, scene.gate);
    lay(pen, this.#sheets.latch, snap(scene.gate.latch.x), snap(scene.gate.latch.y));
    layPump(pen, this.#sheets.pump, this.layout, scene.pump);
    roundBox(pen, [0.5, 0.5, this.layout.width - 1, this.layout.height - 1], FRAME_CORNER);
    stroke(pen, { ink: this.#inks.line, width: 1 });
  }

  #paintStore(sheets: Sheets, { levelY, markY, stored }: Scene, snap: (value: number) => number): void {
    const pen = this.#pen;
    const inks = this.#inks;
    const [x, , width, height] = this.layout.pouch.box;
    pen.save();
    pouchOutline(pen, this.layout);
    pen.clip();
    pen.fillStyle = shadeDown(pen, levelY, levelY + 1.4 * height, inks["pouch-fill-top"], inks["pouch-fill-bottom"]);
    pen.fillRect(x, levelY, width, 1.4 * height);
    const across = (at: number) =>
      [
        { x, y: at },
        { x: x + width, y: at },
      ] as const;
    line(pen, ...across(levelY), { ink: inks.calcium, width: 2, dash: [6, 4] });
    line(pen, ...across(markY), { ink: inks["pouch-mark"], width: 1 });
    for (const ion of stored) lay(pen, sheets.stored, snap(ion.x), snap(ion.y));
    pen.restore();
    lay(pen, sheets.pouchFront);
  }

  #paintThinFilaments(sheets: Sheets, { frames, ribbonShift, filled }: Scene, snap: (value: number) => number): void {
    const pen = this.#pen;
    if (this.layout.leftZ !== null) lay(pen, sheets.left, snap(frames.left));
    lay(pen, sheets.right, snap(frames.right));
    for (const { frame, side, path } of sheets.ribbons) {
      pen.save();
      pen.translate(frames[frame], side * ribbonShift);
      stroke(pen, { ink: this.#inks.ribbon, width: 2.6, round: true }, path);
      pen.restore();
    }
    for (const [rank, { frame, x, y }] of this.#places.troponins.entries()) {
      if (!filled[rank]) continue;
      for (const aside of [-SITE_OFFSET, SITE_OFFSET])
        lay(pen, sheets.filled, snap(x + aside + frames[frame]), snap(y));
    }
  }

  #paintThickFilament(sheets: Sheets, { frames, heads }: Scene, snap: (value: number) => number): void {
    const pen = this.#pen;
    pen.save();
    pen.translate(snap(frames.thick), 0);
    for (const [index, place] of this.#places.heads.entries()) {
      const head = heads[index];
      if (head) paintHead(pen, this.#inks, place, this.layout.thickY + HEAD_SURFACE * place.side, head);
    }
    lay(pen, sheets.rod);
    for (const { fuel } of heads) {
      if (!fuel?.opacity) continue;
      pen.globalAlpha = fuel.opacity;
      lay(pen, sheets.fuel, snap(fuel.x), snap(fuel.y));
    }
    pen.restore();
  }

  #paintZLines({ frames }: Scene): void {
    const { leftZ, rightZ } = this.layout;
    if (leftZ !== null) paintZLine(this.#pen, this.#inks, this.layout, leftZ + frames.left);
    paintZLine(this.#pen, this.#inks, this.layout, rightZ + frames.right);
  }
}
