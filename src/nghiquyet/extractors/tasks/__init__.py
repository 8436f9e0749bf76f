"""Tasks: the sentences that set work, with who is to do it and by when."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nghiquyet.extractors.tasks.assignments import Named, read_assignment, read_head_line, read_tail_line
from nghiquyet.extractors.tasks.verbs import verb_phrase
from nghiquyet.lexicons.bodies import canonical_name
from nghiquyet.model import Agency, AgencyRole, DivisionRole, Period, Span, Task
from nghiquyet.records import (
    AgencyMention,
    CleanText,
    Findings,
    Mentions,
    Outline,
    OutlineBlock,
    OutlineDivision,
    OutlineNode,
    Passage,
    PeriodMention,
)

_ASSIGNING: frozenset[DivisionRole] = frozenset({"tasks", "solutions", "implementation"})
# What a resolution says of itself is no work: «Nghị quyết này có hiệu lực …», «… đã được Hội đồng nhân dân … thông qua».
_OF_ITSELF = re.compile(
    r"(?:Nghị quyết|Kết luận|Chỉ thị|Quyết định|Quy định|Nghị định|Văn bản)(?: này| số)?\s[^.]{0,200}?(?:có hiệu lực|thông qua|phổ biến|thay thế|hết hiệu lực)"
)
_ORDERED = re.compile(r"(?:Giao|Đề nghị|Yêu cầu|Phân công|Ủy quyền|Uỷ quyền)\s")
_CLOSING_TIME = re.compile(r"[\s*)\].;]*$")
_HORIZON = re.compile(r"(?:tầm nhìn|định hướng|mục tiêu|phấn đấu|theo chuẩn|giai đoạn)\s+(?:đến\s+)?$")


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the divisions around a block say of its sentences."""

    assigns: bool
    heads: tuple[Named, ...]
    passage: Passage | None


