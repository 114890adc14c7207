"""How much published results prove, those that are missed first."""

from collections.abc import Mapping, Sequence

from widgets.descriptions.measurement_story import model_text, published_text
from widgets.descriptions.tally import Standing, TallyGroup, TallyItem
from widgets.physiology.published_results import PublishedResult, Strength, strength
from widgets.reference_data.amounts import set_apart
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
    detail = _said("strength_item", published=set_apart(published_text(result)), model=model_text(result, values))
    return TallyItem(result.first.title, detail)


def _said(key: str, **values: object) -> str:
    return sentence("credibility", key, **values)
