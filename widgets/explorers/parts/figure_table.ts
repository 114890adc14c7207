// The figure as a table of texts.

import { element } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import type { Line, TextTable } from "./figure.ts";
import { shown, valueAt } from "./figure_columns.ts";

const ROWS = 40;

// The lines with a read-out, at even times over the range that is shown.
export function linesOverTime(
  lines: readonly Line[],
  [start, end]: readonly [number, number],
  speak: Speak,
  language: string,
): TextTable {
  const named = lines.map(({ meta }) => speak("line_column", { label: meta?.label ?? "", unit: meta?.unit ?? "" }));
  const columns = [speak("time_column"), ...named];
  const rows = Array.from({ length: ROWS + 1 }, (_, i) => {
    const time = start + ((end - start) * i) / ROWS;
    return [shown(time, language), ...lines.map(({ x, y }) => shown(valueAt(x, y, time), language))];
  });
  return { columns, rows };
}

export function tableElement({ columns, rows }: TextTable, caption: string): HTMLTableElement {
  const heads = columns.map((textContent) => element("th", { textContent, scope: "col" }));
  const cells = (texts: readonly string[]) => texts.map((textContent) => element("td", { textContent }));
  return element("table", {}, [
    element("caption", { textContent: caption }),
    element("thead", {}, [element("tr", {}, heads)]),
    element(
      "tbody",
      {},
      rows.map((texts) => element("tr", {}, cells(texts))),
    ),
  ]);
}
