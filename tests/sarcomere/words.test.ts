import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { speaker, type Wording } from "../../widgets/browser/words.ts";
import { prepareHistories } from "../../widgets/sarcomere/histories.ts";
import { LABEL_KEYS } from "../../widgets/sarcomere/label_places.ts";
import { WHOLE } from "../../widgets/sarcomere/layouts.ts";
import { type Moment, momentAt, reportOf, stepsUnderWay } from "../../widgets/sarcomere/moment.ts";
import { restingRun } from "../../widgets/sarcomere/run.ts";
import {
  band,
  PART_ORDER,
  paceWords,
  partSentence,
  sceneSentences,
  timeWords,
  twoDigits,
  whole,
} from "../../widgets/sarcomere/words.ts";
import { preparedRun, RATES_HZ, type RecordedRun, recordedRun } from "./recorded_runs.ts";

const FILE = new URL("../../data/wording/en/sarcomere.json", import.meta.url);
const WORDS: Record<string, Wording> = JSON.parse(readFileSync(FILE, "utf8"));
const ENGLISH = { language: "en", direction: "ltr" } as const;
const BLANKS = /\u00a0/gu;

const STEP_MS = 5;

// The moments of a run at every step.
function momentsOf(recorded: RecordedRun): Moment[] {
  const run = preparedRun(recorded);
  const histories = prepareHistories(run, WHOLE);
  return Array.from({ length: 1 + 1000 / STEP_MS }, (_, step) => momentAt(run, histories, STEP_MS * step, 20));
}

const momentOf = (recorded: RecordedRun, t: number) => momentsOf(recorded)[t / STEP_MS] as Moment;

const silent = { ...recordedRun(1), impulse_times_ms: [] };
const MOMENTS = [...RATES_HZ.map(recordedRun), silent].flatMap(momentsOf);

// Every key that the sentences of these moments ask for, and the sentences.
function said(moments: readonly Moment[]): { asked: Set<string>; sentences: Set<string> } {
  const asked = new Set<string>();
  const noting = new Proxy(WORDS, {
    get: (words, key: string) => {
      asked.add(key);
      return words[key];
    },
  });
  const say = speaker(noting, ENGLISH);
  const sentences = moments.flatMap((moment) => [
    sceneSentences(moment, say),
    ...PART_ORDER.map((name) => partSentence(name, moment, say)),
  ]);
  return { asked, sentences: new Set(sentences) };
}

const { asked, sentences } = said(MOMENTS);
const worded = (prefix: string) => Object.keys(WORDS).filter((key) => key.startsWith(prefix));

it("every sentence that runs ask for is worded", () => {
  assert.deepEqual(
    [...asked].filter((key) => !(key in WORDS)),
    [],
  );
});

it("every value that a sentence names is filled in", () => {
  assert.deepEqual(
    [...sentences].filter((sentence) => sentence.includes("{") || sentence.includes("NaN")),
    [],
  );
});

it("runs ask for every sentence about a part, and no other is worded", () => {
  assert.deepEqual(new Set(worded("part_")), new Set([...asked].filter((key) => key.startsWith("part_"))));
});

it("every part has a name, and nothing else has", () => {
  assert.deepEqual(new Set(worded("name_")), new Set(PART_ORDER.map((name) => `name_${name}`)));
});

it("every label is worded, and no other", () => {
  const toggles = ["labels_toggle"];
  assert.deepEqual(new Set(worded("label_")), new Set(LABEL_KEYS.map((key) => `label_${key}`)));
  assert.ok(toggles.every((key) => key in WORDS));
});

it("every band of amounts has its sentence", () => {
  const bands = new Set([0, 10, 30, 50, 70, 99].map(band));
  assert.equal(bands.size, 6);
  for (const quantity of ["sites", "heads"]) {
    assert.deepEqual(new Set(worded(`say_${quantity}_`)), new Set([...bands].map((name) => `say_${quantity}_${name}`)));
  }
});

it("a moment is told in whole sentences with the numbers of the run", () => {
  const tetanus = recordedRun(50);
  const say = speaker(WORDS, ENGLISH);
  const told = sceneSentences(momentOf(tetanus, 200), say).replaceAll(BLANKS, " ");
  const share = Math.round(tetanus.troponin_sites_filled_percent[200] ?? Number.NaN);
  assert.ok(told.startsWith("At 200 ms, "));
  assert.ok(told.includes(`Nearly all troponin sites hold calcium (${share} %).`));
});

