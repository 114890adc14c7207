// Says that nobody answers behind the page, for as long as that is so.

import { element } from "../../browser/page_elements.ts";
import type { Model } from "../../browser/part.ts";
import { watchKernel } from "./kernel_watch.ts";
import type { ExplorerPageWords } from "./protocol.ts";

interface Notice {
  model: Pick<Model, "send" | "on" | "off">;
  el: HTMLElement;
  signal: AbortSignal;
  words: ExplorerPageWords;
  served: boolean;
  // Whether the set-up comes back after a reload.
  keeps: boolean;
  // Whether the page asks for pieces of work that keep its Python busy for a while.
  worksLong: boolean;
}

export function watchOver({ model, el, signal, words, served, keeps, worksLong }: Notice): void {
  const reload = element("button", { type: "button", className: "main-button", textContent: words.reload });
  reload.addEventListener("click", () => location.reload());
  const sentence = element("p", { textContent: lostSentence(words, served, keeps) });
  const notice = element("div", { className: "page-lost", role: "alert" });
  el.prepend(notice);
  watchKernel({
    model,
    el,
    signal,
    within: answerWithinMs(served, worksLong),
    lost: () => notice.replaceChildren(sentence, ...(served ? [reload] : [])),
    found: () => notice.replaceChildren(),
  });
}

function lostSentence(words: ExplorerPageWords, served: boolean, keeps: boolean): string {
  if (keeps) return served ? words.lost_in_page : words.lost_in_notebook;
  return served ? words.lost_in_page_without_set_up : words.lost_in_notebook_without_set_up;
}

// In a notebook another cell may be running; a served page has its Python for itself.
function answerWithinMs(served: boolean, worksLong: boolean): number {
  if (worksLong) return 15_000;
  return served ? 3000 : 8000;
}
