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

export interface TreatmentPickerTraits {
  record: string | null;
  treatments: TreatmentJson[];
  arms: string | null;
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

export interface TreatmentJson {
  id: string;
  name: string;
  said: string;
  first: string;
  facts: TreatmentFact[];
  results_label: string;
  results: string[];
  lesson: string;
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
