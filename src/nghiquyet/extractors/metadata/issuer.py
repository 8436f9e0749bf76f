"""Who issues the document."""

from dataclasses import replace

from nghiquyet.extractors.metadata.adoption import adopting_body
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.lexicons.bodies import BODIES, Body, canonical_name
from nghiquyet.lexicons.places import PLACES
from nghiquyet.model import Issuer, Origin, Span
from nghiquyet.records import CleanText, Findings, Outline
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, without_marks

_ASKS = re.compile(r"\s*(?:khóa\s+\w+,?\s+)?(?:yêu cầu|ban hành|quyết nghị|quyết định|thống nhất|thông qua|nhất trí)\b")
_SIDE_KINDS = frozenset({"department", "police", "military", "agency", "union", "office_holder"})
_ISSUES = frozenset(
    {"committee", "bureau", "council", "executive", "assembly", "government", "head_of_government", "ministry",
     "advisory", "inspection", "party_group", "council_organ", "front", "congress", "court", "department",
     "head_of_state", "organization"}
)  # fmt: skip
_HEADED = frozenset({"office", "agency", "audit", "office_holder", "union", "assembly_organ", "procuracy"})
"""They issue where the header prints them on a line of their own."""
_CODES = {
    "HĐND": "Hội đồng nhân dân",
    "CP": "Chính phủ",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "QH": "Quốc hội",
    "UBND": "Ủy ban nhân dân",
    "TTg": "Thủ tướng Chính phủ",
    "TU": "Tỉnh ủy",
    "TW": "Ban Chấp hành Trung ương",
}
_SYMBOL_BODY = re.compile(r"(HĐND|UBTVQH|QH|UBND|CP|TTg|TU|TW)(?:K?\d+|KH[IVX]+)?$")


def read_issuer(draft: Draft) -> None:
    """The body behind «CỦA» in the title, else the line below the subject, the header's own, the adoption clause, the
    preamble's «… yêu cầu», the body on whose behalf the document is signed, or the body of the symbol."""
    for rule in (_of_title, _below_subject, _header_body, _adopting, _asking, _of_press_lead, _of_symbol):
        if rule(draft):
            _by_symbol(draft)
            return
    draft.missing("issuer")


def _by_symbol(draft: Draft) -> None:
    """«BAN CHẤP HÀNH TRUNG ƯƠNG / VĂN PHÒNG», 07-KL/VPTW: the symbol names the office below its superior."""
    issuer = draft.issuer
    symbol = getattr(draft.values.get("number"), "symbol", None) or ""
    # «TB-VPCP», «QĐ-TTg»: a State symbol has the body behind its hyphen.
    code = symbol.rpartition("/" if "/" in symbol else "-")[2]
    body = BODIES.by_code(code) if code != symbol else None
    if issuer is None or body is None or issuer.code == code or body.level != "central" or body.kind in _SHARED:
        return
    name = issuer.name if fold(body.name).startswith(fold(issuer.name)) else body.name
    draft.put(
        "issuer",
        Issuer(name=name, canonical=body.name, code=code, level=body.level),
        "issuer.office_of_symbol",
        draft.evidence["number"].span,
        "inferred",
    )


def read_family(draft: Draft) -> None:
    """The family, where the issuer says another than the words that the segmenters judged by: «TM. CHÍNH PHỦ» at the end
    of a text whose header is lost."""
    issuer = draft.issuer
    found = BODIES.match(issuer.canonical or issuer.name) if issuer is not None else None
    if found is None:
        return
    body = found[1]
    family = _FAMILIES.get(body.kind)
    if body.name == "Ủy ban Thường vụ Quốc hội":
        family = "standing_committee"
    # The header's own symbol says it more surely than any name.
    if family is None or family == draft.values["family"] or draft.outline.family_rule.endswith("_symbol"):
        return
    evidence = draft.evidence["issuer"]
    draft.put("family", family, "issuer.family_of_issuer", evidence.span, "inferred")
    draft.put("side", found[1].side, "issuer.family_of_issuer", evidence.span, "inferred")


