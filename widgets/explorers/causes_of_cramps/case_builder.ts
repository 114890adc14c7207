// What is so for a person: boxes to tick, one slider, ready cases; and beside them what that brings into play.

import { isUnitSymbol, showNumber, withUnit } from "../../browser/numbers.ts";
import { element, languageAround, untranslated } from "../../browser/page_elements.ts";
import { type Place, part, uniqueId } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { type PresetList, presetList } from "../frame/preset_list.ts";
import { askRecord, call, type RecordModel, recordOf, setValues, type Value } from "../frame/record_model.ts";
import { undoButtons } from "../frame/undo_buttons.ts";
import { followNarrow } from "../parts/narrow_column.ts";
import { CaseNotes } from "./case_found.ts";
import type { CaseBuilderTraits, CaseControl } from "./protocol.ts";

type ShowValue = (value: Value | undefined) => void;

class CaseView {
  private readonly place: Place<CaseBuilderTraits>;
  private readonly record: RecordModel;
  private readonly speak: Speak;
  private readonly shows = new Map<string, ShowValue>();
  private readonly cases: PresetList;
  private readonly notes: CaseNotes;
  private readonly counted = element("p", { role: "status" });
  private readonly named = element("p", { className: "case-names", ariaHidden: "true" });
  private readonly found = element("section", { className: "case-found" });

  constructor(place: Place<CaseBuilderTraits>, record: RecordModel) {
    const { model, el } = place;
    this.place = place;
    this.record = record;
    this.speak = speaker(model.get("words"), spokenAround(el));
    this.notes = new CaseNotes(this.speak, (id) => call(this.record, "causes", id));
    this.cases = this.caseList();
    const groups = model
      .get("groups")
      .map(({ label, controls }) =>
        element("fieldset", { className: "case-group" }, [
          element("legend", { textContent: label }),
          ...controls.map((control) => (control.unit ? this.number(control) : this.box(control))),
        ]),
      );
    el.classList.add("case-builder");
    // The answer stands first, and on a phone stays in view while boxes are ticked: how many causes, and their names.
    const answer = element("div", { className: "case-counted", tabIndex: 0 }, [this.counted, this.named]);
    answer.dataset.live = "";
    el.append(answer, element("div", { className: "case-so" }, [this.toolbar(), ...groups]), this.found);
    followNarrow(el, place.signal, (narrow) => this.notes.setNarrow(narrow));
  }

  show(): void {
    const found = this.place.model.get("found");
    this.counted.textContent = found.counted;
    this.named.textContent = found.names;
    this.found.replaceChildren(...this.notes.found(found));
  }

  follow(): void {
    const values = this.record.get("values");
    for (const [name, show] of this.shows) show(values[name]);
    // The page opens with one, and a step back may lead to one.
    this.cases.showChosen();
  }

  private caseList(): PresetList {
    const panel = this.place.model.get("name");
    const cases = presetList(this.record, this.place.follow, {
      presets: this.place.model.get("presets"),
      none: this.speak("case_examples_none"),
      chosen: (preset) => {
        if (preset) askRecord(this.record, "preset", { preset, panel });
        else this.clear();
      },
    });
    cases.list.dataset.choice = "case";
    cases.why.className = "case-why";
    return cases;
  }

  private toolbar(): HTMLElement {
    const { speak } = this;
    const { list, why } = this.cases;
    const clear = element("button", { type: "button", className: "quiet-button", textContent: speak("case_clear") });
    clear.addEventListener("click", () => this.clear());
    const named = element("label", { htmlFor: list.id, textContent: speak("case_examples") });
    return element("div", { className: "case-toolbar short-undo" }, [
      element("div", { className: "case-examples" }, [named, list]),
      clear,
      undoButtons(this.record, this.place.follow),
      why,
    ]);
  }

  private clear(): void {
    setValues(this.record, this.place.model.get("nothing"));
  }

  private set(name: string, value: Value): void {
    setValues(this.record, { [name]: value });
  }

  private box({ name, label, help }: CaseControl): HTMLElement {
    const about = helpText(help);
    const input = element("input", { type: "checkbox" });
    input.dataset.control = name;
    input.setAttribute("aria-describedby", about.id);
    input.addEventListener("change", () => this.set(name, input.checked));
    this.shows.set(name, (value) => {
      input.checked = value === true;
    });
    const text = element("span", {}, [element("span", { className: "case-label", textContent: label }), about]);
    return element("label", { className: "case-box" }, [input, text]);
  }

  private number({ name, label, help, unit, minimum, maximum, step }: CaseControl): HTMLElement {
    const about = helpText(help);
    const input = element("input", {
      type: "range",
      id: uniqueId(name),
      min: String(minimum),
      max: String(maximum),
      step: String(step),
    });
    input.dataset.control = name;
    input.setAttribute("aria-describedby", about.id);
    input.addEventListener("input", () => this.set(name, Number(input.value)));
    const said = element("output", { className: "case-value" });
    said.setAttribute("for", input.id);
    if (isUnitSymbol(unit)) untranslated(said);
    this.shows.set(name, (value) => {
      input.value = String(value);
      said.textContent = withUnit(showNumber(Number(value), languageAround(this.place.el)), unit);
      input.setAttribute("aria-valuetext", said.textContent);
    });
    const named = element("label", { htmlFor: input.id, textContent: label });
    return element("div", { className: "case-number" }, [
      element("div", { className: "case-number-head" }, [named, said]),
      input,
      about,
    ]);
  }
}

function helpText(help: string): HTMLElement {
  return element("span", { className: "case-help", id: uniqueId("help"), textContent: help });
}

export default part<CaseBuilderTraits>(async (place) => {
  const record = await recordOf(place);
  const view = new CaseView(place, record);
  place.follow(place.model, "change:found", () => view.show());
  place.follow(record, "change:values", () => view.follow());
  view.follow();
  view.show();
});
