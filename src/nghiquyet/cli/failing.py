"""What a command does when it fails: one line and an exit code."""

import sys

import typer

from nghiquyet.cli.screen import notices
from nghiquyet.diagnostics import Language, in_language
from nghiquyet.errors import NghiquyetError

EXIT_UNREADABLE = 3
EXIT_UNWRITABLE = 4


class Failing:
    """Turns the library's exceptions into one line on standard error and an exit code."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, BrokenPipeError):
            # The reader of the pipe went away: no complaint, and none when Python closes the stream.
            sys.stdout = None
            raise typer.Exit(0) from error
        if isinstance(error, NghiquyetError):
            notices().print(in_language(error, self.language), markup=False)
            unwritable = error.code in ("error.write", "error.busy")
            raise typer.Exit(EXIT_UNWRITABLE if unwritable else EXIT_UNREADABLE) from error
