"""The tree: units put under one another by what their labels say and how they count on."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from nghiquyet.lexicons.profiles import Profile, profile
from nghiquyet.model import Diagnostic, DivisionKind, DivisionRole, Repair
from nghiquyet.records import CleanText, OutlineBlock, OutlineCell, OutlineDivision, OutlineNode
from nghiquyet.segmenters.headings import is_title, run_in_title
from nghiquyet.segmenters.identifiers import Identifiers
from nghiquyet.segmenters.labels import Label
from nghiquyet.segmenters.levels import can_hold
from nghiquyet.segmenters.passages import Piece, passage_of, source_span
from nghiquyet.segmenters.quotations import Quotation, find_quotations, inner_units
from nghiquyet.segmenters.roles import damaged_role, role_of
from nghiquyet.segmenters.units import Unit
from nghiquyet.text import patterns as re
from nghiquyet.text.sentences import sentence_spans

_ENDED = re.compile(r"[.;]\s*$")


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
    """Builds the tree of one run of units. ``prefix`` is the id of what holds them; the levels and their kinds are those
    of ``profile``."""

    def __init__(self, clean: CleanText, ids: Identifiers, profile: Profile, prefix: str) -> None:
        self.clean = clean
        self.ids = ids
        self.profile = profile
        self.prefix = prefix
        self.stack: list[Open] = []
        self.roots: list[OutlineNode] = []
        self.root_blocks = 0
        self.root_ordinals = 0
        self.tail = ""
        self.restarted = False
        self.counted: dict[str, int] = {}
        self.repairs: list[Repair] = []
        self.diagnostics: list[Diagnostic] = []

    def build(self, units: Sequence[Unit], quoted: bool = False) -> Tree:
        """The tree of ``units``; inside a quotation no other is looked for."""
        quotations = {} if quoted else find_quotations(units)
        index = 0
        while index < len(units):
            unit = units[index]
            quotation = quotations.get(index)
            if quotation is not None:
                self._add_quotation(units[quotation.first : quotation.last], quotation)
                index = quotation.last
                continue
            following = units[index + 1] if index + 1 < len(units) else None
            if unit.table is not None:
                self._add_table(unit)
            elif unit.label is None:
                self._leave_dashes(unit)
                self._add_block(unit.pieces, unit.cuts)
                self.tail = unit.text
            else:
                self._open(unit, unit.label, following)
                self.tail = unit.text
            index += 1
        while self.stack:
            self._close()
        return Tree(tuple(self.roots), self.repairs, self.diagnostics)

    def _leave_dashes(self, unit: Unit) -> None:
        """A dashed item is one paragraph: a new one behind it belongs to what holds the dashes; behind «./.» nothing goes
        on."""
        if self.tail.endswith("./."):
            while self.stack:
                self._close()
        if _ENDED.search(self.tail[-4:]) and unit.text.lstrip("(")[:1].isupper():
            while self.stack and self.stack[-1].label.family in ("dash", "plus"):
                self._close()

    # --- divisions ---------------------------------------------------------------------------------------------------

    def _open(self, unit: Unit, label: Label, following: Unit | None) -> None:
        self._make_room(label, unit, following)
        parent = self.stack[-1] if self.stack else None
        if parent is not None:
            parent.ordinals += 1
            ordinal = parent.ordinals
        else:
            self.root_ordinals += 1
            ordinal = self.root_ordinals
        titled = unit.title > 0 or is_title(unit, following, self.profile)
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
        run_in = run_in_title(unit.text) if label.family not in ("dash", "plus") and not unit.broken else None
        split = split_pieces(self.clean.text, unit.pieces, run_in) if run_in is not None else None
        if split is None:
            self._add_block(unit.pieces, unit.cuts)
            return
        # The colon stays with the heading, so that no character is left out.
        heading, rest = split
        division.heading = tuple(heading)
        division.role = self._plain_role(unit.text[:run_in])
        dropped = len(heading) - 1
        self._add_block(rest, [cut - dropped for cut in unit.cuts if cut > dropped])

    def _make_room(self, label: Label, unit: Unit, following: Unit | None) -> None:
        """Closes what ``label`` ends: its own level when it counts on there, else everything weaker than it."""
        level = self._level_of(label)
        if level is not None:
            before = self.stack[level].label
            # Half of all drafters leave đ) out.
            expected = label.value == before.value + 1 or (before.number, label.number) == ("d", "e")
            if label.value and not expected and label.number not in ("f", "j", "w", "z"):
                self._report(before, label, unit)
            while len(self.stack) > level:
                self._close()
        else:
            plain_star = label.family == "star" and not is_title(unit, following, self.profile)
            while self.stack and not (
                self._may_hold_item(self.stack[-1]) if plain_star else self._holds(self.stack[-1], label, following)
            ):
                self._close()
            # A count may run on through groups: (14) opens 2.2 where (13) closed 2.1.
            counted_on = label.value == self.counted.get(label.style, 0) + 1
            if (
                label.value > 1
                and not counted_on
                and label.family in ("roman", "article", "arabic", "paren", "chapter")
            ):
                self._report(None, label, unit)
        if label.value:
            self.counted[label.style] = label.value

    def _level_of(self, label: Label) -> int | None:
        """The open level that ``label`` belongs to: same style, counting on first; then the same family counting on."""
        same = [i for i, open_ in enumerate(self.stack) if open_.label.style == label.style]
        if not label.value:
            return same[-1] if same else None
        for level in reversed(same):
            if label.value == self.stack[level].label.value + 1:
                return level
        kin = [i for i, open_ in enumerate(self.stack) if open_.label.family == label.family]
        for level in reversed(kin):
            if label.value == self.stack[level].label.value + 1:
                return level
        if label.value == 1 and same and label.family not in ("article", "chapter", "part", "roman"):
            # A count that starts again under a title, or behind a colon, is a new level there.
            top = self.stack[-1]
            if self.tail.rstrip().endswith(":") or (
                same[-1] == len(self.stack) - 1 and top.titled and not top.children
            ):
                self.restarted = True
                return None
        return same[-1] if same else None

    @staticmethod
    def _may_hold_item(open_: Open) -> bool:
        """«* Đối với dự thảo …» is an item like a dashed one; «* Về kinh tế» is a group that stands above (1), (2)."""
        return open_.label.family not in ("dash", "plus", "star")

    def _holds(self, open_: Open, label: Label, following: Unit | None) -> bool:
        """Whether an open division can hold a first ``label``."""
        if self.restarted:
            self.restarted = False
            return True
        # «III- …» above «Điều 9.» holds articles, so no article holds it.
        below = following.label if following is not None else None
        if open_.label.family == "article" and label.family == "roman" and below and below.family == "article":
            return False
        return can_hold(open_.label, label, self.profile)

    def _report(self, before: Label | None, label: Label, unit: Unit) -> None:
        span = source_span(self.clean, unit.first.start, unit.first.start + len(label.printed))
        if before is not None and label.value == before.value:
            self.diagnostics.append(
                Diagnostic(code="numbering.repeat", severity="warning", params={"number": label.printed}, span=span)
            )
        elif before is not None and label.value == 1:
            self.diagnostics.append(
                Diagnostic(
                    code="numbering.restart",
                    severity="warning",
                    params={"before": before.printed, "after": label.printed},
                    span=span,
                )
            )
        else:
            params = {"before": before.printed if before else "—", "after": label.printed}
            self.diagnostics.append(Diagnostic(code="numbering.gap", severity="warning", params=params, span=span))

    def _kind(self, label: Label, titled: bool) -> DivisionKind:
        level = self.profile.levels[label.family]
        if any(open_.label.family == "article" for open_ in self.stack):
            return cast("DivisionKind", level.in_article)
        return cast("DivisionKind", level.titled if titled else level.run_in)

    def _plain_role(self, heading: str) -> DivisionRole | None:
        """The role that a heading names; an article of a law names it in its first words or not at all."""
        return role_of(heading, first=self.profile.side == "state" or self.stack[-1].kind == "article")

    def _role(self, heading: str, unit: Unit) -> DivisionRole | None:
        role = self._plain_role(heading)
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
        if pieces:
            identifier, home = self._place(pieces[-1][1])
            home.append(make_block(self.clean, identifier, pieces, cuts))

    def _add_table(self, unit: Unit) -> None:
        identifier, home = self._place(unit.end)
        home.append(make_table(self.clean, identifier, unit))

    def _add_quotation(self, units: Sequence[Unit], quotation: Quotation) -> None:
        identifier, home = self._place(units[-1].end)
        inner = TreeBuilder(
            self.clean, self.ids, profile("state"), self.ids.unique(f"quot_{self.ids.next_quotation()}")
        )
        tree = inner.build(inner_units(units, quotation), quoted=True)
        pieces: list[Piece] = []
        cuts: list[int] = []
        for unit in units:
            # Paragraphs of one quotation stand together, but for furniture and footnotes between them.
            if unit.broken:
                cuts.extend(len(pieces) + cut for cut in unit.cuts)
            if pieces and unit.parted:
                cuts.append(len(pieces))
            start = unit.first.start
            own = unit.pieces or [(start, unit.end)]
            pieces.append((start, own[0][1]))
            pieces.extend(own[1:])
        block = make_block(self.clean, identifier, pieces, sorted(set(cuts)))
        home.append(replace(block, kind="quotation", content=tree.nodes))
        self.repairs += tree.repairs
        if not (quotation.opened and quotation.closed):
            self.diagnostics.append(
                Diagnostic(
                    code="quotation.unclosed" if quotation.opened else "quotation.unopened",
                    severity="warning",
                    span=block.span,
                )
            )

    def _place(self, end: int) -> tuple[str, list[OutlineNode]]:
        """The id of a new block that ends at ``end``, and the list that takes it."""
        if self.stack:
            top = self.stack[-1]
            top.blocks += 1
            top.end = max(top.end, end)
            return self.ids.block(top.id, top.blocks), top.children
        self.root_blocks += 1
        return self.ids.block(self.prefix, self.root_blocks), self.roots


def make_table(clean: CleanText, identifier: str, unit: Unit) -> OutlineBlock:
    """A table with its rows and cells."""
    table = unit.table
    block = make_block(clean, identifier, unit.pieces, unit.cuts)
    rows: list[tuple[OutlineCell, ...]] = []
    for number, row in enumerate(table.rows if table is not None else (), 1):
        cells: list[OutlineCell] = []
        position = unit.start
        for column, pieces in enumerate(row, 1):
            name = f"{identifier}__r{number}c{column}"
            if pieces:
                position = pieces[-1][1]
                span = source_span(clean, pieces[0][0], position)
            else:
                span = source_span(clean, position, position)
            header = table is not None and number <= table.headers
            parted = any(clean.text[a[1] : b[0]].strip() for a, b in itertools.pairwise(pieces))
            fragments = tuple(source_span(clean, *piece) for piece in pieces) if parted else ()
            cells.append(OutlineCell(passage_of(clean, name, pieces), span, header, fragments))
        rows.append(tuple(cells))
    return replace(block, kind="table", rows=tuple(rows), sentences=())


def split_pieces(text: str, pieces: Sequence[Piece], length: int) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces cut behind ``length`` characters of their joined text, the blanks behind the cut left out."""
    position = 0
    for place, (start, end) in enumerate(pieces):
        if length <= position + end - start:
            border = start + length - position
            rest = border
            while rest < end and text[rest].isspace():
                rest += 1
            behind = [(rest, end)] if rest < end else []
            remaining = [*behind, *pieces[place + 1 :]]
            return ([*pieces[:place], (start, border)], remaining) if remaining else None
        position += end - start + 1
    return None


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
        span=fragments[0] if len(fragments) == 1 else source_span(clean, pieces[0][0], pieces[-1][1]),
        fragments=fragments,
        sentences=sentence_spans(passage.text),
    )


def _roman_id(label: Label) -> str:
    return label.printed.rstrip(" .-‐‑‒–—−/)")
