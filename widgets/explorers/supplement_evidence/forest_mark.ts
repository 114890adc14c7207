// The marks of a forest plot as shapes: places across are shares of the axis, all else is in pixels round the middle.

import type { ForestMark } from "./protocol.ts";

export type MarkKind = "trial" | "pooled" | "prediction" | "published";

export interface Shape {
  tag: "line" | "path";
  // The share of the axis at which it begins, and how much of it a shape that stretches covers.
  at: number;
  across: number;
  d: string;
  look: "whisker" | "box" | "diamond" | "arrow" | "bar";
}

const LEAST_BOX = 7;
const MOST_BOX = 17;
const DIAMOND = 8;
// How wide a shape is that is stretched over its interval: about as many pixels as it gets, or its edges blur.
export const STRETCHED = 200;
const ARROW_TO_START = "M-2 0l8 -6v12z";
const ARROW_TO_END = "M2 0l-8 -6v12z";

// A trial is a box as large as its weight on a whisker; our pooling a diamond, what was published a hollow one (the style
// sheet tells them apart), a prediction a bar. An arrow stands where an interval goes on beyond the axis.
export function shapesOf(mark: ForestMark, kind: MarkKind): Shape[] {
  const { start, middle, end } = mark;
  const arrows: Shape[] = [];
  if (mark.beyond === "start" || mark.beyond === "both")
    arrows.push({ tag: "path", at: 0, across: 0, d: ARROW_TO_START, look: "arrow" });
  if (mark.beyond === "end" || mark.beyond === "both")
    arrows.push({ tag: "path", at: 1, across: 0, d: ARROW_TO_END, look: "arrow" });
  const line = (look: "whisker" | "bar"): Shape => ({ tag: "line", at: start, across: end - start, d: "", look });
  if (kind === "prediction") return [line("bar"), ...arrows];
  if (kind === "trial") {
    const side = LEAST_BOX + (MOST_BOX - LEAST_BOX) * Math.sqrt(mark.size);
    const box = `M${-side / 2} ${-side / 2}h${side}v${side}h${-side}z`;
    return [line("whisker"), { tag: "path", at: middle, across: 0, d: box, look: "box" }, ...arrows];
  }
  const width = end - start;
  const peak = width > 0 ? (middle - start) / width : 0;
  const top = peak * STRETCHED;
  const diamond = `M0 0L${top} ${-DIAMOND}L${STRETCHED} 0L${top} ${DIAMOND}z`;
  return [{ tag: "path", at: start, across: width, d: diamond, look: "diamond" }, ...arrows];
}
