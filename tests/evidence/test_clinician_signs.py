import pytest

from widgets.evidence.clinician_signs import URGENT_FIRST, clinician_signs

SIGNS = {sign.id: sign for sign in clinician_signs()}
# What national health services and the Merck Manual give as how soon help is needed.
EMERGENCIES = {"lung_clot", "chest", "blocked_artery", "hard_muscle", "saddle", "confusion", "dark_urine", "tetanus"}
ON_THE_SAME_DAY = {"clot", "spreading", "twitches", "fluid_loss", "ten_minutes", "poison", "statin", "acid_blocker"}
IN_A_DAY_OR_TWO = {"walking", "new_medicine", "alcohol"}


def urgent(urgency):
    return {sign.id for sign in SIGNS.values() if sign.urgency == urgency}


def test_the_most_urgent_stand_first():
    places = [URGENT_FIRST.index(sign.urgency) for sign in clinician_signs()]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("urgency", "signs"), [("now", EMERGENCIES), ("right_away", ON_THE_SAME_DAY), ("soon", IN_A_DAY_OR_TWO)]
)
def test_help_is_as_urgent_as_health_services_say(urgency, signs):
    assert urgent(urgency) == signs


def test_pain_on_walking_is_kept_apart_from_a_blocked_artery():
    assert "walking" not in SIGNS["blocked_artery"].sign
    assert "cold" not in SIGNS["walking"].sign


def test_weak_kidneys_are_told_to_ask_before_any_tablet():
    assert "before taking any magnesium" in SIGNS["kidneys"].why


def test_a_statin_is_more_urgent_than_other_new_medicines():
    assert "statin" in SIGNS["statin"].sign
    assert "other than a statin" in SIGNS["new_medicine"].sign
