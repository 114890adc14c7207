// The still picture: every drawn part once, in its resting place. Motion is in sarcomere_motion.js.

import { band } from "./sarcomere_words.ts";
import { BEADS_PER_FILAMENT, BEADS_PER_TROPONIN, TROPONINS_PER_FILAMENT, beadPitch, headPlaces, hexagonPoints, middleOf, thinPlaces, troponinPlaces, zigzag } from "./sarcomere_geometry.ts";

export const SVG = "http://www.w3.org/2000/svg";

export function make(tag, attributes, parent) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent?.append(node);
  return node;
}

export function text(parent, x, y, className, content, anchor = "start") {
  const node = make("text", { x, y, class: className, "text-anchor": anchor }, parent);
  node.textContent = content;
  return node;
}

// A part that can be reached by pointer, touch and keyboard. Its name and state are spoken when it is reached.
export function part(parent, name, box) {
  const group = make("g", { class: `sarcomere-part part-${name}`, "data-part": name, tabindex: "-1", role: "img" }, parent);
  if (box) make("rect", { class: "part-reach", x: box[0], y: box[1], width: box[2], height: box[3], rx: 10 }, group);
  return group;
}

export function gradient(defs, id, stops, vertical = true) {
  const node = make("linearGradient", { id, x1: 0, y1: 0, x2: vertical ? 0 : 1, y2: vertical ? 1 : 0 }, defs);
  for (const [offset, color, opacity] of stops) make("stop", { offset, "stop-color": color, "stop-opacity": opacity ?? 1 }, node);
}

export function ball(defs, id, light, middle, dark) {
  const node = make("radialGradient", { id, cx: 0.38, cy: 0.32, r: 0.75 }, defs);
  for (const [offset, color] of [[0, light], [0.45, middle], [1, dark]]) make("stop", { offset, style: `stop-color: ${color}` }, node);
}

export function drawDefinitions(svg, id, layout) {
  const defs = make("defs", {}, svg);
  gradient(defs, `${id}-fibre`, [[0, "#FFFDF8"], [0.55, "#FCF6EB"], [1, "#F8EFDF"]]);
  gradient(defs, `${id}-outside`, [[0, "#EDF0EE"], [1, "#F4F4EE"]]);
  gradient(defs, `${id}-pouch`, [[0, "#FFF6EE"], [1, "#FBE7D6"]]);
  gradient(defs, `${id}-fill`, [[0, "#F9D2B3"], [1, "#F2B88D"]]);
  gradient(defs, `${id}-rod`, [[0, "#C3C8CE"], [0.28, "#9AA1AA"], [1, "#626A74"]]);
  gradient(defs, `${id}-pump`, [[0, "#F3DDE8"], [1, "#DDA3C2"]]);
  gradient(defs, `${id}-gate`, [[0, "#8B95A0"], [1, "#56606B"]]);
  gradient(defs, `${id}-band`, [[0, "#FFE45C", 0], [0.7, "#FFE45C"], [1, "#FFFBE0"]], false);
  ball(defs, `${id}-bead`, "#F7EEDD", "#DCCBAE", "#B39E7B");
  ball(defs, `${id}-back-bead`, "#E9DDC6", "#C9B795", "#9F8B69");
  ball(defs, `${id}-calcium`, "#F79352", "var(--calcium)", "#B34E00");
  const clip = make("clipPath", { id: `${id}-pouch-clip` }, defs);
  make("rect", pouchShape(layout), clip);
  const inside = make("clipPath", { id: `${id}-frame-clip` }, defs);
  make("rect", { x: 0, y: 0, width: layout.width, height: layout.height, rx: 16 }, inside);
  return defs;
}

export function pouchShape(layout) {
  const { x, y, width, height } = layout.pouch;
  return { x, y, width, height, rx: 30 };
}

export function membranePath(layout) {
  const { membraneY: y, tubule, width } = layout;
  const r = tubule.width / 2;
  return `M-20 ${y} H${tubule.x - 10} q10 0 10 10 V${tubule.bottom - r} a${r} ${r} 0 0 0 ${tubule.width} 0 V${y + 10} q0 -10 10 -10 H${width + 20}`;
}

