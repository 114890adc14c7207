// Lines on a canvas, as plotly draws them, at a fiftieth of its time: for while they move.

import type { Line } from "./figure.ts";
import { type DrawnAxis, scaleOf } from "./plotly_adapter.ts";

const PLOTLY_WIDTH_PX = 2;
const PLOTLY_MARKER_PX = 6;
// plotly's dashes, in widths of the line, and it counts no line as thinner than this.
const DASHES: Record<string, readonly number[]> = {
  solid: [],
  dot: [1, 1],
  dash: [3, 3],
  longdash: [5, 5],
  dashdot: [3, 1, 1, 1],
  longdashdot: [5, 2, 1, 2],
};
const LEAST_DASH_PX = 3;
const PLOTLY_MITER_LIMIT = 2;
const MODES = new Set(["lines", "lines+markers"]);
const SYMBOLS = new Set(["circle", "circle-open"]);

export type AxisFinder = (name: string) => DrawnAxis | null;
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "save"
  | "restore"
  | "beginPath"
  | "rect"
  | "clip"
  | "moveTo"
  | "lineTo"
  | "arc"
  | "stroke"
  | "fill"
  | "setLineDash"
  | "lineWidth"
  | "lineJoin"
  | "miterLimit"
  | "strokeStyle"
  | "fillStyle"
  | "globalAlpha"
>;

// Whether this module can draw everything that the line is made of.
export function canDraw({ type, mode = "", fill = "none", marker }: Line): boolean {
  if (type !== "scatter" || fill !== "none" || !MODES.has(mode)) return false;
  return mode === "lines" || SYMBOLS.has(marker?.symbol ?? "circle");
}

export function dashOf(dash: string | undefined, width: number): number[] {
  return (DASHES[dash ?? "solid"] ?? []).map((part) => part * Math.max(width, LEAST_DASH_PX));
}

// The points of a line in px; NaN where it is broken.
export function pointsOf({ x, y }: Pick<Line, "x" | "y">, across: DrawnAxis, up: DrawnAxis): Float64Array {
  const [xScale, yScale] = [scaleOf(across), scaleOf(up)];
  const points = new Float64Array(2 * x.length);
  for (let i = 0; i < x.length; i += 1) {
    points[2 * i] = xScale(x[i] as number);
    points[2 * i + 1] = yScale(y[i] as number);
  }
  return points;
}

export function drawLines(pen: Pen, lines: readonly Line[], axisOf: AxisFinder): void {
  for (const line of lines) {
    const across = axisOf(line.xaxis ?? "x");
    const up = axisOf(line.yaxis ?? "y");
    if (across && up && line.x.length > 0) drawLine(pen, line, across, up);
  }
}

function drawLine(pen: Pen, line: Line, across: DrawnAxis, up: DrawnAxis): void {
  const { color = "#000", width = PLOTLY_WIDTH_PX, dash } = line.line ?? {};
  const points = pointsOf(line, across, up);
  pen.save();
  pen.beginPath();
  pen.rect(across.start_px, up.start_px, across.length_px, up.length_px);
  pen.clip();
  pen.globalAlpha = line.opacity ?? 1;
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineJoin = "miter";
  pen.miterLimit = PLOTLY_MITER_LIMIT;
  pen.setLineDash(dashOf(dash, width));
  pen.beginPath();
  tracePath(pen, points);
  pen.stroke();
  if (line.mode?.includes("markers")) drawMarkers(pen, line, points);
  pen.restore();
}

function tracePath(pen: Pen, points: Float64Array): void {
  let isBroken = true;
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number];
    if (Number.isNaN(x) || Number.isNaN(y)) {
      isBroken = true;
    } else if (isBroken) {
      pen.moveTo(x, y);
      isBroken = false;
    } else {
      pen.lineTo(x, y);
    }
  }
}

function drawMarkers(pen: Pen, { marker, line }: Line, points: Float64Array): void {
  const { color = line?.color ?? "#000", size = PLOTLY_MARKER_PX, symbol = "circle" } = marker ?? {};
  pen.setLineDash([]);
  pen.lineWidth = 1;
  pen.strokeStyle = color;
  pen.fillStyle = color;
  for (let i = 0; i < points.length; i += 2) {
    pen.beginPath();
    pen.arc(points[i] as number, points[i + 1] as number, size / 2, 0, 2 * Math.PI);
    if (symbol === "circle-open") pen.stroke();
    else pen.fill();
  }
}

// The canvas over a plot. It has the plot's size in px of the page, and as many of its own as the screen has.
export class LineCanvas {
  readonly el: HTMLCanvasElement;
  #isShown = false as boolean;

  constructor() {
    this.el = document.createElement("canvas");
    this.el.className = "figure-lines";
    this.el.setAttribute("aria-hidden", "true");
  }

  draw(lines: readonly Line[], axisOf: AxisFinder, width: number, height: number): void {
    const pen = this.el.getContext("2d");
    if (!pen) return;
    const density = window.devicePixelRatio || 1;
    const [across, down] = [Math.round(width * density), Math.round(height * density)];
    if (this.el.width !== across || this.el.height !== down) {
      Object.assign(this.el, { width: across, height: down });
      Object.assign(this.el.style, { width: `${width}px`, height: `${height}px` });
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, across, down);
    pen.setTransform(density, 0, 0, density, 0, 0);
    drawLines(pen, lines, axisOf);
    this.#isShown = true;
  }

  clear(): void {
    if (!this.#isShown) return;
    this.el.getContext("2d")?.reset();
    this.#isShown = false;
  }
}
