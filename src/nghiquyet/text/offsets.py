"""Maps between the offsets of a text and of the text it was made from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class OffsetMap:
    """A monotone map from offsets in a derived text to offsets in its origin.

    It is made of runs ``(derived_start, origin_start, length)`` that were copied character by character; between two
    runs stands what an edit put in, which maps to what it replaced. Runs may be empty: they mark the border between
    two edits, and the edge of a text that begins or ends with one.
    """

    __slots__ = ("_derived", "_runs", "shift")

    def __init__(self, runs: Iterable[tuple[int, int, int]]) -> None:
        self._runs = tuple(runs)
        self._derived = [derived for derived, _, _ in self._runs]
        self.shift = self._runs[0][1] if len(self._runs) == 1 and self._runs[0][0] == 0 else None
        """How far every offset moves, where the text is one piece of its origin; None elsewhere."""

    def start(self, offset: int) -> int:
        """The origin offset at which the derived character ``offset`` begins."""
        index = bisect_right(self._derived, offset) - 1
        if index < 0:
            return self._runs[0][1] if self._runs else 0
        derived, origin, length = self._runs[index]
        inside = offset - derived
        if inside < length or index + 1 == len(self._runs):
            return origin + min(inside, length)
        return origin + length

    def end(self, offset: int) -> int:
        """The origin offset at which the derived text before ``offset`` ends: where a span that stops there stops."""
        if offset <= 0:
            return self.start(0)
        index = bisect_right(self._derived, offset - 1) - 1
        if index < 0:
            return self._runs[0][1] if self._runs else 0
        derived, origin, length = self._runs[index]
        inside = offset - derived
        if inside <= length:
            return origin + inside
        # The span ends inside or behind inserted characters: it reaches to where the next copied run begins.
        if index + 1 < len(self._runs):
            return self._runs[index + 1][1]
        return origin + length

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Origin offsets of the derived span ``[start, end)``; never reversed."""
        index = bisect_right(self._derived, start) - 1
        if index >= 0 and start <= end:
            derived, origin, length = self._runs[index]
            if start < derived + length and end <= derived + length:
                # Nearly every span lies inside one run.
                return origin + start - derived, origin + end - derived
        first = self.start(start)
        return first, max(first, self.end(end))

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """The map of a text onto itself."""
        return cls(((0, 0, length),))

    def inside(self, start: int, end: int) -> int | None:
        """Where the derived span ``[start, end)`` begins in the origin, when it lies inside one run; None elsewhere."""
        index = bisect_right(self._derived, start) - 1
        if index < 0 or start >= end:
            return None
        derived, origin, length = self._runs[index]
        return origin + start - derived if end <= derived + length else None

    def slice(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The runs inside the derived span ``[start, end)``, clipped to it; empty ones where an edit touches its edge."""
        index = max(bisect_right(self._derived, start) - 1, 0)
        reached = -1
        while index < len(self._runs):
            derived, origin, length = self._runs[index]
            if derived >= end:
                break
            first, last = max(derived, start), min(derived + length, end)
            if last > first or (last == first == derived):
                if reached < 0 and first > start:
                    yield start, self.start(start), 0
                yield first, origin + first - derived, last - first
                reached = last
            index += 1
        if reached < 0 < end - start:
            yield start, self.start(start), 0
        if reached < end:
            yield end, self.end(end), 0
