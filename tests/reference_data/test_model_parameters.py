import csv
from pathlib import Path

import pytest

from widgets.reference_data.model_parameters import ASSUMED_SHARE, model_parameters

TABLE = Path(__file__).parents[2] / "data" / "physiology_parameters.csv"


def test_every_row_of_the_table_is_a_parameter():
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert list(model_parameters()) == [row["id"] for row in csv.DictReader(file)]


def test_every_range_holds_the_value():
    outside = [p.id for p in model_parameters().values() if not p.range.low <= p.value <= p.range.high]
    assert outside == []


def test_a_range_of_the_table_is_kept():
    found = next(p for p in model_parameters().values() if p.low is not None)
    assert (found.range.low, found.range.high, found.range.assumed) == (found.low, found.high, False)


def test_where_the_table_has_no_range_one_is_assumed_and_marked():
    missing = next(p for p in model_parameters().values() if p.low is None and p.value)
    assert missing.range.assumed
    assert missing.range.high - missing.range.low == pytest.approx(2 * ASSUMED_SHARE * abs(missing.value))


def test_definitions_and_points_of_reference_cannot_differ():
    fixed = {p.id for p in model_parameters().values() if not p.can_differ}
    assert {p.id for p in model_parameters().values() if p.checked == "definition"} <= fixed
    assert "reference_free_magnesium" in fixed
    assert "pump_maximum_rate" not in fixed


def test_a_name_is_words_without_underscores():
    assert model_parameters()["pump_maximum_rate"].name == "Pump maximum rate"
    assert model_parameters()["ATP_magnesium_dissociation_constant"].name == "ATP magnesium dissociation constant"
