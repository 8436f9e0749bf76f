"""Which sentences set work: the place they stand in, the body they name, and what they say of it."""

from dataclasses import dataclass

from nghiquyet.extractors.measures.relevance import stance_of
from nghiquyet.extractors.tasks.assignments import Assignment
from nghiquyet.extractors.tasks.scopes import Scope
from nghiquyet.model import Metadata
from nghiquyet.records import Outline
from nghiquyet.text import patterns as re

# «Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này», «Thường trực HĐND … giám sát việc thực hiện
# Nghị quyết»: the last articles of State texts assign the resolution itself, without a title that says so.
_CARRIES_OUT = re.compile(
    r"[^.;]{0,240}?\b(?:thực hiện|thi hành|triển khai|giám sát|hướng dẫn|kiểm tra)\b[^.;]{0,60}?"
    r"\b(?:[Nn]ghị quyết|Quyết định|Quy định|Kế hoạch|Chỉ thị|Chương trình|Nghị định|Thông tư|Luật|Pháp lệnh)(?:\s+này|(?=\s*[.;,/]|\s*$|\s+theo|\s+và))"
)
# «Các cấp ủy … cần tập trung chỉ đạo», «Ban Tổ chức Trung ương chủ trì …»: Party conclusions without titles.
_OBLIGES = re.compile(r"[,\s]*(?:cần|phải|có trách nhiệm|chịu trách nhiệm|chủ trì|tiếp tục|tập trung)(?!\w)")
# «…, Ủy ban Thường vụ Quốc hội quyết định sắp xếp …»: the resolution itself.
_RESOLVES = re.compile(r"(?:quyết định|quyết nghị|thông qua|ban hành|thống nhất)(?!\w)")
_OFFICE = re.compile(
    r"(?:Bộ trưởng|Chủ tịch|Thủ trưởng|Giám đốc|Thống đốc|Tổng Thanh tra|Tổng Kiểm toán|Chánh án|Viện trưởng)\s"
)
LONGEST_TITLE = 60
"""«Dự báo nhu cầu vốn huy động»: a short line that closes with no mark is a title."""
_MUST = re.compile(r"[,\s]*(?:phải|có trách nhiệm|chịu trách nhiệm)(?!\w)")


@dataclass(frozen=True, slots=True)
class Resolution:
    """What kind of text sets the work."""

    state: bool
    normative: bool
    """Its bodies are bound by rules, not set to work: «24/2017/NQ-HĐND», a regulation."""
    numbered: bool
    issuer: str
    """In small letters: what it says of itself is no task."""


def resolution_of(outline: Outline, about: Metadata) -> Resolution:
    """The kind of text, by its side, its number and its title."""
    normative = about.document_type != "Nghị quyết" or (
        about.number.year is not None if about.number is not None else stance_of(about.subject) == "normative"
    )
    issuer = about.issuer.name.lower() if about.issuer is not None else ""
    return Resolution(outline.side == "state", normative, about.number is not None, issuer)


def sets_work(
    text: str,
    start: int,
    end: int,
    scope: Scope,
    assignment: Assignment,
    has_verb: bool,
    ordered: bool,
    resolution: Resolution,
) -> bool:
    """Whether the sentence ``text[start:end]`` is a task."""
    named = bool(assignment.agencies)
    if scope.assigns:
        return named or has_verb or not resolution.state
    # Sections of a plan that have no name of a known kind: what opens with a verb is to be done.
    if scope.plans and not scope.reports and has_verb and text[assignment.start].isupper():
        return end - start > LONGEST_TITLE or not text[end - 1].isalnum()
    if scope.heads:
        return named or has_verb
    if not named or assignment.rule == "assignments.clause":
        return False
    if ordered:
        return True
    named_until = max(mention.end for mention, _ in assignment.agencies)
    if not resolution.state:
        return not scope.reports and _OBLIGES.match(text, named_until, end) is not None
    if _CARRIES_OUT.match(text, assignment.predicate, end) is not None:
        return True
    bound = _MUST.match(text, named_until, end) is not None
    if resolution.normative:
        return bound and scope.closes
    # «Điều 4. Bộ Ngoại giao hoàn tất các thủ tục đối ngoại theo quy định.»
    return bound or (scope.article and has_verb and not scope.reports and _works(text, assignment, end, resolution))


def _works(text: str, assignment: Assignment, end: int, resolution: Resolution) -> bool:
    """A body of a name of its own, which is not the one that resolves, does something."""
    first, _ = assignment.agencies[0]
    if not resolution.numbered or first.name.lower() in resolution.issuer:
        return False
    named = first.canonical is not None or _OFFICE.match(first.name) is not None
    told = named or assignment.rule == "assignments.order"
    return told and _RESOLVES.match(text, assignment.predicate, end) is None
