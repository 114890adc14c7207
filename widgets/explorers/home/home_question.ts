// The question with its answers. The choice stays in this browser. Who comes back having seen a page is asked again: both
// votes then stand beside each other, and below them the answer in three parts.

import { keep, kept } from "../../browser/kept.ts";
import { element, fill, link } from "../../browser/page_elements.ts";
import { part, uniqueId } from "../../browser/part.ts";
import { forgetSeen, seenPages } from "../../browser/path_steps.ts";
import { HOME } from "../frame/page_address.ts";
import type { AnswerPartJson, HomeQuestionTraits } from "./protocol.ts";

const KEPT_ANSWER = "explainer-home-answer";
const KEPT_AGAIN = "explainer-home-answer-again";

function partOf({ title, text, sources }: AnswerPartJson): HTMLElement {
  const read = sources.map((source) => element("small", {}, [link(source)]));
  return element("li", {}, [element("h3", { textContent: title }), element("p", { textContent: text }), ...read]);
}

export default part<HomeQuestionTraits>(({ model, el }) => {
  const words = model.get("words");
  const answers = model.get("answers");
  const name = uniqueId("answer");
  const labelOf = (value: string | null) => answers.find((answer) => answer.value === value)?.label ?? "";
  const first = kept("browser", KEPT_ANSWER);
  const isBack = labelOf(first) !== "" && [...seenPages()].some((page) => page !== HOME);
  const before = isBack ? kept("browser", KEPT_AGAIN) : first;

  const said = element("p", { className: "answer-said", ariaLive: "polite" });
  const forget = element("button", { type: "button", className: "quiet-button", textContent: words.forget });
  const inParts = element("section", { className: "answer-parts", hidden: true }, [
    element("h2", { textContent: words.answer }),
    element("ol", {}, model.get("parts").map(partOf)),
    forget,
  ]);
  const tell = (value: string, picked: string) => {
    said.textContent = isBack ? fill(words.both, { first: labelOf(first), now: labelOf(value) }) : picked;
    inParts.hidden = !isBack;
  };
  const choices = answers.map(({ value, label, picked }) => {
    const input = element("input", { type: "radio", name, value, checked: before === value });
    input.addEventListener("change", () => {
      keep("browser", isBack ? KEPT_AGAIN : KEPT_ANSWER, value);
      tell(value, picked);
      inParts.scrollIntoView({ block: "nearest" });
    });
    return { input, value, picked, el: element("label", {}, [input, element("span", { textContent: label })]) };
  });
  const question = isBack ? fill(words.then, { first: labelOf(first) }) : words.question;
  said.textContent = isBack ? words.again : words.hint;
  for (const { input, value, picked } of choices) if (input.checked) tell(value, picked);
  forget.addEventListener("click", () => {
    keep("browser", KEPT_ANSWER, "");
    keep("browser", KEPT_AGAIN, "");
    forgetSeen();
    location.reload();
  });

  el.classList.add("home-question");
  el.append(
    element("fieldset", { className: "answers" }, [
      element("legend", { textContent: question }),
      ...choices.map((choice) => choice.el),
    ]),
    said,
    inParts,
    element("div", { className: "about-picture" }, [
      element("h2", { textContent: words.picture_title }),
      element("p", { textContent: words.picture }),
    ]),
  );
});
