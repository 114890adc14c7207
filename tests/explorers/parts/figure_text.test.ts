import assert from "node:assert/strict";
import { test as it } from "node:test";
import type { Line } from "../../../widgets/explorers/parts/figure.ts";
import { fittingLayout, fittingLines, fittingText } from "../../../widgets/explorers/parts/figure_text.ts";

const RIGHT_TO_LEFT = "\u2067";
const AS_AROUND = "\u2069";
const FORCED = "\u202e";
const UNFORCED = "\u202c";

function linesOf(text: string, room_px: number, texts: Parameters<typeof fittingText>[3]): string[] {
  return fittingText(text, 14, room_px, texts).split("<br>");
}

// Every letter is 10 px wide.
const measure = (text: string) => 10 * text.length;
const ENGLISH = { width_px: 400, direction: "ltr", measure } as const;
const HEBREW = { ...ENGLISH, direction: "rtl" } as const;

it("a text that fits stays as it is", () => assert.equal(fittingText("a b c", 14, 50, ENGLISH), "a b c"));
it("a text that is too wide is broken between words", () => {
  assert.equal(fittingText("one two three", 14, 80, ENGLISH), "one two<br>three");
});
it("a word that is too wide by itself stays whole", () => {
  assert.equal(fittingText("sarcomere", 14, 50, ENGLISH), "sarcomere");
});
it("lines that stand already stay apart", () => {
  assert.equal(fittingText("one<br>two three", 14, 50, ENGLISH), "one<br>two<br>three");
});
it("tags take no room and are not broken", () => {
  const text = '<span style="color: red">one</span> two';
  assert.equal(fittingText(text, 14, 70, ENGLISH), text);
});
it("a number stays with its unit", () => {
  assert.deepEqual(linesOf("at 5\u00a0mM now", 70, ENGLISH), ["at 5\u00a0mM", "now"]);
});
it("every line of a right-to-left page runs from right to left", () => {
  const lines = [`${RIGHT_TO_LEFT}one${AS_AROUND}`, `${RIGHT_TO_LEFT}two${AS_AROUND}`];
  assert.deepEqual(linesOf("one two", 50, HEBREW), lines);
});
it("an order that is open at the end of a line goes on in the next", () => {
  const [first, second] = ["one", "two"].map((word) => RIGHT_TO_LEFT + FORCED + word + UNFORCED + AS_AROUND);
  assert.deepEqual(linesOf(`${FORCED}one two${UNFORCED}`, 50, HEBREW), [first, second]);
});

const NOTE = {
  text: "one two three",
  xref: "paper",
  yref: "paper",
  x: 1,
  y: 1,
  xanchor: "right",
  yanchor: "bottom",
  align: "right",
  yshift: 22,
};
const LAYOUT = { height: 300, margin: { l: 20, r: 280, t: 40, b: 40 }, annotations: [NOTE] };

it("a line that is a little too long gets smaller and is not broken", () => {
  const name = { text: "one two three", xref: "paper", x: 0, xanchor: "left", font: { size: 10 } };
  const sized = { ...ENGLISH, width_px: 130, measure: (text: string, size_px: number) => size_px * text.length };
  const { annotations } = fittingLayout({ margin: { l: 0, r: 0, t: 0, b: 0 }, annotations: [name] }, sized);
  assert.deepEqual(annotations, [{ ...name, font: { size: 9 }, align: "left" }]);
});

it("a name over its row grows upwards", () => {
  const name = { text: "one two three", xref: "paper", x: 0, xanchor: "left", yref: "y", yanchor: "top" };
  const narrow = { ...ENGLISH, width_px: 100 };
  const { annotations } = fittingLayout({ margin: { l: 0, r: 0, t: 0, b: 0 }, annotations: [name] }, narrow);
  const [{ text, yshift }] = annotations as [{ text: string; yshift: number }];
  assert.equal(text, "one two<br>three");
  assert.ok(yshift > 0);
});

it("a note above everything makes room for its lines", () => {
  const fitted = fittingLayout(LAYOUT, ENGLISH);
  assert.deepEqual(
    [fitted.annotations, fitted.margin],
    [[{ ...NOTE, text: "one two<br>three" }], { ...LAYOUT.margin, t: 40 + 19 }],
  );
});
it("the title of an axis is broken to the width of the plot", () => {
  const fitted = fittingLayout({ ...LAYOUT, xaxis: { range: [0, 1], title: { text: "time in the record" } } }, ENGLISH);
  assert.deepEqual(fitted.xaxis, { range: [0, 1], title: { text: "time in<br>the record" } });
});
it("the layout that was given is left as it was", () => {
  const before = structuredClone(LAYOUT);
  fittingLayout(LAYOUT, HEBREW);
  assert.deepEqual(LAYOUT, before);
});
it("a text that stands on end is not broken", () => {
  const onEnd = { ...NOTE, x: 1, xanchor: "left", textangle: 90, align: "left" };
  assert.deepEqual(fittingLayout({ ...LAYOUT, annotations: [onEnd] }, ENGLISH).annotations, [onEnd]);
});
it("a name over a place on an axis has the room there", () => {
  const above = { text: "one two three", xref: "x", x: 9, yref: "paper", y: 1, yanchor: "bottom" };
  const layout = { margin: { l: 0, r: 0, t: 0, b: 0 }, xaxis: { range: [0, 10] as const }, annotations: [above] };
  const [fitted] = fittingLayout(layout, ENGLISH).annotations as [{ text: string }];
  assert.equal(fitted.text, "one<br>two<br>three");
});
it("the title of a scale of colours is broken to the width of the plot", () => {
  const line = { type: "heatmap", x: [], y: [], colorbar: { title: { text: "one two three" } } };
  const [fitted] = fittingLines([line as unknown as Line], { margin: { l: 0, r: 300 } }, ENGLISH);
  assert.equal(fitted?.colorbar?.title?.text, "one two<br>three");
});
