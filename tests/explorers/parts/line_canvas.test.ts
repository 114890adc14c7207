import assert from "node:assert/strict";
import { test as it } from "node:test";
import type { Line } from "../../../widgets/explorers/parts/figure.ts";
import { canDraw, dashOf, drawLines, type Pen, pointsOf } from "../../../widgets/explorers/parts/line_canvas.ts";
import { type DrawnAxis, scaleOf, valueAtPx } from "../../../widgets/explorers/parts/plotly_adapter.ts";

const ACROSS: DrawnAxis = { start_px: 40, length_px: 100, range: [0, 10], isLog: false, isUpwards: false };
const UP: DrawnAxis = { start_px: 20, length_px: 50, range: [0, 5], isLog: false, isUpwards: true };
const LOG: DrawnAxis = { ...ACROSS, range: [0.1, 100], isLog: true };
const LINE: Line = { type: "scatter", mode: "lines", x: [0, 10], y: [0, 5], line: { color: "#d55e00", width: 2.5 } };

// A pen that notes what it is asked to do, with the colour and the opacity of each stroke.
function notingPen(): { pen: Pen; done: string[] } {
  const done: string[] = [];
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      done.push([name, ...values].join(" "));
  const names = ["save", "restore", "beginPath", "rect", "clip", "moveTo", "lineTo", "arc", "fill", "setLineDash"];
  const pen = Object.fromEntries(names.map((name) => [name, note(name)])) as unknown as Pen;
  pen.stroke = () => done.push(`stroke ${pen.strokeStyle} ${pen.lineWidth} ${pen.globalAlpha}`);
  return { pen, done };
}

const drawnBy = (line: Line) => {
  const { pen, done } = notingPen();
  drawLines(pen, [line], (name) => (name.startsWith("x") ? ACROSS : UP));
  return done.filter((step) => !["save", "restore", "beginPath"].includes(step));
};

it("a number lies on an axis where plotly puts it", () => {
  assert.deepEqual([scaleOf(ACROSS)(5), scaleOf(UP)(0), scaleOf(UP)(5)], [90, 70, 20]);
});

it("an axis in tenfolds counts tenfolds", () => {
  assert.ok(Math.abs(scaleOf(LOG)(1) - (40 + 100 / 3)) < 1e-9);
});

it("a place on an axis leads back to its number", () => {
  for (const axis of [ACROSS, UP, LOG]) assert.ok(Math.abs(valueAtPx(axis, scaleOf(axis)(3)) - 3) < 1e-9);
});

it("points are placed on both axes", () => {
  assert.deepEqual([...pointsOf(LINE, ACROSS, UP)], [40, 70, 140, 20]);
});

it("a line is clipped to its panel and drawn in its own colour and width", () => {
  assert.deepEqual(drawnBy(LINE), [
    "rect 40 20 100 50",
    "clip",
    "setLineDash ",
    "moveTo 40 70",
    "lineTo 140 20",
    "stroke #d55e00 2.5 1",
  ]);
});

it("a gap breaks the line", () => {
  const steps = drawnBy({ ...LINE, x: [0, 1, Number.NaN, 5, 6], y: [0, 0, 0, 0, 0] });
  assert.deepEqual(
    steps.filter((step) => step.includes("To")).map((step) => step.slice(0, 6)),
    ["moveTo", "lineTo", "moveTo", "lineTo"],
  );
});

it("a dimmed line is drawn through", () => {
  assert.equal(drawnBy({ ...LINE, opacity: 0.25 }).at(-1), "stroke #d55e00 2.5 0.25");
});

it("a line without points is not drawn", () => {
  assert.deepEqual(drawnBy({ ...LINE, x: [], y: [] }), []);
});

it("points are filled, and open points are rings", () => {
  const ends = (symbol: string) => drawnBy({ ...LINE, mode: "lines+markers", marker: { symbol } }).slice(-2);
  assert.deepEqual(
    ends("circle").map((step) => step.split(" ")[0]),
    ["arc", "fill"],
  );
  assert.deepEqual(
    ends("circle-open").map((step) => step.split(" ")[0]),
    ["arc", "stroke"],
  );
});

it("dashes are as long as plotly's, which counts no line as thinner than three px", () => {
  assert.deepEqual([dashOf("dot", 2), dashOf("dash", 4), dashOf(undefined, 2)], [[3, 3], [12, 12], []]);
});

it("only lines and round points can be drawn here", () => {
  const kinds: Line[] = [
    LINE,
    { ...LINE, mode: "lines+markers" },
    { ...LINE, mode: "markers" },
    { ...LINE, type: "bar" },
    { ...LINE, fill: "tozeroy" },
    { ...LINE, mode: "lines+markers", marker: { symbol: "square" } },
  ];
  assert.deepEqual(kinds.map(canDraw), [true, true, false, false, false, false]);
});
