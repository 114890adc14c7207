// The bar under the drawing: phases, time, play, steps, slow-down, labels, keys. Plain HTML controls.

import { element } from "../browser/page_elements.ts";
import type { Speak } from "../browser/words.ts";
import type { PhaseJson } from "./protocol.ts";
import { pathPicture } from "./svg.ts";
import { write } from "./text.ts";
import { paceWords, timeWords } from "./words.ts";

// What the controls do; times in milliseconds of the run.
export interface PlayerActs {
  readonly toggle: () => void;
  readonly step: (by: number) => void;
  readonly scrub: (time: number) => void;
  readonly moveTo: (time: number) => void;
  readonly jump: (phase: PhaseJson) => void;
  readonly chooseSlowDown: (factor: number) => void;
  readonly toggleLabels: () => void;
}

const ICONS = {
  play: "M7 4.5v15l12.5-7.5z",
  pause: "M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z",
  back: "M6 5h2.6v14H6zM19 5v14l-9.4-7z",
  forward: "M15.4 5H18v14h-2.6zM5 5v14l9.4-7z",
};
const KEYS = ["keys_play", "keys_step", "keys_slider", "keys_parts", "keys_labels", "keys_projector", "keys_list"];

const icon = (name: keyof typeof ICONS) => pathPicture("player-icon", "0 0 24 24", ICONS[name]);

function button(className: string, act: () => void, children: readonly (Node | string)[]): HTMLButtonElement {
  const node = element("button", { type: "button", className: `player-button ${className}` }, children);
  node.addEventListener("click", act);
  return node;
}

function group(className: string, name: string, children: readonly Node[] = []): HTMLDivElement {
  return element("div", { className, role: "group", ariaLabel: name }, children);
}

export class Player {
  readonly element: HTMLElement;
  readonly keysElement: HTMLElement;
  readonly #say: Speak;
  readonly #acts: PlayerActs;
  readonly #phases: HTMLDivElement;
  readonly #spans = element("div", { className: "phase-spans", ariaHidden: "true" });
  readonly #scrub: HTMLInputElement;
  readonly #play: HTMLButtonElement;
  readonly #playWords = element("span", { className: "player-play-words" });
  readonly #time = element("span", { className: "player-time-text" });
  readonly #slowDown = element("select");
  readonly #labels: HTMLButtonElement;
  readonly #keys: HTMLButtonElement;
  #phaseKeys = "";
  #shownTime: number | null = null;

