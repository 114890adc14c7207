// Treatments other than magnesium as a choice of one, pictures of the chosen one where its groups are known, and its card.

import { element } from "../../browser/page_elements.ts";
import { DRAWN, part, uniqueId } from "../../browser/part.ts";
import { recordOf, setApart } from "../frame/record_model.ts";
import { sourceFold } from "../parts/source_fold.ts";
import type { TreatmentJson, TreatmentPickerTraits } from "./protocol.ts";

const FEWEST_TO_FOLD = 2;

export function treatmentCard(treatment: TreatmentJson, sourcesLabel: string): HTMLElement[] {
  const { name, said, first, facts, results, lesson, sources } = treatment;
  const told = facts.flatMap(({ label, text }) => [
    element("dt", { textContent: label }),
    element("dd", { textContent: text }),
  ]);
  const all = element("details", { className: "treatment-results" }, [
    element("summary", { textContent: treatment.results_label }),
    element(
      "ul",
      {},
      results.map((textContent) => element("li", { textContent })),
    ),
  ]);
  return [
    element("h3", { textContent: name }),
    element("p", { className: "treatment-said", textContent: said }),
    ...(first ? [element("p", { className: "treatment-first", textContent: first })] : []),
    element("dl", {}, told),
    ...(lesson ? [element("p", { className: "treatment-lesson", textContent: lesson })] : []),
    ...(results.length >= FEWEST_TO_FOLD ? [all] : []),
    sourceFold(sources, sourcesLabel),
  ];
}

export default part<TreatmentPickerTraits>(async (place) => {
  const { model, el, follow, signal } = place;
  const record = await recordOf(place);
  const { chooser, sources } = model.get("words");
  const [treatments, name] = [model.get("treatments"), uniqueId("treatment")];
  const inputs: HTMLInputElement[] = [];
  const choices = treatments.map((treatment) => {
    const input = element("input", { type: "radio", name, value: treatment.id });
    input.dataset.treatment = treatment.id;
    input.addEventListener("change", () => setApart(record, "other_treatment", treatment.id));
    inputs.push(input);
    return element("label", {}, [input, element("span", { textContent: treatment.name })]);
  });
  const legend = element("legend", { className: "visually-hidden", textContent: chooser });
  const arms = element("div", { className: "place treatment-arms" });
  const people = element("div", { className: "place treatment-people" });
  const card = element("article", { className: "treatment-card", ariaLive: "polite" });
  el.classList.add("treatment-picker");
  el.append(element("fieldset", { className: "option-list treatment-list" }, [legend, ...choices]), arms, card, people);

  let shown = "";
  const show = () => {
    const chosen = treatments.find(({ id }) => id === record.get("values").other_treatment);
    for (const input of inputs) input.checked = input.value === chosen?.id;
    if (!chosen || chosen.id === shown) return;
    shown = chosen.id;
    people.hidden = !chosen.counts_people;
    card.replaceChildren(...treatmentCard(chosen, sources));
  };
  follow(record, "change:values", show);
  show();
  // The page waits for this part as a whole, not for what stands in it.
  const draw = async (trait: "arms" | "people", held: HTMLElement) => {
    held.addEventListener(DRAWN, (event) => event.stopPropagation());
    const view = await place.host.getWidget(String(model.get(trait)));
    await view.render({ el: held, signal });
  };
  await Promise.all([draw("arms", arms), draw("people", people)]);
});
