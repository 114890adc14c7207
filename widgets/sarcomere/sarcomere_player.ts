// The bar under the drawing: phases, time, play, steps, slow-down, labels, keys. Plain HTML controls.

import { write } from "./sarcomere_motion.ts";

export const SLOW_DOWNS = [200, 100, 50, 20, 10];
export const ICONS = {
  play: "M7 4.5v15l12.5-7.5z",
  pause: "M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z",
  back: "M6 5h2.6v14H6zM19 5v14l-9.4-7z",
  forward: "M15.4 5H18v14h-2.6zM5 5v14l9.4-7z",
};

export function element(tag, className, parent, attributes = {}) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent?.append(node);
  return node;
}

export function iconButton(parent, className, icon, label) {
  const button = element("button", `player-button ${className}`, parent, { type: "button" });
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[icon]}"/></svg>`;
  if (label) button.setAttribute("aria-label", label);
  return button;
}

export function buildPlayer(parent, say) {
  const player = element("div", "sarcomere-player", parent, { role: "group", "aria-label": say("player_name") });
  const phases = element("div", "phase-strip", player, { role: "group", "aria-label": say("phases_name") });
  const track = element("div", "scrub", player);
  const spans = element("div", "phase-spans", track, { "aria-hidden": "true" });
  const scrub = element("input", "scrub-slider", track, { type: "range", min: 0, step: 1, value: 0, "aria-label": say("scrub_name") });
  const bar = element("div", "player-bar", player);
  const play = iconButton(bar, "player-play", "play");
  const playWords = element("span", "player-play-words", play);
  const back = iconButton(bar, "player-step", "back", say("step_back"));
  const forward = iconButton(bar, "player-step", "forward", say("step_forward"));
  const time = element("output", "player-time", bar);
  const slow = element("label", "player-slow", bar);
  const slowName = element("span", "player-slow-name", slow);
  slowName.textContent = say("slow_down_name");
  const slowSelect = element("select", "", slow);
  for (const factor of SLOW_DOWNS) element("option", "", slowSelect, { value: factor }).textContent = say("slow_down_choice", { factor });
  const labels = element("button", "player-button player-toggle", bar, { type: "button", "aria-pressed": "true" });
  labels.textContent = say("labels_toggle");
  const keys = element("button", "player-button player-toggle", bar, { type: "button", "aria-expanded": "false" });
  keys.textContent = say("keys_toggle");
  const keyList = element("div", "sarcomere-keys", player, { hidden: "" });
  element("p", "keys-title", keyList).textContent = say("keys_title");
  const list = element("ul", "", keyList);
  for (const key of ["keys_play", "keys_step", "keys_slider", "keys_parts", "keys_labels", "keys_list"]) element("li", "", list).textContent = say(key);
  return { player, phases, spans, scrub, play, playWords, back, forward, time, slowSelect, labels, keys, keyList };
}

// Phase buttons in reading order, and the same spans to scale behind the slider. Rebuilt only when other phases come.
export function showPhases(bar, phases, duration, say, jump) {
  const keys = phases.map((phase) => phase.key).join(" ");
  if (bar.phaseKeys !== keys) buildPhases(bar, phases, jump);
  bar.phaseKeys = keys;
  phases.forEach((phase, index) => {
    const button = bar.phases.children[index];
    button.setAttribute("aria-label", say("phase_jump", { number: index + 1, caption: phase.caption, start: say.percent(phase.start_ms) }));
    const name = say(`phase_${phase.key}`);
    write(button.lastChild, name === `phase_${phase.key}` ? phase.caption : name);
    const span = bar.spans.children[index];
    span.style.left = `${(100 * phase.start_ms) / duration}%`;
    span.style.width = `${(100 * (phase.end_ms - phase.start_ms)) / duration}%`;
  });
}

export function buildPhases(bar, phases, jump) {
  bar.phases.replaceChildren();
  bar.spans.replaceChildren();
  bar.player.classList.toggle("without-phases", phases.length === 0);
  phases.forEach((phase, index) => {
    const button = element("button", `phase phase-${phase.key}`, bar.phases, { type: "button", "data-phase": index, "data-key": phase.key });
    element("span", "phase-number", button).textContent = index + 1;
    element("span", "phase-name", button);
    button.addEventListener("click", () => jump(index));
    element("span", `phase-span phase-${phase.key}`, bar.spans);
  });
}

export function showPlaying(bar, playing, say) {
  bar.play.querySelector("path").setAttribute("d", ICONS[playing ? "pause" : "play"]);
  write(bar.playWords, say(playing ? "pause" : "play"));
  bar.play.setAttribute("aria-keyshortcuts", "Space");
  bar.play.dataset.playing = playing;
}
