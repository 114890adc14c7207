// Reactions and equations in sections that open and close. Finding hides what does not hold the name, and opens the rest.

import { element } from "../../browser/page_elements.ts";
import { type Model, part } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { type EntryView, entryView, type FormulaView } from "./mathematics_entry.ts";
import { matches } from "./mathematics_search.ts";
import type { MathematicsSection, ModelMathematicsTraits } from "./protocol.ts";

// Below this width in pixels the formulas are set in shorter lines.
const NARROW_PX = 680;

interface SectionView {
  el: HTMLDetailsElement;
  entries: EntryView[];
}

function sectionView({ key, title, note, entries }: MathematicsSection, opened: string): SectionView {
  const views = entries.map(entryView);
  const el = element("details", { open: key === opened }, [
    element("summary", {}, [element("h3", { textContent: title })]),
    element("p", { className: "note", textContent: note }),
    ...views.map((view) => view.el),
  ]);
  el.dataset.section = key;
  return { el, entries: views };
}

class MathematicsView {
  readonly #el: HTMLElement;
  readonly #speak: Speak;
  readonly #find = element("input", { type: "search", autocomplete: "off", spellcheck: false });
  readonly #found = element("p", { className: "found", role: "status" });
  readonly #sections: SectionView[];
  readonly #formulas: Map<Element, FormulaView>;
  #openBefore: boolean[] = [];
  #narrow: boolean | null = null;

  constructor(model: Model<ModelMathematicsTraits>, sections: MathematicsSection[], el: HTMLElement) {
    this.#el = el;
    this.#speak = speaker(model.get("words"), spokenAround(el));
    this.#sections = sections.map((section) => sectionView(section, model.get("opened")));
    const formulas = this.#sections.flatMap(({ entries }) => entries.flatMap((entry) => entry.formulas));
    this.#formulas = new Map(formulas.map((formula) => [formula.el, formula]));
    const label = element("label", {}, [
      element("span", { textContent: this.#speak("find") }),
      this.#find,
      element("span", { className: "hint", textContent: this.#speak("find_hint") }),
    ]);
    el.classList.add("model-mathematics");
    if (model.get("heading")) {
      el.append(
        element("h2", { textContent: model.get("heading") }),
        element("p", { textContent: model.get("introduction") }),
      );
    }
    el.append(label, this.#found, ...this.#sections.map((section) => section.el));
    this.#find.addEventListener("input", () => this.#filter());
  }

  watchWidths(signal: AbortSignal): void {
    this.#setLines();
    const widths = new ResizeObserver((changes) => {
      this.#setLines();
      const views = changes.map(({ target }) => this.#formulas.get(target));
      const scrolling = views.map((view) => view?.scrolls ?? false);
      for (const [i, view] of views.entries()) view?.setScrolling(scrolling[i] ?? false);
    });
    for (const formula of this.#formulas.keys()) widths.observe(formula);
    signal.addEventListener("abort", () => widths.disconnect(), { once: true });
  }

  #filter(): void {
    const wanted = this.#find.value;
    const seeks = wanted.trim() !== "";
    if (seeks && this.#openBefore.length === 0) this.#openBefore = this.#sections.map(({ el }) => el.open);
    const counts = this.#sections.map(({ el, entries }, i) => {
      for (const entry of entries) entry.el.hidden = !matches(entry.text, wanted);
      const kept = entries.filter((entry) => !entry.el.hidden).length;
      el.hidden = kept === 0;
      el.open = seeks ? kept > 0 : (this.#openBefore[i] ?? el.open);
      return kept;
    });
    if (!seeks) this.#openBefore = [];
    this.#found.textContent = seeks ? this.#said(counts.reduce((sum, count) => sum + count, 0)) : "";
  }

  #said(count: number): string {
    const total = this.#sections.reduce((sum, { entries }) => sum + entries.length, 0);
    return this.#speak(count > 0 ? "found" : "found_none", { count, total });
  }

  #setLines(): void {
    const narrow = this.#el.clientWidth < NARROW_PX;
    if (narrow === this.#narrow) return;
    this.#narrow = narrow;
    for (const formula of this.#formulas.values()) formula.setLines(narrow);
  }
}

function unpacked(bytes: DataView): Promise<MathematicsSection[]> {
  const packed = new Blob([bytes as DataView<ArrayBuffer>]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("deflate"))).json();
}

export default part<ModelMathematicsTraits>(async ({ model, el, signal }) => {
  const sections = await unpacked(model.get("sections"));
  if (signal.aborted) return;
  new MathematicsView(model, sections, el).watchWidths(signal);
});
