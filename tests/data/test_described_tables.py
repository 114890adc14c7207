"""The description of the folder for those who want the tables alone."""

from tests.data.described_tables import README, described_tables


def test_the_readme_of_the_tables_says_what_the_package_says():
    assert README.read_text(encoding="utf-8") == described_tables(), "run: python -m tests.data.described_tables"
