"""Names of laws, codes and ordinances, to find where a name ends when no mark ends it."""

import csv
import re
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from nghiquyet.text.tries import trie_pattern

WINDOW = 220
"""The longest name read, in characters."""


@dataclass(frozen=True, slots=True)
class LawName:
    """A name as the official codification has it; ``numbers`` are the laws that bore it, newest first."""

    type: str
    name: str
    numbers: tuple[str, ...]


class LawNameIndex:
    """Longest-match index over ``law_names.tsv``; case is ignored inside a small window behind the type word."""

    @cached_property
    def rows(self) -> tuple[LawName, ...]:
        """All names, in the order of the table."""
        lines = files("nghiquyet.lexicons").joinpath("law_names.tsv").read_text("utf-8").splitlines()
        return tuple(
            LawName(row["type"], row["name"], tuple(number for number in row["numbers"].split("|") if number))
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        )

    @cached_property
    def _names(self) -> dict[str, LawName]:
        names: dict[str, LawName] = {}
        for row in self.rows:
            names.setdefault(row.name.lower(), row)
        return names

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(trie_pattern(self._names) + r"(?!\w)")

    def match(self, text: str, position: int) -> tuple[int, LawName] | None:
        """``(end, name)`` of the longest known name that begins at ``position``; None when there is none."""
        window = text[position : position + WINDOW].lower()
        match = self._pattern.match(window)
        if match is None:
            return None
        return position + match.end(), self._names[" ".join(match.group().split())]


LAW_NAMES = LawNameIndex()
