"""Which version of the project this is; the number itself stands in `pyproject.toml` alone."""

from importlib.metadata import version


def project_version() -> str:
    """Return the version that is installed, such as "1.2.0".

    Raises:
        importlib.metadata.PackageNotFoundError: the project is not installed here.
    """
    return version("magnesium-muscle-explainer")
