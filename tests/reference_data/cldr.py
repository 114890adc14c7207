"""What Unicode's CLDR says of a language, as Babel has it, in the words of our data."""

from typing import Any

from babel import Locale


def plural_rules(code: str) -> dict[str, str]:
    """Form -> rule in CLDR's present notation; Babel keeps the older one."""
    older = {" not in ": " != ", " in ": " = ", " mod ": " % "}
    rules = dict(Locale(code).plural_form.rules)
    for before, now in older.items():
        rules = {form: rule.replace(before, now) for form, rule in rules.items()}
    return rules


def number_facts(code: str) -> dict[str, Any]:
    """What `language.json` states of numbers and plurals."""
    symbols = Locale(code).number_symbols["latn"]
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        # Some languages put an invisible mark before it.
        "minus": symbols["minusSign"].replace("\N{LEFT-TO-RIGHT MARK}", ""),
        "plural": plural_rules(code),
    }
