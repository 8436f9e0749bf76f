"""DOCX: paragraphs, tables, text boxes and notes of a Word file, with its automatic numbers as marks.

python-docx opens the package; its text alone would lose the numbers that numbering.xml makes and the notes of
footnotes.xml, so the elements are read here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from nghiquyet.readers.composer import Composer
from nghiquyet.readers.limits import MOST_CHARACTERS, MOST_DEPTH, damaged, opened_package, too_large
from nghiquyet.readers.numbering import Numbering, W
from nghiquyet.readers.programs import import_extra
from nghiquyet.records import SourceInfo, SourceText

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Deleted, moved away, codes of fields: nothing of it is printed.
_UNPRINTED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr"))
_SYMBOLS = {"F0B7": "•", "F02D": "-", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0B0": "°", "F0B3": "≥", "F0A3": "≤"}
_LEGACY_FONTS = (".vn", "vni-", ".vni")


def read_docx(data: bytes, info: SourceInfo, encoding: str | None = None) -> SourceText:
    """The text of a Word file. Raises ReadError for a damaged, encrypted or bloated one."""
    path = info.name or "-"
    opened_package(data, path).close()
    docx = import_extra("docx", "python-docx", path, "DOCX")
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(BytesIO(data))
        reader = _Reader(document, path)
        reader.read()
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, RecursionError, OSError) as error:
        # The package is a zip, its inside is not what a Word file holds.
        raise damaged(path, error) from error
    return reader.out.finish(replace(info, reader="docx", media_type=MEDIA_TYPE))


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run is printed."""

    font: str = ""
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    caps: bool = False
    hidden: bool = False


