"""The standard ``re``, with patterns that are compiled when they are first used.

Rules name their patterns at the top of their module, six hundred in all; compiling them takes a third of a second, and
a text needs half of them. A module that says ``from nghiquyet.text import patterns as re`` writes ``re.compile`` as ever
and pays for a pattern when it first asks it something.
"""

import re
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    Match,
    Pattern,
    escape,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import AnyStr, cast

_ASKED = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Uncompiled:
    """Stands for a pattern: its methods are those of the pattern from the first time one is asked for. Two threads that
    ask at once compile it twice, and find the same."""

    __slots__ = (*_ASKED, "_flags", "_source")

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(source: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """``re.compile``, put off to the first use."""
    return cast(Pattern[AnyStr], _Uncompiled(source, flags))


__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]
