// The texts in a figure, made to fit its width and to read in the page's direction: plotly itself breaks no lines, and
// writes every text from left to right.

import type { Layout, LayoutAxis, Line } from "./figure.ts";

// How wide a text is in px.
export type Measure = (text: string, size_px: number, isBold: boolean) => number;

interface Texts {
  width_px: number;
  direction: "ltr" | "rtl";
  measure: Measure;
}

interface Annotation {
  text: string;
  font?: { size?: number };
  xref?: string;
  x?: number;
  y?: number;
  yref?: string;
  xanchor?: string;
  yanchor?: string;
  align?: string;
  yshift?: number;
  textangle?: number;
}

interface Margin {
  l: number;
  r: number;
  t: number;
  b: number;
}

const FONT_SIZE_PX = 14;
const LINE_HEIGHT = 1.3;
const EDGE_PX = 12;
// How much smaller a line may get before it is broken.
const SMALLEST_SHARE = 0.88;
// By how many lines a name over a row rises for each line more.
const RAISED_LINES = 0.8;
const BREAK = "<br>";
// A tag of plotly's, a blank, or what stands between them.
const PIECES = /<[^>]*>|[^\S\u00a0]+|(?:[^\s<]|\u00a0)+/gu;
const TAG = /<[^>]*>/gu;
// Marks that open an order of their own, and those that close it again.
const OPENS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068";
const ENDS_ISOLATE = "\u2066\u2067\u2068";
const CLOSES = "\u202c\u2069";
const RIGHT_TO_LEFT = "\u2067";
const AS_AROUND = "\u2069";

export function fittingLayout(layout: Layout, texts: Texts): Layout {
  const margin: Margin = { l: 0, r: 0, t: 0, b: 0, ...layout.margin };
  const annotations = (layout.annotations ?? []) as readonly Annotation[];
  const fitted = annotations.map((annotation) => {
    const room_px = roomFor(annotation, layout, margin, texts);
    const usual_px = annotation.font?.size ?? FONT_SIZE_PX;
    const size = fittingSize(annotation.text, usual_px, room_px, texts);
    const text = fittingText(annotation.text, size, room_px, texts);
    const font = size < usual_px && { font: { ...annotation.font, size } };
    // Lines that are broken here begin, or end, where the text stands.
    const align = annotation.align ?? annotation.xanchor;
    return { ...annotation, text, ...font, ...(align && { align }), ...raised(annotation, text, size) };
  });
  // A note above everything grows upwards.
  const grown = fitted.map((after, i) => missingAbove(annotations[i] as Annotation, after, layout, margin));
  const axes = Object.entries(layout).filter(([name]) => name.startsWith("xaxis") || name.startsWith("yaxis"));
  return {
    ...layout,
    ...Object.fromEntries(axes.map(([name, axis]) => [name, fittingAxis(axis as Axis, margin, texts)])),
    ...(annotations.length > 0 && { annotations: fitted }),
    margin: { ...margin, t: margin.t + Math.max(0, ...grown) },
  };
}

// The title beside a scale of colours is as wide as the plot at most.
export function fittingLines(lines: readonly Line[], layout: Layout, texts: Texts): readonly Line[] {
  const room_px = texts.width_px - (layout.margin?.l ?? 0) - (layout.margin?.r ?? 0) - EDGE_PX;
  return lines.map((line) => {
    const { colorbar } = line;
    if (!colorbar?.title?.text) return line;
    const { title } = colorbar;
    const size = fittingSize(colorbar.title.text, title.font?.size ?? FONT_SIZE_PX, room_px, texts);
    const text = fittingText(colorbar.title.text, size, room_px, texts);
    return { ...line, colorbar: { ...colorbar, title: { ...title, text, font: { ...title.font, size } } } };
  });
}

interface Axis {
  title?: { text?: string; font?: { size?: number } };
  ticktext?: readonly string[];
}

function fittingAxis(axis: Axis, margin: Margin, texts: Texts): Axis {
  const { title, ticktext } = axis;
  const room = texts.width_px - margin.l - margin.r;
  return {
    ...axis,
    ...(title?.text && {
      title: { ...title, text: fittingText(title.text, title.font?.size ?? FONT_SIZE_PX, room, texts) },
    }),
    ...(ticktext && { ticktext: ticktext.map((text) => inDirection(text, texts)) }),
  };
}

