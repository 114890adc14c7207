// Everything that moves, where it is at one moment. A pure function of layout, run and time.

import {
  type DriftPlace,
  headPlaces,
  ionPlaces,
  pouchLevelY,
  pouchPlaces,
  type TroponinPlace,
  troponinPlaces,
} from "./geometry.ts";
import { type DrawnHead, drawnHead } from "./head_motion.ts";
import { type Histories, headAt, MOST_STORE_DOTS, switchAt } from "./histories.ts";
import { calciumAt, driftOf, presentPlaces, storedAt } from "./ion_motion.ts";
import { type Frames, framesAt, type Layout, type Point } from "./layouts.ts";
import {
  type DrawnGate,
  type DrawnPump,
  type DrawnSignal,
  drawnGate,
  drawnPump,
  drawnSignal,
  pumpGear,
} from "./machine_motion.ts";
import type { Moment } from "./moment.ts";
import { MOST_ATP_SQUARES, MOST_FREE_DOTS } from "./run.ts";

export const HEAD_SURFACE = 8; // where heads stand on the thick filament, from its middle
const RIBBON_SHIFT = 7; // of tropomyosin from all sites empty to all filled

// The resting places of a layout: found once, the spreading of ions takes milliseconds.
export interface Places {
  readonly magnesium: readonly DriftPlace[];
  readonly calcium: readonly DriftPlace[];
  readonly atp: readonly DriftPlace[];
  readonly store: readonly DriftPlace[];
  readonly heads: ReturnType<typeof headPlaces>;
  readonly troponins: readonly TroponinPlace[];
}

export interface Scene {
  readonly signal: DrawnSignal;
  readonly levelY: number;
  // Where the level is at rest.
  readonly markY: number;
  readonly stored: readonly Point[];
  readonly calcium: readonly Point[];
  readonly magnesium: readonly Point[];
  readonly atp: readonly Point[];
  readonly frames: Frames;
  // Where the right frame would be in the kept run, or null.
  readonly keptRight: number | null;
  readonly ribbonShift: number;
  // For each troponin in the order of its places, whether its two sites hold calcium.
  readonly filled: readonly boolean[];
  readonly heads: readonly DrawnHead[];
  readonly gate: DrawnGate;
  readonly pump: DrawnPump;
}

export function placesOf(layout: Layout): Places {
  const [magnesium = [], calcium = [], atp = []] = ionPlaces(layout, [
    MOST_FREE_DOTS,
    MOST_FREE_DOTS,
    MOST_ATP_SQUARES,
  ]);
  return {
    magnesium,
    calcium,
    atp,
    store: pouchPlaces(layout, MOST_STORE_DOTS),
    heads: headPlaces(layout),
    troponins: troponinPlaces(layout),
  };
}

// The places of a moment. With `still` nothing drifts or flies; `keptForce` is the percentage of a kept run, or null.
export function sceneAt(
  layout: Layout,
  places: Places,
  histories: Histories,
  { run, state, signal, slowDown }: Moment,
  { still, keptForce }: { still: boolean; keptForce: number | null },
): Scene {
  const t = state.time_ms;
  const way = { layout, run, troponins: places.troponins, still };
  const drift = (place: DriftPlace) => driftOf(place, t, still);
  return {
    signal: drawnSignal(layout, signal),
    levelY: pouchLevelY(layout, state.store_calcium_percent / run.storeScale),
    markY: pouchLevelY(layout, 100 / run.storeScale),
    stored: presentPlaces(places.store, histories.store, t, (place) => storedAt(place, t, still)),
    calcium: presentPlaces(places.calcium, histories.calcium, t, (place, now, rank) =>
      calciumAt(way, place, now, rank, t),
    ),
    magnesium: presentPlaces(places.magnesium, histories.magnesium, t, drift),
    atp: presentPlaces(places.atp, histories.atp, t, drift),
    frames: framesAt(layout, state.force_percent),
    keptRight: keptForce === null ? null : framesAt(layout, keptForce).right,
    ribbonShift: RIBBON_SHIFT * (state.troponin_sites_filled_percent / 100 - 0.5),
    filled: histories.sites.map((switches) => switchAt(switches, t).on),
    heads: places.heads.flatMap((place, index) => {
      const history = histories.heads[index];
      const surfaceY = layout.thickY + place.side * HEAD_SURFACE;
      return history ? [drawnHead(place, surfaceY, headAt(history, t), t)] : [];
    }),
    gate: drawnGate(layout, state.release_gate_open_percent, state.magnesium_latch_percent),
    pump: drawnPump(layout, state.pumpTurns / pumpGear(slowDown)),
  };
}
