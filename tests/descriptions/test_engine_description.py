import pytest

from widgets.descriptions.engine_description import engine_table
from widgets.reference_data.engine_agreement import EngineAgreement


def compared(protocol: str, engine: str, difference: float, limit: float = 1e-4) -> EngineAgreement:
    return EngineAgreement(protocol, protocol.capitalize(), engine, "1.0", difference, "force_percent", limit)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


AGREEING = [
    compared("twitch", "libRoadRunner", 3e-5),
    compared("twitch", "COPASI", 2e-4, 2e-4),
    compared("train", "libRoadRunner", 7e-6),
    compared("train", "COPASI", 1e-5, 2e-4),
]


def test_each_protocol_is_a_row_and_each_program_a_column():
    table = engine_table(AGREEING)
    assert table.columns == ("What was solved", "libRoadRunner 1.0", "COPASI 1.0, as these pages run it")
    assert [tuple(map(plain, row)) for row in table.rows] == [
        ("Twitch", "0.003 %", "0.02 %"),
        ("Train", "under 0.001 %", "0.001 %"),
    ]


def test_the_finding_names_the_largest_difference_of_the_other_programs():
    assert "0.003 %" in plain(engine_table(AGREEING).caption)


def test_a_difference_beyond_its_limit_is_said_and_counted():
    table = engine_table([*AGREEING, compared("fatigue", "libRoadRunner", 2e-3)])
    assert "2 of 3 comparisons" in table.caption
    assert "more than its limit" in table.rows[-1][1]


def test_what_was_not_compared_is_said():
    assert engine_table([*AGREEING, compared("fatigue", "libRoadRunner", 1e-6)]).rows[-1][2] == "not compared"


@pytest.mark.parametrize(
    ("share", "said"), [(1e-7, "under 0.001 %"), (1e-5, "0.001 %"), (7e-5, "0.007 %"), (0.0, "under 0.001 %")]
)
def test_small_shares_are_written_as_people_write_them(share, said):
    assert plain(engine_table([compared("twitch", "libRoadRunner", share)]).rows[0][1]) == said
