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
