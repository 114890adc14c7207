// Groups of findings: a mark, a count with a bar, what they have in common, and the findings by name.

import { element, link, untranslated } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import { followPrinting } from "../../browser/printing.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { fewFirst } from "../parts/few_first.ts";
import type { TallyGroupJson, TallyItemJson, TallyListTraits } from "./protocol.ts";

const MARKS: Readonly<Record<string, string>> = { met: "✓", half: "◐", missed: "✕" };

function itemLine({ text, detail, note, sources }: TallyItemJson): HTMLElement {
  const more = [detail, note].filter(Boolean).map((textContent) => element("p", { textContent }));
  const from = sources.length > 0 ? [element("p", { className: "tally-sources" }, sources.map(link))] : [];
  return element("li", {}, [element("strong", { textContent: text }), ...more, ...from]);
}

function headOf({ standing, count, share, title }: TallyGroupJson): HTMLElement[] {
  const bar = element("span", { className: "tally-bar", ariaHidden: "true" }, [element("span")]);
  (bar.firstElementChild as HTMLElement).style.inlineSize = `${share}%`;
  return [
    element("span", { className: "tally-mark", textContent: MARKS[standing] ?? "", ariaHidden: "true" }),
    untranslated(element("span", { className: "tally-count", textContent: String(count) })),
    element("span", { className: "tally-title", textContent: title }),
    bar,
  ];
}

// A group in which nothing is has nothing to open.
function groupBox(group: TallyGroupJson, speak: Speak): HTMLElement {
  const items = group.items.map(itemLine);
  const box =
    group.count === 0
      ? element("div", { className: "tally-group" }, [element("div", { className: "tally-head" }, headOf(group))])
      : element("details", { className: "tally-group", open: group.named }, [
          element("summary", { className: "tally-head" }, headOf(group)),
          element("ul", {}, items),
          ...fewFirst(items, (count) => speak("tally_all", { count })),
        ]);
  box.dataset.group = group.key;
  box.dataset.standing = group.standing;
  return box;
}

export default part<TallyListTraits>(({ model, el, signal, follow }) => {
  const speak = speaker(model.get("words"), spokenAround(el));
  const finding = element("p", { className: "tally-finding" });
  const groups = element("div", { className: "tally-groups" });
  const notes = element("div", { className: "tally-notes" });
  el.classList.add("tally-list");
  el.append(finding, groups, notes);
  const show = () => {
    finding.textContent = model.get("finding");
    groups.replaceChildren(...model.get("groups").map((group) => groupBox(group, speak)));
    notes.replaceChildren(...model.get("notes").map((textContent) => element("p", { textContent })));
  };
  follow(model, "change:finding change:groups change:notes", show);
  show();
  // Paper cannot be opened: what a reader has folded is folded again when it is printed.
  let folded: HTMLDetailsElement[] = [];
  const onPaper = (printing: boolean) => {
    if (printing) folded = [...groups.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const box of folded) box.open = printing;
  };
  followPrinting(onPaper, signal);
});
