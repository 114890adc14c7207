// One control: a native input with its name, unit, range, help and sources, and the sentence about a fault beside it.

import { isUnitSymbol, showNumber, showTypedNumber, withUnit } from "../../browser/numbers.ts";
import { element, languageAround, link, type Source, untranslated } from "../../browser/page_elements.ts";
import { uniqueId } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround, type Wording } from "../../browser/words.ts";
import type { Value } from "../frame/record_model.ts";
import { type Control, type Scale, scaleOf } from "./control_scale.ts";
import { takeNumber } from "./typed_number.ts";

export interface ControlContext {
  words: Readonly<Record<string, Wording>>;
  sources: Readonly<Record<string, Source>>;
  set: (name: string, value: Value) => void;
  // A typed value is a step of its own, however soon it follows a drag.
  setTyped: (name: string, value: number) => void;
}

interface Shown {
  value: Value | undefined;
  fault: string | undefined;
  reason: string | undefined;
}

const PAGE_STEPS: Readonly<Record<string, number>> = { PageUp: 10, PageDown: -10 };
// Roles of what a control's input is, by its scale.
type Input =
  | { kind: "switch"; box: HTMLInputElement }
  | { kind: "choice"; select: HTMLSelectElement }
  | { kind: "slider"; range: HTMLInputElement; scale: Scale; typed?: HTMLInputElement; said?: HTMLOutputElement };

export class ControlView {
  readonly el: HTMLElement;
  readonly control: Control;
  private readonly context: ControlContext;
  private readonly id: string;
  private readonly around: Element;
  private readonly input: Input;
  private readonly fault: HTMLElement;
  private readonly reason: HTMLElement;
  private readonly about: HTMLElement;
  private readonly aboutButton: HTMLButtonElement;
  private shown: Shown = { value: undefined, fault: undefined, reason: undefined };

  constructor(control: Control, context: ControlContext, around: Element) {
    this.control = control;
    this.context = context;
    this.id = uniqueId(control.name);
    this.around = around;
    this.about = element("div", { className: "control-about", id: `${this.id}-about`, hidden: true });
    this.about.dataset.fold = "";
    this.aboutButton = this.buttonAbout();
    this.fault = element("p", { className: "control-fault", id: `${this.id}-fault`, hidden: true, role: "alert" });
    this.reason = element("p", { className: "control-reason", id: `${this.id}-reason`, hidden: true });
    this.input = this.makeInput();
    const label = element("label", { htmlFor: this.id, textContent: control.label });
    const said = this.input.kind === "slider" && this.input.said ? [this.input.said] : [];
    this.el = element("div", { className: `control control-${control.scale}` }, [
      element("div", { className: "control-head" }, [label, ...said, this.aboutButton]),
      element("div", { className: "control-row" }, this.row()),
      this.reason,
      this.fault,
      this.about,
    ]);
    Object.assign(this.el.dataset, { level: control.level, name: control.name });
  }

  show(value: Value | undefined, fault: string | undefined, reason: string | undefined): void {
    this.showReason(reason);
    // A typed text that waits to be mended is left alone while other controls move.
    if (value === undefined || (value === this.shown.value && fault === this.shown.fault)) return;
    this.shown = { value, fault, reason };
    if (this.input.kind === "switch") this.input.box.checked = value === true;
    else if (this.input.kind === "choice") this.input.select.value = String(value);
    else this.showOnSlider(Number(value));
    this.el.classList.toggle("changed", value !== this.control.default);
    this.showFault(fault);
  }

  // Takes away a typed text that was never used: what is set is shown again.
  forgetTyped(): void {
    this.shown = { ...this.shown, value: undefined };
  }

  // Asked when it is needed: a part may be built before it stands in its page.
  private get language(): string {
    return languageAround(this.around);
  }

  private get speak(): Speak {
    return speaker(this.context.words, spokenAround(this.around));
  }

