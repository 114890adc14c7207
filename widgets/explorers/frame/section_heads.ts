// Headings of a page that is read from top to bottom, each with its first words, and the list that leads to them.

import { element } from "../../browser/page_elements.ts";
import type { SectionText } from "./protocol.ts";

export interface SectionHead {
  el: HTMLElement;
  heading: HTMLElement;
}

export function sectionHead({ title, text }: SectionText): SectionHead {
  const heading = element("h2", { textContent: title, tabIndex: -1 });
  return {
    el: element("header", { className: "section-head" }, [heading, element("p", { textContent: text })]),
    heading,
  };
}

export function sectionList(heads: readonly SectionHead[], name: string): HTMLElement {
  const items = heads.map(({ el, heading }) => {
    const button = element("button", { type: "button", textContent: heading.textContent });
    button.addEventListener("click", () => {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      el.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
      heading.focus({ preventScroll: true });
    });
    return element("li", {}, [button]);
  });
  return element("nav", { className: "section-list", ariaLabel: name }, [element("ul", {}, items)]);
}