class _Reader:
    """Walks one document."""

    def __init__(self, document: Any, path: str) -> None:  # noqa: ANN401 - a document of python-docx
        self.document = document
        self.path = path
        self.out = Composer()
        self.styles = _Styles(document.styles.element)
        numbering = _related(document.part, "numbering")
        self.numbering = Numbering(numbering)
        self.notes: list[tuple[str, str]] = []
        """Kind and id of each note, in the order of the calls."""

    def read(self) -> None:
        """Letterheads in page headers, the body, the notes, then what else stands at page edges."""
        edges = list(self._page_edges())
        for part, top in edges:
            if top and _has_text_box(part):
                with self.out.marked("page_header"):
                    self._blocks(part, 0)
        self._blocks(self.document.element.body, 0)
        self._notes()
        for part, top in edges:
            if not (top and _has_text_box(part)):
                with self.out.marked("page_header"):
                    self._blocks(part, 0)

    def _page_edges(self) -> Iterator[tuple["_Element", bool]]:
        """Each printed header and footer once; a field alone (the page number) prints nothing of its own."""
        seen: set[str] = set()
        part = self.document.part
        for reference in self.document.element.body.iter(f"{W}headerReference", f"{W}footerReference"):
            target = part.rels.get(reference.get(_ID))
            if target is None or target.is_external or reference.get(_ID) in seen:
                continue
            seen.add(reference.get(_ID))
            element = _element(target.target_part)
            if element is not None and any((node.text or "").strip() for node in element.iter(f"{W}t")):
                yield element, reference.tag == f"{W}headerReference"

    def _blocks(self, parent: "_Element", depth: int) -> None:
        """Paragraphs and tables in order."""
        if depth > MOST_DEPTH:
            raise too_large(self.path, "depth", depth, MOST_DEPTH)
        if self.out.length > MOST_CHARACTERS:
            raise too_large(self.path, "characters", self.out.length, MOST_CHARACTERS)
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self._table(child, depth)
            elif child.tag == _ALTERNATE:
                self._blocks(_chosen(child), depth + 1)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
                self._blocks(child, depth + 1)

    def _paragraph(self, paragraph: "_Element") -> None:
        for box in _text_boxes(paragraph):
            self.out.end_paragraph()
            self._blocks(box, 1)
        self.out.end_paragraph()
        start = self.out.length
        style = self.styles.of(paragraph)
        number = self._number(paragraph, style)
        self._inline(paragraph, self.styles.look(style), 0)
        if number is not None:
            self.out.mark("generated_number", start, start, number)
        properties = paragraph.find(f"{W}pPr")
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self._page_end()

    def _number(self, paragraph: "_Element", style: str) -> str | None:
        found = _number_of(paragraph.find(f"{W}pPr")) or self.styles.number(style)
        return self.numbering.next(*found) if found is not None and _prints(paragraph) else None

    def _inline(self, parent: "_Element", look: _Look, depth: int) -> None:
        """Runs, links, fields and what else holds runs."""
        if depth > MOST_DEPTH:
            raise too_large(self.path, "depth", depth, MOST_DEPTH)
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child, self.styles.run_look(child, look))
            elif child.tag == _ALTERNATE:
                self._inline(_chosen(child), look, depth + 1)
            elif child.tag not in _UNPRINTED and isinstance(child.tag, str):
                self._inline(child, look, depth + 1)

    def _run(self, run: "_Element", look: _Look) -> None:
        if look.hidden:
            return
        start = self.out.length
        for child in run:
            self._glyphs(child)
        if self.out.length == start:
            return
        for kind in ("bold", "italic", "superscript", "caps"):
            if getattr(look, kind):
                self.out.mark(kind, start)
        if look.font.lower().startswith(_LEGACY_FONTS):
            self.out.mark("font", start, value=look.font)

    def _glyphs(self, child: "_Element") -> None:
        tag = child.tag
        if tag == f"{W}t":
            self.out.write((child.text or "").replace("\n", " "))
        elif tag in (f"{W}tab", f"{W}ptab"):
            self.out.write("\t")
        elif tag in (f"{W}br", f"{W}cr"):
            if child.get(f"{W}type") == "page":
                self._page_end()
            else:
                self.out.write("\n")
        elif tag == f"{W}lastRenderedPageBreak":
            self._page_end()
        elif tag == f"{W}noBreakHyphen":
            self.out.write("\u2011")
        elif tag == f"{W}sym":
            self.out.write(_SYMBOLS.get((child.get(f"{W}char") or "").upper(), ""))
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnotes" if tag == f"{W}footnoteReference" else "endnotes"
            self.notes.append((kind, child.get(f"{W}id", "")))
            self.out.mark("note_call", self.out.length, self.out.length, str(len(self.notes)))

    def _page_end(self) -> None:
        if self.out.length:
            self.out.end_page()

    def _table(self, table: "_Element", depth: int) -> None:
        self.out.end_paragraph()
        start = self.out.length
        rows = [row for row in table.iter(f"{W}tr") if _inside(row, table)]
        widest = 0
        for number, row in enumerate(rows):
            column = 0
            row_start = self.out.length
            for cell in (cell for cell in row.iter(f"{W}tc") if _inside(cell, table)):
                spanned = _span(cell)
                self.out.end_paragraph()
                cell_start = self.out.length
                self._blocks(cell, depth + 1)
                self.out.mark("cell", cell_start, value=f"{number},{column},{spanned}")
                column += spanned
            widest = max(widest, column)
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}tblHeader") is not None:
                self.out.mark("header_row", row_start)
        if self.out.length > start:
            self.out.mark("table", start, value=f"{len(rows)}x{widest}")

    def _notes(self) -> None:
        """The texts of the notes, in the order of their calls, below the body."""
        bodies = {
            kind: {note.get(f"{W}id", ""): note for note in element.iterfind(f"{W}{kind[:-1]}")}
            for kind in ("footnotes", "endnotes")
            if (element := _related(self.document.part, kind)) is not None
        }
        for number, (kind, identifier) in enumerate(tuple(self.notes), start=1):
            note = bodies.get(kind, {}).get(identifier)
            if note is None:
                continue
            self.out.end_paragraph()
            start = self.out.length
            for paragraph in note.iterfind(f"{W}p"):
                if _prints(paragraph):
                    if self.out.length > start:
                        self.out.end_line()
                    self._inline(paragraph, _Look(), 0)
            self.out.mark("note_body", start, value=str(number))


