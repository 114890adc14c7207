// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface TreatmentPickerTraits {
  record: string | null;
  treatments: TreatmentJson[];
  arms: string | null;
  words: TreatmentPickerWords;
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

export interface Source {
  reference: string;
  link: string;
}

export interface TreatmentPickerWords {
  chooser: string;
  sources: string;
}