def extract_tasks(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with tasks ``t_1`` … in text order.

    One task for each sentence of the sections of tasks, solutions and implementation; in State texts also each
    sentence that assigns work to a body («Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết»).
    """
    reader = _Reader(outline, findings)
    tasks = list(reader.read(outline.body, _Scope(False, (), None)))
    for attachment in outline.attachments:
        tasks += reader.read(attachment.content, _Scope(False, (), None))
    tasks.sort(key=lambda task: task.span.start)
    numbered = tuple(task.model_copy(update={"id": f"t_{index}"}) for index, task in enumerate(tasks, start=1))
    return replace(findings, tasks=numbered)


class _Reader:
    def __init__(self, outline: Outline, findings: Findings) -> None:
        self.state = outline.side == "state"
        self.territory = findings.metadata.territory
        self.mentions: dict[str, Mentions] = {
            mentions.place.passage.container: mentions
            for mentions in findings.mentions
            if mentions.place.kind == "block"
        }
        self.references = _by_container((item.container, item.id, item.span) for item in findings.references)
        self.measures = _by_container((item.container, item.id, item.span) for item in findings.measures)

    def read(self, nodes: tuple[OutlineNode, ...], scope: _Scope) -> Iterator[Task]:
        """The tasks of ``nodes``; a head line among them governs what follows it, a tail line what stands before."""
        found: list[Task] = []
        first = 0
        for node in nodes:
            if isinstance(node, OutlineDivision):
                found += self.read(node.content, self._inside(node, scope))
                continue
            if node.kind != "paragraph":
                continue
            text = node.passage.text
            heads = read_head_line(text) if text.endswith(":") else ()
            if heads:
                scope = replace(scope, heads=heads, passage=node.passage)
                continue
            tail = read_tail_line(text)
            if tail:
                found[first:] = [self._with_tail(task, tail, node.passage) for task in found[first:]]
                first = len(found)
                continue
            found += self._sentences(node, scope)
        yield from found

    def _inside(self, division: OutlineDivision, scope: _Scope) -> _Scope:
        if division.role is not None:
            scope = replace(scope, assigns=division.role in _ASSIGNING)
        if division.heading is not None:
            heads = read_head_line(division.heading.text)
            if heads:
                return replace(scope, heads=heads, passage=division.heading)
        return scope

    def _sentences(self, block: OutlineBlock, scope: _Scope) -> Iterator[Task]:
        passage = block.passage
        for start, end in block.sentences:
            if scope.assigns or scope.heads or (self.state and self._may_assign(passage.text, start)):
                task = self._task(passage, start, end, scope)
                if task is not None:
                    yield task

    def _may_assign(self, text: str, start: int) -> bool:
        return _ORDERED.match(text, start) is not None

    def _task(self, passage: Passage, start: int, end: int, scope: _Scope) -> Task | None:
        text = passage.text
        if _OF_ITSELF.match(text, start, end):
            return None
        assignment = read_assignment(text, start, end)
        phrase = None
        if (
            assignment.predicate == start
            or not assignment.agencies
            or text[assignment.predicate : assignment.predicate + 1].islower()
        ):
            phrase = verb_phrase(text, assignment.predicate, end)
        named = assignment.agencies
        if not named and phrase is None and (self.state or scope.heads):
            return None
        if not scope.assigns and not named and not scope.heads:
            return None
        agencies = [self._agency(mention, role, passage, False) for mention, role in named]
        rule = f"{assignment.rule}" if named else "tasks.sentence_of_an_assigning_section"
        if not any(role == "lead" for _, role in named) and scope.heads and scope.passage is not None:
            agencies = [*(self._agency(mention, role, scope.passage, True) for mention, role in scope.heads), *agencies]
            rule = "assignments.read_head_line"
        span = passage.span(start, end)
        return Task(
            id="",
            text=text[start:end],
            span=span,
            fragments=passage.fragments(start, end),
            container=passage.container,
            assigned=bool(agencies),
            verb=text[phrase[0] : phrase[1]] if phrase else None,
            agencies=tuple(agencies),
            deadline=self._deadline(passage, start, end),
            references=_inside(self.references, passage.container, span),
            measures=_inside(self.measures, passage.container, span),
            rule=rule,
        )

    def _with_tail(self, task: Task, tail: tuple[Named, ...], passage: Passage) -> Task:
        if any(agency.role == "lead" for agency in task.agencies):
            return task
        agencies = tuple(self._agency(mention, role, passage, True) for mention, role in tail)
        return task.model_copy(
            update={"agencies": (*agencies, *task.agencies), "assigned": True, "rule": "assignments.read_tail_line"}
        )

    def _agency(self, mention: AgencyMention, role: AgencyRole, passage: Passage, inherited: bool) -> Agency:
        return Agency(
            name=mention.name,
            canonical=canonical_name(mention.name, self.territory) if mention.canonical else None,
            role=role,
            inherited=inherited,
            span=passage.span(mention.start, mention.end),
        )

    def _deadline(self, passage: Passage, start: int, end: int) -> Period | None:
        mentions = self.mentions.get(passage.container)
        if mentions is None:
            return None
        cited = [span for _, span in self.references.get(passage.container, ())]
        inside = [
            period
            for period in mentions.periods
            if start <= period.start
            and period.end <= end
            and not _is_cited(passage.span(period.start, period.end), cited)
        ]
        for period in inside:
            if period.is_deadline and not _is_horizon(passage.text, period):
                return period.period
        for period in inside:
            if _ends_the_sentence(passage.text, period, end) or _is_end_of_year(passage.text, period):
                return period.period
        return None


def _is_cited(span: Span, cited: list[Span]) -> bool:
    """Inside the name of a cited document: «Đề án “Phát triển … đến năm 2030”»."""
    return any(own.start <= span.start and span.end <= own.end for own in cited)


def _is_horizon(text: str, period: PeriodMention) -> bool:
    """«tầm nhìn đến năm 2050», «mục tiêu đến năm 2030»: where a plan looks, not when work is due."""
    return _HORIZON.search(text, max(0, period.start - 20), period.start) is not None


def _ends_the_sentence(text: str, period: PeriodMention, end: int) -> bool:
    """«… báo cáo Thường trực Tỉnh ủy trong quý II/2026.»"""
    if not text.startswith(("trong ", "vào "), period.start) or period.period.precision not in (
        "day",
        "month",
        "quarter",
    ):
        return False
    return _CLOSING_TIME.match(text, period.end, end) is not None


def _is_end_of_year(text: str, period: PeriodMention) -> bool:
    """«phấn đấu đến năm 2027 …», «hết năm 2026»."""
    if period.period.recurrence is not None or period.period.start is not None or period.period.end is None:
        return False
    return not _is_horizon(text, period)


Linked = dict[str | None, list[tuple[str, Span]]]


def _by_container(items: Iterable[tuple[str | None, str, Span]]) -> Linked:
    found: Linked = defaultdict(list)
    for container, identifier, span in items:
        found[container].append((identifier, span))
    return found


def _inside(items: Linked, container: str, span: Span) -> tuple[str, ...]:
    return tuple(
        identifier for identifier, own in items.get(container, ()) if span.start <= own.start and own.end <= span.end
    )


__all__ = ["extract_tasks"]
