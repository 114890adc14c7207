// Wiring: one view = one picture of the run at the playhead's time, and the controls that move the playhead.

import { element } from "../browser/page_elements.ts";
import { type Model, type Place, part, tell } from "../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../browser/words.ts";
import { ClockHand } from "./clock_hand.ts";
import { DrawingQueue } from "./drawing_queue.ts";
import { Heading } from "./heading.ts";
import type { Layout } from "./layouts.ts";
import type { Moment } from "./moment.ts";
import { Narrator } from "./narrator.ts";
import { Player } from "./player.ts";
import type { PhaseJson, PlayheadTraits, SarcomereViewTraits } from "./protocol.ts";
import { listenToKeys, listenToParts } from "./reaching.ts";
import { IncompleteRunError } from "./run.ts";
import { ShownRun } from "./shown_run.ts";
import { Sight } from "./sight.ts";
import { Stage } from "./stage.ts";
import { write } from "./text.ts";
import { Tip } from "./tip.ts";
import { type PartName, paceWords, partSentence, sceneSentences, twoDigits } from "./words.ts";

const MICRO_IN_MILLI = 1000;

class SarcomereView {
  readonly #model: Model<SarcomereViewTraits>;
  readonly #clock: Model<PlayheadTraits>;
  readonly #hand: ClockHand;
  readonly #signal: AbortSignal;
  readonly #say: Speak;
  readonly #tellDrawn: () => void;
  readonly #shell = element("div", { className: "sarcomere" });
  readonly #heading = new Heading();
  readonly #picture = element("div", { className: "sarcomere-picture" });
  readonly #tip = new Tip(this.#picture);
  readonly #player: Player;
  // How much a sign of magnesium stands for beside one of calcium.
  readonly #scales = element("span");
  readonly #narrator = new Narrator(() => this.#sentencesOfNow());
  readonly #queue: DrawingQueue;
  readonly #sight: Sight;
  // The run on show, or null where it cannot be drawn.
  #shown: ShownRun | null = null;
  // How often a run has come, and which of them is on show: only the last one before a drawing is taken.
  #come = 1;
  #taken = 0;
  #phase: PhaseJson | null = null;

