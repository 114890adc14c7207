// A row of buttons that show which of them are pressed.

import { element } from "../../browser/page_elements.ts";

// Says once that a reader is near; on paper, or where nobody can tell, at once.
function tellWhenSeen({ model, el, signal }) {
  const seen = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    seen.disconnect();
    model.send({ action: "seen" });
  }, { rootMargin: "300px" });
  seen.observe(el);
  signal?.addEventListener("abort", () => seen.disconnect());
}

function render({ model, el, signal }) {
  el.classList.add("choice-buttons");
  el.setAttribute("role", "group");
  el.setAttribute("aria-label", model.get("label"));
  const buttons = model.get("choices").map(({ value, label }) => {
    const button = element("button", { type: "button", className: "quiet-button", textContent: label });
    button.dataset.choice = value;
    button.addEventListener("click", () => model.send({ action: "press", value }));
    return button;
  });
  el.append(element("span", { className: "choice-label", textContent: model.get("label") }), ...buttons);
  const show = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(model.get("pressed").includes(button.dataset.choice)));
  };
  model.on("change:pressed", show);
  signal?.addEventListener("abort", () => model.off("change:pressed", show));
  show();
  if (model.get("tells_when_seen")) tellWhenSeen({ model, el, signal });
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "choices" } }));
}

export default { render };
