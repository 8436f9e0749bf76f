"""The command line: ``nghiquyet parse | convert | validate | explain``."""

import sys

from nghiquyet.cli.commands import build
from nghiquyet.cli.screen import survive, wanted_language


def main() -> None:
    """Runs the command that ``sys.argv`` names; ends the process with its exit code."""
    survive(sys.stdout)
    survive(sys.stderr)
    build(wanted_language(sys.argv[1:]))()


__all__ = ["main"]
