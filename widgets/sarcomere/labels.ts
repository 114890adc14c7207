// What stands written on the picture: numbered labels with their leaders, the amounts of now, the stated scales.

import { element } from "../browser/page_elements.ts";
import type { Layout } from "./layouts.ts";
import { type Moment, STEPS, type Step, stepsUnderWay } from "./moment.ts";
import { pathPicture } from "./svg.ts";
import { write } from "./text.ts";
import type { Say } from "./words.ts";

type Anchor = "start" | "middle" | "end";

interface Label {
  readonly key: string;
  // Number of its step, or none.
  readonly step?: number;
  // Where its line of text stands, and which end of the text stands there.
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly leader?: string;
}

const WHOLE_LABELS: readonly Label[] = [
  { key: "signal", step: 1, x: 96, y: 17, anchor: "start" },
  { key: "gate", step: 2, x: 10, y: 174, anchor: "start", leader: "M88 160 L97 142" },
  { key: "calcium", step: 3, x: 136, y: 174, anchor: "start" },
  { key: "sites", step: 4, x: 136, y: 203, anchor: "start", leader: "M176 207 L183 214" },
  { key: "heads", step: 5, x: 344, y: 210, anchor: "middle", leader: "M344 216 L322 258" },
  { key: "slide", step: 6, x: 526, y: 405, anchor: "middle" },
  { key: "pump", step: 7, x: 744, y: 60, anchor: "end", leader: "M660 64 L636 80" },
  { key: "latch", x: 104, y: 59, anchor: "start", leader: "M100 60 L94 66" },
  { key: "store", x: 150, y: 83, anchor: "start" },
  { key: "z_line", x: 42, y: 405, anchor: "middle", leader: "M46 393 L46 388" },
  { key: "thin", x: 148, y: 405, anchor: "middle", leader: "M145 393 L145 358" },
  { key: "thick", x: 318, y: 405, anchor: "middle", leader: "M334 393 L334 306" },
];

const HALF_LABELS: readonly Label[] = [
  { key: "signal", step: 1, x: 60, y: 17, anchor: "start" },
  { key: "gate", step: 2, x: 8, y: 178, anchor: "start", leader: "M60 164 L64 148" },
  { key: "calcium", step: 3, x: 8, y: 206, anchor: "start" },
  { key: "sites", step: 4, x: 132, y: 248, anchor: "start", leader: "M176 253 L183 258" },
  { key: "heads", step: 5, x: 6, y: 248, anchor: "start", leader: "M26 254 L36 306" },
  { key: "slide", step: 6, x: 50, y: 455, anchor: "start" },
  { key: "pump", step: 7, x: 384, y: 178, anchor: "end", leader: "M322 164 L318 150" },
  { key: "latch", x: 70, y: 59, anchor: "start", leader: "M66 60 L56 70" },
  { key: "store", x: 107, y: 87, anchor: "start" },
  { key: "z_line", x: 292, y: 432, anchor: "start", leader: "M285 428 L273 424" },
  { key: "thick", x: 12, y: 474, anchor: "start", leader: "M24 464 L24 352" },
];

export const LABEL_KEYS = [...new Set([...WHOLE_LABELS, ...HALF_LABELS].map(({ key }) => key)), "force"];

const AMOUNTS = ["calcium", "magnesium", "atp"] as const;

// Places an element by variables, in drawing units; the style sheet turns them into lengths.
function place(node: HTMLElement, x: number, y: number, anchor: Anchor, width: number): HTMLElement {
  node.dataset.anchor = anchor;
  node.style.setProperty("--x", String(x));
  node.style.setProperty("--y", String(y));
  node.style.setProperty("--most", String(width));
  return node;
}

function labelOf({ key, step, x, y, anchor }: Label, layout: Layout, say: Say): HTMLElement {
  const text = element("span", { className: "label-text", textContent: say(`label_${key}`) });
  const badge = step ? [element("span", { className: "step-badge", textContent: String(step) })] : [];
  const node = element("span", { className: step ? "label label-step" : "label" }, [...badge, text]);
  const room = { start: layout.width - x, end: x, middle: 2 * Math.min(x, layout.width - x) };
  return place(node, x, y, anchor, room[anchor]);
}

export class Labels {
  readonly element: HTMLElement;
  readonly #say: Say;
  readonly #steps = new Map<Step, HTMLElement>();
  readonly #store = element("span", { className: "amount store-value" });
  readonly #force = element("span", { className: "amount force-value" });
  readonly #kept = element("span", { className: "amount kept-value" });
  readonly #amounts = AMOUNTS.map((kind) => element("span", { className: `amount legend-now legend-${kind}` }));
  readonly #units = AMOUNTS.map(() => element("span", { className: "amount legend-unit" }));

  constructor(layout: Layout, say: Say) {
    this.#say = say;
    const labels = layout.name === "whole" ? WHOLE_LABELS : HALF_LABELS;
    const nodes = labels.map((label) => labelOf(label, layout, say));
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
      else place(unit, width - 14, y, "end", 160);
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
    const units = [calcium_uM, magnesium_mM, atp_mM].map((unit) => this.#say.number(unit));
    for (const [index, kind] of AMOUNTS.entries()) {
      const node = this.#units[index];
      if (node) write(node, this.#say(`legend_${kind}_unit`, { unit: units[index] ?? "" }));
    }
  }

  show(moment: Moment, keptForce: number | null): void {
    const { state } = moment;
    const say = this.#say;
    const percent = (value: number) => say("value_percent", { percent: say.whole(value) });
    write(this.#store, percent(state.store_calcium_percent));
    write(this.#force, percent(state.force_percent));
    write(this.#kept, keptForce === null ? "" : say("value_kept", { percent: say.whole(keptForce) }));
    const values = [state.free_calcium_uM, state.free_magnesium_mM, state.magnesium_ATP_mM];
    for (const [index, kind] of AMOUNTS.entries()) {
      const node = this.#amounts[index];
      if (node) write(node, say(`legend_${kind}`, { value: say.number(values[index] ?? 0) }));
    }
    const underWay = stepsUnderWay(moment);
    for (const [step, node] of this.#steps) node.classList.toggle("step-on", underWay[step]);
  }
}
