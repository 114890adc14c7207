import assert from "node:assert/strict";
import { it } from "node:test";
import { inked } from "../../../widgets/explorers/parts/figure_colours.ts";

const X = Float32Array.of(0, 10);
const PICTURE = {
  data: [
    {
      type: "scatter",
      mode: "lines",
      x: X,
      y: X,
      line: { color: "#d55e00", width: 2 },
      meta: { run: "this_run" as const, readout: false },
    },
  ],
  layout: {
    height: 300,
    font: { family: "sans-serif" },
    annotations: [{ text: "Calcium", font: { color: "#A84300" } }],
  },
};
const INKS = new Map([
  ["#D55E00", "rgb(255, 154, 87)"],
  ["#A84300", "rgb(255, 174, 120)"],
]);

it("a figure takes the colours of the page wherever it names one, in capitals or not", () => {
  const { data, layout } = inked(PICTURE, INKS);
  assert.deepEqual(data[0]?.line, { color: "rgb(255, 154, 87)", width: 2 });
  assert.deepEqual(layout.annotations, [{ text: "Calcium", font: { color: "rgb(255, 174, 120)" } }]);
});

it("the points of a line stay the very ones that came", () => {
  assert.equal(inked(PICTURE, INKS).data[0]?.x, X);
});

it("on a light page a figure is left as it came", () => {
  assert.equal(inked(PICTURE, null), PICTURE);
});
