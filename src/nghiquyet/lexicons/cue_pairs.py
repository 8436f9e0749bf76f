"""Two-syllable cue words by their letters alone: what «phân đấu» or «chông chéo» may have been on paper."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from nghiquyet.text.vietnamese import without_marks


@dataclass(frozen=True, slots=True)
class CuePair:
    """A cue word of two syllables. ``look_alikes`` are the other spellings of its letters that running text has."""

    cue: str
    count: int
    look_alikes: frozenset[str]


class CuePairIndex:
    """``cue_pairs.tsv`` by letters without marks; read on first use."""

    @cached_property
    def by_letters(self) -> dict[str, dict[str, CuePair]]:
        """First bare syllable → second bare syllable → cue; the commoner cue where two share their letters."""
        pairs: dict[str, dict[str, CuePair]] = {}
        lines = files("nghiquyet.lexicons").joinpath("cue_pairs.tsv").read_text("utf-8").splitlines()
        for line in lines[1:]:
            cue, count, others = line.split("\t")
            pair = CuePair(cue, int(count), frozenset(other for other in others.split("|") if other))
            first, second = without_marks(cue).split(" ")
            seconds = pairs.setdefault(first, {})
            if second not in seconds or seconds[second].count < pair.count:
                seconds[second] = pair
        return pairs


class SyllablePairs:
    """How often two syllables stand side by side in running text: counts of six and more over 120 million characters
    of laws and official news, in lower case, within clauses. Read when the first doubt arises, and the followers of a
    syllable when they are first asked for."""

    @cached_property
    def _lines(self) -> dict[str, str]:
        """Each first syllable with its followers as the file has them: «đấu:5121 đầu:60»."""
        data = gzip.decompress(files("nghiquyet.lexicons").joinpath("syllable_pairs.tsv.gz").read_bytes()).decode()
        lines = (line.partition("\t") for line in data.splitlines())
        return {first: followers for first, _, followers in lines}

    @cached_property
    def _counts(self) -> dict[str, dict[str, int]]:
        return {}

    def _followers(self, first: str) -> dict[str, int]:
        counts = self._counts.get(first)
        if counts is None:
            pairs = (pair.rpartition(":") for pair in self._lines.get(first, "").split())
            counts = {second: int(count) for second, _, count in pairs}
            if counts:
                self._counts[first] = counts
        return counts

    def count(self, first: str, second: str) -> int:
        """The count of a pair of folded syllables; 0 for what was seen fewer than six times."""
        return self._followers(first).get(second, 0)

    def knows(self, syllable: str) -> bool:
        """Whether running text has the folded syllable in front of another."""
        return syllable in self._lines

    def behind(self, syllable: str) -> Iterator[tuple[str, int]]:
        """What stands behind the folded syllable, with its count."""
        yield from self._followers(syllable).items()

    def items(self) -> Iterator[tuple[tuple[str, str], int]]:
        """Every pair with its count."""
        for first in self._lines:
            for second, count in self._followers(first).items():
                yield (first, second), count


CUE_PAIRS = CuePairIndex()
SYLLABLE_PAIRS = SyllablePairs()
