"""The tree: units put under one another by what their labels say and how they count on."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from nghiquyet.model import Diagnostic, DivisionKind, DivisionRole, Repair, Side
from nghiquyet.records import CleanText, OutlineBlock, OutlineDivision, OutlineNode
from nghiquyet.segmenters.headings import is_title, run_in_title
from nghiquyet.segmenters.identifiers import Identifiers
from nghiquyet.segmenters.labels import Label
from nghiquyet.segmenters.paragraphs import Unit
from nghiquyet.segmenters.passages import Piece, passage_of, source_span
from nghiquyet.segmenters.roles import damaged_role, role_of
from nghiquyet.text.sentences import sentence_spans

# How strongly a family of labels holds others, before the text itself has shown its order.
_CLASS = {
    "part": 0, "chapter": 1, "section": 2, "subsection": 3, "upper": 4, "roman": 5, "article": 5, "arabic": 6,
    "decimal": 7, "paren": 8, "half_paren": 8, "letter": 8, "paren_letter": 9, "small_roman": 9, "star": 8, "dash": 10,
    "plus": 11,
}  # fmt: skip


@dataclass(slots=True)
class Open:
    """A division that still takes content."""

    id: str
    label: Label
    unit: Unit
    kind: DivisionKind
    titled: bool
    heading: tuple[Piece, ...]
    role: DivisionRole | None
    children: list[OutlineNode] = field(default_factory=list)
    end: int = 0
    blocks: int = 0
    ordinals: int = 0


@dataclass(slots=True)
class Tree:
    """What one zone, attachment or quotation came to."""

    nodes: tuple[OutlineNode, ...]
    repairs: list[Repair]
    diagnostics: list[Diagnostic]


class TreeBuilder:
    """Builds the tree of one run of units. ``prefix`` is the id of what holds them."""

    def __init__(self, clean: CleanText, ids: Identifiers, side: Side | None, prefix: str) -> None:
        self.clean = clean
        self.ids = ids
        self.side = side
        self.prefix = prefix
        self.stack: list[Open] = []
        self.roots: list[OutlineNode] = []
        self.root_blocks = 0
        self.root_ordinals = 0
        self.repairs: list[Repair] = []
        self.diagnostics: list[Diagnostic] = []

    def build(self, units: Sequence[Unit]) -> Tree:
        """The tree of ``units``."""
        for index, unit in enumerate(units):
            following = units[index + 1] if index + 1 < len(units) else None
            if unit.label is None:
                self._add_block(unit.pieces, unit.cuts)
            else:
                self._open(unit, unit.label, following)
        while self.stack:
            self._close()
        return Tree(tuple(self.roots), self.repairs, self.diagnostics)

    # --- divisions ---------------------------------------------------------------------------------------------------

    def _open(self, unit: Unit, label: Label, following: Unit | None) -> None:
        self._make_room(label, unit)
        parent = self.stack[-1] if self.stack else None
        if parent is not None:
            parent.ordinals += 1
            ordinal = parent.ordinals
        else:
            self.root_ordinals += 1
            ordinal = self.root_ordinals
        titled = is_title(unit, following)
        kind = self._kind(label, titled)
        parent_id = parent.id if parent is not None else self.prefix
        number = _roman_id(label) if label.family == "roman" else label.number
        division = Open(
            self.ids.division(parent_id, label.family, number, ordinal), label, unit, kind, titled, (), None
        )
        division.end = unit.first.start + len(label.printed)
        self.stack.append(division)
        if titled:
            division.heading = tuple(unit.pieces)
            division.role = self._role(unit.text, unit)
            division.end = unit.end
            return
        run_in = run_in_title(unit.text) if label.family not in ("dash", "plus") else None
        if run_in is None or not unit.pieces or run_in > unit.pieces[0][1] - unit.pieces[0][0]:
            self._add_block(unit.pieces, unit.cuts)
            return
        start, end = unit.pieces[0]
        # The colon stays with the heading, so that no character is left out.
        border = start + run_in
        division.heading = ((start, border),)
        division.role = role_of(unit.text[:run_in])
        rest = border + 1
        while rest < end and self.clean.text[rest].isspace():
            rest += 1
        self._add_block([(rest, end), *unit.pieces[1:]], unit.cuts)

    def _make_room(self, label: Label, unit: Unit) -> None:
        """Closes what ``label`` ends: its own level when it counts on there, else everything weaker than it."""
        level = self._level_of(label)
        if level is not None:
            before = self.stack[level].label
            if label.value and label.value != before.value + 1:
                self._report(before, label, unit)
            while len(self.stack) > level:
                self._close()
            return
        while self.stack and self._is_weaker(self.stack[-1], label):
            self._close()
        if label.value > 1 and label.family in ("roman", "article", "arabic", "paren", "chapter"):
            self._report(None, label, unit)

    def _level_of(self, label: Label) -> int | None:
        """The open level that ``label`` belongs to: same style, counting on first; then the same family counting on."""
        same = [i for i, open_ in enumerate(self.stack) if open_.label.style == label.style]
        for level in reversed(same):
            if label.value == self.stack[level].label.value + 1 or not label.value:
                return level
        kin = [i for i, open_ in enumerate(self.stack) if open_.label.family == label.family]
        for level in reversed(kin):
            if label.value and label.value == self.stack[level].label.value + 1:
                return level
        if label.value == 1 and label.family in ("arabic", "paren", "letter", "half_paren") and same:
            # A count that starts again under a heading of another kind is a new level there.
            top = self.stack[-1]
            if same[-1] == len(self.stack) - 1 and top.titled and not top.children:
                return None
        return same[-1] if same else None

    def _is_weaker(self, open_: Open, label: Label) -> bool:
        """Whether an open division cannot hold a first ``label``: it ranks below it."""
        mine, other = _CLASS[label.family], _CLASS[open_.label.family]
        if {label.family, open_.label.family} == {"roman", "article"}:
            return False
        return other > mine or (other == mine and label.family == open_.label.family)

    def _report(self, before: Label | None, label: Label, unit: Unit) -> None:
        span = source_span(self.clean, unit.first.start, unit.first.start + len(label.printed))
        if before is not None and label.value == before.value:
            self.diagnostics.append(
                Diagnostic(code="numbering.repeat", severity="warning", params={"number": label.printed}, span=span)
            )
        else:
            params = {"before": before.printed if before else "—", "after": label.printed}
            self.diagnostics.append(Diagnostic(code="numbering.gap", severity="warning", params=params, span=span))

    def _kind(self, label: Label, titled: bool) -> DivisionKind:
        family = label.family
        if family in ("part", "chapter", "section", "subsection", "article"):
            return family  # type: ignore[return-value]
        under_article = any(open_.label.family == "article" for open_ in self.stack)
        if self.side == "state" or under_article:
            if family in ("roman", "upper"):
                return "section"
            if family in ("arabic", "decimal"):
                return "clause"
            if family == "letter":
                return "point"
            return "item"
        return "heading" if titled else "item"

    def _role(self, heading: str, unit: Unit) -> DivisionRole | None:
        role = role_of(heading)
        if role is not None:
            return role
        damaged = damaged_role(heading)
        if damaged is None:
            return None
        read_as, role = damaged
        self._repair(unit.pieces[0][0], heading, read_as)
        return role

    def _repair(self, start: int, found: str, read_as: str) -> None:
        """Records each syllable that was read for another: «TỒ» → «TỔ»."""
        position = start
        for printed, meant in zip(found.split(" "), read_as.split(" "), strict=True):
            shown = meant.upper() if printed.isupper() else meant.capitalize() if printed.istitle() else meant
            if printed.lower() != meant:
                self.repairs.append(
                    Repair(
                        found=printed,
                        read_as=shown,
                        span=source_span(self.clean, position, position + len(printed)),
                        rule="roles.damaged_role",
                    )
                )
            position += len(printed) + 1

    def _close(self) -> None:
        done = self.stack.pop()
        unit, label = done.unit, done.label
        start = unit.first.start
        heading = passage_of(self.clean, done.id, done.heading) if done.heading else None
        division = OutlineDivision(
            id=done.id,
            kind=done.kind,
            label=label.printed,
            label_span=source_span(self.clean, start, start + len(label.printed)),
            number=label.number,
            heading=heading,
            heading_span=source_span(self.clean, done.heading[0][0], done.heading[-1][1]) if done.heading else None,
            role=done.role,
            span=source_span(self.clean, start, done.end),
            rule=label.rule,
            content=tuple(done.children),
        )
        if self.stack:
            self.stack[-1].children.append(division)
            self.stack[-1].end = max(self.stack[-1].end, done.end)
        else:
            self.roots.append(division)

    # --- blocks ------------------------------------------------------------------------------------------------------

    def _add_block(self, pieces: Sequence[Piece], cuts: Sequence[int]) -> None:
        if not pieces:
            return
        if self.stack:
            self.stack[-1].blocks += 1
            identifier = self.ids.block(self.stack[-1].id, self.stack[-1].blocks)
            self.stack[-1].end = max(self.stack[-1].end, pieces[-1][1])
            home = self.stack[-1].children
        else:
            self.root_blocks += 1
            identifier = self.ids.block(self.prefix, self.root_blocks)
            home = self.roots
        home.append(make_block(self.clean, identifier, pieces, cuts))


def make_block(clean: CleanText, identifier: str, pieces: Sequence[Piece], cuts: Sequence[int]) -> OutlineBlock:
    """A paragraph with its fragments and sentences."""
    passage = passage_of(clean, identifier, pieces, cuts)
    borders = [0, *cuts, len(pieces)]
    fragments = tuple(
        source_span(clean, pieces[first][0], pieces[last - 1][1])
        for first, last in itertools.pairwise(borders)
        if last > first
    )
    return OutlineBlock(
        id=identifier,
        kind="paragraph",
        passage=passage,
        span=source_span(clean, pieces[0][0], pieces[-1][1]),
        fragments=fragments,
        sentences=sentence_spans(passage.text),
    )


def _roman_id(label: Label) -> str:
    return label.printed.rstrip(" .-‐‑‒–—−/)")
