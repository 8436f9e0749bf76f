"""Stretches that the gold leaves open: an extra there is no error, and what is optional there may be missing."""

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
            family in self._families(entry) and entry["start"] < end and start < entry["end"] for entry in self.entries
        )

    def leaves_open(self, family: str, key: str, start: int, end: int) -> bool:
        """Whether a key of a fact (``tasks.agency``) may be read in more than one way at a place."""
        return any(
            f"{family}.{key}" in str(entry.get("field", entry.get("layer", ""))).split("|")
            and entry["start"] < end
            and start < entry["end"]
            for entry in self.entries
        )

    @staticmethod
    def _families(entry: Gold) -> set[str]:
        return {name.partition(".")[0] for name in str(entry.get("field", entry.get("layer", ""))).split("|")}
