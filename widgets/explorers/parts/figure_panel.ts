// Draws one plotly figure from the model's columns, with the page's playhead on it, a data table and downloads.

import { element, save } from "../../browser/page_elements.ts";

const CONFIG = { displayModeBar: false, staticPlot: true };
// Moves points within axes that stay: a third of the time of a restyle.
const AT_ONCE = { mode: "immediate", transition: { duration: 0 }, frame: { duration: 0, redraw: false } };
const TABLE_ROWS = 40;
const KEY_STEPS_MS = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 };

function plotly(model) {
  // One copy for the whole browser page, whichever panel asks first.
  window.explainerPlotly ??= window.Plotly
    ? Promise.resolve(window.Plotly)
    : plotlyFromFrame() ?? plotlyFromKernel(model);
  return window.explainerPlotly;
}

function plotlyFromFrame() {
  const script = document.querySelector("script[data-plotly]");
  return script && new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(window.Plotly));
    script.addEventListener("error", () => reject(new Error("plotly.js could not be loaded")));
  });
}

function plotlyFromKernel(model) {
  return new Promise((resolve) => {
    model.on("msg:custom", (message, buffers) => {
      if (message.answer !== "plotly") return;
      const module = { exports: {} };
      new Function("module", "exports", "define", new TextDecoder().decode(buffers[0]))(module, module.exports);
      resolve(module.exports);
    });
    model.send({ ask: "plotly" });
  });
}

function floats(view) {
  // The buffer may start anywhere in a message; a Float32Array must start at a multiple of four.
  return view?.byteLength ? new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength)) : [];
}

function rowsOf(values, width) {
  return Array.from({ length: values.length / width }, (_, row) => values.subarray(row * width, (row + 1) * width));
}

export function valueAt(x, y, time) {
  let low = 0, high = x.length - 1;
  if (high < 0) return NaN;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle] <= time) low = middle; else high = middle;
  }
  const share = high === low ? 0 : Math.min(1, Math.max(0, (time - x[low]) / (x[high] - x[low])));
  return y[low] * (1 - share) + y[high] * share;
}

export function shown(value) {
  if (!Number.isFinite(value)) return "–";
  return Math.abs(value) < 5e-4 ? "0" : String(Number(value.toPrecision(Math.abs(value) >= 100 ? 3 : 2)));
}

class PanelView {
  constructor(model, el, playhead) {
    this.model = model;
    this.el = el;
    this.playhead = playhead;
    this.words = model.get("words");
    this.drawn = 0;
    this.zoom = 1;
    this.build();
  }

  build() {
    const { words } = this;
    this.finding = element("h2", { className: "figure-finding" });
    this.plot = element("div", { className: "figure-plot" });
    this.plot.setAttribute("role", "img");
    this.line = element("div", { className: "figure-playhead", tabIndex: 0 });
    this.line.setAttribute("role", "slider");
    this.line.setAttribute("aria-label", words.playhead_name);
    this.readouts = [];
    this.clock = element("span", { className: "figure-clock" });
    this.line.append(this.clock);
    this.stage = element("div", { className: "figure-stage" }, [this.plot, this.line]);
    this.description = element("p");
    this.tableHost = element("div", { className: "figure-table", hidden: true, tabIndex: 0 });
    this.tableHost.setAttribute("role", "region");
    this.tableHost.setAttribute("aria-label", words.table_name);
    const button = (text, act) => {
      const node = element("button", { type: "button", className: "quiet-button", textContent: text });
      node.addEventListener("click", act);
      return node;
    };
    this.tableButton = button(words.table_show, () => this.toggleTable());
    this.tableButton.setAttribute("aria-expanded", "false");
    // Without a line there is no place to zoom in at.
    const zooms = this.playhead ? [
      button(words.zoom_in, () => this.setZoom(this.zoom * 2)),
      button(words.zoom_out, () => this.setZoom(1)),
    ] : [];
    const fit = this.model.get("can_fit") ? [button(words.fit_axes, () => this.model.send({ ask: "fit" }))] : [];
    const tools = element("div", { className: "figure-tools" }, [
      ...zooms,
      ...fit,
      this.tableButton,
      button(words.download_csv, () => this.model.send({ ask: "csv" })),
      button(words.download_picture, () => this.savePicture()),
    ]);
    const inWords = element("details", { className: "figure-words" }, [
      element("summary", { textContent: words.in_words }), this.description,
    ]);
    this.el.classList.add("figure-panel");
    this.el.append(this.finding, this.stage, tools, inWords, this.tableHost);
    this.line.hidden = !this.playhead;
    this.stage.classList.toggle("timeless", !this.playhead);
    this.listenToLine();
    if (this.model.get("can_pick")) this.listenToPicks();
  }