export function drawMembrane(root, id, layout) {
  const path = membranePath(layout);
  make("path", { d: `${path} V-20 H-20 Z`, fill: `url(#${id}-outside)` }, root);
  const group = part(root, "signal", [0, layout.membraneY - 22, layout.width, 44]);
  make("path", { d: path, class: "membrane-rim" }, group);
  make("path", { d: path, class: "membrane-tails" }, group);
  make("path", { d: path, class: "membrane-core" }, group);
  const steady = make("path", { d: path, class: "signal-steady", opacity: 0 }, group);
  const band = make("g", { class: "signal-band", opacity: 0 }, group);
  make("rect", { x: -64, y: layout.membraneY - 11, width: 72, height: 22, rx: 11, class: "signal-halo" }, band);
  make("rect", { x: -56, y: layout.membraneY - 6, width: 62, height: 12, rx: 6, fill: `url(#${id}-band)`, class: "signal-core" }, band);
  const middle = layout.tubule.x + layout.tubule.width / 2;
  const r = layout.tubule.width / 2;
  const down = make("path", { d: `M${layout.tubule.x} ${layout.membraneY + 12} V${layout.tubule.bottom - r} a${r} ${r} 0 0 0 ${2 * r} 0 V${layout.membraneY + 12}`, class: "signal-down", opacity: 0 }, group);
  return { group, steady, band, down, middle };
}

export function drawStore(root, id, layout) {
  const { x, y, width, height, full } = layout.pouch;
  const group = part(root, "store", [x, y, width, height]);
  make("rect", { ...pouchShape(layout), class: "pouch-shadow" }, group);
  make("rect", { ...pouchShape(layout), fill: `url(#${id}-pouch)` }, group);
  const inside = make("g", { "clip-path": `url(#${id}-pouch-clip)` }, group);
  const level = make("g", {}, inside);
  make("rect", { x, y: 0, width, height: height * 1.4, fill: `url(#${id}-fill)` }, level);
  make("line", { x1: x, x2: x + width, y1: 0, y2: 0, class: "pouch-level" }, level);
  const fullY = y + height * (1 - full);
  make("path", { d: `M${x} ${fullY} h${width}`, class: "pouch-mark" }, inside);
  const dots = make("g", { class: "store-calcium" }, inside);
  make("rect", { ...pouchShape(layout), class: "pouch-wall" }, group);
  make("rect", { x: x + 5, y: y + 5, width: width - 10, height: height - 10, rx: 25, class: "pouch-lining" }, group);
  const value = text(group, x + width - (layout.name === "half" ? 34 : 50), y + 17, "store-value", "", "end");
  return { group, level, dots, value };
}

// The release channel faces the tubule: two leaves that swing apart, and a hexagon on a bolt that can slide across the mouth.
export function drawGate(root, id, layout) {
  const { x, y } = layout.gate;
  const group = part(root, "gate", [x - 34, y - 32, 52, 62]);
  make("rect", { x: x - 8, y: y - 17, width: 16, height: 34, class: "gate-mouth" }, group);
  const upper = make("g", {}, group);
  make("path", { d: "M9 -24 Q-18 -28 -24 -13 Q-25 -3 -17 -1.2 L9 -1.2 Z", fill: `url(#${id}-gate)`, class: "gate-leaf" }, upper);
  const lower = make("g", {}, group);
  make("path", { d: "M9 24 Q-18 28 -24 13 Q-25 3 -17 1.2 L9 1.2 Z", fill: `url(#${id}-gate)`, class: "gate-leaf" }, lower);
  const latchPart = part(root, "latch", [x - 56, y - 56, 44, 44]);
  make("line", { x1: x - 33, x2: x - 33, y1: y - 46, y2: y + 4, class: "latch-rail" }, latchPart);
  const latch = make("g", {}, latchPart);
  make("polygon", { points: hexagonPoints(11.5), class: "ion-magnesium" }, latch);
  text(latch, 0, 4, "ion-letters", "Mg", "middle");
  return { group, upper, lower, latchPart, latch };
}

