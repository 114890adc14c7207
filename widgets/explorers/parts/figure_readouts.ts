// The playhead on a figure, and at the right end of each panel's heading the value at it. All of it is moved by
// transforms and written into boxes of definite size, so that nothing else is laid out anew.

import { showNumber } from "../../browser/numbers.ts";
import { element, languageAround, untranslated } from "../../browser/page_elements.ts";
import type { Line } from "./figure.ts";
import { shown, valueAt } from "./figure_columns.ts";
import { type DrawnAxis, scaleOf } from "./plotly_adapter.ts";

export interface Where {
  time: number;
  duration: number;
  across: DrawnAxis;
  // The axis of each line with a read-out.
  up: readonly (DrawnAxis | null)[];
}

export class Readouts {
  readonly line = element("div", { className: "figure-playhead", tabIndex: 0 });
  // The line itself lies under the figure, so that it runs behind its names.
  readonly #thread = element("div", { className: "figure-thread" });
  readonly #clock = untranslated(element("span", { className: "figure-clock" }));
  readonly #values: { box: HTMLElement; text: HTMLElement }[] = [];
  readonly #stage: HTMLElement;

  constructor(stage: HTMLElement, name: string) {
    this.#stage = stage;
    this.line.setAttribute("role", "slider");
    this.line.setAttribute("aria-label", name);
    this.line.setAttribute("aria-valuemin", "0");
    this.line.append(this.#clock);
    stage.prepend(this.#thread);
    stage.append(this.line);
  }

  show(lines: readonly Line[], { time, duration, across, up }: Where): void {
    const [start, end] = across.range;
    const language = languageAround(this.#stage);
    const rounded = showNumber(Math.round(time), language);
    for (const node of [this.line, this.#thread]) {
      node.style.transform = `translateX(${scaleOf(across)(time)}px)`;
      node.classList.toggle("outside", time < start || time > end);
    }
    this.line.setAttribute("aria-valuemax", String(duration));
    this.line.setAttribute("aria-valuenow", String(Math.round(time)));
    this.line.setAttribute("aria-valuetext", `${rounded} ms`);
    write(this.#clock, `${rounded} ms`);
    this.#clock.classList.toggle("left", time > (start + end) / 2);
    for (const [i, line] of lines.entries()) {
      const { box, text } = this.#values[i] ?? this.#addValue();
      const top = up[i]?.start_px ?? 0;
      box.style.transform = `translate(${across.start_px + across.length_px}px, ${top}px) translate(-100%, -100%)`;
      box.style.color = line.meta?.text ?? "";
      write(text, `${shown(valueAt(line.x, line.y, time), language)} ${line.meta?.unit ?? ""}`);
    }
    for (const { text } of this.#values.slice(lines.length)) write(text, "");
  }

  #addValue(): { box: HTMLElement; text: HTMLElement } {
    const text = element("span");
    const value = { box: untranslated(element("span", { className: "figure-value" }, [text])), text };
    this.#stage.append(value.box);
    this.#values.push(value);
    return value;
  }
}

function write(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
