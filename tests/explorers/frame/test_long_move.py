"""A move that takes long, driven as the browser drives it."""

import asyncio
from collections.abc import Awaitable, Callable, Generator

import pytest

from tests.browser.asking import ask
from widgets.explorers.frame import long_move
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.controls import Preset
from widgets.reference_data.experiment_controls import experiment_controls

RATE, MAGNESIUM = "impulse_rate_Hz", "free_magnesium_mM"
CONTROLS = {name: experiment_controls()[name] for name in (RATE, MAGNESIUM)}
LONG_HZ = 50.0


class Slow(Section[Values, Values]):
    """A section whose fast trains take until the test says that they may end."""

    def __init__(self, record: PageRecord) -> None:
        self.may_end = self.refuse = False
        self.ended_early = 0
        super().__init__(record, CONTROLS)

    def solve(self, values: Values) -> Values:
        return values

    def solve_in_pieces(self, values: Values) -> Generator[float, None, Values]:
        try:
            while values[RATE] >= LONG_HZ and not self.may_end:
                yield 0.4
        except GeneratorExit:
            self.ended_early += 1
            raise
        if self.refuse:
            raise ControlError(RATE, "The solver gave up.")
        return values

    def show(self, *, anew: bool = False) -> None:
        """Nothing to draw."""

    def said(self) -> str:
        return f"The rate is {self.found[RATE]:g}."


@pytest.fixture(autouse=True)
def _quick_to_see(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_move, "LOOK_AFTER_S", 0.0)
    monkeypatch.setattr(long_move, "LONGEST_AT_ONCE_S", 0.0)


@pytest.fixture
def record() -> PageRecord:
    record = PageRecord("any", CONTROLS, {RATE: 10.0})
    record.add_panel("all", CONTROLS, [Preset("fast", "Fast", "why", {RATE: LONG_HZ})])
    return record


@pytest.fixture
def slow(record) -> Slow:
    return Slow(record)


def move(record: PageRecord, **values: object) -> None:
    record.values = {**record.values, **values}


async def ended(record: PageRecord) -> None:
    while record.computing:
        await asyncio.sleep(0)


def with_a_long_move(record: PageRecord, then: Callable[[], Awaitable[None]]) -> None:
    """Begin a long move in a kernel's loop, let it work for a while, and go on."""

    async def moved() -> None:
        move(record, **{RATE: LONG_HZ})
        while not record.computed_percent:
            await asyncio.sleep(0)
        await then()

    asyncio.run(moved())


def test_while_it_is_solved_the_former_stays_and_the_controls_show_what_is_asked(record, slow):
    async def look() -> None:
        assert (record.computing, record.computed_percent) == (True, 40)
        assert (slow.found[RATE], record.values[RATE]) == (10.0, LONG_HZ)
        assert "you see the one before" in record.sentence
        record.stop()

    with_a_long_move(record, look)


def test_it_ends_with_what_was_asked_as_one_step(record, slow):
    async def end() -> None:
        slow.may_end = True
        await ended(record)

    with_a_long_move(record, end)
    assert (slow.found[RATE], record.sentence, record.computing) == (LONG_HZ, "The rate is 50.", False)
    record.undo()
    assert (record.values[RATE], record.can_undo) == (10.0, False)


@pytest.mark.parametrize("way", ["stop", "undo"])
def test_stopped_it_leaves_what_was_shown_and_says_so(record, slow, way):
    async def stop() -> None:
        ask(record, way)

    with_a_long_move(record, stop)
    assert (slow.found[RATE], record.values[RATE], slow.ended_early) == (10.0, 10.0, 1)
    assert (record.computing, record.can_undo) == (False, False)
    assert "was not finished" in record.sentence


def test_the_next_move_takes_its_place(record, slow):
    async def move_on() -> None:
        move(record, **{RATE: 20.0})

    with_a_long_move(record, move_on)
    assert (slow.found[RATE], record.sentence, slow.ended_early) == (20.0, "The rate is 20.", 1)
    assert not record.computing


def test_a_further_long_move_adds_to_what_was_asked(record, slow):
    async def move_on() -> None:
        move(record, **{MAGNESIUM: 2.0})
        assert record.computing
        slow.may_end = True
        await ended(record)

    with_a_long_move(record, move_on)
    assert dict(slow.found) == {RATE: LONG_HZ, MAGNESIUM: 2.0}


def test_keep_keeps_what_is_shown_and_the_move_goes_on(record, slow):
    async def keep() -> None:
        ask(record, "keep")
        slow.may_end = True
        await ended(record)

    with_a_long_move(record, keep)
    assert (slow.kept[RATE], slow.found[RATE]) == (10.0, LONG_HZ)


@pytest.mark.parametrize("way", ["preset", "restore"])
def test_a_ready_set_up_and_a_reload_may_take_long(record, slow, way):
    async def load() -> None:
        if way == "preset":
            ask(record, "preset", preset="fast")
        else:
            ask(record, "restore", stored='{"values": {"impulse_rate_Hz": 50}, "kept": {}, "level": "all"}')
        assert record.computing
        slow.may_end = True
        await ended(record)

    asyncio.run(load())
    assert (slow.found[RATE], record.can_undo) == (LONG_HZ, way == "preset")


def test_where_it_cannot_be_solved_the_page_says_so_and_the_former_stays(record, slow):
    async def give_up() -> None:
        slow.refuse = slow.may_end = True
        await ended(record)

    with_a_long_move(record, give_up)
    assert (slow.found[RATE], record.faults) == (10.0, {RATE: "The solver gave up."})
    record.undo()
    assert (record.values[RATE], record.faults) == (10.0, {})


def test_who_sets_values_by_name_gets_all_of_it_at_once(record, slow):
    async def set_by_name() -> None:
        slow.may_end = True
        record.set(**{RATE: LONG_HZ})
        assert slow.found[RATE] == LONG_HZ

    asyncio.run(set_by_name())
