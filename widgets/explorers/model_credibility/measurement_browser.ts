// Filters, a list of measurements, and the card of the chosen one.

import { element, link } from "../../browser/page_elements.ts";

let instances = 0;

class BrowserView {
  constructor(model, el) {
    this.model = model;
    this.words = model.get("words");
    this.id = `measurements-${++instances}`;
    const relation = this.filter("relation", model.get("relations"));
    const topic = this.filter("topic", model.get("topics"));
    this.counted = element("p", { className: "browser-counted" });
    this.counted.setAttribute("role", "status");
    this.select = element("select", { id: `${this.id}-chosen` });
    this.select.dataset.choice = "measurement";
    this.select.addEventListener("change", () => this.choose(this.select.value));
    const previous = this.stepButton("‹", -1, this.words.browse_previous);
    const next = this.stepButton("›", 1, this.words.browse_next);
    const label = element("label", { htmlFor: this.select.id, textContent: this.words.browse_choose });
    this.card = element("article", { className: "measurement-card" });
    this.card.setAttribute("aria-live", "polite");
    el.classList.add("measurement-browser");
    el.append(element("div", { className: "stays-in-view" }, [
      element("div", { className: "browser-filters" }, [relation, topic]),
      this.counted,
      element("div", { className: "browser-choice" }, [label, element("div", { className: "browser-row" }, [previous, this.select, next])]),
      this.card,
    ]));
    this.showList();
    this.showCard();
  }

  filter(name, choices) {
    const options = choices.map(({ value, label }) => element("option", { value, textContent: label }));
    const select = element("select", { id: `${this.id}-${name}` }, options);
    select.dataset.filter = name;
    select.value = this.model.get(name);
    select.addEventListener("change", () => {
      this.model.set(name, select.value);
      this.model.save_changes();
    });
    const label = element("label", { htmlFor: select.id, textContent: this.words[`browse_${name}`] });
    return element("div", { className: "browser-filter" }, [label, select]);
  }

  stepButton(sign, by, name) {
    const button = element("button", { type: "button", className: "step-button", textContent: sign });
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => {
      const ids = this.model.get("measurements").map(({ id }) => id);
      if (ids.length) this.choose(ids[(ids.indexOf(this.model.get("chosen")) + by + ids.length) % ids.length]);
    });
    return button;
  }

  choose(id) {
    this.ownChoice = id;
    this.model.set("chosen", id);
    this.model.save_changes();
  }

  showList() {
    const list = this.model.get("measurements");
    this.counted.textContent = this.model.get("counted");
    this.select.replaceChildren(...list.map(({ id, label }) => element("option", { value: id, textContent: label })));
    this.select.value = this.model.get("chosen");
  }

  showCard() {
    const card = this.model.get("card");
    this.select.value = this.model.get("chosen");
    this.card.hidden = !card.title;
    if (!card.title) return;
    const hadFocus = this.again && this.again === document.activeElement;
    this.again = element("button", { type: "button", className: "quiet-button", textContent: this.words.browse_again });
    this.again.addEventListener("click", () => {
      ran.textContent = this.words.browse_running;
      this.model.send({ action: "run_again" });
    });
    const ran = element("p", { className: "card-ran", textContent: card.ran });
    const verdict = element("p", { className: "card-verdict" }, [element("span", { textContent: card.mark, ariaHidden: "true" }), element("span", { textContent: card.verdict })]);
    verdict.dataset.verdict = card.verdict_key;
    const numbers = element("dl", { className: "card-numbers" }, card.numbers.flatMap(({ label, text }) => [element("dt", { textContent: label }), element("dd", { textContent: text })]));
    const factsOf = (facts) => facts.map(({ label, text }) => element("p", {}, [element("strong", { textContent: label }), ` ${text}`]));
    const settings = element("details", { className: "card-settings" }, [
      element("summary", { textContent: this.words.browse_settings }),
      element("ul", {}, card.settings.map((textContent) => element("li", { textContent }))),
      ...factsOf(card.small_print),
    ]);
    const changed = element("ul", { className: "card-changed" }, card.changed.map((textContent) => element("li", { textContent })));
    const sources = element("ul", { className: "card-sources" }, card.sources.map((source) => element("li", {}, [link(source)])));
    this.card.replaceChildren(
      verdict,
      element("h3", { textContent: card.title }),
      numbers,
      element("div", { className: "card-again" }, [this.again, ran]),
      ...factsOf(card.facts),
      element("h4", { textContent: this.words.browse_done }),
      element("p", { textContent: card.done }), changed, settings,
      element("h4", { textContent: this.words.browse_source }), sources,
    );
    if (hadFocus) this.again.focus();
  }

  // Picked in the chart, which on a phone is further down: the story comes into view.
  reveal() {
    if (this.model.get("chosen") === this.ownChoice) return;
    const { top } = this.card.getBoundingClientRect();
    if (top >= 0 && top < innerHeight / 2) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.card.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "nearest" });
  }
}

function render({ model, el, signal }) {
  const view = new BrowserView(model, el);
  const showList = () => view.showList(), showCard = () => view.showCard(), reveal = () => view.reveal();
  model.on("change:measurements change:counted", showList);
  model.on("change:card change:chosen", showCard);
  model.on("change:chosen", reveal);
  signal?.addEventListener("abort", () => {
    model.off("change:measurements change:counted", showList);
    model.off("change:card change:chosen", showCard);
    model.off("change:chosen", reveal);
  });
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "measurements" } }));
}

export default { render };
