"""What can be set on the evidence page: a guess, which trials are pooled and how, a simulated trial, and filters."""

from collections.abc import Mapping

from widgets.reference_data.controls import Control, control_as
from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import by_first_field


@kept_for_each_language
def evidence_controls() -> Mapping[str, Control]:
    """Return every control by name, in the order of the table.

    Raises:
        DataError: a row of `evidence_controls.csv` or `evidence_choices.csv` breaks its schema.
    """
    return by_first_field(_control(row) for row in read_table("evidence_controls"))


def _control(row: Row) -> Control:
    return control_as(Control, row, choices=_choices(row.text("control")) if row["scale"] == "choice" else {})


def _choices(control: str) -> dict[str, str]:
    """Return value -> label; a treatment is chosen from the table that describes them."""
    if control == "other_treatment":
        return {row.text("id"): row.text("name") for row in read_table("other_treatments")}
    if control == "trial_outcome":
        counted = {row["outcome"] for table in ("trial_results", "pooled_results") for row in read_table(table)}
        return {row.text("id"): row.text("label") for row in read_table("trial_outcomes") if row["id"] in counted}
    rows = (row for row in read_table("evidence_choices") if row["control"] == control)
    return {row.text("value"): row.text("label") for row in rows}
