// Everything beside the living parts: spring and ruler, stated scales, numbered labels.

import { drawATP, make, part, text } from "./sarcomere_scene.ts";
import { hexagonPoints } from "./sarcomere_geometry.ts";

export function drawSpring(root, layout, words) {
  const { wallX, thickY: y } = layout;
  const group = part(root, "force", [layout.rightZ + 14, y - 46, wallX - layout.rightZ - 8, 116]);
  const spring = { group, y };
  make("path", { d: zigzagWall(wallX, y - 44, y + 34), class: "wall-hatch" }, group);
  make("line", { x1: wallX, x2: wallX, y1: y - 46, y2: y + 36, class: "wall" }, group);
  if (layout.leftZ !== null) {
    const leftWall = layout.leftZ - 24;
    make("path", { d: zigzagWall(leftWall, y - 44, y + 44, -1), class: "wall-hatch" }, root);
    make("line", { x1: leftWall, x2: leftWall, y1: y - 46, y2: y + 46, class: "wall" }, root);
    make("line", { x1: leftWall, x2: layout.leftZ, y1: y, y2: y, class: "wall-rod" }, root);
  }
  spring.kept = make("path", { class: "kept-spring", opacity: 0 }, group);
  spring.keptValue = text(group, wallX - 6, y - 40, "kept-value", "", "end");
  spring.coil = make("path", { class: "spring" }, group);
  const textX = (layout.rightZ + wallX) / 2 + 6;
  text(group, textX, y + 34, "force-name", words("label_force"), "middle");
  spring.value = text(group, textX, y + 60, "force-value", "", "middle");
  return spring;
}

export function zigzagWall(x, top, bottom, direction = 1) {
  let path = "";
  for (let y = top; y <= bottom; y += 8) path += `M${x} ${y} l${7 * direction} -7 `;
  return path;
}

// A ruler that rides on a thin filament: it moves with it and never changes its length.
export function drawRuler(frame, layout, words) {
  const group = part(frame, "ruler", [layout.rightZ - layout.thinLength, layout.rulerY - 10, layout.thinLength, 20]);
  const from = layout.rightZ - layout.thinLength;
  const ticks = Array.from({ length: 9 }, (_, k) => `M${(from + (k * layout.thinLength) / 8).toFixed(1)} ${layout.rulerY - (k % 8 ? 3.5 : 7)} v${k % 8 ? 7 : 14}`);
  make("path", { d: `M${from} ${layout.rulerY} h${layout.thinLength} ${ticks.join(" ")}`, class: "ruler" }, group);
  return { group };
}

// The stated scales: how much is free now, and what one drawn dot stands for.
export function drawLegend(root, id, layout) {
  const { x, y, columns, pitch, line } = layout.legend;
  make("line", { x1: 0, x2: layout.width, y1: line, y2: line, class: "legend-line" }, root);
  const rows = {};
  [["calcium", "free_calcium"], ["magnesium", "free_magnesium"], ["atp", "magnesium_ATP"]].forEach(([kind, name], index) => {
    const left = columns === 1 ? x : x + index * pitch;
    const top = columns === 1 ? y + index * pitch : y;
    const group = part(root, name, [left - 10, top - 15, columns === 1 ? 370 : pitch - 8, columns === 1 ? pitch - 2 : 36]);
    const icon = make("g", { transform: `translate(${left + 4} ${top + (columns === 1 ? -1 : 3)})` }, group);
    if (kind === "calcium") make("circle", { r: 6, fill: `url(#${id}-calcium)`, class: "ion-calcium" }, icon);
    else if (kind === "magnesium") make("polygon", { points: hexagonPoints(7), class: "ion-magnesium" }, icon);
    else drawATP(icon, 6.5).setAttribute("opacity", 1);
    rows[kind] = {
      now: text(group, left + 22, top + (columns === 1 ? 4 : 0), `legend-now legend-${kind}`, ""),
      unit: text(group, columns === 1 ? layout.width - 14 : left + 22, top + (columns === 1 ? 4 : 15), "legend-unit", "", columns === 1 ? "end" : "start"),
    };
  });
  return rows;
}

// Numbered labels lead the eye; a number fills when the run says that its step is under way.
export const LABELS = {
  whole: [
    ["signal", 1, 96, 17, "start", null],
    ["gate", 2, 10, 174, "start", "M88 160 L97 142"],
    ["calcium", 3, 136, 174, "start", null],
    ["sites", 4, 136, 203, "start", "M176 207 L183 214"],
    ["heads", 5, 344, 210, "middle", "M344 216 L322 258"],
    ["slide", 6, 526, 405, "middle", null],
    ["pump", 7, 744, 60, "end", "M660 64 L636 80"],
    ["latch", 0, 104, 59, "start", "M100 60 L94 66"],
    ["store", 0, 150, 83, "start", null],
    ["z_line", 0, 42, 405, "middle", "M46 393 L46 388"],
    ["thin", 0, 148, 405, "middle", "M145 393 L145 358"],
    ["thick", 0, 318, 405, "middle", "M334 393 L334 306"],
  ],
  half: [
    ["signal", 1, 60, 17, "start", null],
    ["gate", 2, 8, 178, "start", "M60 164 L64 148"],
    ["calcium", 3, 8, 206, "start", null],
    ["sites", 4, 132, 248, "start", "M176 253 L183 258"],
    ["heads", 5, 6, 248, "start", "M26 254 L36 306"],
    ["slide", 6, 50, 455, "start", null],
    ["pump", 7, 384, 178, "end", "M322 164 L318 150"],
    ["latch", 0, 70, 59, "start", "M66 60 L56 70"],
    ["store", 0, 107, 87, "start", null],
    ["z_line", 0, 292, 432, "start", "M285 428 L273 424"],
    ["thick", 0, 12, 474, "start", "M24 464 L24 352"],
  ],
};

export function drawLabels(root, layout, words) {
  const group = make("g", { class: "sarcomere-labels", "aria-hidden": "true" }, root);
  const steps = {};
  for (const [key, step, x, y, anchor, leader] of LABELS[layout.name]) {
    if (leader) make("path", { d: leader, class: "label-leader" }, group);
    const label = make("g", { class: step ? "label label-step" : "label" }, group);
    const pill = make("rect", { class: "label-pill", rx: 11, height: 22, y: y - 15.5 }, label);
    const words_ = text(label, x, y, "label-text", words(`label_${key}`));
    const width = words_.getComputedTextLength() || words(`label_${key}`).length * 7.2;
    const total = width + (step ? 22 : 0);
    const left = anchor === "middle" ? x - total / 2 : anchor === "end" ? x - total : x;
    words_.setAttribute("x", left + (step ? 22 : 0));
    pill.setAttribute("x", left - (step ? 4 : 7));
    pill.setAttribute("width", total + (step ? 12 : 14));
    if (!step) continue;
    const badge = make("g", { transform: `translate(${left + 7} ${y - 4.5})`, class: "step-badge" }, label);
    make("circle", { r: 9.6 }, badge);
    text(badge, 0, 4.9, "step-number", step, "middle");
    steps[key] = label;
  }
  return { group, steps };
}
