// A word in a text as a button that opens what it means. The meaning stands right behind the word in the document, so
// that whoever listens comes to it next; the browser's own popover shows it above everything else, and closes it with
// Escape, with a second press, and with a press anywhere else.

import { element } from "../../browser/page_elements.ts";
import { uniqueId } from "../../browser/part.ts";

export const TERM = "explainer-term";
const GAP_PX = 6;
const EDGE_PX = 12;

export interface Explained {
  id: string;
  meaning: string;
  // The element whose text describes the button to those who listen, so that they need not open it.
  describedBy: string;
}

export function termButton(text: string, { id, meaning, describedBy }: Explained): HTMLButtonElement {
  const button = element("button", { type: "button", className: TERM, textContent: text, ariaExpanded: "false" });
  button.dataset.term = id;
  button.setAttribute("aria-describedby", describedBy);
  // The browser itself opens and closes what the button points at when this has run.
  button.addEventListener("click", () => {
    button.popoverTargetElement ??= meaningBehind(button, meaning);
  });
  // A part around may have a use of its own for Escape, and then the browser would not close anything.
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !button.popoverTargetElement) return;
    event.preventDefault();
    event.stopPropagation();
    (button.popoverTargetElement as HTMLElement).hidePopover();
  });
  return button;
}

// There only while it is open: the text around stays what it was.
function meaningBehind(button: HTMLButtonElement, textContent: string): HTMLElement {
  const box = element("span", {
    className: "explainer-meaning",
    popover: "auto",
    textContent,
    id: uniqueId("meaning"),
  });
  box.setAttribute("role", "note");
  button.setAttribute("aria-controls", box.id);
  const place = () => placeBeside(box, button);
  const stop = new AbortController();
  box.addEventListener("toggle", ({ newState }) => {
    button.ariaExpanded = String(newState === "open");
    if (newState === "open") {
      place();
      window.addEventListener("scroll", place, { capture: true, passive: true, signal: stop.signal });
      window.addEventListener("resize", place, { signal: stop.signal });
    } else {
      stop.abort();
      button.popoverTargetElement = null;
      button.removeAttribute("aria-controls");
      box.remove();
    }
  });
  button.after(box);
  return box;
}

// Below the word, or above it where there is no room below; inside the window in any case.
function placeBeside(box: HTMLElement, button: HTMLElement): void {
  const [word, own] = [button.getBoundingClientRect(), box.getBoundingClientRect()];
  const { clientWidth, clientHeight } = document.documentElement;
  const below = word.bottom + GAP_PX;
  const top = below + own.height > clientHeight - EDGE_PX ? word.top - GAP_PX - own.height : below;
  const furthest = clientWidth - EDGE_PX - own.width;
  const start = document.dir === "rtl" || button.closest("[dir=rtl]") ? word.right - own.width : word.left;
  box.style.left = `${Math.max(EDGE_PX, Math.min(start, furthest))}px`;
  box.style.top = `${Math.max(EDGE_PX, top)}px`;
}
