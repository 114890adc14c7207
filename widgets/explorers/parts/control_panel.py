"""Controls as one widget: sliders with name, unit, range, help and source, ready set-ups, actions, levels.

One widget for all of them, not one per slider: every widget carries its own script over the socket to every learner.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers
from widgets.browser.source import Source
from widgets.explorers.frame.page_record import PageRecord
from widgets.reference_data.amounts import unit_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.controls import Control, ControlValue, Preset
from widgets.reference_data.wording import Wording, words


class ControlJson(TypedDict):
    """A control as the browser takes it; see `Control`. `stops` are places with a text of their own."""

    name: str
    label: str
    unit: str
    minimum: float | None
    maximum: float | None
    step: float | None
    scale: Literal["linear", "log", "age", "switch", "choice"]
    default: ControlValue
    group: str
    level: Literal["try", "all"]
    help: str
    source: list[str]
    choices: dict[str, str]
    stops: list[tuple[float, str]]


class ControlGroup(TypedDict):
    """Controls that stand under one heading."""

    key: str
    label: str


class PresetJson(TypedDict):
    """A ready set-up, why one would choose it, and a value for every control of its panel."""

    name: str
    label: str
    why: str
    values: dict[str, ControlValue]


class ControlPanel(Part):
    """Shows and moves some of the record's values. What is not a value it asks of the record, under its own name.

    Attributes:
        record: the page's state.
        name: the panel's name in the record.
        controls, groups, presets: what there is to show.
        keeps: whether a set-up can be kept, to be seen behind the next one.
        sources: source key -> every source that a control names.
    """

    _esm = bundle("control_panel.js")
    _css = bundle("control_panel.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)
    controls: "traitlets.List[ControlJson]" = traitlets.List().tag(sync=True)
    groups: "traitlets.List[ControlGroup]" = traitlets.List().tag(sync=True)
    presets: "traitlets.List[PresetJson]" = traitlets.List().tag(sync=True)
    keeps = traitlets.Bool(True).tag(sync=True)
    sources: "traitlets.Dict[str, Source]" = traitlets.Dict().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        record: PageRecord,
        controls: Iterable[Control],
        presets: Iterable[Preset],
        *,
        name: str = "controls",
        own_words: Mapping[str, str] | None = None,
        keeps: bool = True,
        on_send: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Open the panel.

        Args:
            record: see the class.
            controls: in the order they are shown; their groups come in the order of first appearance.
            presets: ready set-ups to choose from.
            name: see the class.
            own_words: what this panel says in another way than `control_panel.json`, names of groups among it.
            keeps: see the class.
            on_send: called with the ready set-up whose signals are to be sent, where the level "see" offers it.
        """
        self._on_send = on_send
        controls, presets = list(controls), list(presets)
        record.add_panel(name, [control.name for control in controls], presets)
        texts = {**words("control_panel"), **(own_words or {})}
        groups = {
            control.group: {"key": control.group, "label": texts[f"group_{control.group}"]} for control in controls
        }
        sources = {key: cite(key) for control in controls for key in control.source}
        super().__init__(
            record=record,
            name=name,
            controls=[control_as_json(control) for control in controls],
            groups=list(groups.values()),
            presets=[
                {"name": p.name, "label": p.label, "why": p.why, "values": dict(record.preset_values(name, p.name))}
                for p in presets
            ],
            sources={key: {"reference": source.reference, "link": source.link} for key, source in sources.items()},
            keeps=keeps,
            words=texts,
        )

    @answers("send")
    def _send_signals(self, preset: str) -> None:
        self._on_send(preset)


def control_as_json(control: Control) -> ControlJson:
    """Return a control as the browser takes it."""
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
        "stops": list(control.stops.items()),
    }
