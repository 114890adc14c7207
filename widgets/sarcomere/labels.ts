// What stands written on the picture: numbered labels with their leaders, the amounts of now, the stated scales.

import { element } from "../browser/page_elements.ts";
import type { Speak } from "../browser/words.ts";
import { type Fit, fitOf, lineFitOf } from "./label_fit.ts";
import type { Layout } from "./layouts.ts";
import { type Moment, STEPS, type Step, stepsUnderWay } from "./moment.ts";
import { pathPicture } from "./svg.ts";
import { write } from "./text.ts";
import { twoDigits, whole } from "./words.ts";

type Anchor = "start" | "middle" | "end";

interface Label {
  readonly key: string;
  // Number of its step, or none.
  readonly step?: number;
  // Where its line of text stands, and which end of the text stands there.
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  // How wide its text may be, so that it meets no other one.
  readonly room: number;
  readonly leader?: string;
}

const WHOLE_LABELS: readonly Label[] = [
  { key: "signal", step: 1, x: 96, y: 17, anchor: "start", room: 560 },
  { key: "gate", step: 2, x: 10, y: 174, anchor: "start", room: 96, leader: "M88 160 L97 142" },
  { key: "calcium", step: 3, x: 136, y: 174, anchor: "start", room: 230 },
  { key: "sites", step: 4, x: 136, y: 203, anchor: "start", room: 120, leader: "M176 207 L183 214" },
  { key: "heads", step: 5, x: 344, y: 210, anchor: "middle", room: 88, leader: "M344 216 L322 258" },
  { key: "slide", step: 6, x: 526, y: 405, anchor: "middle", room: 234 },
  { key: "pump", step: 7, x: 744, y: 60, anchor: "end", room: 270, leader: "M660 64 L636 80" },
  { key: "latch", x: 104, y: 59, anchor: "start", room: 250, leader: "M100 60 L94 66" },
  { key: "store", x: 150, y: 83, anchor: "start", room: 330 },
  { key: "z_line", x: 42, y: 405, anchor: "middle", room: 68, leader: "M46 393 L46 388" },
  { key: "thin", x: 148, y: 405, anchor: "middle", room: 108, leader: "M145 393 L145 358" },
  { key: "thick", x: 318, y: 405, anchor: "middle", room: 138, leader: "M334 393 L334 306" },
];

const HALF_LABELS: readonly Label[] = [
  { key: "signal", step: 1, x: 60, y: 17, anchor: "start", room: 290 },
  { key: "gate", step: 2, x: 8, y: 178, anchor: "start", room: 152, leader: "M60 164 L64 148" },
  { key: "calcium", step: 3, x: 8, y: 206, anchor: "start", room: 330 },
  { key: "sites", step: 4, x: 132, y: 248, anchor: "start", room: 222, leader: "M176 253 L183 258" },
  { key: "heads", step: 5, x: 6, y: 248, anchor: "start", room: 98, leader: "M26 254 L36 306" },
  { key: "slide", step: 6, x: 50, y: 455, anchor: "start", room: 300 },
  { key: "pump", step: 7, x: 384, y: 178, anchor: "end", room: 158, leader: "M322 164 L318 150" },
  { key: "latch", x: 70, y: 59, anchor: "start", room: 290, leader: "M66 60 L56 70" },
  { key: "store", x: 107, y: 87, anchor: "start", room: 116 },
  { key: "z_line", x: 292, y: 432, anchor: "start", room: 90, leader: "M285 428 L273 424" },
  { key: "thick", x: 12, y: 474, anchor: "start", room: 300, leader: "M24 464 L24 352" },
];

export const LABEL_KEYS = [...new Set([...WHOLE_LABELS, ...HALF_LABELS].map(({ key }) => key)), "force"];

const WEIGHT = 400;
const STEP_WEIGHT = 600;
// Where a stated scale stands beside its amount.
const UNIT_ROOM = 185;
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
    const labels = layout.name === "whole" ? WHOLE_LABELS : HALF_LABELS;
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
      if (inRow) place(unit, x, y + 15, "start", legend.pitch - 40);
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
    const widthOf = (text: string) => this.#measure(text, UNIT_SIZE, WEIGHT);
    for (const [index, node] of this.#units.entries()) {
      const text = this.#say(`legend_${AMOUNTS[index]}_unit`, { unit: units[index] ?? "" });
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
