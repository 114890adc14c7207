"""Tables for pandas, which is loaded only when somebody asks for one."""

from collections.abc import Mapping, Sequence
from typing import Any

from widgets.reference_data.plain_error import PlainError
from widgets.reference_data.wording import sentence


class NoPandasError(PlainError, ImportError):
    """pandas is asked for, and is not there."""


def data_frame(columns: Mapping[str, Sequence[object]], index: Mapping[str, Sequence[object]] | None = None) -> Any:  # noqa: ANN401 - a DataFrame
    """Return a pandas DataFrame of these columns.

    Args:
        columns: heading -> values, all equally many.
        index: name and values of the index; numbers from 0 where there is none.

    Raises:
        NoPandasError: pandas is not installed.
    """
    try:
        import pandas as pd  # type: ignore[import-untyped, unused-ignore]  # noqa: PLC0415 - half a second that only this should cost
    except ImportError:
        raise NoPandasError(sentence("cells", "no_pandas")) from None
    frame = pd.DataFrame(dict(columns))
    for name, values in (index or {}).items():
        frame.index = pd.Index(values, name=name)
    return frame
