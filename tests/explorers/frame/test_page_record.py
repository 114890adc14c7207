"""The one place where a page's values change, driven as the browser drives it."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pytest
import traitlets

from tests.browser.asking import ask
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.controls import Preset
from widgets.reference_data.experiment_controls import experiment_controls

NAMES = ("impulse_rate_Hz", "pump_activity", "magnesium_at_pump", "free_magnesium_mM")
CONTROLS = {name: experiment_controls()[name] for name in NAMES}
RATE, PUMP, SWITCH, MAGNESIUM = NAMES


@dataclass(frozen=True)
class Found:
    """What a section finds: its values, and something that takes longer."""

    values: Values
    rested: bool = False


class Shown(Section[Found, Values]):
    """A section that writes down what it solves and shows."""

    def __init__(self, record: PageRecord, names: tuple[str, ...]) -> None:
        self.solved: list[Values] = []
        self.shown: list[tuple[Found, Values | None]] = []
        self.loaded: list[bool] = []
        self.refuse = False
        super().__init__(record, names)

    def solve(self, values: Values) -> Found:
        if self.refuse:
            raise ControlError(self.names[0], "The solver gave up.")
        self.solved.append(values)
        return Found(values)

    def rest(self, found: Found) -> Iterator[Found]:
        yield replace(found, rested=True)

    def keep(self, found: Found) -> Values:
        return found.values

    def show(self, *, anew: bool = False) -> None:
        self.shown.append((self.found, self.kept))
        self.loaded.append(anew)

    def settled(self, values: Values) -> Values:
        return {**values, SWITCH: False} if values[PUMP] == 0.5 else values

    def blocked(self, found: Found) -> Mapping[str, str]:
        return {SWITCH: "Not with half a pump."} if found.values.get(PUMP) == 0.5 else {}

    def said(self) -> str:
        return f"{self.names[0]} is {self.found.values[self.names[0]]:g}."


class Clock:
    """A clock that the test sets."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def page(clock) -> tuple[PageRecord, Shown, Shown]:
    """A record with two panels and the sections that follow them."""
    record = PageRecord("any", CONTROLS, {RATE: 10.0}, levels=("try", "all"), clock=clock)
    fast = Preset("fast", "Fast", "why", {RATE: 50.0})
    record.add_panel("signal", [RATE], [fast])
    record.add_panel("fibre", [PUMP, SWITCH])
    return record, Shown(record, (RATE,)), Shown(record, (PUMP, SWITCH))


@pytest.fixture
def record(page) -> PageRecord:
    return page[0]


@pytest.fixture
def signal(page) -> Shown:
    return page[1]


@pytest.fixture
def fibre(page) -> Shown:
    return page[2]


def move(record: PageRecord, **values: object) -> None:
    """What the browser does when a control is moved."""
    record.values = {**record.values, **values}


class TestMove:
    def test_a_move_is_solved_once_by_the_sections_that_follow_it(self, record, signal, fibre):
        move(record, **{RATE: 20.0})
        assert (len(signal.solved), len(fibre.solved)) == (2, 1)
        assert signal.found.values == {RATE: 20.0}

    def test_everything_is_solved_before_anything_is_shown(self, record, signal, fibre):
        fibre.refuse = True
        move(record, **{RATE: 20.0, PUMP: 0.7})
        assert (signal.found.values, signal.shown) == ({RATE: 10.0}, [])
        assert record.shown.values[RATE] == 10.0

    def test_a_refused_move_is_said_beside_its_control(self, record):
        move(record, **{RATE: 999.0})
        assert "0 to 80\N{NO-BREAK SPACE}Hz" in record.faults[RATE]
        assert record.fault == ""

    def test_a_fault_that_no_panel_shows_is_said_by_the_page(self, record):
        move(record, **{MAGNESIUM: 999.0})
        assert record.fault == record.faults[MAGNESIUM]

    def test_the_next_good_move_takes_the_fault_away(self, record):
        move(record, **{RATE: 999.0})
        move(record, **{RATE: 20.0})
        assert (record.faults, record.fault) == ({}, "")

    def test_values_settle_in_the_same_move(self, record, fibre):
        move(record, **{PUMP: 0.5})
        assert record.values[SWITCH] is False
        assert record.blocked == {SWITCH: "Not with half a pump."}
        assert len(fibre.solved) == 2

    def test_the_sentence_is_that_of_the_section_that_changed(self, record):
        move(record, **{PUMP: 0.7})
        assert record.sentence == "pump_activity is 0.7."

    def test_setting_by_name_checks_first(self, record):
        with pytest.raises(ControlError):
            record.set(no_such_control=1)
        with pytest.raises(ControlError):
            record.set(**{RATE: 999.0})
        assert record.faults == {}

    def test_an_unknown_level_is_refused(self, record):
        with pytest.raises(traitlets.TraitError):
            record.level = "everything"