// The pump sits in the wall between fibre (right) and store (left): a wheel with two pockets for calcium.
export function drawPump(root, id, layout) {
  const { x, y } = layout.pump;
  const group = part(root, "pump", [x - 34, y - 38, 72, 76]);
  make("rect", { x: x - 29, y: y - 33, width: 58, height: 66, rx: 17, fill: `url(#${id}-pump)`, class: "pump-body" }, group);
  make("rect", { x: x - 28.3, y: y - 13, width: 56.6, height: 26, class: "pump-channel" }, group);
  const rotor = make("g", {}, group);
  make("circle", { r: 24, class: "pump-wheel" }, rotor);
  for (const side of [-1, 1]) make("circle", { cx: 16, cy: side * 9.5, r: 7.4, class: "pump-pocket" }, rotor);
  make("circle", { cx: -3, r: 4, class: "pump-hub" }, rotor);
  make("path", { d: "M-8 -13.5 A15 15 0 0 0 -14.5 7 M-18.5 3 L-14 8.5 L-9.5 3.5", class: "pump-arrow" }, rotor);
  const cargo = [-1, 1].map((side) => ({ side, ion: make("circle", { r: 5, fill: `url(#${id}-calcium)`, class: "ion-calcium", opacity: 0 }, group) }));
  const fuel = drawATP(group, 7);
  return { group, rotor, cargo, fuel };
}

// Mg-ATP: a rounded square that carries a small hexagon.
export function drawATP(parent, half) {
  const square = make("g", { opacity: 0 }, parent);
  make("rect", { x: -half, y: -half, width: 2 * half, height: 2 * half, rx: half * 0.5, class: "ion-atp" }, square);
  make("polygon", { points: hexagonPoints(half * 0.52), class: "atp-magnesium" }, square);
  return square;
}

export function drawThinFilament(parent, id, layout, thin) {
  const group = make("g", { class: "thin-filament" }, parent);
  const pitch = beadPitch(layout);
  const radius = pitch * 0.6;
  const helix = (bead) => Math.sin((Math.PI * (bead + 0.5)) / BEADS_PER_TROPONIN);
  for (const strand of [-1, 1]) {
    for (let bead = 0; bead < BEADS_PER_FILAMENT; bead += 1) {
      const cx = (thin.zX + thin.direction * (bead + (strand > 0 ? 0.75 : 0.25)) * pitch).toFixed(1);
      make("circle", { cx, cy: (thin.y + strand * (1.2 + 3 * Math.abs(helix(bead))) * Math.sign(helix(bead))).toFixed(1), r: radius.toFixed(2), fill: `url(#${id}-${strand < 0 ? "back-bead" : "bead"})`, class: "bead" }, group);
    }
  }
  const ribbon = make("path", { d: ribbonPath(layout, thin, pitch), class: "tropomyosin" }, group);
  return { group, ribbon };
}

export function ribbonPath(layout, thin, pitch) {
  const period = BEADS_PER_TROPONIN * pitch;
  let path = `M${thin.zX + thin.direction * 3} ${thin.y}`;
  for (let nth = 0; nth < TROPONINS_PER_FILAMENT; nth += 1) {
    const bend = (nth % 2 ? 1 : -1) * 7.5;
    path += ` q${(thin.direction * period) / 2} ${bend} ${(thin.direction * (nth === 3 ? period - 6 : period)).toFixed(1)} 0`;
  }
  return path;
}

// A troponin notch: two regulatory circles between two structural hexagons that always hold magnesium.
export function drawTroponin(parent, id, place) {
  const group = make("g", { transform: `translate(${place.x.toFixed(1)} ${place.y})`, class: "troponin" }, parent);
  make("path", { d: place.side < 0 ? "M-21 -8 H21 Q24 -8 24 -4 V2 Q24 8 14 8 H-14 Q-24 8 -24 2 V-4 Q-24 -8 -21 -8 Z" : "M-21 8 H21 Q24 8 24 4 V-2 Q24 -8 14 -8 H-14 Q-24 -8 -24 -2 V4 Q-24 8 -21 8 Z", class: "troponin-body" }, group);
  for (const x of [-17, 17]) make("polygon", { points: hexagonPoints(3.9), transform: `translate(${x} 0)`, class: "structural-site" }, group);
  for (const x of [-5.6, 5.6]) make("circle", { cx: x, r: 4.6, class: "empty-site" }, group);
  const filled = make("g", { opacity: 0 }, group);
  for (const x of [-5.6, 5.6]) make("circle", { cx: x, r: 4.9, fill: `url(#${id}-calcium)`, class: "ion-calcium" }, filled);
  return filled;
}

