// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface IntakeTableTraits {
  table: TableOfAuthority;
  place: PlaceInTable;
  missing: string;
  words: IntakeTableWords;
}

export interface TableOfAuthority {
  caption: string;
  columns: string[];
  rows: IntakeRow[];
  notes: string[];
  sources: Source[];
}

export interface IntakeRow {
  key: string;
  heading: string;
  male: string;
  female: string;
  limit: string;
}

export interface Source {
  reference: string;
  link: string;
}

export interface PlaceInTable {
  row?: string;
  column?: "female" | "male";
}

export interface IntakeTableWords {
  region: string;
  sources: string;
  your_row: string;
  your_value: string;
}
