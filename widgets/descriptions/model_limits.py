"""What the model leaves out, what of it is firm, and what hangs on little."""

from dataclasses import dataclass

from widgets.reference_data.amounts import list_in_words
from widgets.reference_data.model_parameters import model_parameters
from widgets.reference_data.wording import sentence

LIMITS = ("firm", "one_paper", "one_fibre", "body", "nerve", "fatigue", "animals", "toys", "recall")


@dataclass(frozen=True, slots=True)
class ModelLimit:
    """One limit: what it is called, and what it is, in a few sentences."""

    key: str
    title: str
    text: str


def model_limits() -> tuple[ModelLimit, ...]:
    """Return every limit, in reading order; toys and values from memory are counted in `physiology_parameters.csv`.

    A limit that no longer holds, because no constant is of its kind, is not said.
    """
    of_kind = {
        kind: [parameter for parameter in model_parameters().values() if parameter.checked == kind]
        for kind in ("toy", "recall")
    }
    values: dict[str, dict[str, object]] = {
        "toys": {"count": len(of_kind["toy"]), "names": list_in_words(toy.name_in_text for toy in of_kind["toy"])},
        "recall": {"count": len(of_kind["recall"])},
    }
    return tuple(
        ModelLimit(
            key,
            sentence("credibility", f"left_out_{key}_title"),
            sentence("credibility", f"left_out_{key}", **values.get(key, {})),
        )
        for key in LIMITS
        if values.get(key, {}).get("count") != 0
    )
