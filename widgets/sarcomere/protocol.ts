// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface PlayheadTraits {
  time_ms: number;
  duration_ms: number;
  playing: boolean;
  looping: boolean;
  still_ms: number | null;
  story: StoryStepJson[];
  pace: number;
  slow_down: number;
  slow_downs: number[];
  emphasised_trace: string;
}

export interface SarcomereViewTraits {
  playhead: string;
  run: Record<string, DataView>;
  phases: PhaseJson[];
  kept_force: DataView | null;
  words: Record<string, string | Record<string, string>>;
  trace_of_part: Record<string, string>;
  selected_part: string;
  selected_phase: string;
}

export interface StoryStepJson {
  key: string;
  start_ms: number;
  end_ms: number;
  slow_down: number;
}

export interface PhaseJson {
  key: string;
  start_ms: number;
  end_ms: number;
  typical_ms: number;
  caption: string;
}