class TestPanel:
    def test_keeping_a_panel_keeps_its_section_alone(self, record, signal, fibre):
        ask(record, "keep", panel="signal")
        move(record, **{RATE: 20.0, PUMP: 0.7})
        assert (signal.kept, fibre.kept) == ({RATE: 10.0}, None)
        assert record.kept == {RATE: 10.0}

    def test_what_is_kept_is_not_solved_again(self, record, signal):
        ask(record, "keep", panel="signal")
        assert len(signal.solved) == 1

    def test_dropping_takes_it_away(self, record, signal, fibre):
        record.keep()
        ask(record, "drop", panel="signal")
        assert (signal.kept, fibre.kept is None) == (None, False)

    def test_reset_puts_a_panel_back_alone(self, record):
        move(record, **{RATE: 20.0, PUMP: 0.7})
        ask(record, "reset", panel="signal")
        assert (record.values[RATE], record.values[PUMP]) == (10.0, 0.7)

    def test_reset_without_a_name_puts_everything_back(self, record):
        move(record, **{RATE: 20.0, PUMP: 0.7})
        ask(record, "reset")
        assert record.values == dict(record.start)

    def test_a_ready_set_up_is_loaded_into_its_panel(self, record):
        move(record, **{PUMP: 0.7})
        ask(record, "preset", preset="fast", panel="signal")
        assert (record.values[RATE], record.values[PUMP]) == (50.0, 0.7)

    def test_loading_shows_anew_even_where_nothing_changes(self, record, signal, fibre):
        ask(record, "reset", panel="signal")
        assert (signal.loaded, fibre.loaded) == ([True], [])

    @pytest.mark.parametrize("question", ["keep", "drop", "reset"])
    def test_an_unknown_panel_is_named(self, record, question):
        with pytest.raises(ControlError, match="signal, fibre"):
            getattr(record, question)("blood")

    def test_an_unknown_ready_set_up_is_named(self, record):
        with pytest.raises(ControlError, match="fast"):
            record.load_preset("fats", "signal")

    def test_an_unknown_question_changes_nothing_and_is_noted(self, record, caplog):
        before = record.shown
        ask(record, "explode")
        assert (record.shown, len(caplog.records)) == (before, 1)


