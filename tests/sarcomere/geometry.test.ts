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
import { framesAt, HALF, layoutFor, NARROW_BELOW_PX, WHOLE } from "../../widgets/sarcomere/layouts.ts";
import { reachesOf } from "../../widgets/sarcomere/part_boxes.ts";
import { PART_ORDER } from "../../widgets/sarcomere/words.ts";

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

  it(`in the ${layout.name} drawing no ion rests under a label`, () => {
    for (const { x, y } of ionPlaces(layout, [40, 40, 20]).flat()) {
      const covered = layout.quiet.some(([l, t, w, h]) => x > l && x < l + w && y > t && y < t + h);
      assert.ok(!covered);
    }
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
