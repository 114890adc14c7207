import pytest


def fields_of(package, table):
    return next(r for r in package["resources"] if r["name"] == table)["schema"]["fields"]


def number_fields(package, table):
    return [field for field in fields_of(package, table) if field["type"] in ("number", "integer")]


def test_every_column_of_numbers_names_its_unit_or_the_column_that_holds_it(package, tables):
    without = [
        (table, field["name"])
        for table in tables
        for field in number_fields(package, table)
        if not field.get("unit") and field.get("unitField") not in tables[table][0]
    ]
    assert without == []


def test_every_row_with_a_number_has_its_unit(package, tables):
    without = [
        (table, row)
        for table, rows in tables.items()
        for field in number_fields(package, table)
        for row in rows
        if row[field["name"]] and "unitField" in field and not row[field["unitField"]]
    ]
    assert without == []


def test_every_row_with_a_number_has_a_source(package, tables):
    without = [
        (table, row)
        for table, rows in tables.items()
        if table != "sources" and number_fields(package, table)
        for row in rows
        if not row["source"]
    ]
    assert without == []


def test_every_source_key_is_in_the_table_of_sources(tables):
    known = {row["id"] for row in tables["sources"]}
    unknown = [
        (table, key)
        for table, rows in tables.items()
        if table != "sources"
        for row in rows
        for key in row["source"].split()
        if key not in known
    ]
    assert unknown == []


def test_every_source_is_used(tables):
    used = {
        key for table, rows in tables.items() if table != "sources" for row in rows for key in row["source"].split()
    }
    assert {row["id"] for row in tables["sources"]} - used == set()


def test_every_published_source_says_where_to_find_it(tables):
    own = ("convention", "memory")
    published = [row for row in tables["sources"] if row["kind"] not in own]
    assert [row["id"] for row in published if not (row["doi_or_pmid"] or row["url"] or row["publisher"])] == []


@pytest.mark.parametrize("table", ["physiology_parameters", "dietary_reference_intakes", "plasma_reference_ranges"])
def test_general_knowledge_is_never_called_seen(tables, table):
    assert [row for row in tables[table] if row["source"] == "recall" and row["checked"] != "recall"] == []


def test_every_value_lies_in_its_range(tables):
    outside = [
        row["id"]
        for row in tables["physiology_parameters"]
        if row["low"] and not float(row["low"]) <= float(row["value"]) <= float(row["high"])
    ]
    assert outside == []


def test_every_fitted_or_toy_constant_says_so_in_its_note(tables):
    silent = [
        row["id"]
        for row in tables["physiology_parameters"]
        if row["checked"] in ("fitted", "toy", "definition") and not row["note"]
    ]
    assert silent == []


def test_where_no_upper_level_was_set_the_row_says_so(tables):
    silent = [
        row for row in tables["upper_levels"] if not row["mg_per_day"] and "no upper level" not in row["applies_to"]
    ]
    assert silent == []
