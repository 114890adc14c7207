"""A browser that sets values while what the kernel has told is still on its way: nothing that was set is lost."""

import pytest

from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.reference_data.controls import Preset
from widgets.reference_data.experiment_controls import experiment_controls

RATE, PUMP = "impulse_rate_Hz", "pump_activity"


class Followed(Section[Values, Values]):
    """A section that finds the values themselves."""

    def solve(self, values: Values) -> Values:
        return values

    def show(self, *, anew: bool = False) -> None:
        pass


@pytest.fixture
def record() -> PageRecord:
    """A record with two panels and the sections that follow them."""
    record = PageRecord("any", {name: experiment_controls()[name] for name in (RATE, PUMP)}, {RATE: 10.0})
    record.add_panel("signal", [RATE], [Preset("fast", "Fast", "why", {RATE: 50.0})])
    record.add_panel("fibre", [PUMP])
    for name in (RATE, PUMP):
        Followed(record, (name,))
    return record


class BehindBrowser:
    """A browser that sets values while what the kernel has told is still on its way."""

    def __init__(self, record: PageRecord) -> None:
        self.record, self.turn, self.sent = record, 0, []
        record.send_state = lambda key=None: self.sent.append(key)
        self.hear()

    def hear(self) -> None:
        self.values, self.told = dict(self.record.values), self.record.told

    def set(self, **values: object) -> None:
        self.turn += 1
        self.values.update(values)
        self.record.set_state({"values": dict(self.values), "basis": [self.told, self.turn]})


class TestBrowserThatIsBehind:
    def test_a_value_set_before_a_reset_was_heard_does_not_take_it_back(self, record):
        browser = BehindBrowser(record)
        browser.set(**{RATE: 20.0})
        browser.hear()
        record.reset()
        browser.set(**{PUMP: 0.7})
        assert (record.values[RATE], record.values[PUMP]) == (10.0, 0.7)

    def test_a_value_set_before_a_ready_set_up_was_heard_does_not_take_it_back(self, record):
        browser = BehindBrowser(record)
        record.load_preset("fast")
        browser.set(**{PUMP: 0.7})
        assert record.shown.values == {**record.start, RATE: 50.0, PUMP: 0.7}

    def test_it_is_told_again_what_stands_when_its_message_crossed_another(self, record):
        browser = BehindBrowser(record)
        browser.set(**{RATE: 20.0})
        browser.hear()
        record.reset()
        browser.set(**{RATE: 30.0})
        assert record.shown.values[RATE] == 30.0
        assert ["values", "told"] in browser.sent

    def test_one_that_is_not_behind_is_not_told_what_it_has_set(self, record):
        browser = BehindBrowser(record)
        for rate in (20.0, 30.0):
            browser.hear()
            browser.set(**{RATE: rate})
        assert record.shown.values[RATE] == 30.0
        assert not any("values" in key for key in browser.sent)

    def test_a_quick_drag_keeps_what_was_set_last(self, record):
        browser = BehindBrowser(record)
        for rate in (20.0, 30.0, 40.0):
            browser.set(**{RATE: rate})
        assert record.shown.values[RATE] == 40.0

    def test_a_quick_drag_is_not_told_what_it_has_left_behind(self, record):
        browser = BehindBrowser(record)
        told = record.told
        for rate in (20.0, 30.0, 40.0):
            browser.set(**{RATE: rate})
        assert record.told == told
        assert ["values", "told"] not in browser.sent

    def test_a_quick_step_there_and_back_ends_where_it_began(self, record):
        browser = BehindBrowser(record)
        for rate in (20.0, 10.0):
            browser.set(**{RATE: rate})
        assert record.shown.values[RATE] == record.values[RATE] == 10.0

    def test_a_value_that_waited_while_a_reset_was_asked_for_does_not_come_back(self, record):
        browser = BehindBrowser(record)
        browser.set(**{RATE: 20.0})
        browser.hear()
        browser.values[RATE], browser.turn = 30.0, browser.turn + 1
        record.reset(turn=browser.turn)
        record.set_state({"values": dict(browser.values), "basis": [browser.told, browser.turn]})
        assert record.shown.values == record.values == record.start
        browser.set(**{PUMP: 0.7})
        assert record.shown.values[PUMP] == 0.7
