"""One thing that a reader can set on each page, and what the tests of a page's record do with it."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.pages.opened_page import READY, READY_LIMIT_MS

# Solving the page anew and drawing it, on a busy machine.
PATIENCE_MS = 20_000


@dataclass(frozen=True, slots=True)
class Setting:
    """A control of a page: where it is, and what a reader does to it."""

    selector: str
    press: str = ""
    choose: tuple[str, ...] = ()
    level: str = ""


SETTINGS = {
    "causes_of_cramps": Setting("select[data-filter=kind]", choose=("medicine", "nerve")),
    "contraction_cycle": Setting("input[type=range][data-control=impulse_rate_Hz]", press="PageUp", level="try"),
    "intake_table": Setting("input[type=range][data-control=magnesium_from_food_mg]", press="PageDown"),
    "low_magnesium_and_cramps": Setting("input[type=range][data-control=plasma_magnesium_mM]", press="PageUp"),
    "supplement_evidence": Setting("input[type=range][data-control=expected_placebo_percent]", press="PageUp"),
    "model_credibility": Setting("select[data-filter=relation]", choose=("predicted", "fitted")),
}


class MovedPage:
    """A page with its one setting."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.setting = SETTINGS[name]

    @property
    def control(self) -> Locator:
        return self.page.locator(self.setting.selector)

    def step(self, step: str) -> Locator:
        """The first button on show that goes back or forward."""
        return self.page.locator(f".undo-button[data-step={step}]:visible").first

    def wait_until_ready(self) -> None:
        self.page.wait_for_function(READY, timeout=READY_LIMIT_MS)

    def show(self) -> None:
        """Brings the control on show."""
        if self.setting.level:
            self.page.locator(f".level-tabs input[value={self.setting.level}]").check(force=True)

    def move(self) -> None:
        if self.setting.press:
            self.control.press(self.setting.press)
        else:
            self.control.select_option(next(one for one in self.setting.choose if one != self.value()))

    def value(self) -> str:
        return self.control.input_value()

    def move_from_start(self) -> tuple[str, str]:
        """Takes every step back and moves once; gives the values before and after."""
        self.show()
        while self.step("undo").get_attribute("aria-disabled") == "false":
            before = self.value()
            self.step("undo").click()
            self.page.wait_for_function(
                "([selector, before]) => document.querySelector(selector).value !== before",
                arg=[self.setting.selector, before],
                timeout=PATIENCE_MS,
            )
        before = self.value()
        self.move()
        expect(self.step("undo")).to_have_attribute("aria-disabled", "false", timeout=PATIENCE_MS)
        return before, self.value()

    def expect_value(self, value: str) -> None:
        expect(self.control).to_have_value(value, timeout=PATIENCE_MS)
