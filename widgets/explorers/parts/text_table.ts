// A table of texts: caption, headings with scope, notes below. On a narrow screen each row becomes a small block.

import { element } from "../../browser/page_elements.ts";

function render({ model, el }) {
  const columns = model.get("columns");
  const row = ([heading, ...texts]) => element("tr", {}, [
    element("th", { scope: "row", textContent: heading }),
    ...texts.map((textContent, i) => {
      const cell = element("td", { textContent });
      cell.dataset.column = columns[i + 1];
      return cell;
    }),
  ]);
  const table = element("table", {}, [
    element("caption", { textContent: model.get("caption") }),
    element("thead", {}, [element("tr", {}, columns.map((textContent) => element("th", { scope: "col", textContent })))]),
    element("tbody", {}, model.get("rows").map(row)),
  ]);
  const region = element("div", { className: "text-table-region", tabIndex: 0 }, [table]);
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", model.get("label"));
  el.classList.add("text-table");
  el.append(region, ...model.get("notes").map((textContent) => element("p", { textContent })));
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "table" } }));
}

export default { render };
