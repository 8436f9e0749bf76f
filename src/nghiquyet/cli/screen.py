"""What the terminal needs: its language, an encoding that holds Vietnamese, consoles for output and for progress."""

import locale
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

from rich.console import Console

from nghiquyet.diagnostics import Language


def wanted_language(arguments: Sequence[str]) -> Language:
    """vi or en: by ``--lang``, else by ``NGHIQUYET_LANG``, else by the locale."""
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return "vi" if arguments[index + 1] == "vi" else "en"
        if argument.startswith("--lang="):
            return "vi" if argument == "--lang=vi" else "en"
    chosen = os.environ.get("NGHIQUYET_LANG") or locale.getlocale()[0] or ""
    return "vi" if chosen.lower().startswith(("vi", "vietnamese")) else "en"


def survive(stream: TextIO) -> None:
    """Makes a stream write UTF-8, with escapes for what UTF-8 cannot hold: no terminal and no pipe loses a letter."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


PAGE_WIDTH = 120
"""Columns of what is no screen."""


def output() -> Console:
    """The console of results: standard output, as wide as a page when it is a pipe."""
    return Console(file=sys.stdout, highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else PAGE_WIDTH)


def notices() -> Console:
    """The console of errors and progress: standard error."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True)


def waiting(words: str) -> AbstractContextManager[object]:
    """Says on a terminal what takes its time, until it is done."""
    console = notices()
    return console.status(words) if console.is_terminal else nullcontext()
