"""Which languages there are, which one the page speaks, and what each of them does with numbers, plurals and lists.

A language is a folder of `data/wording`; nothing else has to know of it. The pseudo-language has no folder: it is made
from English while it is read, to show what has been left in English and what does not bear longer words or another
direction.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cache, wraps
from types import MappingProxyType
from typing import Literal, TypeVar

from widgets.reference_data.data_files import DATA_FOLDER, DataError, read_text
from widgets.reference_data.pseudo_language import pseudo

Direction = Literal["ltr", "rtl"]
Result = TypeVar("Result")

ENGLISH = "en"
# A region that no country has: browsers and screen readers take it for English, which its letters are.
PSEUDO = "en-XB"


class LanguageError(ValueError):
    """A language that the explainer does not speak; the message is one sentence that says which it does."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language, as its `language.json` states it.

    Attributes:
        code: its BCP 47 tag, such as "en"; also the name of its folder.
        name: what it calls itself.
        direction: which way its lines run.
        digits: its ten digits, zero first.
        decimal: the sign before decimals.
        group: the sign between groups of three digits.
        minus: the sign of negative numbers.
        amount: how {number} and {unit} stand together.
        percent: how a {number} of percent is written.
        units: unit of the tables -> plural form -> the unit in this language; symbols are the same everywhere.
        plural: form -> CLDR rule.
        lists: kind -> how two, more, and the last of several are joined: {start}, {next}, {last}.
        between_sentences: what stands between two sentences.
        ended: a {sentence} that was a title, with what ends a sentence.
    """

    code: str
    name: str
    direction: Direction
    digits: str
    decimal: str
    group: str
    minus: str
    amount: str
    percent: str
    units: Mapping[str, Mapping[str, str]]
    plural: Mapping[str, str]
    lists: Mapping[str, Mapping[str, str]]
    between_sentences: str
    ended: str


@cache
def languages() -> Mapping[str, Language]:
    """Return every language by its code, English first and the pseudo-language last.

    Raises:
        DataError: a `language.json` is not JSON, lacks something, or says something that is not asked.
    """
    codes = sorted((path.parent.name for path in (DATA_FOLDER / "wording").glob("*/language.json")), key=_english_first)
    found = {code: read_language(code) for code in codes}
    found[PSEUDO] = _pseudo_language(found[ENGLISH])
    return MappingProxyType(found)


def use_language(code: str) -> None:
    """Speak this language from now on, in the whole process: a kernel shows one page.

    Raises:
        LanguageError: no language has this code.
    """
    if code not in languages():
        raise LanguageError(f"There is no language {code[:20]!r}; there are {', '.join(languages())}.")
    _spoken.code = code


def current_language() -> str:
    """Return the code of the language that is spoken now."""
    return _spoken.code


def spoken_language() -> Language:
    """Return the language that is spoken now."""
    return languages()[_spoken.code]


def direction(code: str | None = None) -> Direction:
    """Return which way the lines of a language run; of the one spoken now where none is named.

    Raises:
        LanguageError: no language has this code.
    """
    try:
        return languages()[code or _spoken.code].direction
    except KeyError:
        raise LanguageError(f"There is no language {code!r}; there are {', '.join(languages())}.") from None


def kept_for_each_language(function: Callable[..., Result]) -> Callable[..., Result]:
    """Return the function with its results kept, those of each language apart."""

    @cache
    def kept(_language: str, *arguments: Hashable) -> Result:
        return function(*arguments)

    @wraps(function)
    def answer(*arguments: Hashable) -> Result:
        return kept(_spoken.code, *arguments)

    return answer


def read_language(code: str) -> Language:
    """Return the language whose folder has this name.

    Raises:
        DataError: its `language.json` is missing, is not JSON, lacks something, or says something that is not asked.
    """
    path = f"wording/{code}/language.json"
    try:
        told = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise DataError(f"data/{path} is not JSON: {error}.") from error
    wanted = {field for field in Language.__slots__ if field != "code"}
    if not isinstance(told, dict) or told.keys() != wanted:
        raise DataError(f"data/{path} must hold exactly {', '.join(sorted(wanted))}.")
    return Language(code=code, **told)


def _pseudo_language(english: Language) -> Language:
    """Return English with its words changed and its lines turned round; numbers stay as they are."""
    lists = {kind: {place: pseudo(text) for place, text in joined.items()} for kind, joined in english.lists.items()}
    units = {unit: {form: pseudo(text) for form, text in forms.items()} for unit, forms in english.units.items()}
    return replace(english, code=PSEUDO, name=pseudo("Pseudo"), direction="rtl", units=units, lists=lists)


@dataclass(slots=True)
class _Spoken:
    code: str = ENGLISH


_spoken = _Spoken()


def _english_first(code: str) -> tuple[bool, str]:
    return code != ENGLISH, code
