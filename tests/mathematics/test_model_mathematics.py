"""What the pages show as the model's mathematics is what an engine works out from the model."""

import re
from collections.abc import Mapping

import antimony
import libsbml
import pytest

from tests.mathematics.formula_reader import (
    code_of_markup,
    code_of_text,
    right_side,
    work_out,
)
from tests.physiology.other_engines import new_road_runner
from widgets.mathematics.formula_tree import FormulaError
from widgets.mathematics.model_mathematics import MODEL_FILE, model_events, model_reactions, model_rules
from widgets.mathematics.sbml_mathematics import RuleText, WrittenFormula, read_mathematics
from widgets.reference_data.data_package import DATA_FOLDER, read_text

SBML = read_text(MODEL_FILE)
DOCUMENT = libsbml.readSBMLFromFile(str(DATA_FOLDER / MODEL_FILE))
MODEL = DOCUMENT.getModel()
IDS = [one.getId() for one in (*MODEL.getListOfParameters(), *MODEL.getListOfSpecies())]
RULES = [rule for rules in model_rules().values() for rule in rules]
EQUATIONS = [rule for rule in RULES if rule.group not in ("rate_of_change", "starting_value")]
UNITS_IN_NAMES = {"percent": "%", "mM": "mM"}
# Away from every value that would make a term vanish or a factor one.
UNUSUAL = {
    "impulse_rate": 30,
    "resting_free_magnesium": 0.7,
    "resting_pH": 6.9,
    "parvalbumin_sites": 300,
    "pump_activity": 0.8,
    "sweat_loss": 2,
    "nerve_irritation": 0.3,
    "muscle_stretch": 0.7,
    "spinal_cord_connected": 0.5,
    "skinned_fibre": 0.1,
    "actin_aged": 0.5,
    "plasma_magnesium": 0.6,
    "plasma_sodium": 130,
    **{f"magnesium_{where}": 0.6 for where in ("at_troponin", "at_release_channel", "at_pump", "with_ATP", "at_actin")},
}


class Moment:
    """A state of the model in an engine that no page uses, with its values by name in words."""

    def __init__(self, settings: Mapping[str, float], time_ms: float) -> None:
        self.engine = new_road_runner()
        for key, value in settings.items():
            self.engine[key] = value
        self.engine.reset()
        if time_ms:
            self.engine.simulate(0, time_ms, 2)
        self.values = {in_words(key): self.engine[key] for key in IDS} | {"time": time_ms}


def in_words(key: str) -> str:
    parameter = MODEL.getParameter(key)
    start, _, last = key.rpartition("_")
    if parameter is not None and not parameter.getConstant() and last in UNITS_IN_NAMES:
        return f"{start.replace('_', ' ')} in {UNITS_IN_NAMES[last]}"
    return key.replace("_", " ")


@pytest.fixture(scope="module", params=[0, 52, 260])
def moment(request) -> Moment:
    return Moment(UNUSUAL, request.param)


def same(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


def right_sides(formula: WrittenFormula, values: Mapping[str, float]) -> list[float]:
    """What an equation's right side comes to: read aloud, drawn on a wide screen, drawn on a phone."""
    codes = [code_of_text(formula.text, values), *map(code_of_markup, (formula.markup, formula.phone_markup))]
    return [work_out(right_side(code), values) for code in codes]


def written_formulas() -> list[WrittenFormula]:
    events = [formula for event in model_events() for formula in (event.condition, *event.effects)]
    return [*(rule.formula for rule in RULES), *(reaction.rate for reaction in model_reactions()), *events]


@pytest.mark.parametrize("rule", EQUATIONS, ids=lambda rule: rule.id)
def test_an_equation_gives_the_value_that_an_engine_gives(rule, moment):
    assert right_sides(rule.formula, moment.values) == [same(moment.engine[rule.id])] * 3


@pytest.mark.parametrize("rule", model_rules()["rate_of_change"], ids=lambda rule: rule.id)
def test_a_rate_of_change_is_the_one_that_an_engine_steps_with(rule, moment):
    assert right_sides(rule.formula, moment.values) == [same(moment.engine[f"{rule.id}'"])] * 3


@pytest.mark.parametrize("reaction", model_reactions(), ids=lambda reaction: reaction.id)
def test_the_rate_of_a_reaction_is_the_one_that_an_engine_steps_with(reaction, moment):
    assert right_sides(reaction.rate, moment.values) == [same(moment.engine[reaction.id])] * 3


@pytest.mark.parametrize("rule", model_rules()["starting_value"], ids=lambda rule: rule.id)
def test_everything_starts_where_an_engine_starts_it(rule):
    start = Moment(UNUSUAL, 0)
    assert right_sides(rule.formula, start.values) == [same(start.engine[rule.id])] * 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id}-{rule.group}")
def test_an_equation_says_what_it_is_about(rule):
    assert rule.formula.text.split(" = ")[0].removeprefix("rate of change of ") == in_words(rule.id)


def test_every_reaction_of_the_model_is_shown():
    reactions = MODEL.getListOfReactions()
    assert [(one.id, one.name) for one in model_reactions()] == [(one.getId(), one.getName()) for one in reactions]


def test_every_rule_of_the_model_is_shown():
    rules = [rule.getVariable() for rule in MODEL.getListOfRules()]
    assert sorted(rule.id for rule in RULES if rule.group != "starting_value") == sorted(rules)


