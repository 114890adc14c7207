"""In the pseudo-language every page says everything in it: what is left in English would stay so in every language."""

import importlib
import subprocess
import sys

import pytest

from tests.explorers.learner_text import english_on, left_words, texts_of
from tests.pages.servers import CHECKOUT
from widgets.cells.pages import PAGES
from widgets.descriptions.parameter_description import parameter_facts
from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.physiology.published_measurements import published_measurements
from widgets.reference_data.causes_controls import causes_presets
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets
from widgets.reference_data.intake_controls import intake_presets
from widgets.reference_data.language import PSEUDO, use_language
from widgets.reference_data.model_parameters import model_parameters


@pytest.fixture(autouse=True)
def _pseudo_language():
    use_language(PSEUDO)


def opened(name):
    module, explorer = PAGES[name]
    return getattr(importlib.import_module(f"widgets.explorers.{name}.{module}"), explorer)()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_a_word_of_english(name):
    page = opened(name)
    assert len(list(texts_of(page))) > 100
    assert english_on(page) == {}


IMPORTED_IN_THE_PSEUDO_LANGUAGE = """
import importlib, pkgutil
from widgets.reference_data.language import PSEUDO, use_language
use_language(PSEUDO)
import widgets
for module in pkgutil.walk_packages(widgets.__path__, "widgets."):
    if not module.name.startswith("widgets.site"):
        importlib.import_module(module.name)
from tests.explorers.learner_text import texts_of
from tests.explorers.test_pseudo_language import opened
from widgets.cells.pages import PAGES
pages = {name: opened(name) for name in PAGES}
use_language("en")
for name in PAGES:
    for place, text in texts_of(opened(name)):
        if "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}" in text:
            print(name, place, text)
"""


def test_no_module_keeps_the_language_in_which_it_was_imported_or_first_used():
    """What is kept of one language, in a constant or in a cache, would be said in another."""
    command = [sys.executable, "-c", IMPORTED_IN_THE_PSEUDO_LANGUAGE]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=CHECKOUT)
    assert (ran.stdout, ran.stderr[-2000:]) == ("", "")


def test_a_page_in_english_is_found_to_be_so():
    use_language("en")
    assert len(english_on(opened("home"))) > 50


def test_every_run_of_the_contraction_page_is_told(subtests):
    page = opened("contraction_cycle")
    page.record.keep()
    for preset in experiment_presets():
        page.record.load_preset(preset)
        with subtests.test(preset):
            assert english_on(page) == {}


def test_faults_are_told():
    page = opened("contraction_cycle")
    usual = dict(page.record.values)
    for name, value in {"impulse_rate_Hz": 1000.0, "free_magnesium_mM": "much", "fibre_type": "cat"}.items():
        page.record.values = {**usual, name: value}
        said = page.record.faults[name]
        # Names of controls and choices, and what was given, are as they are in a program.
        for kept in (name, "cat", "much", *experiment_controls()["fibre_type"].choices):
            said = said.replace(kept, "")
        assert left_words(said) == set()


def test_every_day_of_the_intake_page_is_told(subtests):
    page = opened("intake_table")
    for authority in ("nam", "efsa"):
        for preset in intake_presets():
            page.record.load_preset(preset)
            page.set(authority=authority)
            with subtests.test(f"{preset}, {authority}"):
                assert english_on(page) == {}
        page.set(pregnant=True, breastfeeding=True)
        assert english_on(page) == {}


def test_every_case_and_situation_of_the_causes_page_is_told(subtests):
    page = opened("causes_of_cramps")
    for preset in causes_presets():
        page.record.load_preset(preset)
        with subtests.test(preset):
            assert english_on(page) == {}
    for situation in magnesium_situations():
        page.set(situation=situation)
        with subtests.test(situation):
            assert english_on(page) == {}


def test_every_story_of_the_credibility_page_is_told(subtests):
    page = opened("model_credibility")
    for measurement in published_measurements():
        page.measurements.browser.chosen = measurement.id
        with subtests.test(measurement.id):
            assert english_on(page.measurements.browser) == {}


def test_every_number_of_the_credibility_page_is_told():
    told = [
        text
        for parameter in model_parameters().values()
        for text in (parameter.name, parameter.meaning, *(fact.text for fact in parameter_facts(parameter)))
    ]
    assert {text for text in told if left_words(text)} == set()


def test_every_run_of_the_low_magnesium_page_is_told(subtests):
    page = opened("low_magnesium_and_cramps")
    for magnesium in (0.3, 0.5, 0.85, 1.3):
        page.record.set(plasma_magnesium_mM=magnesium)
        page.nerve.stretch(0.5)
        with subtests.test(f"{magnesium} mM in the blood"):
            assert english_on(page) == {}
    for magnesium in (0.2, 1.0, 3.0):
        page.record.set(free_magnesium_mM=magnesium)
        with subtests.test(f"{magnesium} mM in the fibre"):
            assert english_on(page) == {}
    page.sustained.come_near()
    page.sustained._press("20")
    assert english_on(page) == {}
