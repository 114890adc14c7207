import asyncio
import csv
import io
from array import array
from dataclasses import replace

import pytest

from widgets.explorers.model_credibility import measurement_section
from widgets.explorers.model_credibility.credibility_explorer import CredibilityExplorer
from widgets.explorers.model_credibility.measurement_section import MeasurementsFound
from widgets.physiology.known_directions import known_directions, shipped_directions
from widgets.physiology.measurement_topics import TOPICS, topics_of
from widgets.physiology.published_measurements import Band, measurement_results, published_measurements
from widgets.physiology.published_results import STRENGTHS, counted_by_strength, published_results, results_of
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.data_package import read_text
from widgets.reference_data.engine_agreement import engine_agreements
from widgets.reference_data.model_parameters import model_parameters
from widgets.reference_data.wording import words

MEASUREMENTS = {measurement.id: measurement for measurement in published_measurements()}
RESULTS = {result.id: result for result in published_results()}
BANDED = [result for result in RESULTS.values() if isinstance(result.first.accepted, Band) and not result.is_curve]


@pytest.fixture
def explorer() -> CredibilityExplorer:
    return CredibilityExplorer()


@pytest.fixture
def quick(monkeypatch, explorer) -> CredibilityExplorer:
    """The page with protocols that take no time: every value is the middle of its band, or far above."""
    monkeypatch.setattr(measurement_section, "model_value", middle)
    return explorer


def middle(measurement):
    accepted = measurement.accepted
    return (accepted.low + accepted.high) / 2 if isinstance(accepted, Band) else 99.0


def listed(explorer: CredibilityExplorer) -> list[str]:
    return [entry["id"] for entry in explorer.measurements.browser.measurements]


def drawn_rows(explorer: CredibilityExplorer) -> int:
    """How many bands and arrows the browser is given to draw."""
    drawn = [
        line for line in explorer.measurements.chart.lines if line["meta"]["line"] in ("line_band", "line_direction")
    ]
    return sum(len(array("f", getattr(explorer.measurements.chart, line["x"]))) for line in drawn) // 3


def files(explorer: CredibilityExplorer, wanted: str) -> str:
    return explorer.downloads.content(wanted).decode()


