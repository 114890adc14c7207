// The shapes that the drawing is made of.

import { hexagon } from "./geometry.ts";
import type { Inks } from "./inks.ts";
import type { Box, Point } from "./layouts.ts";
import type { Pen } from "./sheets.ts";

interface Line {
  readonly ink: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly round?: boolean;
}

export function stroke(pen: Pen, { ink, width, dash = [], round = false }: Line, path?: Path2D): void {
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  pen.lineCap = round ? "round" : "butt";
  pen.lineJoin = round ? "round" : "miter";
  pen.setLineDash(dash as number[]);
  if (path) pen.stroke(path);
  else pen.stroke();
}

export function line(pen: Pen, from: Point, to: Point, look: Line): void {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  stroke(pen, look);
}

export function trace(pen: Pen, points: readonly Point[], closed = false): void {
  pen.beginPath();
  for (const { x, y } of points) pen.lineTo(x, y);
  if (closed) pen.closePath();
}

export function circle(pen: Pen, { x, y }: Point, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

export function roundBox(pen: Pen, [x, y, width, height]: Box, radius: number): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
}

// Colours from one height, or side, to another.
export function shade(
  pen: Pen,
  from: Point,
  to: Point,
  stops: ReadonlyArray<readonly [number, string]>,
): CanvasGradient {
  const gradient = pen.createLinearGradient(from.x, from.y, to.x, to.y);
  for (const [offset, ink] of stops) gradient.addColorStop(offset, ink);
  return gradient;
}

export function shadeDown(pen: Pen, top: number, bottom: number, ...inks: string[]): CanvasGradient {
  const stops = inks.map((ink, index) => [index / (inks.length - 1), ink] as const);
  return shade(pen, { x: 0, y: top }, { x: 0, y: bottom }, stops);
}

// A ball lit from above and left.
export function ball(
  pen: Pen,
  at: Point,
  radius: number,
  [light, middle, dark]: readonly [string, string, string],
): void {
  const [x, y] = [at.x - 0.24 * radius, at.y - 0.36 * radius];
  const gradient = pen.createRadialGradient(x, y, 0, x, y, 1.5 * radius);
  gradient.addColorStop(0, light);
  gradient.addColorStop(0.45, middle);
  gradient.addColorStop(1, dark);
  circle(pen, at, radius);
  pen.fillStyle = gradient;
  pen.fill();
}

export function calciumIon(pen: Pen, inks: Inks, at: Point, radius: number): void {
  ball(pen, at, radius, [inks["calcium-light"], inks.calcium, inks["calcium-dark"]]);
  stroke(pen, { ink: inks["calcium-edge"], width: 0.9 });
}

export function magnesiumIon(pen: Pen, inks: Inks, at: Point, radius: number): void {
  const corners = hexagon(radius).map(({ x, y }) => ({ x: at.x + x, y: at.y + y }));
  trace(pen, corners, true);
  pen.fillStyle = inks.magnesium;
  pen.fill();
  stroke(pen, { ink: inks["magnesium-edge"], width: 0.9 });
}

// Mg-ATP: a rounded square that carries a small hexagon.
export function magnesiumATP(pen: Pen, inks: Inks, { x, y }: Point, half: number): void {
  roundBox(pen, [x - half, y - half, 2 * half, 2 * half], half * 0.5);
  pen.fillStyle = inks.atp;
  pen.fill();
  stroke(pen, { ink: inks.outline, width: 1.2 });
  magnesiumIon(pen, inks, { x, y }, half * 0.52);
}
