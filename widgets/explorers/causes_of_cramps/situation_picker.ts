// Eight situations as a choice of one, the run of the chosen one where there is one, and its card.

import { element, link, openAround } from "../../browser/page_elements.ts";
import { DRAWN, part, uniqueId } from "../../browser/part.ts";
import { type Speak, speaker, spokenAround } from "../../browser/words.ts";
import { hearCalls, recordOf, setValues } from "../frame/record_model.ts";
import type { SituationJson, SituationPickerTraits } from "./protocol.ts";

export function situationCard(situation: SituationJson, compared: string, speak: Speak): HTMLElement[] {
  const { title, why, facts, checked, sources, runnable } = situation;
  const told = facts.flatMap(({ label, text }) => [
    element("dt", { textContent: label }),
    element("dd", { textContent: text }),
  ]);
  const from = sources.map((source) => element("p", {}, [link(source)]));
  const origin = element("dd", { className: "situation-source" }, [...from, element("p", { textContent: checked })]);
  return [
    element("h3", { textContent: title }),
    element("p", { textContent: why }),
    ...(runnable ? [element("p", { className: "situation-compared", textContent: compared })] : []),
    element("dl", {}, [...told, element("dt", { textContent: speak("fact_source") }), origin]),
  ];
}

export default part<SituationPickerTraits>(async (place) => {
  const { model, el, follow, signal } = place;
  const record = await recordOf(place);
  const speak = speaker(model.get("words"), spokenAround(el));
  const [situations, name] = [model.get("situations"), uniqueId("situation")];
  const inputs: HTMLInputElement[] = [];
  const choices = situations.map(({ id, title, mark, runnable }) => {
    const input = element("input", { type: "radio", name, value: id });
    input.addEventListener("change", () => setValues(record, { situation: id }));
    inputs.push(input);
    return element("label", { className: runnable ? "runnable" : "" }, [
      input,
      element("span", { className: "situation-title", textContent: title }),
      element("span", { className: "situation-mark", textContent: mark }),
    ]);
  });
  const legend = element("legend", { className: "visually-hidden", textContent: speak("situations_name") });
  const card = element("article", { className: "situation-card", ariaLive: "polite" });
  el.classList.add("situation-picker");
  const run = element("div", { className: "place part-beside" });
  el.append(element("fieldset", { className: "option-list situation-list" }, [legend, ...choices]), run, card);

  const show = () => {
    const chosen = situations.find(({ id }) => id === record.get("values").situation);
    for (const input of inputs) input.checked = input.value === chosen?.id;
    card.classList.toggle("no-run", chosen?.runnable === false);
    if (chosen) card.replaceChildren(...situationCard(chosen, model.get("compared"), speak));
  };
  const come = () => {
    openAround(el);
    el.scrollIntoView({ block: "start" });
    inputs.find(({ checked }) => checked)?.focus({ preventScroll: true });
  };
  follow(model, "change:compared", show);
  follow(record, "change:values", show);
  hearCalls(record, "situations", come, signal);
  show();
  // The page waits for this part as a whole, not for what stands in it.
  run.addEventListener(DRAWN, (event) => event.stopPropagation());
  const beside = await place.host.getWidget(String(model.get("beside")));
  await beside.render({ el: run, signal });
});
