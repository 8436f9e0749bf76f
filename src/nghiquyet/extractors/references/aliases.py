"""Names that a text gives a document for itself: «(sau đây gọi tắt là Chương trình)», and where it uses them."""

from bisect import bisect_left, bisect_right
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


MOST_NAMES = 100
"""How many names of its own a text may have; of more the last count."""


class _Row:
    """Drafts in text order, found by their place: a text may hold ten thousand."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self._starts = [draft.start for draft in drafts]

    def over(self, start: int, end: int) -> list[Draft]:
        """Those that share a character with ``[start, end)``."""
        index = bisect_left(self._starts, end)
        found = []
        while index and self.drafts[index - 1].end > start:
            index -= 1
            found.append(self.drafts[index])
        return found[::-1]

    def before(self, end: int) -> Draft | None:
        """The last that begins before ``end``."""
        index = bisect_left(self._starts, end)
        return self.drafts[index - 1] if index else None

    def between(self, start: int, end: int) -> list[Draft]:
        """Those that begin behind ``start`` and end at ``end`` or before."""
        first, last = bisect_right(self._starts, start), bisect_left(self._starts, end)
        return [draft for draft in self.drafts[first:last] if draft.end <= end]

    def add(self, draft: Draft) -> None:
        """Puts ``draft`` where it belongs."""
        index = bisect_left(self._starts, draft.start)
        self._starts.insert(index, draft.start)
        self.drafts.insert(index, draft)

    def drop(self, draft: Draft) -> None:
        """Takes ``draft`` out."""
        index = bisect_left(self._starts, draft.start)
        del self._starts[index], self.drafts[index]


def read_definitions(text: str, drafts: list[Draft]) -> None:
    """Adds the names that ``text`` defines to ``drafts``, and marks what they name; numbers and laws name themselves."""
    row: _Row | None = None
    for cue in _cues(text):
        start, end = cue.span("alias")
        kind = type_at(text, start)
        if kind is None:
            continue
        row = row or _Row(drafts)
        over = row.over(start, end)
        if any(draft.rule not in _WEAK for draft in over):
            continue
        named = _named(text, row, cue.start(), kind[1])
        # «(gọi là Luật 116)» of a law with that number says nothing new.
        if named is None or (over and named.number is not None):
            continue
        for draft in over:
            row.drop(draft)
        named.evidence["alias"] = (start, end)
        row.add(_mention(text, start, end, kind, DEFINED))


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


def _named(text: str, row: _Row, cue: int, kind: str) -> Draft | None:
    """The document before the cue; the title of a scheme reaches up to it."""
    inside = row.between(cue - _REACH, cue)
    named = next(
        (draft for draft in reversed(inside) if draft.document_type == kind and draft.kind != "relative"), None
    )
    end = cue
    while end and text[end - 1] in ' (*,“"':
        end -= 1
    if named is None:
        return _titled(text, row, inside, end, kind)
    if named.kind in ("scheme", "named") and named.document_type in _TITLED and named is inside[-1]:
        place = named.evidence.get("title")
        if place is not None and place[1] == named.end and "." not in text[named.end : end]:
            named.end = end
            named.title = text[place[0] : end]
            named.evidence["title"] = (place[0], end)
    return named


def _titled(text: str, row: _Row, inside: list[Draft], end: int, kind: str) -> Draft | None:
    """«Phê duyệt Đề án chuyển đổi số trong hoạt động xây dựng (sau đây gọi tắt là Đề án)»: nothing else bounds the title."""
    start = text.rfind(kind + " ", max(0, end - _REACH), end)
    first = start + len(kind) + 1
    if start < 0 or first >= end or kind not in _TITLED or _ONE_OF_MANY.search(text, max(0, start - 8), start):
        return None
    if ". " in text[start:end] or ";" in text[start:end] or row.over(start, end):
        return None
    draft = Draft(start, end, "scheme", "references.aliases.titled", kind, title=text[first:end])
    draft.evidence.update(document_type=(start, start + len(kind)), title=(first, end))
    row.add(draft)
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
    known = {name: (kind, 0) for name, kind in names.items()}
    for draft in defined[:MOST_NAMES]:
        known.setdefault(draft.name or "", (draft.document_type or "", draft.end))
    row = _Row(drafts)
    for name, (kind, position) in known.items():
        for start in _uses(text, name, position):
            end = start + len(name)
            over = row.over(start, end)
            if any(draft.rule not in _WEAK for draft in over):
                continue
            for draft in over:
                row.drop(draft)
            mention = _mention(text, start, end, (start + len(kind), kind), USED)
            _take_pinpoints(text, row, mention)
            row.add(mention)
    names.update((draft.name or "", draft.document_type or "") for draft in defined)
    while len(names) > MOST_NAMES:
        del names[next(iter(names))]


def _take_pinpoints(text: str, row: _Row, mention: Draft) -> None:
    """«Điều 5 Quy chế»: the places right before a name are its own."""
    draft = row.before(mention.start)
    if draft is None or draft.kind != "relative" or draft.document_type is not None or not draft.pinpoints:
        return
    if text[draft.end : mention.start] in (" ", " của ", " tại "):
        row.drop(draft)
        mention.start = draft.start
        mention.pinpoints = draft.pinpoints
        mention.evidence["pinpoints"] = draft.evidence["pinpoints"]


def _uses(text: str, name: str, position: int) -> Iterator[int]:
    start = text.find(name, position)
    while start >= 0:
        before = text[start - 1 : start]
        apart = not (before.isalnum() or before == "-") and _ONE_OF_MANY.search(text, max(0, start - 8), start) is None
        if apart and _ALONE.match(text, start + len(name)):
            yield start
        start = text.find(name, start + len(name))
