import json
import string
from pathlib import Path

import pytest

from widgets.reference_data.data_package import DATA_FOLDER, DataError
from widgets.reference_data.wording import sentence, words

PARTS = sorted(path.stem.removesuffix("_en") for path in (DATA_FOLDER / "wording").glob("*_en.json"))


def test_a_sentence_gets_its_named_values():
    assert "12 ms" in sentence(
        "contraction", "finding_one_signal", time_to_peak_calcium_ms="12 ms", time_to_peak_force_ms="9 ms"
    )


def test_an_unknown_sentence_is_named():
    with pytest.raises(DataError, match="has no sentence named 'nonsense'"):
        sentence("contraction", "nonsense")


def test_a_sentence_that_lacks_a_value_is_named():
    with pytest.raises(DataError, match="needs the value 'time_to_peak_calcium_ms'"):
        sentence("contraction", "finding_one_signal")


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_of_a_part_is_well_formed(part):
    for text in words(part).values():
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(text))


@pytest.mark.parametrize("part", PARTS)
def test_no_key_of_a_part_is_given_twice(part):
    pairs = json.loads(Path(DATA_FOLDER / "wording" / f"{part}_en.json").read_text("utf-8"), object_pairs_hook=list)
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys))
