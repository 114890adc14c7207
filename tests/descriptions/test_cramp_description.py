import pytest

from widgets.descriptions.cramp_description import cramp_notes, look_alike_table
from widgets.evidence.cramp_facts import cramp_facts, look_alikes
from widgets.reference_data.citations import cite


def note(key: str) -> str:
    return next(note.text for note in cramp_notes() if note.key == key).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("what", "sudden, painful pull of a muscle"),
        ("duration", "adults said 9 min on average, children 1.7 min"),
        ("common", "Up to 60 of 100 adults"),
        ("common", "Of 100 children about 7 had one within a year, none of them under 8"),
        ("inside", "lasted 55.6 s. With the nerve blocked they lasted 2.6 s"),
        ("after", "for 33 minutes on average and a day at most"),
    ],
)
def test_what_a_cramp_is_is_told_with_its_numbers(key, said):
    assert said in note(key)


def test_what_is_no_cramp_is_told_apart():
    assert {"twitch", "contracture", "restless_legs", "tetany", "claudication"} <= {row.id for row in look_alikes()}


def test_every_number_of_the_section_has_its_source_below_it():
    told = {source.reference for source in look_alike_table().sources}
    assert {cite(fact.source).reference for fact in cramp_facts().values()} <= told
