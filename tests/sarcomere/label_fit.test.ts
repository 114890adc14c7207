import assert from "node:assert/strict";
import { it } from "node:test";
import { fitOf, lineFitOf } from "../../widgets/sarcomere/label_fit.ts";

// Every letter is as wide as one unit.
const widthOf = (text: string) => text.length;

it("a text that fits stays as it is", () => {
  assert.deepEqual(fitOf("one two", 7, widthOf), { scale: 1, lines: 1, width: 7 });
});
it("a text that is a little too long gets smaller", () => {
  assert.deepEqual(fitOf("nine words", 9, widthOf), { scale: 0.9, lines: 1, width: 9 });
});
it("a longer one is broken where its lines are shortest", () => {
  assert.deepEqual(fitOf("one two three", 7, widthOf), { scale: 0.85, lines: 2, width: 0.85 * 7 });
});
it("broken, it still gets as small as its place asks", () => {
  assert.deepEqual(fitOf("one two three", 3.5, widthOf), { scale: 0.5, lines: 2, width: 3.5 });
});
it("one long word is not broken", () => {
  assert.deepEqual(fitOf("sarcomere", 4.5, widthOf), { scale: 0.5, lines: 1, width: 4.5 });
});
it("what has one line gets as small as its place asks", () => {
  assert.deepEqual(lineFitOf("one two three", 6.5, widthOf), { scale: 0.5, lines: 1, width: 6.5 });
});
