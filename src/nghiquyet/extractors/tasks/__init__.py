"""Tasks: the sentences that set work, with who is to do it and by when."""

from dataclasses import replace
from itertools import pairwise

from nghiquyet.extractors.tasks.assignments import ORDER, Named, read_assignment, task_start
from nghiquyet.extractors.tasks.deadlines import read_deadline, read_due, read_stage
from nghiquyet.extractors.tasks.lines import (
    Tail,
    is_due_heading,
    read_bare_head,
    read_head_line,
    read_run_in_head,
    read_tail_line,
)
from nghiquyet.extractors.tasks.links import by_container, inside, touching
from nghiquyet.extractors.tasks.scopes import Scope, is_no_work, is_plan, leads_in, scope_of_preamble
from nghiquyet.extractors.tasks.tables import Row, bare_year, task_rows
from nghiquyet.extractors.tasks.tails import moved, once, with_tail
from nghiquyet.extractors.tasks.verbs import verb_phrase
from nghiquyet.extractors.tasks.work import resolution_of, sets_work
from nghiquyet.lexicons.bodies import canonical_name
from nghiquyet.model import Agency, AgencyRole, Period, Task
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
)
from nghiquyet.text import patterns as re

_SIGNATURE = re.compile(r"Người ký\s*:|(?:T/M|TM\.|KT\.|K/T)\s+[A-ZĐ]")


