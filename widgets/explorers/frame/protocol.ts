// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface ExplorerPageTraits {
  places: unknown[];
  sections: Record<string, unknown>;
  language: string;
  direction: string;
  words: Record<string, unknown>;
}

export interface ExplorerPageQuestions {
  alive: Record<string, never>;
}

export interface PageRecordTraits {
  page: string;
  values: Record<string, unknown>;
  kept: Record<string, unknown>;
  faults: Record<string, unknown>;
  blocked: Record<string, unknown>;
  fault: string;
  sentence: string;
  levels: unknown[];
  level: string;
  can_undo: boolean;
  can_redo: boolean;
  words: Record<string, unknown>;
}

export interface PageRecordQuestions {
  keep: { panel?: string };
  drop: { panel?: string };
  reset: { panel?: string };
  preset: { preset: string; panel?: string };
  undo: Record<string, never>;
  redo: Record<string, never>;
  restore: { stored: string };
}
