"""Cited documents in a passage: one left-to-right pass over anchors, one rule for each form."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from nghiquyet.extractors.references.aliases import follow_names, read_definitions
from nghiquyet.extractors.references.anchors import Anchor, find_anchors, type_at
from nghiquyet.extractors.references.congresses import congress_document, plenum_document
from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.headless import headless_number
from nghiquyet.extractors.references.laws import named_law
from nghiquyet.extractors.references.numbered import dated, full_number, number_behind_issuer, serial_alone
from nghiquyet.extractors.references.pinpoints import PinpointRun, read_pinpoints
from nghiquyet.extractors.references.quotes import mark_quoted
from nghiquyet.extractors.references.relations import lapse, plan, relate
from nghiquyet.extractors.references.relative import attached_kind, bare_kind, bare_pinpoint, deictic
from nghiquyet.extractors.references.schemes import (
    development_plan,
    document_by_issuer,
    national_programme,
    party_basics,
    party_rule,
    penalty_decree,
    quoted_title,
    regulation_by_subject,
    title_in_quotes,
    unquoted_title,
)
from nghiquyet.extractors.references.standards import standard
from nghiquyet.extractors.references.tails import read_tail
from nghiquyet.model import Number
from nghiquyet.text import patterns as re
from nghiquyet.text.blanks import squeeze

DocumentRule = Callable[[str, int, int, str], list[Draft]]

_NAMED = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_SCHEMES = frozenset({"Đề án", "Chương trình", "Kế hoạch", "Quy hoạch", "Chiến lược"})
_TITLED = _SCHEMES | {"Dự án", "Quy định", "Quy chế"}
_RESOLUTIONS = frozenset({"Nghị quyết", "Kết luận", "Chỉ thị"})

DOCUMENT_RULES: tuple[tuple[DocumentRule, frozenset[str] | None], ...] = (
    (full_number, None),
    (deictic, None),
    (attached_kind, _TITLED | {"Điều lệ"}),
    (plenum_document, _RESOLUTIONS | {"Quy định", "Thông báo", "Văn kiện"}),
    (congress_document, _RESOLUTIONS | {"Văn kiện", "Báo cáo", "Chương trình"}),
    (quoted_title, _TITLED),
    (title_in_quotes, _TITLED),
    (national_programme, frozenset({"Chương trình"})),
    (development_plan, frozenset({"Kế hoạch", "Chiến lược"})),
    (party_basics, frozenset({"Điều lệ", "Cương lĩnh"})),
    (penalty_decree, frozenset({"Nghị định"})),
    (serial_alone, None),
    (named_law, _NAMED),
    (number_behind_issuer, None),
    (dated, None),
    (document_by_issuer, _RESOLUTIONS | _SCHEMES | {"Tờ trình", "Báo cáo", "Quy định", "Quy chế", "Hướng dẫn"}),
    (regulation_by_subject, frozenset({"Quy định", "Quy chế"})),
    (unquoted_title, _SCHEMES | {"Quy định", "Quy chế"}),
    (bare_kind, _RESOLUTIONS),
)
"""What may follow the word for a kind of document, with the kinds it is asked for (None: all); the first rule that
answers wins."""

_OF = re.compile(
    r" ?,? ?\(?(?:(?:của|tại|trong|thuộc|theo|ở|(?:được )?ban hành kèm theo|kèm theo|ban hành theo|ban hành tại) )?"
)
_BRACKET = re.compile(r" ?\([^()]{0,300}\) ?[,;]? ?")
_BEHIND = re.compile(r" ?, (?:tại )?(?=(?:Điều|Mục|Chương|Phần|mục|Phụ lục) )|(?: \()(?=(?:Điều|Mục|mục) )")
# «Điều 5. Hiệu lực» at the head of a sentence is the article itself.
_TITLE_FOLLOWS = re.compile(r"(?: \([^()]{2,40}\))?,? (?:(?:về việc )?[Bb]an hành )?")
_MORE_BODIES = re.compile(r"(?:,| và| -) (?:của )?Ban Bí thư(?: Trung ương(?: Đảng)?)?(?!\w)")
_LISTED = re.compile(r" ?(?:,|và|, và|;) ?")
_LABEL_END = re.compile(r" ?[.:](?= |$)|$")
_SENTENCE_START = re.compile(r"(?:^|[.;:”\"] ?|^[“\"])$")


def find_drafts(text: str) -> list[Draft]:
    """Every reference in ``text``, in text order; offsets are offsets into ``text``."""
    squeezed, offsets = squeeze(text)
    drafts = read_anchored(squeezed, find_anchors(squeezed))
    if offsets is not None:
        for draft in drafts:
            draft.moved(offsets)
    return drafts


def read_anchored(text: str, anchors: Iterable[Anchor]) -> list[Draft]:
    """The references at the given anchors of ``text``, whose blanks are single."""
    drafts: list[Draft] = []
    position = 0
    for start, end, sort, document_type in anchors:
        if start < position:
            continue
        if sort == "rule":
            found = party_rule(text, start, end, document_type, drafts)
        elif sort == "type":
            found = _document(text, start, end, document_type)
        elif sort == "part":
            run = read_pinpoints(text, start)
            found = _pinpointed(text, run) if run is not None else []
        else:
            one = standard(text, start) if sort == "standard" else headless_number(text, start, position)
            found = [one] if one is not None else []
        if found and drafts and _in_title(text, drafts[-1], found[0]):
            continue
        if len(found) == 1 and drafts:
            _same_day(text, drafts[-1], found[0])
        if len(found) == 1 and sort == "number":
            _in_list(text, drafts, found[0])
        for draft in found:
            _close_bracket(text, draft)
            relate(text, drafts, draft)
            plan(text, draft)
            lapse(text, draft)
            drafts.append(draft)
        if found:
            position = found[-1].end
    if drafts:
        _bind_forward(drafts, text)
        _share_issuers(drafts, text)
        _find_hosts(drafts)
    read_definitions(text, drafts)
    if drafts:
        mark_quoted(drafts, text)
    return drafts


@cache
def _rules(kind: str) -> tuple[DocumentRule, ...]:
    return tuple(rule for rule, kinds in DOCUMENT_RULES if kinds is None or kind in kinds)


def _document(text: str, start: int, word_end: int, kind: str) -> list[Draft]:
    for rule in _rules(kind):
        drafts = rule(text, start, word_end, kind)
        if drafts:
            if drafts[-1].number is not None and not drafts[-1].pinpoints:
                _pinpoints_behind(text, drafts[-1])
            return drafts
    return []


def _pinpoints_behind(text: str, draft: Draft) -> None:
    """«Quy định 296-QĐ/TW ngày 30/5/2025, Điều 5, khoản 1.3, điểm đ»: large to small, as Party papers have it."""
    if text[draft.end : draft.end + 1] not in (" ", ","):
        return
    behind = _BEHIND.match(text, draft.end)
    if behind is None:
        return
    run = read_pinpoints(text, behind.end())
    if run is None or run.this or _owner(text, run) is not None or not run.descending:
        return
    draft.pinpoints = run.pinpoints
    draft.evidence["pinpoints"] = (run.start, run.end)
    draft.end = run.end + 1 if "(" in behind.group() and text[run.end : run.end + 1] == ")" else run.end


def _owner(text: str, run: PinpointRun) -> tuple[int, int, str] | None:
    """Start, end and kind of the document word that the pinpoints belong to; None when none follows."""
    of = _OF.match(text, run.end)
    if of is None or of.end() == run.end:
        return None
    found = type_at(text, of.end())
    return (of.end(), *found) if found is not None else None


def _pinpointed(text: str, run: PinpointRun) -> list[Draft]:
    """The pinpoints with the document they belong to, or alone when none follows."""
    owner = None if run.this else _owner(text, run)
    if owner is not None:
        drafts = _document(text, *owner)
        if drafts and drafts[0].rule != "references.relative.bare_kind":
            first = drafts[0]
            first.start = run.start
            first.pinpoints = run.pinpoints
            first.evidence["pinpoints"] = (run.start, run.end)
            return drafts
    if (
        len(run.pinpoints) == 1
        and _LABEL_END.match(text, run.end)
        and _SENTENCE_START.search(text[max(0, run.start - 3) : run.start])
    ):
        return []
    draft = bare_pinpoint(text, run)
    return [draft] if draft else []


def _bind_forward(drafts: list[Draft], text: str) -> None:
    """«khoản 1 Điều 5 (được sửa đổi … bởi …); khoản 3 Điều 7 của Nghị định số 50»: the first belongs to the last."""
    for index, draft in enumerate(drafts):
        if draft.kind != "relative" or draft.document_type is not None or not draft.pinpoints:
            continue
        bracket = _BRACKET.match(text, draft.end)
        if bracket is None:
            continue
        governing = next((other for other in drafts[index + 1 :] if other.start >= bracket.end()), None)
        if governing is None or governing.start != bracket.end():
            continue
        if governing.kind in ("numbered", "named") and governing.pinpoints:
            drafts[index] = replace(
                draft,
                kind=governing.kind,
                document_type=governing.document_type,
                number=governing.number,
                name=governing.name,
                date=governing.date,
                issuer=governing.issuer,
                year=governing.year,
                rule="references.bound_over_bracket",
                evidence={**governing.evidence, **draft.evidence},
            )


def _in_list(text: str, drafts: list[Draft], draft: Draft) -> None:
    """«…; số 08/2022/NĐ-CP ngày …»: the list may have begun many words before."""
    if draft.rule != "references.headless.number_alone" or not text.endswith(("; ", ", ", " và "), 0, draft.start):
        return
    for other in reversed(drafts[-8:]):
        if draft.start - other.end > 900:
            return
        same = other.number is not None and draft.number is not None and other.number.symbol == draft.number.symbol
        if same and other.document_type == draft.document_type:
            draft.relation = other.relation
            for name in ("relation", "issuer"):
                if name in other.evidence:
                    draft.evidence.setdefault(name, other.evidence[name])
            draft.issuer = draft.issuer or other.issuer
            return


def _close_bracket(text: str, draft: Draft) -> None:
    """«Luật Khoa học và công nghệ (Luật số 29/2013/QH13 ngày 18/6/2013)»: what opens inside closes inside."""
    if text[draft.end : draft.end + 1] == ")":
        printed = text[draft.start : draft.end]
        if printed.count("(") > printed.count(")"):
            draft.end += 1


def _same_day(text: str, before: Draft, draft: Draft) -> None:
    """«Nghị quyết số 10-NQ/TU ngày 5/3/2024 và Kế hoạch số 20-KH/TU cùng ngày của Tỉnh ủy»."""
    if draft.number is None or draft.date is not None or not text.startswith(" cùng ngày", draft.end):
        return
    if before.date is not None:
        draft.end += len(" cùng ngày")
        draft.date = before.date
        draft.evidence["date"] = before.evidence["date"]
        read_tail(text, draft)


def _in_title(text: str, before: Draft, draft: Draft) -> bool:
    """«Nghị quyết số 43/2022/NQ-HĐND … ban hành Quy định mức hỗ trợ …»: the title of the first, not a second one."""
    if draft.number is not None or draft.document_type not in ("Quy định", "Quy chế") or draft.kind == "relative":
        return False
    place = before.evidence.get("title")
    if place is not None and place[0] < draft.start < place[1]:
        return text.endswith(("ban hành ", "Ban hành "), 0, draft.start)
    return before.number is not None and _TITLE_FOLLOWS.fullmatch(text, before.end, draft.start) is not None


def _share_issuers(drafts: list[Draft], text: str) -> None:
    """«Báo cáo số 88/BC-HĐTV ngày … và Công văn số 656/HĐTV ngày … của Hội đồng tư vấn»: one body signs for both."""
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if draft.issuer is not None or following.issuer is None or draft.number is None or following.number is None:
            continue
        more = _MORE_BODIES.match(text, following.end) if following.issuer.name == "Bộ Chính trị" else None
        if more is not None:
            _add_body(text, following, more.end())
        body = _body_of(draft.number)
        if body and body == _body_of(following.number) and _LISTED.fullmatch(text, draft.end, following.start):
            draft.issuer = following.issuer
            draft.evidence["issuer"] = following.evidence["issuer"]


def _add_body(text: str, draft: Draft, end: int) -> None:
    """«Kết luận số 186-KL/TW … và Kết luận số 195-KL/TW … của Bộ Chính trị, Ban Bí thư»: the list has both bodies."""
    start, _ = draft.evidence["issuer"]
    if draft.issuer is not None:
        name = text[start:end]
        draft.issuer = draft.issuer.model_copy(
            update={"name": name, "canonical": "Bộ Chính trị, Ban Bí thư", "code": None}
        )
    draft.evidence["issuer"] = (start, end)
    draft.end = end


def _body_of(number: Number) -> str | None:
    return re.split(r"[-/]", number.symbol)[-1] if number.symbol is not None else None


def _find_hosts(drafts: list[Draft]) -> None:
    """«Quy định các chính sách … ban hành kèm theo Nghị quyết số 20/2023/NQ-HĐND»: the titled document has a host."""
    for draft, following in itertools.pairwise(drafts):
        if draft.document_type in _TITLED and draft.number is None and draft.kind in ("named", "scheme"):
            cue = following.evidence.get("relation")
            attached = following.relation == "attached_to" and cue is not None and 0 < cue[0] - draft.end <= 2
            if attached and cue is not None:
                draft.evidence["attached_to"] = cue


__all__ = ["DOCUMENT_RULES", "Anchor", "Draft", "find_anchors", "find_drafts", "follow_names", "read_anchored"]
