// All causes at a glance: a row of small squares for each kind, those filled where low magnesium can play a part. The
// sentence beside it says the same.

import { element } from "../../browser/page_elements.ts";
import type { CauseJson } from "./protocol.ts";

const HELPS = "low_magnesium";

export function causeMap(causes: readonly CauseJson[], sentence: string): HTMLElement {
  const kinds = [...new Set(causes.map(({ kind }) => kind))].map((kind) => ({
    kind,
    ofKind: causes.filter((cause) => cause.kind === kind),
  }));
  const longestFirst = kinds.sort((one, other) => other.ofKind.length - one.ofKind.length);
  const rows = longestFirst.map(({ kind, ofKind }) => {
    // What magnesium can have a part in stands together, at the end of its row.
    const inOrder = [...ofKind].sort((one, other) => Number(one.role === HELPS) - Number(other.role === HELPS));
    const squares = inOrder.map(({ id, role }) => {
      const square = element("i");
      square.dataset.role = role;
      square.dataset.cause = id;
      return square;
    });
    return element("div", { className: "cause-map-row" }, [
      element("span", { textContent: kind }),
      element("span", { className: "cause-map-squares" }, squares),
    ]);
  });
  return element("figure", { className: "cause-map" }, [
    element("div", { className: "cause-map-rows", ariaHidden: "true" }, rows),
    element("figcaption", { textContent: sentence }),
  ]);
}
