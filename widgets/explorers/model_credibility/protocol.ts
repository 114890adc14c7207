// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface MeasurementBrowserTraits {
  relations: unknown[];
  topics: unknown[];
  measurements: unknown[];
  card: Record<string, unknown>;
  counted: string;
  words: Record<string, unknown>;
}

export interface MeasurementBrowserQuestions {
  run_again: Record<string, never>;
}

export interface ModelMathematicsTraits {
  heading: string;
  introduction: string;
  sections: DataView;
  opened: string;
  words: MathematicsWords;
}

export interface ParameterBrowserTraits {
  parameters: unknown[];
  kinds: unknown[];
  pulls: unknown[];
  card: Record<string, unknown>;
  words: Record<string, unknown>;
}

export interface MathematicsWords {
  find: string;
  find_hint: string;
  found: string;
  found_none: string;
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
