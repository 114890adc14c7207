// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface PlayheadTraits {
  time_ms: number;
  duration_ms: number;
  playing: boolean;
  looping: boolean;
  linger_ms: unknown[];
  pace: number;
  slow_down: number;
  slow_downs: unknown[];
  emphasised_trace: string;
}

export interface SarcomereViewTraits {
  playhead: string;
  run: Record<string, unknown>;
  phases: Record<string, unknown>[];
  kept_force: DataView | null;
  words: Record<string, unknown>;
  trace_of_part: Record<string, unknown>;
  selected_part: string;
  selected_phase: string;
}
