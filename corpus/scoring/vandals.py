"""Destroys one thing at a time in a perfect answer: a family that does not notice measures nothing."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from scoring.families import TITLE_BLOCK

Gold = dict[str, Any]
Vandal = Callable[[Gold], bool]


def as_answer(gold: Gold) -> Gold:
    """The gold as if a parser had answered it: extra keys of the annotation left out, parents as offsets."""
    answer = deepcopy(gold)
    starts = {node["id"]: node["start"] for node in answer["nodes"]}
    for node in answer["nodes"]:
        node["parent"] = starts.get(node["parent"])
    for task in answer["tasks"]:
        for kind in ("references", "measures"):
            task[kind] = [
                other["start"]
                for other in answer[kind]
                if task["start"] <= other["start"] and other["end"] <= task["end"] and other.get("core", True)
            ]
    return answer


def vandalised(answer: Gold) -> Iterator[tuple[str, str, Gold]]:
    """``(family that has to fall, what was done, the damaged answer)`` for every field that the answer holds."""
    for key, family in (
        ("start", "nodes.start"), ("number", "nodes.number"), ("kind", "nodes.kind"), ("heading", "nodes.heading"),
        ("parent", "nodes.parent"), ("end", "nodes.end"),
    ):  # fmt: skip
        yield from _spoil(answer, "nodes", key, family)
    for name, family in (("paragraph_joins", "joins"), ("footnotes", "footnotes"), ("noise", "noise")):
        yield from _spoil(answer, name, "start", family)
        yield from _drop(answer, name, family)
    yield from _spoil(answer, "footnotes", "ref_start", "footnotes")
    for key in TITLE_BLOCK:
        copy = deepcopy(answer)
        copy["metadata"][key] = "destroyed"
        yield "metadata", f"metadata.{key}", copy
    for key in ("signatories", "recipients", "legal_bases"):
        if answer["metadata"][key]:
            copy = deepcopy(answer)
            copy["metadata"][key].pop()
            yield key, f"metadata.{key} without its last", copy
    for key in ("value", "unit_base", "operator"):
        yield from _spoil(answer, "measures", key, "measures")
    for key in (
        "role", "direction", "value_kind", "estimated", "baseline", "of", "scope", "period", "deadline", "indicator",
        "indicator_full", "unit", "scale",
    ):  # fmt: skip
        yield from _spoil(answer, "measures", key, f"measures.{key}")
    yield from _drop(answer, "measures", "measures")
    for key, family in (
        ("start", "tasks"), ("lead", "tasks.lead"), ("coordinate", "tasks.supporting"), ("verb", "tasks.verb"),
        ("deadline", "tasks.deadline"), ("references", "tasks.links"), ("measures", "tasks.links"),
    ):  # fmt: skip
        yield from _spoil(answer, "tasks", key, family)
    for key, family in (
        ("end", "references"), ("doc_type", "references.type"), ("symbol", "references.number"), ("date", "references.date"),
        ("issuer", "references.issuer"), ("pinpoint", "references.pinpoint"), ("kind", "references.kind"), ("entity", "references.cluster"),
    ):  # fmt: skip
        yield from _spoil(answer, "references", key, family)
    yield from _spoil(answer, "ocr_errors", "expected", "repairs")
    yield from _drop(answer, "ocr_errors", "repairs")


def _spoil(answer: Gold, name: str, key: str, family: str) -> Iterator[tuple[str, str, Gold]]:
    """One value of ``key`` made wrong: in the first item that has one, and that the scorer looks at."""
    for index, item in enumerate(answer[name]):
        value = item.get(key)
        if value in (None, [], "") or (key == "estimated" and not value) or not item.get("core", True):
            continue
        if _is_open(answer, name, item) or _wrong(value) in _admitted(item, key):
            continue
        if family == "tasks.verb" and not item["lead"]:
            continue
        if family == "references.cluster" and sum(item[key] == other.get(key) for other in answer[name]) < 2:
            continue
        copy = deepcopy(answer)
        copy[name][index][key] = _wrong(value)
        yield family, f"{name}[{index}].{key}", copy
        return


def _is_open(answer: Gold, name: str, item: Gold) -> bool:
    """Whether a neutral stretch of this family, or of one of its keys, touches the item."""
    return any(
        name in {field.partition(".")[0] for field in str(entry.get("field", entry.get("layer", ""))).split("|")}
        and entry["start"] < item["end"]
        and item["start"] < entry["end"]
        for entry in answer.get("neutral", ())
    )


def _admitted(item: Gold, key: str) -> list[Any]:
    """The other right values of one key; a list of spans (citations) admits no value."""
    alternatives = item.get("alt")
    value = alternatives.get(key, []) if isinstance(alternatives, dict) else []
    return value if isinstance(value, list) else [value]


def _drop(answer: Gold, name: str, family: str) -> Iterator[tuple[str, str, Gold]]:
    if answer[name]:
        copy = deepcopy(answer)
        copy[name].pop(0)
        yield family, f"{name} without its first", copy


def _wrong(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 3
    if isinstance(value, list):
        return []
    if isinstance(value, dict):
        return None
    return f"destroyed {value}"
