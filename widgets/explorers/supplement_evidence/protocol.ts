// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface ClaimBrowserTraits {
  record: string | null;
  finding: string;
  claims: ClaimJson[];
  shown: string[];
  pairs: string[][];
  tallies: ArticleTally[];
  verdicts: Record<string, string>;
  filters: ClaimFilter[];
  words: Record<string, string | Record<string, string>>;
}

export interface ClaimBrowserQuestions {
  csv: { ids?: string };
}

export interface ForestPlotTraits {
  record: string | null;
  panel: string;
  finding: string;
  description: string;
  forest: Forest;
  notes: string[];
  controls: ControlJson[];
  sources: Record<string, Source>;
  everything: Record<string, string | number | boolean>;
  file_name: string;
  words: Record<string, string | Record<string, string>>;
}

export interface ForestPlotQuestions {
  csv: Record<string, never>;
  picture: Record<string, never>;
}

export interface TreatmentPickerTraits {
  record: string | null;
  treatments: TreatmentJson[];
  arms: string | null;
  people: string | null;
  words: TreatmentPickerWords;
}

export interface ClaimJson {
  id: string;
  claim: string;
  topic: string;
  articles: string[];
  said_by: string;
  who_says: string;
  verdict: string;
  verdict_label: string;
  found: string;
  opposites: string[];
  page: string;
  section: string;
  see: string;
  sources: Source[];
}

export interface Source {
  reference: string;
  link: string;
}

export interface ArticleTally {
  article: string;
  title: string;
  said: string;
  counts: VerdictCount[];
}

export interface VerdictCount {
  verdict: string;
  count: number;
}

export interface ClaimFilter {
  name: string;
  control: string;
  label: string;
  choices: ClaimChoice[];
}

export interface ClaimChoice {
  value: string;
  label: string;
}

export interface Forest {
  caption: string;
  nothing: string;
  axis: ForestAxis;
  trials: ForestTrial[];
  summaries: ForestSummary[];
}

export interface ForestAxis {
  ticks: ForestTick[];
  none: number;
  start: string;
  end: string;
  scale: string;
}

export interface ForestTick {
  at: number;
  label: string;
}

export interface ForestTrial {
  key: string;
  study: string;
  state: "counted" | "left_out" | "filtered" | "not_pooled";
  switch: string;
  magnesium: string;
  placebo: string;
  dose: string;
  salt: string;
  weeks: string;
  bias: "low" | "some" | "high" | "unclear";
  bias_label: string;
  effect: string;
  weight: string;
  why: string;
  said: string;
  marks: ForestMark[];
  facts: ForestFact[];
  sources: ForestSource[];
}

export interface ForestMark {
  start: number;
  middle: number;
  end: number;
  beyond: "none" | "start" | "end" | "both";
  size: number;
}

export interface ForestFact {
  label: string;
  text: string;
}

export interface ForestSource {
  reference: string;
  link: string;
}

export interface ForestSummary {
  kind: "pooled" | "prediction" | "published";
  label: string;
  effect: string;
  note: string;
  said: string;
  marks: ForestMark[];
}

export interface ControlJson {
  name: string;
  label: string;
  unit: string;
  minimum: number | null;
  maximum: number | null;
  step: number | null;
  scale: "linear" | "log" | "age" | "switch" | "choice";
  default: number | boolean | string;
  group: string;
  level: "try" | "all";
  help: string;
  source: string[];
  choices: Record<string, string>;
  stops: [number, string][];
}

export interface TreatmentJson {
  id: string;
  name: string;
  said: string;
  first: string;
  facts: TreatmentFact[];
  results_label: string;
  results: string[];
  lesson: string;
  counts_people: boolean;
  sources: Source[];
}

export interface TreatmentFact {
  label: string;
  text: string;
}

export interface TreatmentPickerWords {
  chooser: string;
  sources: string;
}
