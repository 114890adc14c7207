// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface ExplorerPageTraits {
  places: unknown[];
  sentence: string;
  fault: string;
  sections: Record<string, unknown>;
  words: Record<string, unknown>;
}

export interface ExplorerPageQuestions {
  alive: Record<string, never>;
}
