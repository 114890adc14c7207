// Whether an element stands in a narrow column: a phone's, or one beside something else in JupyterLab.

import { followPrinting, PAPER_COLUMN_PX } from "../../browser/printing.ts";

// Up to this width in pixels.
export const NARROW_PX = 600;

// Calls back at once where the column is narrow, and whenever it becomes narrow or wide again. While the element is out
// of sight it has no width, and stays as it was. Paper is wide, whatever the window.
export function followNarrow(el: HTMLElement, signal: AbortSignal, changed: (narrow: boolean) => void): void {
  let narrow = false;
  let onPaper = false;
  const look = () => {
    const width = onPaper ? PAPER_COLUMN_PX : el.offsetWidth;
    if (width === 0 || narrow === width <= NARROW_PX) return;
    narrow = !narrow;
    changed(narrow);
  };
  const widths = new ResizeObserver(look);
  widths.observe(el);
  followPrinting((begins) => {
    onPaper = begins;
    look();
  }, signal);
  signal.addEventListener("abort", () => widths.disconnect(), { once: true });
  look();
}
