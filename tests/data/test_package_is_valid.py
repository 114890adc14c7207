import pytest
from frictionless import Package

from tests.data.conftest import DATA


@pytest.fixture(scope="module")
def report():
    return Package(str(DATA / "datapackage.json")).validate()


def test_every_table_keeps_its_schema_keys_and_foreign_keys(report):
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []


def test_every_file_of_the_folder_is_in_the_package(package):
    described = {resource["path"] for resource in package["resources"]} | {"datapackage.json", "README.md"}
    assert {path.name for path in DATA.iterdir() if path.is_file()} == described


def test_every_table_says_what_it_is_and_what_identifies_a_row(package):
    tables = [resource for resource in package["resources"] if "schema" in resource]
    assert [table["name"] for table in tables if not (table["description"] and table["schema"]["primaryKey"])] == []


def test_every_column_is_described(package):
    columns = [
        (resource["name"], field["name"])
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", [])
        if not field.get("description", "").endswith(".")
    ]
    assert columns == []


def test_every_table_is_utf8_with_unix_line_ends():
    broken = [path.name for path in DATA.glob("*.csv") if b"\r" in path.read_bytes() or not path.read_text("utf-8")]
    assert broken == []
