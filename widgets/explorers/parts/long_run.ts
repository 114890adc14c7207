// A button to start, a bar that fills, a button to stop, and a sentence that says how it stands.

import { element } from "../../browser/page_elements.ts";

let instances = 0;

function choiceOf(model, words) {
  const id = `long-run-${++instances}`;
  const options = model.get("choices").map(({ value, label }) => element("option", { value, textContent: label }));
  const select = element("select", { id }, options);
  select.value = model.get("choice");
  select.addEventListener("change", () => {
    model.set("choice", select.value);
    model.save_changes();
  });
  return [select, element("div", { className: "long-run-choice" }, [element("label", { htmlFor: id, textContent: words.choice }), select])];
}

function render({ model, el, signal }) {
  const words = model.get("words");
  const start = element("button", { type: "button", className: "main-button", textContent: words.start });
  const stop = element("button", { type: "button", className: "quiet-button", textContent: words.stop });
  const bar = element("progress", { max: 1, value: 0 });
  bar.setAttribute("aria-label", words.progress);
  const count = element("span", { className: "long-run-count" });
  const said = element("p", { className: "long-run-said" });
  said.setAttribute("role", "status");
  const [select, choice] = model.get("choices").length ? choiceOf(model, words) : [null, null];
  const row = element("div", { className: "long-run-row" }, [...(choice ? [choice] : []), start, stop, bar, count]);
  el.classList.add("long-run");
  el.append(row, said);

  start.addEventListener("click", () => model.send({ action: "start" }));
  stop.addEventListener("click", () => model.send({ action: "stop" }));
  const show = () => {
    const running = model.get("running"), done = model.get("done"), total = model.get("total");
    const hadFocus = [start, stop].includes(document.activeElement);
    start.hidden = running;
    for (const part of [stop, bar, count]) part.hidden = !running;
    if (select) select.disabled = running;
    if (hadFocus) (running ? stop : start).focus();
    bar.value = total ? done / total : 0;
    bar.setAttribute("aria-valuetext", `${done} / ${total}`);
    count.textContent = `${done} / ${total}`;
    if (said.textContent !== model.get("sentence")) said.textContent = model.get("sentence");
    el.dataset.running = String(running);
  };
  model.on("change", show);
  signal?.addEventListener("abort", () => model.off("change", show));
  show();
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "long_run" } }));
}

export default { render };
