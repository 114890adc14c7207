// Turns states into the sentences of data/wording: whole sentences by key, with named values. No text is made up here.

export const PART_ORDER = ["signal", "gate", "latch", "store", "free_calcium", "free_magnesium", "magnesium_ATP", "sites", "heads", "thick", "thin", "z_lines", "ruler", "force", "pump"];

export function speaker(words) {
  const fill = (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const language = words.number_language || "en";
  const twoDigits = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  fill.number = (value) => twoDigits.format(value);
  fill.percent = (value) => whole.format(Math.abs(value) < 0.5 ? 0 : value);
  return fill;
}

// Fixed bands for amounts: the word says how much, the number follows it.
export function band(percent) {
  if (percent < 5) return "none";
  if (percent < 20) return "few";
  if (percent < 42) return "some";
  if (percent < 58) return "half";
  return percent < 95 ? "most" : "all";
}

export function valuesOf(view) {
  const { run, state, counts, words: say } = view;
  return {
    time: Math.round(state.time_ms), force: say.percent(state.force_percent), sites: say.percent(state.troponin_sites_filled_percent),
    attached: say.percent(state.heads_attached_percent), pulled: say.percent(state.heads_pulled_percent),
    calcium: say.number(state.free_calcium_uM), magnesium: say.number(state.free_magnesium_mM), atp: say.number(state.magnesium_ATP_mM),
    store: say.percent(state.store_calcium_percent), gate: say.percent(state.release_gate_open_percent), latch: say.percent(state.magnesium_latch_percent),
    pump: say.percent(state.pump_working_percent), calcium_unit: say.number(run.calciumUnit_uM), magnesium_unit: say.number(run.magnesiumUnit_mM),
    atp_unit: say.number(run.atpUnit_mM), signals: counts.signal.count, sites_drawn: counts.sites, heads_drawn: counts.heads.attached,
  };
}

// A number and its unit stay on one line.
export function unbroken(sentences) {
  return sentences.replace(/(\d) (?=%|µM|mM|ms)/g, "$1\u00a0");
}

// Sentence for a part: what it is and how it is now.
export function partSentence(name, view, values = valuesOf(view)) {
  const { state, counts, words: say } = view;
  if (name === "signal") return unbroken(say(counts.signal.kind === "none" ? "part_signal_off" : "part_signal_on", values));
  if (name === "pump") return unbroken(say(state.pump_working_percent < 5 ? "part_pump_idle" : "part_pump_working", values));
  if (name === "gate") return unbroken(say(state.release_gate_open_percent < 1 ? "part_gate_shut" : "part_gate_open", values));
  return unbroken(say(`part_${name}`, values));
}

// The whole picture in words, for the moment at which it stands still.
export function sceneSentences(view) {
  const { run, state, counts, words: say } = view;
  const values = valuesOf(view);
  values.since = Math.round(Math.max(0, counts.signal.since));
  const calciumShare = (100 * state.free_calcium_uM) / (run.maximum.free_calcium_uM || 1);
  const trend = Math.abs(state.forceRising) < 0.4 ? "steady" : state.forceRising > 0 ? "rising" : "falling";
  return unbroken([
    say(counts.signal.count ? "say_time_after_signal" : run.impulses.length ? "say_time_before_signal" : "say_time_no_signal", values),
    say(calciumShare < 8 ? "say_calcium_low" : calciumShare < 45 ? "say_calcium_raised" : "say_calcium_high", values),
    say(`say_sites_${band(state.troponin_sites_filled_percent)}`, values),
    say(`say_heads_${band(state.heads_attached_percent)}`, values),
    say(`say_force_${trend}`, values),
    say(state.pump_working_percent < 5 ? "say_pump_idle" : "say_pump_working", values),
    say("say_store", values),
  ].join(" "));
}
