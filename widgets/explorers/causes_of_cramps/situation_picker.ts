// Eight situations as a choice of one, and the card of the chosen one.

import { element, link } from "../../browser/page_elements.ts";
import { part, uniqueId } from "../../browser/part.ts";
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
  el.append(element("fieldset", { className: "situation-list" }, [legend, ...choices]), card);

  const show = () => {
    const chosen = situations.find(({ id }) => id === record.get("values").situation);
    for (const input of inputs) input.checked = input.value === chosen?.id;
    if (chosen) card.replaceChildren(...situationCard(chosen, model.get("compared"), speak));
  };
  const come = () => {
    el.scrollIntoView({ block: "start" });
    inputs.find(({ checked }) => checked)?.focus({ preventScroll: true });
  };
  follow(model, "change:compared", show);
  follow(record, "change:values", show);
  hearCalls(record, "situations", come, signal);
  show();
});
