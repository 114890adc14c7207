"""Numbers as a person would say them: two or three significant digits, with the unit."""


def rounded(value: float) -> str:
    """Return the value with three significant digits at most, two below 100, without trailing zeros or exponents.

    Magnitudes under a thousandth of a unit read as "0": no trace of the model is shown finer than that.
    """
    if abs(value) < 5e-4:  # noqa: PLR2004 - the limit the docstring names
        return "0"
    digits = 3 if abs(value) >= 100 else 2  # noqa: PLR2004
    text = f"{value:.{digits}g}"
    return f"{float(text):.10f}".rstrip("0").rstrip(".") if "e" in text or "." in text else text


def amount(value: float, unit: str) -> str:
    """Return the rounded value and its unit with a no-break space between, so that a line never ends between them."""
    return f"{rounded(value)}\N{NO-BREAK SPACE}{unit}".strip() if unit else rounded(value)
