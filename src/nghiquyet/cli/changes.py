"""What ``compare`` and ``series`` print: what changed, at a glance."""

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from nghiquyet.diagnostics import Language, message, term
from nghiquyet.formats.html_view.numbers import amount, number, scale, sign

if TYPE_CHECKING:
    from nghiquyet.comparison import Comparison, Series
    from nghiquyet.comparison.changes import MeasureChange, Result
    from nghiquyet.comparison.timeline import SeriesRow


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
    targets = [change for change in comparison.measures if _role(change) in ("target", "stretch")]
    others = [change for change in comparison.measures if _role(change) not in ("target", "stretch")]
    counts = (
        ("targets", Counter(change.status for change in targets)),
        ("ambition", Counter(change.ambition for change in targets if change.ambition)),
        ("figures", Counter(change.status for change in others)),
        ("results", Counter(result.outcome for result in comparison.results)),
        ("tasks", Counter(change.status for change in comparison.tasks)),
        ("references", Counter(change.status for change in comparison.references)),
    )
    for name, found in counts:
        listed = ", ".join(f"{term(status, language)} {count}" for status, count in found.most_common())
        console.print(f"  {say(name)}: {escape(listed or '—')}")
    if comparison.results_withheld:
        console.print(f"  {say('results_withheld')}")
    shown = table("targets", "indicator", "before", "after", "change", "ambition")
    for change in targets:
        shown.add_row(
            escape(f"{change.name} ({change.scope})" if change.scope else change.name),
            escape(change.before.text) if change.before else "",
            escape(change.after.text) if change.after else "",
            escape(_apart(change, language)),
            _state(change, language),
        )
    console.print(shown)
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


def print_series(series: "Series", console: Console, language: Language) -> None:
    """One line a figure, gap or merger; what was left out, and why nothing was added."""

    def say(code: str, **params: str) -> str:
        return escape(message(code, params, language))

    where = {_where(row) for row in series.rows}
    title = series.name + (f" ({series.scope})" if series.scope else "")
    alone = where.pop() if len(where) == 1 else None
    table = Table(title=escape(f"{title} · {alone}" if alone else title), title_justify="left", title_style="bold")
    for column in ("territory", "role", "year", "value", "printed", "document"):
        if column != "territory" or alone is None:
            table.add_column(say(f"page.{column}"), overflow="fold", no_wrap=column in ("year", "value"))
    for row in series.rows:
        cells = (
            term(row.role, language) if row.role else "",
            str(row.year or ""),
            _value(row, language),
            row.text or "",
            " ".join(filter(None, (row.name, row.date.isoformat() if row.date else ""))),
        )
        table.add_row(*map(escape, cells if alone is not None else (_where(row), *cells)))
    console.print(table)
    if series.left_out:
        console.print(say("screen.left_out", count=str(series.left_out)))
    if series.not_summed_because:
        console.print(say("screen.not_summed"))


def _where(row: "SeriesRow") -> str:
    name = row.territory or row.lineage or ""
    return f"{' + '.join(row.parts)} → {name}" if row.status == "break" else name


def _value(row: "SeriesRow", language: Language) -> str:
    """«9.240 tỷ đồng», «≥ 10,5%», «30–32 tỷ USD»; a gap and a merger by their names."""
    match row.status:
        case "gap" | "break":
            return f"({message(f'page.{row.status}', {}, language)})"
        case "summed":
            words = "∑ "
        case _:
            words = sign(row.comparator or "")
    if row.value is not None:
        words += amount(row.value, row.unit, language)
    elif row.low is not None and row.high is not None:
        size, _ = scale(row.high, row.unit, language)
        words += f"{number(row.low / size, language)}–{amount(row.high, row.unit, language)}"
    estimated = f" ({message('page.estimated', {}, language)})" if row.estimated else ""
    return words + estimated


def _role(change: "MeasureChange") -> str | None:
    side = change.after or change.before
    return side.role if side else None


def _state(change: "MeasureChange", language: Language) -> str:
    """Raised, lowered, kept; else matched, added, dropped; a doubt is said."""
    doubt = f" ({message('page.doubtful', {}, language)})" if change.match and change.match.doubtful else ""
    return term(change.ambition or change.status, language) + doubt


def _apart(item: "MeasureChange | Result", language: Language) -> str:
    if item.absolute is None:
        return term(item.refused, language) if item.refused else ""
    if item.absolute == 0 and not getattr(item, "absolute_high", None):
        return message("page.unchanged", {}, language)
    return amount(item.absolute, item.unit, language, sign=True)


def _short(text: str) -> str:
    return text if len(text) < 160 else f"{text[:159].rstrip()}…"
