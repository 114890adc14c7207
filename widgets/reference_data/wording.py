"""Learner-visible sentences by key, in the language that is spoken, so that pages are translated by data alone."""

import json
import string
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from widgets.reference_data.amounts import number_in_words, plural
from widgets.reference_data.data_files import DataError, read_text
from widgets.reference_data.language import ENGLISH, PSEUDO, current_language
from widgets.reference_data.plural_rules import FORMS
from widgets.reference_data.pseudo_language import pseudo

# The named value that picks the form of a sentence, where the sentence does not name another one.
COUNT = "count"

Forms = Mapping[str, str]
# A text as a browser takes it: one, or one for each plural form.
Wording = str | dict[str, str]


def words(part: str, language: str | None = None) -> Mapping[str, str]:
    """Return every sentence of one part of the explainer that has one form, by key.

    Args:
        part: the part of the explainer.
        language: the code of a language; the one that is spoken where none is given.

    Raises:
        DataError: `data/wording/LANGUAGE/PART.json` is missing, is not JSON, or holds something else than texts by key.
    """
    return _of_one_form(part, language or current_language())


def browser_words(part: str, *prefixes: str) -> dict[str, str | dict[str, str]]:
    """Return what a part of a page says in the browser: every sentence by key, those with plural forms as their forms.

    Args:
        part: the part of the explainer.
        prefixes: how the keys begin; all keys where none is given.

    Raises:
        DataError: see `words`.
    """
    return {
        key: text if isinstance(text, str) else dict(text)
        for key, text in texts(part, current_language()).items()
        if not prefixes or key.startswith(prefixes)
    }


def sentence(part: str, key: str, **values: object) -> str:
    """Return one sentence with its named values filled in; numbers among them are written as the language does.

    A sentence that has plural forms is chosen by its value `count`, or by the one that its entry "by" names.

    Raises:
        DataError: the part has no such key, or the sentence names a value that was not given.
    """
    language = current_language()
    found = texts(part, language).get(key)
    if found is None:
        raise DataError(f"data/wording/{language_folder(language)}/{part}.json has no sentence named {key!r}.")
    try:
        template = found if isinstance(found, str) else _fitting(found, values)
        return template.format_map({name: _said(value) for name, value in values.items()})
    except KeyError as error:
        raise DataError(
            f"The sentence {key!r} of data/wording/{language_folder(language)}/{part}.json needs the value {error}."
        ) from error


@cache
def texts(part: str, language: str) -> Mapping[str, str | Forms]:
    """Return every text of a part in one language by key; what is not translated yet is there in English.

    Raises:
        DataError: see `words`.
    """
    if language == ENGLISH:
        return MappingProxyType(read_texts(part, ENGLISH))
    english = texts(part, ENGLISH)
    if language == PSEUDO:
        return MappingProxyType({key: _pseudo(text) for key, text in english.items()})
    return MappingProxyType({**english, **read_texts(part, language)})


def read_texts(part: str, language: str) -> dict[str, str | Forms]:
    """Return what the file of one part holds in one language.

    Raises:
        DataError: see `words`.
    """
    path = f"wording/{language}/{part}.json"
    try:
        table = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise DataError(f"data/{path} is not JSON: {error}.") from error
    if not isinstance(table, dict):
        raise DataError(f"data/{path} must hold one text for each key.")
    for key, text in table.items():
        if not (isinstance(text, str) or _are_forms(text)):
            raise DataError(f"data/{path}, key {key!r}: a text is needed, or plural forms with the form 'other'.")
        if fault := _fault_in(text):
            raise DataError(f"data/{path}, key {key!r}: {fault}.")
    return table


def language_folder(language: str) -> str:
    """Return the folder of `data/wording` that a language is read from."""
    return ENGLISH if language == PSEUDO else language


@cache
def _of_one_form(part: str, language: str) -> Mapping[str, str]:
    return MappingProxyType({key: text for key, text in texts(part, language).items() if isinstance(text, str)})


def _fitting(forms: Forms, values: Mapping[str, object]) -> str:
    count = values[forms.get("by", COUNT)]
    if not isinstance(count, int | float):
        raise TypeError(f"{count!r} is no number to choose a plural form by.")
    return plural(forms, count)


def _said(value: object) -> object:
    return number_in_words(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _are_forms(text: object) -> bool:
    return (
        isinstance(text, dict)
        and "other" in text
        and text.keys() <= {*FORMS, "by"}
        and all(isinstance(form, str) for form in text.values())
    )


def _fault_in(text: str | Forms) -> str:
    for form in [text] if isinstance(text, str) else text.values():
        try:
            parts = [part for part in string.Formatter().parse(form) if part[1] is not None]
        except ValueError as error:
            return str(error)
        if not all(str(name).isidentifier() and not style and not turned for _, name, style, turned in parts):
            return "every pair of braces must hold the name of a value and nothing else"
    return ""


def _pseudo(text: str | Forms) -> str | Forms:
    if isinstance(text, str):
        return pseudo(text)
    return {form: said if form == "by" else pseudo(said) for form, said in text.items()}
