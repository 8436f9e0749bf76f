"""Documents cited by their title: Đề án “…”, Chương trình mục tiêu quốc gia …, Quy định về …, Điều lệ Đảng."""

import re

from nghiquyet.extractors.references.drafts import Draft

_QUOTED = re.compile(r"\s*:?\s*(?P<open>[“\"'‘])\*{0,3}(?P<title>[^“”\"'‘’]{4,400}?)\*{0,3}(?P<close>[”\"'’])")
_NATIONAL_PROGRAMME = re.compile(
    r"\s+mục tiêu quốc gia(?:\s+(?:về\s+)?(?:xây dựng nông thôn mới|giảm nghèo bền vững|phát triển kinh tế - xã hội vùng"
    r" đồng bào dân tộc thiểu số và miền núi|phát triển văn hóa))?(?:,?\s+giai đoạn\s+\d{4}\s?[-–]\s?\d{4})?"
)
_SOCIO_ECONOMIC = re.compile(
    r"\s+phát triển kinh tế\s?[-–]\s?xã hội(?:\s+(?:5|năm)\s+năm)?(?:\s+(?:năm\s+\d{4}|\d{4}\s?[-–]\s?\d{4}|giai đoạn\s+\d{4}\s?[-–]\s?\d{4}))"
)
_ABOUT = re.compile(r"\s+về\s+(?P<title>[^.;:”\"]{8,250})")
_CUT = re.compile(r"\s+(?:gắn với|nhằm|để|và các|theo)\s")
_CHARTER = re.compile(r"\s+Đảng(?:\s+Cộng sản Việt Nam)?(?!\w)")
_PLATFORM = re.compile(
    r"\s+xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội(?:\s*\(bổ sung, phát triển năm 2011\))?"
)
_NESTED = {"Đề án", "Chương trình", "Kế hoạch", "Quy hoạch", "Chiến lược", "Dự án", "Quy định", "Quy chế"}


def quoted_title(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Đề án “Phát triển nguồn nhân lực ngành công nghiệp bán dẫn …”»: quotes belong to the span, not to the title."""
    match = _QUOTED.match(text, word_end)
    if match is None or document_type not in _NESTED:
        return []
    draft = Draft(start, match.end(), "scheme", "references.schemes.quoted_title", document_type)
    draft.title = match["title"].strip("* ")
    draft.evidence.update(document_type=(start, word_end), title=match.span("title"))
    return [draft]


def title_in_quotes(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«'Chương trình Chuyển đổi số quốc gia đến năm 2025'»: the kind stands inside the quotes, they stay outside."""
    if start == 0 or text[start - 1] not in "“\"'‘" or document_type not in _NESTED:
        return []
    closing = {"“": "”", '"': '"', "'": "'", "‘": "’"}[text[start - 1]]
    end = text.find(closing, word_end, word_end + 400)
    if end < 0 or end - word_end < 8 or "." in text[word_end:end]:
        return []
    draft = Draft(start, end, "scheme", "references.schemes.title_in_quotes", document_type)
    draft.title = text[word_end:end].strip()
    draft.evidence.update(document_type=(start, word_end), title=(word_end + 1, end))
    return [draft]


def national_programme(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Chương trình mục tiêu quốc gia giai đoạn 2021-2025»."""
    if document_type != "Chương trình":
        return []
    return _titled(text, start, word_end, document_type, _NATIONAL_PROGRAMME, "references.schemes.national_programme")


def development_plan(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Kế hoạch phát triển kinh tế - xã hội năm 2025»: the plan of a stated year or term."""
    if document_type not in ("Kế hoạch", "Chiến lược"):
        return []
    return _titled(text, start, word_end, document_type, _SOCIO_ECONOMIC, "references.schemes.development_plan")


def regulation_by_subject(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Quy định về chuẩn mực đạo đức cách mạng của cán bộ, đảng viên …»: a capital inside a sentence, and a subject.

    The subject is its identity and belongs to the span.
    """
    if document_type not in ("Quy định", "Quy chế") or not text[start].isupper() or text[start + 1].isupper():
        return []
    before = text[:start].rstrip()
    if not before or before[-1] in ".:":
        return []
    match = _ABOUT.match(text, word_end)
    if match is None:
        return []
    end = match.end()
    cut = _CUT.search(text, match.start("title"), end)
    if cut:
        end = cut.start()
    end = len(text[:end].rstrip(" ,"))
    draft = Draft(start, end, "named", "references.schemes.regulation_by_subject", document_type)
    draft.title = text[word_end:end].strip()
    draft.evidence.update(document_type=(start, word_end), title=(word_end + 1, end))
    return [draft]


def party_basics(text: str, start: int, word_end: int, document_type: str) -> list[Draft]:
    """«Điều lệ Đảng», «Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội»."""
    pattern = {"Điều lệ": _CHARTER, "Cương lĩnh": _PLATFORM}.get(document_type)
    if pattern is None:
        return []
    match = pattern.match(text, word_end)
    if match is None:
        return []
    draft = Draft(start, match.end(), "named", "references.schemes.party_basics", document_type)
    draft.name = text[word_end : match.end()].strip()
    draft.evidence.update(document_type=(start, word_end), name=(word_end + 1, match.end()))
    return [draft]


def _titled(
    text: str, start: int, word_end: int, document_type: str, pattern: re.Pattern[str], rule: str
) -> list[Draft]:
    match = pattern.match(text, word_end)
    if match is None or not text[start].isupper():
        return []
    draft = Draft(start, match.end(), "scheme", rule, document_type)
    draft.title = text[word_end : match.end()].strip()
    draft.evidence.update(document_type=(start, word_end), title=(word_end + 1, match.end()))
    return [draft]