  private makeInput(): Input {
    if (this.control.scale === "switch") return { kind: "switch", box: this.switchBox() };
    if (this.control.scale === "choice") return { kind: "choice", select: this.choiceList() };
    const scale = scaleOf(this.control);
    const range = this.slider(scale);
    if (this.control.stops.length > 0) return { kind: "slider", range, scale, said: this.saidBeside() };
    return { kind: "slider", range, scale, typed: this.typedField() };
  }

  private row(): HTMLElement[] {
    const { input, control } = this;
    if (input.kind === "switch") return [input.box];
    if (input.kind === "choice") return [input.select];
    if (!input.typed) return this.withSteps(input.range, input.scale);
    const unit = element("span", { className: "control-unit", textContent: control.unit });
    const amount = element("span", { className: "control-amount" }, [input.typed, unit]);
    return [this.track(input.range, input.scale), isUnitSymbol(control.unit) ? untranslated(amount) : amount];
  }

  private switchBox(): HTMLInputElement {
    const box = element("input", { type: "checkbox", id: this.id, role: "switch" });
    box.dataset.control = this.control.name;
    box.addEventListener("change", () => this.context.set(this.control.name, box.checked));
    // It can still be reached while it is blocked, so that its reason is heard; it only does not turn.
    box.addEventListener("click", (event) => {
      if (this.shown.reason) event.preventDefault();
    });
    return box;
  }

  private choiceList(): HTMLSelectElement {
    const options = Object.entries(this.control.choices).map(([value, textContent]) =>
      element("option", { value, textContent }),
    );
    const select = element("select", { id: this.id }, options);
    select.dataset.control = this.control.name;
    select.addEventListener("change", () => this.context.set(this.control.name, select.value));
    return select;
  }

  private slider(scale: Scale): HTMLInputElement {
    const { least, most } = scale;
    const range = element("input", { type: "range", id: this.id, min: String(least), max: String(most), step: "1" });
    range.dataset.control = this.control.name;
    range.addEventListener("input", () => this.context.set(this.control.name, scale.toValue(Number(range.value))));
    range.addEventListener("keydown", (event) => {
      const steps = PAGE_STEPS[event.key];
      if (!steps) return;
      event.preventDefault();
      moveBy(range, steps);
    });
    return range;
  }

  private typedField(): HTMLInputElement {
    const { label, name, unit } = this.control;
    const typed = element("input", { type: "text", inputMode: "decimal", className: "control-typed" });
    typed.ariaLabel = this.speak("typed", { label, unit });
    typed.setAttribute("aria-describedby", `${this.id}-fault`);
    typed.dataset.typed = name;
    typed.addEventListener("change", () => this.takeTyped(typed));
    typed.addEventListener("keydown", (event) => this.dropTyped(event, typed));
    // While it shows what is in force, the keys of undo are the page's.
    typed.addEventListener("input", () => {
      delete typed.dataset.inForce;
    });
    return typed;
  }

  private saidBeside(): HTMLOutputElement {
    const said = element("output", { className: "control-said" });
    said.dataset.said = this.control.name;
    return said;
  }

  // The slider with its least and most below its two ends.
  private track(range: HTMLInputElement, scale: Scale): HTMLElement {
    const ends = [this.control.minimum, this.control.maximum].map((end) =>
      element("span", { textContent: scale.toText?.(end) ?? showNumber(end, this.language) }),
    );
    return element("div", { className: "control-track" }, [range, element("div", { className: "control-ends" }, ends)]);
  }

  // Many stops on a narrow slider: a button moves it by exactly one.
  private withSteps(range: HTMLInputElement, scale: Scale): HTMLElement[] {
    const step = (sign: string, by: number, name: string) => {
      const button = element("button", { type: "button", className: "step-button", textContent: sign });
      button.dataset.step = String(by);
      button.ariaLabel = name;
      button.addEventListener("click", () => moveBy(range, by));
      return button;
    };
    return [step("−", -1, this.speak("step_down")), this.track(range, scale), step("+", 1, this.speak("step_up"))];
  }

