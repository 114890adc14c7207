"""What can be set on the causes page: which causes are shown, the situation that is run, a case; and ready cases."""

from collections.abc import Mapping

from widgets.reference_data.controls import Control, Preset, control_as, read_presets
from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import by_first_field

NO_CAUSE = "none"
CASE_GROUPS = ("case_person", "case_sport", "case_medicine", "case_illness")


@kept_for_each_language
def causes_controls() -> Mapping[str, Control]:
    """Return every control by name, in the order of the table.

    Raises:
        DataError: a row of `causes_controls.csv`, or of a table that holds its choices, breaks its schema.
    """
    return by_first_field(_control(row) for row in read_table("causes_controls"))


@kept_for_each_language
def causes_presets() -> Mapping[str, Preset]:
    """Return every ready case by name, in the order of the table.

    Raises:
        DataError: a case names an unknown control.
    """
    return read_presets("causes_presets", "causes_controls", causes_controls())


def case_controls() -> Mapping[str, Control]:
    """Return the controls of the case alone: the circumstances, by name."""
    return {name: control for name, control in causes_controls().items() if control.group in CASE_GROUPS}


def _control(row: Row) -> Control:
    return control_as(Control, row, choices=_choices(row.text("control")) if row["scale"] == "choice" else {})


def _choices(control: str) -> dict[str, str]:
    """Return value -> label; a cause and a situation are chosen from the tables that describe them."""
    if control == "cause":
        return {NO_CAUSE: ""} | {row.text("id"): row.text("name") for row in read_table("causes")}
    if control == "situation":
        return {row.text("id"): row.text("title") for row in read_table("magnesium_situations")}
    rows = (row for row in read_table("causes_choices") if row["control"] == control)
    return {row.text("value"): row.text("label") for row in rows}
