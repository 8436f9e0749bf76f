"""Packages and programs that some kinds of file need, and the command that installs each."""

import shutil
from importlib import import_module
from typing import Any

from nghiquyet.diagnostics import failure
from nghiquyet.errors import MissingDependency


def import_extra(module: str, package: str, path: str, kind: str) -> Any:  # noqa: ANN401 - a module
    """The module; raises MissingDependency with the command that installs its package."""
    try:
        return import_module(module)
    except ImportError as error:
        raise missing(path, kind, package, f"pip install {package}") from error


def program(names: tuple[str, ...]) -> str | None:
    """The path of the first of these programs that is installed."""
    return next((found for name in names if (found := shutil.which(name)) is not None), None)


def missing(path: str, kind: str, what: str, command: str) -> MissingDependency:
    """The exception for a package or program that is not installed."""
    return failure(MissingDependency, "error.dependency", path=path, format=kind, what=what, command=command)
