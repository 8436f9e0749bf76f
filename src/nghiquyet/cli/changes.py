"""What ``compare`` prints: what changed, at a glance."""

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from nghiquyet.diagnostics import Language, message, term
from nghiquyet.formats.html_view.numbers import amount

if TYPE_CHECKING:
    from nghiquyet.comparison import Comparison
    from nghiquyet.comparison.changes import MeasureChange, Result


def print_changes(comparison: "Comparison", console: Console, language: Language) -> None:
    """Counts, targets with their changes, results beside targets, tasks that are not kept, citations."""

    def say(code: str) -> str:
        return escape(message(f"page.{code}", {}, language))

    def table(title: str, *columns: str) -> Table:
        made = Table(title=say(title), title_justify="left", title_style="bold")
        for column in columns:
            made.add_column(say(column), overflow="fold")
        return made

    for name, card in (("before", comparison.before), ("after", comparison.after)):
        words = " · ".join(filter(None, (card.number, card.issuer, card.subject, card.name)))
        console.print(f"{say(name)}: {escape(words)}")
    counts = (
        ("targets", Counter(change.status for change in comparison.measures)),
        ("results", Counter(result.outcome for result in comparison.results)),
        ("tasks", Counter(change.status for change in comparison.tasks)),
        ("references", Counter(change.status for change in comparison.references)),
    )
    for name, found in counts:
        shown = ", ".join(f"{term(status, language)} {count}" for status, count in found.most_common())
        console.print(f"  {say(name)}: {escape(shown or '—')}")
    targets = table("targets", "indicator", "before", "after", "change", "ambition")
    for change in comparison.measures:
        side = change.after or change.before
        if side is None or side.role not in ("target", "stretch"):
            continue
        targets.add_row(
            escape(f"{change.name} ({change.scope})" if change.scope else change.name),
            escape(change.before.text) if change.before else "",
            escape(change.after.text) if change.after else "",
            escape(_apart(change, language)),
            _state(change, language),
        )
    console.print(targets)
    results = table("results", "indicator", "target", "result", "change", "outcome")
    for result in comparison.results:
        if result.result is not None:
            results.add_row(
                escape(f"{result.name} ({result.scope})" if result.scope else result.name),
                escape(result.target.text),
                escape(result.result.text),
                escape(_apart(result, language)),
                term(result.outcome, language),
            )
    if results.row_count:
        console.print(results)
    tasks = table("tasks", "status", "before", "after")
    for task in comparison.tasks:
        if task.status != "kept":
            sides = ("\n".join(_short(side.text) for side in sides) for sides in (task.before, task.after))
            tasks.add_row(term(task.status, language), *map(escape, sides))
    console.print(tasks)
    for status in ("new", "gone", "both"):
        console.print(f"[bold]{say(status)}[/]")
        for reference in comparison.references:
            if reference.status == status:
                console.print(f"  {escape(reference.text)}")


def _state(change: "MeasureChange", language: Language) -> str:
    """Raised, lowered, kept; else matched, added, dropped; a doubt is said."""
    doubt = f" ({message('page.doubtful', {}, language)})" if change.match and change.match.doubtful else ""
    return term(change.ambition or change.status, language) + doubt


def _apart(item: "MeasureChange | Result", language: Language) -> str:
    if item.absolute is None:
        return term(item.refused, language) if item.refused else ""
    return amount(item.absolute, item.unit, language, sign=True)


def _short(text: str) -> str:
    return text if len(text) < 160 else f"{text[:159].rstrip()}…"
