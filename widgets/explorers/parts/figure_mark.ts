// A mark that keys move over the cells of a figure, for those who have no pointer: Enter picks the cell under it.

import { element } from "../../browser/page_elements.ts";
import type { Line, Numbers } from "./figure.ts";
import { type DrawnAxis, scaleOf } from "./plotly_adapter.ts";

// A cell by its places on the two axes.
export interface Cell {
  across: number;
  up: number;
}

const STEPS: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
};

// The cell that a key moves to, at most to the edge of the grid; null where the key moves nothing.
export function cellAfterKey(key: string, { across, up }: Cell, grid: Pick<Line, "x" | "y">): Cell | null {
  const step = STEPS[key];
  if (!step) return null;
  return { across: within(across + step[0], grid.x), up: within(up + step[1], grid.y) };
}

function within(place: number, values: Numbers): number {
  return Math.min(values.length - 1, Math.max(0, place));
}

export function nearestPlace(values: Numbers, value: number): number {
  const distances = Array.from(values, (one) => Math.abs(one - value));
  return distances.indexOf(Math.min(...distances));
}

export interface Marked {
  // The line that has the cells, and the point to begin at; none before the figure is drawn.
  grid: () => Pick<Line, "x" | "y"> | undefined;
  begin: () => { x: number; y: number };
  axes: () => readonly [across: DrawnAxis | null, up: DrawnAxis | null];
  moved: (x: number, y: number) => void;
  pick: (x: number, y: number) => void;
}

export interface Mark {
  button: HTMLButtonElement;
  // What stands under the mark, read out as it moves.
  told: HTMLElement;
}

export function figureMark(name: string, marked: Marked): Mark {
  const button = element("button", { type: "button", className: "figure-mark", ariaLabel: name });
  const told = element("p", { className: "figure-told", ariaLive: "polite" });
  let cell: Cell | null = null;

  const withCell = (use: (x: number, y: number) => void) => {
    const grid = marked.grid();
    if (grid && cell) use(grid.x[cell.across] as number, grid.y[cell.up] as number);
  };
  const show = () =>
    withCell((x, y) => {
      const [across, up] = marked.axes();
      if (across && up) button.style.transform = `translate(${scaleOf(across)(x)}px, ${scaleOf(up)(y)}px)`;
      // The figure may be higher than the window.
      button.scrollIntoView({ block: "nearest" });
      marked.moved(x, y);
    });
  button.addEventListener("focus", () => {
    const grid = marked.grid();
    if (!grid) return;
    const { x, y } = marked.begin();
    cell ??= { across: nearestPlace(grid.x, x), up: nearestPlace(grid.y, y) };
    show();
  });
  button.addEventListener("blur", () => {
    cell = null;
    told.textContent = "";
  });
  button.addEventListener("keydown", (event) => {
    const grid = marked.grid();
    const next = grid && cell && cellAfterKey(event.key, cell, grid);
    if (!next) return;
    event.preventDefault();
    cell = next;
    show();
  });
  button.addEventListener("click", () => withCell(marked.pick));
  return { button, told };
}
