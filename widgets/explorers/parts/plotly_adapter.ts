// The only place that knows plotly, and what it keeps to itself: `_fullLayout` with the axes as drawn, and its elements.

import { newestOnly } from "../../browser/newest.ts";
import { ask, type Model, uniqueId } from "../../browser/part.ts";
import { spokenAround } from "../../browser/words.ts";
import type { Picture } from "./figure.ts";
import { hatchBands } from "./figure_hatching.ts";
import { fittingLayout, fittingLines, type Measure } from "./figure_text.ts";
import type { FigurePanelQuestions } from "./protocol.ts";

const CONFIG = { displayModeBar: false, staticPlot: true };
const UNMEASURED_WIDTH_PX = 700;
const PICTURE_WIDTH_PX = 900;

// An axis as it is drawn: where it begins in the plot, how long it is, and the numbers at its ends.
export interface DrawnAxis {
  start_px: number;
  length_px: number;
  range: readonly [number, number];
  isLog: boolean;
  isUpwards: boolean;
}

interface PlotlyAxis {
  _offset: number;
  _length: number;
  range: [number, number];
  type: string;
}

interface PlotElement extends HTMLElement {
  _fullLayout?: Record<string, PlotlyAxis>;
}

interface Plotly {
  newPlot: (el: HTMLElement, data: unknown, layout: unknown, config: unknown) => Promise<void>;
  react: (el: HTMLElement, data: unknown, layout: unknown, config: unknown) => Promise<void>;
  relayout: (el: HTMLElement, changes: Record<string, unknown>) => Promise<void>;
  downloadImage: (figure: unknown, options: Record<string, unknown>) => Promise<void>;
  purge: (el: HTMLElement) => void;
}

type Holder = typeof globalThis & { Plotly?: Plotly; explainerPlotly?: Promise<Plotly> };

// One copy for the whole browser page, whichever figure asks first: the frame's, or else the kernel's.
export function loadPlotly(model: Model): Promise<Plotly> {
  const holder = window as Holder;
  holder.explainerPlotly ??= holder.Plotly ? Promise.resolve(holder.Plotly) : (fromFrame(holder) ?? fromKernel(model));
  return holder.explainerPlotly;
}

function fromFrame(holder: Holder): Promise<Plotly> | null {
  const script = [...document.scripts].find(({ dataset }) => dataset.plotly !== undefined) ?? null;
  return (
    script &&
    new Promise((resolve, reject) => {
      script.addEventListener("load", () => resolve(holder.Plotly as Plotly));
      script.addEventListener("error", () => reject(new Error("plotly.js could not be loaded")));
    })
  );
}

function fromKernel(model: Model): Promise<Plotly> {
  return new Promise((resolve) => {
    const heard = (message: { answer?: string }, buffers: DataView[]) => {
      if (message.answer !== "plotly") return;
      model.off("msg:custom", heard);
      const module = { exports: {} as Plotly };
      const run = new Function("module", "exports", "define", new TextDecoder().decode(buffers[0]));
      run(module, module.exports);
      resolve(module.exports);
    };
    model.on("msg:custom", heard);
    ask<FigurePanelQuestions>(model, "plotly");
  });
}

// One plot. Its drawings never overlap; of those that wait, the newest is drawn.
export class Plot {
  readonly #el: PlotElement;
  readonly #load: () => Promise<Plotly>;
  readonly draw: (picture: Picture) => Promise<void>;
  #plotly: Plotly | null = null;
  // Given from outside, so that plotly need not measure the page between its own changes of it.
  width = UNMEASURED_WIDTH_PX;
  // Paper has bands hatched.
  isOnPaper = false as boolean;
  readonly #hatching = uniqueId("hatching");

