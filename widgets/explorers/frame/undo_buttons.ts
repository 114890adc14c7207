// Two buttons that go through the steps of a page. They stand wherever something of its record can be set.

import { element } from "../../browser/page_elements.ts";
import type { Follow } from "../../browser/part.ts";
import { askRecord, type RecordModel } from "./record_model.ts";

const SIGNS = { undo: "↶", redo: "↷" } as const;
const SHORTCUTS = { undo: "Control+Z Meta+Z", redo: "Control+Shift+Z Meta+Shift+Z" } as const;

export function undoButtons(record: RecordModel, follow: Follow): HTMLElement {
  const button = (step: "undo" | "redo") => {
    const sign = element("span", { textContent: SIGNS[step], ariaHidden: "true" });
    const name = element("span", { textContent: record.get("words")[step] });
    const node = element("button", { type: "button", className: "quiet-button undo-button" }, [sign, name]);
    node.dataset.step = step;
    node.setAttribute("aria-keyshortcuts", SHORTCUTS[step]);
    node.addEventListener("click", () => {
      if (node.ariaDisabled !== "true") askRecord(record, step);
    });
    return node;
  };
  const undo = button("undo");
  const redo = button("redo");
  const show = () => {
    // A button that has the focus keeps it when there is nothing more to do.
    undo.ariaDisabled = String(!record.get("can_undo"));
    redo.ariaDisabled = String(!record.get("can_redo"));
  };
  follow(record, "change:can_undo change:can_redo", show);
  show();
  return element("div", { className: "undo-buttons" }, [undo, redo]);
}
