// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface ExplorerPageTraits {
  record: string | null;
  places: string[];
  sections: Record<string, SectionText>;
  benches: string[][];
  findings: Record<string, string>;
  path: PathJson;
  terms: TermJson[];
  version: string;
  language: string;
  direction: string;
  words: ExplorerPageWords;
}

export interface ExplorerPageQuestions {
  alive: Record<string, never>;
}

export interface PageRecordTraits {
  page: string;
  values: Record<string, number | boolean | string>;
  told: number;
  basis: number[];
  kept: Record<string, number | boolean | string>;
  faults: Record<string, string>;
  blocked: Record<string, string>;
  fault: string;
  sentence: string;
  behind: string;
  levels: string[];
  level: string;
  computing: boolean;
  computed_percent: number;
  can_undo: boolean;
  can_redo: boolean;
  words: RecordWords;
}

export interface PageRecordQuestions {
  keep: { panel?: string };
  drop: { panel?: string };
  reset: { panel?: string; turn?: number };
  preset: { preset: string; panel?: string; turn?: number };
  step_apart: Record<string, never>;
  undo: { turn?: number };
  redo: { turn?: number };
  stop: Record<string, never>;
  restore: { stored: string };
}

export interface WayOnTraits {
  heading: string;
  takeaway: string;
  page: string;
  title: string;
  text: string;
  around: string;
  language: string;
  direction: string;
}

export interface SectionText {
  title: string;
  text: string;
}

export interface PathJson {
  label: string;
  visited: string;
  again: string;
  pages: Record<string, string>;
}

export interface TermJson {
  id: string;
  term: string;
  forms: string[];
  meaning: string;
  sources: Source[];
}

export interface Source {
  reference: string;
  link: string;
}

export interface ExplorerPageWords {
  part_failed: string;
  sections: string;
  words_on_page: string;
  paper_printed: string;
  paper_name: string;
  paper_notes: string;
  paper_page: string;
  settings_behind: string;
  not_kept: string;
  reload: string;
  lost_in_page: string;
  lost_in_notebook: string;
  lost_in_page_without_set_up: string;
  lost_in_notebook_without_set_up: string;
}

export interface RecordWords {
  undo: string;
  redo: string;
  stop: string;
  progress: string;
}
