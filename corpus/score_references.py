"""Scores the reference engine: ``python corpus/score_references.py [--misses]``.

Three sets outside the project are read where NGHIQUYET_CORPUS is set (its sibling ``gold``): the case table, the
reference document's chains and hard negatives, and a published set of State sentences. Of the last, a span is the kind,
number and date of a document, without its issuer; same start, kind and number (or name of a law) counts as found, exact
spans are printed beside it, and misses are sorted into ours and the set's own inconsistencies.
"""

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import nghiquyet
from nghiquyet.extractors.references import Draft, find_drafts
from nghiquyet.identities.numbers import NUMBER, read_number
from nghiquyet.text.vietnamese import fold, slug
from survey import texts

Row = dict[str, Any]
LABELS = {
    "Hiến pháp": "HP", "Bộ luật": "BL", "Luật": "L", "Pháp lệnh": "PL", "Nghị định": "NĐ", "Nghị quyết": "NQ",
    "Quyết định": "QĐ", "Thông tư": "TT", "Thông tư liên tịch": "TTLT", "Nghị quyết liên tịch": "NQ",
}  # fmt: skip
_PARTS = {"diem": "point", "khoan": "clause", "dieu": "article", "muc": "section", "phu-luc": "appendix"}
_SPACED = re.compile(r" ([,;.)])")


def case_failures(rows: list[Row]) -> Iterator[str]:
    """One line for each row of the case table that is read otherwise."""
    for row in rows:
        found = nghiquyet.find_references(row["text"])
        wanted = row["refs"]
        spans = [(item["start"], item["end"]) for item in wanted]
        if [(ref.span.start, ref.span.end) for ref in found] != spans:
            yield f"{row['id']} spans: {[ref.text for ref in found]} for {[item['text'] for item in wanted]}"
            continue
        for index, (item, ref) in enumerate(zip(wanted, found, strict=True)):
            for name, want, have in _case_fields(item, ref, found, index):
                if want != have:
                    yield f"{row['id']} {name}: {have!r} for {want!r} in {ref.text!r}"


def _case_fields(item: Row, ref: Any, found: Any, index: int) -> Iterator[tuple[str, Any, Any]]:
    number = item["number"]
    yield "type", item["type"], slug(ref.document_type or "")
    have = (ref.number.serial if ref.kind == "standard" else ref.number.text) if ref.number else None
    yield "number", number, have
    yield "date", item["date"], ref.date.isoformat() if ref.date else None
    # The table leaves what a congress or the code of a standard says of the issuer unfilled.
    if item["issuer"] is not None or (ref.congress is None and ref.kind != "standard"):
        yield "issuer", item["issuer"], ref.issuer.name if ref.issuer else None
    for key in ("congress", "plenum", "term", "year"):
        if key in item:
            value = getattr(ref, key)
            yield key, item[key], int(value) if value else None
    pins = item.get("pins") or ([item["pin"]] if "pin" in item else [])
    yield "pins", pins, ["/".join(_printed_pins(pin)) for pin in ref.pinpoints]
    if "role" in item:
        yield "role", item["role"].replace("-", "_"), ref.relation
    if item.get("self_"):
        yield "self", True, ref.kind == "relative"
    if "ref_to" in item:
        yield "ref_to", found[item["ref_to"]].identity, ref.identity


def _printed_pins(pin: Any) -> Iterator[str]:
    for printed, field in _PARTS.items():
        if (value := getattr(pin, field)) is not None:
            yield f"{printed}:{value}"


def chains(gold: Row, text: str) -> tuple[Counter[str], list[str]]:
    """Core spans, hard negatives and chains of the reference document."""
    references = nghiquyet.parse_text(text).references
    by_span = {(ref.span.start, ref.span.end): ref for ref in references}
    tally: Counter[str] = Counter()
    misses = []
    matched = []
    free = [(ref["start"], ref["end"]) for ref in gold["refs"] if ref["tier"] != "core"]
    for item in gold["refs"]:
        ref = by_span.pop((item["start"], item["end"]), None)
        if ref is None and item["full_span"]:
            ref = by_span.pop((item["full_span"]["start"], item["full_span"]["end"]), None)
        if ref is not None:
            matched.append((item, ref))
        if item["tier"] == "core":
            tally["found" if ref else "missed"] += 1
            if ref is None:
                misses.append(f"missed {item['text']!r}")
    for (start, end), ref in by_span.items():
        if not any(first < end and start < last for first, last in free):
            tally["extra"] += 1
            misses.append(f"extra {ref.text!r}")
        if any(item["start"] <= start and end <= item["end"] for item in gold["hard_negatives"]):
            tally["hard negatives hit"] += 1
            misses.append(f"hard negative {ref.text!r}")
    for (one, first), (two, second) in combinations(matched, 2):
        if (one["entity"] == two["entity"]) != (first.identity == second.identity):
            tally["chain errors"] += 1
            misses.append(f"chain {first.text!r} – {second.text!r}")
    return tally, misses


