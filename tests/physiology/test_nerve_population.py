from itertools import pairwise
from statistics import median, stdev

import pytest
from scipy.stats import norm

from tests.physiology.cramp_threshold_margins import sets_off_a_cramp
from widgets.physiology.after_discharge import after_discharge
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.nerve_population import (
    MARGIN,
    PEOPLE,
    SHORTEST_CRAMP_S,
    NervePopulation,
    PersonOutcome,
    nerve_population,
)
from widgets.physiology.nerve_quantities import CRAMP_BURST_IMPULSES, WATCHED_AFTER_BURST_MS
from widgets.reference_data.cramp_thresholds import threshold_groups, threshold_margins, threshold_spread_Hz
from widgets.reference_data.model_parameters import model_parameters

# Short runs, in which some cramp and some do not.
COMMAND = {"impulse_rate_Hz": 30, "command_duration_ms": 2000, "recording_length_ms": 8000, "muscle_stretch": 0}
MIXED = Experiment.from_values({**COMMAND, "cramp_susceptibility": 0.5})
# The last impulse falls a little earlier or later by chance, so the edge of a cramp is this wide.
NEAR_MV = 0.05
GROUPS = {group.group: group for group in threshold_groups()}


@pytest.fixture(scope="module")
def mixed() -> NervePopulation:
    return nerve_population(MIXED)


def burst(rate_Hz: float, **values: object) -> Experiment:
    burst_ms = (CRAMP_BURST_IMPULSES - 0.5) * 1000 / rate_Hz
    timing = {"command_duration_ms": burst_ms, "recording_length_ms": 50 + burst_ms + WATCHED_AFTER_BURST_MS}
    return Experiment.from_values({"impulse_rate_Hz": rate_Hz, "muscle_stretch": 0, **timing, **values})


def who_cramps(experiment: Experiment) -> NervePopulation:
    population = NervePopulation.of(experiment)
    while not population.is_counted:
        population = population.with_next(only_count=True)
    return population


def cramping(experiment: Experiment) -> int:
    return who_cramps(experiment).cramping


class TestSpread:
    def test_a_published_standard_error_becomes_a_standard_deviation(self):
        assert GROUPS["cramps_often"].standard_deviation_Hz == pytest.approx(1.3 * 19**0.5)
        assert GROUPS["students_calf"].standard_deviation_Hz == 5.7

    def test_the_groups_agree_on_how_far_people_differ(self):
        assert all(3 < group.standard_deviation_Hz < 8 for group in GROUPS.values())
        assert 4 < threshold_spread_Hz() < 7

    def test_margin_rises_with_threshold(self):
        margins = [row.margin_mV for row in threshold_margins()]
        assert margins == sorted(set(margins))

    @pytest.mark.parametrize("row", threshold_margins()[::4], ids=lambda row: f"{row.threshold_Hz:g} Hz")
    def test_the_model_still_has_the_margins_of_the_table(self, row):
        """Where this fails, the model has moved: python -m tests.physiology.cramp_threshold_margins."""
        assert sets_off_a_cramp(row.threshold_Hz, row.margin_mV - NEAR_MV)
        assert not sets_off_a_cramp(row.threshold_Hz, row.margin_mV + NEAR_MV)


class TestPeople:
    people = NervePopulation.of(MIXED).people

    def test_stand_at_the_quantiles_of_a_normal_distribution(self):
        places = [(place + 0.5) / PEOPLE for place in range(PEOPLE)]
        middle = median(person.threshold_Hz for person in self.people)
        expected = norm.ppf(places, loc=middle, scale=threshold_spread_Hz())
        assert [person.threshold_Hz for person in self.people] == pytest.approx(list(expected))

    def test_differ_as_much_as_the_people_measured(self):
        spread = stdev(person.threshold_Hz for person in self.people)
        assert spread == pytest.approx(threshold_spread_Hz(), rel=0.03)

    def test_the_most_easily_cramping_come_first(self):
        offsets = [person.margin_offset_mV for person in self.people]
        assert offsets == sorted(offsets)

    def test_the_one_in_the_middle_is_the_nerve_of_the_page(self):
        assert abs(self.people[49].margin_offset_mV + self.people[50].margin_offset_mV) < 0.02

    @pytest.mark.parametrize("susceptibility", [0, 1])
    def test_half_cramp_at_the_middle_threshold_and_a_sixth_one_deviation_below(self, susceptibility):
        people = NervePopulation.of(burst(20, cramp_susceptibility=susceptibility)).people
        middle = median(person.threshold_Hz for person in people)
        below = middle - threshold_spread_Hz()
        assert cramping(burst(middle, cramp_susceptibility=susceptibility)) == pytest.approx(50, abs=6)
        assert cramping(burst(below, cramp_susceptibility=susceptibility)) == pytest.approx(16, abs=6)


class TestOutcome:
    def test_some_cramp_and_some_do_not(self, mixed):
        assert 0 < mixed.cramping < PEOPLE

    def test_counts_are_of_all_hundred(self, mixed):
        counts = mixed.counts()
        assert sum(counts.values()) == PEOPLE
        assert PEOPLE - counts["none"] == mixed.cramping

    def test_whoever_cramps_more_easily_cramps_longer(self, mixed):
        durations = [outcome.after_discharge_s for outcome in mixed.outcomes if outcome.cramps]
        assert all(later <= earlier + 0.1 for earlier, later in pairwise(durations))

    def test_the_same_set_up_gives_the_same_people(self, mixed):
        assert nerve_population(MIXED) == mixed

    def test_a_person_does_what_the_full_model_does_with_that_margin(self, mixed):
        place = mixed.cramping // 2
        margin = model_parameters()[MARGIN].value + mixed.people[place].margin_offset_mV
        full = after_discharge(simulate_contraction(MIXED, {MARGIN: margin}))
        assert full.duration_s > SHORTEST_CRAMP_S
        assert mixed.outcomes[place].after_discharge_s == pytest.approx(full.duration_s, rel=0.2)

    def test_few_runs_tell_what_all_do(self, mixed):
        assert len(mixed.runs) <= 30
        assert mixed.is_complete

    def test_to_know_who_cramps_takes_fewer_runs(self, mixed):
        counted = who_cramps(MIXED)
        assert counted.cramping == mixed.cramping
        assert len(counted.runs) < len(mixed.runs)

    def test_people_between_two_alike_need_no_run(self):
        silent = PersonOutcome(0.0, fires_unasked=False, still_firing=False)
        known = NervePopulation(MIXED, NervePopulation.of(MIXED).people, {0: silent, 99: silent})
        assert known.is_complete
        assert known.cramping == 0
        assert known.median_cramp_s is None

    def test_fills_one_run_at_a_time(self):
        first = NervePopulation.of(MIXED).with_next()
        assert (len(first.runs), len(first.with_next().runs)) == (1, 2)

    def test_less_than_a_second_is_no_cramp(self):
        assert PersonOutcome(0.9, fires_unasked=False, still_firing=False).kind == "none"
        assert PersonOutcome(1.1, fires_unasked=False, still_firing=False).kind == "short"

    def test_one_that_the_end_cuts_off_counts_as_long(self):
        assert PersonOutcome(5.0, fires_unasked=False, still_firing=True).kind == "long"

    def test_with_very_little_magnesium_more_people_cramp(self):
        counts = [
            cramping(Experiment.from_values({**COMMAND, "plasma_magnesium_mM": magnesium})) for magnesium in (0.85, 0.4)
        ]
        assert counts[0] < counts[1]
