// Eight situations as a choice of one, and the card of the chosen one.

import { element, link } from "../../browser/page_elements.ts";

let instances = 0;

async function render({ model, el, host, signal }) {
  const record = await host.getModel(model.get("record"));
  const words = model.get("words"), situations = model.get("situations"), name = `situation-${++instances}`;
  const choices = situations.map(({ id, title, mark, runnable }) => {
    const input = element("input", { type: "radio", name, value: id });
    input.addEventListener("change", () => {
      record.set("values", { ...record.get("values"), situation: id });
      record.save_changes();
    });
    const label = element("label", {}, [input, element("span", { className: "situation-title", textContent: title }), element("span", { className: "situation-mark", textContent: mark })]);
    label.classList.toggle("runnable", runnable);
    return label;
  });
  const list = element("fieldset", { className: "situation-list" }, [
    element("legend", { className: "visually-hidden", textContent: words.situations_name }), ...choices,
  ]);
  const card = element("article", { className: "situation-card" });
  card.setAttribute("aria-live", "polite");
  el.classList.add("situation-picker");
  el.append(list, card);

  const show = () => {
    const chosen = record.get("values").situation;
    const { title, why, facts, checked, sources, runnable } = situations.find(({ id }) => id === chosen);
    for (const input of list.querySelectorAll("input")) input.checked = input.value === chosen;
    const compared = runnable ? [element("p", { className: "situation-compared", textContent: model.get("compared") })] : [];
    const from = sources.map((source) => element("p", {}, [link(source)]));
    const told = facts.flatMap(({ label, text }) => [element("dt", { textContent: label }), element("dd", { textContent: text })]);
    const origin = [element("dt", { textContent: words.fact_source }), element("dd", { className: "situation-source" }, [...from, element("p", { textContent: checked })])];
    card.replaceChildren(element("h3", { textContent: title }), element("p", { textContent: why }), ...compared, element("dl", {}, [...told, ...origin]));
  };
  model.on("change:compared", show);
  record.on("change:values", show);
  el.addEventListener("come", () => {
    el.scrollIntoView({ block: "start" });
    list.querySelector("input:checked")?.focus({ preventScroll: true });
  }, { signal });
  signal?.addEventListener("abort", () => {
    model.off("change:compared", show);
    record.off("change:values", show);
  });
  show();
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "situations" } }));
}

export default { render };
