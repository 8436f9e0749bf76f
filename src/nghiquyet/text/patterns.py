"""The standard ``re``, with patterns that are compiled when they are first used.

Rules name their patterns at the top of their module, six hundred in all; compiling them takes a third of a second, and
a text needs half of them. A module that says ``from nghiquyet.text import patterns as re`` writes ``re.compile`` as ever
and pays for a pattern when it first asks it something. Inside functions ``compile`` is that of ``re``.
"""

import re
import sys
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
from typing import Any, AnyStr, cast

_ASKED = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Uncompiled:
    """Stands for a pattern until it is first used. Then the names of its module lead to the pattern itself, and what
    still holds the stand-in, a tuple of patterns say, finds the pattern's own methods on it. Two threads that ask at
    once compile it twice, and find the same."""

    __slots__ = (*_ASKED, "_flags", "_module", "_source")

    def __init__(self, source: str | bytes, flags: int, module: dict[str, Any]) -> None:
        self._source, self._flags, self._module = source, flags, module

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self._source, self._flags)
        for method in _ASKED:
            setattr(self, method, getattr(compiled, method))
        for known, value in list(self._module.items()):
            if value is self:
                self._module[known] = compiled
        return getattr(compiled, name)


def compile(source: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """``re.compile``, put off to the first use where a module names its patterns."""
    caller = sys._getframe(1)
    if caller.f_code.co_name != "<module>":
        return re.compile(source, flags)
    return cast(Pattern[AnyStr], _Uncompiled(source, flags, caller.f_globals))


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
