// Wiring: one view = one picture of the run at the playhead's time, and the controls that move the playhead.

import { listenToKeys, listenToParts, namePartsNow, preparePartFocus, showTip } from "./sarcomere_parts.ts";
import { sceneSentences, speaker } from "./sarcomere_words.ts";
import { drawATP, drawDefinitions, drawFilaments, drawGate, drawMembrane, drawPump, drawStore, make } from "./sarcomere_scene.ts";
import { buildPlayer, element, showPhases, showPlaying } from "./sarcomere_player.ts";
import { moveCalcium, moveDrifters, moveFrames, moveGate, moveHeads, movePump, moveSignal, moveSites, moveStore, put, write } from "./sarcomere_motion.ts";
import { hexagonPoints, ionPlaces, layoutFor, pouchPlaces, troponinPlaces } from "./sarcomere_geometry.ts";
import { MOST_ATP_SQUARES, MOST_FREE_DOTS, STORE_DOTS_AT_REST, countOf, floatsOf, headAt, headHistory, prepareHistories, prepareRun, rankHistory, restingRun, scaleUnit, signalAt, stateAt, switchAt, valueAt } from "./sarcomere_state.ts";
import { drawLabels, drawLegend, drawRuler, drawSpring } from "./sarcomere_labels.ts";

export const QUIET_MS = 2000; // between two announcements to a screen reader
export const SETTLED_MS = 120; // somebody else moves the time: say where it stands once it stays there

