// A list of constants that can be searched, and of the chosen one: its value, what moving it does, and all that is known.

import { element, link } from "../../browser/page_elements.ts";
import { DRAWN, type Place, part, uniqueId } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { type RecordModel, recordOf, setValues } from "../frame/record_model.ts";
import { undoButtons } from "../frame/undo_buttons.ts";
import type { Choice, ParameterBrowserTraits, ParameterEntry } from "./protocol.ts";

const BLANKS = /\s+/u;

// Whether every word that is typed is somewhere in the name or the meaning, and the kind is the one asked for.
export function isFound({ id, name, meaning, checked }: ParameterEntry, typed: string, kind: string): boolean {
  const text = `${id} ${name} ${meaning}`.toLowerCase();
  const isOfKind = kind === "all" || checked === kind;
  return isOfKind && wordsOf(typed).every((word) => text.includes(word));
}

function wordsOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(BLANKS)
    .filter((word) => word !== "");
}

interface Entry {
  parameter: ParameterEntry;
  input: HTMLInputElement;
  label: HTMLLabelElement;
}

class ParameterView {
  private readonly place: Place<ParameterBrowserTraits>;
  private readonly record: RecordModel;
  private readonly speak: Speak;
  private readonly search: HTMLInputElement;
  private readonly kind: HTMLSelectElement;
  private readonly pull: HTMLSelectElement;
  private readonly found = element("p", { className: "parameter-found", role: "status" });
  private readonly entries: readonly Entry[];
  private readonly list: HTMLFieldSetElement;
  private readonly card = element("article", { className: "parameter-card", ariaLive: "polite" });
  private readonly facts = element("dl");
  readonly pulls = element("div", { className: "place part-pulls" });

  constructor(place: Place<ParameterBrowserTraits>, record: RecordModel) {
    const { model, el } = place;
    this.place = place;
    this.record = record;
    this.speak = speaker(model.get("words"), spokenAround(el));
    this.search = element("input", {
      type: "search",
      id: uniqueId("search"),
      placeholder: this.speak("parameter_search_hint"),
    });
    this.search.addEventListener("input", () => this.narrow());
    this.kind = this.selectOf("parameter_kind", "kind", model.get("kinds"));
    this.pull = this.selectOf("pull", "pull", model.get("pulls"));
    const group = uniqueId("parameter");
    this.entries = model.get("parameters").map((parameter) => this.entry(parameter, group));
    const legend = element("legend", { className: "visually-hidden", textContent: this.speak("parameter_list") });
    this.list = element("fieldset", { className: "option-list parameter-list" }, [
      legend,
      ...this.entries.map(({ label }) => label),
    ]);
    el.classList.add("parameter-browser");
    el.append(
      element("div", { className: "parameter-find" }, [
        element("div", { className: "parameter-fields" }, [
          this.labelled(this.search, "parameter_search"),
          this.labelled(this.kind, "parameter_kind"),
        ]),
        this.found,
        this.list,
      ]),
      element("div", { className: "parameter-about" }, [
        this.card,
        element("div", { className: "parameter-tools short-undo" }, [
          this.labelled(this.pull, "parameter_pull"),
          undoButtons(record, place.follow),
        ]),
        this.pulls,
        element("article", { className: "parameter-facts" }, [this.facts]),
      ]),
    );
  }

  follow(): void {
    const values = this.record.get("values");
    this.pull.value = String(values.pull);
    this.kind.value = String(values.parameter_kind);
    for (const { parameter, input } of this.entries) input.checked = parameter.id === values.parameter;
    this.narrow();
  }

  showCard(): void {
    const { name, meaning, value, checked, facts } = this.place.model.get("card");
    const rows = facts.map(({ key, label, text, sources }) => {
      const links = sources.map((source) => element("p", {}, [link(source)]));
      const row = element("div", { className: "parameter-fact" }, [
        element("dt", { textContent: label }),
        element("dd", {}, [...(text ? [text] : []), ...links]),
      ]);
      row.dataset.fact = key;
      return row;
    });
    this.facts.dataset.checked = checked;
    this.facts.replaceChildren(...rows);
    this.card.replaceChildren(
      element("h3", { textContent: name }),
      element("p", { className: "parameter-meaning", textContent: meaning }),
      element("p", { className: "parameter-value", textContent: value }),
    );
  }

  // Where the list opens with its choice out of sight.
  reveal(): void {
    const chosen = this.entries.find(({ input }) => input.checked);
    if (chosen) this.list.scrollTop = chosen.label.offsetTop - this.list.clientHeight / 2;
  }

  private narrow(): void {
    const [typed, kind] = [this.search.value, this.kind.value];
    let count = 0;
    for (const { parameter, label } of this.entries) {
      label.hidden = !isFound(parameter, typed, kind);
      if (!label.hidden) count += 1;
    }
    const total = this.entries.length;
    this.found.textContent = this.speak(count > 0 ? "parameter_found" : "parameter_none", { count, total });
  }

  private selectOf(name: string, choice: string, choices: readonly Choice[]): HTMLSelectElement {
    const options = choices.map(({ value, label }) => element("option", { value, textContent: label }));
    const select = element("select", { id: uniqueId(name) }, options);
    select.dataset.choice = choice;
    select.addEventListener("change", () => setValues(this.record, { [name]: select.value }));
    return select;
  }

  private labelled(input: HTMLInputElement | HTMLSelectElement, key: string): HTMLElement {
    const label = element("label", { htmlFor: input.id, textContent: this.speak(key) });
    return element("div", { className: "parameter-field" }, [label, input]);
  }

  private entry(parameter: ParameterEntry, group: string): Entry {
    const input = element("input", { type: "radio", name: group, value: parameter.id });
    input.addEventListener("change", () => setValues(this.record, { parameter: parameter.id }));
    const label = element("label", {}, [
      input,
      element("span", { className: "entry-name", textContent: parameter.name }),
      element("span", { className: "entry-mark", textContent: parameter.mark }),
    ]);
    label.dataset.checked = parameter.checked;
    return { parameter, input, label };
  }
}

export default part<ParameterBrowserTraits>(async (place) => {
  const record = await recordOf(place);
  const view = new ParameterView(place, record);
  place.follow(place.model, "change:card", () => view.showCard());
  place.follow(record, "change:values", () => view.follow());
  view.follow();
  view.showCard();
  requestAnimationFrame(() => view.reveal());
  // The page waits for this part as a whole, not for what stands in it.
  view.pulls.addEventListener(DRAWN, (event) => event.stopPropagation());
  const pulls = await place.host.getWidget(String(place.model.get("figure")));
  await pulls.render({ el: view.pulls, signal: place.signal });
});
