"""Departures from the layout that the drafting rules in force on the day of the document prescribe."""

from collections.abc import Iterator

from nghiquyet.extractors.closing_lines import closing_lines
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.extractors.metadata.header import passages_of
from nghiquyet.lexicons.profiles import LayoutRule, profile
from nghiquyet.model import Diagnostic, Span


def read_layout(draft: Draft) -> None:
    """One doubt for each rule of the profile that the text departs from; none without a date or a side."""
    day = draft.day("date") or draft.day("adopted")
    family = draft.values.get("family")
    if day is None or draft.values.get("side") is None or not isinstance(family, str):
        return
    number = getattr(draft.values.get("number"), "text", None) or ""
    for rule in profile(family).layouts:
        if not rule.in_force(day) or (rule.number is not None and rule.number.match(number) is None):
            continue
        departure = next(_departures(draft, rule), None)
        if departure is not None:
            printed, span = departure
            draft.diagnostics.append(
                Diagnostic(
                    code="layout.departure",
                    severity="info",
                    params={"printed": printed, "rule": rule.rule, "source": rule.source},
                    span=span,
                )
            )


def _departures(draft: Draft, rule: LayoutRule) -> Iterator[tuple[str, Span | None]]:
    if rule.where == "header":
        header = draft.header
        limit = draft.title.start if draft.title.kind is not None else 0
        for line in header.lines:
            if line.start < limit and (hit := rule.departure.match(line.text)):
                yield hit.group().strip(), header.span(line.start + hit.start(), line.start + hit.end())
    elif rule.where == "closing":
        for closing in closing_lines(draft.outline):
            if hit := rule.departure.match(closing.text):
                yield hit.group().strip(), closing.span(hit.start(), hit.end())
    else:
        for passage in passages_of(draft.outline.preamble):
            if hit := rule.departure.match(passage.text):
                yield hit.group().strip(), passage.span(hit.start(), hit.end())
