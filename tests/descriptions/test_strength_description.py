from dataclasses import replace

from widgets.descriptions.strength_description import fitted_constants_description, strength_groups
from widgets.physiology.published_measurements import Band, Sign, measurement_results, published_measurements
from widgets.physiology.published_results import published_results, results_of, strength
from widgets.reference_data.model_parameters import model_parameters

ROW = replace(
    published_measurements()[0],
    accepted=Band(1, 2),
    comparison="ratio",
    relation="predicted",
    curve="",
)
RESULTS = results_of(
    [
        replace(ROW, id="number", title="A number"),
        replace(ROW, id="direction", title="A direction", accepted=Sign("higher", 0.1)),
        replace(ROW, id="missed", title="Missed"),
    ]
)
VALUES = {"number": 1.5, "direction": 1.5, "missed": 9.0}


def test_misses_come_first_and_are_named_at_once():
    first, *others = strength_groups(RESULTS, VALUES)
    assert (first.key, [item.text for item in first.items], first.named) == ("missed", ["Missed"], True)
    assert not any(group.named for group in others)


def test_a_group_that_nothing_is_in_is_told_too():
    groups = {group.key: len(group.items) for group in strength_groups(RESULTS[:2], VALUES)}
    assert groups == {"missed": 0, "predicted_number": 1, "predicted_direction": 1, "fitted": 0}


def test_a_result_stands_with_what_was_published_and_what_the_model_gives():
    (item,) = strength_groups(RESULTS[:1], VALUES)[1].items
    assert item.detail.startswith("Published: ")
    assert "Model: 1.5" in item.detail


def test_every_shipped_result_stands_in_the_group_of_its_strength():
    groups = {group.key: group for group in strength_groups(published_results(), measurement_results())}
    for result in published_results():
        titles = [item.text for item in groups[strength(result, measurement_results())].items]
        assert result.first.title in titles


def test_the_fitted_constants_are_counted_from_the_tables():
    said = fitted_constants_description(published_results())
    fitted = sum(parameter.checked == "fitted" for parameter in model_parameters().values())
    assert said.startswith(f"{fitted} of the model’s {len(model_parameters())} numbers were fitted.")
