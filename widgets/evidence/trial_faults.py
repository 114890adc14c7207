"""What makes a row on a trial wrong beyond its schema: each function gives the row back, or names its fault."""

from collections.abc import Collection, Mapping

from widgets.reference_data.data_package import Cell, Row

_ARMS = ("magnesium", "placebo")
# The numbers that each kind of result needs in both arms.
_NEEDED = {
    "means": ("n", "mean", "sd"),
    "counts": ("n", "events"),
    "medians": ("n", "mean"),
    "difference": (),
    "none": (),
}
_NUMBERS = ("n", "mean", "sd", "events")
_RATIOS = ("risk_ratio", "odds_ratio")


def whole_trial(row: Row) -> Row:
    """Return a row of `trials.csv`.

    Raises:
        DataError: more people were analysed than randomised.
    """
    analysed, randomised = _number(row, "analysed"), _number(row, "randomised")
    if analysed is not None and randomised is not None and analysed > randomised:
        raise row.fault("analysed", row["analysed"], f"at most the {row['randomised']} who were randomised are allowed")
    return row


def whole_result(
    row: Row, randomised: Mapping[str, int | None], crossed: Collection[str], outcomes: Collection[str]
) -> Row:
    """Return a row of `trial_results.csv`.

    Args:
        row: the row.
        randomised: people put into groups by chance, for every trial; None where it is not known.
        crossed: the trials in which each person stands in both arms.
        outcomes: every outcome.

    Raises:
        DataError: the trial or the outcome is not there; an arm or a number that its kind needs is missing; more events
            than people, or more people than were randomised; an interval that is half there or does not hold its
            effect; or a row that cannot be pooled and does not say why.
    """
    _known(row, "trial", randomised)
    _known(row, "outcome", outcomes)
    _both_arms(row)
    _no_more_than_took_part(row, randomised[row.text("trial")], crossed=row.text("trial") in crossed)
    _interval(row, "effect")
    if row["kind"] == "difference" and row["effect"] is None:
        raise row.fault("effect", "", "the kind difference needs it")
    _reason(row)
    return row


def whole_change(row: Row, known_trials: Collection[str]) -> Row:
    """Return a row of `trial_changes.csv`.

    Raises:
        DataError: the trial is not there, or the row holds no change.
    """
    _known(row, "trial", known_trials)
    if row["change"] is None and None in (row["before"], row["after"]):
        raise row.fault("change", "", "it is needed where before or after is not known")
    return row


def whole_pooled_result(row: Row, outcomes: Collection[str]) -> Row:
    """Return a row of `pooled_results.csv`.

    Raises:
        DataError: the outcome is not there; the interval is half there or does not hold its estimate; the estimate
            is missing where something was pooled, or there where nothing was; a ratio is not above zero; a placebo
            value has no unit; or there are people without a trial.
    """
    _known(row, "outcome", outcomes)
    _interval(row, "estimate")
    if (row["measure"] == "none") != (row["estimate"] is None):
        raise row.fault("measure", row["measure"], "none is needed where there is no estimate, and only there")
    if row["estimate"] is not None and row["low"] is None:
        raise row.fault("low", "", "an estimate needs its interval")
    low = _number(row, "low")
    if row["measure"] in _RATIOS and low is not None and low <= 0:
        raise row.fault("low", row["low"], "a ratio is above 0")
    if row["placebo_value"] is not None and not row["placebo_unit"]:
        raise row.fault("placebo_unit", "", "the placebo value needs its unit")
    if row["trials"] == 0 and row["people"] not in (0, None):
        raise row.fault("people", row["people"], "without a trial there are 0")
    return row


def _known(row: Row, column: str, allowed: Collection[str]) -> None:
    if row.text(column) not in allowed:
        raise row.fault(column, row[column], f"allowed are {', '.join(allowed)}")


def _both_arms(row: Row) -> None:
    for number in _NUMBERS:
        needed = number in _NEEDED[row.text("kind")]
        given = [row[f"{number}_{arm}"] is not None for arm in _ARMS]
        for arm, there in zip(_ARMS, given, strict=True):
            if not there and needed:
                raise row.fault(f"{number}_{arm}", "", f"the kind {row['kind']} needs it in both arms")
            if not there and any(given):
                raise row.fault(f"{number}_{arm}", "", "the other arm has it, so it is needed here too")


def _no_more_than_took_part(row: Row, randomised: int | None, *, crossed: bool) -> None:
    people = [_number(row, f"n_{arm}") for arm in _ARMS]
    for arm, there in zip(_ARMS, people, strict=True):
        events = _number(row, f"events_{arm}")
        if events is not None and there is not None and events > there:
            raise row.fault(f"events_{arm}", row[f"events_{arm}"], f"at most the arm’s {there:g} people are allowed")
    known = [there for there in people if there is not None]
    counted = max(known, default=0) if crossed else sum(known)
    if randomised is not None and counted > randomised:
        raise row.fault("n_magnesium", row["n_magnesium"], f"at most the {randomised} who were randomised are allowed")


def _interval(row: Row, column: str) -> None:
    estimate, low, high = (_number(row, name) for name in (column, "low", "high"))
    if (low is None) != (high is None):
        missing = "low" if low is None else "high"
        raise row.fault(missing, "", "an interval needs both of its ends")
    if low is None or high is None:
        return
    if estimate is None:
        raise row.fault(column, "", "an interval needs what it is of")
    if not low <= estimate <= high:
        raise row.fault(column, row[column], f"it must lie in its interval, {low:g} to {high:g}")


def _reason(row: Row) -> None:
    poolable = row["pooling"] == "pooled"
    if not poolable and not row["why_not"]:
        raise row.fault("why_not", "", "what cannot be pooled needs a reason")
    if poolable and row["kind"] in ("medians", "none"):
        raise row.fault("pooling", row["pooling"], f"the kind {row['kind']} cannot be pooled; not_poolable is allowed")
    if poolable and row["kind"] == "difference" and row["low"] is None:
        raise row.fault("low", "", "a difference can be pooled with its interval only")


def _number(row: Row, column: str) -> float | None:
    cell: Cell = row[column]
    return float(cell) if isinstance(cell, int | float) else None
