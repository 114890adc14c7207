"""The folder of the data package, and its files as text."""

from pathlib import Path

_INSTALLED_DATA = Path(__file__).parents[1] / "data"
_CHECKOUT_DATA = Path(__file__).parents[2] / "data"
DATA_FOLDER = _INSTALLED_DATA if _INSTALLED_DATA.is_dir() else _CHECKOUT_DATA


class DataError(Exception):
    """A cell, row, column or file of the data package is not what its schema promises.

    The message is one sentence that names the file, the row (1 is the first below the header), the column, the value
    and what is allowed.
    """


def read_text(path_in_package: str, folder: Path = DATA_FOLDER) -> str:
    """Return the text of one file of the data package.

    Raises:
        DataError: the file is missing or is not UTF-8 text.
    """
    try:
        return (folder / path_in_package).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"data/{path_in_package} cannot be read: {error}.") from error
