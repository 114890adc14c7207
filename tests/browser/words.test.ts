import assert from "node:assert/strict";
import { test as it } from "node:test";
import { type Spoken, speaker } from "../../widgets/browser/words.ts";

const ENGLISH: Spoken = { language: "en", direction: "ltr" };
const WORDS = { hello: "Hello {name}", runs: { one: "{count} run", other: "{count} runs" }, rate: "{rate} a second" };
const speak = speaker(WORDS, ENGLISH);

it("a sentence takes its named values", () => assert.equal(speak("hello", { name: "Ada" }), "Hello Ada"));
it("a count of one takes the form for one", () => assert.equal(speak("runs", { count: 1 }), "1 run"));
it("any other count takes the other form", () => assert.equal(speak("runs", { count: 3 }), "3 runs"));
it("a form that a language does not have is the other one", () => {
  assert.equal(speaker(WORDS, { language: "pl", direction: "ltr" })("runs", { count: 3 }), "3 runs");
});
it("a number is written as the language writes it", () => {
  assert.equal(speaker(WORDS, { language: "de", direction: "ltr" })("rate", { rate: 0.5 }), "0,5 a second");
});
it("a value that is missing leaves its name to be seen", () => assert.equal(speak("hello"), "Hello {name}"));
it("a sentence that is missing leaves its key to be seen", () => assert.equal(speak("bye"), "bye"));
it("a brace in a value stays a brace", () => assert.equal(speak("hello", { name: "{name}" }), "Hello {name}"));
it("a value keeps its own order where lines run from right to left", () => {
  const hebrew = speaker(WORDS, { language: "he", direction: "rtl" });
  assert.equal(hebrew("hello", { name: "5 mM" }), "Hello \u20685 mM\u2069");
});
it("a value stays before its unit where lines run from right to left", () => {
  const hebrew = speaker({ at: "At {time} ms, {share} %." }, { language: "he", direction: "rtl" });
  assert.equal(hebrew("at", { time: 98, share: 5 }), "At \u206898 ms\u2069, \u20685 %\u2069.");
});
it("a word after a value is no unit of it", () => {
  const hebrew = speaker({ runs: "{count} more" }, { language: "he", direction: "rtl" });
  assert.equal(hebrew("runs", { count: 3 }), "\u20683\u2069 more");
});
