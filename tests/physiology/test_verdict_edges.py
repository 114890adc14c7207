import pytest

from tests.physiology.verdict_edges import share_of_way, tossed, turns, usual_constants
from widgets.physiology.published_measurements import measurement_results
from widgets.physiology.published_results import margin, published_results
from widgets.physiology.verdict_edges import verdict_edges

RESULTS = {result.id: result for result in published_results()}
TURNED = [(edge.id, name) for edge in verdict_edges().values() for name in edge.turned_by]
TRIED = [edge for edge in verdict_edges().values() if edge.strongest_constant and not edge.turned_by]
# Every so many results, one is computed anew.
SAMPLED_EACH = 12


def test_every_result_has_its_edge_and_no_other_has():
    assert list(verdict_edges()) == list(RESULTS)


def test_the_margins_are_those_of_the_shipped_results():
    margins = {name: margin(result, measurement_results()) for name, result in RESULTS.items()}
    assert {name: edge.margin for name, edge in verdict_edges().items()} == pytest.approx(margins, rel=0.05, abs=0.02)


@pytest.mark.parametrize("name", list(RESULTS)[::SAMPLED_EACH])
def test_all_constants_together_go_as_far_as_the_table_says(name):
    result, usual = RESULTS[name], margin(RESULTS[name], measurement_results())
    found = max(share_of_way(result, usual, tossed(result, toss)) for toss in range(2))
    assert found == pytest.approx(verdict_edges()[name].together_share, rel=0.2, abs=0.05)


@pytest.mark.parametrize(("name", "constant"), TURNED[:4])
def test_a_constant_that_is_said_to_turn_a_verdict_turns_it(name, constant):
    assert turns(RESULTS[name], constant)


@pytest.mark.parametrize("edge", TRIED[:4], ids=lambda edge: edge.id)
def test_where_none_is_said_to_turn_a_verdict_the_strongest_does_not(edge):
    assert not turns(RESULTS[edge.id], edge.strongest_constant)


def test_the_constants_of_a_fibre_of_its_own_are_those_that_are_changed():
    cool = next(result for result in RESULTS.values() if result.first.settings.get("fibre_type") == "mouse_fast_16C")
    warm = next(result for result in RESULTS.values() if "fibre_type" not in result.first.settings)
    assert usual_constants(cool) != usual_constants(warm)
