import re

from widgets.evidence.medicines import magnesium_interactions


def test_every_medicine_says_whom_to_ask():
    assert [row.id for row in magnesium_interactions() if not row.ask.endswith(".")] == []


def test_medicines_that_bind_magnesium_get_weaker():
    weaker = {row.id for row in magnesium_interactions() if row.direction == "medicine_weaker"}
    assert {"tetracyclines", "quinolones", "bisphosphonates", "levothyroxine"} <= weaker


def test_water_tablets_that_lose_magnesium_and_that_keep_it_are_told_apart():
    directions = {row.id: row.direction for row in magnesium_interactions()}
    assert directions["loop_diuretics"] == directions["thiazides"] == "magnesium_lower"
    assert directions["potassium_sparing"] == "magnesium_higher"


def test_no_row_tells_how_many_hours_to_wait():
    texts = [text for row in magnesium_interactions() for text in (row.effect, row.ask)]
    assert [text for text in texts if re.search(r"\d|some hours", text)] == []


def test_HIV_medicines_are_told_apart_and_asked_about_first():
    rows = {row.id: row for row in magnesium_interactions()}
    assert all("Ask before taking both" in rows[name].ask for name in ("raltegravir", "integrase_inhibitors"))
    assert "even when the two are taken hours apart" in rows["raltegravir"].effect


def test_what_was_missing_is_there():
    assert {"iron", "mycophenolate", "chloroquine", "rosuvastatin"} <= {row.id for row in magnesium_interactions()}


def test_more_uptake_of_a_diabetes_medicine_is_no_sum_of_effects():
    assert next(row for row in magnesium_interactions() if row.id == "sulfonylureas").direction == "medicine_stronger"


def test_nobody_is_told_to_stop_an_acid_blocker():
    assert (
        "Do not stop it by yourself"
        in next(row for row in magnesium_interactions() if row.id == "proton_pump_inhibitors").ask
    )