  listenToPicks() {
    this.stage.classList.add("pickable");
    this.plot.addEventListener("click", (event) => {
      const { xaxis, yaxis } = this.plot._fullLayout, { left, top } = this.plot.getBoundingClientRect();
      const [x, y] = [xaxis.p2d(event.clientX - left - xaxis._offset), yaxis.p2d(event.clientY - top - yaxis._offset)];
      this.model.send({ ask: "pick", x, y });
    });
  }

  listenToLine() {
    const scrubTo = (event) => {
      const axis = this.plot._fullLayout.xaxis;
      const left = this.plot.getBoundingClientRect().left + axis._offset;
      this.setTime(axis.p2d(event.clientX - left));
    };
    this.stage.addEventListener("pointerdown", (event) => {
      if (!this.playhead || event.button !== 0) return;
      this.playhead.set("playing", false);
      this.stage.setPointerCapture(event.pointerId);
      scrubTo(event);
    });
    this.stage.addEventListener("pointermove", (event) => {
      if (this.playhead && this.stage.hasPointerCapture(event.pointerId)) scrubTo(event);
    });
    this.stage.addEventListener("pointerup", () => this.playhead?.save_changes());
    this.line.addEventListener("keydown", (event) => {
      const limits = { Home: 0, End: this.playhead.get("duration_ms") };
      if (event.key in KEY_STEPS_MS) this.setTime(this.playhead.get("time_ms") + KEY_STEPS_MS[event.key]);
      else if (event.key in limits) this.setTime(limits[event.key]);
      else return;
      event.preventDefault();
      this.playhead.set("playing", false);
      this.playhead.save_changes();
    });
  }

  setTime(time) {
    this.playhead.set("time_ms", Math.min(this.playhead.get("duration_ms"), Math.max(0, time)));
  }

  setZoom(factor) {
    this.zoom = Math.min(32, Math.max(1, factor));
    this.draw();
  }

  layout() {
    const layout = structuredClone(this.model.get("figure_layout"));
    if (this.zoom > 1 && this.playhead) {
      const [start, end] = layout.xaxis.range;
      const width = (end - start) / this.zoom;
      const left = Math.min(end - width, Math.max(start, this.zoomCentre() - width / 2));
      layout.xaxis.range = [left, left + width];
    }
    return layout;
  }

  zoomCentre() {
    // The stretch stays where it was while data change; it moves only when its width does.
    if (this.zoomedAt !== this.zoom) [this.zoomedAt, this.centre] = [this.zoom, this.playhead.get("time_ms")];
    return this.centre;
  }

  // A line whose columns did not change keeps its object, so that it need not be drawn again.
  data() {
    return this.model.get("lines").map((line, i) => {
      const columns = ["x", "y", "z"].filter((axis) => axis in line).map((axis) => this.model.get(line[axis]));
      if (this.columns?.[i]?.every((column, j) => column === columns[j])) return this.now[i];
      (this.columns ??= [])[i] = columns;
      const [x, y, z] = columns.map(floats);
      return { ...line, x, y, ...(z && { z: rowsOf(z, x.length) }) };
    });
  }

  async draw() {
    this.el.classList.toggle("figure-waiting", this.model.get("waiting"));
    if (this.model.get("waiting")) return this.tellDrawn();
    const before = this.now, data = this.data(), layout = this.layout();
    const fixed = JSON.stringify([layout, this.model.get("lines")]);
    this.finding.textContent = this.model.get("finding");
    this.description.textContent = this.model.get("description");
    this.plot.setAttribute("aria-label", this.model.get("finding"));
    this.now = data;
    if (!this.Plotly) {
      this.Plotly = await plotly(this.model);
      await this.Plotly.newPlot(this.plot, data, layout, CONFIG);
    } else if (fixed === this.fixed && data.every(({ type }) => type === "scatter")) {
      const moved = data.map((_, i) => i).filter((i) => data[i] !== before[i]);
      const points = moved.map((i) => ({ x: data[i].x, y: data[i].y }));
      // plotly rejects the promise of a drawing that a newer one overtakes; then the newer one shows.
      this.Plotly.animate(this.plot, { data: points, traces: moved }, AT_ONCE).catch(() => {});
      // plotly moves the points in the next animation frame; what follows here belongs to the same one.
      await new Promise(requestAnimationFrame);
    } else {
      await this.Plotly.react(this.plot, data, layout, CONFIG);
    }
    this.fixed = fixed;
    this.placeLine();
    if (!this.tableHost.hidden) this.fillTable();
    return this.tellDrawn();
  }

