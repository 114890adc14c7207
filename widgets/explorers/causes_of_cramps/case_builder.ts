// What is so for a person: boxes to tick, one slider, ready cases; and beside them what that brings into play.

import { element, link } from "../../browser/page_elements.ts";

let instances = 0;

class CaseView {
  constructor(model, record, el) {
    Object.assign(this, { model, record, words: model.get("words"), id: `case-${++instances}`, inputs: new Map() });
    const groups = model.get("groups").map(({ label, controls }) => element("fieldset", { className: "case-group" }, [
      element("legend", { textContent: label }), ...controls.map((control) => this.control(control)),
    ]));
    this.found = element("section", { className: "case-found" });
    this.counted = element("p", { className: "case-counted" });
    this.counted.setAttribute("role", "status");
    el.classList.add("case-builder");
    // The count stands first, so that on a phone it stays in view while boxes are ticked.
    el.append(this.counted, element("div", { className: "case-so" }, [this.toolbar(), ...groups]), this.found);
    this.follow();
    this.show();
  }

  toolbar() {
    const none = element("option", { value: "", textContent: this.words.case_examples_none });
    const options = this.model.get("presets").map(({ name, label }) => element("option", { value: name, textContent: label }));
    this.preset = element("select", { id: `${this.id}-preset` }, [none, ...options]);
    this.preset.dataset.choice = "case";
    this.preset.addEventListener("change", () => {
      const name = this.preset.value;
      this.why.textContent = this.model.get("presets").find((preset) => preset.name === name)?.why ?? "";
      this.model.send(name ? { action: "preset", preset: name } : { action: "clear" });
    });
    const clear = element("button", { type: "button", className: "quiet-button", textContent: this.words.case_clear });
    clear.addEventListener("click", () => {
      this.model.send({ action: "clear" });
      this.own();
    });
    this.why = element("p", { className: "case-why" });
    const label = element("label", { htmlFor: this.preset.id, textContent: this.words.case_examples });
    return element("div", { className: "case-toolbar" }, [element("div", { className: "case-examples" }, [label, this.preset]), clear, this.why]);
  }

  own() {
    this.preset.value = "";
    this.why.textContent = "";
  }

  set(name, value) {
    this.own();
    this.record.set("values", { ...this.record.get("values"), [name]: value });
    this.record.save_changes();
  }

  control({ name, label, help, unit, minimum, maximum, step }) {
    const about = element("span", { className: "case-help", id: `${this.id}-${name}-help`, textContent: help });
    const input = unit
      ? element("input", { type: "range", min: minimum, max: maximum, step })
      : element("input", { type: "checkbox" });
    input.dataset.control = name;
    input.setAttribute("aria-describedby", about.id);
    this.inputs.set(name, { input, unit });
    if (!unit) {
      input.addEventListener("change", () => this.set(name, input.checked));
      return element("label", { className: "case-box" }, [input, element("span", {}, [element("span", { className: "case-label", textContent: label }), about])]);
    }
    input.id = `${this.id}-${name}`;
    const value = element("output", { className: "case-value" });
    value.setAttribute("for", input.id);
    this.inputs.get(name).value = value;
    input.addEventListener("input", () => this.set(name, Number(input.value)));
    const head = element("div", { className: "case-number-head" }, [element("label", { htmlFor: input.id, textContent: label }), value]);
    return element("div", { className: "case-number" }, [head, input, about]);
  }

  follow() {
    const values = this.record.get("values");
    for (const [name, { input, unit, value }] of this.inputs) {
      if (!unit) {
        input.checked = Boolean(values[name]);
        continue;
      }
      input.value = String(values[name]);
      value.textContent = `${values[name]} ${unit}`;
      input.setAttribute("aria-valuetext", value.textContent);
    }
  }

  show() {
    const { counted, causes, circumstances } = this.model.get("found");
    this.counted.textContent = counted;
    const chips = causes.map(({ id, name, certainty, more }) => {
      const button = element("button", { type: "button", className: "case-cause", title: this.words.case_open }, [
        element("span", { className: "case-cause-name", textContent: name }),
        element("span", { className: "case-cause-mark", textContent: more ? `${certainty}, ${more}` : certainty }),
      ]);
      button.dataset.cause = id;
      button.addEventListener("click", () => {
        document.querySelector(".cause-browser")?.dispatchEvent(new CustomEvent("come", { detail: id }));
      });
      return element("li", {}, [button]);
    });
    const notes = circumstances.map(({ id, label, ask, known, red_flag: flag, sources }) => {
      const from = sources.map((source) => element("li", {}, [link(source)]));
      const note = element("article", { className: "case-note" }, [
        element("h4", { textContent: label }),
        element("dl", {}, [
          element("dt", { textContent: this.words.case_known }), element("dd", { textContent: known }),
          element("dt", { textContent: this.words.case_ask }), element("dd", { textContent: ask }),
        ]),
        element("p", { className: "cause-flag" }, [element("strong", { textContent: `${this.words.case_red_flag} ` }), flag]),
        ...(from.length ? [element("ul", { className: "case-sources" }, from)] : []),
      ]);
      note.dataset.circumstance = id;
      return note;
    });
    const heading = element("h3", { textContent: this.words.case_causes });
    const end = element("p", { className: "case-end", textContent: this.words.case_end });
    this.found.replaceChildren(...(notes.length ? [heading, element("ul", { className: "case-causes" }, chips), end, ...notes] : []));
  }
}

async function render({ model, el, host, signal }) {
  const record = await host.getModel(model.get("record"));
  const view = new CaseView(model, record, el);
  const show = () => view.show(), follow = () => view.follow();
  model.on("change:found", show);
  record.on("change:values", follow);
  signal?.addEventListener("abort", () => {
    model.off("change:found", show);
    record.off("change:values", follow);
  });
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "case" } }));
}

export default { render };
