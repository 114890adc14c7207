"""The plural rules against Babel, which has them from Unicode's CLDR."""

from decimal import Decimal

import pytest
from babel import Locale

from tests.reference_data.cldr import plural_rules
from widgets.reference_data.plural_rules import FORMS, plural_form

WHOLE_NUMBERS = ["0", "1", "2", "3", "4", "5", "10", "11", "12", "21", "22", "100", "101", "103", "111", "1000000"]
NUMBERS = [*WHOLE_NUMBERS, "0.5", "1.0", "-1"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar", "pl", "cs", "lv", "ga", "ja"])
def test_every_number_takes_the_form_that_babel_gives_it(language):
    babel, rules = Locale(language).plural_form, plural_rules(language)
    assert {number: plural_form(rules, number) for number in NUMBERS} == {
        number: babel(Decimal(number)) for number in NUMBERS
    }


def test_every_form_that_babel_knows_has_its_name_here():
    assert set(FORMS) == set(Locale("ar").plural_form.tags) | {"other"}


def test_a_rule_that_cannot_be_read_is_named():
    with pytest.raises(ValueError, match="'x = 1' is no part of a plural rule"):
        plural_form({"one": "x = 1"}, "1")
