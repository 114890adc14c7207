// Fixed pieces of the drawing, drawn once at the resolution of the screen and laid on the canvas as they are.

import type { Box } from "./layouts.ts";

export type Pen = CanvasRenderingContext2D;

export interface Sheet {
  readonly canvas: HTMLCanvasElement;
  // Where it lies, in drawing units; its edges are edges of pixels.
  readonly box: Box;
}

// Draws a sheet over a box with `scale` pixels for each drawing unit.
export function sheet(around: Box, scale: number, paint: (pen: Pen) => void): Sheet {
  const [left, top, width, height] = around;
  const [fromX, fromY] = [Math.floor(left * scale), Math.floor(top * scale)];
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.ceil((left + width) * scale) - fromX);
  canvas.height = Math.max(1, Math.ceil((top + height) * scale) - fromY);
  const pen = penOf(canvas);
  pen.setTransform(scale, 0, 0, scale, -fromX, -fromY);
  paint(pen);
  return { canvas, box: [fromX / scale, fromY / scale, canvas.width / scale, canvas.height / scale] };
}

export function penOf(canvas: HTMLCanvasElement): Pen {
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser gives no canvas to draw on.");
  return pen;
}

// Lays a sheet on the canvas, moved from its place.
export function lay(pen: Pen, { canvas, box }: Sheet, dx = 0, dy = 0): void {
  const [left, top, width, height] = box;
  pen.drawImage(canvas, left + dx, top + dy, width, height);
}
