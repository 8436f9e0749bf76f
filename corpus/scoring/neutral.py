"""What the gold leaves open: an extra there is no error, what is optional may be missing, a key may be read otherwise.

``{"field": "tasks", "start": …, "end": …}`` allows extra tasks that touch the stretch; ``"field": "tasks.agency"`` opens
that key of the tasks that touch it, and nothing else; ``"mode": "optional"`` lets the one fact with this very span be
missing. Several fields stand between bars: ``nodes|tasks``.
"""

from typing import Any

Gold = dict[str, Any]


class Neutral:
    """The open stretches of one gold file."""

    def __init__(self, gold: Gold) -> None:
        self.entries = [entry for entry in gold.get("neutral", ()) if "start" in entry]
        self.editorial = [(item["start"], item["end"]) for item in gold.get("editorial", ())]
        self.described = [(item["start"], item["end"]) for item in gold.get("descriptive_quantities", ())]

    def allows_extra(self, family: str, start: int, end: int) -> bool:
        """Whether a fact of ``family`` found at a place is neither right nor wrong."""
        if family == "measures" and any(first < end and start < last for first, last in self.described):
            return True
        if family in ("nodes", "noise") and any(first < end and start < last for first, last in self.editorial):
            return True
        return any(
            family in self._fields(entry)
            and entry.get("mode") != "optional"
            and entry["start"] < end
            and start < entry["end"]
            for entry in self.entries
        )

    def may_be_missing(self, family: str, item: Gold) -> bool:
        """Whether a fact of the gold is one that a fair reader may leave out."""
        return any(
            entry.get("mode") == "optional"
            and family in self._fields(entry)
            and (entry["start"], entry["end"]) == (item["start"], item["end"])
            for entry in self.entries
        )

    def leaves_open(self, family: str, key: str, start: int, end: int) -> bool:
        """Whether a key of a fact (``tasks.agency``) may be read in more than one way at a place."""
        return any(
            f"{family}.{key}" in self._fields(entry) and entry["start"] < end and start < entry["end"]
            for entry in self.entries
        )

    @staticmethod
    def _fields(entry: Gold) -> list[str]:
        return str(entry.get("field", entry.get("layer", ""))).split("|")
