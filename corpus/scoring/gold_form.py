"""A parsed document in the form of the gold, so that one scorer compares like with like."""

from typing import Any

from nghiquyet.model import Attachment, Block, Division, Document, Measure, Period, Reference, Task

Gold = dict[str, Any]


def as_gold(document: Document) -> Gold:
    """The facts of ``document`` under the names of the gold format."""
    measures = {measure.id: index for index, measure in enumerate(document.measures)}
    return {
        "metadata": _metadata(document),
        "nodes": _nodes(document),
        "paragraph_joins": [
            {"start": before.end, "end": after.start}
            for node in document.walk()
            if isinstance(node, Block) and node.kind == "paragraph"
            for before, after in zip(node.fragments, node.fragments[1:], strict=False)
        ],
        "noise": [{"start": item.span.start, "end": item.span.end, "kind": item.kind} for item in document.furniture],
        "footnotes": [
            {
                "marker": note.marker,
                "ref_start": note.call.start if note.call else None,
                "ref_end": note.call.end if note.call else None,
                "start": note.span.start,
                "end": note.span.end,
            }
            for note in document.footnotes
        ],
        "measures": [_measure(measure, measures) for measure in document.measures],
        "tasks": [_task(task, document) for task in document.tasks],
        "references": [_reference(reference) for reference in document.references],
        "ocr_errors": [
            {"start": item.span.start, "end": item.span.end, "found": item.found, "expected": item.read_as}
            for item in document.repairs
        ],
    }


def _metadata(document: Document) -> Gold:
    metadata = document.metadata
    period = metadata.subject_period
    return {
        "side": metadata.side,
        "doc_type": metadata.document_type,
        "symbol": metadata.number.text if metadata.number else None,
        "number": metadata.number.serial if metadata.number else None,
        "issuer": metadata.issuer.name if metadata.issuer else None,
        "territory": metadata.territory,
        "title": metadata.subject,
        "date": metadata.date.isoformat() if metadata.date else None,
        "place": metadata.place,
        "subject_year": period.start.year if period and period.start and period.precision == "year" else None,
        "signatories": [
            {"authority": who.authority, "position": who.position, "name": who.name} for who in metadata.signatories
        ],
        "recipients": [f"{item.text} ({item.note})" if item.note else item.text for item in metadata.recipients],
        "legal_bases": [{"start": basis.span.start, "end": basis.span.end} for basis in metadata.legal_bases],
    }


def _nodes(document: Document) -> list[Gold]:
    nodes: list[Gold] = []

    def visit(node: Block | Division | Attachment, parent: int | None) -> None:
        if isinstance(node, Division | Attachment):
            nodes.append(
                {
                    "parent": nodes[parent]["start"] if parent is not None else None,
                    "kind": node.kind,
                    "label": node.label,
                    "number": node.number,
                    "heading": node.heading.text if node.heading else None,
                    "start": node.span.start,
                    "end": node.span.end,
                }
            )
            parent = len(nodes) - 1
        for child in node.content:
            visit(child, parent)

    for root in (*document.preamble, *document.body, *document.attachments):
        visit(root, None)
    return nodes


def _day(period: Period | None) -> str | None:
    """A period as the gold prints it: 2025, 2021/2025, 2025-Q1, 2025-06, 2025-06-30."""
    if period is None or period.end is None:
        return None
    end = period.end
    if period.precision == "year" or (
        period.precision != "day" and period.start is None and (end.month, end.day) == (12, 31)
    ):
        return str(end.year)
    if period.precision == "quarter":
        return f"{end.year}-Q{(end.month + 2) // 3}"
    if period.precision == "month":
        return f"{end.year}-{end.month:02}"
    if period.precision == "range" and period.start is not None:
        return f"{period.start.year}/{end.year}"
    return end.isoformat()


def _measure(measure: Measure, places: dict[str, int]) -> Gold:
    quantity = measure.quantity
    return {
        "start": measure.span.start,
        "end": measure.span.end,
        "text": measure.text,
        "role": measure.role,
        "value_kind": measure.value_kind,
        "indicator": measure.indicator.text if measure.indicator else None,
        "indicator_full": measure.indicator.full if measure.indicator else None,
        "scope": measure.scope,
        "operator": measure.comparator,
        "direction": measure.direction,
        "value": str(quantity.value) if quantity and quantity.value is not None else None,
        "low": str(quantity.low) if quantity and quantity.low is not None else None,
        "high": str(quantity.high) if quantity and quantity.high is not None else None,
        "unit": quantity.unit if quantity else None,
        "unit_base": quantity.unit_base if quantity else None,
        "scale": str(quantity.scale) if quantity else "1",
        "period": _day(measure.period),
        "deadline": _day(measure.deadline),
        "baseline": {"text": measure.baseline.text} if measure.baseline else None,
        "estimated": measure.estimated,
        "of": places.get(measure.of) if measure.of else None,
        "target": measure.target is not None,
    }


def _task(task: Task, document: Document) -> Gold:
    references = {item.id: item.span.start for item in document.references}
    measures = {item.id: item.span.start for item in document.measures}
    return {
        "start": task.span.start,
        "end": task.span.end,
        "text": task.text,
        "lead": [agency.name for agency in task.agencies if agency.role == "lead"],
        "coordinate": [agency.name for agency in task.agencies if agency.role == "supporting"],
        "deadline": _day(task.deadline),
        "recurrence": task.deadline.recurrence if task.deadline else None,
        "verb": task.verb,
        "references": [references[item] for item in task.references],
        "measures": [measures[item] for item in task.measures],
    }


def _reference(reference: Reference) -> Gold:
    number = reference.number
    return {
        "start": reference.span.start,
        "end": reference.span.end,
        "text": reference.text,
        "kind": reference.kind,
        "doc_type": reference.document_type,
        "symbol": number.text if number else None,
        "date": reference.date.isoformat() if reference.date else None,
        "issuer": reference.issuer.name if reference.issuer else None,
        "pinpoint": [
            {name: value for name, value in pin.model_dump(exclude_none=True).items() if name != "to"}
            for pin in reference.pinpoints
        ],
        "congress": reference.congress,
        "plenum": reference.plenum,
        "entity": reference.identity,
    }
