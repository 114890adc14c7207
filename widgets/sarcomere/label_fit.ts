// How a text is made to fit where it stands in the drawing: as large as it is, then smaller, then on two lines. Pure functions.

// Smaller than this a text is broken first, and what stands on two lines is no larger.
const BREAKS_BELOW = 0.85;
const BLANKS = /\s+/u;

export interface Fit {
  // Size of its letters, as a share of the usual one.
  readonly scale: number;
  readonly lines: 1 | 2;
  // Of its widest line, in the units of the room.
  readonly width: number;
}

// `widthOf` measures a text at its usual size, in the same units as the room.
export function fitOf(text: string, room: number, widthOf: (text: string) => number): Fit {
  const onOne = lineFitOf(text, room, widthOf);
  if (onOne.scale >= BREAKS_BELOW) return onOne;
  const widest = Math.min(...splits(text).map((lines) => Math.max(...lines.map(widthOf))));
  const scale = Math.min(BREAKS_BELOW, room / widest);
  return scale > onOne.scale ? { scale, lines: 2, width: scale * widest } : onOne;
}

// On one line, whatever its length.
export function lineFitOf(text: string, room: number, widthOf: (text: string) => number): Fit {
  const width = widthOf(text);
  const scale = Math.min(1, room / width);
  return { scale, lines: 1, width: scale * width };
}

// Every way to break a text between two of its words.
function splits(text: string): string[][] {
  const words = text.split(BLANKS);
  return words.map((_, i) => [words.slice(0, i).join(" "), words.slice(i).join(" ")]);
}