// A head molecule: a lever arm and two lobes, drawn upwards with +x towards the Z-line.
export function drawHead(parent, layout, place) {
  const surface = layout.thickY + place.side * 8;
  const group = make("g", { transform: `translate(${place.x.toFixed(1)} ${surface}) scale(${place.half} ${-place.side})`, class: "head" }, parent);
  const neck = make("g", {}, group);
  make("path", { d: "M0 4 L0 -20", class: "head-neck" }, neck);
  const lobes = make("g", {}, neck);
  const lobe = "M-2.6 -1 C-7.5 -8 -6.8 -20 -0.5 -21.5 C6 -21 7 -9 2.6 -1 C1.6 1.5 -1.6 1.5 -2.6 -1 Z";
  make("path", { d: lobe, class: "head-lobe head-lobe-back", transform: "translate(5 1.5) rotate(9)" }, lobes);
  make("path", { d: lobe, class: "head-lobe" }, lobes);
  return { group, neck, lobes, place };
}

export function drawFilaments(root, id, layout) {
  const top = layout.upperY - 34;
  const bottom = layout.lowerY + 34;
  const middle = middleOf(layout);
  const frames = {};
  for (const name of ["left", "right"]) frames[name] = make("g", { class: `frame-${name}` }, root);
  const thick = make("g", { class: "frame-thick" }, root);
  frames.thick = thick;
  const zLines = part(root, "z_lines");
  const zGroups = {};
  for (const [name, x] of [["left", layout.leftZ], ["right", layout.rightZ]]) {
    if (x === null) continue;
    zGroups[name] = make("g", {}, zLines);
    make("rect", { class: "part-reach", x: x - 14, y: top, width: 28, height: bottom - top, rx: 10 }, zGroups[name]);
    make("path", { d: zigzag(x, top, bottom, 14, 5), class: "z-line" }, zGroups[name]);
  }
  const sides = layout.leftZ === null ? ["right"] : ["left", "right"];
  const thinPart = Object.fromEntries(sides.map((name) => [name, part(frames[name], "thin")]));
  const thins = thinPlaces(layout).map((thin) => ({ ...drawThinFilament(thinPart[thin.frame], id, layout, thin), thin }));
  const rodFrom = layout.leftZ === null ? -40 : middle - layout.thickHalf;
  const rodWidth = middle + layout.thickHalf - rodFrom;
  const headsPart = part(thick, "heads");
  const heads = headPlaces(layout).map((place) => drawHead(headsPart, layout, place));
  const thickPart = part(thick, "thick");
  make("rect", { x: rodFrom, y: layout.thickY - 9, width: rodWidth, height: 18, rx: 9, fill: `url(#${id}-rod)`, class: "thick-rod" }, thickPart);
  const twists = Array.from({ length: Math.floor((rodWidth - 30) / 9) }, (_, k) => `M${(rodFrom + 18 + 9 * k).toFixed(1)} ${layout.thickY + 5} l6 -10`);
  make("path", { d: twists.join(" "), class: "thick-twist" }, thickPart);
  make("line", { x1: middle, x2: middle, y1: layout.thickY - 20, y2: layout.thickY + 20, class: "m-line" }, thickPart);
  const sites = Object.fromEntries(sides.map((name) => [name, part(frames[name], "sites")]));
  const troponins = troponinPlaces(layout).map((place) => drawTroponin(sites[place.frame], id, place));
  return { frames, zGroups, thins, heads, troponins, top, bottom };
}
