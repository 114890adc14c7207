// What stands on paper in the place of controls, which cannot be moved there: what is set, and where that is not usual.

import { showNumber, withUnit } from "../../browser/numbers.ts";
import { element } from "../../browser/page_elements.ts";
import type { Speak } from "../../browser/words.ts";
import type { Preset } from "../frame/preset_list.ts";
import type { Value, Values } from "../frame/record_model.ts";
import { type Control, scaleOf } from "./control_scale.ts";

interface Setting {
  control: Control;
  value: Value;
}

interface Spoken {
  speak: Speak;
  language: string;
}

// The value of a control as it is read out.
function textOf(control: Control, value: Value, language: string): string {
  if (typeof value === "string") return control.choices[value] ?? value;
  const number = Number(value);
  return scaleOf(control).toText?.(number) ?? withUnit(showNumber(number, language), control.unit);
}

const isUsual = ({ control, value }: Setting) => value === control.default;

export function settingInWords(setting: Setting, { speak, language }: Spoken): string {
  const { control, value } = setting;
  const { label } = control;
  if (typeof value === "boolean") {
    const [usual, turned] = value ? ["paper_on", "paper_turned_on"] : ["paper_off", "paper_turned_off"];
    return speak(isUsual(setting) ? usual : turned, { label });
  }
  const said = { label, value: textOf(control, value, language) };
  if (isUsual(setting)) return speak("paper_setting", said);
  return speak("paper_changed", { ...said, usual: textOf(control, control.default, language) });
}

// What paper tells: where a page shows all of its controls, all of them; else the first ones, and what is not usual.
export function toldOf(settings: readonly Setting[], showsAll: boolean): readonly Setting[] {
  return settings.filter((setting) => showsAll || setting.control.level === "try" || !isUsual(setting));
}

interface Panel {
  controls: readonly Control[];
  presets: readonly Preset[];
  values: Values;
  showsAll: boolean;
}

export function paperSettings({ controls, presets, values, showsAll }: Panel, spoken: Spoken): readonly HTMLElement[] {
  const { speak } = spoken;
  const settings = controls.flatMap((control) => {
    const value = values[control.name];
    return value === undefined ? [] : [{ control, value }];
  });
  const told = toldOf(settings, showsAll);
  const preset = presets.find((one) => Object.entries(one.values).every(([name, value]) => values[name] === value));
  const lines = [
    ...(preset ? [speak("paper_preset", { preset: preset.label })] : []),
    ...told.map((setting) => settingInWords(setting, spoken)),
    ...(told.length < settings.length ? [speak("paper_rest")] : []),
  ];
  return [
    element("h3", { textContent: speak("paper_settings") }),
    element(
      "ul",
      {},
      lines.map((textContent) => element("li", { textContent })),
    ),
  ];
}
