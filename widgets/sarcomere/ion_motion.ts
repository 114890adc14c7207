// Where ions are at a time. Every place follows from the run and the time alone, so scrubbing back is exact.

import type { DriftPlace } from "./geometry.ts";
import { type Switched, type Switches, switchAt } from "./histories.ts";
import type { Layout, Point } from "./layouts.ts";
import { type Run, valueAt } from "./run.ts";

const FLIGHT_MS = 3; // from the gate into the fibre, and from there to where the ion is caught
const CORNER_AT = 0.4; // share of a way at which its corner is reached
const DRIFT_UNITS = 6;
const JUMP_EVERY_MS = 40; // with reduced motion ions jump

// The share of a way that has been gone, with a slow start and a slow end.
export function ease(share: number): number {
  const s = Math.max(0, Math.min(1, share));
  return s * s * (3 - 2 * s);
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

// A way from one place to another round a corner, never across it: labels stand beside.
function along(from: Point, by: Point, to: Point, share: number): Point {
  return share < CORNER_AT
    ? between(from, by, share / CORNER_AT)
    : between(by, to, (share - CORNER_AT) / (1 - CORNER_AT));
}

export function driftOf(place: DriftPlace, t: number, still: boolean): Point {
  const clock = still ? Math.floor(t / JUMP_EVERY_MS) * JUMP_EVERY_MS : t;
  const angle = 2 * Math.PI * (clock / 95 + place.phase);
  return {
    x: place.x + DRIFT_UNITS * Math.cos(angle) + 2 * Math.sin(2.3 * angle),
    y: place.y + DRIFT_UNITS * 0.7 * Math.sin(1.31 * angle),
  };
}

// Those of `places` that are there now, each moved from its place.
export function presentPlaces(
  places: readonly DriftPlace[],
  history: readonly Switches[],
  t: number,
  moved: (place: DriftPlace, now: Switched, rank: number) => Point,
): Point[] {
  return places.flatMap((place, rank) => {
    const now = switchAt(history[rank] ?? [], t);
    return now.on ? [moved(place, now, rank)] : [];
  });
}

export interface CalciumWay {
  readonly layout: Layout;
  readonly run: Run;
  readonly troponins: readonly Point[];
  readonly still: boolean;
}

// A free calcium ion comes out of the gate past the corner of the store, drifts, and goes where it is caught.
export function calciumAt(way: CalciumWay, place: DriftPlace, now: Switched, rank: number, t: number): Point {
  const { layout, still } = way;
  const home = driftOf(place, t, still);
  if (still) return home;
  const { gate, cytosol } = layout;
  const flight = Math.min(FLIGHT_MS, (now.until - now.since) / 2);
  const corner = { x: gate.x - 32, y: cytosol[1] };
  const at = along({ x: gate.x - 20, y: gate.y }, corner, home, ease((t - now.since) / flight));
  const away = ease((t - now.until + flight) / flight);
  if (away === 0) return at;
  const { by, to } = catcherOf(way, now.until, rank);
  return by ? along(at, by, to, away) : between(at, to, away);
}

// Where an ion goes when the free count falls: to a troponin while sites are filling, else round the corner to the pump.
function catcherOf({ layout, run, troponins }: CalciumWay, at: number, rank: number): { by?: Point; to: Point } {
  const filled = (t: number) => valueAt(run, run.traces.troponin_sites_filled_percent, t);
  const { x, y } = layout.pump;
  const troponin = troponins[(rank * 5) % troponins.length];
  if (troponin && filled(at + 1) > filled(at - 1)) return { to: troponin };
  return { by: { x: x + 46, y: layout.cytosol[1] }, to: { x: x + 27, y: y + (rank % 2 ? 9 : -9) } };
}

export function storedAt(place: DriftPlace, t: number, still: boolean): Point {
  const angle = 2 * Math.PI * ((still ? 0 : t / 160) + place.phase);
  return { x: place.x + 3 * Math.cos(angle), y: place.y + 1.5 * Math.sin(angle) };
}