class TestMeasurements:
    def test_every_published_result_is_on_show_at_once(self, explorer):
        assert listed(explorer) == list(RESULTS)
        assert drawn_rows(explorer) == len(RESULTS)

    def test_the_shipped_results_are_shown_without_a_run(self, explorer):
        assert explorer.measurements.values == dict(measurement_results())

    def test_the_page_says_how_many_results_there_are_of_each_strength(self, explorer):
        counted = counted_by_strength(tuple(RESULTS.values()), measurement_results())
        assert explorer.sentence.startswith(f"{len(RESULTS)} published results:")
        assert f"{counted['predicted_number']} predicted, with a number" in explorer.sentence
        assert f"{counted['fitted']} fitted" in explorer.sentence

    def test_the_list_of_strengths_counts_every_result_whatever_is_filtered(self, explorer):
        explorer.set(relation="fitted")
        groups = explorer.measurements.strengths.groups
        assert sum(group["count"] for group in groups) == len(RESULTS)
        assert sum(group["share"] for group in groups) == pytest.approx(100)

    def test_the_list_of_strengths_follows_a_run_that_misses(self, monkeypatch, explorer):
        chosen = BANDED[0]
        monkeypatch.setattr(measurement_section, "model_value", lambda _measurement: 1e9)
        explorer.set(measurement=chosen.id)
        explorer.measurements.run_again()
        (missed,) = [group for group in explorer.measurements.strengths.groups if group["key"] == "missed"]
        assert chosen.first.title in [item["text"] for item in missed["items"]]

    @pytest.mark.parametrize("relation", ["predicted", "fitted"])
    @pytest.mark.parametrize("topic", ["all", *TOPICS])
    def test_list_and_chart_follow_both_filters(self, explorer, relation, topic):
        explorer.set(relation=relation, topic=topic)
        wanted = [
            result.id
            for result in RESULTS.values()
            if result.first.relation == relation and (topic == "all" or topic in topics_of(result.first))
        ]
        assert listed(explorer) == wanted
        if wanted:
            assert drawn_rows(explorer) == len(wanted)
            assert explorer.record.values["measurement"] in wanted
        else:
            assert explorer.measurements.browser.card == {}

    @pytest.mark.parametrize("topic", TOPICS)
    def test_no_subject_is_empty(self, topic):
        assert any(topic in topics_of(measurement) for measurement in MEASUREMENTS.values())

    @pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
    def test_every_story_is_complete_and_plain(self, explorer, result):
        explorer.set(measurement=result.id)
        card = explorer.measurements.browser.card
        assert card["title"] == result.first.title
        accepted = "Band" if isinstance(result.first.accepted, Band) else "Direction"
        assert [number["label"] for number in card["numbers"]] == ["Published", accepted, "Model"]
        assert card["sources"]
        assert card["done"]
        assert card["settings"]
        texts = [*card["settings"], *(fact["text"] for fact in (*card["facts"], *card["small_print"]))]
        assert [text for text in texts if "_" in text or "  " in text] == []

    def test_a_curve_has_its_figure_on_the_card_and_a_single_value_has_none(self, explorer):
        points = [
            replace(point, curve="made_up", curve_axis="impulse_rate_Hz") for point in list(MEASUREMENTS.values())[:3]
        ]
        (curve,) = results_of(points)
        section = explorer.measurements
        assert section.curve.waiting
        section.found = MeasurementsFound((curve,), curve)
        section.show()
        assert not section.curve.waiting
        assert section.curve.finding.startswith(curve.first.title)
        explorer.set(measurement=list(RESULTS)[5])
        assert section.curve.waiting

    def test_a_fitted_result_names_what_was_fitted(self, explorer):
        fitted = next(m for m in MEASUREMENTS.values() if m.relation == "fitted" and m.fitted_constants)
        explorer.set(measurement=fitted.id)
        assert "Fitted" in explorer.measurements.browser.card["facts"][0]["text"]

    def test_a_row_picked_in_the_chart_is_told(self, explorer):
        explorer.measurements.chart.pick(0.4, 2.3)
        assert explorer.record.values["measurement"] == list(RESULTS)[2]

    @pytest.mark.parametrize("row", [-3.0, 999.0])
    def test_a_click_beside_the_rows_picks_nothing(self, explorer, row):
        explorer.measurements.chart.pick(0.4, row)
        assert explorer.record.values["measurement"] == next(iter(RESULTS))

    def test_the_row_on_the_card_is_marked_in_the_chart(self, explorer):
        explorer.set(measurement=list(RESULTS)[3])
        (ground,) = explorer.measurements.chart.figure_layout["shapes"]
        assert (ground["y0"], ground["y1"]) == (2.5, 3.5)

    def test_one_result_can_be_run_again(self, quick):
        chosen = BANDED[0]
        quick.set(measurement=chosen.id)
        quick.measurements.run_again()
        assert quick.measurements.values[chosen.id] == middle(chosen.first)
        assert quick.measurements.browser.card["ran"].startswith("Run just now")
        assert quick.measurements.browser.card["verdict_key"] == "met"

    def test_a_run_that_gives_the_same_says_so(self, monkeypatch, explorer):
        monkeypatch.setattr(measurement_section, "model_value", lambda m: measurement_results()[m.id])
        explorer.measurements.run_again()
        assert "the same as before" in explorer.measurements.browser.card["ran"]

    def test_a_run_that_fails_leaves_the_result_and_says_so(self, monkeypatch, explorer):
        def fail(_measurement):
            raise ControlError("recording_length_ms", "The solver gave up.")

        monkeypatch.setattr(measurement_section, "model_value", fail)
        explorer.measurements.run_again()
        assert explorer.measurements.values == dict(measurement_results())
        assert "could not finish" in explorer.measurements.browser.card["ran"]

    def test_all_can_be_run_again(self, quick):
        asyncio.run(quick.measurements.work.run())
        work = quick.measurements.work
        assert (work.running, work.done) == (False, len(RESULTS))
        assert quick.measurements.values == {m.id: middle(m) for m in MEASUREMENTS.values()}

    def test_the_results_can_be_taken_away(self, quick):
        rows = list(csv.DictReader(io.StringIO(files(quick, "model_against_measurement.csv"))))
        assert [row["id"] for row in rows] == list(MEASUREMENTS)
        assert {row["strength"] for row in rows} <= set(STRENGTHS)


class TestLongRun:
    def test_stop_keeps_what_is_done(self, quick):
        work = quick.measurements.work

        async def run_and_stop():
            running = asyncio.create_task(work.run())
            while work.done < 3:
                await asyncio.sleep(0)
            work.stop()
            await running

        asyncio.run(run_and_stop())
        assert not work.running
        assert 3 <= work.done < work.total
        assert work.sentence.startswith("Stopped after")

    def test_others_are_heard_between_the_pieces(self, quick):
        work, heard = quick.measurements.work, []

        async def listen():
            while not work.running:
                await asyncio.sleep(0)
            while work.running:
                heard.append(work.done)
                await asyncio.sleep(0.001)

        async def both():
            await asyncio.gather(work.run(), listen())

        asyncio.run(both())
        assert len(set(heard)) > work.total / 2

    def test_a_second_start_changes_nothing(self, quick):
        work = quick.measurements.work

        async def twice():
            await asyncio.gather(work.run(), work.run())

        asyncio.run(twice())
        assert work.done == work.total

    def test_it_can_start_again_after_a_stop(self, quick):
        work = quick.measurements.work

        async def stopped_then_whole():
            running = asyncio.create_task(work.run())
            await asyncio.sleep(0)
            work.stop()
            await running
            await work.run()

        asyncio.run(stopped_then_whole())
        assert work.done == work.total


