"""Counts of one family of facts: what was right, what is missing, what is too much."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Hits, misses and extras. An empty family (nothing in gold, nothing found) scores None."""

    hits: int = 0
    misses: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)
    partial: float | None = None
    """Mean of graded hits (token F1 of names), where a family is graded and not counted."""

    @property
    def precision(self) -> float | None:
        found = self.hits + len(self.extras)
        return self.hits / found if found else None

    @property
    def recall(self) -> float | None:
        wanted = self.hits + len(self.misses)
        return self.hits / wanted if wanted else None

    @property
    def f1(self) -> float | None:
        if self.partial is not None:
            return self.partial
        total = 2 * self.hits + len(self.misses) + len(self.extras)
        return 2 * self.hits / total if total else None

    def compare(self, label: str, wanted: object, found: object, right: bool) -> None:
        """One field of one aligned fact: a hit, or a miss and an extra."""
        if right:
            self.hits += 1
        else:
            self.misses.append(f"{label}: {wanted!r} ← {found!r}")
            self.extras.append(f"{label}: {found!r} for {wanted!r}")


Scores = dict[str, Tally]
