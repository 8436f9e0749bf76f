"""«(Kèm theo Nghị quyết số 17/NQ-HĐND ngày 13 tháng 7 năm 2017 của …)» on an annex: what the lost header said."""

from nghiquyet.extractors.metadata.calendar import DAY, day_of
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.identities.numbers import NUMBER, read_number
from nghiquyet.records import Passage
from nghiquyet.text import patterns as re

ATTACHED_TO = re.compile(
    r"[Kk]èm\s+theo\s+(?P<kind>Nghị\s+quyết|Quyết\s+định|Kết\s+luận|Chỉ\s+thị|Quy\s+định)\s+(?:số\s*:?\s*)?"
    rf"(?P<number>{NUMBER})(?:\s*,?\s*ngày\s*{DAY})?"
)


def read_attached_line(draft: Draft) -> None:
    """Number and date of the document from the line that binds an annex to it, where the header prints none."""
    lacks_number = "number" not in draft.values
    if not lacks_number and draft.day("date") is not None:
        return
    for passage in _annex_lines(draft):
        hit = ATTACHED_TO.search(passage.text)
        if hit is None:
            continue
        number = read_number(hit["number"])
        known = draft.values.get("number")
        if not lacks_number and getattr(known, "text", None) != number.text:
            continue
        if lacks_number:
            span = passage.span(*hit.span("number"))
            draft.put("number", number, "attached_line.number", span, "inferred")
            draft.forget_missing("number")
        if (hit["d"] or hit["d2"]) and draft.day("date") is None and (day := day_of(hit)) is not None:
            start = hit.start("d") if hit["d"] else hit.start("d2")
            draft.put("date", day, "attached_line.date", passage.span(start, hit.end()), "inferred")
        return


def _annex_lines(draft: Draft) -> list[Passage]:
    """Lines that are nothing but the binding words; a body that merely cites an annex is no evidence."""
    found = []
    for place in draft.outline.places():
        text = place.passage.text
        if place.quoted or len(text) > 260 or "èm theo" not in text:
            continue
        if text.lstrip(" *_(").startswith(("Kèm theo", "Ban hành kèm theo", "kèm theo")):
            found.append(place.passage)
    return found
