// Tiles of causes: filters above, each tile opens in its place.

import { element, fill, link } from "../../browser/page_elements.ts";

let instances = 0;
const SURE = { strong: 4, moderate: 3, weak: 2, very_weak: 1 };

class CauseView {
  constructor(model, record, el) {
    Object.assign(this, { model, record, words: model.get("words"), id: `causes-${++instances}` });
    const filters = element("div", { className: "cause-filters" }, model.get("filters").map((filter) => this.filter(filter)));
    filters.setAttribute("role", "group");
    filters.setAttribute("aria-label", this.words.filters_name);
    this.counted = element("p");
    this.counted.setAttribute("role", "status");
    this.all = element("button", { type: "button", className: "quiet-button", textContent: this.words.show_all_kinds });
    this.all.addEventListener("click", () => this.set({ kind: "all", certainty: "all", article: "all", run: "all" }));
    this.tiles = new Map(model.get("causes").map((cause) => [cause.id, this.tile(cause)]));
    this.list = element("div", { className: "cause-tiles" });
    this.more = element("button", { type: "button", className: "quiet-button cause-more" });
    this.more.addEventListener("click", () => {
      this.list.classList.add("all");
      this.tiles.get(model.get("shown")[12])?.querySelector("summary").focus();
    });
    el.classList.add("cause-browser");
    el.append(filters, element("div", { className: "cause-counted" }, [this.counted, this.all]), this.list, this.more);
    this.show();
    this.follow();
  }

  set(values) {
    this.record.set("values", { ...this.record.get("values"), ...values });
    this.record.save_changes();
  }

  filter({ name, label, choices }) {
    const options = choices.map(({ value, label: text }) => element("option", { value, textContent: text }));
    const select = element("select", { id: `${this.id}-${name}` }, options);
    select.dataset.filter = name;
    select.addEventListener("change", () => this.set({ [name]: select.value }));
    (this.selects ??= new Map()).set(name, select);
    return element("div", { className: "cause-filter" }, [element("label", { htmlFor: select.id, textContent: label }), select]);
  }

  tile(cause) {
    const sure = element("span", { className: "cause-sure" }, Array.from({ length: 4 }, (_, i) => element("i", { className: i < SURE[cause.certainty] ? "on" : "" })));
    sure.setAttribute("aria-hidden", "true");
    const summary = element("summary", {}, [
      element("span", { className: "cause-name", textContent: cause.name }),
      element("span", { className: "cause-kind", textContent: cause.kind }),
      element("span", { className: "cause-certainty" }, [sure, cause.certainty_label]),
    ]);
    const tile = element("details", { className: "cause-tile" }, [summary]);
    tile.dataset.cause = cause.id;
    tile.dataset.role = cause.role;
    tile.addEventListener("toggle", () => {
      if (tile.open && tile.children.length === 1) tile.append(this.story(cause));
      const open = this.record.get("values").cause;
      if (tile.open && open !== cause.id) this.set({ cause: cause.id });
      if (!tile.open && open === cause.id) this.set({ cause: "none" });
    });
    return tile;
  }

  // Written when a tile is first opened: most never are.
  story(cause) {
    const facts = cause.facts.flatMap(({ label, text }) => [element("dt", { textContent: label }), element("dd", { textContent: text })]);
    const sources = cause.sources.map((source) => element("p", {}, [link(source)]));
    if (sources.length) facts.push(element("dt", { textContent: this.words.fact_source }), element("dd", {}, sources));
    const body = [
      element("p", { className: "cause-role", textContent: cause.role_label }),
      element("dl", {}, facts),
      element("p", { className: "cause-flag" }, [element("strong", { textContent: `${this.words.red_flag} ` }), cause.red_flag]),
    ];
    if (cause.situation) {
      const button = element("button", { type: "button", className: "quiet-button", textContent: cause.situation_label });
      button.addEventListener("click", () => {
        this.set({ situation: cause.situation });
        document.querySelector(".situation-picker")?.dispatchEvent(new Event("come"));
      });
      body.push(button);
    }
    return element("div", { className: "cause-story" }, body);
  }

  show() {
    const shown = this.model.get("shown");
    this.counted.textContent = this.model.get("counted");
    this.list.replaceChildren(...shown.map((id) => this.tiles.get(id)));
    this.more.textContent = fill(this.words.show_more, { count: shown.length - 12 });
    this.more.hidden = shown.length <= 12;
    this.all.hidden = shown.length === this.tiles.size;
  }

  follow() {
    const values = this.record.get("values");
    for (const [name, select] of this.selects) select.value = values[name];
    for (const [id, tile] of this.tiles) if (tile.open !== (id === values.cause)) tile.open = id === values.cause;
    this.list.classList.toggle("has-open", values.cause !== "none");
  }

  // The tile that another part of the page asks for.
  come(id) {
    this.list.classList.add("all");
    this.set({ kind: "all", certainty: "all", article: "all", run: "all", cause: id });
    const reveal = () => {
      const tile = this.tiles.get(id);
      tile.scrollIntoView({ block: "start" });
      tile.querySelector("summary").focus({ preventScroll: true });
    };
    setTimeout(reveal, 300);
  }
}

async function render({ model, el, host, signal }) {
  const record = await host.getModel(model.get("record"));
  const view = new CauseView(model, record, el);
  const show = () => view.show(), follow = () => view.follow();
  model.on("change:shown change:counted", show);
  record.on("change:values", follow);
  el.addEventListener("come", (event) => view.come(event.detail), { signal });
  signal?.addEventListener("abort", () => {
    model.off("change:shown change:counted", show);
    record.off("change:values", follow);
  });
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "causes" } }));
}

export default { render };