class _Styles:
    """What styles.xml says of paragraphs and runs, through ``basedOn``."""

    def __init__(self, element: "_Element") -> None:
        self._styles = {style.get(f"{W}styleId", ""): style for style in element.iterfind(f"{W}style")}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            "",
        )
        defaults = element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._base = _look(defaults, _Look())
        self._looks: dict[str, _Look] = {}

    def of(self, paragraph: "_Element") -> str:
        """The id of the style of a paragraph."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return style.get(f"{W}val", "") if style is not None else self._default

    def look(self, style: str) -> _Look:
        """How the runs of a paragraph of this style are printed."""
        if style not in self._looks:
            look = self._base
            for element in reversed(self._chain(style)):
                look = _look(element.find(f"{W}rPr"), look)
            self._looks[style] = look
        return self._looks[style]

    def run_look(self, run: "_Element", look: _Look) -> _Look:
        """How a run is printed inside a paragraph of that look."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return look
        named = properties.find(f"{W}rStyle")
        if named is not None:
            for element in reversed(self._chain(named.get(f"{W}val", ""))):
                look = _look(element.find(f"{W}rPr"), look)
        return _look(properties, look)

    def number(self, style: str) -> tuple[str, int] | None:
        """List and level that a paragraph of this style counts in."""
        for element in self._chain(style):
            found = _number_of(element.find(f"{W}pPr"))
            if found is not None:
                return found
        return None

    def _chain(self, style: str) -> list["_Element"]:
        chain: list[_Element] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            chain.append(self._styles[style])
            based = chain[-1].find(f"{W}basedOn")
            style = based.get(f"{W}val", "") if based is not None else ""
        return chain


def _look(properties: "_Element | None", around: _Look) -> _Look:
    """What run properties change of the look around them."""
    if properties is None:
        return around
    fonts = properties.find(f"{W}rFonts")
    font = (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or around.font) if fonts is not None else around.font
    raised = properties.find(f"{W}vertAlign")
    return _Look(
        font,
        _switch(properties, "b", around.bold),
        _switch(properties, "i", around.italic),
        raised.get(f"{W}val") == "superscript" if raised is not None else around.superscript,
        _switch(properties, "caps", around.caps),
        _switch(properties, "vanish", around.hidden),
    )


def _switch(properties: "_Element", name: str, around: bool) -> bool:
    element = properties.find(f"{W}{name}")
    return around if element is None else element.get(f"{W}val", "true") not in ("0", "false", "off")


def _number_of(properties: "_Element | None") -> tuple[str, int] | None:
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None
    identifier, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    value = level.get(f"{W}val", "0") if level is not None else "0"
    name = identifier.get(f"{W}val", "0") if identifier is not None else "0"
    return (name, int(value) if value.isdecimal() else 0) if identifier is not None else None


def _prints(paragraph: "_Element") -> bool:
    """Whether a paragraph prints anything: Word numbers empty ones too, which nobody wants to read."""
    return any((node.text or "").strip() for node in paragraph.iter(f"{W}t"))


def _inside(element: "_Element", table: "_Element") -> bool:
    """Whether the innermost table around an element is ``table``."""
    return next(element.iterancestors(f"{W}tbl")) is table


def _span(cell: "_Element") -> int:
    spanned = cell.find(f"{W}tcPr/{W}gridSpan")
    value = spanned.get(f"{W}val", "1") if spanned is not None else "1"
    return min(int(value), 100) if value.isdecimal() and int(value) else 1


def _chosen(alternate: "_Element") -> "_Element":
    """Of the forms of one thing that a file holds for old and new programs, one."""
    choice = alternate.find(_CHOICE)
    fallback = alternate.find(_FALLBACK)
    return next((item for item in (choice, fallback) if item is not None), alternate)


def _text_boxes(paragraph: "_Element") -> Iterator["_Element"]:
    """The text boxes anchored in a paragraph, each once; boxes inside boxes come with their own paragraph."""
    for box in paragraph.iter(f"{W}txbxContent"):
        ancestors = [element for element in box.iterancestors() if element.tag in (f"{W}p", _FALLBACK)]
        if ancestors and ancestors[0] is paragraph:
            yield box
        elif ancestors and ancestors[0].tag == _FALLBACK:
            alternate = ancestors[0].getparent()
            if alternate is not None and alternate.find(_CHOICE) is None:
                yield box


def _has_text_box(part: "_Element") -> bool:
    return next(part.iter(f"{W}txbxContent"), None) is not None


def _element(part: Any) -> "_Element | None":  # noqa: ANN401 - a part of python-docx
    from lxml import etree

    element: _Element | None = getattr(part, "element", None)
    if element is not None:
        return element
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part.blob, parser)


def _related(part: Any, kind: str) -> "_Element | None":  # noqa: ANN401 - a part of python-docx
    """The root of the part that ``part`` names as its numbering, footnotes, endnotes."""
    for relation in part.rels.values():
        if relation.reltype == _RELATED + kind and not relation.is_external:
            return _element(relation.target_part)
    return None
