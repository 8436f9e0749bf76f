"""The lead of the press above a text: «Tổng Bí thư … đã ký ban hành Nghị quyết số 57-NQ/TW (ngày 22/12/2024) của Bộ
Chính trị về đột phá phát triển khoa học …»: what the lost header said."""

from nghiquyet.extractors.metadata.calendar import DAY, day_of
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.extractors.metadata.issuer import make_issuer
from nghiquyet.identities.numbers import NUMBER, read_number
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold

_LEAD = re.compile(
    rf"(?:ký\s+(?:ban\s+hành)?|ban\s+hành)\s+(?P<kind>Nghị\s+quyết|Kết\s+luận|Chỉ\s+thị|Quy\s+định|Luật|Nghị\s+định|Kế\s+hoạch)"
    rf"\s+số\s+(?P<number>{NUMBER})(?:\s*,?\s*\(?\s*ngày\s+{DAY}\s*\)?)?"
)
_OF = re.compile(r"\s*,?\s*của\s+")
_ABOUT = re.compile(r"\s*,?\s*(?P<subject>về\s[^.\n]{8,400})")


def read_press_lead(draft: Draft) -> None:
    """Number, date and subject from the lead, where header and title print none."""
    header, title = draft.header, draft.title
    limit = title.start if title.kind is not None and title.start else len(header.text)
    hit = _LEAD.search(header.text, 0, limit)
    kind = draft.values.get("document_type")
    if hit is None or not isinstance(kind, str) or fold(hit["kind"]) != fold(kind):
        return
    known = draft.values.get("number")
    if known is None:
        span = header.span(*hit.span("number"))
        draft.put("number", read_number(hit["number"]), "press_lead.number", span, "inferred")
        draft.forget_missing("number")
    elif getattr(known, "text", None) != read_number(hit["number"]).text:
        return
    if (hit["d"] or hit["d2"]) and draft.day("date") is None and (day := day_of(hit)) is not None:
        start = hit.start("d") if hit["d"] else hit.start("d2")
        draft.put("date", day, "press_lead.date", header.span(start, hit.end()), "inferred")
    position = hit.end()
    if (of := _OF.match(header.text, position)) and (found := BODIES.match(header.text, of.end())):
        position, body, territory = found
        issuer = make_issuer(header.text[of.end() : position], body, territory)
        draft.put("issuer", issuer, "press_lead.issuer", header.span(of.end(), position), "inferred")
    if "subject" in draft.values:
        return
    about = _ABOUT.match(header.text, position)
    if about is not None:
        subject = " ".join(about["subject"].split()).strip(" ,;:")
        draft.put("subject", subject, "press_lead.subject", header.span(*about.span("subject")), "inferred")
        draft.forget_missing("subject")
