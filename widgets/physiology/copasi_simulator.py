"""A time course of the SBML model, solved by COPASI: the only module that knows the engine.

COPASI is called directly, without its friendlier layers: those import numpy, pandas and matplotlib into every kernel.
"""

import locale
from bisect import bisect_right
from collections.abc import Callable, Generator, Mapping, Sequence

from widgets.physiology.in_pieces import Pause, in_pieces

_LETTERS = locale.setlocale(locale.LC_CTYPE)
import COPASI  # noqa: E402

# COPASI puts the whole process into the "C" locale, where Python would read a student's files as ASCII.
locale.setlocale(locale.LC_CTYPE, _LETTERS)

# In none of 200 random runs is a trace wrong by more than a five-hundredth of its range; at 3e-6 in fourteen, most in
# the release gate: where a nerve fires by itself, an impulse comes early or late (tests.benchmarks.solver_tolerance).
RELATIVE_TOLERANCE = 1e-7
# COPASI takes it as a share of each variable's starting value where that is not 0, and as it stands where it is.
ABSOLUTE_TOLERANCE = 1e-7
# Where an event falls this close to a time to record, COPASI may record at the event instead, or twice.
EVENT_BESIDE_SAMPLE_MS = 0.005


class SimulationError(Exception):
    """COPASI refused the model or could not finish a time course; the message is its own reason."""


class _EachRecordedTime(COPASI.CProcessReport):  # type: ignore[misc] # COPASI has no types
    """Calls back at each time that COPASI has recorded; where that returns False, the run ends."""

    def __init__(self, call: Callable[[], bool]) -> None:
        super().__init__()
        self._call = call

    def progressItem(self, _handle: int) -> bool:
        return self._call()


class CopasiSimulator:
    """One opened SBML model that can be run again and again with other parameter values, one run at a time.

    Every run starts from the file's own values, so a run depends on nothing but its arguments.
    """

    def __init__(self, sbml_text: str) -> None:
        """Open the model.

        Raises:
            SimulationError: COPASI cannot read the SBML text.
        """
        self._data_model = COPASI.CRootContainer.addDatamodel()
        if not self._data_model.importSBMLFromString(sbml_text):
            raise SimulationError(COPASI.CCopasiMessage.getAllMessageText().strip())
        self._model = self._data_model.getModel()
        values = self._model.getModelValues()
        species = self._model.getMetabolites()
        self._parameters = {v.getSBMLId(): v for v in (values.get(i) for i in range(values.size()))}
        self._species = {s.getSBMLId(): s for s in (species.get(i) for i in range(species.size()))}
        self._file_values = {name: value.getInitialValue() for name, value in self._parameters.items()}
        self._changed: set[str] = set()
        self._task = self._data_model.getTask("Time-Course")
        self._task.setMethodType(COPASI.CTaskEnum.Method_deterministic)
        self._task.getProblem().setTimeSeriesRequested(False)

    def run(
        self,
        parameter_values: Mapping[str, float],
        recorded: Sequence[str],
        times_ms: Sequence[float],
        relative_tolerance: float = RELATIVE_TOLERANCE,
    ) -> list[tuple[float, ...]]:
        """Return each recorded variable in its model unit, as a tuple of floats as long as `times_ms`.

        Args:
            parameter_values: SBML id of a parameter -> value for this run; all others keep the file's value.
            recorded: SBML ids of the species (as concentrations) and parameters to record.
            times_ms: when to record, increasing from 0; the last ends the run.
            relative_tolerance: of the solver, for each step.

        Raises:
            SimulationError: the solver gave up.
        """
        self._set_parameters(parameter_values)
        method, problem = self._task.getMethod(), self._task.getProblem()
        method.getParameter("Relative Tolerance").setDblValue(relative_tolerance)
        method.getParameter("Absolute Tolerance").setDblValue(ABSOLUTE_TOLERANCE)
        problem.setDuration(times_ms[-1])
        problem.setUseValues(True)
        # As text: given numbers, COPASI rounds them to six digits.
        problem.setValues(" ".join(map(repr, times_ms)))
        recording = COPASI.CDataHandler()
        for reference in (self._model.getValueReference(), *map(self._reference, recorded)):
            recording.addDuringName(COPASI.CRegisteredCommonName(reference.getCN().getString()))
        COPASI.CCopasiMessage.clearDeque()
        # As an interface of the data model, and not on its own: only then does COPASI also compute what is recorded
        # but not needed for solving.
        self._data_model.addInterface(recording)
        try:
            ready = self._task.initializeRaw(COPASI.CCopasiTask.OUTPUT_UI)
            COPASI.CCopasiMessage.clearDeque()  # the missing report file is no fault
            solved = ready and self._task.processRaw(True)
            self._task.restore()
        finally:
            self._data_model.removeInterface(recording)
        rows = [recording.getNthRow(i) for i in range(recording.getNumRowsDuring())]
        if not solved:
            raise SimulationError(COPASI.CCopasiMessage.getAllMessageText().strip())
        return list(zip(*_rows_at(times_ms, rows), strict=True))[1:]

    def run_in_pieces(
        self, parameter_values: Mapping[str, float], recorded: Sequence[str], times_ms: Sequence[float]
    ) -> Generator[float, None, list[tuple[float, ...]]]:
        """Yield the share of the times that is recorded, 0 to 1, after each of them, and return what `run` returns.

        It is the very same run. Until it has ended, or is closed, the simulator can do nothing else.

        Args and Raises: as `run`.
        """

        def run(pause: Pause) -> list[tuple[float, ...]]:
            count = 0

            def recorded_one() -> bool:
                nonlocal count
                count += 1
                return pause(min(1.0, count / len(times_ms)))

            each = _EachRecordedTime(recorded_one)
            self._task.setCallBack(each)
            try:
                return self.run(parameter_values, recorded, times_ms)
            finally:
                self._task.clearCallBack()

        return in_pieces(run)

    def _set_parameters(self, parameter_values: Mapping[str, float]) -> None:
        for name in self._changed - parameter_values.keys():
            self._parameters[name].setInitialValue(self._file_values[name])
        for name, value in parameter_values.items():
            self._parameters[name].setInitialValue(value)
        self._changed = set(parameter_values)
        # Without refreshing COPASI's own copy of the parameters, which only its user interface reads: 1.6 ms a run.
        self._model.updateInitialValues(COPASI.CCore.Framework_Concentration, False)

    def _reference(self, name: str) -> "COPASI.CDataObject":
        if name in self._species:
            return self._species[name].getConcentrationReference()
        return self._parameters[name].getValueReference()


def _rows_at(times_ms: Sequence[float], rows: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """Return for each time the last of the rows that begin with about this time: it follows an event, if one came."""
    recorded_ms = [row[0] for row in rows]
    last_row = [bisect_right(recorded_ms, time + EVENT_BESIDE_SAMPLE_MS) - 1 for time in times_ms]
    if any(i < 0 or time - recorded_ms[i] > EVENT_BESIDE_SAMPLE_MS for i, time in zip(last_row, times_ms, strict=True)):
        raise SimulationError("COPASI left out a time that was to be recorded.")
    return [rows[i] for i in last_row]
