// A table of texts: caption, headings with scope, notes and numbered sources below. In a narrow column each row is a line
// that opens: its heading and what is short beside it are seen, the rest when it is pressed.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import { FoldLine } from "./fold_line.ts";
import { followNarrow } from "./narrow_column.ts";
import type { TextTableTraits } from "./protocol.ts";
import { sourceFold } from "./source_fold.ts";

interface Row {
  el: HTMLElement;
  line: FoldLine;
}

function rowOf([title = "", ...texts]: readonly string[], columns: readonly string[]): Row {
  const cells = texts.map((textContent, i) => {
    const cell = element("td", { textContent });
    cell.dataset.column = columns[i + 1] ?? "";
    return cell;
  });
  // In a row of two texts, the second is all that there is to open.
  const [first, ...others] = cells;
  if (first && others.length > 0) first.className = "beside-heading";
  const heading = element("th", { scope: "row" });
  const line = new FoldLine(heading, title, others.length > 0 ? others : cells);
  return { el: element("tr", {}, [heading, ...cells]), line };
}

export default part<TextTableTraits>(({ model, el, signal }) => {
  const columns = model.get("columns");
  const heads = columns.map((textContent) => element("th", { scope: "col", textContent }));
  const rows = model.get("rows").map((texts) => rowOf(texts, columns));
  const body = rows.map((row) => row.el);
  const table = element("table", {}, [
    element("caption", { textContent: model.get("caption") }),
    element("thead", {}, [element("tr", {}, heads)]),
    element("tbody", {}, body),
  ]);
  table.dataset.prose = "";
  const name = model.get("label");
  const region = element("div", { className: "text-table-region", tabIndex: 0, role: "region", ariaLabel: name }, [
    table,
  ]);
  el.classList.add("text-table");
  const sources = model.get("sources");
  const fold = sources.length > 0 ? [sourceFold(sources, model.get("sources_label"))] : [];
  el.append(region, ...model.get("notes").map((textContent) => element("p", { textContent })), ...fold);
  followNarrow(el, signal, (narrow) => {
    el.classList.toggle("in-lines", narrow);
    for (const { line } of rows) line.setNarrow(narrow);
  });
});
