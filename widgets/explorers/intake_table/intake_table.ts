// The table of an authority as a real HTML table, with one person's row and cell marked.

import { element, link } from "../../browser/page_elements.ts";
import { type Model, part } from "../../browser/part.ts";
import type { IntakeRow, IntakeTableTraits } from "./protocol.ts";

const COLUMNS = ["male", "female", "limit"] as const;

interface RowView {
  el: HTMLTableRowElement;
  head: HTMLElement;
  cells: Record<(typeof COLUMNS)[number], HTMLElement>;
}

function rowView(row: IntakeRow): RowView {
  const cell = (column: (typeof COLUMNS)[number]) => {
    const made = element("td", {}, [element("span", { className: "cell-text", textContent: row[column] })]);
    made.dataset.column = column;
    return made;
  };
  const head = element("th", { scope: "row" }, [element("span", { className: "row-text", textContent: row.heading })]);
  const cells = { male: cell("male"), female: cell("female"), limit: cell("limit") };
  const el = element("tr", {}, [head, ...COLUMNS.map((column) => cells[column])]);
  el.dataset.row = row.key;
  return { el, head, cells };
}

class TableView {
  readonly #model: Model<IntakeTableTraits>;
  readonly #region: HTMLElement;
  readonly #missing = element("p", { className: "intake-table-missing", role: "status" });
  readonly #notes = element("div", { className: "intake-table-notes" });
  readonly #sources = element("ul");
  #rows = new Map<string, RowView>();
  #unmark: (() => void) | null = null;

  constructor(model: Model<IntakeTableTraits>, el: HTMLElement) {
    this.#model = model;
    const words = model.get("words");
    const region = { className: "intake-table-region", tabIndex: 0, role: "region", ariaLabel: words.region };
    this.#region = element("div", region);
    const summary = element("summary", { textContent: words.sources });
    const sources = element("details", { className: "intake-table-sources" }, [summary, this.#sources]);
    el.classList.add("intake-table");
    el.append(this.#missing, this.#region, this.#notes, sources);
    this.build();
  }

  build(): void {
    const { caption, columns, rows, notes, sources } = this.#model.get("table");
    this.#rows = new Map(rows.map((row) => [row.key, rowView(row)]));
    const heads = columns.map((textContent) => element("th", { scope: "col", textContent }));
    const table = element("table", {}, [
      element("caption", { textContent: caption }),
      element("thead", {}, [element("tr", {}, heads)]),
      element(
        "tbody",
        {},
        [...this.#rows.values()].map(({ el }) => el),
      ),
    ]);
    this.#region.replaceChildren(table);
    this.#notes.replaceChildren(...notes.map((textContent) => element("p", { textContent })));
    this.#sources.replaceChildren(...sources.map((source) => element("li", {}, [link(source)])));
    this.mark();
  }

  mark(): void {
    this.#unmark?.();
    const { row = "", column } = this.#model.get("place");
    this.#missing.textContent = this.#model.get("missing");
    this.#missing.hidden = !this.#missing.textContent;
    const view = this.#rows.get(row);
    if (view && column) this.#unmark = this.#marked(view, view.cells[column]);
  }

  // The marker says in words what the frame and the arrow show. Gives back what takes the mark away.
  #marked({ el, head }: RowView, cell: HTMLElement): () => void {
    const words = this.#model.get("words");
    const yourRow = element("span", { className: "mark", textContent: words.your_row });
    const yourValue = element("span", { className: "mark visually-hidden", textContent: ` (${words.your_value})` });
    el.classList.add("your-row");
    el.ariaCurrent = "true";
    head.append(yourRow);
    cell.classList.add("your-value");
    cell.append(yourValue);
    return () => {
      el.classList.remove("your-row");
      el.ariaCurrent = null;
      cell.classList.remove("your-value");
      yourRow.remove();
      yourValue.remove();
    };
  }
}

export default part<IntakeTableTraits>(({ model, el, follow }) => {
  const view = new TableView(model, el);
  follow(model, "change:table", () => view.build());
  follow(model, "change:place change:missing", () => view.mark());
});