def vbpl(rows: list[Row]) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Counts over the sentences, and every miss with its sort."""
    tally: Counter[str] = Counter()
    misses: list[tuple[str, str]] = []
    for row in rows:
        text = row["text"]
        ours = {(start, label): draft for start, label, draft in _labelled(text)}
        gold = {(span["start"], span["label"]): span for span in row["spans"]}
        tally["gold"] += len(gold)
        tally["ours"] += len(ours)
        ends = {(start, end) for (start, _), span in gold.items() for end in [span["end"]]}
        for key, draft in ours.items():
            span = gold.get(key)
            if span is not None and _same(span["text"], draft):
                tally["same"] += 1
                tally["exact"] += (key[0], _dated_end(draft)) in ends
            else:
                sort = _extra_sort(row, key[0], draft)
                tally[f"extra, {sort}"] += 1
                misses.append(
                    (
                        f"extra, {sort}",
                        f"{key[1]} {text[key[0] : draft.end]!r}  …{text[max(0, key[0] - 50) : key[0]]!r}",
                    )
                )
        for key, span in gold.items():
            other = ours.get(key)
            if other is None or not _same(span["text"], other):
                sort = _miss_sort(row, span)
                tally[f"missed, {sort}"] += 1
                before = text[max(0, span["start"] - 50) : span["start"]]
                misses.append((f"missed, {sort}", f"{key[1]} {span['text']!r}  …{before!r}"))
    return tally, misses


def _labelled(text: str) -> Iterator[tuple[int, str, Draft]]:
    for draft in find_drafts(text):
        label = LABELS.get(draft.document_type or "")
        if label is None or draft.kind in ("relative", "scheme") or draft.rule.endswith("document_by_issuer"):
            continue
        start = draft.start
        if not draft.joined and "document_type" in draft.evidence:
            start = draft.evidence["document_type"][0]
        yield start, label, draft


def _dated_end(draft: Draft) -> int:
    """Where the span ends in the set's convention: behind the date, the year, the number or the name."""
    places = [draft.evidence[name][1] for name in ("date", "year", "number", "name") if name in draft.evidence]
    return max([*places, draft.evidence["document_type"][1]])


def _same(printed: str, draft: Draft) -> bool:
    if draft.document_type == "Hiến pháp":
        return True
    number = re.search(NUMBER, printed)
    if draft.name is None and draft.number is not None and draft.number.symbol is not None:
        return number is not None and read_number(number.group()).text == draft.number.text
    if draft.name is not None:
        return _plain(draft.name).startswith(_name(printed)) or _name(printed).startswith(_plain(draft.name))
    return True


def _plain(text: str) -> str:
    return fold(_SPACED.sub(r"\1", text)).replace(",", "")


def _name(printed: str) -> str:
    name = re.sub(r"^(?:Luật|Bộ [Ll]uật|Pháp lệnh|luật|pháp lệnh|bộ luật)\s+", "", printed)
    return _plain(re.split(r"\s*,?\s+(?:số|ngày|năm)\s", name)[0])


def _extra_sort(row: Row, start: int, draft: Draft) -> str:
    if any(span["start"] < draft.end and start < span["end"] for span in row["spans"]):
        return "ours: other bounds"
    if draft.number is not None and draft.number.symbol is not None:
        return "the set's: a full number without a label"
    if draft.rule == "references.laws.known_name" or (draft.rule == "references.laws.constitution"):
        return "the set's: a known law without a label"
    return "ours"


def _miss_sort(row: Row, span: Row) -> str:
    text = span["text"]
    overlapping = [o for o in row["spans"] if o is not span and o["start"] < span["end"] and span["start"] < o["end"]]
    if overlapping:
        return "the set's: spans overlap"
    kinds = {
        "NĐ": "nghị định",
        "TT": "thông tư",
        "QĐ": "quyết định",
        "L": "luật",
        "PL": "pháp lệnh",
        "NQ": "nghị quyết",
    }
    if not fold(text).startswith(kinds.get(span["label"], "")):
        return "the set's: label and kind differ"
    if span["label"] not in ("L", "BL", "PL", "HP") and not re.search(r"\d", text):
        return "the set's: a title without a number"
    return "ours"


def completeness(folder: Path) -> Counter[str]:
    """Numbered citations of the whole documents in ``folder``: how many have a complete key, and why the others do not.

    A site's own lines are no text of the document, so each is parsed whole.
    """
    tally: Counter[str] = Counter()
    for _, text in texts([folder]):
        for ref in nghiquyet.parse_text(text).references:
            if ref.kind == "numbered" and ref.number is not None and ref.number.symbol is not None:
                tally[ref.unresolved_because or "complete"] += 1
    return tally


def main() -> int:
    """Prints the scores."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true", help="print every miss")
    options.add_argument("--sort", default="", help="only misses whose sort begins so")
    options.add_argument("--bulk", action="store_true", help="the share of complete keys over all whole documents too")
    arguments = options.parse_args()
    outer = os.environ.get("NGHIQUYET_CORPUS")
    if not outer:
        print("NGHIQUYET_CORPUS is not set: nothing to score")
        return 0
    folder = Path(outer).parent / "gold"
    failures = list(case_failures(json.loads((folder / "citation_cases.json").read_text("utf-8"))["cases"]))
    print(f"case table: {len(failures)} deviations")
    for line in failures:
        print(f"  {line}")
    gold = json.loads((folder / "bac-giang-2025.references.json").read_text("utf-8"))
    tally, misses = chains(gold, (Path(outer).parent / gold["source"]["path"]).read_bytes().decode("utf-8"))
    print(f"bac-giang-2025: {dict(tally)}")
    for line in misses:
        print(f"  {line}")
    rows = [json.loads(line) for line in (folder / "vnlegaltext_val.jsonl").read_text("utf-8").splitlines()]
    counts, sorted_misses = vbpl(rows)
    for name in ("same", "exact"):
        print(f"State sentences, {name}: F1 {2 * counts[name] / (counts['gold'] + counts['ours']):.4f}")
    for sort, count in sorted(counts.items()):
        print(f"  {count:5} {sort}")
    if arguments.bulk:
        shares = completeness(Path(outer) / "bulk")
        print(
            f"bulk: {shares['complete'] / max(sum(shares.values()), 1):.4f} of {sum(shares.values()):,} keys complete"
        )
        for reason, count in shares.most_common():
            print(f"  {count:5} {reason}")
    if arguments.misses:
        for sort, line in sorted(sorted_misses):
            if sort.startswith(arguments.sort):
                print(f"  {sort}: {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
