import pytest


def steered(tables):
    """Controls that set a parameter of the model."""
    return [row for row in tables["experiment_controls"] if row["sbml_id"]]


def test_every_constant_of_the_model_has_its_row_or_its_control(tables, model_values):
    constants = {name for name, (_, _, constant) in model_values.items() if constant}
    rows = {row["id"] for row in tables["physiology_parameters"]}
    controls = {row["sbml_id"] for row in steered(tables)}
    assert constants == rows | controls


def test_no_control_is_also_listed_as_a_constant(tables):
    assert {row["sbml_id"] for row in steered(tables)} & {row["id"] for row in tables["physiology_parameters"]} == set()


def test_every_row_of_a_constant_has_the_value_and_unit_of_the_model(tables, model_values):
    rows = {row["id"]: (float(row["value"]), row["unit"]) for row in tables["physiology_parameters"]}
    assert rows == {name: model_values[name][:2] for name in rows}


def test_every_control_starts_at_the_value_and_unit_of_the_model(tables, model_values):
    controls = {row["sbml_id"]: (float(row["default"]), row["unit"]) for row in steered(tables)}
    assert controls == {name: model_values[name][:2] for name in controls}


def test_every_trace_has_the_unit_of_its_variable(tables, model_values):
    traces = {row["sbml_id"]: row["unit"] for row in tables["contraction_traces"]}
    assert traces == {name: model_values[name][1] for name in traces}


def test_no_trace_is_a_constant(tables, model_values):
    assert [row["trace"] for row in tables["contraction_traces"] if model_values[row["sbml_id"]][2]] == []


@pytest.mark.parametrize(("table", "column"), [("experiment_controls", "control"), ("contraction_traces", "trace")])
def test_a_name_that_ends_in_a_unit_tells_the_unit_of_its_row(tables, table, column):
    units = {"uM_per_ms": "µM/ms", "percent": "%", "Hz": "Hz", "ms": "ms", "mM": "mM", "uM": "µM", "mV": "mV"}
    rows = tables[table]
    told = {row[column]: next((units[end] for end in units if row[column].endswith("_" + end)), None) for row in rows}
    assert [row[column] for row in rows if told[row[column]] not in (None, row["unit"])] == []


def test_the_human_fibre_has_the_values_of_the_model(tables, model_values):
    human = {
        row["sbml_id"]: (float(row["value"]), row["unit"])
        for row in tables["fibre_types"]
        if row["fibre_type"] == "human_calf_37C"
    }
    assert human == {name: model_values[name][:2] for name in human}


def test_every_fibre_type_sets_the_same_parameters(tables):
    sets: dict[str, set[tuple[str, str]]] = {}
    for row in tables["fibre_types"]:
        sets.setdefault(row["fibre_type"], set()).add((row["sbml_id"], row["unit"]))
    assert len({frozenset(parameters) for parameters in sets.values()}) == 1


def test_the_fibre_one_starts_with_is_a_known_fibre(tables):
    start = next(row["default"] for row in tables["experiment_controls"] if row["scale"] == "choice")
    assert start in {row["fibre_type"] for row in tables["fibre_types"]}


def test_every_default_lies_within_its_control(tables):
    outside = [
        row["control"]
        for row in tables["experiment_controls"]
        if row["scale"] != "choice" and not float(row["minimum"]) <= float(row["default"]) <= float(row["maximum"])
    ]
    assert outside == []


def test_every_preset_value_lies_within_its_control(tables):
    controls = {row["control"]: row for row in tables["experiment_controls"]}
    fibres = {row["fibre_type"] for row in tables["fibre_types"]}

    def fits(control, value):
        if control["scale"] == "choice":
            return value in fibres
        if control["scale"] == "switch":
            return value in ("0", "1")
        return float(control["minimum"]) <= float(value) <= float(control["maximum"])

    presets = tables["experiment_presets"]
    assert [row for row in presets if not fits(controls[row["control"]], row["value"])] == []


@pytest.mark.parametrize("column", ["label", "why", "source"])
def test_the_rows_of_a_preset_tell_one_story(tables, column):
    stories: dict[str, set[str]] = {}
    for row in tables["experiment_presets"]:
        stories.setdefault(row["preset"], set()).add(row[column])
    assert [preset for preset, story in stories.items() if len(story) > 1] == []


def test_every_measurement_says_which_constants_of_the_model_were_fitted_to_it(tables):
    constants = {row["id"] for row in tables["physiology_parameters"]}
    named = {name for row in tables["published_measurements"] for name in row["fitted_constants"].split()}
    assert named - constants == set()


def test_every_result_has_the_unit_of_its_measurement(tables):
    results = {row["id"]: row["unit"] for row in tables["measurement_results"]}
    assert results == {row["id"]: row["unit"] for row in tables["published_measurements"]}
