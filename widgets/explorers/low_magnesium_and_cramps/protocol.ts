// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface ScalesBarTraits {
  rulers: ScaleRuler[];
  label: string;
}

export interface ScaleRuler {
  key: string;
  title: string;
  value: string;
  ends: [number, number];
  log: boolean;
  band: [number | null, number | null];
  zone: [number | null, number | null] | null;
  mark: number | null;
  band_text: string;
  zone_text: string;
  said: string;
}
