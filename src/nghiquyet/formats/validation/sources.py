"""The source is whole, and every span lies inside it."""

import itertools
from collections.abc import Iterator

from nghiquyet.diagnostics import Problem, problem
from nghiquyet.formats.validation.facts import Facts
from nghiquyet.model import Span, text_sha256


def source_is_whole(facts: Facts) -> Iterator[Problem]:
    """``length`` and ``text_sha256`` are those of the embedded text; pages and part lie inside it."""
    source = facts.document.source
    if source.text is not None:
        if len(source.text) != source.length:
            yield problem("length", length=source.length, found=len(source.text))
        if text_sha256(source.text) != source.text_sha256:
            yield problem("hash")
    for before, after in itertools.pairwise(source.pages):
        if after.number != before.number + 1 or after.span.start < before.span.end:
            yield problem("page", number=after.number, before=before.number)


def spans_are_inside(facts: Facts) -> Iterator[Problem]:
    """No span is turned round or reaches behind the source."""
    length = facts.document.source.length
    for where, span in _all_spans(facts):
        if not span.start <= span.end <= length:
            yield problem("outside", where=where, span=f"{span.start}-{span.end}", length=length)


def _all_spans(facts: Facts) -> Iterator[tuple[str, Span]]:
    document = facts.document
    for page in document.source.pages:
        yield f"pages/{page.number}", page.span
        for index, line in enumerate(page.lines, start=1):
            yield f"pages/{page.number}/lines/{index}", line.span
    for node in (*facts.nodes, *facts.cells, *document.footnotes):
        yield node.id, node.span
    for fact in facts.listed:
        yield fact.id, fact.span
    for task in document.tasks:
        for agency in task.agencies:
            yield f"{task.id}/agency", agency.span
    for index, item in enumerate(document.furniture, start=1):
        yield f"furniture/{index}", item.span
    for index, repair in enumerate(document.repairs, start=1):
        yield f"repairs/{index}", repair.span
    for field, evidence in document.metadata.evidence.items():
        if evidence.span is not None:
            yield f"metadata/evidence/{field}", evidence.span
    for diagnostic in document.diagnostics:
        if diagnostic.span is not None:
            yield f"diagnostics/{diagnostic.code}", diagnostic.span
