"""CleanText → Outline: lines → tables → furniture → footnotes → paragraphs → zones → titles → tree."""

from nghiquyet.model import Diagnostic, Span
from nghiquyet.records import CleanText, Outline, OutlineFootnote, OutlineFurniture, OutlineNode
from nghiquyet.segmenters.attachments import build_attachments, unlabelled
from nghiquyet.segmenters.carriers import carrier_doubts
from nghiquyet.segmenters.decisions import explain_lines
from nghiquyet.segmenters.documents import find_documents
from nghiquyet.segmenters.families import decide_family, drawn_up_by
from nghiquyet.segmenters.footnotes import FootnoteBody, find_footnotes
from nghiquyet.segmenters.furniture import find_furniture
from nghiquyet.segmenters.identifiers import Identifiers
from nghiquyet.segmenters.layout import lay_out
from nghiquyet.segmenters.lines import split_lines
from nghiquyet.segmenters.misread import read_misread_labels
from nghiquyet.segmenters.outline import TreeBuilder, make_block, make_table
from nghiquyet.segmenters.paragraphs import gather
from nghiquyet.segmenters.passages import Piece, passage_of, source_span
from nghiquyet.segmenters.tables import find_tables
from nghiquyet.segmenters.titles import join_titles
from nghiquyet.segmenters.units import Unit
from nghiquyet.segmenters.zones import find_zones

SEGMENTERS = (
    split_lines,
    find_tables,
    find_furniture,
    find_footnotes,
    gather,
    decide_family,
    find_zones,
    join_titles,
    TreeBuilder,
)


def segment(clean: CleanText, profile: str | None = None) -> Outline:
    """The tree of the text. ``profile`` names a family and overrides the evidence."""
    laid = lay_out(clean)
    units = laid.units
    misread = read_misread_labels(clean, units)
    family = decide_family(clean.text, units[0].start if units else 0)
    own = drawn_up_by(family, profile)
    zones = find_zones(units, own)
    ids = Identifiers()
    front = _plain(clean, ids, "front", units[: zones.preamble])
    preamble = _plain(clean, ids, "preamble", units[zones.preamble : zones.body])
    body = [unlabelled(unit) for unit in units[zones.body : zones.closing]]
    tree = TreeBuilder(clean, ids, own, "").build(join_titles(body))
    closing = _plain(clean, ids, "closing", units[zones.closing : zones.attachments])
    attachments, repairs, diagnostics = build_attachments(clean, ids, own, units[zones.attachments :])
    if not laid.lines and not laid.furniture:
        diagnostics.append(Diagnostic(code="text.empty", severity="warning"))
    return Outline(
        side=own.side if profile else family.side,
        family=profile or family.name,
        family_rule=family.rule,
        family_span=_family_span(clean, family.start, family.end),
        front=front,
        preamble=preamble,
        body=tree.nodes,
        closing=closing,
        attachments=attachments,
        footnotes=tuple(_footnote(clean, ids, note) for note in laid.footnotes),
        furniture=tuple(
            OutlineFurniture(kind, clean.text[start:end], source_span(clean, start, end))
            for start, end, kind, _ in laid.furniture
        ),
        repairs=(*misread, *tree.repairs, *repairs),
        diagnostics=(*tree.diagnostics, *diagnostics, *carrier_doubts(clean, laid)),
    )


def _family_span(clean: CleanText, start: int, end: int) -> Span | None:
    """Without the line end that stands before «T/M TỈNH ỦY»."""
    words = clean.text[start:end]
    start += len(words) - len(words.lstrip())
    return source_span(clean, start, start + len(words.strip())) if words.strip() else None


def _plain(clean: CleanText, ids: Identifiers, zone: str, units: list[Unit]) -> tuple[OutlineNode, ...]:
    """Units as blocks, labels and all: the front and the closing are lines, not divisions."""
    blocks: list[OutlineNode] = []
    for unit in units:
        if unit.table is not None:
            blocks.append(make_table(clean, ids.block(zone, len(blocks) + 1), unit))
            continue
        pieces: list[Piece] = list(unit.pieces)
        if unit.label is not None:
            pieces = [(unit.first.start, pieces[0][1] if pieces else unit.end), *pieces[1:]]
        blocks.append(make_block(clean, ids.block(zone, len(blocks) + 1), pieces, unit.cuts))
    return tuple(blocks)


def _footnote(clean: CleanText, ids: Identifiers, note: FootnoteBody) -> OutlineFootnote:
    first, *rest = note.lines
    pieces: list[Piece] = [(note.content_start, first.end), *((line.start, line.end) for line in rest)]
    identifier = ids.unique(f"fn_{note.marker}")
    return OutlineFootnote(
        id=identifier,
        marker=note.marker,
        call=source_span(clean, *note.call) if note.call else None,
        passage=passage_of(clean, identifier, pieces),
        span=source_span(clean, first.start, note.lines[-1].end),
        fragments=tuple(source_span(clean, start, end) for start, end in pieces),
    )


__all__ = ["SEGMENTERS", "explain_lines", "find_documents", "segment"]
