"""Facts compared by what they say, not by where they stand: for a scan, a PDF or a damaged copy against clean gold."""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from rapidfuzz.distance import Levenshtein

from scoring.tally import Tally

Gold = dict[str, Any]
LIKENESS = 0.8
"""Two printed names with at most a fifth of their letters different are one name, read better or worse."""


def compare(gold: Gold, found: Gold, wanted: Callable[[Gold], bool], heard: Callable[[Gold], bool]) -> dict[str, Tally]:
    """Structure, references, measures, recipients and signatories of ``found`` against ``gold``.

    ``wanted`` and ``heard`` say which items of either side count: parts that one of the texts condenses are left out.
    """
    scores = {
        "structure": _matched(_structure(gold["nodes"], wanted), _structure(found["nodes"], heard), _same_division),
        "references": _matched(
            [item for item in gold["references"] if wanted(item) and item.get("core", True)],
            [item for item in found["references"] if heard(item)],
            _same_reference,
            extra=[item for item in gold["references"] if wanted(item) and not item.get("core", True)],
        ),
        "measures": _measures(gold, found, wanted, heard),
        "recipients": _matched(gold["metadata"]["recipients"], found["metadata"]["recipients"], _alike),
    }
    signers = found["metadata"]["signatories"]
    scores["signatories"] = _matched(gold["metadata"]["signatories"], signers, _same_signatory)
    return scores


def _matched(
    wanted: Iterable[Any], found: Iterable[Any], same: Callable[[Any, Any], bool], extra: Iterable[Any] = ()
) -> Tally:
    """Each wanted item takes the first found one that is the same; an ``extra`` one takes another without a point."""
    left = list(found)
    tally = Tally()
    for optional, items in ((False, wanted), (True, extra)):
        for item in items:
            place = next((place for place, other in enumerate(left) if same(item, other)), None)
            if place is not None:
                left.pop(place)
            if optional:
                continue
            if place is None:
                tally.misses.append(_shown(item))
            else:
                tally.hits += 1
    tally.extras.extend(map(_shown, left))
    return tally


def _shown(item: Any) -> str:
    """An item in a list of misses."""
    if not isinstance(item, dict):
        return str(item)
    if "path" in item:
        return f"{'.'.join(item['path'])} {item['kind']} {item['heading'] or ''}"
    keys = ("operator", "value", "low", "high", "scale", "unit_base", "symbol", "date", "pinpoint", "name", "authority")
    return f"{item.get('text', '')!r} " + " ".join(f"{key}={item[key]}" for key in keys if item.get(key))


def _structure(nodes: list[Gold], counts: Callable[[Gold], bool]) -> list[Gold]:
    """Each labelled or titled division by its path of numbers: dashes have none and count by their parent."""
    by_id = {node.get("id", node["start"]): node for node in nodes}

    def path(node: Gold) -> tuple[str, ...]:
        parent = by_id.get(node["parent"]) if node["parent"] is not None else None
        return (*(path(parent) if parent else ()), node["number"] or "-")

    return [{**node, "path": path(node)} for node in nodes if counts(node)]


def _same_division(wanted: Gold, found: Gold) -> bool:
    kinds = {wanted["kind"], *wanted.get("alt", {}).get("kind", ())}
    if wanted["path"] != found["path"] or found["kind"] not in kinds:
        return False
    if wanted["heading"] is None or found["heading"] is None:
        return wanted["heading"] is None and found["heading"] is None
    return _alike(wanted["heading"], found["heading"])


def _same_reference(wanted: Gold, found: Gold) -> bool:
    alternatives = wanted.get("alt", {})
    for key in ("kind", "doc_type", "date"):
        values = {_folded(wanted.get(key)), *map(_folded, alternatives.get(key, ()))}
        if _folded(found.get(key)) not in values:
            return False
    if _folded(wanted.get("symbol")) != _folded(found.get("symbol")):
        return False
    if wanted.get("symbol") is None and not _alike(wanted.get("text") or "", found.get("text") or ""):
        return False
    return wanted.get("pinpoint", []) == found.get("pinpoint", []) or "pinpoint" in alternatives


def _measures(gold: Gold, found: Gold, wanted: Callable[[Gold], bool], heard: Callable[[Gold], bool]) -> Tally:
    return _matched(
        [item for item in gold["measures"] if wanted(item)],
        [item for item in found["measures"] if heard(item)],
        _same_measure,
    )


def _same_measure(wanted: Gold, found: Gold) -> bool:
    alternatives = wanted.get("alt", {})
    for key in ("operator", "value", "low", "high", "scale", "unit_base"):
        values = {_value(wanted.get(key)), *map(_value, alternatives.get(key, ()))}
        if _value(found.get(key)) not in values:
            return False
    if _value(wanted.get("value")) is None and _value(wanted.get("low")) is None:
        return _alike(wanted.get("text") or "", found.get("text") or "")
    return True


def _value(text: Hashable) -> Hashable:
    if not isinstance(text, str):
        return text
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return _folded(text)


def _same_signatory(wanted: Gold, found: Gold) -> bool:
    """Authority and post as they are, the name within two edits."""
    return (
        _folded(wanted["authority"]) == _folded(found["authority"])
        and _folded(wanted["position"]) == _folded(found["position"])
        and Levenshtein.distance(wanted["name"] or "", found["name"] or "") <= 2
    )


def _alike(wanted: str, found: str) -> bool:
    return Levenshtein.normalized_similarity(_folded(wanted), _folded(found)) >= LIKENESS


def _folded(text: Any) -> str:
    return re.sub(r"[\s*]+", " ", unicodedata.normalize("NFC", str(text or "")).casefold()).strip(" .,;")
