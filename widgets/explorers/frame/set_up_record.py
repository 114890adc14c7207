"""The state of a page without a panel of controls: one flat record of named values that its parts read and write."""

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle


class SetUpRecord(anywidget.AnyWidget):
    """Shows nothing itself. Parts of the page hold its id and follow it in the browser.

    The traits have the names that a panel of controls has, so that keeping and bringing back a set-up works alike.

    Attributes:
        values: control name -> value in the control's unit, all controls always present.
        faults: control name -> sentence; an empty mapping where all is well.
        level, levels: there is one level only.
    """

    _esm = bundle("set_up_record.js")
    values: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True, echo_update=False)
    faults: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    levels: "traitlets.List[Any]" = traitlets.List(["all"]).tag(sync=True)
    level = traitlets.Enum(["all"], "all").tag(sync=True, echo_update=False)

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Open with the starting value of every control."""
        super().__init__(values=dict(values))
