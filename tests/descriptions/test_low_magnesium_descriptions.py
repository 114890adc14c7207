import re

import pytest

from widgets.descriptions.after_discharge_description import firing_finding, firing_sentence
from widgets.descriptions.fibre_magnesium_description import magnesium_zone
from widgets.descriptions.magnesium_scales_description import (
    adult_intake_mg,
    conclusions,
    low_magnesium_limits,
    scale_rulers,
)
from widgets.physiology.contraction import Contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.wording import words

COMMAND = {"command_start_ms": 100.0, "command_duration_ms": 200.0, "recording_length_ms": 1000.0}
TEXTS = {key: text for key, text in words("low_magnesium").items() if not key.startswith(("column_", "axis_"))}


def made_up(impulse_times_ms: tuple[float, ...], after_ms: float) -> Contraction:
    times = tuple(float(time) for time in range(0, 1010, 10))
    traces = {"force_percent": tuple(50.0 for _ in times)}
    measures = {"after_discharge_duration_ms": after_ms}
    return Contraction(Experiment.from_values(COMMAND), times, traces, impulse_times_ms, measures)


@pytest.mark.parametrize(
    ("magnesium_mM", "zone"),
    [(0.05, "laboratory"), (0.35, "laboratory"), (0.36, "people"), (0.75, "people"), (0.76, "high"), (1, "high")],
)
def test_the_zone_follows_what_was_measured_in_people(magnesium_mM, zone):
    assert magnesium_zone(magnesium_mM) == zone


@pytest.mark.parametrize(
    ("times", "after_ms", "said"),
    [
        ((100.0, 300.0), 0.0, "stops with the command"),
        ((100.0, 790.0), 490.0, "fires on for"),
        ((100.0, 795.0), 600.0, "fires on for"),
        ((100.0, 950.0), 650.0, "still fires"),
        ((5.0, 950.0), 650.0, "Nobody asked"),
    ],
)
def test_the_finding_says_how_the_nerve_ends(times, after_ms, said):
    assert said in firing_finding(made_up(times, after_ms))


def test_what_a_nerve_does_is_a_whole_sentence():
    said = firing_sentence("kept", made_up((100.0, 300.0), 0.0))
    assert said.startswith("In the kept run the nerve stops with the command")
    assert said.endswith(".")


def test_what_adults_need_is_told_as_the_us_table_tells_it():
    assert (adult_intake_mg("RDA"), adult_intake_mg("EAR")) == ((310, 420), (255, 350))


def test_every_ruler_is_said_in_words_with_its_usual_range():
    said = [ruler["said"] for ruler in scale_rulers(0.5, 0.4)]
    ranges = ("310 to 420", "0.75 to 0.95", "0.36 to 0.75")
    assert all(usual in text for usual, text in zip(ranges, said, strict=True))


def test_each_step_from_scale_to_scale_says_what_may_and_what_may_not_be_concluded():
    assert all(len(row) == len(conclusions().columns) and all(row) for row in conclusions().rows)


def test_the_limits_name_toys_and_normal_magnesium():
    assert {"limit_normal", "limit_toy"} <= {note.key for note in low_magnesium_limits()}


def test_no_sentence_is_too_long_to_read_aloud():
    sentences = [part for text in TEXTS.values() for part in re.split(r"(?<=[.:;?!])\s", text)]
    assert [part for part in sentences if len(part.split()) > 28] == []


def test_nobody_is_told_what_to_take_or_what_they_have():
    advice = r"\byou should\b|\btakes? \d|\bdose|\byou (have|lack)\b|supplement"
    assert [text for text in TEXTS.values() if re.search(advice, text, re.IGNORECASE)] == []


def test_learners_read_real_characters_and_no_jargon():
    slips = r"\buM\b|Ca2\+|Mg2\+|  |SERCA|RyR|hypomagnes|hypocalc|myoplasm"
    assert [text for text in TEXTS.values() if re.search(slips, text)] == []
