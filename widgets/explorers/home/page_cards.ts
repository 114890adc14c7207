// Links to the pages, and what to take along.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import { addressOf } from "../frame/page_address.ts";
import type { PageCard, PageCardsTraits } from "./protocol.ts";

const PICTURES: Readonly<Record<string, string>> = {
  contraction_cycle:
    '<path class="thin" d="M4 12h34M74 12h34M4 40h34M74 40h34"/><path class="thick" d="M26 26h60"/><path class="z" d="M4 5l5 7-5 7 5 7-5 7 5 7-5 7M108 5l-5 7 5 7-5 7 5 7-5 7 5 7"/>',
  low_magnesium_and_cramps:
    '<path class="strip" d="M4 44h104"/><path class="thin" d="M34 6v38"/><path class="amount" d="M4 42h6q3-28 12-28t14 2 12-1 12 2 12-1 12 2 12-1 12 2"/>',
  causes_of_cramps:
    '<path class="strip" d="M6 10h12M28 10h12M50 10h12M72 10h12M94 10h12M6 26h12M28 26h12M72 26h12M94 26h12M6 42h12M28 42h12M50 42h12M72 42h12M94 42h12"/><path class="amount" d="M50 26h12"/>',
  intake_table:
    '<path class="strip" d="M4 16h100M4 38h100"/><path class="amount" d="M4 16h66M4 38h22"/><path class="mark" d="M84 8v16M46 30v16"/>',
  supplement_evidence:
    '<path class="mark" d="M56 2v48"/><path class="thin" d="M30 12h44M22 28h56M40 44h40"/><path class="point" d="M52 12h0M50 28h0M60 44h0"/>',
  model_credibility:
    '<path class="strip" d="M8 10h96M8 42h96"/><path class="mark" d="M50 1v18M58 33v18"/><path class="point" d="M72 10h0M36 42h0"/>',
};

function cardOf({ name, title, text }: PageCard): HTMLElement {
  const picture = element("span", { className: "card-picture" });
  picture.innerHTML = `<svg viewBox="0 0 112 52" aria-hidden="true">${PICTURES[name] ?? ""}</svg>`;
  const link = element("a", { href: addressOf(name, document.body.dataset), textContent: title });
  const words = element("div", {}, [element("h3", {}, [link]), element("p", { textContent: text })]);
  return element("li", { className: "page-card" }, [picture, words]);
}

export default part<PageCardsTraits>(({ model, el }) => {
  el.classList.add("page-cards");
  el.append(
    element("h2", { textContent: model.get("heading") }),
    element("ul", {}, model.get("pages").map(cardOf)),
    element("p", { className: "takeaway", textContent: model.get("takeaway") }),
  );
});
