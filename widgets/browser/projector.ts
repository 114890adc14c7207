// The preset for a projector: everything larger, over the whole width. Kept by the browser for all its pages.
//
// How large: on a picture 2 m wide, 1920 px are 1.04 mm each. A page is laid out 1097 px wide and shown 1.75 times as large
// there: body text has 28 px and labels 24 px, so capitals are 21 and 18 mm high. From 8 m that is 9 and 8 minutes of arc,
// where normal sight, by its definition, reads letters of 5.

import { keep, kept } from "./kept.ts";

const NAME = "explainer-projector";
const LAID_OUT_PX = 1097;

const isProjectorChosen = (): boolean => kept("browser", NAME) === "on";

// How many times as large as usual; never smaller.
function projectorZoom(width_px: number): number {
  return Math.max(1, width_px / LAID_OUT_PX);
}

// Shows an element, or a whole document, as for a projector, or as usual again.
function show(el: HTMLElement, isOn: boolean): void {
  el.toggleAttribute("data-projector", isOn);
  el.style.setProperty("--projector-zoom", String(projectorZoom(window.innerWidth)));
}

export function chooseProjector(el: HTMLElement, isOn: boolean): void {
  keep("browser", NAME, isOn ? "on" : "off");
  show(el, isOn);
  el.dispatchEvent(new Event("explainer-projector"));
}

// Shows what was chosen, and keeps its size to that of the window, until the signal ends it.
export function followProjector(el: HTMLElement, signal: AbortSignal): void {
  const look = () => show(el, el.hasAttribute("data-projector"));
  show(el, isProjectorChosen());
  window.addEventListener("resize", look, { signal });
}
