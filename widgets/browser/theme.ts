// Whether a page is light or dark now, as its style sheet says (`_palette.css`); and when that changes.

import { element } from "./page_elements.ts";

// While the page is made ready for paper, which is white: style sheets hear of paper only afterwards.
const PRINTED = "data-printed";
const SCHEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"];

export interface Theme {
  readonly isDark: boolean;
  // The reader's own few colours stand in for ours.
  readonly isForced: boolean;
}

export function themeOf(el: Element): Theme {
  const said = getComputedStyle(el).getPropertyValue("--theme");
  return { isDark: said.includes("dark"), isForced: matchMedia("(forced-colors: active)").matches };
}

// The colours of some names as they hold for an element: the browser itself says which colour a reader's "CanvasText" is.
export function coloursIn(el: Element, names: readonly string[]): string[] {
  const probes = names.map((name) => {
    const probe = element("span");
    probe.style.setProperty("color", `var(--${name})`);
    return probe;
  });
  const holder = element("span", { hidden: true }, probes);
  holder.style.setProperty("forced-color-adjust", "none");
  el.append(holder);
  const found = probes.map((probe) => getComputedStyle(probe).color);
  holder.remove();
  return found;
}

// Tells each change of the colours: of a setting, of JupyterLab's theme, of the system, and for paper, until the signal ends it.
export function followTheme(changed: () => void, signal: AbortSignal): void {
  const marks = new MutationObserver(changed);
  marks.observe(document.documentElement, { attributeFilter: ["data-theme", PRINTED] });
  marks.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  signal.addEventListener("abort", () => marks.disconnect(), { once: true });
  window.addEventListener("beforeprint", () => document.documentElement.toggleAttribute(PRINTED, true), { signal });
  window.addEventListener("afterprint", () => document.documentElement.removeAttribute(PRINTED), { signal });
  for (const scheme of SCHEMES) matchMedia(scheme).addEventListener("change", changed, { signal });
}
