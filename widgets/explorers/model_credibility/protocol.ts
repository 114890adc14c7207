// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface MeasurementBrowserTraits {
  record: string | null;
  relations: Choice[];
  topics: Choice[];
  measurements: MeasurementEntry[];
  card: MeasurementCard;
  chart: string | null;
  curve: string | null;
  counted: string;
  words: Record<string, string | Record<string, string>>;
}

export interface MeasurementBrowserQuestions {
  run_again: Record<string, never>;
}

export interface ModelMathematicsTraits {
  heading: string;
  introduction: string;
  sections: DataView;
  opened: string;
  words: Record<string, string | Record<string, string>>;
}

export interface ParameterBrowserTraits {
  record: string | null;
  parameters: ParameterEntry[];
  kinds: Choice[];
  pulls: Choice[];
  figure: string | null;
  card: ParameterCard;
  words: Record<string, string | Record<string, string>>;
}

export interface TallyListTraits {
  finding: string;
  groups: TallyGroupJson[];
  notes: string[];
  words: Record<string, string | Record<string, string>>;
}

export interface Choice {
  value: string;
  label: string;
}

export interface MeasurementEntry {
  id: string;
  label: string;
}

export interface MeasurementCard {
  title?: string;
  verdict_key?: string;
  verdict?: string;
  mark?: string;
  numbers?: NumberOrFact[];
  done?: string;
  changed?: string[];
  settings?: string[];
  facts?: NumberOrFact[];
  small_print?: NumberOrFact[];
  sources?: Source[];
  ran?: string;
}

export interface NumberOrFact {
  label: string;
  text: string;
}

export interface Source {
  reference: string;
  link: string;
}

export interface SaidLine {
  say: string;
}

export interface FormulaLine {
  markup: string;
  phone_markup: string;
  text: string;
}

export interface MathematicsEntry {
  id: string;
  name: string;
  unit: string;
  lines: (SaidLine | FormulaLine)[];
}

export interface MathematicsSection {
  key: string;
  title: string;
  note: string;
  entries: MathematicsEntry[];
}

export interface ParameterEntry {
  id: string;
  name: string;
  meaning: string;
  checked: string;
  mark: string;
}

export interface ParameterCard {
  name: string;
  meaning: string;
  value: string;
  checked: string;
  facts: ParameterFactJson[];
}

export interface ParameterFactJson {
  key: string;
  label: string;
  text: string;
  sources: Source[];
}

export interface TallyGroupJson {
  key: string;
  standing: string;
  title: string;
  count: number;
  share: number;
  items: TallyItemJson[];
  named: boolean;
}

export interface TallyItemJson {
  text: string;
  detail: string;
  note: string;
  sources: Source[];
}
