"""What the benchmark of sliders says about its targets."""

import pytest

from tests.benchmarks.move_targets import BARE, FIGURE_WIDGET, OURS, targets

ROWS = [
    {"page": OURS, "slider": "impulse_rate_Hz", "shown": 40.0, "p95": 60.0, "per_s_dragged": 30.0},
    {"page": "intake_table", "slider": "magnesium_from_food_mg", "shown": 50.0, "p95": 60.0},
    {"page": BARE, "slider": "", "shown": 32.0, "p95": 35.0, "per_s_dragged": 40.0},
    {"page": FIGURE_WIDGET, "slider": "", "shown": 100.0, "p95": 130.0, "per_s_dragged": 10.0},
]


def ratios(rows: list[dict]) -> list[float | None]:
    return [ratio for _, ratio, _, _ in targets(rows)]


def test_every_target_is_a_ratio_of_rows_of_one_run():
    assert ratios(ROWS) == pytest.approx([0.4, 1.25, 3.0, 1.5, 1.25])


def test_a_row_that_is_missing_leaves_the_other_targets():
    failed = [row for row in ROWS if row["page"] != BARE] + [{"page": BARE, "said": "failed: it did not come up"}]
    assert ratios(failed) == pytest.approx([0.4, None, 3.0, 1.5, 1.25])


def test_without_our_own_page_nothing_can_be_said():
    assert set(ratios(ROWS[2:])) == {None}
