// One moment of a run: its values, how many of each thing are drawn, and which steps are under way. Pure functions.

import { type Histories, headAt, PULLED, RESTING, type Switches, switchAt } from "./histories.ts";
import { type NerveSignal, signalAt } from "./nerve_signal.ts";
import { type Run, type State, stateAt, type Trace } from "./run.ts";

export interface Counts {
  readonly calcium: number;
  readonly magnesium: number;
  readonly atp: number;
  readonly store: number;
  readonly sites: number;
  readonly headsAttached: number;
  readonly headsPulled: number;
}

export interface Moment {
  readonly run: Run;
  readonly state: State;
  readonly signal: NerveSignal;
  readonly counts: Counts;
  readonly slowDown: number;
}

// The numbered steps of a contraction, each with its own label.
export const STEPS = ["signal", "gate", "calcium", "sites", "heads", "slide", "pump"] as const;
export type Step = (typeof STEPS)[number];

export function momentAt(run: Run, histories: Histories, t: number, slowDown: number): Moment {
  const present = (things: readonly Switches[]) => things.filter((switches) => switchAt(switches, t).on).length;
  const heads = histories.heads.map((history) => headAt(history, t).state);
  return {
    run,
    state: stateAt(run, t),
    signal: signalAt(run, t, slowDown),
    slowDown,
    counts: {
      calcium: present(histories.calcium),
      magnesium: present(histories.magnesium),
      atp: present(histories.atp),
      store: present(histories.store),
      sites: present(histories.sites),
      headsAttached: heads.filter((state) => state !== RESTING).length,
      headsPulled: heads.filter((state) => state === PULLED).length,
    },
  };
}

// Free calcium is above what a fibre has at rest, and a store has visibly lost some.
export const RAISED_CALCIUM_uM = 0.3;
const LOST_PERCENT = 99.5;

// A step is under way when its quantity is a visible share of the most it reaches in this run; calcium flows out where it
// comes from the store.
export function stepsUnderWay({ run, state, signal }: Moment): Readonly<Record<Step, boolean>> {
  const share = (trace: Trace) => state[trace] / (run.maximum[trace] || 1);
  const sites = state.troponin_sites_filled_percent;
  return {
    signal: signal.kind !== "none",
    gate: signal.kind === "steady" || state.release_gate_open_percent > 5,
    calcium: state.free_calcium_uM > RAISED_CALCIUM_uM && state.store_calcium_percent < LOST_PERCENT,
    sites: share("troponin_sites_filled_percent") > 0.15 && sites > 1,
    heads: state.heads_attached_percent > 2,
    slide: state.force_percent > 2,
    pump: state.pump_working_percent > 8,
  };
}

// What is drawn, as numbers for whoever asks the document.
export function reportOf({ run, state, signal, counts }: Moment): Record<string, string> {
  const rounded = (value: number, digits: number) => String(Number(value.toFixed(digits)));
  return {
    timeMs: rounded(state.time_ms, 3),
    signal: signal.kind,
    signalCount: String(signal.count),
    sitesFilled: String(counts.sites),
    headsAttached: String(counts.headsAttached),
    headsPulled: String(counts.headsPulled),
    storeFillPercent: rounded(state.store_calcium_percent, 2),
    storeCalciumDots: String(counts.store),
    gateOpenPercent: rounded(state.release_gate_open_percent, 2),
    latchPercent: rounded(state.magnesium_latch_percent, 2),
    freeCalciumDots: String(counts.calcium),
    freeMagnesiumHexagons: String(counts.magnesium),
    atpSquares: String(counts.atp),
    calciumUnitUm: String(run.units.calcium_uM),
    magnesiumUnitMm: String(run.units.magnesium_mM),
    pumpTurns: rounded(state.pumpTurns, 3),
    forcePercent: rounded(state.force_percent, 2),
  };
}
