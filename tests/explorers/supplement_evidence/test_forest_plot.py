"""The forest plot as a part: what it shows without a browser, and what a reader takes along."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.view_controls import choice_control
from widgets.explorers.supplement_evidence.forest_plot import ForestPlot
from widgets.figures.forest import ForestScale

SCALE = ForestScale.of([-1.04], [(-3.2, 1.1)], is_ratio=False)
TRIAL = {
    "key": "a_trial",
    "study": "A trial <2017>",
    "state": "counted",
    "switch": "left_out_a_trial",
    "magnesium": "48",
    "placebo": "46",
    "dose": "520 mg",
    "salt": "oxide",
    "weeks": "4 weeks",
    "bias": "low",
    "bias_label": "low",
    "effect": "−1 (−3.2 to 1.1)",
    "weight": "100 %",
    "why": "",
    "said": "One fewer.",
    "marks": [SCALE.mark(-3.2, -1.04, 1.1)],
    "facts": [],
    "sources": [],
}
MEDIANS = TRIAL | {"key": "b", "study": "B", "state": "not_pooled", "marks": [], "effect": "", "why": "Medians only."}
SUMMARY = {
    "kind": "pooled",
    "label": "Together",
    "effect": "−1.0",
    "note": "",
    "said": "One fewer.",
    "marks": [SCALE.mark(-3.2, -1.04, 1.1)],
}
FOREST = {
    "caption": "Cramps a week",
    "nothing": "",
    "axis": {"ticks": SCALE.ticks(), "none": 0.5, "start": "fewer with magnesium", "end": "fewer without", "scale": ""},
    "trials": [TRIAL, MEDIANS],
    "summaries": [SUMMARY],
}


@pytest.fixture
def plot():
    method = choice_control("method", "Method", ["then", "now"], "then")
    salt = choice_control("salt", "Salt", ["all", "oxide"], "all")
    switch = replace(choice_control("left_out_a_trial", "A trial", [], ""), scale="switch", default=False)
    record = PageRecord("a_page", {control.name: control for control in (method, salt, switch)})
    made = ForestPlot(
        record, [method, salt], [switch.name], panel="trials", file_name="trials", to_csv=lambda: "trial\n"
    )
    made.show(FOREST, finding="One fewer a week", description="In words.", notes=[])
    return made


def test_without_a_browser_a_trial_that_does_not_count_says_why(plot):
    assert "Medians only." in plot.plain_output().text


def test_the_picture_is_a_whole_document_with_the_finding_and_every_trial(plot):
    texts = "".join(ElementTree.fromstring(plot.picture().decode()).itertext())
    assert all(
        text in texts for text in ("One fewer a week", "A trial <2017>", "Medians only.", "fewer with magnesium")
    )


def test_every_trial_counts_again_at_one_press_while_the_way_of_pooling_stays(plot):
    assert plot.everything == {"salt": "all", "left_out_a_trial": False}


def test_the_csv_is_that_of_the_page(plot):
    assert plot.data_as_csv() == b"trial\n"


def test_a_table_without_rows_says_why_in_the_picture_too(plot):
    empty = FOREST | {"trials": [], "summaries": [], "nothing": "No trial was found."}
    plot.show(empty, finding="Nothing is known", description="", notes=[])
    assert "No trial was found." in plot.picture().decode()
