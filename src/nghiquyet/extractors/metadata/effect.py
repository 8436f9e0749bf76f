"""The effect clause («có hiệu lực từ ngày …») and the dissemination clause («phổ biến đến chi bộ»)."""

import datetime

from nghiquyet.extractors.metadata.adoption import adoption_clause
from nghiquyet.extractors.metadata.calendar import DAY, day_of
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.records import Passage
from nghiquyet.text import patterns as re

_EFFECT = re.compile(r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?(?:\s*,)?\s+(?:kể\s+)?từ\s+(?:ngày\s+)?")
_AFTER = re.compile(
    r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+sau\s+(?P<days>\d{1,3})\s*(?:\([^)]{1,30}\)\s*)?ngày,?\s+kể\s+từ\s+ngày\s+"
)
_DAY = re.compile(DAY)
_EVENT = re.compile(
    r"(?:được\s+)?(?:Hội đồng nhân dân\s+(?:\w+\s+){0,6}?|Quốc hội\s+)?(?P<event>thông\s+qua|ký|ban\s+hành)\b"
)
_DISSEMINATION = re.compile(r"[^.;]*\b(?:phổ\s+biến|phổ biến và thực hiện)\s+đến\s+[^.;]{2,80}\.?")
_KINDS = r"(?:Nghị quyết|Quy định|Luật|Kết luận|Pháp lệnh|Chỉ thị|Hướng dẫn|Văn bản|Quy chế|Quyết định)"
# «Nghị quyết này …», and «Nghị quyết có hiệu lực …» at the head of its sentence.
_SUBJECT = re.compile(rf"{_KINDS}\s+này\b|(?:^|[.;]\s+|\d\s+){_KINDS}\s+(?=có\s+hiệu|đã\s+được|được)")
LOOK_BEHIND = 400


def read_effect(draft: Draft) -> None:
    """The day from which the text is in force: printed, or the day of signing or adoption that the clause names."""
    for passage in draft.clauses:
        text = passage.text
        if "hiệu lực" not in text:
            continue
        for hit in _AFTER.finditer(text):
            base = draft.day("adopted") or draft.day("date")
            if base is not None and _is_its_own(passage, hit.start()):
                day = base + datetime.timedelta(days=int(hit["days"]))
                draft.put("effective", day, "effect.days_after_adoption", passage.span(*hit.span()), "inferred")
                return
        for hit in _EFFECT.finditer(text):
            if not _is_its_own(passage, hit.start()):
                continue
            printed = _DAY.match(text, hit.end())
            if printed is not None and (value := day_of(printed)) is not None:
                draft.put("effective", value, "effect.printed_day", passage.span(hit.end(), printed.end()))
                return
            event = _EVENT.match(text, hit.end())
            if event is not None:
                name = "adopted" if event["event"].startswith("thông") else "date"
                base = draft.day(name) or draft.day("adopted") or draft.day("date")
                if base is not None:
                    span = passage.span(hit.start(), event.end())
                    draft.put("effective", base, "effect.day_of_event", span, "inferred")
                    return


def _is_its_own(passage: Passage, start: int) -> bool:
    """Whether the clause of effect at ``start`` speaks of this document: «Nghị quyết này …», or the end of the clause
    on its adoption, whose first words another line holds."""
    text = passage.text
    if _SUBJECT.search(text[max(0, start - LOOK_BEHIND) : start + 10]) is not None:
        return True
    adopted = adoption_clause(passage)
    return adopted is not None and adopted < start


def read_dissemination(draft: Draft) -> None:
    """«Nghị quyết này phổ biến đến chi bộ.»: the sentence as printed."""
    for passage in draft.clauses:
        if "phổ biến" not in passage.text or "đến" not in passage.text:
            continue
        for hit in _DISSEMINATION.finditer(passage.text):
            words = hit.group().strip()
            if len(words) <= 160 and _SUBJECT.match(words):
                start = hit.start() + len(hit.group()) - len(hit.group().lstrip())
                span = passage.span(start, hit.end())
                draft.put("dissemination", words, "effect.dissemination_clause", span)
                return
