from widgets.evidence.clinician_signs import URGENT_FIRST, clinician_signs
from widgets.explorers.parts.sign_list import SignList


def test_the_most_urgent_group_stands_first():
    assert [group["urgency"] for group in SignList().groups] == list(URGENT_FIRST)


def test_no_sign_of_the_table_is_left_out():
    shown = [sign["id"] for group in SignList().groups for sign in group["signs"]]
    assert shown == [sign.id for sign in clinician_signs()]


def test_an_emergency_says_to_call_the_number_of_the_region():
    assert "your emergency number" in SignList().groups[0]["title"]
