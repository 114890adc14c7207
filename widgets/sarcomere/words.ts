// Turns moments into the sentences of the wording: whole sentences by key, with named values. No text is made up here.

import { fill } from "../browser/page_elements.ts";
import type { Moment } from "./moment.ts";

// In the order in which a reader walks through them.
export const PART_ORDER = [
  "signal",
  "gate",
  "latch",
  "store",
  "free_calcium",
  "free_magnesium",
  "magnesium_ATP",
  "sites",
  "heads",
  "thick",
  "thin",
  "z_lines",
  "ruler",
  "force",
  "pump",
] as const;
export type PartName = (typeof PART_ORDER)[number];

type Values = Record<string, string | number>;

export interface Say {
  // The sentence for a key with its named values; the key itself where the wording has none.
  (key: string, values?: Values): string;
  // With two significant digits.
  number: (value: number) => string;
  whole: (value: number) => string;
}

export function speaker(words: Readonly<Record<string, string>>): Say {
  const language = words.number_language || "en";
  const twoDigits = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const say = (key: string, values: Values = {}) => fill(words[key] ?? key, values);
  return Object.assign(say, {
    number: (value: number) => twoDigits.format(value),
    whole: (value: number) => whole.format(Math.abs(value) < 0.5 ? 0 : value),
  });
}

// Fixed bands for amounts: the word says how much, the number follows it.
export function band(percent: number): "none" | "few" | "some" | "half" | "most" | "all" {
  if (percent < 5) return "none";
  if (percent < 20) return "few";
  if (percent < 42) return "some";
  if (percent < 58) return "half";
  return percent < 95 ? "most" : "all";
}

// Every value that a sentence may name.
function valuesOf({ run, state, signal, counts }: Moment, say: Say): Values {
  return {
    time: Math.round(state.time_ms),
    since: Math.round(Math.max(0, signal.since_ms)),
    force: say.whole(state.force_percent),
    sites: say.whole(state.troponin_sites_filled_percent),
    attached: say.whole(state.heads_attached_percent),
    pulled: say.whole(state.heads_pulled_percent),
    calcium: say.number(state.free_calcium_uM),
    magnesium: say.number(state.free_magnesium_mM),
    atp: say.number(state.magnesium_ATP_mM),
    store: say.whole(state.store_calcium_percent),
    gate: say.whole(state.release_gate_open_percent),
    latch: say.whole(state.magnesium_latch_percent),
    pump: say.whole(state.pump_working_percent),
    calcium_unit: say.number(run.units.calcium_uM),
    magnesium_unit: say.number(run.units.magnesium_mM),
    atp_unit: say.number(run.units.atp_mM),
    signals: signal.count,
    sites_drawn: counts.sites,
    heads_drawn: counts.headsAttached,
  };
}

// A number and its unit stay on one line.
function unbroken(sentences: string): string {
  return sentences.replace(/(\d) (?=%|µM|mM|ms)/gu, "$1\u00a0");
}

const isPumpIdle = ({ state }: Moment) => state.pump_working_percent < 5;

function keyOfPart(name: PartName, moment: Moment): string {
  if (name === "signal") return moment.signal.kind === "none" ? "part_signal_off" : "part_signal_on";
  if (name === "pump") return isPumpIdle(moment) ? "part_pump_idle" : "part_pump_working";
  if (name === "gate") return moment.state.release_gate_open_percent < 1 ? "part_gate_shut" : "part_gate_open";
  return `part_${name}`;
}

// Sentence for a part: what it is and how it is now.
export function partSentence(name: PartName, moment: Moment, say: Say): string {
  return unbroken(say(keyOfPart(name, moment), valuesOf(moment, say)));
}

function keyOfTime({ run, signal }: Moment): string {
  if (signal.count > 0) return "say_time_after_signal";
  return run.impulse_times_ms.length > 0 ? "say_time_before_signal" : "say_time_no_signal";
}

function keyOfCalcium({ run, state }: Moment): string {
  const share = (100 * state.free_calcium_uM) / (run.maximum.free_calcium_uM || 1);
  if (share < 8) return "say_calcium_low";
  return share < 45 ? "say_calcium_raised" : "say_calcium_high";
}

function keyOfForce({ state }: Moment): string {
  if (Math.abs(state.forceRising) < 0.4) return "say_force_steady";
  return state.forceRising > 0 ? "say_force_rising" : "say_force_falling";
}

// The whole picture in words, for the moment at which it stands still.
export function sceneSentences(moment: Moment, say: Say): string {
  const { state } = moment;
  const keys = [
    keyOfTime(moment),
    keyOfCalcium(moment),
    `say_sites_${band(state.troponin_sites_filled_percent)}`,
    `say_heads_${band(state.heads_attached_percent)}`,
    keyOfForce(moment),
    isPumpIdle(moment) ? "say_pump_idle" : "say_pump_working",
    "say_store",
  ];
  const values = valuesOf(moment, say);
  return unbroken(keys.map((key) => say(key, values)).join(" "));
}
