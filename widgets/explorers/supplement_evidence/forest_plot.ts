// A forest plot: the way of pooling and filters, then the trials as a table with a mark in each row.

import { element, save } from "../../browser/page_elements.ts";
import { ask, hear, type Place, part } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { askRecord, type RecordModel, recordOf, setValues } from "../frame/record_model.ts";
import { undoButtons } from "../frame/undo_buttons.ts";
import { controlOf } from "../parts/control_scale.ts";
import { ControlView } from "../parts/control_view.ts";
import { followNarrow } from "../parts/narrow_column.ts";
import { axisRow, summaryRow, trialRows } from "./forest_rows.ts";
import type { ForestPlotQuestions, ForestPlotTraits } from "./protocol.ts";

const HEADS = ["counts", "study", "magnesium", "placebo", "dose", "salt", "weeks", "bias", "mark", "effect", "weight"];

class ForestView {
  private readonly place: Place<ForestPlotTraits>;
  private readonly record: RecordModel;
  private readonly speak: Speak;
  private readonly controls: readonly ControlView[];
  private readonly open = new Set<string>();
  private readonly finding = element("h2", { className: "figure-finding" });
  private readonly description = element("p");
  private readonly caption = element("caption");
  private readonly trials = element("tbody", { className: "forest-trials" });
  private readonly summaries = element("tbody", { className: "forest-summaries" });
  private readonly nothing = element("p", { className: "forest-nothing" });
  private readonly notes = element("div", { className: "forest-notes" });

  constructor(place: Place<ForestPlotTraits>, record: RecordModel) {
    const { model, el, signal } = place;
    this.place = place;
    this.record = record;
    this.speak = speaker(model.get("words"), spokenAround(el));
    const context = {
      words: model.get("words"),
      sources: model.get("sources"),
      set: (name: string, value: number | boolean | string) => setValues(record, { [name]: value }),
      setTyped: (name: string, value: number) => setValues(record, { [name]: value }),
    };
    this.controls = model.get("controls").map((control) => new ControlView(controlOf(control), context, el));
    const [method, ...filters] = this.controls.map((control) => control.el);
    const chooser = element("details", { className: "forest-filters", open: true }, [
      element("summary", { textContent: this.speak("forest_filters") }),
      element("div", {}, filters),
    ]);
    const heads = HEADS.map((name) =>
      element("th", { scope: "col", textContent: this.speak(`forest_column_${name}`) }),
    );
    const table = element("table", {}, [
      this.caption,
      element("thead", {}, [element("tr", {}, heads)]),
      this.trials,
      this.summaries,
    ]);
    const inWords = element("details", { className: "figure-words" }, [
      element("summary", { textContent: this.speak("in_words") }),
      this.description,
    ]);
    el.classList.add("figure-panel", "forest-plot");
    el.append(
      this.finding,
      ...(method ? [method] : []),
      chooser,
      this.tools(),
      this.nothing,
      table,
      this.notes,
      inWords,
    );
    el.append(this.downloads());
    followNarrow(el, signal, (narrow) => {
      el.classList.toggle("in-lines", narrow);
      chooser.open = !narrow;
    });
  }

  follow(): void {
    const [values, faults] = [this.record.get("values"), this.record.get("faults")];
    for (const view of this.controls) view.show(values[view.control.name], faults[view.control.name], undefined);
  }

  show(): void {
    const { model } = this.place;
    const { caption, nothing, axis, trials, summaries } = model.get("forest");
    // The box that was pressed keeps the focus, though its row is written anew.
    const active = document.activeElement;
    const held = active instanceof HTMLElement && this.trials.contains(active) ? { ...active.dataset } : {};
    this.finding.textContent = model.get("finding");
    this.description.textContent = model.get("description");
    this.caption.textContent = caption;
    this.nothing.textContent = nothing;
    this.nothing.hidden = !nothing;
    this.trials.replaceChildren(
      ...trials.flatMap((trial) =>
        trialRows(trial, {
          axis,
          speak: this.speak,
          isOpen: this.open.has(trial.key),
          counts: (control, counts) => setValues(this.record, { [control]: !counts }),
          opened: (key, isOpen) => (isOpen ? this.open.add(key) : this.open.delete(key)),
        }),
      ),
    );
    this.summaries.replaceChildren(...summaries.map((summary) => summaryRow(summary, axis)), axisRow(axis));
    this.notes.replaceChildren(...model.get("notes").map((textContent) => element("p", { textContent })));
    for (const [name, value] of Object.entries(held)) {
      this.trials.querySelector<HTMLElement>(`[data-${name}="${value}"]`)?.focus({ preventScroll: true });
    }
  }

  private button(key: string, act: () => void): HTMLElement {
    const node = element("button", { type: "button", className: "quiet-button", textContent: this.speak(key) });
    node.addEventListener("click", act);
    return node;
  }

  private tools(): HTMLElement {
    const { model, follow } = this.place;
    return element("div", { className: "figure-tools forest-tools short-undo" }, [
      this.button("forest_everything", () => setValues(this.record, model.get("everything"))),
      this.button("reset", () => askRecord(this.record, "reset", { panel: model.get("panel") })),
      undoButtons(this.record, follow),
    ]);
  }

  private downloads(): HTMLElement {
    const { model } = this.place;
    const keep = (question: "csv" | "picture", type: string, ending: string) =>
      hear<ForestPlotQuestions>(this.place, question, (_, [file]) => {
        if (file) save(new Blob([file as DataView<ArrayBuffer>], { type }), `${model.get("file_name")}.${ending}`);
      });
    keep("csv", "text/csv", "csv");
    keep("picture", "image/svg+xml", "svg");
    return element("div", { className: "figure-tools" }, [
      this.button("download_csv", () => ask<ForestPlotQuestions>(model, "csv")),
      this.button("download_picture", () => ask<ForestPlotQuestions>(model, "picture")),
    ]);
  }
}

export default part<ForestPlotTraits>(async (place) => {
  const record = await recordOf(place);
  const view = new ForestView(place, record);
  place.follow(place.model, "change:forest change:finding change:description change:notes", () => view.show());
  place.follow(record, "change:values change:faults", () => view.follow());
  view.show();
  view.follow();
});
