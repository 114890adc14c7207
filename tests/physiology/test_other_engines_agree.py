"""The curves are the model's and not COPASI's: other engines draw the same ones (limits: `engine_agreement.py`)."""

import numpy as np
import pytest

from tests.physiology.engine_agreement import ENGINES, PROTOCOLS, Reference, agreement_row, reference
from tests.physiology.other_engines import new_road_runner
from tests.physiology.sbml_in_python import PythonModel
from widgets.physiology.contraction_model import MODEL_FILE
from widgets.reference_data.data_package import read_table, read_text

# Long runs are cut here, as SciPy takes 30 ms for an impulse; the table and the long suite have them whole.
SHORT = {
    "twitch": PROTOCOLS["twitch"],
    "train_20_Hz": PROTOCOLS["train_20_Hz"],
    "train_50_Hz": PROTOCOLS["train_50_Hz"],
    "after_discharge": PROTOCOLS["after_discharge"].shortened(command_duration_ms=2000, recording_length_ms=4000),
    "fatigue": PROTOCOLS["fatigue"].shortened(command_duration_ms=2500, recording_length_ms=2500),
}
OTHERS = ("libRoadRunner", "SciPy BDF", "SciPy Radau")


@pytest.fixture(scope="module", params=SHORT)
def short_reference(request) -> Reference:
    return Reference(SHORT[request.param])


@pytest.mark.parametrize("engine", OTHERS)
def test_another_engine_draws_the_same_curves(short_reference, engine):
    found = short_reference.difference(ENGINES[engine])
    assert found.share <= ENGINES[engine].limit, found


def test_at_the_working_tolerance_the_error_cannot_be_seen(short_reference):
    found = short_reference.difference(ENGINES["COPASI"])
    assert found.share <= ENGINES["COPASI"].limit, found


def test_after_the_command_the_shortened_cramp_goes_on_by_itself():
    course = Reference(SHORT["after_discharge"])
    firing_Hz = course.values[[row["trace"] for row in read_table("contraction_traces")].index("firing_rate_Hz")]
    assert firing_Hz[-1] > 4


def test_two_readings_of_the_file_give_the_same_rates_of_change():
    engine = new_road_runner()
    engine.simulate(0, 80, 9)
    names = [name.rstrip("'") for name in engine.getRatesOfChangeNamedArray().colnames]
    ours = PythonModel(read_text(MODEL_FILE), [])
    rates = ours.prepare({}).rates(80.0, [engine[name] for name in ours.states])
    # What only events change has no rate, and comes last.
    found = dict(zip(ours.states, rates, strict=False))
    assert [found[name] for name in names] == pytest.approx(list(engine.getRatesOfChange()), rel=1e-9, abs=1e-15)


def test_the_reader_refuses_what_it_does_not_know():
    with_delay = read_text(MODEL_FILE).replace(
        "</trigger>",
        '</trigger><delay><math xmlns="http://www.w3.org/1998/Math/MathML"><cn>1</cn></math></delay>',
    )
    with pytest.raises(NotImplementedError, match="delays"):
        PythonModel(with_delay, [])


def test_the_table_has_every_protocol_with_every_engine():
    rows = read_table("engine_agreement")
    assert [(row["protocol"], row["engine"]) for row in rows] == [(p, e) for p in PROTOCOLS for e in ENGINES]


def test_no_row_of_the_table_is_over_its_limit():
    assert [row for row in read_table("engine_agreement") if row["largest_difference"] > row["limit"]] == []


def test_the_table_still_says_what_comes_out():
    """One row; the others take minutes. Another processor may round the last digits otherwise."""
    row = next(row for row in read_table("engine_agreement") if row["engine"] == "COPASI")
    today = agreement_row(row["protocol"], row["engine"])
    assert {name: str(row[name]) for name in ("label", "version")} == {n: today[n] for n in ("label", "version")}
    assert float(today["largest_difference"]) == pytest.approx(row["largest_difference"], rel=0.5)


@pytest.mark.long
@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("engine", ENGINES)
def test_whole_runs_agree_too(protocol, engine):
    found = reference(protocol).difference(ENGINES[engine])
    assert found.share <= ENGINES[engine].limit, found


def test_a_flat_trace_has_a_scale_of_its_own_size():
    still = PROTOCOLS["twitch"].shortened(impulse_rate_Hz=0, recording_length_ms=100)
    assert np.all(Reference(still).scales > 0)
