"""How far the model's curves differ between the programs that can solve it, as measured by the tests."""

from dataclasses import dataclass

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as


@dataclass(frozen=True, slots=True)
class EngineAgreement:
    """One row of `engine_agreement.csv`: one protocol solved by one program.

    `largest_difference` and `limit` are shares of a curve's range; `trace` names the curve that differs most.
    """

    protocol: str
    label: str
    engine: str
    version: str
    largest_difference: float
    trace: str
    limit: float


@kept_for_each_language
def engine_agreements() -> tuple[EngineAgreement, ...]:
    """Return every comparison, in the order of the table.

    Raises:
        DataError: a row of `engine_agreement.csv` breaks its schema.
    """
    return rows_as(EngineAgreement, "engine_agreement")
