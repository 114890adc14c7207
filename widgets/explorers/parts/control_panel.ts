// The controls of an explorer: native inputs with names, units, ranges, help and sources. The model's `values` is the truth.

import { isUnitSymbol, showNumber, showTypedNumber, withUnit } from "../../browser/numbers.ts";
import { element, fill, languageAround, untranslated } from "../../browser/page_elements.ts";
import { speaker } from "../../browser/words.ts";
import { takeNumber } from "./typed_number.ts";

let instances = 0;

// A slider moves on whole steps; on a log scale a step is one part of a tenfold, so that 1, 10 and 0.1 are always on it.
export function scaleOf(control) {
  if (control.stops.length) return stopsOf(control.stops);
  if (control.scale !== "log") {
    const digits = (String(control.step).split(".")[1] ?? "").length;
    return {
      least: 0,
      most: Math.round((control.maximum - control.minimum) / control.step),
      toValue: (place) => Math.min(control.maximum, Number((control.minimum + place * control.step).toFixed(digits))),
      toPlace: (value) => Math.round((value - control.minimum) / control.step),
    };
  }
  const least = Math.round(Math.log10(control.minimum) * control.step);
  const most = Math.round(Math.log10(control.maximum) * control.step);
  return {
    least,
    most,
    toValue: (place) => {
      if (place <= least) return control.minimum;
      if (place >= most) return control.maximum;
      return Number((10 ** (place / control.step)).toPrecision(2));
    },
    toPlace: (value) => Math.min(most, Math.max(least, Math.round(Math.log10(value) * control.step))),
  };
}

// A slider over named stops, such as months and then years: each stop says itself in words.
function stopsOf(stops) {
  const values = stops.map(([value]) => value);
  const toPlace = (value) => values.findLastIndex((stop) => stop <= value + 1e-9);
  return { least: 0, most: stops.length - 1, toValue: (place) => values[place], toPlace, toText: (value) => stops[toPlace(value)][1] };
}

class ControlView {
  constructor(panel, control) {
    this.panel = panel;
    this.control = control;
    this.id = `control-${panel.number}-${control.name}`;
    this.el = element("div", { className: `control control-${control.scale}` });
    Object.assign(this.el.dataset, { level: control.level, name: control.name });
    const aboutId = `${this.id}-about`;
    this.about = element("div", { className: "control-about", id: aboutId, hidden: true });
    this.aboutButton = element("button", { type: "button", className: "about-button", textContent: "?" });
    this.aboutButton.setAttribute("aria-label", fill(panel.words.about, { label: control.label }));
    this.aboutButton.setAttribute("aria-expanded", "false");
    this.aboutButton.setAttribute("aria-controls", aboutId);
    this.aboutButton.addEventListener("click", () => this.toggleAbout());
    this.fault = element("p", { className: "control-fault", id: `${this.id}-fault`, hidden: true });
    this.fault.setAttribute("role", "alert");
    const label = element("label", { htmlFor: this.id, textContent: control.label });
    const inputs = this.inputs();
    this.reason = element("p", { className: "control-reason", id: `${this.id}-reason`, hidden: true });
    this.el.append(
      element("div", { className: "control-head" }, [label, ...(this.said ? [this.said] : []), this.aboutButton]),
      element("div", { className: "control-row" }, inputs),
      this.reason, this.fault, this.about,
    );
  }

  inputs() {
    if (this.control.scale === "switch") return [this.switch()];
    if (this.control.scale === "choice") return [this.choice()];
    return this.slider();
  }

  switch() {
    this.input = element("input", { type: "checkbox", id: this.id });
    this.input.setAttribute("role", "switch");
    this.input.dataset.control = this.control.name;
    this.input.addEventListener("change", () => this.panel.set(this.control, this.input.checked));
    // It can still be reached while it is blocked, so that its reason is heard; it only does not turn.
    this.input.addEventListener("click", (event) => { if (this.shownReason) event.preventDefault(); });
    return this.input;
  }

  choice() {
    const options = Object.entries(this.control.choices).map(([value, textContent]) => element("option", { value, textContent }));
    this.input = element("select", { id: this.id }, options);
    this.input.dataset.control = this.control.name;
    this.input.addEventListener("change", () => this.panel.set(this.control, this.input.value));
    return this.input;
  }

