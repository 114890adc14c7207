// The sections of a page that is read from top to bottom. Each has a head that opens and folds it: its title, and while it
// is folded what it shows now, in one sentence. What is folded is still found by the browser's own search.

import { element } from "../../browser/page_elements.ts";
import { uniqueId } from "../../browser/part.ts";
import type { SectionText } from "./protocol.ts";

export interface PageSection {
  name: string;
  el: HTMLElement;
  // Where the section's parts go, below its first words.
  body: HTMLElement;
  button: HTMLButtonElement;
  isOpen: () => boolean;
  setOpen: (isOpen: boolean) => void;
  say: (finding: string) => void;
}

// A browser that does not look into what is folded hides it wholly.
const FOLDED = "onbeforematch" in document ? "until-found" : "";

export function pageSection(name: string, { title, text }: SectionText): PageSection {
  const id = uniqueId("section");
  const button = element("button", { type: "button", className: "section-button", textContent: title });
  const finding = element("p", { className: "section-finding", id: `${id}-finding`, hidden: true });
  // It follows every movement: no text to look words up in.
  finding.dataset.live = "";
  const words = text ? [element("p", { className: "section-text", textContent: text })] : [];
  const body = element("div", { className: "section-body", id }, words);
  // Words are explained anew in it: it may be opened long before what stands above it is read.
  body.dataset.fold = "";
  const head = element("header", { className: "section-head" }, [element("h2", {}, [button]), finding]);
  const el = element("section", { className: "section" }, [head, body]);
  el.dataset.section = name;
  button.setAttribute("aria-controls", id);

  const setOpen = (isOpen: boolean) => {
    button.ariaExpanded = String(isOpen);
    el.dataset.open = String(isOpen);
    if (isOpen) body.removeAttribute("hidden");
    else body.setAttribute("hidden", FOLDED);
  };
  const say = (said: string) => {
    if (finding.textContent !== said) finding.textContent = said;
    finding.hidden = said === "";
    if (said) button.setAttribute("aria-describedby", finding.id);
    else button.removeAttribute("aria-describedby");
  };
  setOpen(false);
  return { name, el, body, button, isOpen: () => button.ariaExpanded === "true", setOpen, say };
}

// Opens a section, and brings it into view with the focus at its head.
export function goToSection(section: PageSection, open: (section: PageSection) => void): void {
  open(section);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  section.el.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
  section.button.focus({ preventScroll: true });
}

export function sectionList(
  sections: readonly PageSection[],
  name: string,
  open: (section: PageSection) => void,
): HTMLElement {
  const items = sections.map((section) => {
    const button = element("button", { type: "button", textContent: section.button.textContent });
    button.addEventListener("click", () => goToSection(section, open));
    return element("li", {}, [button]);
  });
  return element("nav", { className: "section-list", ariaLabel: name }, [element("ul", {}, items)]);
}
