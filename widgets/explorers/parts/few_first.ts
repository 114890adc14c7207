// The first few of a long list, and a button that shows all of them. The others are found by the browser's search.

import { element } from "../../browser/page_elements.ts";
import { setFolded } from "./fold_line.ts";

const FEW = 6;

// Folds away what goes beyond the first few; returns the button, or nothing where all are few.
export function fewFirst(items: readonly HTMLElement[], label: (count: number) => string): HTMLButtonElement[] {
  const others = items.slice(FEW);
  // One more would take no more room than the button.
  if (others.length < 2) return [];
  const button = element("button", { type: "button", className: "quiet-button", textContent: label(items.length) });
  const showAll = () => {
    setFolded(others, false);
    button.remove();
  };
  button.addEventListener("click", () => {
    showAll();
    const [next] = others;
    if (!next) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
  });
  for (const item of others) item.addEventListener("beforematch", showAll);
  setFolded(others, true);
  return [button];
}