  constructor(el: HTMLElement, load: () => Promise<Plotly>) {
    this.#el = el;
    this.#load = load;
    this.draw = newestOnly((picture) => this.#drawNow(picture));
  }

  async #drawNow(picture: Picture): Promise<void> {
    const { data, layout } = this.#fitting(picture, this.width);
    const sized = { ...structuredClone(layout), width: this.width, autosize: false };
    if (this.#plotly) {
      await this.#plotly.react(this.#el, data, sized, CONFIG);
    } else {
      const plotly = await this.#load();
      await plotly.newPlot(this.#el, data, sized, CONFIG);
      this.#plotly = plotly;
    }
    if (this.isOnPaper) hatchBands(this.#el, layout.shapes ?? [], this.#hatching);
  }

  #fitting({ data, layout }: Picture, width_px: number): Picture {
    const { direction } = spokenAround(this.#el);
    const texts = { width_px, direction, measure: measureIn(layout.font?.family) };
    return { data: fittingLines(data, layout, texts), layout: fittingLayout(layout, texts) };
  }

  // Moves ends of axes and draws only what this changes; `axes` are names such as "yaxis2".
  async moveAxes(axes: Record<string, readonly [number, number]>): Promise<void> {
    const changes = Object.entries(axes).map(([name, range]) => [`${name}.range`, [...range]]);
    await this.#plotly?.relayout(this.#el, Object.fromEntries(changes));
  }

  // An axis by plotly's short name, such as "y2".
  axis(name: string): DrawnAxis | null {
    const axis = this.#el._fullLayout?.[`${name.slice(0, 1)}axis${name.slice(1)}`];
    if (!axis) return null;
    const { _offset, _length, range, type } = axis;
    return {
      start_px: _offset,
      length_px: _length,
      range: type === "log" ? [10 ** range[0], 10 ** range[1]] : range,
      isLog: type === "log",
      isUpwards: name.startsWith("y"),
    };
  }

  // Puts an element over the lines and under names, marks and everything else that plotly writes above them.
  putOverLines(node: Element): void {
    const place = this.#el.querySelector(".gl-container");
    if (place && place.nextElementSibling !== node) place.after(node);
  }

  savePicture(picture: Picture, name: string, title: string): Promise<void> | undefined {
    const { data, layout } = this.#fitting(picture, PICTURE_WIDTH_PX);
    const height = (layout.height ?? 0) + 40;
    const titled = {
      ...layout,
      title: { text: title, font: { size: 16 } },
      paper_bgcolor: "#fff",
    };
    const figure = { data, layout: { ...titled, margin: { ...layout.margin, t: 60 } } };
    return this.#plotly?.downloadImage(figure, {
      format: "png",
      scale: 2,
      width: PICTURE_WIDTH_PX,
      height,
      filename: name,
    });
  }

  purge(): void {
    this.#plotly?.purge(this.#el);
  }
}

// How wide plotly will write a text.
function measureIn(family = "sans-serif"): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, size_px, isBold) => {
    if (!pen) return 0;
    pen.font = `${isBold ? "bold " : ""}${size_px}px ${family}`;
    return pen.measureText(text).width;
  };
}

// From a number on an axis to px of the plot.
export function scaleOf({ start_px, length_px, range, isLog, isUpwards }: DrawnAxis): (value: number) => number {
  const [from, to] = isLog ? [Math.log10(range[0]), Math.log10(range[1])] : range;
  const perUnit = (isUpwards ? -length_px : length_px) / (to - from);
  const zero = (isUpwards ? start_px + length_px : start_px) - from * perUnit;
  return isLog ? (value) => zero + perUnit * Math.log10(value) : (value) => zero + perUnit * value;
}

// From px of the plot to a number on an axis.
export function valueAtPx({ start_px, length_px, range, isLog, isUpwards }: DrawnAxis, px: number): number {
  const along = (px - start_px) / length_px;
  const share = isUpwards ? 1 - along : along;
  const [from, to] = isLog ? [Math.log10(range[0]), Math.log10(range[1])] : range;
  const value = from + share * (to - from);
  return isLog ? 10 ** value : value;
}
