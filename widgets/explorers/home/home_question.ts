// The question with its answers. The choice stays in this browser and is shown again at the next visit.

import { keep, kept } from "../../browser/kept.ts";
import { element } from "../../browser/page_elements.ts";
import { part, uniqueId } from "../../browser/part.ts";
import type { HomeQuestionTraits } from "./protocol.ts";

const KEPT_ANSWER = "explainer-home-answer";

export default part<HomeQuestionTraits>(({ model, el }) => {
  const words = model.get("words");
  const name = uniqueId("answer");
  const before = kept("browser", KEPT_ANSWER);
  const said = element("p", { className: "answer-said", textContent: words.hint, ariaLive: "polite" });
  const choices = model.get("answers").map(({ value, label, picked }) => {
    const input = element("input", { type: "radio", name, value, checked: before === value });
    input.addEventListener("change", () => {
      keep("browser", KEPT_ANSWER, value);
      said.textContent = picked;
    });
    if (input.checked) said.textContent = picked;
    return element("label", {}, [input, element("span", { textContent: label })]);
  });
  el.classList.add("home-question");
  el.append(
    element("fieldset", { className: "answers" }, [element("legend", { textContent: words.question }), ...choices]),
    said,
    element("div", { className: "about-picture" }, [
      element("h2", { textContent: words.picture_title }),
      element("p", { textContent: words.picture }),
    ]),
  );
});
