// A hundred people as marks with a shape and a colour of their own for what each nerve does, a key, and the same as a table.

import { element, save } from "../../browser/page_elements.ts";
import { ask, hear, type Place, part } from "../../browser/part.ts";
import { tableElement } from "../parts/figure_table.ts";
import type { MarkKey, PeopleStripQuestions, PeopleStripTraits } from "./protocol.ts";

// Far enough ahead that the first people are counted when the reader is there.
const NEAR = "300px";

type Kind = MarkKey["kind"];

function mark(kind: Kind): HTMLElement {
  const node = element("span", { className: "person" });
  node.dataset.kind = kind;
  return node;
}

class Crowd {
  readonly el = element("div", { className: "people-marks", role: "img" });

  show(kinds: readonly Kind[], also: number, name: string): void {
    if (this.el.childElementCount !== kinds.length) this.el.replaceChildren(...kinds.map(mark));
    for (const [i, node] of [...this.el.children].entries()) {
      const { dataset } = node as HTMLElement;
      dataset.kind = kinds[i] ?? "unknown";
      dataset.also = String(i < also);
    }
    this.el.ariaLabel = name;
  }
}

function keyItems(keys: readonly MarkKey[], alsoLabel: string): HTMLElement[] {
  const items = keys.map(({ kind, label, count }) =>
    element("li", {}, [mark(kind), element("span", { textContent: label }), element("b", { textContent: count })]),
  );
  if (!alsoLabel) return items;
  const underlined = mark("unknown");
  underlined.dataset.also = "true";
  return [...items, element("li", {}, [underlined, element("span", { textContent: alsoLabel })])];
}

function tellWhenSeen({ model, el, signal }: Place<PeopleStripTraits>): void {
  const seen = new IntersectionObserver(
    (changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      ask<PeopleStripQuestions>(model, "seen");
    },
    { rootMargin: NEAR },
  );
  seen.observe(el);
  signal.addEventListener("abort", () => seen.disconnect(), { once: true });
}

export default part<PeopleStripTraits>((place) => {
  const { model, el, follow } = place;
  const words = model.get("words");
  const finding = element("h2", { className: "figure-finding" });
  const crowd = new Crowd();
  const ends = element("div", { className: "people-ends", ariaHidden: "true" }, [
    element("span", { textContent: words.first }),
    element("span", { textContent: words.last }),
  ]);
  const key = element("ul", { className: "people-key" });
  const status = element("p", { className: "people-status", role: "status" });
  const sentences = element("div", { className: "people-sentences" });
  const description = element("p");
  const inWords = element("details", { className: "figure-words" }, [
    element("summary", { textContent: words.in_words }),
    description,
  ]);
  const table = element("div", { className: "figure-table", hidden: true, tabIndex: 0, role: "region" });
  table.ariaLabel = words.table_name;
  const tableButton = element("button", { type: "button", className: "quiet-button" });
  const csvButton = element("button", { type: "button", className: "quiet-button", textContent: words.download_csv });
  const tools = element("div", { className: "figure-tools" }, [tableButton, csvButton]);
  // Framed as the figures beside it are, by their style sheet.
  el.classList.add("figure-panel", "people-strip");
  el.append(finding, crowd.el, ends, key, status, sentences, tools, inWords, table);

  const fillTable = () => {
    tableButton.ariaExpanded = String(!table.hidden);
    tableButton.textContent = table.hidden ? words.table_show : words.table_hide;
    if (!table.hidden) table.replaceChildren(tableElement(model.get("table"), model.get("finding")));
  };
  tableButton.addEventListener("click", () => {
    table.hidden = !table.hidden;
    fillTable();
  });
  csvButton.addEventListener("click", () => ask<PeopleStripQuestions>(model, "csv"));
  hear<PeopleStripQuestions>(place, "csv", (_, [csv]) => {
    if (csv) save(new Blob([csv as DataView<ArrayBuffer>], { type: "text/csv" }), `${model.get("file_name")}.csv`);
  });

  const show = () => {
    const said = model.get("finding");
    if (finding.textContent !== said) finding.textContent = said;
    crowd.show(model.get("marks"), model.get("also"), said);
    key.replaceChildren(...keyItems(model.get("key"), model.get("also_label")));
    sentences.replaceChildren(...model.get("sentences").map((textContent) => element("p", { textContent })));
    if (status.textContent !== model.get("status")) status.textContent = model.get("status");
    el.dataset.counting = String(model.get("counting"));
    description.textContent = model.get("description");
    fillTable();
  };
  follow(model, "change", show);
  show();
  tellWhenSeen(place);
});
