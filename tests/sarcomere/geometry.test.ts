import assert from "node:assert/strict";
import { it } from "node:test";
import {
  coil,
  headPlaces,
  ionPlaces,
  pouchLevelY,
  pouchPlaces,
  troponinPlaces,
  zigzag,
} from "../../widgets/sarcomere/geometry.ts";
import { prepareHistories } from "../../widgets/sarcomere/histories.ts";
import { labelBox, labelsOf, movingRegions } from "../../widgets/sarcomere/label_places.ts";
import {
  type Box,
  framesAt,
  HALF,
  layoutFor,
  NARROW_BELOW_PX,
  type Point,
  WHOLE,
} from "../../widgets/sarcomere/layouts.ts";
import { momentAt } from "../../widgets/sarcomere/moment.ts";
import { reachesOf } from "../../widgets/sarcomere/part_boxes.ts";
import { placesOf, sceneAt } from "../../widgets/sarcomere/scene.ts";
import { PART_ORDER } from "../../widgets/sarcomere/words.ts";
import { preparedRun, recordedRun } from "./recorded_runs.ts";

const overlap = ([left, top, width, height]: Box, [otherLeft, otherTop, otherWidth, otherHeight]: Box) =>
  left < otherLeft + otherWidth && otherLeft < left + width && top < otherTop + otherHeight && otherTop < top + height;
// A circle of an ion in its square.
const dotAt = ({ x, y }: Point): Box => [x - 4, y - 4, 8, 8];

const LAYOUTS = [
  { layout: WHOLE, heads: 24, troponins: 16 },
  { layout: HALF, heads: 12, troponins: 8 },
];

it("a narrow place gets half a sarcomere", () => {
  assert.equal(layoutFor(NARROW_BELOW_PX - 1), HALF);
  assert.equal(layoutFor(NARROW_BELOW_PX), WHOLE);
});

for (const { layout, heads, troponins } of LAYOUTS) {
  it(`the ${layout.name} drawing has its heads on the thick filament, outside its bare zone`, () => {
    const places = headPlaces(layout);
    assert.equal(places.length, heads);
    for (const { x } of places) {
      const away = Math.abs(x - layout.middleX);
      assert.ok(away >= layout.bare && away <= layout.thickHalf);
    }
  });

  it(`the ${layout.name} drawing has its troponins on the thin filaments`, () => {
    const places = troponinPlaces(layout);
    assert.equal(places.length, troponins);
    for (const { frame, x } of places) {
      const fromZ = frame === "right" ? layout.rightZ - x : x - (layout.leftZ ?? Number.NaN);
      assert.ok(fromZ > 0 && fromZ < layout.thinLength);
    }
  });

  it(`in the ${layout.name} drawing ions rest apart from each other`, () => {
    const places = ionPlaces(layout, [40, 40, 20]).flat();
    const nearest = places.map(({ x, y }, index) =>
      Math.min(...places.slice(0, index).map((other) => Math.hypot(x - other.x, y - other.y))),
    );
    assert.ok(Math.min(...nearest) > 9);
  });

  it(`in the ${layout.name} drawing no label stands over what moves, however long its text`, () => {
    const covered = labelsOf(layout).flatMap((label) =>
      movingRegions(layout)
        .filter((region) => overlap(labelBox(label), region))
        .map((region) => `${label.key} over ${region}`),
    );
    assert.deepEqual(covered, []);
  });

  it(`in the ${layout.name} drawing no label stands over another one`, () => {
    const labels = labelsOf(layout);
    const covered = labels.flatMap((one, index) =>
      labels
        .slice(0, index)
        .filter((other) => overlap(labelBox(one), labelBox(other)))
        .map((other) => `${one.key} over ${other.key}`),
    );
    assert.deepEqual(covered, []);
  });

  it(`in the ${layout.name} drawing all that moves stays in its region, and so beside every label`, () => {
    const run = preparedRun(recordedRun(50));
    const [histories, places] = [prepareHistories(run, layout), placesOf(layout)];
    const look = { still: false, keptForce: null };
    const astray: string[] = [];
    for (let t = 45; t < 420; t += 0.25) {
      const scene = sceneAt(layout, places, histories, momentAt(run, histories, t, 20), look);
      const moving = [...scene.calcium, ...scene.magnesium, ...scene.atp, ...scene.pump.cargo, scene.pump.fuel];
      const under = labelsOf(layout).filter((label) => moving.some((at) => overlap(labelBox(label), dotAt(at))));
      astray.push(...under.map(({ key }) => `${key} at ${t} ms`));
    }
    assert.deepEqual(astray.slice(0, 5), []);
  });

  it(`in the ${layout.name} drawing as many ions lie under the store's level as it holds`, () => {
    const places = pouchPlaces(layout, 50);
    assert.ok(places.slice(0, 40).every(({ y }) => y > pouchLevelY(layout, 100)));
    assert.ok(places.every(({ y }, index) => index === 0 || y < (places[index - 1]?.y ?? Number.NaN)));
  });

  it(`every part of the ${layout.name} drawing can be reached inside it, with room for a finger`, () => {
    const reaches = reachesOf(layout);
    for (const name of PART_ORDER) {
      assert.ok(reaches[name].length > 0, name);
      for (const { box } of reaches[name]) {
        const [left, top, width, height] = box;
        assert.ok(Math.min(width, height) >= 16, name);
        assert.ok(left > -30 && top > 0 && left + width < layout.width + 30 && top + height < layout.height, name);
      }
    }
  });
}

it("the right Z-line moves twice as far as the thick filament, and the left one not at all", () => {
  assert.deepEqual(framesAt(WHOLE, 50), { left: 0, thick: -6.5, right: -13 });
});

it("in half a sarcomere the thick filament stands still", () => {
  assert.deepEqual(framesAt(HALF, 50), { left: 0, thick: 0, right: -10 });
});

it("frames slide in proportion to force, and not beyond what fits", () => {
  assert.equal(framesAt(WHOLE, 20).right, 2 * framesAt(WHOLE, 10).right);
  assert.equal(framesAt(WHOLE, 500).right, framesAt(WHOLE, 130).right);
});

it("the spring goes from the Z-line to the wall", () => {
  const points = coil(600, 740, 294, 7, 9);
  assert.deepEqual(points[0], { x: 600, y: 294 });
  assert.deepEqual(points.at(-1), { x: 740, y: 294 });
});

it("a Z-line ends under its beginning", () => {
  const points = zigzag(46, 204, 384, 14, 5);
  assert.deepEqual(
    [points[0], points.at(-1)],
    [
      { x: 46, y: 204 },
      { x: 46, y: 384 },
    ],
  );
});
