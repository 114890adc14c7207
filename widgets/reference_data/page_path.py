"""The order in which the pages tell their story; a page is added by its name here.

Home stands at both ends: it asks, and asks again.
"""

HOME = "home"
PATH = (
    "contraction_cycle",
    "low_magnesium_and_cramps",
    "causes_of_cramps",
    "intake_table",
    "supplement_evidence",
    "model_credibility",
)


def next_page(page: str) -> str:
    """Return the page after this one; after the last it is home again.

    Raises:
        ValueError: the page is not on the path.
    """
    if page not in PATH:
        raise ValueError(f"There is no page named {page!r} on the path; it leads past {', '.join(PATH)}.")
    return (*PATH, HOME)[PATH.index(page) + 1]
