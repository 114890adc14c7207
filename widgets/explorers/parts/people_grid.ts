// Groups of a hundred people as marks that can be counted, a key, and the same as a table.

import { element, languageAround, save } from "../../browser/page_elements.ts";
import { ask, hear, part, uniqueId } from "../../browser/part.ts";
import { tableElement } from "./figure_table.ts";
import { crowd, fillCrowd, guessPath, MARK_BOX, markPath } from "./people_marks.ts";
import { pictureOfPeople } from "./people_picture.ts";
import type { PeopleArm, PeopleGridQuestions, PeopleGridTraits, PeopleKey } from "./protocol.ts";

const SVG = "http://www.w3.org/2000/svg";

class Group {
  readonly #title = element("p", { className: "group-title", id: uniqueId("group") });
  readonly #said = element("p", { className: "group-said", id: uniqueId("group") });
  readonly #crowd = crowd();
  readonly el = element("div", { className: "people-group" }, [this.#title, this.#crowd, this.#said]);

  constructor() {
    this.#crowd.setAttribute("aria-labelledby", `${this.#title.id} ${this.#said.id}`);
  }

  show(arm: PeopleArm): void {
    this.el.dataset.arm = arm.kind;
    this.#title.textContent = arm.title;
    this.#said.textContent = arm.said;
    fillCrowd(this.#crowd, arm);
  }
}

function keyItem({ look, label }: PeopleKey): HTMLElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${MARK_BOX} ${MARK_BOX}`);
  svg.ariaHidden = "true";
  const mark = document.createElementNS(SVG, "path");
  mark.setAttribute("d", look === "guessed" ? guessPath(1) : markPath("other", 0, 0));
  mark.dataset.look = look;
  svg.append(mark);
  return element("li", {}, [svg, element("span", { textContent: label })]);
}

function saveAs(content: BlobPart, type: string, name: string): void {
  save(new Blob([content], { type }), name);
}

export default part<PeopleGridTraits>(({ model, el, follow, signal }) => {
  const words = model.get("words");
  const finding = element("h2", { className: "figure-finding" });
  const groups = element("div", { className: "people-groups" });
  const key = element("ul", { className: "people-grid-key" });
  const description = element("p");
  const inWords = element("details", { className: "figure-words" }, [
    element("summary", { textContent: words.in_words }),
    description,
  ]);
  const table = element("div", { className: "figure-table", hidden: true, tabIndex: 0, role: "region" });
  table.ariaLabel = words.table_name;
  const button = (textContent: string, act: () => void) => {
    const node = element("button", { type: "button", className: "quiet-button", textContent });
    node.addEventListener("click", act, { signal });
    return node;
  };
  const fillTable = () => {
    tableButton.ariaExpanded = String(!table.hidden);
    tableButton.textContent = table.hidden ? words.table_show : words.table_hide;
    if (!table.hidden) table.replaceChildren(tableElement(model.get("table"), model.get("finding")));
  };
  const tableButton = button("", () => {
    table.hidden = !table.hidden;
    fillTable();
  });
  const tools = element("div", { className: "figure-tools" }, [
    tableButton,
    button(words.download_csv, () => ask<PeopleGridQuestions>(model, "csv")),
    button(words.download_picture, () => {
      const picture = pictureOfPeople(groups, model.get("finding"), languageAround(el));
      saveAs(picture, "image/svg+xml", `${model.get("file_name")}.svg`);
    }),
  ]);
  hear<PeopleGridQuestions>({ model, signal }, "csv", (_, [csv]) => {
    if (csv) saveAs(csv as DataView<ArrayBuffer>, "text/csv", `${model.get("file_name")}.csv`);
  });
  // Framed as the figures beside it are, by their style sheet.
  el.classList.add("figure-panel", "people-grid");
  el.append(element("div", { className: "figure-view" }, [finding, groups]), key, tools, inWords, table);

  const shown: Group[] = [];
  const show = () => {
    const arms = model.get("arms");
    while (shown.length < arms.length) shown.push(new Group());
    shown.length = arms.length;
    if (groups.childElementCount !== arms.length) groups.replaceChildren(...shown.map((group) => group.el));
    arms.forEach((arm, i) => {
      shown[i]?.show(arm);
    });
    const said = model.get("finding");
    if (finding.textContent !== said) finding.textContent = said;
    key.replaceChildren(...model.get("key").map(keyItem));
    description.textContent = model.get("description");
    fillTable();
  };
  follow(model, "change", show);
  show();
});
