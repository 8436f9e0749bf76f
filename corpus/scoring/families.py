"""What is scored, family by family. Each function takes gold and found in the form of the gold."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from itertools import combinations
from typing import Any

from nghiquyet.text.numerals import roman_value
from scoring.neutral import Neutral
from scoring.tally import Scores, Tally
from scoring.texts import plain, token_f1

Gold = dict[str, Any]
Pair = tuple[Gold, Gold]

_KINDS_OF_NOISE = {"page_number", "running_header", "rule", "watermark", "placeholder", "site", "editorial", "stamp"}


def score(gold: Gold, found: Gold) -> Scores:
    """Every family of one document."""
    neutral = Neutral(gold)
    scores: Scores = {}
    for family in FAMILIES:
        scores.update(family(gold, found, neutral))
    return scores


def _exact(name: str, wanted: Sequence[Gold], found: Sequence[Gold], neutral: Neutral, keys: Sequence[str]) -> Tally:
    """Items that agree in every key."""
    tally = Tally()
    rest = list(found)
    for item in wanted:
        match = next((other for other in rest if all(item.get(key) == other.get(key) for key in keys)), None)
        if match is not None:
            rest.remove(match)
            tally.hits += 1
        else:
            tally.misses.append(f"{item['start']}-{item['end']} {str(item.get('text', ''))[:70]}")
    for item in rest:
        if not neutral.allows_extra(name, item["start"], item["end"]):
            tally.extras.append(f"{item['start']}-{item['end']} {str(item.get('text', ''))[:70]}")
    return tally


def nodes(gold: Gold, found: Gold, neutral: Neutral) -> Scores:
    """Structural units by the place of their label; number, kind, heading and parent over all of them."""
    places = {item["start"]: item for item in found["nodes"]}
    starts = {item["id"]: item["start"] for item in gold["nodes"]}
    scores = {f"nodes.{key}": Tally() for key in ("start", "number", "kind", "heading", "parent", "end")}
    seen = set()
    for item in gold["nodes"]:
        other = next((places[at] for at in (item["start"], item.get("alt_start")) if at in places), None)
        label = f"{item['start']} {item['label'] or ''} {(item['heading'] or '')[:40]}"
        if other is None:
            for tally in () if neutral.may_be_missing("nodes", item) else scores.values():
                tally.misses.append(label)
            continue
        seen.add(other["start"])
        scores["nodes.start"].hits += 1
        alternatives = item.get("alt", {})
        rows = (
            ("number", plain(item["number"]), plain(other["number"])),
            ("kind", item["kind"], other["kind"]),
            # The colon of a run-in title is of the title here, left out there.
            ("heading", plain(item["heading"]).rstrip(": "), plain(other["heading"]).rstrip(": ")),
            ("parent", starts.get(item["parent"]), other["parent"]),
            ("end", item["end"], other["end"]),
        )
        for key, right, value in rows:
            other_values = [plain(v) if key in ("number", "heading") else v for v in alternatives.get(key, ())]
            if key == "parent":
                other_values = [starts.get(other_parent) for other_parent in other_values]
            open_ = neutral.leaves_open("nodes", key, item["start"], item["end"])
            run_in = key == "heading" and item.get("run_in") and not right
            scores[f"nodes.{key}"].compare(
                label, right, value, value == right or value in other_values or open_ or run_in
            )
    for item in found["nodes"]:
        if item["start"] not in seen and not neutral.allows_extra("nodes", item["start"], item["start"] + 1):
            for tally in scores.values():
                tally.extras.append(f"{item['start']} {item['label'] or ''} {(item['heading'] or '')[:40]}")
    return scores


def layout(gold: Gold, found: Gold, neutral: Neutral) -> Scores:
    """Paragraphs joined over page breaks, footnotes bound to their marks, page furniture."""
    return {
        "joins": _exact(
            "paragraph_joins", gold["paragraph_joins"], found["paragraph_joins"], neutral, ("start", "end")
        ),
        "footnotes": _exact(
            "footnotes",
            gold["footnotes"],
            found["footnotes"],
            neutral,
            ("marker", "ref_start", "ref_end", "start", "end"),
        ),
        "noise": _exact("noise", gold["noise"], found["noise"], neutral, ("start", "end")),
    }


TITLE_BLOCK = (
    "side", "doc_type", "symbol", "number", "issuer", "territory", "title", "date", "place", "subject_year",
)  # fmt: skip
"""The fields of the metadata that hold one value each."""


def metadata(gold: Gold, found: Gold, neutral: Neutral) -> Scores:
    """Each field of the title block, signatures, recipients, legal bases."""
    wanted, have = gold["metadata"], found["metadata"]
    alternatives = gold.get("metadata_alternatives", {})
    fields = Tally()
    for key in TITLE_BLOCK:
        accepted = [plain(value) for value in (wanted.get(key), *_listed(alternatives.get(key)))]
        fields.compare(key, wanted.get(key), have.get(key), plain(have.get(key)) in accepted)
    signatories = Tally()
    signed = _signed(have["signatories"])
    readings = [_signed(who) for who in (wanted["signatories"], *_listed(alternatives.get("signatories")))]
    _bag(signatories, signed if signed in readings else readings[0], signed)
    recipients = Tally()
    _bag(
        recipients,
        [_recipient(item) for item in wanted["recipients"]],
        [_recipient(item) for item in have["recipients"]],
    )
    bases = _exact("legal_bases", wanted["legal_bases"], have["legal_bases"], neutral, ("start", "end"))
    return {"metadata": fields, "signatories": signatories, "recipients": recipients, "legal_bases": bases}


def _signed(signatories: Sequence[Gold]) -> list[str]:
    return [" · ".join(plain(who.get(key)) for key in ("authority", "position", "name")) for who in signatories]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _recipient(text: str) -> str:
    """Text and note, whatever mark stands between them."""
    return re.sub(r"[\s,;]*\(", " (", plain(text)).strip(" ,;.")


def _bag(tally: Tally, wanted: Sequence[str], found: Sequence[str]) -> None:
    rest = list(found)
    for item in wanted:
        if item in rest:
            rest.remove(item)
            tally.hits += 1
        else:
            tally.misses.append(item)
    tally.extras += rest


def _aligned(wanted: Sequence[Gold], found: Sequence[Gold]) -> tuple[list[Pair], list[Gold], list[Gold]]:
    """Pairs by the largest overlap of spans, each item once; then what is left on either side."""
    overlaps = sorted(
        (
            (min(item["end"], other["end"]) - max(item["start"], other["start"]), -index, -place)
            for index, item in enumerate(wanted)
            for place, other in enumerate(found)
            if item["start"] < other["end"] and other["start"] < item["end"]
        ),
        reverse=True,
    )
    left, right = dict(enumerate(wanted)), dict(enumerate(found))
    pairs: list[Pair] = []
    for _, index, place in overlaps:
        if -index in left and -place in right:
            pairs.append((left.pop(-index), right.pop(-place)))
    pairs.sort(key=lambda pair: pair[0]["start"])
    return pairs, list(left.values()), list(right.values())


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)) if value is not None else None
    except InvalidOperation:
        return None


def _accepted(item: Gold, key: str) -> list[Any]:
    return [item.get(key), *_listed(item.get("alt", {}).get(key))]


def measures(gold: Gold, found: Gold, neutral: Neutral) -> Scores:
    """Figures by value, unit and comparator; what they mean over the aligned ones."""
    pairs, missing, extra = _aligned(gold["measures"], found["measures"])
    extra = [item for item in extra if not neutral.allows_extra("measures", item["start"], item["end"])]
    missing = [item for item in missing if not neutral.may_be_missing("measures", item)]
    names = (
        "role",
        "direction",
        "value_kind",
        "estimated",
        "baseline",
        "of",
        "scope",
        "period",
        "deadline",
        "unit",
        "scale",
    )
    scores = {"measures": Tally(), **{f"measures.{name}": Tally() for name in names}}
    places = {id(other): gold["measures"].index(item) for item, other in pairs}
    graded: dict[str, list[float]] = {"measures.indicator": [], "measures.indicator_full": []}
    for item, other in pairs:
        label = f"{item['start']} {item.get('text', '')!r}"
        figure = tuple(_number(item.get(key)) for key in ("value", "low", "high"))
        found_figure = tuple(_number(other.get(key)) for key in ("value", "low", "high"))
        same_figure = all(
            value in [_number(accepted) for accepted in _accepted(item, key)]
            for key, value in zip(("value", "low", "high"), found_figure, strict=True)
        )
        same_unit = plain(other["unit_base"]) in [plain(value) for value in _accepted(item, "unit_base")]
        same_operator = other["operator"] in _accepted(item, "operator")
        scores["measures"].compare(
            label,
            (*map(str, figure), item["unit_base"], item["operator"]),
            (other["value"], other["low"], other["high"], other["unit_base"], other["operator"]),
            same_figure and same_unit and same_operator,
        )
        for name in ("role", "direction", "value_kind", "estimated", "period", "deadline"):
            right = other[name] in _accepted(item, name) or (
                name == "estimated" and not other[name] and not item.get(name)
            )
            scores[f"measures.{name}"].compare(label, item.get(name), other[name], right)
        for name in ("scope", "unit"):
            accepted = [plain(value) for value in _accepted(item, name)]
            scores[f"measures.{name}"].compare(label, item.get(name), other[name], plain(other[name]) in accepted)
        scores["measures.scale"].compare(
            label,
            item["scale"],
            other["scale"],
            _number(other["scale"]) in [_number(v) for v in _accepted(item, "scale")],
        )
        wanted_base, found_base = item.get("baseline"), other["baseline"]
        same_base = (wanted_base is None) == (found_base is None) and (
            not wanted_base or token_f1(wanted_base["text"], found_base["text"]) >= 0.5
        )
        scores["measures.baseline"].compare(
            label, wanted_base, found_base, same_base or found_base in _accepted(item, "baseline")
        )
        parent = (
            found["measures"][other["of"]] if other["of"] is not None and other["of"] < len(found["measures"]) else None
        )
        place = places.get(id(parent)) if parent is not None else None
        scores["measures.of"].compare(
            label, item.get("of"), other["of"], (place if other["of"] is not None else None) in _accepted(item, "of")
        )
        for key in ("indicator", "indicator_full"):
            grade = max(token_f1(value, other[key]) for value in _accepted(item, key))
            graded[f"measures.{key}"].append(grade)
            tally = scores.setdefault(f"measures.{key}", Tally())
            if grade < 1:
                tally.misses.append(f"{label}: {item[key]!r} ← {other[key]!r} ({grade:.2f})")
    for item in missing:
        scores["measures"].misses.append(f"{item['start']} {item.get('text', '')!r}")
    for item in extra:
        scores["measures"].extras.append(f"{item['start']} {item.get('text', '')!r} {item['indicator']!r}")
    for name, grades in graded.items():
        total = len(gold["measures"]) + len(extra)
        if total:
            scores.setdefault(name, Tally()).partial = sum(grades) / max(len(gold["measures"]), len(grades))
    return scores


def tasks(gold: Gold, found: Gold, neutral: Neutral) -> Scores:
    """Tasks by span; lead, supporting, verb and deadline over those that the gold or the parser calls assigned."""
    scores = {f"tasks{name}": Tally() for name in ("", ".lead", ".supporting", ".verb", ".deadline", ".links")}
    rest = list(found["tasks"])
    for item in gold["tasks"]:
        starts = (item["start"], item.get("alt_start"))
        ends = {end + slack for end in _accepted(item, "end") for slack in (-1, 0, 1)}
        match = next((o for o in rest if o["start"] in starts and o["end"] in ends), None)
        label = f"{item['start']}-{item['end']}"
        if match is None and neutral.may_be_missing("tasks", item):
            continue
        if match is None:
            scores["tasks"].misses.append(label)
            for key in ("lead", "coordinate"):
                name = "lead" if key == "lead" else "supporting"
                scores[f"tasks.{name}"].misses += [f"{label} {agency}" for agency in item[key]]
            continue
        rest.remove(match)
        scores["tasks"].hits += 1
        _task_fields(scores, gold, item, match, label, neutral)
    for item in rest:
        if not neutral.allows_extra("tasks", item["start"], item["end"]):
            scores["tasks"].extras.append(f"{item['start']}-{item['end']} {str(item.get('text', ''))[:60]}")
            scores["tasks.lead"].extras += [f"{item['start']} {agency}" for agency in item["lead"]]
    return scores


def _task_fields(scores: Scores, gold: Gold, item: Gold, match: Gold, label: str, neutral: Neutral) -> None:
    open_list = neutral.leaves_open("tasks", "agency", item["start"], item["end"])
    for key, name in (("lead", "lead"), ("coordinate", "supporting")):
        readings = [
            [f"{label} {plain(agency)}" for agency in agencies]
            for agencies in (item[key], *item.get("alt", {}).get(key, ()))
        ]
        have = [f"{label} {plain(agency)}" for agency in match[key]]
        wanted = have if have in readings else readings[0]
        if open_list and wanted and have:
            scores[f"tasks.{name}"].hits += len(wanted)
        else:
            _bag(scores[f"tasks.{name}"], wanted, have)
    if item["lead"] or match["lead"] or item["coordinate"] or match["coordinate"]:
        verb, accepted = plain(match["verb"]), [plain(value) for value in _accepted(item, "verb")]
        right = bool(verb) and any(verb.startswith(value) or value.startswith(verb) for value in accepted)
        scores["tasks.verb"].compare(label, item["verb"], match["verb"], right)
    due = item.get("deadline") or item.get("recurrence")
    have_due = match.get("deadline") or match.get("recurrence")
    if due or have_due:
        right = item.get("deadline") == match.get("deadline") if item.get("deadline") else bool(due) == bool(have_due)
        other_values = [value for key in ("deadline", "recurrence") for value in _listed(item.get("alt", {}).get(key))]
        right = right or have_due in other_values or (item.get("deadline_partial", False) and not have_due)
        scores["tasks.deadline"].compare(label, due, have_due, right)
    for kind in ("references", "measures"):
        inside = [
            f"{label} {kind} at {other['start']}"
            for other in gold[kind]
            if item["start"] <= other["start"] and other["end"] <= item["end"] and other.get("core", True)
        ]
        known = {f"{label} {kind} at {start}" for start in match.get(kind, ())}
        scores["tasks.links"].hits += sum(entry in known for entry in inside)
        scores["tasks.links"].misses += [entry for entry in inside if entry not in known]


def references(gold: Gold, found: Gold, neutral: Neutral) -> Scores:
    """Citations by exact span; fields over the exact ones; mentions of one document clustered together."""
    core = [item for item in gold["references"] if item.get("core", True)]
    others = [item for item in gold["references"] if not item.get("core", True)]
    scores = {
        f"references{name}": Tally()
        for name in ("", ".type", ".number", ".date", ".issuer", ".pinpoint", ".kind", ".cluster")
    }
    by_span = {(item["start"], item["end"]): item for item in found["references"]}
    open_spans = [(item["start"], item["end"]) for item in others]
    matched: list[Pair] = []
    for item in gold["references"]:
        spans = [
            (item["start"], item["end"]),
            *((a["start"], a["end"]) for a in _listed(item.get("alt")) if "start" in a),
        ]
        starts = [item[key] for key in ("start", "alt_start") if item.get(key) is not None]
        ends = [item[key] for key in ("end", "full_end") if item.get(key) is not None]
        spans += [(start, end) for start in starts for end in ends]
        other = next((by_span.pop(span) for span in spans if span in by_span), None)
        if other is not None:
            matched.append((item, other))
        if not item.get("core", True) or (other is None and neutral.may_be_missing("references", item)):
            continue
        if other is None:
            scores["references"].misses.append(f"{item['start']}-{item['end']} {item.get('text', '')[:80]}")
        else:
            scores["references"].hits += 1
            _reference_fields(scores, item, other)
    for (start, end), item in by_span.items():
        if neutral.allows_extra("references", start, end) or any(a < end and start < b for a, b in open_spans):
            continue
        scores["references"].extras.append(f"{start}-{end} {item.get('text', '')[:80]}")
    named = [(item, other) for item, other in matched if item.get("entity")]
    for (first, one), (second, two) in combinations(named, 2):
        same, joined = first["entity"] == second["entity"], one["entity"] == two["entity"]
        label = f"{first.get('text', '')[:40]!r} – {second.get('text', '')[:40]!r}"
        if same and joined:
            scores["references.cluster"].hits += 1
        elif same:
            scores["references.cluster"].misses.append(label)
        elif joined:
            scores["references.cluster"].extras.append(label)
    del core
    return scores


def _reference_fields(scores: Scores, item: Gold, other: Gold) -> None:
    label = f"{item['start']} {item.get('text', '')[:50]!r}"
    symbols = [_bare_number(value) for value in _accepted_reference(item, "symbol")]
    right = _bare_number(other["symbol"]) in symbols
    scores["references.number"].compare(label, item.get("symbol"), other["symbol"], right)
    scores["references.kind"].compare(
        label, item["kind"], other["kind"], other["kind"] in _accepted_reference(item, "kind")
    )
    scores["references.type"].compare(
        label, item.get("doc_type"), other["doc_type"],
        plain(other["doc_type"]) in [plain(value) for value in _accepted_reference(item, "doc_type")],
    )  # fmt: skip
    right = other["date"] in _accepted_reference(item, "date")
    scores["references.date"].compare(label, item.get("date"), other["date"], right)
    scores["references.issuer"].compare(label, item.get("issuer"), other["issuer"], _same_issuer(item, other))
    readings = [item.get("pinpoint", ()), *(_accepted_reference(item, "pinpoint")[1:])]
    wanted, *others = [
        [{key: plain(value) for key, value in pin.items() if value and key != "to"} for pin in pins]
        for pins in readings
    ]
    have = [{key: plain(value) for key, value in pin.items()} for pin in other["pinpoint"]]
    scores["references.pinpoint"].compare(label, wanted, have, have == wanted or have in others)


_SERIES = re.compile(r"(?:qcvn|tcvn|iso|tcxdvn)\s+")


def _bare_number(symbol: object) -> str:
    """The number of a standard without its series: the gold has «QCVN 01-1:2018/BYT» and «01-1:2018/BYT» alike."""
    return _SERIES.sub("", plain(symbol))


def _same_issuer(item: Gold, other: Gold) -> bool:
    """The body as printed; where the gold names a congress or a plenum as the body, its ordinal in our own field."""
    accepted = [plain(value) for value in _accepted_reference(item, "issuer")]
    if plain(other["issuer"]) in accepted:
        return True
    ordinals = {word for value in accepted for word in re.findall(r"\b(?:[ivxl]+|\d+)\b", value)}
    meeting = any(value.startswith(("đại hội", "hội nghị", "trung ương")) for value in accepted)
    held = {plain(other.get(key)) for key in ("congress", "plenum") if other.get(key)}
    return meeting and bool(held & (ordinals | {str(roman_value(word.upper())) for word in ordinals}))


def _accepted_reference(item: Gold, key: str) -> list[Any]:
    alternatives = item.get("alt", {})
    return [item.get(key), *(_listed(alternatives.get(key)) if isinstance(alternatives, dict) else ())]


def repairs(gold: Gold, found: Gold, neutral: Neutral) -> Scores:
    """Repairs of damaged words: what was changed must be right; what was left alone is recall."""
    wanted = [dict(item, text=f"{item['found']} → {item['expected']}") for item in gold["ocr_errors"]]
    have = [dict(item, text=f"{item['found']} → {item['expected']}") for item in found["ocr_errors"]]
    return {"repairs": _exact("ocr_errors", wanted, have, neutral, ("start", "end", "expected"))}


Family = Callable[[Gold, Gold, Neutral], Scores]

FAMILIES: tuple[Family, ...] = (nodes, layout, metadata, measures, tasks, references, repairs)


def splitter_baseline(gold: Gold, text: str) -> float | None:
    """F1 of task spans for a bare splitter: every sentence of the sections that hold tasks, by stop and capital."""
    spans: list[tuple[int, int]] = []
    for section in {item["section"] for item in gold["tasks"] if item.get("section")}:
        node = next((n for n in gold["nodes"] if n["id"] == section), None)
        if node is None:
            continue
        start = node["start"]
        for match in re.finditer(r"[.!?](?=\s)|$", text[node["start"] : node["end"]]):
            spans.append((start, node["start"] + match.end()))
            start = node["start"] + match.end()
            while start < node["end"] and text[start].isspace():
                start += 1
    wanted = {(item["start"], item["end"]) for item in gold["tasks"]}
    hits = len(wanted & set(spans))
    total = len(wanted) + len(set(spans))
    return 2 * hits / total if total else None
