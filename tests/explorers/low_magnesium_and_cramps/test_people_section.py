import csv
import io
import re

import pytest

from widgets.explorers.low_magnesium_and_cramps.low_magnesium_explorer import LowMagnesiumExplorer
from widgets.explorers.low_magnesium_and_cramps.people_section import LITTLE_MAGNESIUM_MM
from widgets.reference_data.controls import ControlValue

# Some cramp, some do not, and the runs are short.
MIXED: dict[str, ControlValue] = {"cramp_susceptibility": 0.5, "muscle_stretch": 0, "recording_length_ms": 5000}


@pytest.fixture(scope="module")
def opened() -> LowMagnesiumExplorer:
    explorer = LowMagnesiumExplorer()
    explorer.people.strip.be_seen()
    return explorer


@pytest.fixture
def near(opened) -> LowMagnesiumExplorer:
    """The page with its people counted, as it opens; set-ups that one test counts are known to the next."""
    opened.record.reset()
    opened.record.drop()
    return opened


def cramping(explorer: LowMagnesiumExplorer) -> int:
    """How many marks stand for a cramp."""
    return sum(mark in ("short", "long", "unasked") for mark in explorer.people.strip.marks)


def said_to_cramp(explorer: LowMagnesiumExplorer) -> int:
    found = re.search(r"(\d+|nobody) cramps?", explorer.people.strip.finding)
    return 0 if found[1] == "nobody" else int(found[1])


def sentences(explorer: LowMagnesiumExplorer) -> str:
    return " ".join([explorer.people.strip.status, *explorer.people.strip.sentences]).replace("\N{NO-BREAK SPACE}", " ")


def test_nobody_is_counted_before_a_reader_is_near():
    explorer = LowMagnesiumExplorer()
    assert explorer.people.strip.marks == ["unknown"] * 100
    assert explorer.people.found.now.runs == {}


def test_coming_near_counts_everybody(near):
    assert "unknown" not in near.people.strip.marks
    assert not near.people.strip.counting


def test_the_page_opens_on_usual_blood_where_few_cramp(near):
    assert "usual people with usual blood" in sentences(near)
    assert cramping(near) <= 10


@pytest.mark.parametrize("values", [{}, MIXED], ids=["usual", "mixed"])
def test_the_sentence_counts_the_marks(near, values):
    near.set(**values)
    assert said_to_cramp(near) == cramping(near)


def test_the_key_counts_the_marks_as_well(near):
    near.set(**MIXED)
    marks = near.people.strip.marks
    assert {key["kind"]: int(key["count"]) for key in near.people.strip.key} == {
        kind: marks.count(kind) for kind in ("none", "short", "long", "unasked")
    }


def test_the_first_cramp_and_the_last_do_not(near):
    near.set(**MIXED)
    marks = near.people.strip.marks
    assert [mark == "none" for mark in marks] == sorted(mark == "none" for mark in marks)


def test_at_half_a_millimole_most_people_still_stop_with_the_command(near):
    near.set(plasma_magnesium_mM=0.5)
    assert near.people.strip.marks.count("none") > 75


def test_a_higher_tendency_makes_more_people_cramp(near):
    near.set(**MIXED)
    some = cramping(near)
    near.set(cramp_susceptibility=1.0)
    assert cramping(near) > some


class TestCompared:
    def test_less_magnesium_is_compared_with_the_usual(self, near):
        usual = cramping(near)
        near.set(plasma_magnesium_mM=0.6)
        assert f"With usual blood magnesium it would be {usual or 'nobody'}" in near.people.strip.finding
        assert near.people.strip.also == usual
        assert bool(near.people.strip.also_label) == bool(usual)

    def test_at_usual_magnesium_there_is_nothing_to_compare_with(self, near):
        assert "With usual blood magnesium" not in near.people.strip.finding
        assert near.people.strip.also_label == ""

    @pytest.mark.parametrize("preset", ["", "cramp_prone"])
    def test_a_tenth_of_a_millimole_within_the_usual_range_changes_hardly_anything(self, near, preset):
        if preset:
            near.record.load_preset(preset, "nerve")
        people = near.people.found
        assert abs(people.other.cramping - people.now.cramping) <= 5
        assert re.search("changes (hardly any|no)thing here", sentences(near))

    @pytest.mark.parametrize(("magnesium", "beside"), [(0.8, 0.9), (0.95, 0.85)])
    def test_the_small_step_stays_within_the_usual_range(self, near, magnesium, beside):
        near.set(plasma_magnesium_mM=magnesium)
        other = near.people.found.other.experiment.number("plasma_magnesium_mM")
        assert other == beside == pytest.approx(magnesium + LITTLE_MAGNESIUM_MM * (1 if other > magnesium else -1))

    def test_far_below_the_range_no_small_step_is_spoken_of(self, near):
        near.set(plasma_magnesium_mM=0.6)
        assert near.people.found.other is None

    def test_a_kept_set_up_takes_the_place_of_the_usual_one(self, near):
        near.set(**MIXED)
        kept = cramping(near)
        near.record.keep("nerve")
        near.set(muscle_stretch=1.0)
        assert near.people.strip.also == kept
        assert f"With the kept set-up {kept} of them cramp" in sentences(near)

    def test_what_sets_the_group_apart_is_said(self, near):
        near.set(plasma_magnesium_mM=0.6)
        assert "What sets this group apart: Magnesium in the blood: 0.6 mM" in sentences(near)


class TestTakenHome:
    def test_the_table_counts_the_marks(self, near):
        near.set(**MIXED)
        rows = {row[0]: row[1] for row in near.people.strip.table["rows"]}
        assert int(rows["no cramp (1\N{NO-BREAK SPACE}s at most)"]) == 100 - cramping(near)

    def test_the_file_has_a_row_for_each_person(self, near):
        lines = near.people.strip.data_as_csv().decode().splitlines()
        rows = list(csv.DictReader(io.StringIO("\n".join(line for line in lines if not line.startswith("#")))))
        assert [row["kind"] for row in rows] == near.people.strip.marks
