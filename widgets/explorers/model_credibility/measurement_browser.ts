// Filters, the chart of what they leave, and below or beside it a list to choose from and the card of the chosen one.

import { element } from "../../browser/page_elements.ts";
import { ask, DRAWN, type Place, part, uniqueId } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { type RecordModel, recordOf, setValues } from "../frame/record_model.ts";
import { undoButtons } from "../frame/undo_buttons.ts";
import { isThere, measurementCard } from "./measurement_card.ts";
import type { Choice, MeasurementBrowserQuestions, MeasurementBrowserTraits } from "./protocol.ts";

// The id that lies some steps further along a list, round its end.
export function idBeside(ids: readonly string[], chosen: string, by: number): string | undefined {
  return ids[(ids.indexOf(chosen) + by + ids.length) % ids.length];
}

class BrowserView {
  private readonly place: Place<MeasurementBrowserTraits>;
  private readonly record: RecordModel;
  private readonly speak: Speak;
  private readonly filters = new Map<string, HTMLSelectElement>();
  private readonly counted = element("p", { className: "browser-counted", role: "status" });
  private readonly select = element("select", { id: uniqueId("measurement") });
  private readonly card = element("article", { className: "measurement-card", ariaLive: "polite" });
  readonly curve = element("div", { className: "card-curve" });
  readonly chart = element("div", { className: "place part-chart" });
  private readonly again: HTMLButtonElement;
  private readonly ran = element("p", { className: "card-ran" });
  // What was chosen here; anything else was chosen elsewhere on the page.
  private ownChoice: string;

  constructor(place: Place<MeasurementBrowserTraits>, record: RecordModel) {
    const { model, el } = place;
    this.place = place;
    this.record = record;
    this.speak = speaker(model.get("words"), spokenAround(el));
    this.ownChoice = this.chosen;
    this.select.dataset.choice = "measurement";
    this.select.addEventListener("change", () => this.choose(this.select.value));
    this.again = element("button", {
      type: "button",
      className: "quiet-button",
      textContent: this.speak("browse_again"),
    });
    this.again.addEventListener("click", () => {
      this.ran.textContent = this.speak("browse_running");
      ask<MeasurementBrowserQuestions>(model, "run_again");
    });
    const row = [
      this.stepButton("‹", -1, this.speak("browse_previous")),
      this.select,
      this.stepButton("›", 1, this.speak("browse_next")),
    ];
    el.classList.add("measurement-browser");
    el.append(
      element("div", { className: "browser-filters" }, [
        this.filter("relation", model.get("relations")),
        this.filter("topic", model.get("topics")),
      ]),
      element("div", { className: "browser-tools short-undo" }, [this.counted, undoButtons(record, place.follow)]),
      this.chart,
      element("div", { className: "browser-story" }, [
        element("div", { className: "browser-choice" }, [
          element("label", { htmlFor: this.select.id, textContent: this.speak("browse_choose") }),
          element("div", { className: "browser-row" }, row),
        ]),
        this.card,
        this.curve,
      ]),
    );
  }

  showList(): void {
    const { model } = this.place;
    this.counted.textContent = model.get("counted");
    this.select.replaceChildren(
      ...model.get("measurements").map(({ id, label }) => element("option", { value: id, textContent: label })),
    );
    this.follow();
  }

  showCard(): void {
    const card = this.place.model.get("card");
    this.card.hidden = !isThere(card);
    if (!isThere(card)) return;
    const hadFocus = this.again === document.activeElement;
    this.ran.textContent = card.ran;
    this.card.replaceChildren(...measurementCard(card, this.speak, this.again, this.ran));
    if (hadFocus) this.again.focus();
  }

  follow(): void {
    const values = this.record.get("values");
    for (const [name, select] of this.filters) select.value = String(values[name]);
    this.select.value = this.chosen;
    if (this.chosen === this.ownChoice) this.bringRowIntoView();
    else this.reveal();
    this.ownChoice = this.chosen;
  }

  // The chart scrolls in its box: its drawing can be reached by keys, and its row of the chosen one is seen.
  watchChart(): void {
    const { stage } = this;
    if (stage) Object.assign(stage, { tabIndex: 0, role: "group", ariaLabel: this.speak("browse_chart") });
    this.bringRowIntoView();
  }

  private get chosen(): string {
    return String(this.record.get("values").measurement);
  }

  private filter(name: string, choices: readonly Choice[]): HTMLElement {
    const options = choices.map(({ value, label }) => element("option", { value, textContent: label }));
    const select = element("select", { id: uniqueId(name) }, options);
    select.dataset.filter = name;
    select.addEventListener("change", () => setValues(this.record, { [name]: select.value }));
    this.filters.set(name, select);
    const named = element("label", { htmlFor: select.id, textContent: this.speak(`browse_${name}`) });
    return element("div", { className: "browser-filter" }, [named, select]);
  }

  private stepButton(sign: string, by: number, name: string): HTMLButtonElement {
    const button = element("button", { type: "button", className: "step-button", textContent: sign, ariaLabel: name });
    button.addEventListener("click", () => {
      const ids = this.place.model.get("measurements").map(({ id }) => id);
      const next = idBeside(ids, this.chosen, by);
      if (next !== undefined) this.choose(next);
    });
    return button;
  }

  private choose(id: string): void {
    this.ownChoice = id;
    setValues(this.record, { measurement: id });
  }

  private get stage(): HTMLElement | null {
    return this.chart.querySelector(".figure-stage");
  }

  private bringRowIntoView(): void {
    const { stage } = this;
    const ids = this.place.model.get("measurements").map(({ id }) => id);
    const row = ids.indexOf(this.chosen);
    if (!stage || row < 0) return;
    stage.scrollTop = (stage.scrollHeight * (row + 0.5)) / ids.length - stage.clientHeight / 2;
  }

  // Picked in the chart: the story below comes into view where it is not, and the row stays where it was pressed as far as
  // that goes.
  private reveal(): void {
    const title = this.card.querySelector("h3") ?? this.card;
    const { top, bottom } = title.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    title.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "nearest" });
  }
}

export default part<MeasurementBrowserTraits>(async (place) => {
  const record = await recordOf(place);
  const view = new BrowserView(place, record);
  place.follow(place.model, "change:measurements change:counted", () => view.showList());
  place.follow(place.model, "change:card", () => view.showCard());
  place.follow(record, "change:values", () => view.follow());
  view.showList();
  view.showCard();
  // The page waits for this part as a whole, not for what stands in it.
  for (const slot of [view.curve, view.chart]) slot.addEventListener(DRAWN, (event) => event.stopPropagation());
  const [curve, chart] = await Promise.all(
    [place.model.get("curve"), place.model.get("chart")].map((reference) => place.host.getWidget(String(reference))),
  );
  await curve?.render({ el: view.curve, signal: place.signal });
  await chart?.render({ el: view.chart, signal: place.signal });
  view.watchChart();
});
