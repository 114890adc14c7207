// What the articles say: counts for each, contradictions side by side, and all statements, found by typing and filters.

import { element, save } from "../../browser/page_elements.ts";
import { ask, hear, type Place, part, uniqueId } from "../../browser/part.ts";
import { followPrinting } from "../../browser/printing.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { addressOf } from "../frame/page_address.ts";
import { call, type RecordModel, recordOf, setValues } from "../frame/record_model.ts";
import { undoButtons } from "../frame/undo_buttons.ts";
import { matches, searchText } from "./claim_search.ts";
import { contradiction, type Statement, statement } from "./claim_statement.ts";
import { claimTallies } from "./claim_tallies.ts";
import type { ClaimBrowserQuestions, ClaimBrowserTraits, ClaimFilter, ClaimJson } from "./protocol.ts";

const FEW_PAIRS = 3;
const FEW_STATEMENTS = 12;
const ALL = "all";
const FILE_NAME = "article_claims.csv";

interface Entry extends Statement {
  claim: ClaimJson;
  text: string;
}

interface Pair {
  el: HTMLElement;
  ids: readonly string[];
}

class ClaimView {
  private readonly place: Place<ClaimBrowserTraits>;
  private readonly record: RecordModel;
  private readonly speak: Speak;
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly pairs: readonly Pair[];
  private readonly selects = new Map<string, HTMLSelectElement>();
  private readonly search: HTMLInputElement;
  private readonly counted = element("p", { className: "claim-counted", role: "status" });
  private readonly results = element("div", { className: "claim-results" });
  private readonly pairPart: HTMLElement;
  private readonly listPart: HTMLElement;
  private readonly pairList = element("ul", { className: "claim-pairs" });
  private readonly list = element("div", { className: "claim-list" });
  private readonly reset: HTMLButtonElement;
  private readonly morePairs: HTMLButtonElement;
  private readonly more: HTMLButtonElement;
  // How many are shown at most of each; the list is folded away until it is asked for, or something is looked for.
  private mostPairs = FEW_PAIRS;
  private mostStatements = 0;

  constructor(place: Place<ClaimBrowserTraits>, record: RecordModel) {
    const { model, el } = place;
    this.place = place;
    this.record = record;
    this.speak = speaker(model.get("words"), spokenAround(el));
    const claims = new Map(model.get("claims").map((claim) => [claim.id, claim]));
    const around = {
      speak: this.speak,
      opposites: ({ opposites }: ClaimJson) => opposites.flatMap((id) => claims.get(id) ?? []),
      way: (claim: ClaimJson) => this.way(claim),
    };
    const topics = new Map(
      model
        .get("filters")
        .flatMap(({ name, choices }) => (name === "topic" ? choices : []))
        .map(topicEntry),
    );
    this.entries = new Map(
      [...claims.values()].map((claim) => [
        claim.id,
        { claim, text: searchText(claim, topics.get(claim.topic) ?? ""), ...statement(claim, around) },
      ]),
    );
    this.pairs = model.get("pairs").flatMap((ids) => {
      const [one, other] = ids.map((id) => claims.get(id));
      return one && other ? [{ ids, el: contradiction(one, other, around) }] : [];
    });
    this.search = element("input", {
      type: "search",
      id: uniqueId("claims"),
      autocomplete: "off",
      placeholder: this.speak("browse_search_hint"),
    });
    this.search.addEventListener("input", () => this.show());
    this.reset = this.button("browse_reset", () => this.showAll());
    this.morePairs = this.button("browse_more_pairs", () => this.showMorePairs());
    this.more = this.button("browse_unfold", () => this.showMore());
    this.pairPart = this.resultsPart("browse_pairs", [this.pairList, this.morePairs]);
    const table = this.button("browse_csv", () => this.askForTable());
    const ends = element("div", { className: "claim-ends" }, [this.more, table]);
    this.listPart = this.resultsPart("browse_statements", [this.list, ends]);
    this.layOut();
  }

  show(): void {
    const found = this.found();
    const isNarrowed = found.length < this.entries.size;
    const ids = new Set(found.map(({ claim }) => claim.id));
    const pairs = this.pairs.filter((pair) => pair.ids.some((id) => ids.has(id)));
    const shownPairs = pairs.slice(0, this.mostPairs);
    const shown = found.slice(0, isNarrowed ? Math.max(this.mostStatements, FEW_STATEMENTS) : this.mostStatements);
    const count = found.length;
    this.counted.textContent = this.speak(foundKey(count, isNarrowed), { count, total: this.entries.size });
    this.reset.hidden = !(isNarrowed || this.search.value);
    this.arrange(isNarrowed);
    this.pairPart.hidden = pairs.length === 0;
    this.pairList.replaceChildren(...shownPairs.map(({ el }) => el));
    this.morePairs.hidden = shownPairs.length === pairs.length;
    this.morePairs.textContent = this.speak("browse_more_pairs", { count: pairs.length });
    this.list.replaceChildren(...shown.map(({ el }) => el));
    this.more.hidden = shown.length === count;
    this.more.textContent = this.speak(shown.length > 0 ? "browse_more" : "browse_unfold", {
      count: count - shown.length,
    });
  }

