// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface ChoiceButtonsTraits {
  label: string;
  choices: Choice[];
  pressed: string[];
  tells_when_seen: boolean;
}

export interface ChoiceButtonsQuestions {
  press: { value: string };
  seen: Record<string, never>;
}

export interface ControlPanelTraits {
  record: string | null;
  name: string;
  controls: ControlJson[];
  groups: ControlGroup[];
  presets: PresetJson[];
  keeps: boolean;
  sources: Record<string, Source>;
  words: Record<string, string | Record<string, string>>;
}

export interface ControlPanelQuestions {
  send: { preset: string };
}

export interface DownloadListTraits {
  files: FileJson[];
  verb: string;
}

export interface DownloadListQuestions {
  file: { file_name: string };
}

export interface FigurePanelTraits {
  playhead: string | null;
  words: Record<string, string>;
  finding: string;
  description: string;
  file_name: string;
  can_fit: boolean;
  can_pick: boolean;
  can_tell: boolean;
  waiting: boolean;
  prediction: string | null;
  neutral: string;
  figure_layout: Record<string, unknown>;
  lines: NamedLine[];
}

export interface FigurePanelQuestions {
  plotly: Record<string, never>;
  csv: Record<string, never>;
  fit: Record<string, never>;
  tell: { x: number; y: number };
  pick: { x: number; y: number };
}

export interface LongRunTraits {
  running: boolean;
  done: number;
  total: number;
  sentence: string;
  choices: Choice[];
  choice: string;
  words: LongRunWords;
}

export interface LongRunQuestions {
  start: Record<string, never>;
  stop: Record<string, never>;
}

export interface NoteListTraits {
  heading: string;
  notes: NoteJson[];
  folds: boolean;
}

export interface PeopleGridTraits {
  finding: string;
  arms: PeopleArm[];
  key: PeopleKey[];
  description: string;
  table: PeopleRows;
  file_name: string;
  words: PeopleGridWords;
}

export interface PeopleGridQuestions {
  csv: Record<string, never>;
}

export interface PredictionTraits {
  key: string;
  question: string;
  answers: Choice[];
  answer: string;
  result: string;
  words: PredictionWords;
}

export interface SignListTraits {
  groups: SignGroup[];
  why_label: string;
  sources: Source[];
  sources_label: string;
}

export interface TextTableTraits {
  caption: string;
  columns: string[];
  rows: string[][];
  notes: string[];
  label: string;
  sources: Source[];
  sources_label: string;
}

export interface Choice {
  value: string;
  label: string;
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

export interface ControlGroup {
  key: string;
  label: string;
}

export interface PresetJson {
  name: string;
  label: string;
  why: string;
  values: Record<string, number | boolean | string>;
}

export interface Source {
  reference: string;
  link: string;
}

export interface FileJson {
  file_name: string;
  media_type: string;
  about: string;
}

export interface NamedLine {
  type: string;
  x: string;
  y: string;
  z?: string;
  mode?: string;
  xaxis?: string;
  yaxis?: string;
  line?: LineStyle;
  marker?: MarkerStyle;
  fill?: string;
  opacity?: number;
  meta?: LineMeta;
}

export interface LineStyle {
  color?: string;
  width?: number;
  dash?: string;
}

export interface MarkerStyle {
  color?: string;
  size?: number;
  symbol?: string;
}

export interface LineMeta {
  run: string;
  readout: boolean;
  label?: string;
  unit?: string;
  text?: string;
  trace?: string;
  bar?: string;
  strip?: number;
  line?: string;
}

export interface LongRunWords {
  start: string;
  stop: string;
  progress: string;
  choice?: string;
}

export interface NoteJson {
  key: string;
  title: string;
  text: string;
}

export interface PeopleArm {
  kind: "magnesium" | "placebo" | "other";
  title: string;
  said: string;
  marked: number;
  guessed: number;
}

export interface PeopleKey {
  look: "marked" | "unmarked" | "unknown" | "guessed";
  label: string;
}

export interface PeopleRows {
  columns: string[];
  rows: string[][];
}

export interface PeopleGridWords {
  in_words: string;
  table_show: string;
  table_hide: string;
  table_name: string;
  download_csv: string;
  download_picture: string;
}

export interface PredictionWords {
  hint: string;
  skip: string;
  again: string;
}

export interface SignGroup {
  urgency: string;
  title: string;
  signs: SignJson[];
}

export interface SignJson {
  id: string;
  sign: string;
  why: string;
}
