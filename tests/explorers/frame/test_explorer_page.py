"""The heads of a page's sections say what their figures say, in the same message."""

import pytest

from widgets.explorers.low_magnesium_and_cramps.low_magnesium_explorer import LowMagnesiumExplorer


@pytest.fixture
def explorer() -> LowMagnesiumExplorer:
    return LowMagnesiumExplorer()


def test_a_head_says_from_the_beginning_what_its_figure_says(explorer):
    assert explorer.findings["part_nerve_quick"] == explorer.nerve.traces.finding


def test_a_head_follows_its_figure(explorer):
    before = explorer.findings["part_cell_controls"]
    explorer.set(free_magnesium_mM=0.1)
    assert explorer.findings["part_cell_controls"] == explorer.fibre.pull.finding != before


def test_every_section_has_a_head_that_says_something(explorer):
    assert set(explorer.findings) == set(explorer.sections)
    assert all(explorer.findings.values())


def test_a_figure_and_its_head_leave_the_kernel_in_one_message(explorer, monkeypatch):
    sent = []
    monkeypatch.setattr(explorer.record, "send", lambda content, *_buffers: sent.append(content))
    explorer.set(free_magnesium_mM=0.1)
    told = {name for state in sent[0]["states"].values() for name in state}
    assert {"findings", "finding"} <= told