_FAMILIES = {
    "council": "peoples_council", "council_organ": "peoples_council", "assembly": "national_assembly",
    "assembly_organ": "national_assembly", "committee": "party", "bureau": "party", "party_group": "party",
    "inspection": "party", "party_body": "party",
} | dict.fromkeys(
    ("government", "executive", "ministry", "department", "head_of_government", "office", "audit", "police", "military"),
    "government",
)  # fmt: skip
_SHARED = frozenset({"committee", "bureau", "congress"})


def _of_title(draft: Draft) -> bool:
    place = draft.title.issuer
    return place is not None and _put(draft, place[0], "issuer.named_in_title")


def _below_subject(draft: Draft) -> bool:
    """State: «HỘI ĐỒNG NHÂN DÂN TỈNH BẮC GIANG» between the subject and the legal bases."""
    title = draft.title
    if title.kind is None:
        return False
    behind = title.subject[-1][1] if title.subject else title.end
    for line in draft.header.lines:
        if line.start < behind:
            continue
        found = BODIES.match(draft.header.text, line.start)
        if found is not None and found[1].kind in _ISSUES and draft.header.text[line.start].isupper():
            return _put(draft, line.start, "issuer.below_subject")
    return False


def _header_body(draft: Draft) -> bool:
    """The last body of the header's left column: above it stands its superior."""
    text = draft.header.text
    limit = draft.title.start if draft.title.kind is not None else len(text)
    best: int | None = None
    covered = 0
    for index, line in enumerate(draft.header.lines):
        if line.start >= limit:
            break
        # «CHỦ TỊCH⏎ỦY BAN NHÂN DÂN⏎TỈNH ĐỒNG THÁP» is one name.
        if line.start < covered:
            continue
        found = BODIES.match(text, line.start)
        if found is None:
            if best is not None and line.text.isupper() and _LOWER_BODY.match(line.text):
                return _put_by_form(draft, index, limit)
            continue
        printed = text[line.start : found[0]]
        if found[1].kind in _ISSUES or (found[1].kind in _HEADED and printed.isupper() and found[0] >= line.end):
            best, covered = line.start, found[0]
    return best is not None and _put(draft, best, "issuer.header_line")


# Bodies below another in a header that no table holds: «BỘ TÀI CHÍNH⏎CỤC THUẾ», «… HÀ NỘI⏎TRUNG TÂM PHỤC VỤ …».
_LOWER_BODY = re.compile(
    r"(?:TỔNG CỤC|CHI CỤC|CỤC|TRUNG TÂM|THUẾ|SỞ|VIỆN|TRƯỜNG|BAN CHỈ ĐẠO|BAN QUẢN LÝ|HẢI QUAN|KHO BẠC|VỤ)\s"
)


def _put_by_form(draft: Draft, index: int, limit: int) -> bool:
    """An issuer that is known by its form alone: its line, and the next one in capitals where the name goes on."""
    lines = draft.header.lines
    first = last = lines[index]
    for line in lines[index + 1 : index + 3]:
        if line.start >= limit or not line.text.isupper() or any(letter.isdigit() for letter in line.text):
            break
        if BODIES.match(draft.header.text, line.start) is not None:
            break
        last = line
    printed = " ".join(draft.header.text[first.start : last.end].split())
    lowered = printed.lower()
    pieces = list(lowered[:1].upper() + lowered[1:])
    territory = None
    for start, end, name in PLACES.find_provinces(printed):
        territory = name
        pieces[start:end] = " ".join(word.capitalize() for word in lowered[start:end].split())
    draft.put(
        "issuer",
        Issuer(name="".join(pieces), territory=territory),
        "issuer.lower_body_by_form",
        draft.header.span(first.start, last.end),
        "printed",
    )
    return True


def _adopting(draft: Draft) -> bool:
    for passage in draft.clauses:
        place = adopting_body(passage)
        if place is not None:
            found = BODIES.match(passage.text, place[0])
            if found is not None:
                span = passage.span(place[0], found[0])
                issuer = make_issuer(passage.text[place[0] : found[0]], found[1], found[2])
                draft.put("issuer", issuer, "issuer.adoption_clause", span, "inferred")
                return True
    return False


