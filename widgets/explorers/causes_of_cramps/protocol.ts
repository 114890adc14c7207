// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface CaseBuilderTraits {
  record: string | null;
  name: string;
  groups: CaseGroup[];
  presets: CasePreset[];
  nothing: Record<string, number | boolean | string>;
  found: CaseFound;
  words: Record<string, string | Record<string, string>>;
}

export interface CauseBrowserTraits {
  record: string | null;
  causes: CauseJson[];
  shown: string[];
  counted: string;
  in_short: string;
  filters: CauseFilter[];
  words: Record<string, string | Record<string, string>>;
}

export interface SituationPickerTraits {
  record: string | null;
  situations: SituationJson[];
  beside: string | null;
  compared: string;
  words: Record<string, string | Record<string, string>>;
}

export interface CaseGroup {
  label: string;
  controls: CaseControl[];
}

export interface CaseControl {
  name: string;
  label: string;
  help: string;
  unit: string;
  minimum: number | null;
  maximum: number | null;
  step: number | null;
}

export interface CasePreset {
  name: string;
  label: string;
  why: string;
  values: Record<string, number | boolean | string>;
}

export interface CaseFound {
  counted: string;
  names: string;
  causes: CauseInPlay[];
  circumstances: Circumstance[];
}

export interface CauseInPlay {
  id: string;
  name: string;
  certainty: string;
  more: string;
}

export interface Circumstance {
  id: string;
  label: string;
  ask: string;
  known: string;
  red_flag: string;
  sources: Source[];
}

export interface Source {
  reference: string;
  link: string;
}

export interface CauseJson {
  id: string;
  name: string;
  kind: string;
  certainty: string;
  certainty_label: string;
  role: string;
  role_label: string;
  facts: Fact[];
  checked: string;
  red_flag: string;
  sources: Source[];
  situation: string;
  situation_label: string;
}

export interface Fact {
  label: string;
  text: string;
}

export interface CauseFilter {
  name: string;
  label: string;
  choices: FilterChoice[];
}

export interface FilterChoice {
  value: string;
  label: string;
}

export interface SituationJson {
  id: string;
  title: string;
  mark: string;
  runnable: boolean;
  why: string;
  facts: Fact[];
  checked: string;
  sources: Source[];
}
