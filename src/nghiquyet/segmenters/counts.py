"""Counts: where the numbering of each style of label stands."""

from nghiquyet.segmenters.labels import Label

FEW = 3
"""Capital letters that a series may have lost."""


class Counts:
    """The last number of each style of label: a label that counts on is one, whatever stands before it."""

    def __init__(self) -> None:
        self.last: dict[str, int] = {}

    def goes_on(self, label: Label) -> bool:
        return label.value == self.last.get(label.style, 0) + 1

    def choose(self, candidates: tuple[Label, ...]) -> Label | None:
        """The reading that counts on («i)» behind «h)», «I.» behind «H.»), else the first."""
        if len(candidates) > 1:
            for label in candidates:
                if label.value > 1 and self.goes_on(label):
                    return label
        return next((label for label in candidates if self._may_begin(label)), None)

    def _may_begin(self, label: Label) -> bool:
        """«Q. CHÁNH VĂN PHÒNG» continues no series of capital letters and begins none; «b,», «Ii.» have to count on."""
        if label.rule in ("labels.letter_before_comma", "labels.small_numeral"):
            return self.goes_on(label)
        if label.family != "upper":
            return True
        return label.value <= FEW or 0 < label.value - self.last.get(label.style, -FEW) <= FEW

    def take(self, label: Label) -> None:
        if label.value:
            self.last[label.style] = label.value