  slider() {
    const { control } = this;
    this.scale = scaleOf(control);
    this.range = element("input", { type: "range", id: this.id, min: this.scale.least, max: this.scale.most, step: 1 });
    this.range.dataset.control = control.name;
    this.range.addEventListener("input", () => this.panel.set(control, this.scale.toValue(Number(this.range.value))));
    this.range.addEventListener("keydown", (event) => this.pageKeys(event));
    if (control.stops.length) return this.withSteps();
    this.typed = element("input", { type: "text", inputMode: "decimal", className: "control-typed" });
    this.typed.setAttribute("aria-label", fill(this.panel.words.typed, { label: control.label, unit: control.unit }));
    this.typed.setAttribute("aria-describedby", `${this.id}-fault`);
    this.typed.dataset.typed = control.name;
    this.typed.addEventListener("change", () => this.takeTyped());
    const unit = element("span", { className: "control-unit", textContent: control.unit });
    const amount = element("span", { className: "control-amount" }, [this.typed, unit]);
    return [this.track(), isUnitSymbol(control.unit) ? untranslated(amount) : amount];
  }

  // The slider with its least and most below its two ends.
  track() {
    const { minimum, maximum } = this.control;
    const ends = [minimum, maximum].map((end) => element("span", { textContent: this.scale.toText?.(end) ?? showNumber(end, languageAround(this.panel.el)) }));
    return element("div", { className: "control-track" }, [this.range, element("div", { className: "control-ends" }, ends)]);
  }

  // Many stops on a narrow slider: a button moves it by exactly one.
  withSteps() {
    const { control } = this;
    const step = (sign, by, name) => {
      const button = element("button", { type: "button", className: "step-button", textContent: sign });
      button.dataset.step = String(by);
      button.setAttribute("aria-label", name);
      button.addEventListener("click", () => this.moveBy(by));
      return button;
    };
    this.said = element("output", { className: "control-said" });
    this.said.dataset.said = control.name;
    return [step("−", -1, this.panel.words.step_down), this.track(), step("+", 1, this.panel.words.step_up)];
  }

  moveBy(steps) {
    this.range.value = String(Number(this.range.value) + steps);
    this.range.dispatchEvent(new Event("input"));
  }

  pageKeys(event) {
    const steps = { PageUp: 10, PageDown: -10 }[event.key];
    if (!steps) return;
    event.preventDefault();
    this.moveBy(steps);
  }

  takeTyped() {
    const { control } = this;
    const language = languageAround(this.el);
    const taken = takeNumber(this.typed.value, control, speaker(this.panel.words, language), language);
    if ("value" in taken) {
      this.shownValue = undefined;
      return this.panel.set(control, taken.value);
    }
    this.showFault(taken.fault);
    // What was set stays set, on the slider and in the picture; only the typed text waits to be mended.
    this.typed.setAttribute("aria-invalid", "true");
    return undefined;
  }

  showFault(sentence) {
    this.fault.textContent = sentence ?? "";
    this.fault.hidden = !sentence;
    if (!sentence) this.typed?.removeAttribute("aria-invalid");
  }

  showReason(reason) {
    if (reason === this.shownReason) return;
    this.shownReason = reason;
    this.reason.textContent = reason ?? "";
    this.reason.hidden = !reason;
    const input = this.input ?? this.range;
    if (reason) {
      input.setAttribute("aria-disabled", "true");
      input.setAttribute("aria-describedby", this.reason.id);
    } else {
      input.removeAttribute("aria-disabled");
      input.removeAttribute("aria-describedby");
    }
  }

  show(value, fault) {
    // A typed text that waits to be mended is left alone while other controls move.
    if (value === this.shownValue && fault === this.shownFault) return;
    [this.shownValue, this.shownFault] = [value, fault];
    const { control } = this;
    if (control.scale === "switch") this.input.checked = value;
    else if (control.scale === "choice") this.input.value = value;
    else {
      this.range.value = String(this.scale.toPlace(value));
      this.range.setAttribute("aria-valuetext", this.textOf(value));
      const share = (this.range.value - this.scale.least) / (this.scale.most - this.scale.least);
      this.range.style.setProperty("--share", String(share));
      if (this.typed) this.typed.value = showTypedNumber(value, languageAround(this.el));
      else this.said.textContent = this.textOf(value);
    }
    this.el.classList.toggle("changed", value !== control.default);
    this.showFault(fault);
  }

  textOf(value) {
    return this.scale?.toText?.(value) ?? withUnit(showNumber(value, languageAround(this.el)), this.control.unit);
  }

  toggleAbout() {
    this.about.hidden = !this.about.hidden;
    this.aboutButton.setAttribute("aria-expanded", String(!this.about.hidden));
    if (this.about.childElementCount) return;
    const { control, panel } = this;
    const sources = panel.model.get("sources");
    const usual = this.textOf(control.default);
    this.about.append(element("p", { textContent: control.help }));
    if (this.range) {
      const range = { minimum: control.minimum, maximum: control.maximum, unit: control.unit, usual };
      this.about.append(element("p", { textContent: fill(panel.words.range, range) }));
    }
    const links = control.source.map((key) => {
      const { reference, link } = sources[key];
      return element("li", {}, [link ? element("a", { href: link, textContent: reference, target: "_blank", rel: "noopener" }) : reference]);
    });
    this.about.append(element("p", { className: "source-heading", textContent: panel.words.sources }), element("ul", {}, links));
  }
}

