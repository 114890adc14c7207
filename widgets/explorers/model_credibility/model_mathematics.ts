// Reactions and equations in sections that open and close. Finding hides what does not hold the name, and opens the rest.

import { element, fill } from "../../browser/page_elements.ts";

const plain = (text) => text.toLowerCase().normalize("NFKD");

// Below this width in pixels the formulas are set in shorter lines.
const NARROW = 680;

function lineOf({ say, markup, phone_markup, text }, name) {
  if (say !== undefined) return element("p", { className: "said", textContent: say });
  const box = element("div", { className: "formula" });
  box.dataset.name = name;
  // The markup is made from the model's own file by the Python behind this page; names in it are escaped there.
  box.setLines = (narrow) => {
    box.innerHTML = narrow && phone_markup ? phone_markup : markup;
    // Without a reader of mathematics, a fraction would be heard as one run of words; few browsers use the alttext.
    box.firstChild.ariaLabel = text;
  };
  return box;
}

function entryOf({ id, name, unit, lines }) {
  const heading = element("h4", { textContent: name });
  if (unit) heading.append(" ", element("span", { className: "unit", textContent: unit }));
  const box = element("section", { className: "entry" }, [heading, ...lines.map((line) => lineOf(line, name))]);
  box.dataset.id = id;
  const texts = [name, ...lines.map(({ say, text }) => say ?? text)];
  return { box, holds: plain(texts.join(" ")) };
}

class MathematicsView {
  constructor(model, sections, el) {
    this.el = el;
    this.words = model.get("words");
    el.classList.add("model-mathematics");
    this.find = element("input", { type: "search", autocomplete: "off", spellcheck: false });
    const hint = element("span", { className: "hint", textContent: this.words.find_hint });
    const label = element("label", {}, [element("span", { textContent: this.words.find }), this.find, hint]);
    this.found = element("p", { className: "found" });
    this.found.setAttribute("role", "status");
    this.sections = sections.map(({ key, title, note, entries }) => {
      const shown = entries.map(entryOf);
      const box = element("details", { open: key === model.get("opened") }, [
        element("summary", {}, [element("h3", { textContent: title })]),
        element("p", { className: "note", textContent: note }),
        ...shown.map((entry) => entry.box),
      ]);
      box.dataset.section = key;
      return { box, entries: shown };
    });
    el.append(
      ...(model.get("heading") ? [element("h2", { textContent: model.get("heading") }), element("p", { textContent: model.get("introduction") })] : []),
      label, this.found, ...this.sections.map(({ box }) => box),
    );
    this.find.addEventListener("input", () => this.filter());
    this.watchWidths();
  }

  filter() {
    const wanted = plain(this.find.value).trim().replace(/\s+/g, " ");
    if (wanted && !this.openBefore) this.openBefore = this.sections.map(({ box }) => box.open);
    let count = 0, total = 0;
    this.sections.forEach(({ box, entries }, i) => {
      const kept = entries.filter((entry) => !(entry.box.hidden = !entry.holds.includes(wanted))).length;
      box.hidden = !kept;
      if (wanted) box.open = kept > 0;
      else if (this.openBefore) box.open = this.openBefore[i];
      count += kept;
      total += entries.length;
    });
    if (!wanted) this.openBefore = null;
    this.found.textContent = !wanted ? "" : count ? fill(this.words.found, { count, total }) : this.words.found_none;
  }

  setLines() {
    const narrow = this.el.clientWidth < NARROW;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    for (const formula of this.formulas) formula.setLines(narrow);
  }

  // A formula wider than its box scrolls in it; only then is the box a stop of the Tab key.
  watchWidths() {
    this.formulas = this.el.querySelectorAll(".formula");
    this.setLines();
    this.widths = new ResizeObserver((changes) => {
      this.setLines();
      for (const { target } of changes) {
        const scrolls = target.scrollWidth > target.clientWidth + 1;
        if (scrolls) Object.assign(target, { tabIndex: 0, role: "group", ariaLabel: target.dataset.name });
        else for (const name of ["aria-label", "role", "tabindex"]) target.removeAttribute(name);
      }
    });
    for (const formula of this.formulas) this.widths.observe(formula);
  }
}

function unpacked(bytes) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}

async function render({ model, el, signal }) {
  const sections = await unpacked(model.get("sections"));
  if (signal?.aborted) return;
  const view = new MathematicsView(model, sections, el);
  signal?.addEventListener("abort", () => view.widths.disconnect());
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "mathematics" } }));
}

export default { render };
