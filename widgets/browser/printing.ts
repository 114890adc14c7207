// When a page goes onto paper. Browsers lay a page out for print without a word to its observers of sizes and sights, so
// whatever draws itself has to hear of it, and draws before the event ends.

// How wide a column of A4 is, at the size in which paper is set: 210 mm less two margins of 15 mm, at 96 px an inch, over
// the zoom of 0.85 (`explorers/frame/_page_print.css`). A column of Letter is 3 % wider.
export const PAPER_COLUMN_PX = 800;
// How high a sheet of Letter is between its margins of 15 and 18 mm, at the same size; one of A4 is 7 % higher.
export const PAPER_SHEET_PX = 1090;

// Calls back when printing begins and when it has ended, until the signal ends it. A preview says so by its medium alone.
export function followPrinting(printing: (begins: boolean) => void, signal: AbortSignal): void {
  const medium = window.matchMedia("print");
  let onPaper = false;
  const hear = (begins: boolean) => {
    if (begins === onPaper) return;
    onPaper = begins;
    printing(begins);
  };
  window.addEventListener("beforeprint", () => hear(true), { signal });
  window.addEventListener("afterprint", () => hear(false), { signal });
  medium.addEventListener("change", () => hear(medium.matches), { signal });
}
