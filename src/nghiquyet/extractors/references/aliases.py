"""Names that a text gives a document for itself: «(sau đây gọi tắt là Chương trình)», and where it uses them."""

from collections.abc import Iterator

from nghiquyet.extractors.references.anchors import type_at
from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.text import patterns as re

DEFINED = "references.aliases.defined"
USED = "references.aliases.used"
_CUE = re.compile(
    r"(?P<open>[(,] ?\*{0,2})?(?:(?:[Ss]au|[Dd]ưới|[Tt]ừ) đây,? (?:được )?(?:gọi|viết)(?: tắt| chung)*|(?:gọi|viết) tắt|(?<=\()(?:được )?(?:gọi|viết)(?: chung)?)"
    r" ?(?:là|:) ?(?:các )?[“\"]?(?P<alias>[A-ZĐ][^()“”\",.;:*]{1,60}?)(?=[)”\",.;:*]| và |$)"
)
_WEAK = frozenset({"references.relative.bare_kind", "references.numbered.serial_alone"})
"""What a name of the text's own goes before: «Chương trình 1719» is what it was called, not number 1719."""
_REACH = 400
"""How far before the cue the document stands that it names."""
_TITLED = frozenset({"Đề án", "Chương trình", "Kế hoạch", "Quy hoạch", "Chiến lược", "Dự án", "Quy định", "Quy chế"})
_ONE_OF_MANY = re.compile(r"(?:các|những|một số|mọi|từng|mỗi|nhiều) $")
# The name alone, not the head of another title: «mục tiêu của Chương trình được thực hiện», «Chương trình này».
_ALONE = re.compile(
    r" ?(?:[.,;:)”\"*!?]|$)| (?:này|được|đã|đến|và|có|là|theo|do|từ|trong|tại|để|phải|gồm|bao gồm|cho|trên|với|khi|"
    r"bảo đảm|đảm bảo|giai đoạn|hằng|hàng|ở|sau|trước|chịu|sử dụng|đáp ứng|gửi|đang|chưa|đạt|còn|cần|sẽ|không|nhằm|vào|đối với|đề ra)(?!\w)"
)


def read_definitions(text: str, drafts: list[Draft]) -> None:
    """Adds the names that ``text`` defines to ``drafts``, and marks what they name; numbers and laws name themselves."""
    for cue in _cues(text):
        start, end = cue.span("alias")
        kind = type_at(text, start)
        over = [draft for draft in drafts if draft.start < end and start < draft.end]
        if kind is None or any(draft.rule not in _WEAK for draft in over):
            continue
        named = _named(text, drafts, cue.start(), kind[1])
        # «(gọi là Luật 116)» of a law with that number says nothing new.
        if named is None or (over and named.number is not None):
            continue
        for draft in over:
            drafts.remove(draft)
        named.evidence["alias"] = (start, end)
        drafts.append(_mention(text, start, end, kind, DEFINED))
        drafts.sort(key=lambda draft: draft.start)


def _cues(text: str) -> Iterator[re.Match[str]]:
    """The verb is looked for first: the words before it may be many."""
    for verb in ("gọi", "viết tắt"):
        position = text.find(verb)
        while position >= 0:
            cue = _CUE.search(text, max(0, position - 24), position + 90)
            if cue is not None and cue.start() <= position < cue.end("alias"):
                yield cue
                position = cue.end()
            position = text.find(verb, position + 1)


def _named(text: str, drafts: list[Draft], cue: int, kind: str) -> Draft | None:
    """The document before the cue; the title of a scheme reaches up to it."""
    inside = [draft for draft in drafts if cue - _REACH < draft.start and draft.end <= cue]
    named = next(
        (draft for draft in reversed(inside) if draft.document_type == kind and draft.kind != "relative"), None
    )
    end = len(text[:cue].rstrip(' (*,“"'))
    if named is None:
        return _titled(text, inside, cue, end, kind, drafts)
    if named.kind in ("scheme", "named") and named.document_type in _TITLED and named is inside[-1]:
        place = named.evidence.get("title")
        if place is not None and place[1] == named.end and "." not in text[named.end : end]:
            named.end = end
            named.title = text[place[0] : end]
            named.evidence["title"] = (place[0], end)
    return named


def _titled(text: str, inside: list[Draft], cue: int, end: int, kind: str, drafts: list[Draft]) -> Draft | None:
    """«Phê duyệt Đề án chuyển đổi số trong hoạt động xây dựng (sau đây gọi tắt là Đề án)»: nothing else bounds the title."""
    start = text.rfind(kind + " ", max(0, cue - _REACH), cue)
    first = start + len(kind) + 1
    if start < 0 or kind not in _TITLED or _ONE_OF_MANY.search(text, max(0, start - 8), start):
        return None
    if ". " in text[start:end] or ";" in text[start:end] or any(draft.end > start for draft in inside):
        return None
    draft = Draft(start, end, "scheme", "references.aliases.titled", kind, title=text[first:end])
    draft.evidence.update(document_type=(start, start + len(kind)), title=(first, end))
    drafts.append(draft)
    drafts.sort(key=lambda draft: draft.start)
    return draft


def _mention(text: str, start: int, end: int, kind: tuple[int, str], rule: str) -> Draft:
    draft = Draft(start, end, "relative", rule, kind[1], name=text[start:end])
    draft.evidence.update(document_type=(start, kind[0]), name=(start, end))
    return draft


def follow_names(text: str, drafts: list[Draft], names: dict[str, str]) -> None:
    """Adds the places where ``text`` uses one of ``names``; then adds the names that it defines itself.

    ``names`` leads from a name to its kind and goes from passage to passage of one document.
    """
    defined = [draft for draft in drafts if draft.rule == DEFINED and draft.name is not None]
    if not names and not defined:
        return
    known = [(name, kind, 0) for name, kind in names.items()]
    known += [(draft.name or "", draft.document_type or "", draft.end) for draft in defined]
    for name, kind, position in known:
        for start in _uses(text, name, position):
            end = start + len(name)
            over = [draft for draft in drafts if draft.start < end and start < draft.end]
            if any(draft.rule not in _WEAK for draft in over):
                continue
            for draft in over:
                drafts.remove(draft)
            mention = _mention(text, start, end, (start + len(kind), kind), USED)
            _take_pinpoints(text, drafts, mention)
            drafts.append(mention)
    drafts.sort(key=lambda draft: draft.start)
    names.update((draft.name or "", draft.document_type or "") for draft in defined)


def _take_pinpoints(text: str, drafts: list[Draft], mention: Draft) -> None:
    """«Điều 5 Quy chế»: the places right before a name are its own."""
    for draft in drafts:
        bare = draft.kind == "relative" and draft.document_type is None and bool(draft.pinpoints)
        if bare and draft.end <= mention.start and text[draft.end : mention.start] in (" ", " của ", " tại "):
            mention.start = draft.start
            mention.pinpoints = draft.pinpoints
            mention.evidence["pinpoints"] = draft.evidence["pinpoints"]
            drafts.remove(draft)
            return


def _uses(text: str, name: str, position: int) -> Iterator[int]:
    start = text.find(name, position)
    while start >= 0:
        before = text[start - 1 : start]
        apart = not (before.isalnum() or before == "-") and _ONE_OF_MANY.search(text, max(0, start - 8), start) is None
        if apart and _ALONE.match(text, start + len(name)):
            yield start
        start = text.find(name, start + len(name))