class TestUndo:
    def test_a_drag_is_one_step(self, record, clock):
        for rate in (11.0, 12.0, 13.0):
            clock.now_s += 0.1
            move(record, **{RATE: rate})
        ask(record, "undo")
        assert record.values[RATE] == 10.0
        ask(record, "redo")
        assert record.values[RATE] == 13.0

    def test_after_a_rest_a_new_step_begins(self, record, clock):
        for rate in (11.0, 12.0):
            clock.now_s += 5.0
            move(record, **{RATE: rate})
        record.undo()
        assert record.values[RATE] == 11.0

    def test_a_typed_value_is_a_step_of_its_own(self, record, clock):
        for value, is_typed in ((11.0, False), (12.0, False), (20.0, True), (21.0, False), (22.0, False)):
            clock.now_s += 0.1
            if is_typed:
                ask(record, "step_apart")
            move(record, **{RATE: value})
        found = []
        while record.can_undo:
            record.undo()
            found.append(record.values[RATE])
        assert found == [20.0, 12.0, 10.0]

    def test_reset_can_be_taken_back(self, record, signal):
        move(record, **{RATE: 20.0})
        record.reset()
        record.undo()
        assert (record.values[RATE], signal.found.values) == (20.0, {RATE: 20.0})

    def test_keep_and_drop_can_be_taken_back(self, record, signal):
        record.keep("signal")
        move(record, **{RATE: 20.0})
        record.drop("signal")
        record.undo()
        assert signal.kept == {RATE: 10.0}
        record.undo()
        record.undo()
        assert signal.kept is None

    def test_what_can_be_done_is_told(self, record):
        told = [(record.can_undo, record.can_redo)]
        move(record, **{RATE: 20.0})
        told.append((record.can_undo, record.can_redo))
        record.undo()
        told.append((record.can_undo, record.can_redo))
        assert told == [(False, False), (True, False), (False, True)]

    def test_a_refused_value_is_taken_back_first(self, record):
        move(record, **{RATE: 20.0})
        move(record, **{RATE: 999.0})
        record.undo()
        assert (record.values[RATE], record.faults) == (20.0, {})

    def test_a_value_that_settled_comes_back_with_its_step(self, record):
        move(record, **{PUMP: 0.5})
        record.undo()
        assert record.values[SWITCH] is True


class TestRestore:
    def restore(self, record: PageRecord, **stored: object) -> None:
        ask(record, "restore", stored=json.dumps(stored))

    def test_everything_comes_back(self, record, signal):
        self.restore(record, values={RATE: 20.0}, kept={RATE: 5.0}, level="all")
        assert (record.values[RATE], record.level) == (20.0, "all")
        assert (signal.found.values, signal.kept) == ({RATE: 20.0}, {RATE: 5.0})

    def test_it_is_no_step_to_take_back(self, record):
        self.restore(record, values={RATE: 20.0})
        assert not record.can_undo

    def test_what_cannot_be_used_is_left_out(self, record):
        self.restore(record, values={RATE: 999.0, "gone": 1, PUMP: 0.7}, kept={"gone": 1}, level="gone")
        assert (record.values[RATE], record.values[PUMP], record.kept, record.level) == (10.0, 0.7, {}, "try")
        assert record.faults == {}

    @pytest.mark.parametrize("stored", ["", "[]", "null", "{", '{"values": 3, "kept": [], "level": {}}'])
    def test_what_is_no_record_changes_nothing(self, record, stored):
        ask(record, "restore", stored=stored)
        assert record.values == dict(record.start)

    def test_where_the_solver_gives_up_the_page_stays_as_it_starts(self, record, signal):
        signal.refuse = True
        self.restore(record, values={RATE: 20.0})
        assert (record.values, record.faults) == (dict(record.start), {})

    def test_the_browser_is_told_when_it_is_done(self, record):
        sent = []
        record.send = lambda content, *_, **__: sent.append(content["answer"])
        self.restore(record, values={RATE: 20.0})
        assert sent[-1] == "restore"


class TestRest:
    def test_what_takes_longer_is_shown_later(self, record, signal):
        async def moved() -> list[bool]:
            move(record, **{RATE: 20.0})
            at_once = signal.found.rested
            while not signal.found.rested:
                await asyncio.sleep(0)
            return [at_once, signal.found.rested]

        assert asyncio.run(moved()) == [False, True]

    def test_the_next_move_ends_it(self, record, signal):
        async def moved_twice() -> None:
            move(record, **{RATE: 20.0})
            move(record, **{RATE: 21.0})
            while not signal.found.rested:
                await asyncio.sleep(0)

        asyncio.run(moved_twice())
        rested = [found.values[RATE] for found, _ in signal.shown if found.rested]
        assert rested == [21.0]
