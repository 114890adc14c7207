"""The state of a page: one flat record of named values, and the one place where it changes."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypedDict, cast

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.one_move import one_move
from widgets.browser.part import Part, answers, shaped
from widgets.explorers.frame.history import History, SetUp
from widgets.explorers.frame.long_move import LongMove
from widgets.explorers.frame.move import Move, settled_values, solved_move
from widgets.explorers.frame.panel import Panel
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.frame.slow_rest import SlowRest
from widgets.explorers.frame.stored_record import read_stored_record
from widgets.explorers.frame.tellings import Tellings
from widgets.reference_data.control_values import ControlError, checked_values, chosen_preset
from widgets.reference_data.controls import Control, ControlValue, Preset
from widgets.reference_data.wording import sentence, words


class RecordWords(TypedDict):
    """What stands on the two buttons of the history, and at the bar of a move that takes long."""

    undo: str
    redo: str
    stop: str
    progress: str


class PageRecord(Part):
    """Every value that can be set on a page. It shows nothing; parts hold a reference to it and the names they show.

    Moves are checked, solved, assigned and shown here, remembered for undo, and refused here with one sentence. While
    one takes long, the values are those asked for and what was shown stays; "stop" or the next move ends it. The
    browser keeps the record in its tab (`record_keeping.ts`) and brings it back with the question "restore".

    Attributes:
        page: name of the page; pages do not share what the browser keeps.
        values: control name -> value in the control's unit, all controls always present.
        told: how often the kernel has told the values by itself.
        basis: which `told` a browser knew when it set values, and a number that grows whenever it sets any.
        kept: control name -> value of the set-up that is kept, of the panels that keep one.
        faults: control name -> sentence; an empty mapping where all is well.
        blocked: control name -> sentence that says why it cannot be turned on now.
        fault: the sentence on a fault that no panel shows, or empty.
        sentence: what the last move changed, and by how much.
        behind: what stands folded behind the sentence, or empty.
        levels: the levels that a learner can choose from; with one alone there is nothing to choose.
        level: how much is on show.
        computing: whether a move takes long and is being solved.
        computed_percent: how much of it is solved.
        can_undo, can_redo: whether there are steps to take back or to bring back.
        controls: control name -> control.
        start: the values that the page opens with.
    """

    _esm = bundle("page_record.js")
    page = traitlets.Unicode().tag(sync=True)
    values: "traitlets.Dict[str, ControlValue]" = traitlets.Dict().tag(sync=True, echo_update=False)
    told = traitlets.Int(0).tag(sync=True)
    basis: "traitlets.List[int]" = traitlets.List([0, 0]).tag(sync=True, echo_update=False)
    kept: "traitlets.Dict[str, ControlValue]" = traitlets.Dict().tag(sync=True)
    faults: "traitlets.Dict[str, str]" = traitlets.Dict().tag(sync=True)
    blocked: "traitlets.Dict[str, str]" = traitlets.Dict().tag(sync=True)
    fault = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    behind = traitlets.Unicode().tag(sync=True)
    levels: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    level = traitlets.Unicode().tag(sync=True, echo_update=False)
    computing = traitlets.Bool(False).tag(sync=True)
    computed_percent = traitlets.Int(0).tag(sync=True)
    can_undo = traitlets.Bool(False).tag(sync=True)
    can_redo = traitlets.Bool(False).tag(sync=True)
    words = shaped(RecordWords)

    def __init__(
        self,
        page: str,
        controls: Mapping[str, Control],
        start: Mapping[str, object] | None = None,
        *,
        levels: Sequence[str] = ("all",),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Open with the values of `start`, and the defaults of all other controls.

        Args:
            page: see the class.
            controls: every control of the page, by name.
            start: see the class.
            levels: see the class; the page opens on the first.
            clock: gives the time in seconds; moves of one control that follow each other closely are one step.

        Raises:
            ControlError: a value of `start` cannot be used.
        """
        self.controls = controls
        self.start: Values = checked_values(controls, start or {})
        self.panels: dict[str, Panel] = {}
        self._history = History(SetUp(self.start))
        self._tellings = Tellings(self.start)
        self._sections: list[Section[Any, Any]] = []
        # What is asked for by a move that takes long.
        self._wanted: SetUp | None = None
        self._said_before = ("", "")
        self._long = LongMove(self._tell_share, self._refuse)
        self._rest = SlowRest(self._show_more, self._refuse)
        self._clock, self._moved_at_s = clock, clock()
        self._apart = False
        said = words("explorer_page")
        super().__init__(
            page=page,
            values=dict(self.start),
            levels=list(levels),
            level=levels[0],
            words=cast(RecordWords, {key: said[key] for key in RecordWords.__annotations__}),
        )
        self.observe(self._follow, names="values")

    @traitlets.validate("level")
    def _known_level(self, proposal: "traitlets.Bunch") -> str:
        level = str(proposal["value"])
        if self.levels and level not in self.levels:
            raise traitlets.TraitError(f"There is no level {level!r}; choose one of {', '.join(self.levels)}.")
        return level

    def join(self, section: "Section[Any, Any]") -> None:
        """Let a section follow from now on; what it blocks is blocked."""
        self._sections.append(section)
        self.blocked = {**self.blocked, **section.blocked(section.found)}

    def go_on(self, section: "Section[Any, Any]") -> None:
        """Work on the rest of what a section has found, because a reader comes near to what waited for that."""
        self._rest.begin(section)

    def add_panel(
        self, name: str, names: Iterable[str], presets: Iterable[Preset] = (), *, says_faults: bool = True
    ) -> None:
        """Let some controls be kept, dropped, reset and loaded together, under the name of their panel."""
        self.panels[name] = Panel(tuple(names), {preset.name: preset for preset in presets}, says_faults)

    def set(self, **values: object) -> None:
        """Set controls by name, as if a learner had moved them; all of it is solved when this returns.

        Raises:
            ControlError: an unknown name, or a value the control cannot take; nothing changes.
        """
        self._move(checked_values(self.controls, {**self.asked.values, **values}), self.asked.kept, at_once=True)

    @answers("keep")
    def keep(self, panel: str = "") -> None:
        """Keep the set-up of a panel, or of the whole page, behind those to come.

        Raises:
            ControlError: there is no panel of this name.
        """
        own = {name: self.shown.values[name] for name in self._names(panel)}
        self._move(self.asked.values, {**self.asked.kept, **own})

    @answers("drop")
    def drop(self, panel: str = "") -> None:
        """Remove what is kept of a panel, or of the whole page.

        Raises:
            ControlError: there is no panel of this name.
        """
        names = self._names(panel)
        left = {name: value for name, value in self.asked.kept.items() if name not in names}
        self._move(self.asked.values, left)

    @answers("reset")
    def reset(self, panel: str = "", turn: int = 0) -> None:
        """Put the controls of a panel, or of the whole page, back to their start; for `turn` see `Tellings.overtake`.

        Raises:
            ControlError: there is no panel of this name.
        """
        names = self._names(panel)
        self._tellings.overtake(turn)
        self._load({name: self.start[name] for name in names})

    @answers("preset")
    def load_preset(self, preset: str, panel: str = "", turn: int = 0) -> None:
        """Load a ready set-up into the panel that offers it: its values, and defaults for the panel's other controls.

        Raises:
            ControlError: there is no panel, or no ready set-up, of this name.
        """
        self._names(panel)
        offered = {panel: self.panels[panel]} if panel else self.panels
        chosen_preset({name: one for each in offered.values() for name, one in each.presets.items()}, preset)
        into = next(name for name, each in offered.items() if preset in each.presets)
        self._tellings.overtake(turn)
        self._load(self.preset_values(into, preset))

    def preset_values(self, panel: str, preset: str) -> Values:
        """Return what a ready set-up sets in the panel that offers it: its values, and defaults for all others.

        Raises:
            ControlError: there is no ready set-up of this name.
        """
        into = self.panels[panel]
        values = chosen_preset(into.presets, preset).values
        return {name: values.get(name, self.controls[name].default) for name in into.names}

    @answers("step_apart")
    def step_apart(self) -> None:
        """Let the next move of one control be a step of its own, however soon it follows another."""
        self._apart = True

    @answers("undo")
    def undo(self, turn: int = 0) -> None:
        """Take the last step back; a value that could not be used, or that is still worked at, is taken back first."""
        self._tellings.overtake(turn)
        if self.faults or self.computing:
            self._move(self.shown.values, self.shown.kept)
        else:
            self._go_to(self._history.undone())

    @answers("redo")
    def redo(self, turn: int = 0) -> None:
        """Bring the last step that was taken back again."""
        self._tellings.overtake(turn)
        self._go_to(self._history.redone())

    @answers("stop")
    def stop(self) -> None:
        """End a move that takes long: the values go back to what is shown."""
        if self.computing:
            self._move(self.shown.values, self.shown.kept)

    @answers("restore")
    def restore(self, stored: str) -> bytes:
        """Bring back what the browser has kept, as far as it can be used; steps are counted from here on.

        Args:
            stored: JSON of {"values", "kept", "level"}; what it lacks, or what cannot be used, stays as it is.
        """
        found = read_stored_record(stored, self.controls)
        if found.level in self.levels:
            self.level = found.level
        self._move({**self.shown.values, **found.values}, found.kept, restoring=True)
        if self.faults:
            self._move(self.shown.values, self.shown.kept)
        return b""

    @property
    def shown(self) -> SetUp:
        """The set-up on show: the last one that could be solved."""
        return self._history.present

    @property
    def asked(self) -> SetUp:
        """The set-up that is being solved, or else the one on show."""
        return self._wanted or self.shown

    def _names(self, panel: str) -> tuple[str, ...]:
        if not panel:
            return tuple(self.controls)
        if panel not in self.panels:
            raise ControlError(
                panel, sentence("explorer_page", "unknown_panel", panel=panel, known=", ".join(self.panels))
            )
        return self.panels[panel].names

    def _follow(self, change: Mapping[str, Any]) -> None:
        """Take what the browser has set."""
        newly, late = self._tellings.newly_set(change["new"], self.basis)
        given, shown = {**self.asked.values, **newly}, self.shown
        if late or given != change["new"]:
            self._correct(given)
        apart, self._apart = self._apart, False
        if given == self.asked.values and not self.faults:
            return
        moved = [name for name, value in given.items() if value != shown.values.get(name)]
        self._move(given, self.asked.kept, control=moved[0] if len(moved) == 1 and not apart else "")

    def _correct(self, values: Values) -> None:
        """Send these values behind those on their way, which a browser had not heard when it set one of them."""
        with one_move(self):
            self._tell(values, again=True)
            self.send_state(["values", "told"])

    def _tell(self, values: Values, *, again: bool = False) -> None:
        """Show these values, where nobody has set them in a browser just so, or else `again`."""
        # A browser that presses on would be told, by each answer, what it has left behind.
        if values == self.values and not again:
            return
        self.unobserve(self._follow, names="values")
        self.values, self.told = dict(values), self._tellings.note(values)
        self.observe(self._follow, names="values")

    def _load(self, values: Values) -> None:
        self._move({**self.asked.values, **values}, self.asked.kept, anew=frozenset(values))

    def _go_to(self, history: History) -> None:
        if history is not self._history:
            self._move(history.present.values, history.present.kept, history=history)

    def _move(
        self,
        values: Mapping[str, object],
        kept: Values,
        *,
        control: str = "",
        anew: "frozenset[str]" = frozenset(),
        history: History | None = None,
        restoring: bool = False,
        at_once: bool = False,
    ) -> None:
        """Solve, then assign and show; or say what cannot be, and leave everything that is shown."""
        quiet_s = self._clock() - self._moved_at_s
        self._leave(sentence("explorer_page", "computing_stopped"))

        def done(move: Move) -> None:
            self._leave()
            if restoring:
                self._history = History(move.set_up)
            else:
                self._history = history or self._history.with_change(move.set_up, control, quiet_s)
            self._take(move, anew)

        try:
            wanted = SetUp(settled_values(self._sections, self.controls, values), kept)
            takes_long = self._long.begin(solved_move(self._sections, self.shown, wanted), done, at_once=at_once)
        except ControlError as error:
            self._refuse(error)
            return
        if takes_long:
            self._wait_for(wanted)

    def _take(self, move: Move, anew: "frozenset[str]") -> None:
        """Show what has been solved."""
        move.assign()
        loaded = frozenset(section for section in self._sections if anew.intersection(section.names))
        changed = loaded.union(move.found, move.kept)
        with one_move(self):
            self._show([section for section in self._sections if section in changed], loaded)
        for section in move.found:
            self._rest.begin(section)
        self._moved_at_s = self._clock()

    def _wait_for(self, wanted: SetUp) -> None:
        """Say that it takes long; what is shown stays, and the controls show what is asked for."""
        self._wanted = wanted
        self._said_before = (self.sentence, self.behind)
        with self.hold_sync():
            self.faults, self.fault = {}, ""
            self._tell(wanted.values)
            self.kept = dict(wanted.kept)
            self.sentence, self.behind = sentence("explorer_page", "computing"), ""
            # It can be taken back before it is there.
            self.computing, self.can_undo = True, True

    def _leave(self, said: str = "") -> None:
        """Wait no longer for a move that takes long, where there is one, and say so, or what was said before it."""
        if self._wanted is None:
            return
        self._long.stop()
        self._wanted = None
        with self.hold_sync():
            self.computing, self.computed_percent = False, 0
            self.kept = dict(self.shown.kept)
            self.sentence, self.behind = (said, "") if said else self._said_before

    def _tell_share(self, share: float) -> None:
        self.computed_percent = round(100 * share)

    def _show(self, sections: "list[Section[Any, Any]]", loaded: "frozenset[Section[Any, Any]]") -> None:
        for section in sections:
            section.show(anew=section in loaded)
        with self.hold_sync():
            self.faults, self.fault = {}, ""
            self.blocked = {
                name: why for section in self._sections for name, why in section.blocked(section.found).items()
            }
            self._tell(self.shown.values)
            self.kept = dict(self.shown.kept)
            self.can_undo, self.can_redo = self._history.can_undo, self._history.can_redo
            told = next(((said, each) for each in reversed(sections) if (said := each.said())), None)
            if told:
                self.sentence, self.behind = told[0], told[1].said_behind()

    def _refuse(self, error: ControlError) -> None:
        """Say what cannot be; the last good result stays on show."""
        self._leave()
        beside = any(error.control in panel.names and panel.says_faults for panel in self.panels.values())
        with self.hold_sync():
            self.faults = {error.control: str(error)}
            self.fault = "" if beside else str(error)
            # A value that could not be used can be taken back.
            self.can_undo = True

    def _show_more(self, section: "Section[Any, Any]") -> None:
        with one_move(self):
            section.show()