  tellDrawn() {
    this.drawn += 1;
    this.el.dataset.drawnRun = String(this.drawn);
    this.el.dataset.drawn = "true";
    this.el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "figure" } }));
  }

  placeLine() {
    if (!this.playhead || !this.plot._fullLayout) return;
    const time = this.playhead.get("time_ms"), axis = this.plot._fullLayout.xaxis;
    const [start, end] = axis.range;
    this.line.style.transform = `translateX(${axis._offset + axis.d2p(time)}px)`;
    this.line.classList.toggle("outside", time < start || time > end);
    this.line.setAttribute("aria-valuemin", "0");
    this.line.setAttribute("aria-valuemax", String(this.playhead.get("duration_ms")));
    this.line.setAttribute("aria-valuenow", String(Math.round(time)));
    this.line.setAttribute("aria-valuetext", `${Math.round(time)} ms`);
    this.fillReadout(time);
  }

  // The value at the line, at the right end of each panel's heading.
  fillReadout(time) {
    const lines = this.current(), layout = this.plot._fullLayout;
    while (this.readouts.length < lines.length) {
      this.readouts.push(element("span", { className: "figure-value" }));
      this.stage.append(this.readouts.at(-1));
    }
    this.clock.textContent = `${Math.round(time)} ms`;
    this.clock.classList.toggle("left", time > (layout.xaxis.range[0] + layout.xaxis.range[1]) / 2);
    lines.forEach((line, i) => {
      const axis = layout[line.yaxis.replace("y", "yaxis")];
      this.readouts[i].textContent = `${shown(valueAt(line.x, line.y, time))} ${line.meta.unit}`;
      this.readouts[i].style.top = `${axis._offset}px`;
      this.readouts[i].style.right = `${layout.margin.r}px`;
      this.readouts[i].style.color = line.meta.text;
    });
  }

  current() {
    return this.now.filter((line) => line.meta.run === "this_run" && line.x.length && line.meta.readout);
  }

  toggleTable() {
    this.tableHost.hidden = !this.tableHost.hidden;
    this.tableButton.setAttribute("aria-expanded", String(!this.tableHost.hidden));
    this.tableButton.textContent = this.tableHost.hidden ? this.words.table_show : this.words.table_hide;
    if (!this.tableHost.hidden) this.fillTable();
  }

  fillTable() {
    const cell = (tag, text) => element(tag, { textContent: text, ...(tag === "th" && { scope: "col" }) });
    const { columns, rows } = this.model.get("figure_layout").meta?.table ?? this.linesOverTime();
    const table = element("table", {}, [
      element("caption", { textContent: this.model.get("finding") }),
      element("thead", {}, [element("tr", {}, columns.map((text) => cell("th", text)))]),
      element("tbody", {}, rows.map((texts) => element("tr", {}, texts.map((text) => cell("td", text))))),
    ]);
    this.tableHost.replaceChildren(table);
  }

  linesOverTime() {
    const lines = this.current();
    const columns = [this.words.time_column, ...lines.map((l) => `${l.meta.label}, ${l.meta.unit}`)];
    const [start, end] = this.plot._fullLayout.xaxis.range;
    const rows = Array.from({ length: TABLE_ROWS + 1 }, (_, i) => {
      const time = start + ((end - start) * i) / TABLE_ROWS;
      return [shown(time), ...lines.map((l) => shown(valueAt(l.x, l.y, time)))];
    });
    return { columns, rows };
  }

  savePicture() {
    const options = { format: "png", scale: 2, width: 900, height: this.plot.clientHeight + 40, filename: this.model.get("file_name") };
    const layout = { ...this.layout(), title: { text: this.model.get("finding"), font: { size: 16 } }, paper_bgcolor: "#fff" };
    layout.margin = { ...layout.margin, t: 60 };
    return this.Plotly.downloadImage({ data: this.now, layout }, options);
  }
}

async function render({ model, el, host, signal }) {
  const playhead = model.get("playhead") ? await host.getModel(model.get("playhead")) : null;
  const view = new PanelView(model, el, playhead);
  const draw = () => view.draw();
  const place = () => view.placeLine();
  const receive = (message, buffers) => {
    if (message.answer === "csv") save(new Blob([buffers[0]], { type: "text/csv" }), `${model.get("file_name")}.csv`);
  };
  model.on("change", draw);
  model.on("msg:custom", receive);
  playhead?.on("change:time_ms", place);
  const resized = new ResizeObserver(async () => {
    if (!view.Plotly) return;
    await view.Plotly.Plots.resize(view.plot);
    view.placeLine();
  });
  resized.observe(view.plot);
  signal?.addEventListener("abort", () => {
    model.off("change", draw);
    model.off("msg:custom", receive);
    playhead?.off("change:time_ms", place);
    resized.disconnect();
    view.Plotly?.purge(view.plot);
  });
  await view.draw();
}

export default { render };