def _asking(draft: Draft) -> bool:
    """Party: «Ban Chấp hành Đảng bộ tỉnh yêu cầu …», where the header and title are lost."""
    for node in (*draft.outline.preamble, *draft.outline.front, *draft.outline.body[:6]):
        passage = getattr(node, "passage", None)
        if passage is None:
            continue
        for start, end, body, territory in BODIES.finditer(passage.text):
            if body.kind in _ISSUES and body.kind not in _SIDE_KINDS and _ASKS.match(passage.text, end):
                issuer = make_issuer(passage.text[start:end], body, territory)
                draft.put("issuer", issuer, "issuer.body_that_asks", passage.span(start, end), "inferred")
                return True
    return False


def _of_press_lead(draft: Draft) -> bool:
    """Read with the lead; every other place in the text goes before it."""
    return draft.issuer is not None


def _of_symbol(draft: Draft) -> bool:
    number = draft.values.get("number")
    symbol = getattr(number, "symbol", None) or ""
    hit = _SYMBOL_BODY.search(symbol)
    if hit is None:
        return False
    name = _CODES[hit.group(1)]
    found = BODIES.match(name)
    if found is None:
        return False
    issuer = make_issuer(name, found[1], None)
    draft.put("issuer", issuer, "issuer.body_of_symbol", draft.evidence["number"].span, "inferred")
    return True


def _put(draft: Draft, start: int, rule: str) -> bool:
    found = BODIES.match(draft.header.text, start)
    if found is None:
        return False
    end, body, territory = found
    span: Span | None = draft.header.span(start, end)
    origin: Origin = "printed"
    draft.put("issuer", make_issuer(draft.header.text[start:end], body, territory), rule, span, origin)
    return True


def make_issuer(printed: str, body: Body, territory: str | None) -> Issuer:
    """The public record of a body: its name in normal case, proper names restored."""
    name = normal_name(" ".join(printed.split()), body, territory)
    canonical = body.full(territory) if territory else body.name
    return Issuer(name=name, canonical=canonical, code=body.code, level=body.level, territory=territory)


def normal_name(printed: str, body: Body, territory: str | None) -> str:
    """«HỘI ĐỒNG NHÂN DÂN TỈNH BẮC GIANG» → «Hội đồng nhân dân tỉnh Bắc Giang»; other names stay as printed."""
    letters = [character for character in printed if character.isalpha()]
    if sum(character.isupper() for character in letters) * 10 < len(letters) * 8:
        return printed
    for candidate in (body.full(territory), body.name):
        if fold(candidate) == fold(printed) or without_marks(candidate) == without_marks(printed):
            return candidate
    lowered = printed.lower()
    pieces = list(lowered[:1].upper() + lowered[1:])
    for start, end, _ in PLACES.find_provinces(printed):
        pieces[start:end] = " ".join(word.capitalize() for word in lowered[start:end].split())
    return "".join(pieces)


def fill_canonical(draft: Draft) -> None:
    """Once the territory is known, the issuer's canonical name and territory are completed by it."""
    issuer = draft.issuer
    territory = draft.values.get("territory")
    if issuer is None or issuer.level != "province" or issuer.territory or not isinstance(territory, str):
        return
    canonical = canonical_name(issuer.canonical or issuer.name, territory) or issuer.canonical
    draft.values["issuer"] = issuer.model_copy(update={"canonical": canonical, "territory": territory})


def refine_issuer(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """The header of a Party committee stands over documents of its bureau too: the signature tells which it is.

    «BAN CHẤP HÀNH TRUNG ƯƠNG … T/M BAN BÍ THƯ»: the name stays as printed, the canonical name is Ban Bí thư.
    """
    metadata = findings.metadata
    issuer, evidence = metadata.issuer, metadata.evidence.get("issuer")
    if issuer is None or evidence is None or evidence.rule != "issuer.header_line" or not metadata.signatories:
        return findings
    signed = _ON_BEHALF.match(metadata.signatories[0].authority or "")
    found = BODIES.match(signed["body"]) if signed else None
    if found is None or found[1].kind != "bureau" or issuer.code not in ("TW", "TU"):
        return findings
    body = found[1]
    canonical = body.name if body.code else f"{body.name} {issuer.canonical or issuer.name}"
    if issuer.canonical and fold(canonical) in fold(issuer.canonical):
        return findings
    refined = issuer.model_copy(update={"canonical": canonical})
    return replace(findings, metadata=metadata.model_copy(update={"issuer": refined}))


_ON_BEHALF = re.compile(r"T\s?/?\s?M\.?\s+(?P<body>.+)")