// How wide an annotation may be where it stands.
function roomFor(
  { xref, x = 0, xanchor, textangle }: Annotation,
  layout: Layout,
  margin: Margin,
  texts: Texts,
): number {
  const { width_px } = texts;
  if (textangle) return layout.height ?? Number.POSITIVE_INFINITY;
  const at = margin.l + shareOf(x, layout, xref) * (width_px - margin.l - margin.r);
  if (xanchor === "right") return at - EDGE_PX;
  if (xanchor === "left") return width_px - at - EDGE_PX;
  return 2 * Math.min(at, width_px - at) - EDGE_PX;
}

// Where along the plot a place lies, 0 to 1; of an axis by its short name, such as "x2", or of the plot itself.
function shareOf(x: number, layout: Layout, xref = "x"): number {
  const axis = layout[`xaxis${xref.slice(1)}`] as LayoutAxis | undefined;
  if (xref === "paper" || xref.endsWith("domain") || !axis) return x;
  const [from, to] = axis.range;
  return (x - from) / (to - from);
}

// How much of an annotation that was broken into more lines would stand above the figure.
function missingAbove(before: Annotation, after: Annotation, layout: Layout, margin: Margin): number {
  const { y = 0, yshift = 0, yref, yanchor, font } = after;
  const lines = after.text.split(BREAK).length;
  if (yref !== "paper" || yanchor !== "bottom" || lines === before.text.split(BREAK).length) return 0;
  const above = margin.t + (1 - y) * ((layout.height ?? 0) - margin.t - margin.b) - yshift;
  const missing = lines * (font?.size ?? FONT_SIZE_PX) * LINE_HEIGHT - above;
  // The plot shrinks by what the margin grows, so that a place at a share of it moves by this share only.
  return Math.max(0, Math.ceil(missing / (y || 1)));
}

// The size at which a line fits that is a little too long; only a longer one is broken, at its own size.
function fittingSize(text: string, size_px: number, room_px: number, { measure }: Texts): number {
  const share = room_px / measure(text.replaceAll(TAG, ""), size_px, text.includes("<b>"));
  const shrinks = share < 1 && share >= SMALLEST_SHARE && !text.includes(BREAK);
  return shrinks ? Math.floor(size_px * share * 10) / 10 : size_px;
}

// A name over its own row of a figure grows upwards, into the gap between rows, and not down onto what it names.
function raised({ text, yref, yanchor, yshift = 0 }: Annotation, after: string, size_px: number) {
  const more = after.split(BREAK).length - text.split(BREAK).length;
  return yref === "y" && yanchor === "top" && more > 0 ? { yshift: yshift + more * size_px * RAISED_LINES } : {};
}

export function fittingText(text: string, size_px: number, room_px: number, texts: Texts): string {
  const lines = text.split(BREAK).flatMap((line) => linesOf(line, size_px, room_px, texts.measure));
  return inDirection(lines.join(BREAK), texts);
}

function linesOf(line: string, size_px: number, room_px: number, measure: Measure): string[] {
  const width = (said: string) => measure(said.replaceAll(TAG, ""), size_px, line.includes("<b>"));
  if (width(line) <= room_px) return [line];
  const lines: string[] = [];
  let now = "";
  for (const [piece] of line.matchAll(PIECES)) {
    if (now.trim() && width((now + piece).trimEnd()) > room_px) {
      lines.push(now.trimEnd());
      now = "";
    }
    now += piece;
  }
  return [...lines, now];
}

// Each line begins and ends with what is open in it, and runs in the page's direction.
function inDirection(text: string, { direction }: Texts): string {
  if (direction === "ltr") return text;
  const open: string[] = [];
  const lines = text.split(BREAK).map((line) => {
    const before = open.join("");
    for (const letter of line) {
      if (OPENS.includes(letter)) open.push(letter);
      else if (CLOSES.includes(letter)) open.pop();
    }
    const ends = open.toReversed().map((letter) => (ENDS_ISOLATE.includes(letter) ? AS_AROUND : CLOSES.charAt(0)));
    return RIGHT_TO_LEFT + before + line + ends.join("") + AS_AROUND;
  });
  return lines.join(BREAK);
}
