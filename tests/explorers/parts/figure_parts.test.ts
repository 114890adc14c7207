import assert from "node:assert/strict";
import { test as it } from "node:test";
import { speaker } from "../../../widgets/browser/words.ts";
import { timeAfterKey } from "../../../widgets/explorers/parts/figure_scrubbing.ts";
import { linesOverTime } from "../../../widgets/explorers/parts/figure_table.ts";
import { MOST_ZOOM, Zoom } from "../../../widgets/explorers/parts/figure_zoom.ts";

it("without zoom the whole range is shown", () => {
  assert.deepEqual(new Zoom().range([0, 800]), [0, 800]);
});

it("zoom shows a part round the place where the playhead stood", () => {
  const zoom = new Zoom();
  zoom.set(4, 400);
  assert.deepEqual(zoom.range([0, 800]), [300, 500]);
});

it("a part never reaches beyond the run", () => {
  const zoom = new Zoom();
  zoom.set(2, 790);
  assert.deepEqual(zoom.range([0, 800]), [400, 800]);
});

it("zoom has an end", () => {
  const zoom = new Zoom();
  zoom.set(1000, 0);
  assert.equal(zoom.factor, MOST_ZOOM);
});

it("keys move the playhead within the run", () => {
  assert.deepEqual(
    ["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "a"].map((key) => timeAfterKey(key, 5, 12)),
    [4, 6, 12, 0, 0, 12, null],
  );
});

it("a table of lines names each with its unit, at even times", () => {
  const meta = { run: "this_run", readout: true, label: "Force", unit: "%" };
  const { columns, rows } = linesOverTime(
    [{ type: "scatter", x: [0, 40], y: [0, 80], meta }],
    [0, 40],
    speaker({ time_column: "Time, ms", line_column: "{label} ({unit})" }, { language: "en", direction: "ltr" }),
    "en",
  );
  assert.deepEqual(columns, ["Time, ms", "Force (%)"]);
  assert.deepEqual([rows.length, rows[0], rows[10]], [41, ["0", "0"], ["10", "20"]]);
});
