// The rows of a forest plot: cells of a real table, a drawing in one of them, and more on a trial when its name is pressed.

import { element, link } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import { type MarkKind, type Shape, STRETCHED, shapesOf } from "./forest_mark.ts";
import type { ForestAxis, ForestMark, ForestSummary, ForestTrial } from "./protocol.ts";

const SVG = "http://www.w3.org/2000/svg";
const FACTS = ["magnesium", "placebo", "dose", "salt", "weeks", "bias"] as const;
const COLUMNS = 11;

function svgNode(
  tag: string,
  values: Readonly<Record<string, string>>,
  children: readonly SVGElement[] = [],
): SVGElement {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function percent(share: number): string {
  return `${100 * share}%`;
}

function drawn({ tag, at, across, d, look }: Shape): SVGElement {
  if (tag === "line") {
    const ends = { x1: percent(at), x2: percent(at + across), y1: "50%", y2: "50%" };
    return svgNode("line", { ...ends, class: `forest-${look}` });
  }
  const path = svgNode("path", { d, class: `forest-${look}`, "vector-effect": "non-scaling-stroke" });
  if (across === 0) return svgNode("svg", { x: percent(at), y: "50%", class: "forest-placed" }, [path]);
  const box = {
    viewBox: `0 -10 ${STRETCHED} 20`,
    preserveAspectRatio: "none",
    height: "20",
    y: "50%",
    class: "forest-stretched",
  };
  return svgNode("svg", { ...box, x: percent(at), width: percent(across) }, [path]);
}

function drawing(marks: readonly ForestMark[], kind: MarkKind, axis: ForestAxis, said: string): SVGElement {
  const none = percent(axis.none);
  const ground = svgNode("line", { x1: none, x2: none, y1: "0", y2: "100%", class: "forest-none" });
  const shapes = marks.flatMap((mark) => shapesOf(mark, kind)).map(drawn);
  const svg = svgNode("svg", { class: "forest-drawing", role: "img", "aria-label": said }, [ground, ...shapes]);
  svg.dataset.kind = kind;
  return svg;
}

function markCell(picture: SVGElement, why: string): HTMLElement {
  const words = why ? [element("span", { className: "forest-why", textContent: why })] : [];
  const cell = element("td", { className: "forest-mark" }, words);
  cell.prepend(picture);
  return cell;
}

function moreRow(trial: ForestTrial, speak: Speak): HTMLElement {
  const facts = [...(trial.why ? [{ label: speak("forest_column_why"), text: trial.why }] : []), ...trial.facts];
  const list = facts.map(({ label, text }) =>
    element("div", {}, [element("dt", { textContent: label }), element("dd", { textContent: text })]),
  );
  const sources = trial.sources.map((source) => element("li", {}, [link(source)]));
  const cell = element("td", { colSpan: COLUMNS }, [
    element("dl", {}, list),
    element("ul", { className: "forest-sources" }, sources),
  ]);
  return element("tr", { className: "forest-more" }, [cell]);
}

export interface TrialPlace {
  axis: ForestAxis;
  speak: Speak;
  isOpen: boolean;
  // Whether it counts from now on.
  counts: (control: string, counts: boolean) => void;
  opened: (key: string, isOpen: boolean) => void;
}

function countsCell(trial: ForestTrial, { speak, counts }: TrialPlace): HTMLElement {
  if (!trial.switch) return element("td", { className: "forest-counts" });
  const box = element("input", { type: "checkbox", checked: trial.state !== "left_out" });
  box.ariaLabel = speak("forest_count_in", { study: trial.study });
  box.dataset.trial = trial.key;
  box.addEventListener("change", () => counts(trial.switch, box.checked));
  return element("td", { className: "forest-counts" }, [element("label", {}, [box])]);
}

// A trial's row, and the row below it that opens.
export function trialRows(trial: ForestTrial, place: TrialPlace): HTMLElement[] {
  const more = moreRow(trial, place.speak);
  const name = element("button", { type: "button", className: "forest-study", textContent: trial.study });
  name.dataset.study = trial.key;
  const texts = { ...trial, bias: trial.bias_label };
  const cells = FACTS.map((fact) => {
    const cell = element("td", { className: "forest-fact", textContent: texts[fact] });
    cell.dataset.column = place.speak(`forest_column_${fact}`);
    if (fact === "bias") cell.dataset.bias = trial.bias;
    return cell;
  });
  const row = element("tr", { className: "forest-trial" }, [
    countsCell(trial, place),
    element("th", { scope: "row" }, [name]),
    ...cells,
    markCell(drawing(trial.marks, "trial", place.axis, trial.said), trial.marks.length > 0 ? "" : trial.why),
    element("td", { className: "forest-effect", textContent: trial.effect }),
    element("td", { className: "forest-weight", textContent: trial.weight }),
  ]);
  row.dataset.state = trial.state;
  const open = (isOpen: boolean) => {
    name.ariaExpanded = String(isOpen);
    row.dataset.open = String(isOpen);
    more.hidden = !isOpen;
  };
  name.addEventListener("click", () => {
    open(more.hidden !== false);
    place.opened(trial.key, !more.hidden);
  });
  open(place.isOpen);
  return [row, more];
}

export function summaryRow(summary: ForestSummary, axis: ForestAxis): HTMLElement {
  const label = element("th", { scope: "row", colSpan: 8 }, [summary.label]);
  if (summary.note) label.append(element("span", { className: "forest-note", textContent: summary.note }));
  const row = element("tr", { className: "forest-summary" }, [
    label,
    markCell(drawing(summary.marks, summary.kind, axis, summary.said), ""),
    element("td", { className: "forest-effect", colSpan: 2, textContent: summary.effect }),
  ]);
  row.dataset.kind = summary.kind;
  return row;
}

// Numbers under the marks, and what the two ends mean.
export function axisRow(axis: ForestAxis): HTMLElement {
  const ticks = axis.ticks.map(({ at, label }) => {
    const tick = element("span", { textContent: label });
    tick.style.setProperty("left", percent(at));
    return tick;
  });
  const ends = [`← ${axis.start}`, `${axis.end} →`].map((textContent) => element("span", { textContent }));
  const cell = element("td", { className: "forest-axis" }, [
    element("div", { className: "forest-ticks" }, ticks),
    element("div", { className: "forest-ends" }, ends),
    element("p", { className: "forest-scale", textContent: axis.scale }),
  ]);
  return element("tr", { className: "forest-axis-row" }, [
    element("td", { colSpan: 8 }),
    cell,
    element("td", { colSpan: 2 }),
  ]);
}
