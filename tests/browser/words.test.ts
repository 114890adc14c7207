import assert from "node:assert/strict";
import { test as it } from "node:test";
import { speaker } from "../../widgets/browser/words.ts";

const WORDS = { hello: "Hello {name}", runs: { one: "{count} run", other: "{count} runs" }, rate: "{rate} a second" };
const speak = speaker(WORDS, "en");

it("a sentence takes its named values", () => assert.equal(speak("hello", { name: "Ada" }), "Hello Ada"));
it("a count of one takes the form for one", () => assert.equal(speak("runs", { count: 1 }), "1 run"));
it("any other count takes the other form", () => assert.equal(speak("runs", { count: 3 }), "3 runs"));
it("a form that a language does not have is the other one", () => {
  assert.equal(speaker(WORDS, "pl")("runs", { count: 3 }), "3 runs");
});
it("a number is written as the language writes it", () => {
  assert.equal(speaker(WORDS, "de")("rate", { rate: 0.5 }), "0,5 a second");
});
it("a value that is missing leaves its name to be seen", () => assert.equal(speak("hello"), "Hello {name}"));
it("a sentence that is missing leaves its key to be seen", () => assert.equal(speak("bye"), "bye"));
it("a brace in a value stays a brace", () => assert.equal(speak("hello", { name: "{name}" }), "Hello {name}"));
