"""The end of a page: one sentence to take along, and the way on."""

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.browser.plain_output import PlainOutput
from widgets.browser.written_html import below_one_another, lines, paragraph
from widgets.reference_data.language import current_language, direction
from widgets.reference_data.page_path import HOME, next_page
from widgets.reference_data.wording import sentence


class WayOn(Part):
    """What a page ends with; the links lead to the right place in Voila and in JupyterLab.

    Attributes:
        heading, takeaway: what to take along.
        page: the notebook that comes next.
        title, text: what its link says, and why one might go there.
        around: what the link to the first page says, or empty where that is the next one.
        language, direction: the language that the end of the page speaks, and which way its lines run.
    """

    _esm = bundle("way_on.js")
    _css = bundle("way_on.css")
    heading = traitlets.Unicode().tag(sync=True)
    takeaway = traitlets.Unicode().tag(sync=True)
    page = traitlets.Unicode().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    around = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    direction = traitlets.Unicode().tag(sync=True)

    def __init__(self, page: str) -> None:
        """End this page, a notebook's name.

        Raises:
            ValueError: there is no such page on the path.
        """
        following = next_page(page)
        super().__init__(
            heading=_said("take_along"),
            takeaway=_said(f"takeaway_{page}"),
            page=following,
            title=_said("next", page=_said(f"next_{following}")),
            text=_said(f"why_{following}"),
            around="" if following == HOME else _said("around"),
            language=current_language(),
            direction=direction(),
        )

    def plain_output(self) -> PlainOutput:
        """Return what to take along, and which page comes next."""
        said = ((self.heading, self.takeaway), (self.title, self.text))
        shown = below_one_another(paragraph(str(text), str(title)) for title, text in said)
        return PlainOutput(lines(str(text) for pair in said for text in pair), shown)


def _said(key: str, **values: object) -> str:
    return sentence("path", key, **values)
