// Three small rulers beside each other: a band for what is usual, a hatched zone, and a mark for what is set.

import { element } from "../../browser/page_elements.ts";

// Where a value lies between the ends of a ruler, 0 to 1.
export function placeOf({ ends: [low, high], log }, value) {
  const along = log ? Math.log : Number;
  return Math.min(1, Math.max(0, (along(value) - along(low)) / (along(high) - along(low))));
}

class RulerView {
  constructor() {
    const part = (name) => element("span", { className: `scale-${name}` });
    [this.zone, this.band, this.mark] = ["zone", "band", "mark"].map(part);
    this.title = part("title");
    this.value = element("output", { className: "scale-value" });
    this.track = element("div", { className: "scale-track" }, [this.zone, this.band, this.mark]);
    this.track.setAttribute("aria-hidden", "true");
    this.bandText = part("band-text");
    this.zoneText = part("zone-text");
    this.said = element("p", { className: "visually-hidden" });
    const keys = element("div", { className: "scale-keys" }, [this.bandText, this.zoneText]);
    keys.setAttribute("aria-hidden", "true");
    this.el = element("div", { className: "scale" }, [
      element("div", { className: "scale-head" }, [this.title, this.value]), this.track, keys, this.said,
    ]);
  }

  show(ruler) {
    this.el.dataset.scale = ruler.key;
    this.title.textContent = ruler.title;
    this.value.textContent = ruler.value;
    this.bandText.textContent = ruler.band_text;
    this.zoneText.textContent = ruler.zone_text;
    this.said.textContent = ruler.said;
    this.span(this.band, ruler, ruler.band);
    this.span(this.zone, ruler, ruler.zone);
    this.mark.hidden = ruler.mark === null;
    if (ruler.mark !== null) this.mark.style.left = `${100 * placeOf(ruler, ruler.mark)}%`;
  }

  span(node, ruler, ends) {
    node.hidden = !ends;
    if (!ends) return;
    const [left, right] = ends.map((end) => placeOf(ruler, end));
    node.style.left = `${100 * left}%`;
    node.style.width = `${100 * (right - left)}%`;
  }
}

function render({ model, el, signal }) {
  el.classList.add("scales-bar");
  el.setAttribute("role", "region");
  el.setAttribute("aria-label", model.get("label"));
  const views = model.get("rulers").map(() => new RulerView());
  el.append(...views.map((view) => view.el));
  const show = () => model.get("rulers").forEach((ruler, i) => views[i].show(ruler));
  model.on("change:rulers", show);
  signal?.addEventListener("abort", () => model.off("change:rulers", show));
  show();
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "scales" } }));
}

export default { render };
