// Whether an element stands in a narrow column: a phone's, or one beside something else in JupyterLab.

// Up to this width in pixels.
export const NARROW_PX = 600;

// Calls back at once where the column is narrow, and whenever it becomes narrow or wide again. While the element is out
// of sight it has no width, and stays as it was.
export function followNarrow(el: HTMLElement, signal: AbortSignal, changed: (narrow: boolean) => void): void {
  let narrow = false;
  const look = () => {
    const width = el.offsetWidth;
    if (width === 0 || narrow === width <= NARROW_PX) return;
    narrow = !narrow;
    changed(narrow);
  };
  const widths = new ResizeObserver(look);
  widths.observe(el);
  signal.addEventListener("abort", () => widths.disconnect(), { once: true });
  look();
}
