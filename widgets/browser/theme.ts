// Whether a page is light or dark now, as its style sheet says (`_palette.css`); and when that changes.

// While the page is made ready for paper, which is white: style sheets hear of paper only afterwards.
const PRINTED = "data-printed";
const SCHEMES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"];

export interface Theme {
  readonly isDark: boolean;
  // The reader's own few colours stand in for ours.
  readonly isForced: boolean;
}

export function themeOf(element: Element): Theme {
  const said = getComputedStyle(element).getPropertyValue("--theme");
  return { isDark: said.includes("dark"), isForced: matchMedia("(forced-colors: active)").matches };
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
