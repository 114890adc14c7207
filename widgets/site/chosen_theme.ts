// Whether the pages are light or dark: as a reader has chosen in the settings, or else as the device is set.

import { keep, kept } from "../browser/kept.ts";

const NAME = "explainer-theme";
const CHOICES = ["system", "light", "dark"] as const;
const SYSTEM_IS_DARK = "(prefers-color-scheme: dark)";

export type Choice = (typeof CHOICES)[number];

export function choiceOf(text: string | null): Choice {
  return CHOICES.find((choice) => choice === text) ?? "system";
}

export function chosenTheme(): Choice {
  return choiceOf(kept("browser", NAME));
}

export function chooseTheme(choice: Choice): void {
  keep("browser", NAME, choice);
  showTheme(choice);
}

// Shows the theme of a choice in all of the page.
export function showTheme(choice: Choice): void {
  const isDark = choice === "dark" || (choice === "system" && (matchMedia(SYSTEM_IS_DARK).matches || darkensPages()));
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

// Follows the device, and a choice in another tab.
export function followChoice(): void {
  const again = () => showTheme(chosenTheme());
  matchMedia(SYSTEM_IS_DARK).addEventListener("change", again);
  window.addEventListener("storage", again);
}

// A browser that darkens light pages by itself makes its own white something else. Our dark page is what its reader wants.
function darkensPages(): boolean {
  const probe = document.createElement("span");
  probe.style.cssText = "display: none; color-scheme: light; background-color: canvas";
  document.documentElement.append(probe);
  const white = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return white !== "rgb(255, 255, 255)";
}
