"""Numbers, units and lists in English, in the pseudo-language, and in languages that are not shipped, against Babel."""

from dataclasses import replace

import pytest
from babel.numbers import format_decimal

from tests.reference_data.cldr import number_facts
from widgets.reference_data import amounts, language
from widgets.reference_data.amounts import (
    amount,
    list_in_words,
    number_in_words,
    paragraph,
    precise_amount,
    unit_in_words,
)

VALUES = [0.05, 1.5, 12.0, 118.48, 12345.0, 9876543.0, -7.5, -12345.0]


def spoken(monkeypatch, code, **facts):
    """Speak a language as its data would state it."""
    fixture = replace(language.languages()["en"], code=code, **facts)
    monkeypatch.setattr(amounts, "spoken_language", lambda: fixture)


@pytest.mark.parametrize("code", ["en", "de", "fr", "ar", "pl"])
def test_numbers_look_as_babel_writes_them(code, monkeypatch):
    spoken(monkeypatch, code, **number_facts(code))
    digits = {value: 3 if abs(value) >= 100 else 2 for value in VALUES}
    expected = {value: format_decimal(float(f"{value:.{digits[value]}g}"), locale=code) for value in VALUES}
    assert {value: number_in_words(value) for value in VALUES} == expected


def test_a_language_may_have_digits_of_its_own(monkeypatch):
    spoken(monkeypatch, "hi", digits="०१२३४५६७८९")
    assert number_in_words(1.5) == "१.५"


def test_a_unit_in_words_takes_the_form_of_its_number(monkeypatch):
    forms = {"one": "rok", "few": "lata", "many": "lat", "other": "roku"}
    spoken(monkeypatch, "pl", units={"years": forms}, **number_facts("pl"))
    said = {years: amount(years, "years").replace("\u00a0", " ") for years in (1, 3, 5, 1.5)}
    assert said == {1: "1 rok", 3: "3 lata", 5: "5 lat", 1.5: "1,5 roku"}


class TestEnglish:
    def test_a_number_and_its_unit_stay_on_one_line(self):
        assert amount(12.3, "ms") == "12\u00a0ms"

    def test_percent_is_written_as_a_unit(self):
        assert amount(99.4, "%") == "99\u00a0%"

    def test_a_negative_number_has_a_minus_sign(self):
        assert number_in_words(-3.5) == "−3.5"

    def test_a_whole_number_keeps_its_digits(self):
        assert number_in_words(16012) == "16,012"

    def test_four_digits_stand_together_as_in_the_browser(self):
        assert number_in_words(1500.0) == "1500"

    def test_a_pH_has_no_unit_to_say(self):
        assert (amount(7.1, "pH units"), unit_in_words("pH units")) == ("7.1", "")

    def test_decimals_can_be_fixed(self):
        assert number_in_words(0.5, decimals=2) == "0.50"

    def test_no_unit_leaves_no_space(self):
        assert (amount(3.0, ""), amount(3.0, "1")) == ("3", "3")

    @pytest.mark.parametrize(("years", "said"), [(1, "1\u00a0year"), (16, "16\u00a0years"), (0.5, "0.5\u00a0years")])
    def test_units_in_words_have_plural_forms(self, years, said):
        assert amount(years, "years") == said

    def test_a_symbol_is_its_own_name(self):
        assert unit_in_words("mM") == "mM"

    def test_a_tiny_constant_has_a_power_of_ten(self):
        assert precise_amount(0.0000123, "1/ms") == "1.23\u00a0×\u00a010⁻⁵\u00a01/ms"

    @pytest.mark.parametrize(
        ("kind", "said"),
        [
            ("and", "calcium, magnesium and ATP"),
            ("or", "calcium, magnesium or ATP"),
            ("clauses", "calcium; magnesium; ATP"),
        ],
    )
    def test_lists(self, kind, said):
        assert list_in_words(["calcium", "magnesium", "ATP"], kind) == said

    def test_a_list_of_two(self):
        assert list_in_words(["calcium", "magnesium"]) == "calcium and magnesium"

    def test_a_list_of_one(self):
        assert list_in_words(["calcium"]) == "calcium"

    def test_sentences_stand_apart(self):
        assert paragraph(["One.", "", "Two."]) == "One. Two."


def test_where_lines_run_from_right_to_left_an_amount_still_reads_from_left_to_right():
    language.use_language(language.PSEUDO)
    assert amount(12.3, "ms") == "\u206612\u00a0ms\u2069"
