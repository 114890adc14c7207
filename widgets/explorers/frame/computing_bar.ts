// While a move takes long: a bar that fills, how much is done, and a button to stop it.

import { element } from "../../browser/page_elements.ts";
import type { Follow } from "../../browser/part.ts";
import { askRecord, type RecordModel } from "./record_model.ts";

interface Bar {
  record: RecordModel;
  follow: Follow;
  // What it stands in while something is computed.
  within: HTMLElement;
  // Where the focus goes when the button goes away below it.
  left: HTMLElement;
}

export function computingBar({ record, follow, within, left }: Bar): void {
  const words = record.get("words");
  const bar = element("progress", { max: 100, value: 0, ariaLabel: words.progress });
  const count = element("span", { className: "computing-count", ariaHidden: "true" });
  const stop = element("button", { type: "button", className: "quiet-button", textContent: words.stop });
  const row = element("div", { className: "computing-row" }, [bar, count, stop]);
  stop.addEventListener("click", () => askRecord(record, "stop"));
  left.tabIndex = -1;
  const show = () => {
    const done = record.get("computed_percent");
    if (!record.get("computing") && document.activeElement === stop) left.focus();
    if (!record.get("computing")) row.remove();
    else if (!row.isConnected) within.append(row);
    bar.value = done;
    count.textContent = `${done}\u00a0%`;
  };
  follow(record, "change:computing change:computed_percent", show);
  show();
}
