// One reaction, equation or event: its name, what it does in words, and its formulas.

import { element, untranslated } from "../../browser/page_elements.ts";
import { searchText } from "./mathematics_search.ts";
import type { FormulaLine, MathematicsEntry, SaidLine } from "./protocol.ts";

export class FormulaView {
  readonly el = untranslated(element("div", { className: "formula" }));
  readonly #formula: FormulaLine;
  readonly #name: string;

  constructor(formula: FormulaLine, name: string) {
    this.#formula = formula;
    this.#name = name;
  }

  // The markup is made from the model's own file by the Python behind this page; names in it are escaped there.
  setLines(narrow: boolean): void {
    const { markup, phone_markup, text } = this.#formula;
    this.el.innerHTML = narrow && phone_markup ? phone_markup : markup;
    // Without a reader of mathematics, a fraction would be heard as one run of words; few browsers use the alttext.
    const [drawn] = this.el.children;
    if (drawn) drawn.ariaLabel = text;
  }

  get scrolls(): boolean {
    return this.el.scrollWidth > this.el.clientWidth + 1;
  }

  // A formula wider than its box scrolls in it; only then is the box a stop of the Tab key.
  setScrolling(scrolls: boolean): void {
    if (scrolls) Object.assign(this.el, { tabIndex: 0, role: "group", ariaLabel: this.#name });
    else for (const name of ["aria-label", "role", "tabindex"]) this.el.removeAttribute(name);
  }
}

export interface EntryView {
  el: HTMLElement;
  formulas: FormulaView[];
  text: string; // what is looked through when a name is looked for
}

export function entryView({ id, name, unit, lines }: MathematicsEntry): EntryView {
  const heading = element("h4", { textContent: name });
  if (unit) heading.append(" ", untranslated(element("span", { className: "unit", textContent: unit })));
  const formulas: FormulaView[] = [];
  const lineOf = (line: SaidLine | FormulaLine) => {
    if ("say" in line) return element("p", { className: "said", textContent: line.say });
    const formula = new FormulaView(line, name);
    formulas.push(formula);
    return formula.el;
  };
  const el = element("section", { className: "entry" }, [heading, ...lines.map(lineOf)]);
  el.dataset.id = id;
  return { el, formulas, text: searchText(name, lines) };
}
