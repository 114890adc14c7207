// A figure in the colours of the page. As it travels it has the light ones (colours.py); a dark page, and a reader's own
// colours, put others in their place.

import colours from "../../browser/colours.json" with { type: "json" };
import { coloursIn, themeOf } from "../../browser/theme.ts";
import type { Picture } from "./figure.ts";

// From a light colour, in capitals, to the one that holds now.
export type Inks = ReadonlyMap<string, string>;

const LIGHT = Object.entries(colours).map(([name, { light }]) => [name, light] as const);
// Numbers, however many, are no colours.
const COLUMNS: ReadonlySet<string> = new Set(["x", "y", "z"]);

// What holds for an element now; nothing where that is what a figure has.
export function inksOf(el: HTMLElement): Inks | null {
  const { isDark, isForced } = themeOf(el);
  if (!(isDark || isForced)) return null;
  const found = coloursIn(
    el,
    LIGHT.map(([name]) => name),
  );
  return new Map(LIGHT.map(([, light], i) => [light, found[i] as string]));
}

export function inked(picture: Picture, inks: Inks | null): Picture {
  return inks ? (inkedValue(picture, inks) as Picture) : picture;
}

function inkedValue(value: unknown, inks: Inks): unknown {
  if (typeof value === "string") return inks.get(value.toUpperCase()) ?? value;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((one) => inkedValue(one, inks));
  const parts = Object.entries(value);
  return Object.fromEntries(parts.map(([name, part]) => [name, COLUMNS.has(name) ? part : inkedValue(part, inks)]));
}
