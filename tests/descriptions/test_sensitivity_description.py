import re

import pytest

from widgets.descriptions.parameter_description import parameter_facts, range_in_words
from widgets.descriptions.sensitivity_description import (
    describe_effect,
    describe_sensitivity,
    effect_finding,
    sensitivity_finding,
)
from widgets.physiology.sensitivity import ParameterEffect
from widgets.reference_data.amounts import precise_amount
from widgets.reference_data.model_parameters import model_parameters

PUMP = model_parameters()["pump_maximum_rate"]
STRONG = ParameterEffect(PUMP, {"low": 31, "usual": 20, "high": 8}, {"low": 152, "usual": 97, "high": 81})
NONE = ParameterEffect(PUMP, {"low": 20, "usual": 20, "high": 20}, {"low": 97, "usual": 97, "high": 97})
LOST = ParameterEffect(PUMP, {"low": 31, "usual": 20, "high": None}, {"low": 152, "usual": 97, "high": None})


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def facts(parameter_id: str) -> dict[str, str]:
    return {fact.key: fact.text for fact in parameter_facts(model_parameters()[parameter_id])}


def test_the_finding_says_how_far_both_measures_move():
    found = plain(effect_finding(STRONG))
    assert all(text in found for text in ("Pump maximum rate", "31 %", "8 %", "152 ms", "81 ms"))


def test_a_constant_without_effect_is_said_to_have_none():
    assert "hardly changes" in effect_finding(NONE)


@pytest.mark.parametrize("kind", ["twitch", "train_20_Hz"])
def test_the_words_give_all_three_values(kind):
    said = plain(describe_effect(STRONG, kind))
    assert all(text in said for text in ("31 %", "20 %", "8 %", "152 ms", "97 ms", "81 ms"))


def test_what_is_not_defined_is_said_so():
    assert "not defined" in describe_effect(LOST, "twitch")


def test_assumed_ends_are_called_assumed():
    assumed = next(p for p in model_parameters().values() if p.can_differ and p.range.assumed)
    said = describe_effect(
        ParameterEffect(assumed, STRONG.peak_force_percent, STRONG.half_relaxation_time_ms), "twitch"
    )
    assert "assumed" in said
    assert "assumed" in range_in_words(assumed)


def test_a_half_filled_tornado_says_how_far_it_is():
    assert "So far, 1 of 5" in sensitivity_finding([STRONG], "twitch", 5)


def test_a_full_tornado_counts_what_hardly_matters_and_what_was_left_out():
    said = describe_sensitivity([STRONG, NONE], "twitch", 2, 19)
    assert "1 of the 2 changes neither" in said
    assert "19 numbers are left out" in said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (2.08, "µM/ms", "2.08 µM/ms"),
        (3.3e-5, "1/(µM ms)", "3.3 × 10⁻⁵ 1/(µM ms)"),
        (0.5, "1", "0.5"),
        (1e6, "ms", "1 × 10⁶ ms"),
    ],
)
def test_values_are_written_as_people_write_them(value, unit, said):
    assert plain(precise_amount(value, unit)) == said


@pytest.mark.parametrize("parameter", model_parameters().values(), ids=lambda parameter: parameter.id)
class TestFacts:
    def test_say_how_sure_and_where_from(self, parameter):
        keys = [fact.key for fact in parameter_facts(parameter)]
        assert keys[:2] == ["checked", "range"]
        assert "source" in keys

    def test_cite_every_source_in_full(self, parameter):
        (sources,) = [fact.sources for fact in parameter_facts(parameter) if fact.key == "source"]
        assert len(sources) == len(parameter.source.split())
        assert all(re.search(r"\w{3}", source.reference) for source in sources)


def test_rows_from_memory_say_that_they_were_not_re_read():
    recalled = [p.id for p in model_parameters().values() if p.checked == "recall"]
    assert all("not re-read" in facts(parameter_id)["checked"] for parameter_id in recalled)


def test_a_point_of_reference_has_no_range():
    assert "point of reference" in facts("reference_free_magnesium")["range"]
