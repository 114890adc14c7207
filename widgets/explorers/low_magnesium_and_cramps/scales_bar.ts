// Three small rulers beside each other: a band for what is usual, a hatched zone, and a mark for what is set.

import { element } from "../../browser/page_elements.ts";
import { part } from "../../browser/part.ts";
import type { ScaleRuler, ScalesBarTraits } from "./protocol.ts";

export type Scale = Pick<ScaleRuler, "ends" | "log">;

// Where a value lies between the ends of a ruler, 0 to 1.
export function placeOf({ ends: [low, high], log }: Scale, value: number): number {
  const along = log ? Math.log : Number;
  return Math.min(1, Math.max(0, (along(value) - along(low)) / (along(high) - along(low))));
}

// Where a stretch of a ruler begins and how long it is, 0 to 1; null where an end of it is not known.
export function spanOf(ruler: Scale, stretch: ScaleRuler["zone"]): { start: number; length: number } | null {
  const [from, to] = stretch ?? [null, null];
  if (from === null || to === null) return null;
  const start = placeOf(ruler, from);
  return { start, length: placeOf(ruler, to) - start };
}

function setSpan(node: HTMLElement, span: ReturnType<typeof spanOf>): void {
  node.hidden = span === null;
  if (span === null) return;
  node.style.insetInlineStart = `${100 * span.start}%`;
  node.style.inlineSize = `${100 * span.length}%`;
}

const piece = (name: string) => element("span", { className: `scale-${name}` });

class RulerView {
  readonly el: HTMLElement;
  readonly #title = piece("title");
  readonly #value = element("output", { className: "scale-value" });
  readonly #zone = piece("zone");
  readonly #band = piece("band");
  readonly #mark = piece("mark");
  readonly #bandText = piece("band-text");
  readonly #zoneText = piece("zone-text");
  readonly #said = element("p", { className: "visually-hidden" });

  constructor() {
    const track = element("div", { className: "scale-track", ariaHidden: "true" }, [
      this.#zone,
      this.#band,
      this.#mark,
    ]);
    const keys = element("div", { className: "scale-keys", ariaHidden: "true" }, [this.#bandText, this.#zoneText]);
    const head = element("div", { className: "scale-head" }, [this.#title, this.#value]);
    this.el = element("div", { className: "scale" }, [head, track, keys, this.#said]);
  }

  show(ruler: ScaleRuler): void {
    this.el.dataset.scale = ruler.key;
    this.#title.textContent = ruler.title;
    this.#value.textContent = ruler.value;
    this.#bandText.textContent = ruler.band_text;
    this.#zoneText.textContent = ruler.zone_text;
    this.#said.textContent = ruler.said;
    setSpan(this.#band, spanOf(ruler, ruler.band));
    setSpan(this.#zone, spanOf(ruler, ruler.zone));
    this.#mark.hidden = ruler.mark === null;
    if (ruler.mark !== null) this.#mark.style.insetInlineStart = `${100 * placeOf(ruler, ruler.mark)}%`;
  }
}

export default part<ScalesBarTraits>(({ model, el, follow, signal }) => {
  el.classList.add("scales-bar");
  el.role = "region";
  el.ariaLabel = model.get("label");
  const views = model.get("rulers").map(() => new RulerView());
  el.append(...views.map((view) => view.el));
  const show = () => {
    for (const [i, ruler] of model.get("rulers").entries()) views[i]?.show(ruler);
  };
  follow(model, "change:rulers", show);
  show();
  // What else stays in view stays below the strip, where that does.
  const heights = new ResizeObserver(() => {
    const above_px = getComputedStyle(el).position === "sticky" ? el.offsetHeight : 0;
    el.parentElement?.style.setProperty("--in-view-above", `${above_px}px`);
  });
  heights.observe(el);
  signal.addEventListener("abort", () => heights.disconnect(), { once: true });
});
