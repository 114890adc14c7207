// A list of constants that can be searched, and the card of the chosen one.

import { element, fill, link } from "../../browser/page_elements.ts";

let instances = 0;

class ParameterView {
  constructor(model, el) {
    this.model = model;
    this.words = model.get("words");
    this.id = `parameters-${++instances}`;
    this.search = element("input", { type: "search", id: `${this.id}-search`, placeholder: this.words.parameter_search_hint });
    this.search.addEventListener("input", () => this.narrow());
    this.kind = this.selectOf("kind", model.get("kinds"));
    this.kind.addEventListener("change", () => this.narrow());
    this.found = element("p", { className: "parameter-found" });
    this.found.setAttribute("role", "status");
    this.list = element("fieldset", { className: "parameter-list" }, [
      element("legend", { className: "visually-hidden", textContent: this.words.parameter_list }),
      ...model.get("parameters").map((parameter) => this.entry(parameter)),
    ]);
    this.card = element("article", { className: "parameter-card" });
    this.card.setAttribute("aria-live", "polite");
    const pull = this.selectOf("pull", model.get("pulls"));
    pull.value = model.get("pull");
    pull.addEventListener("change", () => this.set("pull", pull.value));
    el.classList.add("parameter-browser");
    el.append(
      element("div", { className: "parameter-find" }, [element("div", { className: "stays-in-view" }, [
        this.labelled(this.search, this.words.parameter_search), this.labelled(this.kind, this.words.parameter_kind), this.found, this.list,
      ])]),
      element("div", { className: "parameter-about" }, [this.card, this.labelled(pull, this.words.parameter_pull)]),
    );
    this.narrow();
    this.show();
    // Where the list opens with its choice out of sight.
    requestAnimationFrame(() => this.reveal());
  }

  selectOf(name, choices) {
    const options = choices.map(({ value, label }) => element("option", { value, textContent: label }));
    const select = element("select", { id: `${this.id}-${name}` }, options);
    select.dataset.choice = name;
    return select;
  }

  labelled(input, text) {
    return element("div", { className: "parameter-field" }, [element("label", { htmlFor: input.id, textContent: text }), input]);
  }

  set(name, value) {
    this.model.set(name, value);
    this.model.save_changes();
  }

  entry({ id, name, meaning, checked, mark }) {
    const input = element("input", { type: "radio", name: this.id, value: id });
    input.addEventListener("change", () => this.set("chosen", id));
    const label = element("label", {}, [input, element("span", { className: "entry-name", textContent: name }), element("span", { className: "entry-mark", textContent: mark })]);
    label.dataset.checked = checked;
    label.dataset.text = `${id} ${name} ${meaning}`.toLowerCase();
    return label;
  }

  // Every word that is typed must be somewhere in the name or the meaning.
  narrow() {
    const typed = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const entries = [...this.list.querySelectorAll("label")];
    for (const entry of entries) {
      const ofKind = this.kind.value === "all" || entry.dataset.checked === this.kind.value;
      entry.hidden = !ofKind || !typed.every((word) => entry.dataset.text.includes(word));
    }
    const count = entries.filter(({ hidden }) => !hidden).length;
    this.found.textContent = fill(count ? this.words.parameter_found : this.words.parameter_none, { count, total: entries.length });
  }

  show() {
    const chosen = this.list.querySelector(`input[value="${this.model.get("chosen")}"]`);
    if (chosen) chosen.checked = true;
    const { name, meaning, value, checked, facts } = this.model.get("card");
    const rows = facts.map(({ key, label, text, sources }) => {
      const links = sources.map((source) => element("p", {}, [link(source)]));
      const row = element("div", { className: "parameter-fact" }, [element("dt", { textContent: label }), element("dd", {}, [...(text ? [text] : []), ...links])]);
      row.dataset.fact = key;
      return row;
    });
    this.card.dataset.checked = checked;
    this.card.replaceChildren(
      element("h3", { textContent: name }),
      element("p", { className: "parameter-meaning", textContent: meaning }),
      element("p", { className: "parameter-value", textContent: value }),
      element("dl", {}, rows),
    );
  }

  reveal() {
    const entry = this.list.querySelector("input:checked")?.parentNode;
    if (entry) this.list.scrollTop = entry.offsetTop - this.list.clientHeight / 2;
  }
}

function render({ model, el, signal }) {
  const view = new ParameterView(model, el);
  const show = () => view.show();
  model.on("change:card change:chosen", show);
  signal?.addEventListener("abort", () => model.off("change:card change:chosen", show));
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "parameter" } }));
}

export default { render };
