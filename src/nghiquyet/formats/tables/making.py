"""Documents → rows. One function a table; each takes any number of documents and yields in their order."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypedDict

from nghiquyet.diagnostics import message
from nghiquyet.formats.tables.rows import (
    AssignmentRow,
    CoverageRow,
    DiagnosticRow,
    DivisionRow,
    EdgeRow,
    MeasureRow,
    PanelRow,
    ReferenceRow,
    TargetRow,
    TaskRow,
)
from nghiquyet.model import Attachment, Block, Division, Document, Measure, Reference, Task


class _Source(TypedDict):
    document: str
    file: str | None
    number: str | None
    issuer: str | None
    territory: str | None
    date: datetime.date | None
    year: int | None


def measures(documents: Iterable[Document]) -> Iterator[MeasureRow]:
    """One row a figure."""
    for document in documents:
        source = _source(document)
        for measure in document.measures:
            yield _measure(measure, source)


def _measure(measure: Measure, source: _Source) -> MeasureRow:
    quantity, period = measure.quantity, measure.period
    return MeasureRow(
        **source,
        measure=measure.id,
        target=measure.target,
        indicator_id=measure.indicator_id,
        indicator=measure.indicator.full if measure.indicator else None,
        scope=measure.scope,
        role=measure.role,
        estimated=measure.estimated,
        value_kind=measure.value_kind,
        comparator=measure.comparator,
        direction=measure.direction,
        value=_base(measure, quantity.value) if quantity else None,
        low=_base(measure, quantity.low) if quantity else None,
        high=_base(measure, quantity.high) if quantity else None,
        denominator=quantity.denominator if quantity else None,
        unit_base=quantity.unit_base if quantity else None,
        unit_code=quantity.unit_code if quantity else None,
        printed_value=quantity.value if quantity else None,
        printed_unit=quantity.unit if quantity else None,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        deadline=measure.deadline.end if measure.deadline else None,
        price_basis=measure.price_basis.kind if measure.price_basis else None,
        price_year=measure.price_basis.year if measure.price_basis else None,
        baseline=measure.baseline.text if measure.baseline else None,
        of=measure.of,
        container=measure.container,
        text=measure.text,
        span_start=measure.span.start,
        span_end=measure.span.end,
    )


def targets(documents: Iterable[Document]) -> Iterator[TargetRow]:
    """One row an entry of a list of targets."""
    for document in documents:
        source = _source(document)
        for target in document.targets:
            yield TargetRow(
                **source,
                target=target.id,
                label=target.label,
                figures=len(target.measures),
                measures=" ".join(target.measures),
                container=target.container,
                text=target.text,
                span_start=target.span.start,
                span_end=target.span.end,
            )


def tasks(documents: Iterable[Document]) -> Iterator[TaskRow]:
    """One row a task."""
    for document in documents:
        source = _source(document)
        for task in document.tasks:
            deadline = task.deadline
            yield TaskRow(
                **source,
                task=task.id,
                verb=task.verb,
                assigned=task.assigned,
                lead=_bodies(task, "lead"),
                supporting=_bodies(task, "supporting"),
                deadline_text=deadline.text if deadline else None,
                deadline_start=deadline.start if deadline else None,
                deadline_end=deadline.end if deadline else None,
                recurrence=deadline.recurrence if deadline else None,
                references=" ".join(task.references),
                measures=" ".join(task.measures),
                container=task.container,
                text=task.text,
                span_start=task.span.start,
                span_end=task.span.end,
            )


def references(documents: Iterable[Document]) -> Iterator[ReferenceRow]:
    """One row a mention of a document."""
    for document in documents:
        source = _source(document)
        for reference in document.references:
            yield ReferenceRow(
                **source,
                reference=reference.id,
                kind=reference.kind,
                relation=reference.relation,
                identity=reference.identity,
                document_type=reference.document_type,
                cited_number=reference.number.text if reference.number else None,
                cited_year=reference.year,
                cited_date=reference.date,
                cited_issuer=reference.issuer.canonical or reference.issuer.name if reference.issuer else None,
                title=reference.title or reference.name,
                pinpoints=len(reference.pinpoints),
                planned=reference.planned,
                quoted=reference.quoted,
                unresolved_because=reference.unresolved_because,
                container=reference.container,
                text=reference.text,
                span_start=reference.span.start,
                span_end=reference.span.end,
            )


def divisions(documents: Iterable[Document]) -> Iterator[DivisionRow]:
    """One row a labelled or titled unit, parents before children."""
    for document in documents:
        source = _source(document)
        zones = (document.front, document.preamble, document.body, document.closing, document.attachments)
        for node in (node for zone in zones for node in zone):
            yield from _divisions(node, source, None, 1)


def _divisions(
    node: Block | Division | Attachment, source: _Source, parent: str | None, depth: int
) -> Iterator[DivisionRow]:
    if isinstance(node, Division):
        yield DivisionRow(
            **source,
            division=node.id,
            parent=parent,
            depth=depth,
            kind=node.kind,
            label=node.label,
            ordinal=node.number,
            heading=node.heading.text if node.heading else None,
            role=node.role,
            span_start=node.span.start,
            span_end=node.span.end,
        )
        depth += 1
    for child in node.content:
        yield from _divisions(child, source, parent if isinstance(node, Block) else node.id, depth)


def diagnostics(documents: Iterable[Document]) -> Iterator[DiagnosticRow]:
    """One row a doubt."""
    for document in documents:
        source = _source(document)
        for diagnostic in document.diagnostics:
            yield DiagnosticRow(
                **source,
                code=diagnostic.code,
                severity=diagnostic.severity,
                message_vi=message(diagnostic.code, diagnostic.params, "vi"),
                message_en=message(diagnostic.code, diagnostic.params, "en"),
                span_start=diagnostic.span.start if diagnostic.span else None,
                span_end=diagnostic.span.end if diagnostic.span else None,
            )


def edges(documents: Iterable[Document]) -> Iterator[EdgeRow]:
    """One row a cited document and relation; the document itself and its own divisions are no edges."""
    for document in documents:
        source = _source(document)
        found: dict[tuple[str, str], list[Reference]] = {}
        for reference in document.references:
            if reference.kind != "relative" and reference.identity not in (document.id, document.metadata.identity):
                found.setdefault((reference.identity, reference.relation), []).append(reference)
        for (identity, _), mentions in found.items():
            cited = next((mention.date for mention in mentions if mention.date), None)
            own = document.metadata.date
            yield EdgeRow(
                **source,
                cited=identity,
                relation=mentions[0].relation,
                mentions=len(mentions),
                cited_type=mentions[0].document_type,
                cited_date=cited,
                lag_days=(own - cited).days if own and cited else None,
                cited_text=max((mention.text for mention in mentions), key=len),
                citing=document.metadata.identity,
            )


def assignments(documents: Iterable[Document]) -> Iterator[AssignmentRow]:
    """One row a body of a task."""
    for document in documents:
        source = _source(document)
        for task in document.tasks:
            deadline = task.deadline
            for agency in task.agencies:
                yield AssignmentRow(
                    **source,
                    task=task.id,
                    body=agency.canonical or agency.name,
                    printed=agency.name,
                    role=agency.role,
                    inherited=agency.inherited,
                    verb=task.verb,
                    text=task.text,
                    deadline_text=deadline.text if deadline else None,
                    deadline_start=deadline.start if deadline else None,
                    deadline_end=deadline.end if deadline else None,
                    recurrence=deadline.recurrence if deadline else None,
                    span_start=agency.span.start,
                    span_end=agency.span.end,
                )


def panel(documents: Iterable[Document]) -> Iterator[PanelRow]:
    """One row a territory, year, indicator, breakdown, role, kind and unit; what has no year or no indicator is left out.

    Where several documents give a figure, the latest speaks; where one gives several, its first.
    """
    cells: dict[tuple[str, int, str, str, str, str, str], list[tuple[MeasureRow, int]]] = {}
    placed = ((_territory(document), row) for document in documents for row in measures([document]))
    for territory, row in placed:
        end = row.period_end or row.deadline
        if territory and row.indicator_id and end and row.value_kind != "none" and row.role != "other":
            key = (
                territory,
                end.year,
                row.indicator_id,
                row.scope or "",
                row.role,
                row.value_kind,
                row.unit_base or "",
            )
            cells.setdefault(key, []).append((row, end.year))
    for cell, found in sorted(cells.items(), key=lambda item: item[0]):
        row, year = max(found, key=lambda item: (item[0].date or datetime.date.min, item[0].year or 0))
        yield PanelRow(
            territory=cell[0],
            year=year,
            indicator_id=row.indicator_id or "",
            scope=row.scope,
            role=row.role,
            value_kind=row.value_kind,
            unit_base=row.unit_base,
            value=row.value,
            low=row.low,
            high=row.high,
            comparator=row.comparator,
            estimated=row.estimated,
            figures=len(found),
            conflict=len({(other.value, other.low, other.high) for other, _ in found}) > 1,
            document=row.document,
            measure=row.measure,
        )


def coverage(documents: Iterable[Document]) -> Iterator[CoverageRow]:
    """One row a body, family and year, in this order: what the sample holds."""
    groups: dict[tuple[str, str, str, int], list[Document]] = {}
    for document in documents:
        source, family = _source(document), document.metadata.family or ""
        key = (source["issuer"] or "", source["territory"] or "", family, source["year"] or 0)
        groups.setdefault(key, []).append(document)
    for (issuer, territory, family, year), found in sorted(groups.items()):
        yield CoverageRow(
            issuer=issuer or None,
            territory=territory or None,
            family=family or None,
            year=year or None,
            documents=len(found),
            undated=sum(document.metadata.date is None for document in found),
            targets=sum(len(document.targets) for document in found),
            measures=sum(len(document.measures) for document in found),
            identified=sum(measure.indicator_id is not None for document in found for measure in document.measures),
            tasks=sum(len(document.tasks) for document in found),
            assigned=sum(task.assigned for document in found for task in document.tasks),
            references=sum(len(document.references) for document in found),
            diagnostics=sum(item.severity != "info" for document in found for item in document.diagnostics),
        )


def _source(document: Document) -> _Source:
    metadata = document.metadata
    period = metadata.subject_period
    end = (period.end or period.start) if period else metadata.date
    return _Source(
        document=document.id,
        file=document.source.name,
        number=metadata.number.text if metadata.number else None,
        issuer=metadata.issuer.canonical or metadata.issuer.name if metadata.issuer else None,
        territory=metadata.territory or (metadata.issuer.territory if metadata.issuer else None),
        date=metadata.date,
        year=end.year if end else None,
    )


NATION = "cả nước"


def _territory(document: Document) -> str | None:
    """Whose figures a document gives: its province's, the country's, else those of the body that issued it."""
    source, issuer = _source(document), document.metadata.issuer
    return source["territory"] or (NATION if issuer and issuer.level == "central" else source["issuer"])


def _base(measure: Measure, number: Decimal | None) -> Decimal | None:
    if number is None or measure.quantity is None:
        return None
    base = number * measure.quantity.scale
    return Decimal(int(base)) if base == base.to_integral_value() else base.normalize()


def _bodies(task: Task, role: str) -> str | None:
    found = [agency.canonical or agency.name for agency in task.agencies if agency.role == role]
    return "; ".join(found) or None
