// The question with its answers. The choice stays in this browser and is shown again at the next visit.

import { element } from "../../browser/page_elements.ts";

const KEPT_ANSWER = "explainer-home-answer";

// A browser may refuse to keep anything; the page works all the same.
function keptAnswer() {
  try {
    return localStorage.getItem(KEPT_ANSWER);
  } catch {
    return null;
  }
}

function keepAnswer(answer) {
  try {
    localStorage.setItem(KEPT_ANSWER, answer);
  } catch {
    // Then it is forgotten when the page closes.
  }
}

function render({ model, el }) {
  const words = model.get("words");
  const name = `answer-${Math.random().toString(36).slice(2, 8)}`;
  const said = element("p", { className: "answer-said", textContent: words.hint });
  said.setAttribute("aria-live", "polite");
  const choices = model.get("answers").map((answer) => {
    const input = element("input", { type: "radio", name, value: answer, checked: keptAnswer() === answer });
    input.addEventListener("change", () => {
      keepAnswer(answer);
      said.textContent = words[`picked_${answer}`];
    });
    if (input.checked) said.textContent = words[`picked_${answer}`];
    return element("label", {}, [input, element("span", { textContent: words[`answer_${answer}`] })]);
  });
  const legend = element("legend", { textContent: words.question });
  el.classList.add("home-question");
  el.append(
    element("fieldset", { className: "answers" }, [legend, ...choices]),
    said,
    element("div", { className: "about-picture" }, [
      element("h2", { textContent: words.picture_title }), element("p", { textContent: words.picture }),
    ]),
  );
  el.dataset.drawn = "true";
  el.dispatchEvent(new CustomEvent("explainer-part-drawn", { bubbles: true, detail: { part: "question" } }));
}

export default { render };