def extract_tasks(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with tasks ``t_1`` … in text order.

    One task for each sentence of the sections of tasks, solutions and implementation; elsewhere each sentence that
    assigns work to a body («Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết»).
    """
    tasks: list[Task] = []
    kinds = dict(findings.attachments)
    body = scope_of_preamble(outline.preamble)
    parts = [(outline.body, replace(body, plans=is_plan(findings.metadata.document_type)))]
    for attachment in outline.attachments:
        own = kinds.get(attachment.id)
        parts.append((attachment.content, Scope(plans=own is not None and is_plan(own.document_type))))
    for nodes, scope in parts:
        reader = _Reader(outline, findings, len(tasks))
        reader.read(nodes, scope, 0)
        tasks += reader.found
    if any(first.span.start > second.span.start for first, second in pairwise(tasks)):
        tasks.sort(key=lambda task: task.span.start)
        tasks = [task.model_copy(update={"id": f"t_{index}"}) for index, task in enumerate(tasks, start=1)]
    return replace(findings, tasks=tuple(tasks))


class _Reader:
    """Walks the divisions; ``found`` grows in text order, so that a tail line can reach back."""

    def __init__(self, outline: Outline, findings: Findings, before: int) -> None:
        self.before = before
        """How many tasks the parts before this one hold."""
        self.territory = findings.metadata.territory
        self.resolution = resolution_of(outline, findings.metadata)
        self.mentions: dict[str, Mentions] = {
            mentions.place.passage.container: mentions
            for mentions in findings.mentions
            if mentions.place.kind in ("block", "cell")
        }
        self.references = by_container((item.container, item.id, item.span) for item in findings.references)
        self.measures = by_container((item.container, item.id, item.span) for item in findings.measures)
        self.found: list[Task] = []
        self._frames: list[int] = []
        """Where the tasks of each division around the place begin."""
        self._governed = (0, 0)
        """The tasks that the last tail line governed: further lines of its group govern the same."""
        self._signed = False
        """A signature stands above: what follows is no part of the text."""

    def read(self, nodes: tuple[OutlineNode, ...], scope: Scope, depth: int) -> None:
        """The tasks of ``nodes``; a head line among them governs what follows it, a tail line what stands before."""
        self._frames.append(len(self.found))
        for node in nodes:
            if isinstance(node, OutlineDivision):
                self._division(node, scope, depth)
            elif node.kind == "paragraph":
                scope = self._paragraph(node, scope)
            elif node.kind == "table":
                for row in task_rows(node):
                    self.found.append(self._row(row))
        self._frames.pop()

    def _division(self, division: OutlineDivision, scope: Scope, depth: int) -> None:
        title = division.heading.text if division.heading is not None else ""
        if is_due_heading(title) and all(isinstance(node, OutlineBlock) for node in division.content):
            for node in division.content:
                if isinstance(node, OutlineBlock):
                    self._govern(Tail((), (0, len(node.passage.text))), node.passage)
            return
        if division.heading is not None and (tail := read_tail_line(title)) is not None:
            self._govern(tail, division.heading)
        inner = scope.inside(division)
        title_line, content = _below_title(division)
        if title_line is not None and (heads := read_bare_head(title_line.text)):
            inner = inner.under(heads, title_line)
        # Dashes under one title share its tail line; a division with a number or a title has its own.
        if division.number is None and division.heading is None:
            self._read_item(content, inner, depth)
        else:
            self.read(content, inner, depth + 1)

    def _read_item(self, content: tuple[OutlineNode, ...], inner: Scope, depth: int) -> None:
        """A dash item: its tasks belong to the division around it."""
        for node in content:
            if isinstance(node, OutlineDivision):
                self._division(node, inner, depth + 1)
            elif node.kind == "paragraph":
                inner = self._paragraph(node, inner)

    def _paragraph(self, block: OutlineBlock, scope: Scope) -> Scope:
        """Reads one paragraph; returns the scope of what follows it."""
        text = block.passage.text
        self._signed = self._signed or _SIGNATURE.match(text) is not None
        if self._signed:
            return scope
        heads = read_head_line(text) if text.endswith(":") else read_bare_head(text)
        if heads:
            return scope.under(heads, block.passage)
        tail = read_tail_line(text)
        if tail is not None:
            self._govern(tail, block.passage)
            return scope
        self._sentences(block, scope)
        if text.endswith(":") and leads_in(text):
            return self._behind_lead_in(block, scope)
        return scope

    def _behind_lead_in(self, block: OutlineBlock, scope: Scope) -> Scope:
        """«… đề nghị các bộ, ngành thực hiện các nhiệm vụ sau:» sets work, and says who where it names them."""
        text = block.passage.text
        start, end = block.sentences[-1] if block.sentences else (0, len(text))
        named = read_assignment(text, start, end).agencies
        scope = replace(scope, assigns=True)
        leads = tuple(one for one in named if one[1] == "lead")
        return scope.under(leads, block.passage) if leads else scope

    def _sentences(self, block: OutlineBlock, scope: Scope) -> None:
        passage = block.passage
        run_in = read_run_in_head(passage.text) if ":" in passage.text else None
        behind = 0
        if run_in is not None:
            scope, behind = scope.under(run_in[0], passage), run_in[1]
        own = len(self.found)
        for start, end in block.sentences:
            begin = max(start, behind)
            if begin >= end:
                continue
            if begin > 0 and (tail := read_tail_line(passage.text[begin:end])) is not None:
                # Inside a paragraph it speaks of that paragraph alone.
                self._govern(moved(tail, begin), passage, own)
                continue
            if passage.text[end - 1] == ":" and leads_in(passage.text[begin:end]):
                continue
            task = self._task(passage, begin, end, scope, inherits=begin > behind or run_in is None)
            if task is not None:
                self.found.append(task)

    def _task(self, passage: Passage, start: int, end: int, scope: Scope, inherits: bool) -> Task | None:
        text = passage.text
        while start < end and text[start] in "*_ ":
            start += 1
        if start == end:
            return None
        ordered = ORDER.match(text, start) is not None
        told = text[start].isupper() and (self.resolution.state or not scope.reports)
        if not (scope.assigns or scope.heads or ordered or told):
            return None
        if is_no_work(text, start, end):
            return None
        assignment = read_assignment(text, start, end)
        phrase = None
        if (
            assignment.predicate == start
            or not assignment.agencies
            or text[assignment.predicate : assignment.predicate + 1].islower()
        ):
            phrase = verb_phrase(text, assignment.predicate, end)
        if phrase is None and not any(role == "lead" for _, role in assignment.agencies):
            # «Phối hợp chặt chẽ với Sở Y tế trong quá trình …»: no further verb.
            phrase = verb_phrase(text, assignment.start, end)
        if not sets_work(text, start, end, scope, assignment, phrase is not None, ordered, self.resolution):
            return None
        agencies = [self._agency(mention, role, passage, False) for mention, role in assignment.agencies]
        rule = assignment.rule if agencies else "tasks.sentence_of_an_assigning_section"
        own_lead = any(role == "lead" for _, role in assignment.agencies) and assignment.rule != "assignments.clause"
        if not own_lead and scope.heads and scope.passage is not None:
            heads = [self._agency(mention, role, scope.passage, inherits) for mention, role in scope.heads]
            agencies = [*heads, *agencies]
            rule = "lines.read_head_line" if inherits else "lines.read_run_in_head"
        start = task_start(text, start, end)
        mentions = self.mentions.get(passage.container)
        cited = touching(self.references, passage.container, passage.span(start, end))
        deadline = read_deadline(mentions, passage, start, end, cited) or read_stage(mentions, text)
        return self._made(passage, start, end, phrase, once(agencies), deadline, rule)

    def _made(
        self,
        passage: Passage,
        start: int,
        end: int,
        phrase: tuple[int, int] | None,
        agencies: tuple[Agency, ...],
        deadline: Period | None,
        rule: str,
    ) -> Task:
        """The next task, with what is cited and measured in it."""
        span = passage.span(start, end)
        return Task(
            id=f"t_{self.before + len(self.found) + 1}",
            text=passage.text[start:end],
            span=span,
            fragments=passage.fragments(start, end) if passage.breaks else (span,),
            container=passage.container,
            assigned=bool(agencies),
            verb=passage.text[phrase[0] : phrase[1]] if phrase else None,
            agencies=agencies,
            deadline=deadline,
            references=inside(self.references, passage.container, span),
            measures=inside(self.measures, passage.container, span),
            rule=rule,
        )

    def _row(self, row: Row) -> Task:
        """The task of a row of a table of tasks."""
        passage = row.task.passage
        text = passage.text
        end = len(text.rstrip())
        start = end - len(text.strip())
        due: Period | None = None
        if row.due is not None:
            place = row.due.passage
            due = read_due(self.mentions.get(place.container), 0, len(place.text)) or bare_year(row.due)
        agencies = tuple(self._agency(mention, role, cell.passage, False) for cell, (mention, role) in row.agencies)
        return self._made(passage, start, end, verb_phrase(text, start, end), agencies, due, "tables.task_rows")

    def _govern(self, tail: Tail, passage: Passage, since: int = 0) -> None:
        """Gives what a tail line says to the tasks before it, back to the innermost division that has any."""
        first, last = self._governed
        count = len(self.found)
        if count > last or first == last:
            # Never beyond the section it stands in: another one's tasks are not its.
            around = self._frames[1:] or self._frames
            first = next((start for start in reversed(around) if start < count), count)
            first = max(first, last)
        first = max(first, since)
        self._governed = (first, count)
        due: Period | None = None
        if tail.due is not None:
            due = read_due(self.mentions.get(passage.container), *tail.due)
        agencies = tuple(self._agency(mention, role, passage, True) for mention, role in tail.agencies)
        for index in range(first, count):
            self.found[index] = with_tail(self.found[index], agencies, due)

    def _agency(self, mention: AgencyMention, role: AgencyRole, passage: Passage, inherited: bool) -> Agency:
        return Agency(
            name=mention.name,
            canonical=canonical_name(mention.name, self.territory) if mention.canonical else None,
            role=role,
            inherited=inherited,
            span=passage.span(mention.start, mention.end),
        )


def _below_title(division: OutlineDivision) -> tuple[Passage | None, tuple[OutlineNode, ...]]:
    """The first line of a division that is its title, and the rest: «5. Thực hiện hiệu quả các giải pháp phòng, chống
    thiên tai» closes with no mark, and items follow it."""
    content = division.content
    if division.heading is None and len(content) > 1 and isinstance(content[1], OutlineDivision):
        first = content[0]
        if isinstance(first, OutlineBlock) and first.passage.text.rstrip()[-1:].isalnum():
            return first.passage, content[1:]
    return None, content


__all__ = ["Named", "extract_tasks"]
