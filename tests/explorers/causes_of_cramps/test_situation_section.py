import csv
import io

import pytest

from widgets.explorers.causes_of_cramps.causes_explorer import CausesExplorer
from widgets.physiology.run_beside_healthy import run_beside_healthy


@pytest.fixture(scope="module")
def low_magnesium():
    return run_beside_healthy("low_blood_magnesium")


def goes_on_ms(run):
    return run.measures["after_discharge_duration_ms"]


def test_both_fibres_get_the_same_command(low_magnesium):
    for control in ("impulse_rate_Hz", "command_duration_ms", "recording_length_ms"):
        assert low_magnesium.situation.controls[control] == low_magnesium.healthy.controls[control]


def test_the_healthy_fibre_has_ordinary_blood(low_magnesium):
    assert low_magnesium.healthy.controls["plasma_magnesium_mM"] == 0.85


def test_the_nerve_goes_on_far_longer_than_the_healthy_one(low_magnesium):
    assert goes_on_ms(low_magnesium.healthy) < 1000
    assert goes_on_ms(low_magnesium.situation) > 5000


def test_most_of_the_effect_of_low_magnesium_comes_from_calcium(low_magnesium):
    assert goes_on_ms(low_magnesium.with_calcium_kept) < goes_on_ms(low_magnesium.situation) / 3


def test_low_calcium_is_not_run_a_third_time():
    assert run_beside_healthy("low_blood_calcium").with_calcium_kept is None


def test_low_calcium_makes_the_nerve_go_on_although_magnesium_is_normal():
    runs = run_beside_healthy("low_blood_calcium")
    assert runs.situation.controls["plasma_magnesium_mM"] == 0.85
    assert goes_on_ms(runs.situation) > 10 * goes_on_ms(runs.healthy)


def test_the_table_to_take_away_holds_every_run_at_the_same_times():
    page = CausesExplorer()
    page.set(situation="proton_pump_inhibitors")
    text = page.situations.to_csv()
    rows = list(
        csv.DictReader(io.StringIO("".join(line for line in text.splitlines(True) if not line.startswith("#"))))
    )
    assert {"time_ms", "force_percent_healthy", "firing_rate_Hz_with_calcium_kept"} <= set(rows[0])
    assert float(rows[-1]["time_ms"]) == 12_000