def test_every_initial_assignment_of_the_model_is_shown():
    shown = {rule.id for rule in model_rules()["starting_value"]}
    assert {one.getSymbol() for one in MODEL.getListOfInitialAssignments()} <= shown


def test_every_effect_of_every_event_is_shown():
    for shown, event in zip(model_events(), MODEL.getListOfEvents(), strict=True):
        variables = [in_words(effect.getVariable()) for effect in event.getListOfEventAssignments()]
        assert [effect.text.split(" becomes ")[0] for effect in shown.effects] == variables


def test_what_a_reaction_turns_into_what_is_said_in_words():
    by_id = {reaction.id: reaction.change for reaction in model_reactions()}
    assert by_id["ATP_use"] == "total ATP → ADP + inorganic phosphate"


def test_the_rate_of_a_reaction_is_in_the_unit_of_its_terms():
    assert {reaction.unit for reaction in model_reactions()} == {"µM/ms"}


def test_what_is_only_shown_is_used_nowhere_else():
    names = {in_words(key) for key in IDS}
    equations = [*(rule.formula for rule in RULES), *(reaction.rate for reaction in model_reactions())]
    used = " ".join(right_side(code_of_text(one.text, names)) for one in equations)
    assert [rule.id for rule in model_rules()["only_shown"] if f"value[{in_words(rule.id)!r}]" in used] == []


def test_what_is_settled_before_a_run_stays_as_it_is():
    start, later = Moment(UNUSUAL, 0), Moment(UNUSUAL, 260)
    moved = [r.id for r in model_rules()["settled_before"] if start.engine[r.id] != same(later.engine[r.id])]
    assert moved == []


def test_names_in_words_are_told_apart():
    assert len({in_words(key) for key in IDS}) == len(IDS)


def test_no_unit_and_no_compartment_of_size_one_is_written():
    assert [one.text for one in written_formulas() if re.search("dimensionless|myoplasm(?!ic)", one.text)] == []


def test_no_term_is_added_with_a_minus_of_its_own():
    assert [one.text for one in written_formulas() if re.search(r"[+−×] −|-", one.text)] == []


def test_the_plain_text_stands_behind_every_drawing():
    for formula in written_formulas():
        text = formula.text.replace("<", "&lt;").replace(">", "&gt;")
        assert f'alttext="{text}"' in formula.markup


class TestOfAnotherModel:
    """Small models that hold what the muscle model does not."""

    @staticmethod
    def read(text: str) -> RuleText:
        antimony.clearPreviousLoads()
        if antimony.loadAntimonyString(f"model other()\n{text}\nend") < 0:
            raise ValueError(antimony.getLastError())
        return read_mathematics(antimony.getSBMLString("other")).rules[0]

    @pytest.mark.parametrize(
        ("formula", "text"),
        [
            ("a + -1*b", "a − b"),
            ("a - (b - 2)", "a − (b − 2)"),
            ("-(a + b)", "−a − b"),
            ("-a/b", "−a / b"),
            ("a*(-b)*c", "−a × b × c"),
            ("a/b/c", "a / (b × c)"),
            ("a/(b/c)", "a / (b / c)"),
            ("a*b/(b + c)", "a × (b / (b + c))"),
            ("(a + b)^c^2", "(a + b)^(c^2)"),
            ("1.5e-7*a", "1.5 × 10⁻⁷ × a"),
            ("2*a*b/((a + c)*(b + c))", "2 × (a × b / ((a + c) × (b + c)))"),
            ("2*a*b*a*a/(b*b)", "2 × a^3 × b / b^2"),
            ("(a + b)*c*(a + b)", "(a + b)^2 × c"),
            ("sqrt(a + b)", "square root of (a + b)"),
            ("piecewise(a, a > b, b, a < 2, c)", "a if a > b; b if a < 2; otherwise c"),
            ("piecewise(1, (a > 1 || b > 1) && c > 1, 0)", "1 if (a > 1 or b > 1) and c > 1; otherwise 0"),
        ],
    )
    def test_brackets_and_signs_are_few_and_right(self, formula, text):
        assert self.read(f"x := {formula}; a = 1; b = 2; c = 3").formula.text == f"x = {text}"

    @pytest.mark.parametrize("formula", ["sin(a)", "root(3, a)", "log10(a)", "piecewise(1, a > 2)", "pi*a", "!(a > 1)"])
    def test_what_cannot_be_written_out_is_refused(self, formula):
        with pytest.raises(FormulaError, match=r"(cannot|can) be written out|must say what holds"):
            self.read(f"x := {formula}; a = 1")

    def test_a_delayed_event_is_refused(self):
        with pytest.raises(FormulaError, match="delay"):
            self.read("a = 1; b = 1; b' = a; later: at 3 after b > 2: a = 2")

    def test_a_compartment_of_another_size_stays_in_the_rate(self):
        antimony.clearPreviousLoads()
        text = "model other()\ncompartment cell = 2; species A in cell; A = 1; k = 1; J: A -> ; cell*k*A\nend"
        assert antimony.loadAntimonyString(text) > 0
        assert read_mathematics(antimony.getSBMLString("other")).reactions[0].rate.text == "rate = cell × k × A"
