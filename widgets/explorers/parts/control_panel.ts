// The controls of a panel, with the levels of what is on show, ready set-ups, and what is done with all of them together.

import { element } from "../../browser/page_elements.ts";
import { ask, type Place, part, tell, uniqueId } from "../../browser/part.ts";
import { followPrinting } from "../../browser/printing.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { presetList } from "../frame/preset_list.ts";
import { askRecord, type RecordModel, recordOf, setApart, setValues } from "../frame/record_model.ts";
import { undoButtons } from "../frame/undo_buttons.ts";
import { controlOf } from "./control_scale.ts";
import { ControlView } from "./control_view.ts";
import { paperSettings } from "./paper_settings.ts";
import type { ControlPanelQuestions, ControlPanelTraits } from "./protocol.ts";

type PanelPlace = Place<ControlPanelTraits>;

const NARROW_PX = 700;
// The ready set-ups whose signals can be sent at the level "see": what the page opens on, and what to try next.
const SENT_AT_ONCE = ["short_burst", "single_signal"];

class PanelView {
  private readonly place: PanelPlace;
  private readonly record: RecordModel;
  private readonly speak: Speak;
  private readonly views: readonly ControlView[];
  private readonly levels: readonly HTMLInputElement[];
  private readonly groups: readonly HTMLDetailsElement[];
  private readonly drop: HTMLButtonElement;
  private readonly onPaper = element("div", { className: "paper-settings paper-only" });

  constructor(place: PanelPlace, record: RecordModel) {
    const { model, el } = place;
    this.place = place;
    this.record = record;
    this.speak = speaker(model.get("words"), spokenAround(el));
    const context = {
      words: model.get("words"),
      sources: model.get("sources"),
      set: (name: string, value: number | boolean | string) => setValues(record, { [name]: value }),
      setTyped: (name: string, value: number) => setApart(record, name, value),
    };
    this.views = model.get("controls").map((control) => new ControlView(controlOf(control), context, el));
    this.levels = record.get("levels").length > 1 ? this.levelInputs() : [];
    this.groups = this.groupBoxes();
    this.drop = this.button("drop");
    el.classList.add("control-panel");
    el.append(
      ...(this.levels.length > 0 ? [this.levelTabs(), movedUp(this.seeBox())] : []),
      ...this.toolbar(),
      element("div", { className: "control-groups" }, this.groups),
      this.onPaper,
    );
  }

  // Written for paper alone.
  writeSettings(): void {
    const { model, el } = this.place;
    const panel = {
      controls: this.views.map(({ control }) => control),
      presets: model.get("presets"),
      values: this.record.get("values"),
      showsAll: this.levels.length === 0 || this.record.get("level") === "all",
    };
    this.onPaper.replaceChildren(...paperSettings(panel, { speak: this.speak, ...spokenAround(el) }));
  }

  show(): void {
    const [values, faults, blocked] = [
      this.record.get("values"),
      this.record.get("faults"),
      this.record.get("blocked"),
    ];
    for (const view of this.views) {
      const { name } = view.control;
      view.show(values[name], faults[name], blocked[name]);
    }
    const kept = this.record.get("kept");
    this.drop.hidden = !this.views.some(({ control }) => control.name in kept);
  }

  showLevel(): void {
    const level = this.record.get("level");
    this.place.el.dataset.level = level;
    for (const input of this.levels) input.checked = input.value === level;
    // A group that somebody folded away must not hide the three sliders of "Try it".
    if (level === "try") for (const box of this.groups) box.open ||= !box.dataset.level;
  }

  // A new set-up also takes away typed texts that were never used.
  private forgetTyped(): void {
    for (const view of this.views) view.forgetTyped();
    this.show();
  }

  private button(key: "keep" | "drop" | "reset"): HTMLButtonElement {
    const node = element("button", { type: "button", className: "quiet-button", textContent: this.speak(key) });
    node.dataset.action = key;
    node.addEventListener("click", () => {
      if (key === "reset") this.forgetTyped();
      askRecord(this.record, key, { panel: this.place.model.get("name") });
    });
    return node;
  }

  private levelInputs(): HTMLInputElement[] {
    const name = uniqueId("level");
    return this.record.get("levels").map((level) => {
      const input = element("input", { type: "radio", name, value: level });
      input.addEventListener("change", () => tell(this.record, "level", level));
      return input;
    });
  }

  private levelTabs(): HTMLElement {
    const choices = this.levels.map((input) =>
      element("label", {}, [input, element("span", { textContent: this.speak(`level_${input.value}`) })]),
    );
    const legend = element("legend", { className: "visually-hidden", textContent: this.speak("levels") });
    return element("fieldset", { className: "level-tabs" }, [legend, ...choices]);
  }

  private seeBox(): HTMLElement {
    const sends = SENT_AT_ONCE.map((preset) => {
      const send = element("button", {
        type: "button",
        className: "main-button",
        textContent: this.speak(`send_${preset}`),
      });
      send.dataset.action = `send_${preset}`;
      send.addEventListener("click", () => ask<ControlPanelQuestions>(this.place.model, "send", { preset }));
      return send;
    });
    const hint = element("p", { textContent: this.speak("see_hint") });
    const box = element("div", { className: "see-box" }, [element("div", { className: "see-sends" }, sends), hint]);
    // On show at one of the levels only.
    box.dataset.fold = "";
    return box;
  }

  // With the reason for the chosen set-up below it.
  private toolbar(): HTMLElement[] {
    const { list, why } = presetList(this.record, this.place.follow, {
      presets: this.place.model.get("presets"),
      none: this.speak("preset_choose"),
      chosen: (preset) => {
        if (!preset) return;
        this.forgetTyped();
        askRecord(this.record, "preset", { preset, panel: this.place.model.get("name") });
      },
    });
    list.dataset.control = "preset";
    why.className = "preset-why";
    const named = element("label", { htmlFor: list.id, textContent: this.speak("preset") });
    const hasPresets = this.place.model.get("presets").length > 0;
    const bar = element("div", { className: "control-toolbar" }, [
      ...(hasPresets ? [element("div", { className: "preset-choice" }, [named, list])] : []),
      ...(this.place.model.get("keeps") ? [this.button("keep"), this.drop] : []),
      this.button("reset"),
      undoButtons(this.record, this.place.follow),
    ]);
    return [bar, why];
  }

  private groupBoxes(): HTMLDetailsElement[] {
    return this.place.model.get("groups").map(({ key, label }) => {
      const views = this.views.filter(({ control }) => control.group === key);
      const usual = views.some(({ control }) => control.level === "try");
      const box = element("details", { className: "control-group", open: usual }, [
        element("summary", { textContent: label }),
        ...views.map(({ el }) => el),
      ]);
      if (!usual) box.dataset.level = "all";
      return box;
    });
  }
}

// In a narrow column the picture that answers stands below the button: pressed, it goes up so far that both are seen.
function movedUp(box: HTMLElement): HTMLElement {
  box.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button || (box.closest(".explainer")?.clientWidth ?? 0) >= NARROW_PX) return;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    button.scrollIntoView({ block: "start", behavior: isCalm ? "auto" : "smooth" });
  });
  return box;
}

export default part<ControlPanelTraits>(async (place) => {
  const record = await recordOf(place);
  const view = new PanelView(place, record);
  place.follow(record, "change:values change:faults change:blocked change:kept", () => view.show());
  place.follow(record, "change:level", () => view.showLevel());
  followPrinting((begins) => begins && view.writeSettings(), place.signal);
  view.show();
  view.showLevel();
});