  follow(): void {
    const values = this.record.get("values");
    for (const [control, select] of this.selects) select.value = String(values[control]);
  }

  // Paper cannot be opened: what is on show is opened while it is printed.
  print(begins: boolean): void {
    for (const { el, fill } of this.entries.values()) {
      if (begins && !el.open) {
        fill();
        el.open = true;
        el.dataset.printed = "";
      } else if (!begins && el.dataset.printed !== undefined) {
        el.open = false;
        delete el.dataset.printed;
      }
    }
  }

  private layOut(): void {
    const { model, el, follow } = this.place;
    el.classList.add("claim-browser");
    el.append(
      claimTallies({
        finding: model.get("finding"),
        tallies: model.get("tallies"),
        verdicts: model.get("verdicts"),
        label: this.speak("browse_tallies"),
      }),
      element("div", { className: "claim-filters", role: "group", ariaLabel: this.speak("browse_filters") }, [
        labelled(this.search, this.speak("browse_search")),
        ...model.get("filters").map((filter) => this.filter(filter)),
      ]),
      element("div", { className: "claim-tools short-undo" }, [
        this.counted,
        this.reset,
        undoButtons(this.record, follow),
      ]),
      this.results,
    );
  }

  // What is looked for stands at once below where it was asked for; else the contradictions come first.
  private arrange(isNarrowed: boolean): void {
    const parts = isNarrowed ? [this.listPart, this.pairPart] : [this.pairPart, this.listPart];
    if (this.results.firstElementChild !== parts[0]) this.results.replaceChildren(...parts);
  }

  private resultsPart(key: string, contents: readonly HTMLElement[]): HTMLElement {
    return element("div", { className: "claim-part" }, [element("h3", { textContent: this.speak(key) }), ...contents]);
  }

  private found(): Entry[] {
    const shown = this.place.model.get("shown").flatMap((id) => this.entries.get(id) ?? []);
    return shown.filter(({ text }) => matches(text, this.search.value));
  }

  private showAll(): void {
    this.search.value = "";
    setValues(this.record, Object.fromEntries([...this.selects.keys()].map((control) => [control, ALL])));
    this.show();
    this.search.focus();
  }

  private showMorePairs(): void {
    const before = this.pairList.children.length;
    this.mostPairs = this.pairs.length;
    this.show();
    focusOn(this.pairList.children[before]);
  }

  private showMore(): void {
    const before = this.list.children.length;
    this.mostStatements = before > 0 ? this.entries.size : FEW_STATEMENTS;
    this.show();
    this.list.children[before]?.querySelector("summary")?.focus();
  }

  private askForTable(): void {
    const ids = this.found().map(({ claim }) => claim.id);
    ask<ClaimBrowserQuestions>(this.place.model, "csv", { ids: ids.join(" ") });
  }

  private way({ page, section, see }: ClaimJson): HTMLElement[] {
    if (!page) return [];
    if (page !== this.record.get("page")) {
      const href = [addressOf(page, document.body.dataset), section].filter(Boolean).join("#");
      return [element("p", {}, [element("a", { className: "claim-way", href, textContent: see })])];
    }
    const button = element("button", { type: "button", className: "quiet-button claim-way", textContent: see });
    button.addEventListener("click", () => call(this.record, "section", section));
    return [button];
  }

  private button(key: string, press: () => void): HTMLButtonElement {
    const button = element("button", { type: "button", className: "quiet-button", textContent: this.speak(key) });
    button.dataset.do = key.replace("browse_", "");
    button.addEventListener("click", press);
    return button;
  }

  private filter({ name, control, label, choices }: ClaimFilter): HTMLElement {
    const options = choices.map((choice) => element("option", { value: choice.value, textContent: choice.label }));
    const select = element("select", { id: uniqueId(name) }, options);
    select.dataset.filter = name;
    select.addEventListener("change", () => setValues(this.record, { [control]: select.value }));
    this.selects.set(control, select);
    return labelled(select, label);
  }
}

function foundKey(count: number, isNarrowed: boolean): string {
  if (!isNarrowed) return "browse_found_all";
  return count > 0 ? "browse_found" : "browse_found_none";
}

function labelled(input: HTMLInputElement | HTMLSelectElement, textContent: string): HTMLElement {
  const label = element("label", { htmlFor: input.id, textContent });
  return element("div", { className: "claim-filter" }, [label, input]);
}

function topicEntry({ value, label }: { value: string; label: string }): [string, string] {
  return [value, label];
}

function focusOn(node: Element | undefined): void {
  if (!(node instanceof HTMLElement)) return;
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

export default part<ClaimBrowserTraits>(async (place) => {
  const record = await recordOf(place);
  const view = new ClaimView(place, record);
  place.follow(place.model, "change:shown", () => view.show());
  place.follow(record, "change:values", () => view.follow());
  hear<ClaimBrowserQuestions>(place, "csv", (_values, [content]) => {
    if (content) save(new Blob([content.buffer as ArrayBuffer], { type: "text/csv" }), FILE_NAME);
  });
  followPrinting((begins) => view.print(begins), place.signal);
  view.show();
  view.follow();
});
