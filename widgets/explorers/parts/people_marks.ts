// A hundred people as marks in one drawing, twenty to a row: a hexagon for magnesium, a circle for what has none, and a
// square where neither is meant. Filled marks are the people who did better.

import type { PeopleArm } from "./protocol.ts";

const SVG = "http://www.w3.org/2000/svg";
export const PEOPLE = 100;
export const MARK_BOX = 20;
const ACROSS = 20;
const MIDDLE = MARK_BOX / 2;
const RADIUS = 7;
// Under a mark: the people that a reader has guessed.
const GUESS_Y = MARK_BOX - 1.2;

export type Look = "marked" | "unmarked" | "unknown";

export function markPath(kind: PeopleArm["kind"], x: number, y: number): string {
  const [cx, cy] = [x + MIDDLE, y + MIDDLE];
  if (kind === "magnesium") {
    const corners = Array.from({ length: 6 }, (_, i) => {
      const turn = (Math.PI / 3) * i + Math.PI / 6;
      return `${(cx + RADIUS * Math.cos(turn)).toFixed(2)} ${(cy + RADIUS * Math.sin(turn)).toFixed(2)}`;
    });
    return `M${corners.join("L")}Z`;
  }
  if (kind === "placebo") {
    const half = `a${RADIUS} ${RADIUS} 0 0 1`;
    return `M${cx - RADIUS} ${cy}${half} ${2 * RADIUS} 0${half} ${-2 * RADIUS} 0Z`;
  }
  const side = 2 * RADIUS - 2;
  return `M${cx - side / 2} ${cy - side / 2}h${side}v${side}h${-side}Z`;
}

// How person `i` of a group looks, from 0.
export function lookOf({ marked }: PeopleArm, i: number): Look {
  if (marked < 0) return "unknown";
  return i < marked ? "marked" : "unmarked";
}

export function crowd(): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${ACROSS * MARK_BOX} ${(PEOPLE / ACROSS) * MARK_BOX}`);
  svg.setAttribute("role", "img");
  svg.classList.add("people-crowd");
  return svg;
}

function placeOf(i: number): [number, number] {
  return [(i % ACROSS) * MARK_BOX, Math.floor(i / ACROSS) * MARK_BOX];
}

// Draws a group; marks that stay as they are stay the same elements.
export function fillCrowd(svg: SVGSVGElement, arm: PeopleArm): void {
  if (svg.dataset.arm !== arm.kind) {
    svg.dataset.arm = arm.kind;
    const marks = Array.from({ length: PEOPLE }, (_, i) => {
      const mark = document.createElementNS(SVG, "path");
      mark.setAttribute("d", markPath(arm.kind, ...placeOf(i)));
      return mark;
    });
    const guess = document.createElementNS(SVG, "path");
    guess.classList.add("people-guess");
    svg.replaceChildren(...marks, guess);
  }
  const nodes = [...svg.children] as SVGPathElement[];
  for (const [i, node] of nodes.slice(0, PEOPLE).entries()) {
    const look = lookOf(arm, i);
    if (node.dataset.look !== look) node.dataset.look = look;
  }
  nodes.at(-1)?.setAttribute("d", guessPath(arm.guessed));
}

// A line under the first people, row by row: those that were guessed.
export function guessPath(guessed: number): string {
  const rows = Array.from({ length: Math.ceil(Math.max(guessed, 0) / ACROSS) }, (_, row) => {
    const length = Math.min(guessed - row * ACROSS, ACROSS);
    return `M1 ${row * MARK_BOX + GUESS_Y}h${length * MARK_BOX - 2}`;
  });
  return rows.join("");
}
