// Signal band, gate with its latch, pump and spring.

import { membranePath, tubulePath } from "./backdrop.ts";
import { coil } from "./geometry.ts";
import type { Inks } from "./inks.ts";
import type { Box, Layout } from "./layouts.ts";
import type { DrawnGate, DrawnPump, DrawnSignal } from "./machine_motion.ts";
import { circle, line, magnesiumIon, roundBox, shade, shadeDown, stroke, trace } from "./shapes.ts";
import { lay, type Pen, type Sheet } from "./sheets.ts";

const UPPER_LEAF = "M9 -24 Q-18 -28 -24 -13 Q-25 -3 -17 -1.2 L9 -1.2 Z";
const ARROW = "M-8 -13.5 A15 15 0 0 0 -14.5 7 M-18.5 3 L-14 8.5 L-9.5 3.5";
const COIL_TURNS = 7;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

export function paintSignal(pen: Pen, inks: Inks, layout: Layout, { bandX, glow, steady }: DrawnSignal): void {
  const look = { ink: inks.signal, width: 8 };
  if (steady) stroke(pen, look, new Path2D(membranePath(layout)));
  if (bandX !== null) {
    pen.save();
    pen.translate(bandX, layout.membraneY);
    roundBox(pen, [-64, -11, 72, 22], 11);
    pen.fillStyle = inks["signal-halo"];
    pen.fill();
    roundBox(pen, [-56, -6, 62, 12], 6);
    pen.fillStyle = shade(pen, { x: -56, y: 0 }, { x: 6, y: 0 }, [
      [0, inks["signal-clear"]],
      [0.7, inks.signal],
      [1, inks["signal-light"]],
    ]);
    pen.fill();
    stroke(pen, { ink: inks["signal-edge"], width: 1.4 });
    pen.restore();
  }
  if (glow === 0) return;
  pen.globalAlpha = glow;
  stroke(pen, { ...look, round: true }, new Path2D(tubulePath(layout)));
  pen.globalAlpha = 1;
}

function paintLeaf(pen: Pen, inks: Inks, { gate }: Layout, swing_deg: number): void {
  pen.save();
  pen.translate(gate.x, gate.y);
  pen.translate(9, -20);
  pen.rotate(radians(swing_deg));
  pen.translate(-9, 20 - swing_deg * 0.16);
  const leaf = new Path2D(UPPER_LEAF);
  pen.fillStyle = shadeDown(pen, -26, -1.2, inks["gate-light"], inks["gate-dark"]);
  pen.fill(leaf);
  stroke(pen, { ink: inks["gate-edge"], width: 1.4, round: true }, leaf);
  pen.restore();
}

// The release channel faces the tubule.
export function paintGate(pen: Pen, inks: Inks, layout: Layout, { swing_deg }: DrawnGate): void {
  const { x, y } = layout.gate;
  pen.fillStyle = inks["gate-mouth"];
  pen.fillRect(x - 8, y - 17, 16, 34);
  paintLeaf(pen, inks, layout, swing_deg);
  pen.save();
  pen.translate(0, 2 * y);
  pen.scale(1, -1);
  paintLeaf(pen, { ...inks, "gate-light": inks["gate-dark"], "gate-dark": inks["gate-light"] }, layout, swing_deg);
  pen.restore();
  const rail = { ink: inks["latch-rail"], width: 2.4, round: true, dash: [0.1, 5] };
  line(pen, { x: x - 33, y: y - 46 }, { x: x - 33, y: y + 4 }, rail);
}

export function paintLatch(pen: Pen, inks: Inks): void {
  magnesiumIon(pen, inks, { x: 0, y: 0 }, 11.5);
  pen.fillStyle = inks.letters;
  pen.font = "700 11px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
  pen.textAlign = "center";
  pen.fillText("Mg", 0, 4);
}

export function pumpBox({ pump }: Layout): Box {
  return [pump.x - 31, pump.y - 35, 62, 70];
}

export function paintPumpBody(pen: Pen, inks: Inks, { pump: { x, y } }: Layout): void {
  roundBox(pen, [x - 29, y - 33, 58, 66], 17);
  pen.fillStyle = shadeDown(pen, y - 33, y + 33, inks["pump-top"], inks["pump-bottom"]);
  pen.fill();
  stroke(pen, { ink: inks.outline, width: 1.4 });
  pen.fillStyle = inks["pump-channel"];
  pen.fillRect(x - 28.3, y - 13, 56.6, 26);
}

// A wheel with two pockets for calcium, in its resting place.
export function paintPumpWheel(pen: Pen, inks: Inks): void {
  circle(pen, { x: 0, y: 0 }, 24);
  pen.fillStyle = inks.atp;
  pen.fill();
  stroke(pen, { ink: inks.outline, width: 1.4 });
  for (const y of [-9.5, 9.5]) {
    circle(pen, { x: 16, y }, 7.4);
    pen.fillStyle = inks["pump-pocket"];
    pen.fill();
    stroke(pen, { ink: inks["pump-edge"], width: 1 });
  }
  circle(pen, { x: -3, y: 0 }, 4);
  pen.fillStyle = inks["pump-edge"];
  pen.fill();
  stroke(pen, { ink: inks["pump-edge"], width: 2, round: true }, new Path2D(ARROW));
}

export interface PumpSheets {
  readonly body: Sheet;
  readonly wheel: Sheet;
  readonly ion: Sheet;
  readonly fuel: Sheet;
}

export function layPump(pen: Pen, sheets: PumpSheets, { pump: { x, y } }: Layout, pump: DrawnPump): void {
  lay(pen, sheets.body);
  pen.save();
  pen.translate(x, y);
  pen.rotate(radians(pump.angle_deg));
  lay(pen, sheets.wheel);
  pen.restore();
  for (const ion of pump.cargo) {
    pen.globalAlpha = ion.opacity;
    lay(pen, sheets.ion, ion.x, ion.y);
  }
  pen.globalAlpha = pump.fuel.opacity;
  lay(pen, sheets.fuel, pump.fuel.x, pump.fuel.y);
  pen.globalAlpha = 1;
}

// The spring is stretched by the force of now; a thinner one behind it by that of the kept run.
export function paintSprings(pen: Pen, inks: Inks, layout: Layout, right: number, keptRight: number | null): void {
  const { rightZ, wallX, thickY } = layout;
  if (keptRight !== null) {
    trace(pen, coil(rightZ + keptRight, wallX, thickY - 28, COIL_TURNS, 5));
    stroke(pen, { ink: inks["kept-run"], width: 1.5 });
  }
  trace(pen, coil(rightZ + right, wallX, thickY, COIL_TURNS, 9));
  stroke(pen, { ink: inks.force, width: 3, round: true });
}
