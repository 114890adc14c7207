import assert from "node:assert/strict";
import { test as it } from "node:test";
import { lastWords, sayLast } from "../../widgets/site/last_words.ts";

const WORDS = lastWords({ baseUrl: "/muscle/", kernelId: "k-1", stopToken: "w0rd" });

function saidWith(beacon: () => boolean): string[] {
  const said: string[] = [];
  sayLast(WORDS, { beacon: () => Boolean(said.push("beacon")) && beacon(), request: () => said.push("request") });
  return said;
}

it("the server is asked below its own address, with the word for this kernel", () => {
  assert.deepEqual([WORDS.address, String(WORDS.body)], ["/muscle/voila/api/shutdown/k-1", "stop_token=w0rd"]);
});
it("a beacon that is taken is enough", () =>
  assert.deepEqual(
    saidWith(() => true),
    ["beacon"],
  ));
it("where a beacon is refused, a request goes out", () =>
  assert.deepEqual(
    saidWith(() => false),
    ["beacon", "request"],
  ));
it("where a beacon is blocked, a request goes out", () => {
  const blocked = (): boolean => {
    throw new TypeError("blocked");
  };
  assert.deepEqual(saidWith(blocked), ["beacon", "request"]);
});
