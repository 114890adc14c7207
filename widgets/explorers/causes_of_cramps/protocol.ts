// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface CaseBuilderTraits {
  name: string;
  groups: unknown[];
  presets: unknown[];
  found: Record<string, unknown>;
  words: Record<string, unknown>;
}

export interface CauseBrowserTraits {
  causes: unknown[];
  shown: unknown[];
  counted: string;
  filters: unknown[];
  words: Record<string, unknown>;
}

export interface SituationPickerTraits {
  situations: unknown[];
  compared: string;
  words: Record<string, unknown>;
}
