// The recorded runs, as the kernel hands them over and ready to be drawn.

import { readFileSync } from "node:fs";
import { type PackedRun, prepareRun, type Run, type Trace } from "../../widgets/sarcomere/run.ts";

export type RecordedRun = Record<Trace | "time_ms" | "impulse_times_ms", number[]>;

export const RATES_HZ = [1, 10, 50];

export const packed = (values: readonly number[]): DataView => new DataView(Float32Array.from(values).buffer);

// Trace name -> values at every millisecond, with `impulse_times_ms`.
export function recordedRun(rateHz: number): RecordedRun {
  const file = new URL(`./runs/impulses_${rateHz}_Hz.csv`, import.meta.url);
  const [first = "", header = "", ...rows] = readFileSync(file, "utf8").trimEnd().split("\n");
  const cells = rows.map((row) => row.split(",").map(Number));
  const columns = header.split(",").map((name, i) => [name, cells.map((row) => row[i] as number)]);
  const impulse_times_ms = first.split(" ").slice(2).map(Number);
  return { ...Object.fromEntries(columns), impulse_times_ms } as RecordedRun;
}

export function packedRun(run: RecordedRun): PackedRun {
  return Object.fromEntries(Object.entries(run).map(([name, values]) => [name, packed(values)]));
}

export function preparedRun(run: RecordedRun): Run {
  return prepareRun(packedRun(run)) as Run;
}
