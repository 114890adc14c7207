"""The signs that need a clinician, by how soon: one list, the same on every page."""

from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.browser.source import Source, as_sources
from widgets.evidence.clinician_signs import URGENT_FIRST, ClinicianSign, Urgency, clinician_signs
from widgets.reference_data.citations import cite
from widgets.reference_data.wording import words


class SignJson(TypedDict):
    """A sign and why it matters."""

    id: str
    sign: str
    why: str


class SignGroup(TypedDict):
    """Signs that are equally urgent, under what to do."""

    urgency: str
    title: str
    signs: list[SignJson]


class SignList(Part):
    """What to do, most urgent first, and the signs for each; the sources fold out below.

    Attributes:
        groups: signs by urgency.
        why_label: the name of the button that says why each sign matters, where the column is narrow.
        sources: what the whole list rests on.
        sources_label: the name of the fold.
    """

    _esm = bundle("sign_list.js")
    _css = bundle("sign_list.css")
    groups: "traitlets.List[SignGroup]" = traitlets.List().tag(sync=True)
    why_label = traitlets.Unicode().tag(sync=True)
    sources: "traitlets.List[Source]" = traitlets.List().tag(sync=True)
    sources_label = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        """Open with the whole table; a page leaves out none of it.

        Raises:
            DataError: a row of `clinician_signs.csv` breaks its schema.
        """
        signs = clinician_signs()
        keys = dict.fromkeys(key for sign in signs for key in sign.source)
        super().__init__(
            groups=[_group(urgency, signs) for urgency in URGENT_FIRST],
            why_label=words("clinician_signs")["why"],
            sources=as_sources(cite(key) for key in keys),
            sources_label=words("clinician_signs")["sources"],
        )


def sign_list_head() -> dict[str, str]:
    """Return the head of the section in which the list stands."""
    said = words("clinician_signs")
    return {"title": said["title"], "text": said["intro"], "finding": said["finding"]}


def _group(urgency: Urgency, signs: tuple[ClinicianSign, ...]) -> SignGroup:
    return {
        "urgency": urgency,
        "title": words("clinician_signs")[urgency],
        "signs": [{"id": sign.id, "sign": sign.sign, "why": sign.why} for sign in signs if sign.urgency == urgency],
    }
