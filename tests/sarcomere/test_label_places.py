"""Labels stand beside what moves, at every width."""

import pytest

from tests.sarcomere.stage import CYTOSOL, CYTOSOL_OF_HALF

# What moves, by the place at which it can be reached, and how much larger that place is for a finger; in drawing units.
MOVING_PARTS = {
    "signal": 12,
    "gate": 0,
    "latch": 10,
    "sites": 0,
    "heads": 0,
    "thin": 0,
    "z_lines": 0,
    "ruler": 3,
    "force": 0,
    "pump": 0,
}
COVERED = """([parts, [left, top, width, height]]) => {
  const drawing = document.querySelector(".sarcomere-drawing");
  const place = drawing.getBoundingClientRect();
  const unit = place.width / Number(getComputedStyle(drawing).getPropertyValue("--units-across"));
  const fluid = new DOMRect(place.left + left * unit, place.top + top * unit, width * unit, height * unit);
  const moving = [["fluid", fluid]];
  for (const [part, margin] of Object.entries(parts))
    for (const node of drawing.querySelectorAll(`.part-${part}`)) {
      const [box, inset] = [node.getBoundingClientRect(), margin * unit];
      const [inner, outer] = [[box.left + inset, box.top + inset], [box.width - 2 * inset, box.height - 2 * inset]];
      moving.push([part, new DOMRect(...inner, ...outer)]);
    }
  const meet = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  return [...drawing.querySelectorAll(".label")].flatMap((label) => {
    const box = label.getBoundingClientRect();
    return moving.filter(([, other]) => meet(box, other)).map(([name]) => `${label.textContent}: ${name}`);
  });
}"""


@pytest.mark.parametrize("time_ms", [0, 200])
@pytest.mark.parametrize("width", [1080, 718, 358, 328])
def test_no_label_covers_what_moves(stage, width, time_ms):
    stage.start(50, width=width)
    stage.at(time_ms)
    fluid = CYTOSOL if stage.drawn()["layout"] == "whole" else CYTOSOL_OF_HALF
    assert stage.page.evaluate(COVERED, [MOVING_PARTS, fluid]) == []
