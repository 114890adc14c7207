"""All controls of an explorer as one widget: levels, sliders with name, unit, range, help and source, presets, actions.

One widget for all of them, not one per slider: every widget carries its own script over the socket to every learner.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.reference_data.amounts import unit_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.controls import Control, Preset
from widgets.reference_data.wording import words


class ControlPanel(anywidget.AnyWidget):
    """What the learner sets. `values` follows every movement; `faults` shows a sentence beside the control it names.

    The browser sends one of these messages for what is not a value: {"action": "send_signal" | "keep" | "drop" |
    "reset"} or {"action": "preset", "preset": name}.

    Attributes:
        values: control name -> value in the control's unit, all controls always present.
        levels: the levels that a learner can choose from; with one alone there is nothing to choose.
        level: "see", "try" or "all": how many of the controls are on show.
        faults: control name -> sentence; an empty mapping where all is well.
        blocked: control name -> sentence that says why it cannot be turned on now.
        has_kept_run: whether a kept run lies behind the picture.
        sources: source key -> {"reference", "link"} of every source that a control names.
    """

    _esm = bundle("control_panel.js")
    _css = bundle("control_panel.css")
    controls: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    groups: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    presets: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    sources: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    values: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True, echo_update=False)
    faults: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    blocked: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    levels: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    level = traitlets.Enum(["see", "try", "all"], "see").tag(sync=True, echo_update=False)
    has_kept_run = traitlets.Bool(False).tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        controls: Iterable[Control],
        presets: Iterable[Preset],
        values: Mapping[str, Any],
        *,
        levels: Sequence[str] = ("see", "try", "all"),
        own_words: Mapping[str, str] | None = None,
    ) -> None:
        """Open the panel.

        Args:
            controls: in the order they are shown; their groups come in the order of first appearance.
            presets: ready set-ups to choose from.
            values: the starting value of every control.
            levels: see the class; the panel opens on the first.
            own_words: what this panel says in another way than `control_panel.json`, names of groups among it.
        """
        controls = list(controls)
        texts = {**words("control_panel"), **(own_words or {})}
        groups = {
            control.group: {"key": control.group, "label": texts[f"group_{control.group}"]} for control in controls
        }
        sources = {key: cite(key) for control in controls for key in control.source}
        super().__init__(
            controls=[_as_json(control) for control in controls],
            groups=list(groups.values()),
            presets=[{"name": p.name, "label": p.label, "why": p.why} for p in presets],
            sources={key: {"reference": source.reference, "link": source.link} for key, source in sources.items()},
            values=dict(values),
            levels=list(levels),
            level=levels[0],
            words=texts,
        )


def _as_json(control: Control) -> dict[str, Any]:
    return {
        "name": control.name,
        "label": control.label,
        "unit": unit_in_words(control.unit),
        "minimum": control.minimum,
        "maximum": control.maximum,
        "step": control.step,
        "scale": control.scale,
        "default": control.default,
        "group": control.group,
        "level": control.level,
        "help": control.help,
        "source": list(control.source),
        "choices": dict(control.choices),
        "stops": [[value, text] for value, text in control.stops.items()],
    }
