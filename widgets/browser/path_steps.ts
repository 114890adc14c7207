// The steps of the path through the pages: which of them this browser has seen, and how a step shows it.

import { keep, kept } from "./kept.ts";
import { element } from "./page_elements.ts";

const KEPT_VISITS = "explainer-pages-seen";

export interface PathStep {
  name: string;
  title: string;
  address: string;
}

export function seenPages(): ReadonlySet<string> {
  return new Set((kept("browser", KEPT_VISITS) ?? "").split(" ").filter(Boolean));
}

export function markSeen(page: string): void {
  keep("browser", KEPT_VISITS, [...new Set([...seenPages(), page])].join(" "));
}

export function forgetSeen(): void {
  keep("browser", KEPT_VISITS, "");
}

// Marks the steps that have been seen: a tick in place of the number, and a word for those who listen.
export function showSeen(steps: Iterable<HTMLAnchorElement>, word: string): void {
  const seen = seenPages();
  for (const step of steps) {
    const isSeen = step.ariaCurrent !== "page" && seen.has(step.dataset.page ?? "");
    step.classList.toggle("seen", isSeen);
    const said = step.querySelector(".path-seen");
    if (said) said.textContent = isSeen ? `(${word})` : "";
  }
}

// The same steps as the frame of a served page has in its header.
export function pathSteps(steps: readonly PathStep[], current: string): HTMLAnchorElement[] {
  return steps.map(({ name, title, address }, place) => {
    const link = element("a", { href: address, title }, [
      element("span", { className: "path-number", textContent: String(place + 1) }),
      element("span", { className: "path-title", textContent: title }),
      element("span", { className: "path-seen" }),
    ]);
    link.dataset.page = name;
    if (name === current) link.ariaCurrent = "page";
    return link;
  });
}
