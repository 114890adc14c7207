// The end of a page: what to take along, and a large link to the page that comes next.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import { addressOf, HOME } from "./page_address.ts";
import type { WayOnTraits } from "./protocol.ts";

export default part<WayOnTraits>(({ model, el }) => {
  const to = (page: string) => addressOf(page, document.body.dataset);
  el.classList.add("way-on");
  el.lang = model.get("language");
  el.dir = model.get("direction");
  const next = element("a", { className: "way-on-next", href: to(model.get("page")) }, [
    element("span", { className: "way-on-title", textContent: model.get("title") }),
    element("span", { className: "way-on-text", textContent: model.get("text") }),
  ]);
  const around = element("a", { className: "way-on-around", href: to(HOME), textContent: model.get("around") });
  el.append(
    element("p", { className: "way-on-takeaway" }, [
      element("span", { className: "way-on-heading", textContent: model.get("heading") }),
      element("strong", { textContent: model.get("takeaway") }),
    ]),
    next,
    ...(model.get("around") ? [around] : []),
  );
});
