"""How much published results prove, those that are missed first."""

from collections.abc import Mapping, Sequence

from widgets.descriptions.measurement_story import MEASURED_DIGITS, along_curve, band_end, measured
from widgets.descriptions.tally import Standing, TallyGroup, TallyItem
from widgets.physiology.published_measurements import Band, Direction, PublishedMeasurement, Sign
from widgets.physiology.published_results import PublishedResult, Strength, difference_found, strength
from widgets.reference_data.amounts import list_in_words, number_in_words, set_apart
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.model_names import as_heading
from widgets.reference_data.model_parameters import model_parameters
from widgets.reference_data.wording import sentence

# Misses come first: they say most about a model.
_ORDER: Mapping[Strength, Standing] = {
    "missed": "missed",
    "predicted_number": "met",
    "predicted_direction": "half",
    "fitted": "half",
}


def strength_groups(results: Sequence[PublishedResult], values: Mapping[str, float]) -> tuple[TallyGroup, ...]:
    """Return the results by what they prove, misses first and named; `values` as in `measurement_finding`."""
    found: dict[Strength, list[TallyItem]] = {kind: [] for kind in _ORDER}
    for result in results:
        found[strength(result, values)].append(_item(result, values))
    return tuple(
        TallyGroup(kind, standing, _said(f"strength_{kind}"), tuple(found[kind]), named=kind == "missed")
        for kind, standing in _ORDER.items()
    )


def fitted_constants_description(results: Sequence[PublishedResult]) -> str:
    """Return how many constants of the model were fitted, and to what."""
    parameters = model_parameters()
    fitted = {name for name, parameter in parameters.items() if parameter.checked == "fitted"}
    named = {name for result in results for point in result.points for name in point.fitted_constants}
    to_results = sum(bool(result.first.fitted_constants) for result in results)
    return _said(
        "strength_constants",
        fitted=len(fitted),
        total=len(parameters),
        named=len(fitted & named),
        results=to_results,
        others=len(fitted - named),
    )


def _item(result: PublishedResult, values: Mapping[str, float]) -> TallyItem:
    """Return a result with what was published and what the model gives, both in the same unit and shape."""
    first = result.first
    if result.is_curve:
        both = {
            "published": _told_together(result, [point.published_value or 0.0 for point in result.points]),
            "model": _told_together(result, [values[point.id] for point in result.points]),
        }
        label = experiment_controls()[first.curve_axis].label
        return TallyItem(first.title, _said("strength_item_curve", label=label, along=along_curve(result), **both))
    match first.accepted:
        case Sign() as sign:
            published, model = _side(first, sign.direction), _direction_found(first, sign, values[first.id])
        case Band() as band:
            published, model = _published_number(first, band), _told(first, values[first.id])
    note = _said("strength_as_told", text=set_apart(as_heading(first.published_text)))
    return TallyItem(first.title, _said("strength_item", published=published, model=model), note)


def _told(measurement: PublishedMeasurement, value: float) -> str:
    """Return a value with its unit, or as so many times where it is a ratio."""
    if measurement.unit == "ratio":
        return _said("strength_times", value=number_in_words(value, MEASURED_DIGITS))
    return measured(value, measurement)


def _told_together(curve: PublishedResult, values: Sequence[float]) -> str:
    """Return the values of a curve's points, with the unit behind the last."""
    *others, last = values
    return list_in_words([*map(band_end, others), _told(curve.first, last)])


def _published_number(measurement: PublishedMeasurement, band: Band) -> str:
    if measurement.published_value is not None:
        return _told(measurement, measurement.published_value)
    return _said("card_band_text", low=band_end(band.low), high=measured(band.high, measurement))


def _direction_found(measurement: PublishedMeasurement, sign: Sign, value: float) -> str:
    """Return on which side the model's value lies, and the value."""
    least, difference = sign.smallest_difference, difference_found(measurement, value)
    side: Direction = "higher" if difference > least else "lower" if difference < -least else "none"
    return _said("strength_direction_found", direction=_side(measurement, side), value=_told(measurement, value))


def _side(measurement: PublishedMeasurement, direction: Direction) -> str:
    """Return a direction in a word; one run alone has something or nothing, two have more or less."""
    one_run = measurement.comparison == "value" and direction != "lower"
    return _said(f"strength_{'alone' if one_run else 'beside'}_{direction}")


def _said(key: str, **values: object) -> str:
    return sentence("credibility", key, **values)
