// A question before the answer is in sight. One press commits; then its place shows what was expected and what is so.

import { keep, kept } from "../../browser/kept.ts";
import { element } from "../../browser/page_elements.ts";
import { part, tell, uniqueId } from "../../browser/part.ts";
import type { PredictionTraits } from "./protocol.ts";

const SKIPPED = "skipped";

function keptAs(key: string): string {
  return `explainer-prediction-${key}`;
}

export default part<PredictionTraits>(({ model, el, follow }) => {
  const { hint, skip, again } = model.get("words");
  const name = keptAs(model.get("key"));
  const given = () => model.get("answer");
  const commit = (answer: string) => {
    keep("tab", name, answer);
    tell(model, "answer", answer);
  };
  const button = (className: string, textContent: string, act: () => void) => {
    const node = element("button", { type: "button", className, textContent });
    node.addEventListener("click", act);
    return node;
  };

  const question = element("p", { className: "prediction-question", id: uniqueId("question") });
  question.textContent = model.get("question");
  const choices = model.get("answers").map(({ value, label }) =>
    button("prediction-answer", label, () => {
      commit(value);
      result.focus({ preventScroll: true });
    }),
  );
  const skipping = button("prediction-skip", skip, () => {
    commit(SKIPPED);
    result.focus({ preventScroll: true });
  });
  const asked = element("div", { className: "prediction-asked", role: "group" }, [
    element("p", { className: "prediction-hint", textContent: hint }),
    question,
    element("div", { className: "prediction-answers" }, [...choices, skipping]),
  ]);
  asked.setAttribute("aria-labelledby", question.id);

  // It takes the focus when the buttons go, and is read out when the kernel has said it.
  const result = element("p", { className: "prediction-result", role: "status", tabIndex: -1 });
  result.dataset.live = "";
  const reopen = button("prediction-again", again, () => {
    commit("");
    choices[0]?.focus({ preventScroll: true });
  });
  const told = element("div", { className: "prediction-told" }, [result, reopen]);

  el.classList.add("prediction");
  el.append(asked, told);
  const show = () => {
    el.dataset.answer = given();
    asked.hidden = given() !== "";
    reopen.hidden = given() === "";
    if (result.textContent !== model.get("result")) result.textContent = model.get("result");
  };
  follow(model, "change:answer change:result", show);
  const before = kept("tab", name);
  if (before && given() === "") tell(model, "answer", before);
  show();
});
