// A button to start, a bar that fills, a button to stop, and a sentence that says how it stands.

import { element } from "../../browser/page_elements.ts";
import { ask, type Model, part, tell, uniqueId } from "../../browser/part.ts";
import type { LongRunQuestions, LongRunTraits } from "./protocol.ts";

// How much is done, 0 to 1.
export function shareOf(done: number, total: number): number {
  return total > 0 ? done / total : 0;
}

function choiceOf(model: Model<LongRunTraits>): HTMLSelectElement {
  const options = model.get("choices").map(({ value, label }) => element("option", { value, textContent: label }));
  const select = element("select", { id: uniqueId("long-run") }, options);
  select.value = model.get("choice");
  select.addEventListener("change", () => tell(model, "choice", select.value));
  return select;
}

export default part<LongRunTraits>(({ model, el, follow }) => {
  const words = model.get("words");
  const start = element("button", { type: "button", className: "main-button", textContent: words.start });
  const stop = element("button", { type: "button", className: "quiet-button", textContent: words.stop });
  const bar = element("progress", { max: 1, value: 0, ariaLabel: words.progress });
  const count = element("span", { className: "long-run-count" });
  const said = element("p", { className: "long-run-said", role: "status" });
  const row = element("div", { className: "long-run-row" }, [start, stop, bar, count]);
  const select = choiceOf(model);
  if (select.options.length > 0) {
    const label = element("label", { htmlFor: select.id, textContent: words.choice ?? "" });
    row.prepend(element("div", { className: "long-run-choice" }, [label, select]));
  }
  el.classList.add("long-run");
  el.append(row, said);

  start.addEventListener("click", () => ask<LongRunQuestions>(model, "start"));
  stop.addEventListener("click", () => ask<LongRunQuestions>(model, "stop"));
  const show = () => {
    const running = model.get("running");
    const done = model.get("done");
    const total = model.get("total");
    const hadFocus = document.activeElement === start || document.activeElement === stop;
    start.hidden = running;
    for (const shown of [stop, bar, count]) shown.hidden = !running;
    select.disabled = running;
    if (hadFocus) (running ? stop : start).focus();
    bar.value = shareOf(done, total);
    bar.ariaValueText = `${done} / ${total}`;
    count.textContent = `${done} / ${total}`;
    if (said.textContent !== model.get("sentence")) said.textContent = model.get("sentence");
    el.dataset.running = String(running);
  };
  follow(model, "change:running change:done change:total change:sentence", show);
  show();
});