  constructor(say: Speak, slowDowns: readonly number[], acts: PlayerActs) {
    this.#say = say;
    this.#acts = acts;
    this.#phases = group("phase-strip", say("phases_name"));
    this.#scrub = this.#buildScrub();
    this.#play = button("player-play", acts.toggle, [icon("play"), this.#playWords]);
    this.#play.setAttribute("aria-keyshortcuts", "Space");
    this.#labels = button("player-toggle", acts.toggleLabels, [say("labels_toggle")]);
    this.#keys = button("player-toggle", () => this.toggleKeys(), [say("keys_toggle")]);
    this.keysElement = element("div", { className: "sarcomere-keys", hidden: true }, [
      element("p", { className: "keys-title", textContent: say("keys_title") }),
      element(
        "ul",
        {},
        KEYS.map((key) => element("li", { textContent: say(key) })),
      ),
    ]);
    this.showLabels(true);
    this.toggleKeys(true);
    this.element = group("sarcomere-player", say("player_name"), [
      // Next to the drawing that it starts.
      this.#buildBar(slowDowns),
      element("div", { className: "scrub" }, [this.#spans, this.#scrub]),
      this.#phases,
      this.keysElement,
    ]);
  }

  #buildScrub(): HTMLInputElement {
    const scrub = element("input", { className: "scrub-slider", type: "range", min: "0", step: "1", value: "0" });
    scrub.ariaLabel = this.#say("scrub_name");
    scrub.addEventListener("input", () => this.#acts.scrub(Number(scrub.value)));
    scrub.addEventListener("change", () => this.#acts.moveTo(Number(scrub.value)));
    return scrub;
  }

  #buildBar(slowDowns: readonly number[]): HTMLDivElement {
    const say = this.#say;
    const step = (name: "back" | "forward", by: number) => {
      const node = button("player-step", () => this.#acts.step(by), [icon(name)]);
      node.ariaLabel = say(`step_${name}`);
      return node;
    };
    for (const factor of slowDowns) {
      const text = paceWords("pace_choice", factor, say);
      this.#slowDown.append(element("option", { value: String(factor), textContent: text }));
    }
    this.#slowDown.addEventListener("change", () => this.#acts.chooseSlowDown(Number(this.#slowDown.value)));
    const slow = element("label", { className: "player-slow" }, [
      element("span", { className: "player-slow-name", textContent: say("slow_down_name") }),
      this.#slowDown,
    ]);
    const steps = [step("back", -1), step("forward", 1)];
    return element("div", { className: "player-bar" }, [
      this.#play,
      ...steps,
      element("output", { className: "player-time" }, [this.#time]),
      slow,
      this.#labels,
      this.#keys,
    ]);
  }

  // PhaseJson buttons in reading order, and the same spans to scale behind the slider. Rebuilt only when other phases come.
  showPhases(phases: readonly PhaseJson[], duration_ms: number): void {
    const end = String(Math.round(duration_ms));
    if (this.#scrub.max !== end) this.#scrub.max = end;
    const keys = phases.map((phase) => phase.key).join(" ");
    if (keys !== this.#phaseKeys) this.#buildPhases(phases);
    this.#phaseKeys = keys;
    for (const [index, phase] of phases.entries()) this.#showSpan(index, phase, duration_ms || 1);
  }

  #buildPhases(phases: readonly PhaseJson[]): void {
    this.element.classList.toggle("without-phases", phases.length === 0);
    const buttons = phases.map(({ key }, index) => {
      const number = element("span", { className: "phase-number", textContent: String(index + 1) });
      const node = element("button", { type: "button", className: `phase phase-${key}` }, [
        number,
        element("span", { className: "phase-name" }),
      ]);
      node.dataset.key = key;
      return node;
    });
    this.#phases.replaceChildren(...buttons);
    this.#spans.replaceChildren(...phases.map(({ key }) => element("span", { className: `phase-span phase-${key}` })));
  }

  #showSpan(index: number, phase: PhaseJson, duration_ms: number): void {
    const say = this.#say;
    const node = this.#phases.children[index] as HTMLButtonElement;
    const span = this.#spans.children[index] as HTMLElement;
    const start = timeWords(phase.start_ms, say);
    const named = say(`phase_${phase.key}`);
    node.onclick = () => this.#acts.jump(phase);
    node.ariaLabel = say("phase_jump", { number: index + 1, caption: phase.caption, start });
    write(node.lastChild, named === `phase_${phase.key}` ? phase.caption : named);
    span.style.left = `${(100 * phase.start_ms) / duration_ms}%`;
    span.style.width = `${(100 * (phase.end_ms - phase.start_ms)) / duration_ms}%`;
  }

  markPhase(index: number): void {
    for (const [nth, node] of [...this.#phases.children].entries()) node.ariaCurrent = nth === index ? "step" : "false";
  }

  showTime(time: number): void {
    const shown = Math.round(time);
    if (shown === this.#shownTime) return;
    this.#shownTime = shown;
    const text = timeWords(shown, this.#say);
    this.#scrub.value = String(shown);
    this.#scrub.ariaValueText = text;
    write(this.#time, text);
  }

  showPlaying(playing: boolean): void {
    this.#play.firstElementChild?.replaceWith(icon(playing ? "pause" : "play"));
    write(this.#playWords, this.#say(playing ? "pause" : "play"));
    this.#play.dataset.playing = String(playing);
  }

  showSlowDown(factor: number): void {
    this.#slowDown.value = String(factor);
  }

  showLabels(on: boolean): void {
    this.#labels.ariaPressed = String(on);
  }

  toggleKeys(hidden = !this.keysElement.hidden): void {
    this.keysElement.hidden = hidden;
    this.#keys.ariaExpanded = String(!hidden);
  }
}