export function buildScene(svg, layout, words) {
  const id = `sarcomere-${Math.random().toString(36).slice(2, 8)}`; // names inside the svg, apart from those of other views
  svg.replaceChildren();
  svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`);
  svg.dataset.layout = layout.name;
  svg.style.setProperty("--sarcomere-font", `${layout.fontSize}px`);
  drawDefinitions(svg, id, layout);
  const root = make("g", { "clip-path": `url(#${id}-frame-clip)` }, svg);
  make("rect", { width: layout.width, height: layout.height, fill: `url(#${id}-fibre)` }, root);
  const membrane = drawMembrane(root, id, layout);
  const store = drawStore(root, id, layout);
  const ions = make("g", { class: "drifting" }, root);
  const filaments = drawFilaments(root, id, layout);
  for (const head of filaments.heads) {
    head.surface = layout.thickY + head.place.side * 8;
    head.fuel = drawATP(filaments.frames.thick, 6);
  }
  const spring = drawSpring(root, layout, words);
  drawRuler(filaments.frames.right, layout, words);
  const places = ionPlaces(layout, [MOST_FREE_DOTS, MOST_FREE_DOTS, MOST_ATP_SQUARES]);
  const magnesium = places[0].map((place) => ({ place, node: make("polygon", { points: hexagonPoints(6), class: "ion-magnesium", opacity: 0 }, ions) }));
  const atp = places[2].map((place) => ({ place, node: drawATP(ions, 5.5) }));
  const calcium = places[1].map((place) => ({ place, node: make("circle", { r: 5, fill: `url(#${id}-calcium)`, class: "ion-calcium", opacity: 0 }, ions) }));
  const storeDots = pouchPlaces(layout, Math.ceil(STORE_DOTS_AT_REST * 1.25)).map((place) => ({
    place, node: make("circle", { r: 4.6, fill: `url(#${id}-calcium)`, class: "ion-calcium", opacity: 0 }, store.dots),
  }));
  const gate = drawGate(root, id, layout);
  const pump = drawPump(root, id, layout);
  const legend = drawLegend(root, id, layout);
  const labels = drawLabels(root, layout, words);
  make("rect", { x: 0.5, y: 0.5, width: layout.width - 1, height: layout.height - 1, rx: 16, class: "scene-frame" }, svg);
  return { membrane, store, filaments, spring, magnesium, atp, calcium, storeDots, gate, pump, legend, labels, troponinPlaces: troponinPlaces(layout) };
}

// Moves everything to time `t`.
export function drawAt(view, t) {
  const { scene, layout, run, histories, words, still } = view;
  const state = (view.state = stateAt(run, t));
  const signal = signalAt(run, t, view.slowDown);
  const kept = view.kept ? valueAt(run, view.kept, t) : null;
  moveSignal(scene, layout, signal, t);
  moveGate(scene, layout, state);
  const counts = (view.counts = {
    signal,
    store: moveStore(scene, layout, histories, state, still),
    calcium: moveCalcium(scene, layout, run, histories, t, still),
    magnesium: moveDrifters(scene.magnesium, histories.magnesium, t, still),
    atp: moveDrifters(scene.atp, histories.atp, t, still),
    sites: moveSites(scene, histories, state),
    heads: moveHeads(scene, histories, t),
  });
  moveFrames(scene, layout, state.force_percent, kept);
  movePump(scene, layout, state);
  write(scene.store.value, words("value_percent", { percent: words.percent(state.store_calcium_percent) }));
  write(scene.spring.value, words("value_percent", { percent: words.percent(state.force_percent) }));
  write(scene.spring.keptValue, kept === null ? "" : words("value_kept", { percent: words.percent(kept) }));
  write(scene.legend.calcium.now, words("legend_calcium", { value: words.number(state.free_calcium_uM) }));
  write(scene.legend.magnesium.now, words("legend_magnesium", { value: words.number(state.free_magnesium_mM) }));
  write(scene.legend.atp.now, words("legend_atp", { value: words.number(state.magnesium_ATP_mM) }));
  lightSteps(view, state, signal);
}

// A step is under way when its quantity is a visible share of the most it reaches in this run.
export function lightSteps(view, state, signal) {
  const share = (name) => state[name] / (view.run.maximum[name] || 1);
  const steady = signal.kind === "steady";
  const underWay = {
    signal: signal.kind !== "none", gate: steady || state.release_gate_open_percent > 5, calcium: share("free_calcium_uM") > 0.12,
    sites: share("troponin_sites_filled_percent") > 0.15 && state.troponin_sites_filled_percent > 1, heads: state.heads_attached_percent > 2,
    slide: state.force_percent > 2, pump: state.pump_working_percent > 8,
  };
  for (const [name, label] of Object.entries(view.scene.labels.steps)) put(label, "class", underWay[name] ? "label label-step step-on" : "label label-step");
}

// Says on the svg root what is drawn.
export function report({ svg, state, counts }) {
  const drawn = {
    timeMs: Number(state.time_ms.toFixed(3)), signal: counts.signal.kind, signalCount: counts.signal.count,
    sitesFilled: counts.sites, headsAttached: counts.heads.attached, headsPulled: counts.heads.pulled,
    storeFillPercent: Number(state.store_calcium_percent.toFixed(2)), storeCalciumDots: counts.store,
    gateOpenPercent: Number(state.release_gate_open_percent.toFixed(2)), latchPercent: Number(state.magnesium_latch_percent.toFixed(2)),
    freeCalciumDots: counts.calcium, freeMagnesiumHexagons: counts.magnesium, atpSquares: counts.atp,
    pumpTurns: Number(state.pumpTurns.toFixed(3)), forcePercent: Number(state.force_percent.toFixed(2)),
  };
  for (const [name, value] of Object.entries(drawn)) if (svg.dataset[name] !== String(value)) svg.dataset[name] = value;
}

async function render({ model, el, host, signal }) {
  const playhead = await host.getModel(model.get("playhead"));
  if (signal?.aborted) return undefined;
  const words = speaker(model.get("words") ?? {});
  const stopped = new AbortController();
  const listen = (node, type, handler, options = {}) => node.addEventListener(type, handler, { ...options, signal: stopped.signal });
  const shell = element("div", "sarcomere", el, { "data-lm-suppress-shortcuts": "true" });
  const heading = element("div", "sarcomere-heading", shell);
  const caption = element("p", "sarcomere-caption", heading);
  const speed = element("p", "sarcomere-speed", heading);
  const stage = element("div", "sarcomere-stage", shell, { tabindex: "-1" });
  const svg = make("svg", { class: "sarcomere-drawing", role: "group", "aria-label": words("drawing_name"), "data-labels": "on" }, stage);
  const tip = element("div", "sarcomere-tip", stage, { role: "tooltip", hidden: "" });
  const bar = buildPlayer(shell, words);
  element("p", "sarcomere-notice", shell).textContent = words("notice");
  const description = element("p", "sarcomere-description", shell);
  const spoken = element("p", "sarcomere-spoken", shell, { "aria-live": "polite" });
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const view = { svg, words, stage, tip, run: null, kept: null, phase: -1, still: calm.matches, slowDown: playhead.get("pace") };

  function useLayout() {
    const layout = layoutFor(shell.clientWidth || 760);
    const printing = view.layout && window.matchMedia("print").matches;
    if (layout === view.layout || printing) return;
    view.layout = layout;
    shell.classList.toggle("sarcomere-half", layout.name === "half");
    view.scene = buildScene(svg, layout, words);
    svg.dataset.sitesTotal = view.scene.filaments.troponins.length;
    svg.dataset.headsTotal = view.scene.filaments.heads.length;
    preparePartFocus(view);
    if (view.run) view.histories = prepareHistories(view.run, layout);
  }

  function takeRun() {
    view.run = prepareRun(model.get("run"));
    shell.classList.toggle("sarcomere-waiting", !view.run);
    write(caption, view.run ? "" : words("waiting"));
    if (!view.run) {
      const resting = restingRun();
      drawAt({ ...view, run: resting, histories: prepareHistories(resting, view.layout) }, 0);
      return;
    }
    view.histories = prepareHistories(view.run, view.layout);
    takeKept(false);
    const units = { calcium: view.run.calciumUnit_uM, magnesium: view.run.magnesiumUnit_mM, atp: view.run.atpUnit_mM };
    for (const [kind, unit] of Object.entries(units)) write(view.scene.legend[kind].unit, words(`legend_${kind}_unit`, { unit: words.number(unit) }));
    svg.setAttribute("data-calcium-unit-um", units.calcium);
    svg.setAttribute("data-magnesium-unit-mm", units.magnesium);
    takePhases();
    draw();
    describe();
    if (el.dataset.drawn === "true") return;
    el.dataset.drawn = "true";
    el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "sarcomere" } }));
  }

  function takeKept(redraw = true) {
    const kept = floatsOf(model.get("kept_force"));
    view.kept = kept.length && view.run && kept.length === view.run.time.length ? kept : null;
    if (redraw && view.run) draw();
  }

  function takePhases() {
    view.phases = model.get("phases") ?? [];
    view.phase = -1;
    const duration = playhead.get("duration_ms") || 1;
    bar.scrub.max = Math.round(duration);
    showPhases(bar, view.phases, duration, words, (index) => {
      moveTo(view.phases[index].start_ms);
      model.set("selected_phase", view.phases[index].key);
      model.save_changes();
    });
  }

  function draw() {
    if (!view.run) return;
    const t = playhead.get("time_ms");
    drawAt(view, t);
    report(view);
    const shown = Math.round(t);
    if (shown !== view.shownTime) {
      view.shownTime = shown;
      bar.scrub.value = shown;
      write(bar.time, words("value_time", { time: words.percent(shown) }));
      bar.scrub.setAttribute("aria-valuetext", words("value_time", { time: shown }));
    }
    let phase = view.phases.length - 1;
    while (phase > 0 && t < view.phases[phase].start_ms) phase -= 1;
    if (phase !== view.phase) showPhase(phase);
    if (!tip.hidden) showTip(view);
    clearTimeout(view.describing);
    if (!playhead.get("playing")) view.describing = setTimeout(describe, SETTLED_MS);
  }

  function showPhase(index) {
    view.phase = index;
    for (const button of bar.phases.children) button.setAttribute("aria-current", Number(button.dataset.phase) === index ? "step" : "false");
    write(caption, view.phases[index]?.caption ?? "");
    svg.dataset.phase = view.phases[index]?.key ?? "";
  }

  function describe() {
    if (!view.run || playhead.get("playing")) return;
    write(description, sceneSentences(view));
    namePartsNow(view);
    speakSoon();
  }

  // A screen reader hears at most one sentence every two seconds, and the last one always.
  function speakSoon() {
    clearTimeout(view.speaking);
    const wait = Math.max(0, (view.spokenAt ?? -Infinity) + QUIET_MS - performance.now());
    view.speaking = setTimeout(() => {
      if (playhead.get("playing") || spoken.textContent === description.textContent) return;
      view.spokenAt = performance.now();
      spoken.textContent = description.textContent;
    }, wait);
  }

  function moveTo(time) {
    if (playhead.get("playing")) playhead.set("playing", false);
    playhead.set("time_ms", Math.max(0, Math.min(playhead.get("duration_ms"), time)));
    playhead.save_changes();
    describe();
  }

  function followPlaying() {
    const playing = playhead.get("playing");
    shell.classList.toggle("sarcomere-playing", playing);
    showPlaying(bar, playing, words);
    describe();
  }

  function followSpeed() {
    view.slowDown = playhead.get("pace");
    bar.slowSelect.value = playhead.get("slow_down");
    write(speed, words("slow_down_now", { factor: view.slowDown }));
    draw();
  }

  const toggle = () => playhead.set("playing", !playhead.get("playing"));
  const step = (by) => moveTo(Math.round(playhead.get("time_ms")) + by);
  const toggleLabels = () => {
    const on = svg.dataset.labels !== "on";
    svg.dataset.labels = on ? "on" : "off";
    bar.labels.setAttribute("aria-pressed", on);
  };
  const toggleKeys = (hidden = !bar.keyList.hidden) => {
    bar.keyList.hidden = hidden;
    bar.keys.setAttribute("aria-expanded", !bar.keyList.hidden);
  };
  listen(bar.play, "click", toggle);
  listen(bar.back, "click", () => step(-1));
  listen(bar.forward, "click", () => step(1));
  listen(bar.labels, "click", toggleLabels);
  listen(bar.keys, "click", () => toggleKeys());
  listen(bar.scrub, "input", () => {
    if (playhead.get("playing")) playhead.set("playing", false);
    playhead.set("time_ms", Number(bar.scrub.value));
  });
  listen(bar.scrub, "change", () => moveTo(Number(bar.scrub.value)));
  listen(bar.slowSelect, "change", () => {
    playhead.set("slow_down", Number(bar.slowSelect.value));
    playhead.save_changes();
  });
  listenToKeys(shell, listen, view, { toggle, step, toggleLabels, toggleKeys: () => toggleKeys(), closeKeys: () => toggleKeys(true) });
  listenToParts(view, listen, (name) => {
    model.set("selected_part", name);
    model.save_changes();
  });
  listen(calm, "change", () => {
    view.still = calm.matches;
    draw();
  });

  const follow = [[playhead, "change:time_ms", draw], [playhead, "change:playing", followPlaying], [playhead, "change:slow_down", followSpeed], [playhead, "change:pace", followSpeed],
    [playhead, "change:duration_ms", () => (takePhases(), draw())], [model, "change:run", takeRun], [model, "change:phases", () => (takePhases(), draw())], [model, "change:kept_force", () => takeKept()]];
  for (const [source, event, handler] of follow) source.on(event, handler);
  const sizes = new ResizeObserver(() => {
    const before = view.layout;
    useLayout();
    if (before !== view.layout) takeRun();
  });
  useLayout();
  takeRun();
  followSpeed();
  followPlaying();
  sizes.observe(shell);

  const clean = () => {
    stopped.abort();
    clearTimeout(view.speaking);
    clearTimeout(view.describing);
    sizes.disconnect();
    for (const [source, event, handler] of follow) source.off(event, handler);
    shell.remove();
  };
  signal?.addEventListener("abort", clean, { once: true });
  return clean;
}

export { countOf, headAt, headHistory, layoutFor, prepareHistories, prepareRun, rankHistory, scaleUnit, signalAt, stateAt, switchAt };
export default { render };
