// The signs that need a clinician: what to do as a heading, most urgent first, and under it the signs as a list.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import type { SignGroup, SignListTraits } from "./protocol.ts";
import { sourceFold } from "./source_fold.ts";

// On a narrow screen only the emergencies stand open: the page's own subject must stay near.
const IS_WIDE = "(min-width: 760px)";

function groupBox({ urgency, title, signs }: SignGroup): HTMLElement {
  const lines = signs.map(({ id, sign, why }) => {
    const line = element("li", {}, [element("strong", { textContent: sign }), element("span", { textContent: why })]);
    line.dataset.sign = id;
    return line;
  });
  const open = urgency === "now" || matchMedia(IS_WIDE).matches;
  const heading = element("summary", {}, [element("h3", { textContent: title })]);
  const box = element("details", { className: "sign-group", open }, [heading, element("ul", {}, lines)]);
  box.dataset.urgency = urgency;
  return box;
}

export default part<SignListTraits>(({ model, el }) => {
  el.classList.add("sign-list");
  el.append(
    element("div", { className: "sign-groups" }, model.get("groups").map(groupBox)),
    sourceFold(model.get("sources"), model.get("sources_label")),
  );
});
