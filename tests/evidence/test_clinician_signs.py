from widgets.evidence.clinician_signs import clinician_signs

URGENT_FIRST = ("now", "soon", "ask")


def test_the_most_urgent_stand_first():
    places = [URGENT_FIRST.index(sign.urgency) for sign in clinician_signs()]
    assert places == sorted(places)


def test_weak_kidneys_are_told_to_ask_before_any_tablet():
    kidneys = next(sign for sign in clinician_signs() if sign.id == "kidneys")
    assert "before taking any magnesium" in kidneys.why
