// What stands written on the picture: numbered labels with their leaders, the amounts of now, the stated scales.

import { element } from "../browser/page_elements.ts";
import type { Speak } from "../browser/words.ts";
import { type Fit, fitOf, lineFitOf } from "./label_fit.ts";
import { type Anchor, type Label, labelsOf } from "./label_places.ts";
import type { Layout } from "./layouts.ts";
import { type Moment, STEPS, type Step, stepsUnderWay } from "./moment.ts";
import { pathPicture } from "./svg.ts";
import { write } from "./text.ts";
import { twoDigits, whole } from "./words.ts";

const WEIGHT = 400;
const STEP_WEIGHT = 600;
const MICRO_IN_MILLI = 1000;
// Where a stated scale stands beside its amount.
const UNIT_ROOM = 208;
const UNIT_SIZE = 13.8;
// No browser sets letters quite as wide as it measures them.
const SLACK = 3;

const AMOUNTS = ["calcium", "magnesium", "atp"] as const;

// Places an element by variables, in drawing units; the style sheet turns them into lengths.
function place(node: HTMLElement, x: number, y: number, anchor: Anchor, width: number): HTMLElement {
  node.dataset.anchor = anchor;
  node.style.setProperty("--x", String(x));
  node.style.setProperty("--y", String(y));
  node.style.setProperty("--most", String(width));
  return node;
}

// How wide a text is in drawing units, at the size and weight of labels.
type Measure = (text: string, size: number, weight: number) => number;

function measureIn(shell: HTMLElement): Measure {
  const family = getComputedStyle(shell).fontFamily;
  const pen = element("canvas").getContext("2d");
  return (text, size, weight) => {
    if (!pen) return 0;
    pen.font = `${weight} ${size}px ${family}`;
    return pen.measureText(text).width;
  };
}

function setFit(node: HTMLElement, { scale, lines }: Fit): void {
  node.style.setProperty("--scale", scale.toFixed(3));
  node.classList.toggle("on-two-lines", lines === 2);
}

function labelOf({ key, step, x, y, anchor, room }: Label, layout: Layout, say: Speak, measure: Measure): HTMLElement {
  const textContent = say(`label_${key}`);
  const text = element("span", { className: "label-text", textContent });
  const badge = step ? [element("span", { className: "step-badge", textContent: String(step) })] : [];
  const node = element("span", { className: step ? "label label-step" : "label" }, [...badge, text]);
  const fit = fitOf(textContent, room, (said) => measure(said, layout.fontSize, step ? STEP_WEIGHT : WEIGHT));
  setFit(node, fit);
  return place(node, x, y, anchor, fit.width + SLACK);
}

export class Labels {
  readonly element: HTMLElement;
  readonly #say: Speak;
  readonly #measure: Measure;
  readonly #steps = new Map<Step, HTMLElement>();
  readonly #store = element("span", { className: "amount store-value" });
  readonly #force = element("span", { className: "amount force-value" });
  readonly #kept = element("span", { className: "amount kept-value" });
  readonly #amounts = AMOUNTS.map((kind) => element("span", { className: `amount legend-now legend-${kind}` }));
  readonly #units = AMOUNTS.map(() => element("span", { className: "amount legend-unit" }));

  // `shell` carries the letters.
  constructor(layout: Layout, shell: HTMLElement, say: Speak) {
    this.#say = say;
    this.#measure = measureIn(shell);
    const labels = labelsOf(layout);
    const nodes = labels.map((label) => labelOf(label, layout, say, this.#measure));
    for (const step of STEPS) {
      const node = nodes[labels.findIndex(({ key }) => key === step)];
      if (node) this.#steps.set(step, node);
    }
    const leaders = labels.flatMap(({ leader }) => leader ?? []).join(" ");
    const group = element("div", { className: "sarcomere-labels" }, [
      pathPicture("label-leaders", `0 0 ${layout.width} ${layout.height}`, leaders),
      ...nodes,
    ]);
    this.element = element("div", { className: "sarcomere-words", ariaHidden: "true" }, [
      ...this.#placeAmounts(layout),
      group,
    ]);
  }

  #placeAmounts(layout: Layout): HTMLElement[] {
    const { legend, pouch, rightZ, wallX, thickY, width } = layout;
    const springX = (rightZ + wallX) / 2 + 6;
    const name = element("span", { className: "amount force-name", textContent: this.#say("label_force") });
    const inRow = legend.columns > 1;
    const rows = AMOUNTS.flatMap((_, index) => {
      const x = legend.x + 22 + (inRow ? index * legend.pitch : 0);
      const y = legend.y + (inRow ? 0 : index * legend.pitch + 4);
      const [now, unit] = [this.#amounts[index], this.#units[index]];
      if (!(now && unit)) return [];
      place(now, x, y, "start", inRow ? legend.pitch - 40 : 180);
      if (inRow) place(unit, x, y + 15, "start", UNIT_ROOM);
      else place(unit, width - 14, y, "end", UNIT_ROOM);
      return [now, unit];
    });
    return [
      place(this.#store, pouch.valueX, pouch.box[1] + 17, "end", 60),
      place(this.#kept, wallX - 6, thickY - 40, "end", 110),
      place(name, springX, thickY + 34, "middle", 96),
      place(this.#force, springX, thickY + 60, "middle", 96),
      ...rows,
    ];
  }

  showScales({ calcium_uM, magnesium_mM, atp_mM }: Moment["run"]["units"]): void {
    const units = [calcium_uM, magnesium_mM, atp_mM].map(twoDigits);
    // What one of each stands for in dots of calcium: the scales are far apart.
    const inDots = [calcium_uM, MICRO_IN_MILLI * magnesium_mM, MICRO_IN_MILLI * atp_mM];
    const widthOf = (text: string) => this.#measure(text, UNIT_SIZE, WEIGHT);
    for (const [index, node] of this.#units.entries()) {
      const times = twoDigits((inDots[index] ?? 1) / calcium_uM);
      const text = this.#say(`legend_${AMOUNTS[index]}_unit`, { unit: units[index] ?? "", times });
      setFit(node, lineFitOf(text, UNIT_ROOM, widthOf));
      write(node, text);
    }
  }

  show(moment: Moment, keptForce: number | null): void {
    const { state } = moment;
    const say = this.#say;
    const percent = (value: number) => say("value_percent", { percent: whole(value) });
    write(this.#store, percent(state.store_calcium_percent));
    write(this.#force, percent(state.force_percent));
    write(this.#kept, keptForce === null ? "" : say("value_kept", { percent: whole(keptForce) }));
    const values = [state.free_calcium_uM, state.free_magnesium_mM, state.magnesium_ATP_mM];
    for (const [index, kind] of AMOUNTS.entries()) {
      const node = this.#amounts[index];
      if (node) write(node, say(`legend_${kind}`, { value: twoDigits(values[index] ?? 0) }));
    }
    const underWay = stepsUnderWay(moment);
    for (const [step, node] of this.#steps) node.classList.toggle("step-on", underWay[step]);
  }
}
