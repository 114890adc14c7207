"""Whether programs that other people wrote give the same curves, as a table that anybody can read."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.reference_data.amounts import amount
from widgets.reference_data.engine_agreement import EngineAgreement
from widgets.reference_data.wording import sentence

# The program that the pages themselves use; its row says what their working accuracy costs.
OWN_ENGINE = "COPASI"
# Smaller differences are all the same to a reader: nobody could see them, on any screen.
TINY_SHARE = 1e-5
TABLE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class EngineTable:
    """A table as text: the finding as its caption, a row for each protocol, a column for each program."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


def engine_table(agreements: Sequence[EngineAgreement]) -> EngineTable:
    """Return the comparisons with the protocols as rows and the programs as columns."""
    engines = {agreement.engine: _column(agreement) for agreement in agreements}
    protocols = {agreement.protocol: agreement.label for agreement in agreements}
    found = {(agreement.protocol, agreement.engine): agreement for agreement in agreements}
    others = [agreement for agreement in agreements if agreement.engine != OWN_ENGINE]
    own_rows = [agreement for agreement in agreements if agreement.engine == OWN_ENGINE]
    return EngineTable(
        caption=_finding(others),
        columns=(_said("engines_column_protocol"), *engines.values()),
        rows=tuple(
            (label, *(_cell(found.get((protocol, engine))) for engine in engines))
            for protocol, label in protocols.items()
        ),
        notes=(
            _said("engines_note_what"),
            _said("engines_note_limit", limit=_percent(max(agreement.limit for agreement in others))),
            *(_said("engines_note_own", limit=_percent(own.limit)) for own in own_rows[:1]),
        ),
    )


def _finding(others: Sequence[EngineAgreement]) -> str:
    within = sum(agreement.largest_difference <= agreement.limit for agreement in others)
    if within < len(others):
        return _said("engines_finding_some", within=within, total=len(others))
    largest = max(agreement.largest_difference for agreement in others)
    return _said("engines_finding_all", largest=_percent(max(largest, TINY_SHARE)))


def _column(agreement: EngineAgreement) -> str:
    key = "engines_column_own" if agreement.engine == OWN_ENGINE else "engines_column"
    return _said(key, engine=agreement.engine, version=agreement.version)


def _cell(agreement: EngineAgreement | None) -> str:
    if agreement is None:
        return _said("engines_cell_none")
    if agreement.largest_difference < TINY_SHARE:
        return _said("engines_cell_tiny", share=_percent(TINY_SHARE))
    share = _percent(agreement.largest_difference)
    within = agreement.largest_difference <= agreement.limit
    return _said("engines_cell" if within else "engines_cell_beyond", share=share)


def _percent(share: float) -> str:
    """Return a share in percent, without an exponent; the table holds as many digits as are worth telling."""
    return amount(100 * share, "%", TABLE_DIGITS)


def _said(key: str, **values: object) -> str:
    return sentence("credibility", key, **values)
