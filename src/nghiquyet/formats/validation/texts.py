"""Texts are those that the source prints at their spans."""

from collections.abc import Iterator, Sequence

from nghiquyet.diagnostics import Problem, problem
from nghiquyet.formats.validation.facts import Facts, squeezed
from nghiquyet.model import Block, Heading, Span


def texts_are_printed(facts: Facts) -> Iterator[Problem]:
    """Every text is what the source has at its span, after the edits."""
    replay = facts.replayed
    if replay is None:
        return
    for where, text, spans in _texts(facts):
        if not replay.reads(spans, text):
            printed = "".join(replay.read(span) for span in spans)
            yield problem("text", where=where, printed=printed[:40], text=squeezed(text)[:40])


def spans_cut_no_word(facts: Facts) -> Iterator[Problem]:
    """Evidence, sentences and fragments begin and end at the edge of a word, and hold no blank at their ends."""
    text = facts.document.source.text
    if text is None:
        return
    for where, span in _cuts(facts):
        if span.end > len(text) or span.start >= span.end:
            continue
        if text[span.start].isspace() or text[span.end - 1].isspace():
            yield problem("blank_edge", where=where, span=f"{span.start}-{span.end}")
        elif _inside_word(text, span.start) or _inside_word(text, span.end):
            yield problem("cut_word", where=where, span=f"{span.start}-{span.end}")


_IN_FRONT = frozenset({"relation", "planned", "quoted", "amendment", "title"})


def evidence_fits_its_reference(facts: Facts) -> Iterator[Problem]:
    """What is read inside a reference is read inside its span; two fields nest or lie apart, they never cross."""
    for reference in facts.document.references:
        inside = reference.span
        places = [
            (field, span)
            for field, span in reference.evidence.items()
            if field not in _IN_FRONT and inside.start <= span.start < inside.end
        ]
        for place, (field, span) in enumerate(places):
            others = [inside, *(other for _, other in places[:place])]
            if any(_cross(span, other) for other in others):
                yield problem("crossing", where=f"{reference.id}/evidence/{field}", span=f"{span.start}-{span.end}")


def _cross(one: Span, other: Span) -> bool:
    apart = one.end <= other.start or other.end <= one.start
    nested = (one.start <= other.start and other.end <= one.end) or (other.start <= one.start and one.end <= other.end)
    return not (apart or nested)


def _cuts(facts: Facts) -> Iterator[tuple[str, Span]]:
    document = facts.document
    for field, evidence in document.metadata.evidence.items():
        if evidence.span is not None:
            yield f"metadata/evidence/{field}", evidence.span
    for reference in document.references:
        for field, span in reference.evidence.items():
            yield f"{reference.id}/evidence/{field}", span
    for node in facts.nodes:
        if isinstance(node, Block):
            for sentence in node.sentences:
                yield f"{node.id}/sentences", sentence


def _inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalpha() and text[offset].isalpha()


def _texts(facts: Facts) -> Iterator[tuple[str, str, Sequence[Span]]]:
    document = facts.document
    for node in facts.nodes:
        if isinstance(node, Block):
            if node.fragments:
                yield node.id, node.text, node.fragments
            continue
        if node.label is not None and node.label_span is not None:
            yield f"{node.id}/label", node.label, (node.label_span,)
        if isinstance(node.heading, Heading):
            yield f"{node.id}/heading", node.heading.text, (node.heading.span,)
    for note in document.footnotes:
        if note.fragments:
            yield note.id, note.text, note.fragments
    for cell in facts.cells:
        yield cell.id, cell.text, cell.fragments or (cell.span,)
    for item in document.furniture:
        yield "furniture", item.text, (item.span,)
    for facts_list in (document.measures, document.tasks, document.references):
        for fact in facts_list:
            yield fact.id, fact.text, fact.fragments or (fact.span,)
    for repair in document.repairs:
        yield "repairs", repair.found, (repair.span,)
    for task in document.tasks:
        for agency in task.agencies:
            yield f"{task.id}/agency", agency.name, facts.printed(agency.span)
    for measure in document.measures:
        indicator = measure.indicator
        if indicator is not None and indicator.span is not None:
            yield f"{measure.id}/indicator", indicator.text, facts.printed(indicator.span)
    for period_of, period in facts.periods:
        if period.text is not None and period.span is not None:
            yield f"{period_of}/period", period.text, facts.printed(period.span)
