// Which sections of a page are open. In a wide column all of them are, in a narrow one the first alone; what a reader has
// opened or folded stays so in this tab.

import { keep, kept } from "../../browser/kept.ts";
import type { PageSection } from "./section_heads.ts";

// As in the style sheets: below it a page is one narrow column.
export const WIDE_PX = 700;

type Choices = Readonly<Record<string, boolean>>;

export const foldsName = (page: string) => `explainer-folds:${page}`;

export function choicesFrom(text: string | null): Choices {
  try {
    const found: unknown = JSON.parse(text ?? "{}");
    const entries = Object.entries(found ?? {});
    return Object.fromEntries(entries.filter((entry): entry is [string, boolean] => typeof entry[1] === "boolean"));
  } catch {
    return {};
  }
}

// Whether a section is open before a reader has opened or folded it.
export function startsOpen(place: number, width_px: number): boolean {
  return place === 0 || width_px >= WIDE_PX;
}

interface Folds {
  // The page's element; its width is that of the column.
  el: HTMLElement;
  page: string;
  sections: readonly PageSection[];
  signal: AbortSignal;
}

// Opens what is to be open, follows the reader from then on, and gives what opens a section for good.
export function followFolds({ el, page, sections, signal }: Folds): (section: PageSection) => void {
  let choices = choicesFrom(kept("tab", foldsName(page)));
  const choose = (section: PageSection, isOpen: boolean) => {
    section.setOpen(isOpen);
    choices = { ...choices, [section.name]: isOpen };
    keep("tab", foldsName(page), JSON.stringify(choices));
  };
  const showAt = (width_px: number) => {
    for (const [place, section] of sections.entries()) {
      const wanted = choices[section.name] ?? startsOpen(place, width_px);
      // A window that grows narrow folds nothing that is being read.
      if (wanted || choices[section.name] === false) section.setOpen(wanted);
    }
  };
  for (const section of sections) {
    section.button.addEventListener("click", () => choose(section, !section.isOpen()));
    // The browser's search, or a link, has found something in it.
    section.body.addEventListener("beforematch", () => choose(section, true));
  }
  const open = (section: PageSection) => choose(section, true);
  // A link into what is folded, in a browser that does not open it by itself.
  const follow = () => {
    const target = el.querySelector(`[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"]`);
    const around = sections.find(({ body }) => body.contains(target));
    if (!(target && around) || around.isOpen()) return;
    open(around);
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", follow, { signal });
  showAt(el.clientWidth);
  // In JupyterLab the column has no width before it is put into the window.
  const widths = new ResizeObserver(([entry]) => showAt(Math.round(entry?.contentRect.width ?? 0)));
  widths.observe(el);
  signal.addEventListener("abort", () => widths.disconnect(), { once: true });
  return open;
}