class TestParameters:
    def test_every_constant_can_be_found(self, explorer):
        assert [entry["id"] for entry in explorer.parameters.browser.parameters] == list(model_parameters())

    @pytest.mark.parametrize("checked", sorted({p.checked for p in model_parameters().values()}))
    def test_every_way_of_being_sure_has_words(self, checked):
        assert all(words("credibility")[f"{name}_{checked}"] for name in ("checked", "mark", "kind"))

    def test_constants_from_memory_are_marked_in_the_list(self, explorer):
        marks = {entry["mark"] for entry in explorer.parameters.browser.parameters if entry["checked"] == "recall"}
        assert marks <= {"from memory"}

    def test_card_and_figure_follow_the_choice(self, explorer):
        explorer.set(parameter="heads_pull_rate")
        assert explorer.parameters.browser.card["name"] == "Heads pull rate"
        assert explorer.parameters.effect.parameter.id == "heads_pull_rate"
        assert explorer.parameters.pulls.finding.startswith("Heads pull rate")

    def test_the_figure_follows_the_pull(self, explorer):
        twitch = explorer.parameters.effect.peak_force_percent["usual"]
        explorer.set(pull="train_20_Hz")
        assert explorer.parameters.effect.peak_force_percent["usual"] > 1.5 * twitch

    @pytest.mark.parametrize("parameter_id", model_parameters())
    def test_every_constant_can_be_chosen(self, explorer, parameter_id):
        explorer.set(parameter=parameter_id)
        assert explorer.parameters.browser.card["name"] == model_parameters()[parameter_id].name

    def test_an_unknown_constant_is_refused(self, explorer):
        with pytest.raises(ControlError):
            explorer.set(parameter="no_such_constant")


class TestRanking:
    def test_nothing_is_shown_before_it_is_asked_for(self, explorer):
        assert explorer.ranking.tornado.waiting

    def test_the_tornado_ranks_every_constant_that_could_differ(self, explorer):
        asyncio.run(explorer.ranking.work.run())
        assert [effect.parameter.id for effect in explorer.ranking.effects] == [
            p.id for p in model_parameters().values() if p.can_differ
        ]
        assert not explorer.ranking.tornado.waiting
        assert "nothing matters more than" in explorer.ranking.tornado.finding

    def test_what_is_left_out_is_counted(self, explorer):
        left_out = sum(not p.can_differ for p in model_parameters().values())
        assert f"{left_out} are left out" in explorer.ranking.work.sentence

    def test_its_numbers_can_be_taken_away(self, explorer):
        asyncio.run(explorer.ranking.work.run())
        rows = list(csv.DictReader(io.StringIO(explorer.ranking.tornado.data_as_csv().decode())))
        assert len(rows) == explorer.ranking.work.total


def test_every_protocol_that_other_programs_solved_is_a_row(explorer):
    protocols = list(dict.fromkeys(agreement.label for agreement in engine_agreements()))
    assert [row[0] for row in explorer.engines.rows] == protocols
    assert {len(row) for row in explorer.engines.rows} == {len(explorer.engines.columns)}


@pytest.mark.parametrize("name", ["contraction_model.sbml.xml", "contraction_model.ant", "physiology_parameters.csv"])
def test_the_files_to_take_away_are_those_of_the_model(explorer, name):
    assert files(explorer, name) == read_text(name)


def test_every_known_direction_is_listed_and_can_be_taken_away(explorer):
    assert sum(group["count"] for group in explorer.known.groups) == len(known_directions())
    rows = list(csv.DictReader(io.StringIO(files(explorer, "known_directions.csv"))))
    assert [row["id"] for row in rows] == [direction.id for direction in known_directions()]
    assert {row["id"]: row["holds"] == "true" for row in rows} == {
        name: found.holds for name, found in shipped_directions().items()
    }


def test_an_unknown_file_is_not_given(explorer):
    assert explorer.downloads.content("../README.md") is None


def test_every_section_has_a_heading_and_first_words(explorer):
    assert set(explorer.sections) <= set(explorer.places)
    assert all(section["title"] and section["text"].endswith(".") for section in explorer.sections.values())
