"""What ``parse`` prints: the document at a glance."""

from collections import Counter

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from nghiquyet.diagnostics import Language, message, term
from nghiquyet.model import Attachment, Block, Division, Document, Measure

_DEPTH = 2


def print_overview(document: Document, console: Console, language: Language) -> None:
    """Title block, outline, targets with their figures, assigned tasks, documents cited, diagnostics."""
    _Overview(document, console, language).show()


class _Overview:
    def __init__(self, document: Document, console: Console, language: Language) -> None:
        self.document = document
        self.console = console
        self.language = language

    def show(self) -> None:
        self._identity()
        self._outline()
        self._targets()
        self._assignments()
        self._references()
        self._diagnostics()

    def _say(self, code: str, **params: str) -> str:
        return escape(message(code, params, self.language))

    def _identity(self) -> None:
        document, metadata = self.document, self.document.metadata
        self.console.print(
            f"[bold]{escape((metadata.document_type or '—').upper())}[/] {escape(metadata.subject or '')}"
        )
        rows = (
            ("screen.number", metadata.number.text if metadata.number else None),
            ("screen.issuer", metadata.issuer.name if metadata.issuer else None),
            ("screen.territory", metadata.territory),
            ("screen.date", metadata.date.isoformat() if metadata.date else None),
            ("screen.period", metadata.subject_period.text if metadata.subject_period else None),
            ("screen.signed", ", ".join(filter(None, (who.name for who in metadata.signatories)))),
        )
        for code, value in rows:
            self.console.print(f"  {self._say(code)}: {escape(value) if value else '—'}")
        divisions = sum(isinstance(node, Division) for node in document.walk())
        self.console.print(
            "  "
            + self._say(
                "screen.counts",
                divisions=str(divisions),
                targets=str(len(document.targets)),
                measures=str(len(document.measures)),
                tasks=str(len(document.tasks)),
                references=str(len(document.references)),
                repairs=str(len(document.repairs)),
            )
        )

    def _outline(self) -> None:
        self.console.print(f"\n[bold]{self._say('screen.outline')}[/]")
        for node in (*self.document.body, *self.document.attachments):
            self._branch(node, 1)

    def _branch(self, node: Block | Division | Attachment, depth: int) -> None:
        if isinstance(node, Block) or depth > _DEPTH:
            return
        title = node.heading.text if node.heading else ""
        if not title:
            first = next((child for child in node.content if isinstance(child, Block)), None)
            title = first.text if first else ""
        line = " ".join(filter(None, (node.label, title)))
        self.console.print(f"{'  ' * depth}{escape(_short(line, 100))}")
        for child in node.content:
            self._branch(child, depth + 1)

    def _targets(self) -> None:
        if not self.document.targets:
            return
        table = Table(title=self._say("screen.targets"), title_justify="left", title_style="bold")
        for code in ("", "screen.indicator", "screen.value", "screen.role", "screen.due"):
            table.add_column(self._say(code) if code else "", overflow="fold")
        measures = {measure.id: measure for measure in self.document.measures}
        for target in self.document.targets:
            for index, identifier in enumerate(target.measures):
                measure = measures[identifier]
                due = measure.deadline or measure.period
                table.add_row(
                    escape(target.label or "–") if not index else "",
                    escape(_name(measure)),
                    escape(measure.text if measure.quantity else "✓"),
                    term(measure.role, self.language),
                    due.end.isoformat() if due and due.end else "",
                )
        self.console.print()
        self.console.print(table)

    def _assignments(self) -> None:
        assigned = [task for task in self.document.tasks if task.assigned]
        if not assigned:
            return
        table = Table(title=self._say("screen.assignments"), title_justify="left", title_style="bold")
        for code in ("screen.lead", "screen.supporting", "screen.task", "screen.due"):
            table.add_column(self._say(code), overflow="fold")
        for task in assigned:
            lead = "; ".join(agency.name for agency in task.agencies if agency.role == "lead")
            supporting = "; ".join(agency.name for agency in task.agencies if agency.role == "supporting")
            due = task.deadline.text if task.deadline else ""
            table.add_row(escape(lead), escape(supporting), escape(_short(task.text, 140)), escape(due or ""))
        self.console.print()
        self.console.print(table)

    def _references(self) -> None:
        counts = Counter(reference.identity for reference in self.document.references)
        if not counts:
            return
        names: dict[str, str] = {}
        for reference in self.document.references:
            if len(reference.text) > len(names.get(reference.identity, "")):
                names[reference.identity] = reference.text
        table = Table(title=self._say("screen.references"), title_justify="left", title_style="bold")
        table.add_column(self._say("screen.mentions"), justify="right")
        table.add_column(self._say("screen.document"), overflow="fold")
        for identity, count in counts.most_common():
            table.add_row(str(count), escape(_short(names[identity], 110)))
        self.console.print()
        self.console.print(table)

    def _diagnostics(self) -> None:
        if not self.document.diagnostics:
            return
        self.console.print(f"\n[bold]{self._say('screen.diagnostics')}[/]")
        for diagnostic in self.document.diagnostics:
            self.console.print(f"  {self._say(diagnostic.code, **diagnostic.params)}")


def _name(measure: Measure) -> str:
    if measure.indicator is None:
        return ""
    return f"{measure.indicator.full} ({measure.scope})" if measure.scope else measure.indicator.full


def _short(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
