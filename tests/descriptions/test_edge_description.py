from widgets.descriptions.edge_description import edge_finding, edge_groups
from widgets.physiology.published_measurements import Band
from widgets.physiology.published_results import published_results
from widgets.physiology.verdict_edges import VerdictEdge, verdict_edges

FIRST, SECOND, THIRD = published_results()[:3]
EDGES = {
    FIRST.id: VerdictEdge(FIRST.id, 0.02, 2.0, "pump_maximum_rate", 1.4, ("pump_maximum_rate",)),
    SECOND.id: VerdictEdge(SECOND.id, -0.05, 0.2, "", None, ()),
    THIRD.id: VerdictEdge(THIRD.id, 0.3, 0.1, "", None, ()),
}


def test_verdicts_that_turn_stand_first_with_what_turns_them():
    turned, close, firm = edge_groups((FIRST, SECOND, THIRD), EDGES)
    assert [item.text for item in turned.items] == [FIRST.first.title]
    assert turned.items[0].detail == (
        "Met. The edge is 0.02 of the band’s width away. "
        "A change of 1 % in any of these turns the verdict: pump maximum rate."
    ).replace("1 %", "1 %")
    assert close.items[0].detail.startswith("Not met. The edge is 0.05")
    assert [item.text for item in firm.items] == [THIRD.first.title]


def test_the_finding_counts_the_verdicts_that_turn():
    assert edge_finding((FIRST, SECOND, THIRD), EDGES) == "A change of 1 % in one number turns 1 of 3 verdicts"


def test_every_shipped_verdict_stands_in_one_group():
    groups = edge_groups(published_results(), verdict_edges())
    assert sum(len(group.items) for group in groups) == len(published_results())


def test_the_edge_of_a_direction_is_not_told_in_widths_of_a_band():
    groups = edge_groups(published_results(), verdict_edges())
    details = {item.text: item.detail for group in groups for item in group.items}
    for result in published_results():
        assert ("band’s width" in details[result.first.title]) == isinstance(result.first.accepted, Band)
