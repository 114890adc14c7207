// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface PeopleStripTraits {
  finding: string;
  marks: ("unknown" | "none" | "short" | "long" | "unasked")[];
  also: number;
  also_label: string;
  key: MarkKey[];
  sentences: string[];
  description: string;
  status: string;
  counting: boolean;
  table: PeopleTable;
  file_name: string;
  words: PeopleStripWords;
}

export interface PeopleStripQuestions {
  csv: Record<string, never>;
  seen: Record<string, never>;
}

export interface ScalesBarTraits {
  rulers: ScaleRuler[];
  label: string;
}

export interface MarkKey {
  kind: "unknown" | "none" | "short" | "long" | "unasked";
  label: string;
  count: string;
}

export interface PeopleTable {
  columns: string[];
  rows: string[][];
}

export interface PeopleStripWords {
  first: string;
  last: string;
  in_words: string;
  table_show: string;
  table_hide: string;
  table_name: string;
  download_csv: string;
}

export interface ScaleRuler {
  key: string;
  title: string;
  value: string;
  ends: [number, number];
  log: boolean;
  band: [number | null, number | null];
  zone: [number | null, number | null] | null;
  mark: number | null;
  band_text: string;
  zone_text: string;
  said: string;
}
