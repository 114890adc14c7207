import assert from "node:assert/strict";
import { test as it } from "node:test";
import { cellAfterKey, nearestPlace } from "../../../widgets/explorers/parts/figure_mark.ts";

const GRID = { x: [0.5, 0.6, 0.7], y: [1.0, 1.1] };

it("arrow keys move by one cell", () => {
  assert.deepEqual(cellAfterKey("ArrowRight", { across: 0, up: 0 }, GRID), { across: 1, up: 0 });
  assert.deepEqual(cellAfterKey("ArrowUp", { across: 1, up: 0 }, GRID), { across: 1, up: 1 });
});

it("no key moves beyond the edge", () => {
  assert.deepEqual(cellAfterKey("ArrowLeft", { across: 0, up: 0 }, GRID), { across: 0, up: 0 });
  assert.deepEqual(cellAfterKey("PageUp", { across: 2, up: 0 }, GRID), { across: 2, up: 1 });
  assert.deepEqual(cellAfterKey("End", { across: 0, up: 1 }, GRID), { across: 2, up: 1 });
});

it("other keys move nothing", () => assert.equal(cellAfterKey("Tab", { across: 0, up: 0 }, GRID), null));

it("a point begins at the cell nearest to it", () => assert.equal(nearestPlace(GRID.x, 0.64), 1));
