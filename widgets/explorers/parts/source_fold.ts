// What something rests on, folded away below it: its sources by number, with links where there are addresses.

import { element, link, type Source } from "../../browser/page_elements.ts";

export function sourceFold(sources: readonly Source[], label: string): HTMLElement {
  const lines = sources.map((source) => element("li", {}, [link(source)]));
  return element("details", { className: "source-fold" }, [
    element("summary", { textContent: label }),
    element("ol", {}, lines),
  ]);
}