  // Tells when the first run is drawn, or cannot be.
  constructor(
    { model, el, signal, follow }: Place<SarcomereViewTraits>,
    clock: Model<PlayheadTraits>,
    tellDrawn: () => void,
  ) {
    this.#model = model;
    this.#clock = clock;
    this.#hand = new ClockHand(clock);
    this.#signal = signal;
    this.#say = speaker(model.get("words"), spokenAround(el));
    this.#tellDrawn = tellDrawn;
    const isTicking = () => clock.get("playing");
    this.#queue = new DrawingQueue(() => this.#draw(), isTicking);
    this.#player = this.#newPlayer();
    this.#build(el);
    const acts = {
      stageFor: (layout: Layout) => this.#newStage(layout),
      relaid: () => this.#relaid(),
      repaint: () => this.#repaint(),
    };
    this.#sight = new Sight(this.#shell, this.#picture, acts, signal);
    follow(model, "change:run change:phases change:kept_force", () => this.#takeChange());
    follow(clock, "change:duration_ms", () => this.#takeChange());
    follow(clock, "change:time_ms", () => (isTicking() ? this.#queue.now() : this.#queue.ask()));
    follow(clock, "change:pace change:slow_down", () => this.#followSpeed());
    follow(clock, "change:playing", () => this.#followPlaying());
    signal.addEventListener("abort", () => this.#close(), { once: true });
  }

  open(): void {
    this.#followSpeed();
    this.#followPlaying();
    this.#queue.now();
    this.#narrator.tell();
  }

  #newPlayer(): Player {
    const hand = this.#hand;
    return new Player(this.#say, this.#clock.get("slow_downs"), {
      toggle: () => hand.toggle(),
      scrub: (time) => hand.scrub(time),
      moveTo: (time) => this.#moved(() => hand.moveTo(time)),
      step: (by) => this.#moved(() => hand.step(by)),
      jump: (phase) => this.#jump(phase),
      chooseSlowDown: (factor) => hand.chooseSlowDown(factor),
      toggleLabels: () => this.#toggleLabels(),
    });
  }

  #build(el: HTMLElement): void {
    this.#shell.dataset.lmSuppressShortcuts = "true";
    this.#shell.append(
      ...this.#heading.elements,
      this.#picture,
      this.#player.element,
      element("p", { className: "sarcomere-notice" }, [this.#say("notice"), " ", this.#scales]),
      this.#narrator.description,
      this.#narrator.spoken,
    );
    el.append(this.#shell);
    const acts = {
      toggle: () => this.#hand.toggle(),
      step: (by: number) => this.#moved(() => this.#hand.step(by)),
      walk: (by: number) => this.#sight.stage.parts.walk(by),
      toggleLabels: () => this.#toggleLabels(),
      toggleKeys: () => this.#player.toggleKeys(),
      dismiss: () => (this.#tip.part ? this.#tip.hide() : this.#player.toggleKeys(true)),
    };
    listenToKeys(this.#shell, acts, this.#signal);
  }

  #newStage(layout: Layout): Stage {
    const stage = new Stage(layout, this.#shell, this.#say);
    this.#shell.classList.toggle("sarcomere-half", layout.name === "half");
    this.#picture.replaceChildren(stage.element, this.#tip.element);
    const reaching = {
      parts: () => stage.parts,
      tip: this.#tip,
      sentence: (name: PartName) => this.#sentenceOf(name),
      select: (name: PartName | "") => this.#select(name),
    };
    listenToParts(stage.element, reaching, this.#signal);
    return stage;
  }

  #relaid(): void {
    this.#shown?.useLayout(this.#sight.stage.layout);
    this.#showScales();
    this.#queue.now();
    this.#narrator.tell();
  }

  #takeChange(): void {
    this.#come += 1;
    this.#queue.ask();
  }

  // The run on show; another one that has come is taken first.
  #shownNow(): ShownRun | null {
    if (this.#taken !== this.#come) {
      this.#taken = this.#come;
      this.#shown = this.#takeRun();
      if (this.#shown) this.#showRun(this.#shown);
    }
    return this.#shown;
  }

  #takeRun(): ShownRun | null {
    try {
      const run = new ShownRun(this.#model.get("run"), this.#model.get("kept_force"), this.#sight.stage.layout);
      this.#tellFault(null);
      return run;
    } catch (error) {
      if (!(error instanceof IncompleteRunError)) throw error;
      this.#tellFault(error);
      return null;
    }
  }

  // What stays as it is until another run comes.
  #showRun({ run }: ShownRun): void {
    this.#phase = null;
    this.#player.showPhases(this.#model.get("phases"), this.#clock.get("duration_ms"));
    this.#shell.classList.toggle("sarcomere-waiting", !run);
    if (!run) this.#heading.showCaption(this.#say("waiting"));
    this.#showScales();
  }

  #tellFault(error: IncompleteRunError | null): void {
    if (error) reportError(error);
    this.#heading.showFault(error ? this.#say("run_incomplete", { missing: error.missing }) : "");
    if (error) this.#tellDrawn();
  }

  #showScales(): void {
    if (!this.#shown?.run) return;
    const { units } = this.#shown.run;
    this.#sight.stage.showScales(units);
    const times = twoDigits((MICRO_IN_MILLI * units.magnesium_mM) / units.calcium_uM);
    write(this.#scales, this.#say("notice_scales", { times }));
  }

  // The moment that the playhead stands at, or null while there is no run.
  #momentNow(): Moment | null {
    const shown = this.#shownNow();
    return shown?.run ? shown.momentAt(this.#clock.get("time_ms"), this.#clock.get("pace")) : null;
  }

  // Shows the moment of now: painted where it can be seen, told in any case.
  #draw(): void {
    const shown = this.#shownNow();
    if (!shown) return;
    const time = this.#clock.get("time_ms");
    const moment = shown.momentAt(time, this.#clock.get("pace"));
    this.#paint(shown, moment);
    if (!shown.run) return;
    this.#sight.stage.tell(moment, shown.keptForceAt(time));
    this.#player.showTime(time);
    this.#showPhase(time);
    this.#refreshTip(moment);
    if (!this.#clock.get("playing")) this.#narrator.tellSoon();
    this.#tellDrawn();
  }

  #repaint(): void {
    const shown = this.#shownNow();
    if (shown) this.#paint(shown, shown.momentAt(this.#clock.get("time_ms"), this.#clock.get("pace")));
  }

  #paint(shown: ShownRun, moment: Moment): void {
    if (!this.#sight.isPainted) return;
    const moving = this.#clock.get("playing");
    this.#sight.stage.paint(shown, moment, {
      still: this.#sight.still,
      moving,
      keptForce: shown.keptForceAt(moment.state.time_ms),
    });
  }

  #showPhase(time: number): void {
    const phases = this.#model.get("phases");
    const index = Math.max(
      0,
      phases.findLastIndex(({ start_ms }) => start_ms <= time),
    );
    const phase = phases[index] ?? null;
    if (phase === this.#phase && phase) return;
    this.#phase = phase;
    this.#player.markPhase(index);
    this.#heading.showCaption(phase?.caption ?? "");
    if (phase && this.#clock.get("playing")) this.#narrator.speak(phase.caption);
    this.#sight.stage.drawing.dataset.phase = phase?.key ?? "";
  }

  #sentenceOf(name: PartName): string | null {
    const moment = this.#momentNow();
    return moment && partSentence(name, moment, this.#say);
  }

  #sentencesOfNow(): string | null {
    if (this.#clock.get("playing")) return null;
    const moment = this.#momentNow();
    if (!moment) return null;
    this.#sight.stage.parts.nameNow((name) => partSentence(name, moment, this.#say));
    return sceneSentences(moment, this.#say);
  }

  #refreshTip(moment: Moment): void {
    const name = this.#tip.part?.dataset.part;
    if (name) this.#tip.write(partSentence(name as PartName, moment, this.#say));
  }

  #moved(move: () => void): void {
    move();
    this.#narrator.tell();
  }

  #jump(phase: PhaseJson): void {
    this.#moved(() => this.#hand.moveTo(phase.typical_ms));
    tell(this.#model, "selected_phase", phase.key);
  }

  #select(name: PartName | ""): void {
    tell(this.#model, "selected_part", name);
    this.#clock.set("emphasised_trace", this.#model.get("trace_of_part")[name] ?? "");
  }

  #toggleLabels(): void {
    this.#player.showLabels(this.#sight.stage.toggleLabels());
  }

  #followSpeed(): void {
    this.#player.showSlowDown(this.#clock.get("slow_down"));
    this.#heading.showSpeed(paceWords("pace", this.#clock.get("pace"), this.#say));
    this.#queue.ask();
  }

  #followPlaying(): void {
    const playing = this.#clock.get("playing");
    this.#shell.classList.toggle("sarcomere-playing", playing);
    this.#player.showPlaying(playing);
    this.#queue.ask();
  }

  #close(): void {
    this.#queue.stop();
    this.#narrator.stop();
    this.#shell.remove();
  }
}

async function draw(place: Place<SarcomereViewTraits>): Promise<void> {
  const clock = await place.host.getModel<PlayheadTraits>(place.model.get("playhead"));
  if (place.signal.aborted) return;
  await new Promise<void>((tellDrawn) => new SarcomereView(place, clock, tellDrawn).open());
}

export default part(draw);