  private takeTyped(typed: HTMLInputElement): void {
    const taken = takeNumber(typed.value, this.control, this.speak, this.language);
    if ("value" in taken) {
      typed.dataset.inForce = "";
      this.forgetTyped();
      this.context.setTyped(this.control.name, taken.value);
      return;
    }
    this.showFault(taken.fault);
    // What was set stays set, on the slider and in the picture; only the typed text waits to be mended.
    typed.ariaInvalid = "true";
  }

  // Escape takes back what was typed and not used, and the sentence about it: the field shows what is set.
  private dropTyped(event: KeyboardEvent, typed: HTMLInputElement): void {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing);
    if (event.key !== "Escape" || !isPlain || typed.dataset.inForce !== undefined) return;
    // Used here, so that neither the page nor JupyterLab does something else with it.
    event.preventDefault();
    const { value, reason } = this.shown;
    if (value === undefined) return;
    this.forgetTyped();
    this.show(value, undefined, reason);
  }

  private showOnSlider(value: number): void {
    if (this.input.kind !== "slider") return;
    const { range, scale, typed, said } = this.input;
    const place = scale.toPlace(value);
    range.value = String(place);
    range.setAttribute("aria-valuetext", this.textOf(value));
    range.style.setProperty("--share", String((place - scale.least) / (scale.most - scale.least)));
    if (typed) {
      typed.value = showTypedNumber(value, this.language);
      typed.dataset.inForce = "";
    }
    if (said) said.textContent = this.textOf(value);
  }

  private showFault(sentence: string | undefined): void {
    this.fault.textContent = sentence ?? "";
    this.fault.hidden = !sentence;
    if (!sentence && this.input.kind === "slider") this.input.typed?.removeAttribute("aria-invalid");
  }

  private showReason(reason: string | undefined): void {
    if (reason === this.shown.reason) return;
    this.shown.reason = reason;
    this.reason.textContent = reason ?? "";
    this.reason.hidden = !reason;
    const input = inputOf(this.input);
    if (reason) {
      input.ariaDisabled = "true";
      input.setAttribute("aria-describedby", this.reason.id);
    } else {
      input.removeAttribute("aria-disabled");
      input.removeAttribute("aria-describedby");
    }
  }

  private textOf(value: Value): string {
    if (typeof value !== "number") return String(value);
    const text = this.input.kind === "slider" ? this.input.scale.toText?.(value) : undefined;
    return text ?? withUnit(showNumber(value, this.language), this.control.unit);
  }

  private buttonAbout(): HTMLButtonElement {
    const button = element("button", { type: "button", className: "about-button", textContent: "?" });
    button.ariaLabel = this.speak("about", { label: this.control.label });
    button.ariaExpanded = "false";
    button.setAttribute("aria-controls", this.about.id);
    button.addEventListener("click", () => this.toggleAbout());
    return button;
  }

  // Written when it is first opened: most never are.
  private toggleAbout(): void {
    this.about.hidden = !this.about.hidden;
    this.aboutButton.ariaExpanded = String(!this.about.hidden);
    if (this.about.childElementCount > 0) return;
    const { control, speak } = this;
    this.about.append(element("p", { textContent: control.help }));
    if (this.input.kind === "slider") {
      const { minimum, maximum, unit } = control;
      const range = speak("range", { minimum, maximum, unit, usual: this.textOf(control.default) });
      this.about.append(element("p", { textContent: range }));
    }
    const links = control.source.flatMap((key) => {
      const source = this.context.sources[key];
      return source ? [element("li", {}, [link(source)])] : [];
    });
    const heading = element("p", { className: "source-heading", textContent: speak("sources") });
    this.about.append(heading, element("ul", {}, links));
  }
}

function inputOf(input: Input): HTMLElement {
  if (input.kind === "switch") return input.box;
  return input.kind === "choice" ? input.select : input.range;
}

function moveBy(range: HTMLInputElement, steps: number): void {
  range.value = String(Number(range.value) + steps);
  range.dispatchEvent(new Event("input"));
}
