// What a finger is doing, by how far it has gone: it may still be a tap, it drags across, or it scrolls the page. Only
// what goes clearly across is a drag.

export type Intent = "tap" | "drag" | "scroll";

// Closer than this to where it came down, a finger has only tapped.
const BEGINS_PX = 8;

export function intentOf(across_px: number, down_px: number): Intent {
  const [across, down] = [Math.abs(across_px), Math.abs(down_px)];
  if (Math.max(across, down) < BEGINS_PX) return "tap";
  return across > down ? "drag" : "scroll";
}
