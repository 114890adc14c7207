"""Learner-visible sentences by key, so that pages can be translated by translating data alone."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from widgets.reference_data.data_package import DataError, read_text


@cache
def words(part: str, language: str = "en") -> Mapping[str, str]:
    """Return every sentence of one part of the explainer (`data/wording/PART_LANGUAGE.json`), by key.

    Raises:
        DataError: the file is missing, is not JSON, or holds something else than text by key.
    """
    path = f"wording/{part}_{language}.json"
    try:
        table = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise DataError(f"data/{path} is not JSON: {error}.") from error
    if not isinstance(table, dict) or not all(isinstance(text, str) for text in table.values()):
        raise DataError(f"data/{path} must hold one text for each key.")
    return MappingProxyType(table)


def sentence(part: str, key: str, **values: object) -> str:
    """Return one sentence with its named values filled in.

    Raises:
        DataError: the part has no such key, or the sentence names a value that was not given.
    """
    template = words(part).get(key)
    if template is None:
        raise DataError(f"data/wording/{part}_en.json has no sentence named {key!r}.")
    try:
        return template.format(**values)
    except KeyError as error:
        raise DataError(f"The sentence {key!r} of data/wording/{part}_en.json needs the value {error}.") from error
