"""No sentence is glued from pieces, no number written by hand: that is for `amounts` and `data/wording` alone."""

from pathlib import Path

import pytest

import widgets
from tests.reference_data.glued_text import glued_text, glued_text_in

PACKAGE = Path(widgets.__file__).parent
# Formulas are put together by the rules of mathematics: that room is not searched. `site` and `browser` say nothing.
ROOMS = ("descriptions", "figures", "explorers", "evidence", "nutrition", "sarcomere")
# Piece of code -> why no learner reads what it makes.
NOT_READ = {
    "'<br>'.join(filter(None, texts))": "markup round whole texts",
    "f'<b>{text}</b>'": "markup round a whole text",
    "f'y{number} domain'": "the name of an axis",
    "f'anywidget:{self.playhead.model_id}'": "the address of a widget",
    "f'# {control}: {value}\\n'": "a line of a CSV file, for programs",
    "f'# {name}: {value}\\n'": "a line of a CSV file, for programs",
    "str(outcome.starts_unasked).lower()": "a cell of a CSV file, for programs",
    "str(outcome.still_firing).lower()": "a cell of a CSV file, for programs",
    "str(span.assumed).lower()": "a cell of a CSV file, for programs",
    "' '.join(point.source)": "a cell of a CSV file, for programs",
    "' '.join(direction.source)": "a cell of a CSV file, for programs",
    "f'{row.life_stage}_{row.ages.min_years:g}'": "the key of a row",
    "f'{STRETCH}{seconds:g}'": "the key of a button",
    "f'{value:g}'": "the key of a button",
    "f'{rate:g}'": "the key of a button",
    "f'{START_RATE_HZ:g}'": "the key of a button",
    "f'{choice:g}'": "the key of a choice",
}


def test_no_text_is_put_together_in_code():
    found = glued_text_in(*(PACKAGE / room for room in ROOMS))
    assert {place: code for place, code in found.items() if code not in NOT_READ} == {}


def test_every_exception_is_still_needed():
    assert NOT_READ.keys() - set(glued_text_in(*(PACKAGE / room for room in ROOMS)).values()) == set()


@pytest.mark.parametrize(
    "code",
    [
        "f'{finding}.'",
        "f'{first} {second}'",
        "f'{value:g} mM'",
        "f'{value:.0f}'",
        "' '.join(parts)",
        "', '.join(labels)",
        "label.lower()",
        "'Force is ' + force",
        "f'{number}th ' + unit",
    ],
)
def test_glue_is_found(code):
    assert list(glued_text(code))


@pytest.mark.parametrize("code", ["f'note_{key}_title'", "f'x{number}'", "f'{name}.csv'", "sentence('part', f'a_{b}')"])
def test_keys_are_no_glue(code):
    assert list(glued_text(code)) == []


def test_an_error_for_those_who_program_is_no_learner_text():
    assert list(glued_text("raise ValueError(f'There is no {name}; there are {names}.')")) == []
