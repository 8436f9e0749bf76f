"""What ``explain`` prints: how one line was read, and what is printed in it."""

from rich.console import Console
from rich.markup import escape

from nghiquyet.diagnostics import Language, failure, message
from nghiquyet.errors import NghiquyetError
from nghiquyet.model import Span
from nghiquyet.options import Options
from nghiquyet.pipeline import explain, parse_source
from nghiquyet.records import SourceText


def print_reasons(
    source: SourceText, name: str, line: int, options: Options, console: Console, language: Language
) -> None:
    """The label and the rule of a line, the rules that declined, the units it stands in, the facts printed there.

    Raises NghiquyetError when the text has no such line.
    """

    def row(code: str, text: str) -> None:
        console.print(f"[bold]{escape(message(code, {}, language))}:[/] {escape(text)}", soft_wrap=True)

    count = source.text.count("\n") + 1
    if line > count:
        raise failure(NghiquyetError, "error.line", path=name, line=str(line), count=str(count))
    printed = source.text.split("\n")[line - 1]
    row("screen.line", f"{line}: {printed.strip()}")
    decisions = [decision for decision in explain(source.text) if decision.line == line]
    for decision in decisions:
        row("screen.read_as", decision.label)
        row("screen.rule", decision.rule)
        row("screen.declined", ", ".join(decision.declined))
    if not decisions:
        row("screen.read_as", "—")
        return
    document = parse_source(source, options)
    place = Span(start=decisions[0].span.start, end=decisions[-1].span.end)
    row("screen.holds", " › ".join(node.id for node in document.at(place.start)) or "—")
    facts = [
        f"{fact.id} «{fact.text if len(fact.text) < 60 else fact.text[:59] + '…'}» ({fact.rule})"
        for items in (document.targets, document.measures, document.tasks, document.references)
        for fact in items
        if fact.span.start < place.end and place.start < fact.span.end
    ]
    row("screen.facts", "; ".join(facts) or "—")
