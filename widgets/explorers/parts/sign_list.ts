// The signs that need a clinician: what to do as a heading, most urgent first, and under it the signs as a list. In a narrow
// column only the emergencies stand open, and why each sign matters is said on request: signs are to be seen at once.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import { setFolded } from "./fold_line.ts";
import { followNarrow } from "./narrow_column.ts";
import type { SignGroup, SignListTraits } from "./protocol.ts";
import { sourceFold } from "./source_fold.ts";

class Group {
  readonly el: HTMLDetailsElement;
  readonly #whys: readonly HTMLElement[];
  readonly #button: HTMLButtonElement;

  constructor({ urgency, title, signs }: SignGroup, whyLabel: string) {
    const lines = signs.map(({ id, sign, why }) => {
      const reason = element("span", { className: "sign-why", textContent: why });
      const line = element("li", {}, [element("strong", { textContent: sign }), reason]);
      line.dataset.sign = id;
      return { line, reason };
    });
    this.#whys = lines.map(({ reason }) => reason);
    this.#button = element("button", { type: "button", className: "sign-button", textContent: whyLabel });
    this.#button.addEventListener("click", () => this.#fold(this.#button.ariaExpanded === "true"));
    for (const why of this.#whys) why.addEventListener("beforematch", () => this.#fold(false));
    const list = element(
      "ul",
      {},
      lines.map(({ line }) => line),
    );
    const heading = element("summary", {}, [element("h3", { textContent: title })]);
    this.el = element("details", { className: "sign-group", open: true }, [heading, list, this.#button]);
    this.el.dataset.urgency = urgency;
    this.setNarrow(false);
  }

  setNarrow(narrow: boolean): void {
    this.el.open = !narrow || this.el.dataset.urgency === "now";
    this.#button.hidden = !narrow;
    this.#fold(narrow);
  }

  #fold(folded: boolean): void {
    this.#button.ariaExpanded = String(!folded);
    setFolded(this.#whys, folded);
  }
}

export default part<SignListTraits>(({ model, el, signal }) => {
  const groups = model.get("groups").map((group) => new Group(group, model.get("why_label")));
  el.classList.add("sign-list");
  el.append(
    element(
      "div",
      { className: "sign-groups" },
      groups.map((group) => group.el),
    ),
    sourceFold(model.get("sources"), model.get("sources_label")),
  );
  followNarrow(el, signal, (narrow) => {
    el.classList.toggle("in-lines", narrow);
    for (const group of groups) group.setNarrow(narrow);
  });
});
