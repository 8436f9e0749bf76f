"""References that point from where they stand: «Nghị quyết này», «Nghị quyết nêu trên», «khoản 2 Điều này»."""

from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.pinpoints import PinpointRun
from nghiquyet.text import patterns as re

_DEIXIS = re.compile(r" (?:này|NÀY|nêu trên|nói trên|kể trên|trên đây|đã nêu(?: trên)?|đó)(?!\w)")
# «Dự án này», «Lệnh này» are things and orders, not documents.
_NOT_DOCUMENTS = frozenset({"Dự án", "Lệnh", "Cương lĩnh", "Văn kiện", "Báo cáo", "Tờ trình", "Công văn"})
# A bare kind is the document itself where it says what it has laid down, or is carried out: «mục tiêu Nghị quyết đề ra».
_LAID_DOWN = re.compile(r" (?:đã )?(?:đề ra|đặt ra|xác định)(?!\w)| có hiệu lực(?! pháp luật)")
# «Nghị quyết đã được Hội đồng nhân dân tỉnh khóa XIX, kỳ họp thứ 14 thông qua ngày …»
_PASSED = re.compile(
    r" (?:đã )?(?:được|do) (?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Hội đồng nhân dân|HĐND)[^.;]{0,150} thông qua(?: ngày| tại|,|\.)"
)
_BARE_END = re.compile(r" ?[.;,]| và (?:báo cáo|định kỳ|tổng hợp)| (?:đạt|có) hiệu quả|$")
_CARRIED_OUT = (
    "thực hiện ", "thi hành ", "quán triệt ", "triển khai ", "phổ biến ", "nội dung ", "giám sát việc thực hiện ",
)  # fmt: skip


# «của Quy định và Phụ lục kèm theo Nghị quyết số …»
_WITH_HOST = re.compile(
    r"(?: và (?:các )?[Pp]hụ lục)? \(?(?P<cue>(?:được )?(?:ban hành )?kèm theo|(?:được )?ban hành (?:theo|tại)) "
    r"(?=Nghị quyết |Nghị Quyết |Quyết định |Nghị định |Thông tư |Quy định |Kế hoạch số )"
)
_WITH_HOST_IN_CAPITALS = re.compile(
    r"(?: VÀ (?:CÁC )?PHỤ LỤC)? \(?(?P<cue>(?:ĐƯỢC )?(?:BAN HÀNH )?KÈM THEO|(?:ĐƯỢC )?BAN HÀNH (?:THEO|TẠI)) "
    r"(?=NGHỊ QUYẾT |QUYẾT ĐỊNH |NGHỊ ĐỊNH |THÔNG TƯ )"
)
_SEVERAL = ("các ", "Các ", "hai ", "Hai ")
_PLACED = ("tại ", "theo ", "ở ", "nêu ở ", "trong ")


def deictic(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Nghị quyết này», «Chỉ thị nêu trên»."""
    match = _DEIXIS.match(text, word_end)
    if match is None or document_type in _NOT_DOCUMENTS:
        return []
    if match.group() == " đó" and text[start].islower():
        return []
    draft = Draft(start, match.end(), "relative", "references.relative.deictic", document_type)
    draft.evidence["document_type"] = (start, word_end)
    if text.endswith(_SEVERAL, 0, start) and "này" not in match.group():
        draft.evidence["plural"] = (start - 4, start - 1)
    return [draft]


def attached_kind(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Quy chế ban hành kèm theo Nghị quyết này»: a document known by the one it came with."""
    if not text[start].isupper():
        return []
    host = (_WITH_HOST_IN_CAPITALS if text[start + 1].isupper() else _WITH_HOST).match(text, word_end)
    if host is None:
        return []
    draft = Draft(start, word_end, "relative", "references.relative.attached_kind", document_type)
    draft.evidence.update(document_type=(start, word_end), attached_to=host.span("cue"))
    return [draft]


def bare_kind(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«nhiệm vụ mà Nghị quyết đề ra», «tổ chức thực hiện Nghị quyết.»: the resolution itself, when it is one."""
    if document_type not in ("Nghị quyết", "Kết luận", "Chỉ thị") or not text[start].isupper():
        return []
    if text[start + 1].isupper():
        return []
    carried_out = text.endswith(_CARRIED_OUT, 0, start) and _BARE_END.match(text, word_end)
    if not carried_out and not _LAID_DOWN.match(text, word_end) and not _PASSED.match(text, word_end):
        return []
    draft = Draft(start, word_end, "relative", "references.relative.bare_kind", document_type)
    draft.evidence["document_type"] = (start, word_end)
    return [draft]


def bare_pinpoint(text: str, run: PinpointRun) -> Draft | None:
    """«Điều 1», «khoản 2 Điều này», «Phụ lục I» with no document beside: a place in this document.

    A lone «điểm a» or «mục 2» is too weak: it may be a point of anything; «tại phần III», «theo mục II» are places.
    """
    # Chapters of a law have Roman numerals; «Chương 87» is one of a list of goods.
    strong = bool(run.levels & {"article", "clause", "appendix"}) or any(
        (place.chapter or "").isupper() for place in run.pinpoints
    )
    if not (strong or run.this):
        roman = any((place.part or place.section or "").isupper() for place in run.pinpoints)
        if not roman or not text.endswith(_PLACED, 0, run.start):
            return None
    if run.levels == {"appendix"} and not run.this and (run.pinpoints[0].appendix or "").lower() == "phụ lục":
        # The whole appendix of what?
        return None
    draft = Draft(run.start, run.end, "relative", "references.relative.bare_pinpoint")
    draft.pinpoints = run.pinpoints
    draft.evidence["pinpoints"] = (run.start, run.end)
    return draft