it("numbers are written as the language writes them", () => {
  const say = speaker(WORDS, { language: "de", direction: "ltr" });
  assert.equal(say("legend_calcium", { value: twoDigits(0.731) }), "Ca²⁺ 0,73 µM");
});

it("a tiny amount below nothing is not minus nothing", () => {
  assert.equal(whole(-0.2), 0);
});

it("at rest no step is under way", () => {
  const run = restingRun();
  const moment = momentAt(run, prepareHistories(run, WHOLE), 0, 20);
  assert.deepEqual(Object.values(stepsUnderWay(moment)).filter(Boolean), []);
});

it("rest is told alike before and after a twitch", () => {
  const say = speaker(WORDS, ENGLISH);
  const told = (t: number) =>
    sceneSentences(momentOf(recordedRun(1), t), say)
      .split(". ")
      .slice(1);
  const words = (given: readonly string[]) => given.map((sentence) => sentence.replace(/\(.*\)|[\d.]+/gu, ""));
  assert.deepEqual(words(told(0)), words(told(1000)));
  assert.ok(told(1000).some((sentence) => sentence.replaceAll(BLANKS, " ").includes("(0 %)")));
});

it("calcium is called low, raised or high by its amount, not by the most of its run", () => {
  const say = speaker(WORDS, ENGLISH);
  const run = recordedRun(1);
  const told = (calcium: number) => {
    const flat = { ...run, free_calcium_uM: run.time_ms.map(() => calcium) };
    return sceneSentences(momentOf(flat, 500), say).split(". ")[1]?.split(" (")[0];
  };
  assert.deepEqual([0.003, 0.08, 0.6, 2].map(told), [
    "Free calcium is low",
    "Free calcium is low",
    "Free calcium is raised",
    "Free calcium is high",
  ]);
});

it("calcium flows out only where the store loses it", () => {
  const run = recordedRun(50);
  const full = { ...run, store_calcium_percent: run.time_ms.map(() => 150) };
  assert.deepEqual(
    [run, full].map((given) => stepsUnderWay(momentOf(given, 300)).calcium),
    [true, false],
  );
});

it("a long time is told in seconds", () => {
  const say = speaker(WORDS, ENGLISH);
  assert.deepEqual(
    [54.4, 9999, 55_100, 120_000].map((time) => timeWords(time, say)),
    ["54 ms", "9999 ms", "55.1 s", "120 s"],
  );
});

it("every pace that is offered is worded, and the pace of now too", () => {
  const say = speaker(WORDS, ENGLISH);
  assert.deepEqual(
    [0, 200, 1, 0.1].map((factor) => paceWords("pace_choice", factor, say)),
    ["Step by step", "200 × slower", "Real time", "10 × faster"],
  );
  assert.deepEqual(
    [690, 1, 0.044].map((factor) => paceWords("pace", factor, say)),
    ["690 × slower than life", "as fast as life", "23 × faster than life"],
  );
});

it("in a twitch each step is under way in its turn", () => {
  const run = preparedRun(recordedRun(1));
  const histories = prepareHistories(run, WHOLE);
  const twitch = Array.from({ length: 700 }, (_, t) => momentAt(run, histories, t, 20));
  const first = (step: keyof ReturnType<typeof stepsUnderWay>) => twitch.findIndex((now) => stepsUnderWay(now)[step]);
  const turns = (["signal", "gate", "calcium", "sites", "heads", "slide"] as const).map(first);
  assert.ok(turns.every((turn) => turn > 0));
  assert.deepEqual(
    turns.toSorted((one, other) => one - other),
    turns,
  );
});

it("the report says what the run says", () => {
  const run = recordedRun(10);
  const report = reportOf(momentOf(run, 160));
  assert.equal(report.timeMs, "160");
  assert.ok(Math.abs(Number(report.forcePercent) - (run.force_percent[160] ?? Number.NaN)) < 0.006);
  assert.ok(Math.abs(Number(report.latchPercent) - (run.magnesium_latch_percent[160] ?? Number.NaN)) < 0.006);
});
