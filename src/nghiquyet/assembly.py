"""Outline and findings → Document: where internal records become the public model."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from decimal import Decimal

from nghiquyet.diagnostics import CATALOGUE
from nghiquyet.lexicons import lexicons_sha256
from nghiquyet.model import (
    Attachment,
    Block,
    Cell,
    Diagnostic,
    Division,
    Document,
    Edit,
    Footnote,
    Furniture,
    Heading,
    Metadata,
    Page,
    Part,
    PlacedLine,
    Producer,
    Source,
    Span,
    text_sha256,
)
from nghiquyet.options import Options
from nghiquyet.records import (
    CleanText,
    Findings,
    LayoutMark,
    Outline,
    OutlineAttachment,
    OutlineBlock,
    OutlineDivision,
    OutlineFootnote,
    OutlineNode,
    Passage,
    SourceText,
)
from nghiquyet.version import __version__

Amends = Mapping[str, str]
"""Quotation id → reference id."""


def assemble(clean: CleanText, outline: Outline, findings: Findings, options: Options) -> Document:
    """The document that a user sees; every offset in it is an offset into ``clean.source.text``."""
    source = _source(clean.source, options)
    own = dict(findings.attachments)
    amends = dict(findings.amended)
    return Document(
        id=f"nq-{source.text_sha256[:12]}",
        producer=Producer(
            name="nghiquyet",
            version=__version__,
            lexicons_sha256=lexicons_sha256(),
            profile=outline.family,
            options=options.model_dump(exclude_defaults=True),
        ),
        source=source,
        metadata=findings.metadata,
        front=_nodes(outline.front, amends),
        preamble=_nodes(outline.preamble, amends),
        body=_nodes(outline.body, amends),
        closing=_nodes(outline.closing, amends),
        attachments=tuple(
            _attachment(attachment, own.get(attachment.id), amends) for attachment in outline.attachments
        ),
        footnotes=tuple(_footnote(footnote) for footnote in outline.footnotes),
        furniture=tuple(Furniture(kind=item.kind, text=item.text, span=item.span) for item in outline.furniture),
        measures=findings.measures,
        targets=findings.targets,
        tasks=findings.tasks,
        references=findings.references,
        repairs=tuple(sorted((*outline.repairs, *findings.repairs), key=lambda repair: repair.span.start)),
        edits=tuple(
            Edit(start=edit.start, end=edit.end, replacement=edit.replacement, rule=edit.rule) for edit in clean.edits
        ),
        diagnostics=tuple(sorted((*_doubts(clean), *outline.diagnostics, *findings.diagnostics), key=_place_of)),
    )


def _doubts(clean: CleanText) -> Iterator[Diagnostic]:
    """What the reader was not sure of, and a charset that only the letters of the text told."""
    for doubt in (*clean.source.doubts, *clean.doubts):
        span = Span(start=doubt.start, end=doubt.end) if doubt.start is not None and doubt.end is not None else None
        yield Diagnostic(code=doubt.code, severity=CATALOGUE[doubt.code].severity, params=dict(doubt.params), span=span)
    legacy = [edit for edit in clean.edits if edit.rule.startswith("legacy_charsets.") and "_by_" in edit.rule]
    for rule in sorted({edit.rule for edit in legacy}):
        name, _, how = rule.removeprefix("legacy_charsets.").partition("_by_")
        yield Diagnostic(
            code="text.legacy_charset" if how == "font" else "text.legacy_charset_guessed",
            severity="info" if how == "font" else "warning",
            params={"charset": name.upper(), "letters": str(sum(edit.rule == rule for edit in legacy))},
        )


def _place_of(diagnostic: Diagnostic) -> tuple[int, str]:
    return (diagnostic.span.start if diagnostic.span else -1), diagnostic.code


def _source(source: SourceText, options: Options) -> Source:
    info = source.info
    return Source(
        name=info.name,
        media_type=info.media_type,
        encoding=info.encoding,
        sha256=info.sha256,
        text_sha256=text_sha256(source.text),
        length=len(source.text),
        reader=info.reader,
        part=Part(index=info.part.index, of=info.part.of, span=Span(start=info.part.start, end=info.part.end))
        if info.part
        else None,
        pages=_pages(source),
        text=source.text if options.source == "embed" else None,
    )


def _pages(source: SourceText) -> tuple[Page, ...]:
    """The pages with the boxes of their lines."""
    boxes = [mark for mark in source.marks if mark.kind == "box" and mark.start < mark.end]
    starts = [mark.start for mark in boxes]
    pages = []
    for page in source.pages:
        inside = boxes[bisect_left(starts, page.start) : bisect_left(starts, page.end)]
        pages.append(
            Page(
                number=page.number,
                span=Span(start=page.start, end=page.end),
                width=_points(page.width),
                height=_points(page.height),
                lines=tuple(map(_placed, inside)),
            )
        )
    return tuple(pages)


def _placed(mark: LayoutMark) -> PlacedLine:
    left, bottom, right, top = map(Decimal, mark.value.split(","))
    span = Span(start=mark.start, end=mark.end)
    return PlacedLine(span=span, left=left, bottom=bottom, right=right, top=top)


def _points(length: float) -> Decimal | None:
    return Decimal(f"{length:.1f}") if length else None


def _nodes(nodes: tuple[OutlineNode, ...], amends: Amends) -> tuple[Block | Division, ...]:
    return tuple(
        _division(node, amends) if isinstance(node, OutlineDivision) else _block(node, amends) for node in nodes
    )


def _block(block: OutlineBlock, amends: Amends) -> Block:
    passage = block.passage
    return Block(
        id=block.id,
        kind=block.kind,
        text=passage.text,
        span=block.span,
        fragments=block.fragments,
        sentences=_sentences(block),
        rows=tuple(
            tuple(
                Cell(
                    id=cell.passage.container,
                    text=cell.passage.text,
                    span=cell.span,
                    header=cell.header,
                    fragments=cell.fragments,
                )
                for cell in row
            )
            for row in block.rows
        ),
        content=_nodes(block.content, amends),
        amends=amends.get(block.id),
    )


def _sentences(block: OutlineBlock) -> tuple[Span, ...]:
    """Where the sentences stand; the only one of a block where the block does, as the same span."""
    offsets, whole = block.passage.offsets, block.span
    if len(block.sentences) == 1 and offsets.span(*block.sentences[0]) == (whole.start, whole.end):
        return (whole,)
    return tuple(block.passage.span(start, end) for start, end in block.sentences)


def _heading(passage: Passage | None, span: Span | None) -> Heading | None:
    return Heading(text=passage.text, span=span) if passage is not None and span is not None else None


def _division(division: OutlineDivision, amends: Amends) -> Division:
    return Division(
        id=division.id,
        kind=division.kind,
        label=division.label,
        label_span=division.label_span,
        number=division.number,
        heading=_heading(division.heading, division.heading_span),
        role=division.role,
        span=division.span,
        rule=division.rule,
        content=_nodes(division.content, amends),
    )


def _attachment(attachment: OutlineAttachment, metadata: Metadata | None, amends: Amends) -> Attachment:
    return Attachment(
        id=attachment.id,
        label=attachment.label,
        label_span=attachment.label_span,
        number=attachment.number,
        heading=_heading(attachment.heading, attachment.heading_span),
        span=attachment.span,
        metadata=metadata,
        content=_nodes(attachment.content, amends),
    )


def _footnote(footnote: OutlineFootnote) -> Footnote:
    return Footnote(
        id=footnote.id,
        marker=footnote.marker,
        call=footnote.call,
        text=footnote.passage.text,
        span=footnote.span,
        fragments=footnote.fragments,
    )