class PanelView {
  constructor(model, el) {
    this.model = model;
    this.el = el;
    this.words = model.get("words");
    this.number = ++instances;
    this.views = model.get("controls").map((control) => new ControlView(this, control));
    el.classList.add("control-panel");
    const choosable = model.get("levels").length > 1 ? [this.levelTabs(), this.seeBox()] : [];
    el.append(...choosable, this.toolbar(), this.groupBoxes());
    this.show();
    this.showLevel();
  }

  set(control, value) {
    this.model.set("values", { ...this.model.get("values"), [control.name]: value });
    this.model.save_changes();
  }

  act(message) {
    // A new set-up also takes away typed texts that were never used.
    if (["reset", "preset"].includes(message.action)) {
      for (const view of this.views) view.shownValue = undefined;
      this.show();
    }
    this.model.send(message);
  }

  levelTabs() {
    this.levels = this.model.get("levels").map((level) => {
      const input = element("input", { type: "radio", name: `level-${this.number}`, value: level });
      input.addEventListener("change", () => {
        this.model.set("level", level);
        this.model.save_changes();
      });
      return input;
    });
    const choices = this.levels.map((input) => element("label", {}, [input, element("span", { textContent: this.words[`level_${input.value}`] })]));
    const legend = element("legend", { className: "visually-hidden", textContent: this.words.levels });
    return element("fieldset", { className: "level-tabs" }, [legend, ...choices]);
  }

  seeBox() {
    const send = element("button", { type: "button", className: "main-button", textContent: this.words.send_signal });
    send.dataset.action = "send_signal";
    send.addEventListener("click", () => this.act({ action: "send_signal" }));
    return element("div", { className: "see-box" }, [send, element("p", { textContent: this.words.see_hint })]);
  }

  toolbar() {
    const button = (key) => {
      const node = element("button", { type: "button", className: "quiet-button", textContent: this.words[key] });
      node.dataset.action = key;
      node.addEventListener("click", () => this.act({ action: key }));
      return node;
    };
    this.drop = button("drop");
    const presets = element("select", { id: `presets-${this.number}` }, [
      element("option", { value: "", textContent: this.words.preset_choose }),
      ...this.model.get("presets").map(({ name, label }) => element("option", { value: name, textContent: label })),
    ]);
    presets.dataset.control = "preset";
    const why = element("p", { className: "preset-why" });
    why.setAttribute("aria-live", "polite");
    presets.addEventListener("change", () => {
      const chosen = this.model.get("presets").find(({ name }) => name === presets.value);
      why.textContent = chosen?.why ?? "";
      if (chosen) this.act({ action: "preset", preset: chosen.name });
    });
    const label = element("label", { htmlFor: presets.id, textContent: this.words.preset });
    return element("div", { className: "control-toolbar" }, [
      element("div", { className: "preset-choice" }, [label, presets]), button("keep"), this.drop, button("reset"), why,
    ]);
  }

  groupBoxes() {
    const boxes = this.model.get("groups").map(({ key, label }) => {
      const views = this.views.filter(({ control }) => control.group === key);
      const usual = views.some(({ control }) => control.level === "try");
      const box = element("details", { className: "control-group", open: usual }, [
        element("summary", { textContent: label }), ...views.map(({ el }) => el),
      ]);
      if (!usual) box.dataset.level = "all";
      return box;
    });
    return element("div", { className: "control-groups" }, boxes);
  }

  show() {
    const values = this.model.get("values"), faults = this.model.get("faults"), blocked = this.model.get("blocked");
    for (const view of this.views) {
      view.show(values[view.control.name], faults[view.control.name]);
      view.showReason(blocked[view.control.name]);
    }
    this.drop.hidden = !this.model.get("has_kept_run");
  }

  showLevel() {
    const level = this.model.get("level");
    this.el.dataset.level = level;
    for (const input of this.levels ?? []) input.checked = input.value === level;
    // A group that somebody folded away must not hide the three sliders of "Try it".
    if (level === "try") for (const box of this.el.querySelectorAll(".control-group:not([data-level])")) box.open = true;
  }
}

function render({ model, el, signal }) {
  const view = new PanelView(model, el);
  const show = () => view.show(), showLevel = () => view.showLevel();
  model.on("change:values change:faults change:blocked change:has_kept_run", show);
  model.on("change:level", showLevel);
  signal?.addEventListener("abort", () => {
    model.off("change:values change:faults change:blocked change:has_kept_run", show);
    model.off("change:level", showLevel);
  });
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "controls" } }));
}

export default { render };
