// One figure on a page: its finding, the plot with the page's playhead on it, words, a data table and downloads.

import { element, languageAround, save } from "../../browser/page_elements.ts";
import { ask, hear, type Model, type Place, part } from "../../browser/part.ts";
import { followPrinting, PAPER_COLUMN_PX, PAPER_SHEET_PX } from "../../browser/printing.ts";
import { followTheme } from "../../browser/theme.ts";
import { speaker, spokenAround } from "../../browser/words.ts";
import { axisOf, fittingHeight, type Layout, type Line, type Picture } from "./figure.ts";
import { type Inks, inked, inksOf } from "./figure_colours.ts";
import { Columns } from "./figure_columns.ts";
import { Drawing } from "./figure_drawing.ts";
import { figureMark } from "./figure_mark.ts";
import { Readouts } from "./figure_readouts.ts";
import { listenToKeys, listenToPointer, type Scrubbed } from "./figure_scrubbing.ts";
import { linesOverTime, tableElement } from "./figure_table.ts";
import { Zoom } from "./figure_zoom.ts";
import { LineCanvas } from "./line_canvas.ts";
import { loadPlotly, Plot, valueAtPx } from "./plotly_adapter.ts";
import type { FigurePanelQuestions, FigurePanelTraits, PredictionTraits } from "./protocol.ts";

const DIMMED = 0.25;
// A figure this far below the window is drawn already.
const SEEN_FROM = "200px";

// What it needs of the clock of its page.
interface Playhead {
  time_ms: number;
  duration_ms: number;
  playing: boolean;
  emphasised_trace: string;
}

class FigureView {
  readonly #model: Model<FigurePanelTraits>;
  readonly #el: HTMLElement;
  readonly #playhead: Model<Playhead> | null;
  readonly #words: Record<string, string>;
  readonly #prediction: Model<PredictionTraits> | null;
  readonly #finding = element("h2", { className: "figure-finding" });
  // Stands in its place while the learner is asked first.
  readonly #neutral = element("h2", { className: "figure-finding figure-neutral" });
  readonly #description = element("p");
  readonly #plotBox = element("div", { className: "figure-plot" });
  readonly #stage = element("div", { className: "figure-stage" }, [this.#plotBox]);
  readonly #table = element("div", { className: "figure-table", hidden: true, tabIndex: 0 });
  readonly #tableButton = element("button", { type: "button", className: "quiet-button" });
  readonly #readouts: Readouts | null;
  readonly #columns = new Columns();
  readonly #zoom = new Zoom();
  readonly #canvas = new LineCanvas();
  readonly #plot: Plot;
  readonly #drawing: Drawing;
  // As it came, and as it is shown: in the colours of the page.
  #plain: Picture = { data: [], layout: {} };
  #picture = this.#plain;
  #inks: Inks | null = null;
  // How many pictures have been on the screen, and the last of them.
  #pictures = 0;
  // Whether there was room for the last drawing.
  #isPlaced = true as boolean;
  #counted: Picture | null = null;

