"""The model against everybody else's results: each is met, but for those that the page shows as missed."""

import pytest

from widgets.physiology.published_measurements import measurement_results, model_value
from widgets.physiology.published_results import published_results, verdict

RESULTS = published_results()
# Titles of results that the model is known to miss. The page names them first.
MISSED: frozenset[str] = frozenset(
    {
        "Time to peak force in another study",
        "Force at lower rates against 20 signals a second",
        "Lowest rate that gives a smooth pull",
        "Magnesium and calcium on troponin: heart, human",
        "Magnesium and calcium on troponin: body muscle",
        "Calcium let out against magnesium: another study",
        "ATP left after a minute of pulling",
        "How long phosphocreatine takes to come back",
        "Force is lost faster with much potassium",
        "Force left with much potassium in the blood",
        "Force left with very much potassium at 35 °C",
        "Lowest cramp rate: bursts of two seconds",
        "A twitch after hard work: deep calf muscle",
        "Twitches grow in a slow train: staircase",
        "Twitches at two signals a second grow weaker",
        "Primed heads need less calcium",
    }
)


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: result.id)
def test_the_model_gives_the_verdict_that_the_page_shows(result):
    values = {point.id: model_value(point) for point in result.points}
    assert verdict(result, values) == verdict(result, measurement_results()), result.first.title


def test_no_result_is_missed_but_those_known_to_be():
    found = {result.first.title for result in RESULTS if verdict(result, measurement_results()) in ("near", "missed")}
    assert found == MISSED


def test_at_least_a_third_was_not_fitted_to():
    assert 3 * sum(result.first.relation == "predicted" for result in RESULTS) >= len(RESULTS)
