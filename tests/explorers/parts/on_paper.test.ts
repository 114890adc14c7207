// What stands on paper in the place of controls, and which marks of a figure are hatched there.

import assert from "node:assert/strict";
import { describe, test as it } from "node:test";
import WORDS from "../../../data/wording/en/control_panel.json" with { type: "json" };
import { speaker } from "../../../widgets/browser/words.ts";
import { type Control, controlOf } from "../../../widgets/explorers/parts/control_scale.ts";
import { isBand } from "../../../widgets/explorers/parts/figure_hatching.ts";
import { settingInWords, toldOf } from "../../../widgets/explorers/parts/paper_settings.ts";

const SPOKEN = { speak: speaker(WORDS, { language: "en", direction: "ltr" }), language: "en" };
const control = (of: Partial<Control>): Control =>
  controlOf({
    name: "rate",
    label: "Nerve signals",
    unit: "Hz",
    minimum: 1,
    maximum: 100,
    step: 1,
    scale: "linear",
    default: 1,
    group: "signal",
    level: "try",
    help: "",
    source: [],
    choices: {},
    stops: [],
    ...of,
  });
const RATE = control({});
const LATCH = control({ label: "Latch", scale: "switch", default: true, level: "all" });
const SEX = control({ label: "Sex", scale: "choice", default: "male", choices: { male: "Male", female: "Female" } });

describe("a setting in words", () => {
  const cases: [Control, number | boolean | string, string][] = [
    [RATE, 1, "Nerve signals: 1\u00a0Hz"],
    [RATE, 50, "Nerve signals: 50\u00a0Hz (usual: 1\u00a0Hz)"],
    [LATCH, true, "Latch: on"],
    [LATCH, false, "Latch: off (usual: on)"],
    [SEX, "female", "Sex: Female (usual: Male)"],
  ];
  for (const [of, value, said] of cases) {
    it(said, () => assert.equal(settingInWords({ control: of, value }, SPOKEN), said));
  }
});

it("tells the first settings and what is not usual, or all of them", () => {
  const usual = [
    { control: RATE, value: 1 },
    { control: LATCH, value: true },
  ];
  assert.equal(toldOf(usual, false).length, 1);
  assert.equal(toldOf([{ control: LATCH, value: false }], false).length, 1);
  assert.equal(toldOf(usual, true).length, 2);
});

it("hatches what lets through what lies under it", () => {
  assert.deepEqual([{ type: "rect", opacity: 0.1 }, { type: "rect" }, { type: "line", opacity: 0.5 }].map(isBand), [
    true,
    false,
    false,
  ]);
});
