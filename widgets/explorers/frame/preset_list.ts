// The ready set-ups of a panel as a list to choose from. It names one for as long as that is what is on show, so that it
// can be chosen again after anything else: a moved control, a step back, a reset.

import { element } from "../../browser/page_elements.ts";
import { type Follow, uniqueId } from "../../browser/part.ts";
import type { RecordModel, Values } from "./record_model.ts";

export interface Preset {
  name: string;
  label: string;
  why: string;
  // What it sets: a value for every control of its panel.
  values: Values;
}

export interface PresetList {
  list: HTMLSelectElement;
  // Why one would choose the chosen one.
  why: HTMLElement;
  // Names the one that is on show, where nobody has chosen it here: a page may open with one.
  showChosen: () => void;
}

interface Choice {
  presets: readonly Preset[];
  // What stands there while none is chosen.
  none: string;
  // Called with the name that is chosen, or an empty text.
  chosen: (name: string) => void;
}

export function presetList(record: RecordModel, follow: Follow, { presets, none, chosen }: Choice): PresetList {
  const list = element("select", { id: uniqueId("presets") }, [
    element("option", { value: "", textContent: none }),
    ...presets.map(({ name, label }) => element("option", { value: name, textContent: label })),
  ]);
  const why = element("p", { ariaLive: "polite" });
  const named = () => presets.find(({ name }) => name === list.value);
  list.addEventListener("change", () => {
    why.textContent = named()?.why ?? "";
    chosen(list.value);
  });
  follow(record, "change:values change:faults", () => {
    const preset = named();
    if (preset && isOnShow(preset, record.get("values"))) return;
    list.value = "";
    why.textContent = "";
  });
  const showChosen = () => {
    const preset = named() ?? presets.find((each) => isOnShow(each, record.get("values")));
    list.value = preset?.name ?? "";
    why.textContent = preset?.why ?? "";
  };
  return { list, why, showChosen };
}

function isOnShow(preset: Preset, values: Values): boolean {
  return Object.entries(preset.values).every(([name, value]) => values[name] === value);
}
