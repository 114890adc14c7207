// A row of buttons that show which of them are pressed.

import { element } from "../../browser/page_elements.ts";
import { ask, type Place, part } from "../../browser/part.ts";
import type { ChoiceButtonsQuestions, ChoiceButtonsTraits } from "./protocol.ts";

// Far enough ahead that the answer is there when the reader is.
const NEAR = "300px";

function tellWhenSeen({ model, el, signal }: Place<ChoiceButtonsTraits>): void {
  const seen = new IntersectionObserver(
    (changes) => {
      if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      ask<ChoiceButtonsQuestions>(model, "seen");
    },
    { rootMargin: NEAR },
  );
  seen.observe(el);
  signal.addEventListener("abort", () => seen.disconnect(), { once: true });
}

export default part<ChoiceButtonsTraits>((place) => {
  const { model, el, follow } = place;
  const label = model.get("label");
  el.classList.add("choice-buttons");
  el.role = "group";
  el.ariaLabel = label;
  const buttons = model.get("choices").map((choice) => {
    const button = element("button", { type: "button", className: "quiet-button", textContent: choice.label });
    button.dataset.choice = choice.value;
    button.addEventListener("click", () => ask<ChoiceButtonsQuestions>(model, "press", { value: choice.value }));
    return { button, value: choice.value };
  });
  el.append(element("span", { className: "choice-label", textContent: label }), ...buttons.map(({ button }) => button));
  const show = () => {
    const pressed = model.get("pressed");
    for (const { button, value } of buttons) button.ariaPressed = String(pressed.includes(value));
  };
  follow(model, "change:pressed", show);
  show();
  if (model.get("tells_when_seen")) tellWhenSeen(place);
});
