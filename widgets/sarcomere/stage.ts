// The drawing in its place: the canvas with the parts that can be reached and the words over it, at the size that there is.

import { element } from "../browser/page_elements.ts";
import type { Speak } from "../browser/words.ts";
import { readInks } from "./inks.ts";
import { Labels } from "./labels.ts";
import type { Layout } from "./layouts.ts";
import { type Moment, reportOf } from "./moment.ts";
import { Parts } from "./parts.ts";
import { Picture } from "./picture.ts";
import { type Places, placesOf, sceneAt } from "./scene.ts";
import type { ShownRun } from "./shown_run.ts";

const DOTS_PER_CSS_PIXEL_IN_PRINT = 4;

export class Stage {
  readonly element = element("div", { className: "sarcomere-stage", tabIndex: -1 });
  readonly drawing: HTMLElement;
  readonly layout: Layout;
  readonly parts: Parts;
  readonly #places: Places;
  readonly #labels: Labels;
  readonly #picture: Picture;
  #deviceWidth = 0;
  #isOnPaper = false as boolean;

  // `shell` carries the colours and the letters.
  constructor(layout: Layout, shell: HTMLElement, say: Speak) {
    this.layout = layout;
    this.#places = placesOf(layout);
    const canvas = element("canvas", { className: "sarcomere-canvas", ariaHidden: "true" });
    this.#picture = new Picture(canvas, layout, this.#places, readInks(shell));
    this.#labels = new Labels(layout, shell, say);
    this.parts = new Parts(layout, say);
    const drawing = element("div", { className: "sarcomere-drawing", role: "group" }, [
      canvas,
      this.#labels.element,
      ...this.parts.elements,
    ]);
    drawing.ariaLabel = say("drawing_name");
    drawing.style.setProperty("--units-across", String(layout.width));
    drawing.style.setProperty("--units-down", String(layout.height));
    drawing.style.setProperty("--font-units", String(layout.fontSize));
    Object.assign(drawing.dataset, {
      layout: layout.name,
      labels: "on",
      sitesTotal: String(this.#places.troponins.length),
      headsTotal: String(this.#places.heads.length),
    });
    this.drawing = drawing;
    this.element.append(drawing);
  }

  // Takes the size at which the drawing stands; true where it must be drawn anew.
  resize(deviceWidth: number): boolean {
    this.#deviceWidth = deviceWidth;
    return this.#picture.resize(deviceWidth);
  }

  // As many dots as paper takes for a drawing so wide, in CSS pixels; or, for null, as the screen has.
  sharpen(paperWidth: number | null): void {
    this.#isOnPaper = paperWidth !== null;
    this.#picture.resize(paperWidth === null ? this.#deviceWidth : paperWidth * DOTS_PER_CSS_PIXEL_IN_PRINT);
  }

  recolour(shell: HTMLElement): void {
    this.#picture.recolour(readInks(shell));
  }

  toggleLabels(): boolean {
    const on = this.drawing.dataset.labels !== "on";
    this.drawing.dataset.labels = on ? "on" : "off";
    return on;
  }

  // Draws a moment of a run, and says on the drawing what is drawn.
  paint(shown: ShownRun, moment: Moment, look: { still: boolean; moving: boolean; keptForce: number | null }): void {
    const scene = sceneAt(this.layout, this.#places, shown.histories, moment, look);
    this.#picture.paint(scene, look.moving);
    if (this.#isOnPaper) this.#picture.keepAsPixels();
    this.parts.follow(scene.frames);
  }

  tell(moment: Moment, keptForce: number | null): void {
    this.#labels.show(moment, keptForce);
    const { dataset } = this.drawing;
    for (const [name, value] of Object.entries(reportOf(moment))) if (dataset[name] !== value) dataset[name] = value;
  }

  showScales(units: Moment["run"]["units"]): void {
    this.#labels.showScales(units);
  }
}
