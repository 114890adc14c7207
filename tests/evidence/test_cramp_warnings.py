import pytest

from widgets.evidence.cramp_warnings import cramp_warnings
from widgets.reference_data.citations import cite

WARNINGS = {warning.id: warning for warning in cramp_warnings()}


@pytest.mark.parametrize("regulator", ["US Food and Drug Administration", "MHRA"])
def test_quinine_is_warned_of_in_the_word_of_regulators(regulator):
    assert any(regulator in cite(key).reference for key in WARNINGS["quinine"].source)


def test_drinks_with_quinine_are_named():
    assert "tonic water" in WARNINGS["quinine"].title


def test_potassium_is_not_taken_without_a_blood_test():
    assert "Without a blood test" in WARNINGS["potassium"].text