  constructor(
    { model, el, signal }: Place<FigurePanelTraits>,
    playhead: Model<Playhead> | null,
    prediction: Model<PredictionTraits> | null,
  ) {
    this.#model = model;
    this.#prediction = prediction;
    this.#el = el;
    this.#playhead = playhead;
    this.#words = model.get("words");
    this.#plot = new Plot(this.#plotBox, () => loadPlotly(model));
    this.#drawing = new Drawing({
      drawAll: (picture) => this.#drawAll(picture),
      moveAxes: (axes) => this.#plot.moveAxes(axes),
      drawLines: (lines) => this.#drawLines(lines),
      clearLines: () => this.#clearLines(),
      drawn: (isSettled) => this.#tellShown(isSettled),
    });
    this.#readouts = playhead && new Readouts(this.#stage, this.#said("playhead_name"));
    this.#build();
    if (playhead) this.#listenToScrubbing(playhead, signal);
    if (model.get("can_pick")) this.#listenToPicks(signal);
    if (model.get("can_tell")) this.#offerMark(signal);
  }

  #said(key: string): string {
    return this.#words[key] ?? key;
  }

  #build(): void {
    this.#plotBox.setAttribute("role", "img");
    this.#stage.classList.toggle("timeless", !this.#playhead);
    this.#stage.classList.toggle("pickable", this.#model.get("can_pick"));
    this.#table.setAttribute("role", "region");
    this.#table.setAttribute("aria-label", this.#said("table_name"));
    const inWords = element("details", { className: "figure-words" }, [
      element("summary", { textContent: this.#said("in_words") }),
      this.#description,
    ]);
    this.#el.classList.add("figure-panel");
    const titles = this.#prediction ? [this.#neutral, this.#finding] : [this.#finding];
    const view = element("div", { className: "figure-view" }, [...titles, this.#stage]);
    this.#el.append(view, this.#tools(), inWords, this.#table);
  }

  #tools(): HTMLElement {
    const button = (key: string, act: () => void) => {
      const node = element("button", { type: "button", className: "quiet-button", textContent: this.#said(key) });
      node.addEventListener("click", act);
      return node;
    };
    this.#tableButton.addEventListener("click", () => this.#toggleTable());
    this.#nameTableButton();
    // Without a playhead there is no place to zoom in at.
    const zooms = this.#playhead
      ? [button("zoom_in", () => this.#zoomTo(this.#zoom.factor * 2)), button("zoom_out", () => this.#zoomTo(1))]
      : [];
    const fit = this.#model.get("can_fit")
      ? [button("fit_axes", () => ask<FigurePanelQuestions>(this.#model, "fit"))]
      : [];
    return element("div", { className: "figure-tools" }, [
      ...zooms,
      ...fit,
      this.#tableButton,
      button("download_csv", () => ask<FigurePanelQuestions>(this.#model, "csv")),
      button("download_picture", () => this.#savePicture()),
    ]);
  }

  #listenToScrubbing(playhead: Model<Playhead>, signal: AbortSignal): void {
    const scrubbed: Scrubbed = {
      time: () => playhead.get("time_ms"),
      duration: () => playhead.get("duration_ms"),
      hold: () => playhead.set("playing", false),
      moveTo: (time) => playhead.set("time_ms", time),
      release: () => playhead.save_changes(),
      timeAt: (px) => {
        const axis = this.#plot.axis("x");
        return axis && valueAtPx(axis, px);
      },
    };
    listenToPointer(this.#stage, scrubbed, signal);
    if (this.#readouts) listenToKeys(this.#readouts.line, scrubbed, signal);
  }

  #listenToPicks(signal: AbortSignal): void {
    const heard = ({ clientX, clientY }: MouseEvent) => {
      const [across, up] = [this.#plot.axis("x"), this.#plot.axis("y")];
      const { left, top } = this.#plotBox.getBoundingClientRect();
      const zoom = this.#plotBox.currentCSSZoom || 1;
      if (!(across && up)) return;
      ask<FigurePanelQuestions>(this.#model, "pick", {
        x: valueAtPx(across, (clientX - left) / zoom),
        y: valueAtPx(up, (clientY - top) / zoom),
      });
    };
    this.#plotBox.addEventListener("click", heard, { signal });
  }

  #offerMark(signal: AbortSignal): void {
    const { button, told } = figureMark(this.#said("mark_name"), {
      grid: () => this.#picture.data.find(({ z }) => z),
      begin: () => {
        const { x, y } = this.#picture.data.find(({ mode }) => mode === "markers") ?? { x: [], y: [] };
        return { x: x[0] ?? 0, y: y[0] ?? 0 };
      },
      axes: () => [this.#plot.axis("x"), this.#plot.axis("y")],
      moved: (x, y) => ask<FigurePanelQuestions>(this.#model, "tell", { x, y }),
      pick: (x, y) => ask<FigurePanelQuestions>(this.#model, "pick", { x, y }),
    });
    hear<FigurePanelQuestions>({ model: this.#model, signal }, "tell", (_, [text]) => {
      if (document.activeElement === button) told.textContent = new TextDecoder().decode(text);
    });
    this.#stage.append(button);
    this.#stage.after(told);
  }

  // Takes the model's state and shows it in the next frame.
  show(): void {
    const model = this.#model;
    this.#el.classList.toggle("figure-waiting", model.get("waiting"));
    if (model.get("waiting")) return;
    const layout = fittingHeight(model.get("figure_layout"), this.#stage.clientWidth);
    // Each column is a trait of its own, by a name that the lines give.
    const columns: Model = model;
    const height = `${layout.height}px`;
    if (this.#stage.style.height !== height) this.#stage.style.height = height;
    const data = this.#columns.lines(model.get("lines"), (name) => columns.get(name));
    this.#plain = { data: this.#emphasised(data), layout: this.#zoomed(layout) };
    this.#picture = inked(this.#plain, this.#inks);
    this.#drawing.show(this.#picture);
  }

  // The first picture; there is nothing to see before it.
  async open(): Promise<void> {
    this.#inks = inksOf(this.#el);
    this.show();
    if (this.#model.get("waiting")) return;
    this.#plot.width = this.#stage.clientWidth || this.#plot.width;
    await this.#drawing.settle();
  }

  #recolour(): void {
    const before = this.#inks;
    this.#inks = inksOf(this.#el);
    if (!(before || this.#inks)) return;
    this.show();
    this.#drawing.settle().catch(reportError);
  }

  #emphasised(data: readonly Line[]): readonly Line[] {
    const trace = this.#playhead?.get("emphasised_trace");
    if (!trace) return data;
    return data.map((line) => ({ ...line, opacity: line.meta?.trace === trace ? 1 : DIMMED }));
  }

  #zoomed(layout: Layout): Layout {
    if (this.#zoom.factor === 1) return layout;
    const axis = axisOf(layout, "x");
    return { ...layout, xaxis: { ...axis, range: this.#zoom.range(axis.range) } };
  }

  // What has no room on the page now, at this level or width, is drawn when it gets some.
  async #drawAll(picture: Picture): Promise<void> {
    const { clientWidth } = this.#stage;
    this.#isPlaced = clientWidth > 0;
    if (clientWidth > 0) await this.#plot.draw(picture);
  }

  #zoomTo(factor: number): void {
    this.#zoom.set(factor, this.#playhead?.get("time_ms") ?? 0);
    this.show();
    this.#drawing.settle().catch(reportError);
  }

  #drawLines(lines: readonly Line[]): void {
    const { layout } = this.#picture;
    this.#plot.putOverLines(this.#canvas.el);
    this.#canvas.draw(lines, (name) => this.#plot.axis(name), this.#plot.width, layout.height ?? 0);
    this.#stage.classList.add("moving");
  }

  #clearLines(): void {
    this.#stage.classList.remove("moving");
    this.#canvas.clear();
  }

  #tellShown(isSettled: boolean): void {
    if (this.#counted !== this.#picture) {
      this.#counted = this.#picture;
      this.#pictures += 1;
      this.#el.dataset.drawnRun = String(this.#pictures);
    }
    this.#el.dataset.settled = String(isSettled);
    this.placePlayhead();
    this.tellWords();
    if (isSettled && !this.#table.hidden) this.#fillTable();
  }

  tellWords(): void {
    write(this.#finding, this.#model.get("finding"));
    write(this.#neutral, this.#model.get("neutral"));
    write(this.#description, this.#model.get("description"));
    this.#el.dataset.asking = String(this.#isAsking());
    this.#neutral.hidden = !this.#isAsking();
    this.#plotBox.setAttribute("aria-label", this.#title());
  }

  #isAsking(): boolean {
    return this.#prediction?.get("answer") === "";
  }

  #title(): string {
    return this.#model.get(this.#isAsking() ? "neutral" : "finding");
  }

  placePlayhead(): void {
    const across = this.#plot.axis("x");
    if (!(this.#playhead && this.#readouts && across)) return;
    const lines = this.#withReadout();
    this.#readouts.show(lines, {
      time: this.#playhead.get("time_ms"),
      duration: this.#playhead.get("duration_ms"),
      across,
      up: lines.map(({ yaxis = "y" }) => this.#plot.axis(yaxis)),
    });
  }

  #withReadout(): readonly Line[] {
    return this.#picture.data.filter(({ meta, x }) => meta?.run === "this_run" && meta.readout && x.length > 0);
  }

  #toggleTable(): void {
    this.#table.hidden = !this.#table.hidden;
    this.#nameTableButton();
    if (this.#table.hidden) return;
    this.#fillTable();
  }

  #nameTableButton(): void {
    this.#tableButton.setAttribute("aria-expanded", String(!this.#table.hidden));
    this.#tableButton.textContent = this.#said(this.#table.hidden ? "table_show" : "table_hide");
  }

  #fillTable(): void {
    const { layout } = this.#picture;
    const overTime = () =>
      linesOverTime(
        this.#withReadout(),
        axisOf(layout, "x").range,
        speaker(this.#words, spokenAround(this.#el)),
        languageAround(this.#el),
      );
    this.#table.replaceChildren(tableElement(layout.meta?.table ?? overTime(), this.#title()));
  }

  #savePicture(): void {
    const [name, title] = [this.#model.get("file_name"), this.#title()];
    this.#plot.savePicture(this.#plain, name, title)?.catch(reportError);
  }

  // Keeps the plot as wide as its place, and draws nothing that cannot be seen before the hand rests.
  watch(signal: AbortSignal): void {
    const sizes = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width === 0 || this.#plot.isOnPaper || (width === this.#plot.width && this.#isPlaced)) return;
      this.#plot.width = width;
      this.show();
      this.#drawing.again().catch(reportError);
    });
    const sights = new IntersectionObserver(
      (entries) => {
        this.#drawing.isSeen = entries.at(-1)?.isIntersecting ?? true;
      },
      { rootMargin: SEEN_FROM },
    );
    sizes.observe(this.#stage);
    sights.observe(this.#stage);
    followPrinting((begins) => this.#print(begins), signal);
    followTheme(() => this.#recolour(), signal);
    signal.addEventListener("abort", () => {
      sizes.disconnect();
      sights.disconnect();
      this.#drawing.stop();
      this.#plot.purge();
    });
  }

  // Paper is as wide as it is, whatever the window; afterwards the figure is again as it was.
  #print(begins: boolean): void {
    this.#plot.isOnPaper = begins;
    this.#el.classList.toggle("figure-long", (this.#picture.layout.height ?? 0) > PAPER_SHEET_PX);
    this.#plot.width = begins ? PAPER_COLUMN_PX : this.#stage.clientWidth || this.#plot.width;
    this.#drawing.again().catch(reportError);
  }
}

function write(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

// Draws the question that comes before the finding, where there is one.
async function askFirst({ model, el, host, signal }: Place<FigurePanelTraits>) {
  const reference = model.get("prediction");
  if (!reference) return null;
  const place = element("div");
  el.append(place);
  const widget = await host.getWidget(reference);
  await widget.render({ el: place, signal });
  return host.getModel<PredictionTraits>(reference);
}

async function draw(place: Place<FigurePanelTraits>): Promise<void> {
  const { model, host, signal, follow } = place;
  const reference = model.get("playhead");
  const playhead = reference ? await host.getModel<Playhead>(reference) : null;
  const prediction = await askFirst(place);
  const view = new FigureView(place, playhead, prediction);
  if (prediction) follow(prediction, "change:answer", () => view.tellWords());
  follow(model, "change", () => view.show());
  hear<FigurePanelQuestions>(place, "csv", (_, [csv]) => {
    if (csv) save(new Blob([csv as DataView<ArrayBuffer>], { type: "text/csv" }), `${model.get("file_name")}.csv`);
  });
  if (playhead) {
    follow(playhead, "change:time_ms", () => view.placePlayhead());
    follow(playhead, "change:emphasised_trace", () => view.show());
  }
  await view.open();
  if (!signal.aborted) view.watch(signal);
}

export default part<FigurePanelTraits>(draw);
