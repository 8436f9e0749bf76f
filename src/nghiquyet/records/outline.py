"""What the segmenters hand on: the tree of a document, before anything is read out of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nghiquyet.model import BlockKind, Diagnostic, DivisionKind, DivisionRole, FurnitureKind, Repair, Side, Span
from nghiquyet.records.passages import Passage


@dataclass(frozen=True, slots=True)
class OutlineCell:
    """A table cell."""

    passage: Passage
    span: Span
    header: bool = False
    fragments: tuple[Span, ...] = ()
    """Where other cells or bars stand between its lines."""


@dataclass(frozen=True, slots=True)
class OutlineBlock:
    """A paragraph, table or quotation. ``sentences`` are offsets into ``passage.text``."""

    id: str
    kind: BlockKind
    passage: Passage
    span: Span
    fragments: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...] = ()
    rows: tuple[tuple[OutlineCell, ...], ...] = ()
    content: tuple["OutlineNode", ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineDivision:
    """A labelled or titled unit. ``heading`` is the passage of its title."""

    id: str
    kind: DivisionKind
    label: str | None
    label_span: Span | None
    number: str | None
    heading: Passage | None
    heading_span: Span | None
    role: DivisionRole | None
    span: Span
    rule: str
    content: tuple["OutlineNode", ...] = ()


OutlineNode = OutlineBlock | OutlineDivision


@dataclass(frozen=True, slots=True)
class OutlineAttachment:
    """An annex, or a document issued with this one. ``front`` are its title lines, kept as blocks in ``content``."""

    id: str
    label: str | None
    label_span: Span | None
    number: str | None
    heading: Passage | None
    heading_span: Span | None
    span: Span
    content: tuple[OutlineNode, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineFootnote:
    """A footnote: its passage leaves the mark out, its span holds it."""

    id: str
    marker: str
    call: Span | None
    passage: Passage
    span: Span
    fragments: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OutlineFurniture:
    """What is on the page and not in the text."""

    kind: FurnitureKind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """How one source line was read, for ``explain``: the label, the rule that decided, those that declined."""

    line: int
    """Line number in the source, from 1."""
    span: Span
    label: str
    rule: str
    declined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The tree of one document."""

    side: Side | None
    family: str
    """Name of the profile (party, peoples_council, national_assembly, standing_committee, government)."""
    family_rule: str
    """The rule that decided side and family."""
    family_span: Span | None
    """The words that decided it."""
    front: tuple[OutlineNode, ...] = ()
    preamble: tuple[OutlineNode, ...] = ()
    body: tuple[OutlineNode, ...] = ()
    closing: tuple[OutlineNode, ...] = ()
    attachments: tuple[OutlineAttachment, ...] = ()
    footnotes: tuple[OutlineFootnote, ...] = ()
    furniture: tuple[OutlineFurniture, ...] = ()
    repairs: tuple[Repair, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    decisions: tuple[Decision, ...] = field(default=())

    reading: tuple["Place", ...] = field(init=False, repr=False, compare=False)
    """Every passage with the divisions around it, in document order; footnotes come last."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reading", tuple(self._walk()))

    def places(self) -> tuple["Place", ...]:
        """Every passage with the divisions around it, in document order; footnotes come last."""
        return self.reading

    def _walk(self) -> Iterator["Place"]:
        zones = (
            ("front", self.front),
            ("preamble", self.preamble),
            ("body", self.body),
            ("closing", self.closing),
        )
        for zone, nodes in zones:
            yield from _places(nodes, zone, ())
        for attachment in self.attachments:
            if attachment.heading is not None:
                yield Place(attachment.heading, "attachment", (), "heading", None)
            yield from _places(attachment.content, "attachment", ())
        for footnote in self.footnotes:
            yield Place(footnote.passage, "footnote", (), "footnote", None)


@dataclass(frozen=True, slots=True)
class Place:
    """A passage where it stands."""

    passage: Passage
    zone: str
    """front, preamble, body, closing, attachment or footnote."""
    divisions: tuple[OutlineDivision, ...]
    """The divisions around it, outermost first (its own division included)."""
    kind: str
    """block, heading, cell or footnote."""
    block: OutlineBlock | None
    """The block it belongs to; None for headings and footnotes."""
    quoted: bool = False
    """Inside a quotation block: a provision of another document."""

    @property
    def roles(self) -> tuple[DivisionRole, ...]:
        """The roles of the divisions around it, innermost first."""
        return tuple(division.role for division in reversed(self.divisions) if division.role is not None)


def _places(
    nodes: tuple[OutlineNode, ...], zone: str, around: tuple[OutlineDivision, ...], quoted: bool = False
) -> Iterator[Place]:
    for node in nodes:
        if isinstance(node, OutlineDivision):
            inside = (*around, node)
            if node.heading is not None:
                yield Place(node.heading, zone, inside, "heading", None, quoted)
            yield from _places(node.content, zone, inside, quoted)
            continue
        if node.kind == "table":
            for row in node.rows:
                for cell in row:
                    yield Place(cell.passage, zone, around, "cell", node, quoted)
            continue
        if node.kind == "quotation" and node.content:
            yield from _places(node.content, zone, around, True)
            continue
        yield Place(node.passage, zone, around, "block", node, quoted or node.kind == "quotation")
