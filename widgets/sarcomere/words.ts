// Turns moments into the sentences of the wording: whole sentences by key, with named values. No text is made up here.

import type { Speak, Values } from "../browser/words.ts";
import { type Moment, RAISED_CALCIUM_uM } from "./moment.ts";

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

// A read-out shows two digits, and shares of a hundred none after the decimal sign.
export const twoDigits = (value: number): number => Number(value.toPrecision(2));
// Less than one in a hundred cannot be seen, so that rest is told alike before and after a pull.
export const whole = (value: number): number => (Math.abs(value) < 1 ? 0 : Math.round(value));

// How fast a clock goes that is `slowDown` times slower than life; 0 is the pace of the story.
export function paceWords(words: "pace" | "pace_choice", slowDown: number, say: Speak): string {
  if (slowDown === 0) return say(`${words}_story`);
  if (slowDown === 1) return say(`${words}_life`);
  return slowDown > 1
    ? say(`${words}_slower`, { factor: twoDigits(slowDown) })
    : say(`${words}_faster`, { factor: twoDigits(1 / slowDown) });
}

const SECONDS_FROM_MS = 10_000; // the tenth of a second that a long run is told in
const HIGH_CALCIUM_uM = 1.2;

// A time of the run, in a unit that a person uses.
export function timeWords(time_ms: number, say: Speak): string {
  if (time_ms < SECONDS_FROM_MS) return say("value_time", { time: whole(time_ms) });
  return say("value_time_seconds", { time: Number((time_ms / 1000).toFixed(1)) });
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
function valuesOf({ run, state, signal, counts }: Moment, say: Speak): Values {
  return {
    time: timeWords(state.time_ms, say),
    since: timeWords(Math.max(0, signal.since_ms), say),
    force: whole(state.force_percent),
    sites: whole(state.troponin_sites_filled_percent),
    attached: whole(state.heads_attached_percent),
    pulled: whole(state.heads_pulled_percent),
    calcium: twoDigits(state.free_calcium_uM),
    magnesium: twoDigits(state.free_magnesium_mM),
    atp: twoDigits(state.magnesium_ATP_mM),
    store: whole(state.store_calcium_percent),
    gate: whole(state.release_gate_open_percent),
    latch: whole(state.magnesium_latch_percent),
    pump: whole(state.pump_working_percent),
    calcium_unit: twoDigits(run.units.calcium_uM),
    magnesium_unit: twoDigits(run.units.magnesium_mM),
    atp_unit: twoDigits(run.units.atp_mM),
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
export function partSentence(name: PartName, moment: Moment, say: Speak): string {
  return unbroken(say(keyOfPart(name, moment), valuesOf(moment, say)));
}

function keyOfTime({ run, signal }: Moment): string {
  if (signal.count > 0) return "say_time_after_signal";
  return run.impulse_times_ms.length > 0 ? "say_time_before_signal" : "say_time_no_signal";
}

function keyOfCalcium({ state }: Moment): string {
  if (state.free_calcium_uM < RAISED_CALCIUM_uM) return "say_calcium_low";
  return state.free_calcium_uM < HIGH_CALCIUM_uM ? "say_calcium_raised" : "say_calcium_high";
}

function keyOfForce({ state }: Moment): string {
  if (Math.abs(state.forceRising) < 0.4) return "say_force_steady";
  return state.forceRising > 0 ? "say_force_rising" : "say_force_falling";
}

// The whole picture in words, for the moment at which it stands still.
export function sceneSentences(moment: Moment, say: Speak): string {
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
