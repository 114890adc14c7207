// The table of an authority as a real HTML table, with one person's row and cell marked.

import { element, link } from "../../browser/page_elements.ts";

const SEXES = ["male", "female"];

class TableView {
  constructor(model, el) {
    this.model = model;
    this.words = model.get("words");
    this.region = element("div", { className: "intake-table-region", tabIndex: 0 });
    this.region.setAttribute("role", "region");
    this.region.setAttribute("aria-label", this.words.table_region);
    this.missing = element("p", { className: "intake-table-missing" });
    this.missing.setAttribute("role", "status");
    this.notes = element("div", { className: "intake-table-notes" });
    el.classList.add("intake-table");
    this.sources = element("ul");
    const sources = element("details", { className: "intake-table-sources" }, [
      element("summary", { textContent: this.words.table_sources }), this.sources,
    ]);
    el.append(this.missing, this.region, this.notes, sources);
    this.build();
  }

  build() {
    const { caption, columns, rows, notes, sources } = this.model.get("table");
    const heads = columns.map((textContent) => element("th", { scope: "col", textContent }));
    const body = rows.map((row) => {
      const cells = [...SEXES, "limit"].map((column) => {
        const cell = element("td", {}, [element("span", { className: "cell-text", textContent: row[column] })]);
        cell.dataset.column = column;
        return cell;
      });
      const head = element("th", { scope: "row" }, [element("span", { className: "row-text", textContent: row.heading })]);
      const line = element("tr", {}, [head, ...cells]);
      line.dataset.row = row.key;
      return line;
    });
    const table = element("table", {}, [
      element("caption", { textContent: caption }),
      element("thead", {}, [element("tr", {}, heads)]),
      element("tbody", {}, body),
    ]);
    this.region.replaceChildren(table);
    this.notes.replaceChildren(...notes.map((textContent) => element("p", { textContent })));
    this.sources.replaceChildren(...sources.map(({ reference, link }) => element("li", {}, [
      link ? element("a", { href: link, textContent: reference, target: "_blank", rel: "noopener" }) : reference,
    ])));
    this.mark();
  }

  // The marker says in words what the frame and the arrow show.
  mark() {
    for (const old of this.region.querySelectorAll(".mark")) old.remove();
    for (const old of this.region.querySelectorAll(".your-row, .your-value")) {
      old.classList.remove("your-row", "your-value");
      old.removeAttribute("aria-current");
    }
    const { row, column } = this.model.get("place");
    this.missing.textContent = this.model.get("missing");
    this.missing.hidden = !this.missing.textContent;
    const line = row && this.region.querySelector(`tr[data-row="${row}"]`);
    if (!line) return;
    line.classList.add("your-row");
    line.setAttribute("aria-current", "true");
    line.cells[0].append(element("span", { className: "mark", textContent: this.words.table_your_row }));
    const cell = line.querySelector(`td[data-column="${column}"]`);
    cell.classList.add("your-value");
    cell.append(element("span", { className: "mark visually-hidden", textContent: ` (${this.words.table_your_value})` }));
  }
}

function render({ model, el, signal }) {
  const view = new TableView(model, el);
  const build = () => view.build(), mark = () => view.mark();
  model.on("change:table", build);
  model.on("change:place change:missing", mark);
  signal?.addEventListener("abort", () => {
    model.off("change:table", build);
    model.off("change:place change:missing", mark);
  });
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "table" } }));
}

export default { render };
