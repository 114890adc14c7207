// A table of texts: caption, headings with scope, notes and numbered sources below. On a narrow screen each row becomes a small block.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import type { TextTableTraits } from "./protocol.ts";
import { sourceFold } from "./source_fold.ts";

function rowOf([heading = "", ...texts]: readonly string[], columns: readonly string[]): HTMLElement {
  const cells = texts.map((textContent, i) => {
    const cell = element("td", { textContent });
    cell.dataset.column = columns[i + 1] ?? "";
    return cell;
  });
  return element("tr", {}, [element("th", { scope: "row", textContent: heading }), ...cells]);
}

export default part<TextTableTraits>(({ model, el }) => {
  const columns = model.get("columns");
  const heads = columns.map((textContent) => element("th", { scope: "col", textContent }));
  const rows = model.get("rows").map((texts) => rowOf(texts, columns));
  const table = element("table", {}, [
    element("caption", { textContent: model.get("caption") }),
    element("thead", {}, [element("tr", {}, heads)]),
    element("tbody", {}, rows),
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
});
