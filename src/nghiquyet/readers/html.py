"""HTML: pages of legal sites and files that Word saved as a web page."""

import codecs
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from nghiquyet.readers.composer import Composer
from nghiquyet.readers.limits import MOST_CHARACTERS, MOST_DEPTH, damaged, too_large
from nghiquyet.readers.numbering import letters, roman
from nghiquyet.readers.plain import decoded
from nghiquyet.records import SourceInfo, SourceText
from nghiquyet.text import patterns as re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_FONT = re.compile(r"font-family\s*:\s*[\"']?\s*([^;\"',]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_CAPITALS = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_PARAGRAPHS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "table", "ul", "ol", "dl", "blockquote", "pre", "figure", "hr"]
)
_UNPRINTED = frozenset(
    [
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "svg",
        "select",
        "option",
        "button",
        "textarea",
        "iframe",
        "object",
        "title",
        "meta",
        "link",
        "map",
        "audio",
        "video",
        "canvas",
        "input",
        "label",
    ]
)
_CHROME = frozenset(["nav", "aside", "footer"])
_LEGACY_FONTS = (".vn", "vni-", ".vni")


def read_html(data: bytes, info: SourceInfo, encoding: str | None = None) -> SourceText:
    """The text that a browser would show of a page. Raises ReadError for one that is nested beyond reason."""
    from lxml import etree, html

    path = info.name or "-"
    text, encoding, bom = _text(data, info, encoding)
    markup = _DOCTYPE.sub("", _XML_DECLARATION.sub("", text, count=1), count=1).replace("\x00", "")
    if not markup.strip():
        raise damaged(path, "no content")
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: Any = html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise damaged(path, error) from error
    walker = _Walker(path)
    body = root.find(".//body")
    walker.element(body if body is not None else root, _Look(), 0)
    return walker.out.finish(replace(info, reader="html", media_type=MEDIA_TYPE, encoding=encoding, bom=bom))


def _text(data: bytes, info: SourceInfo, encoding: str | None) -> tuple[str, str, bool]:
    """The page decoded: as asked, by its mark, as it declares, else as plain text is."""
    if encoding is None and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        match = _DECLARED.search(data[:4096])
        declared = (match[1] or match[2]).decode("ascii", "replace") if match else None
        if declared is not None:
            try:
                return data.decode(declared), declared.lower(), False
            except (LookupError, UnicodeDecodeError):
                pass
            if declared.lower() in ("windows-1252", "iso-8859-1", "latin1"):
                return data.decode("latin-1"), "latin-1", False
    source = decoded(data, info, encoding)
    return source.text, source.info.encoding or "utf-8", source.info.bom


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    caps: bool = False
    preserved: bool = False
    font: str = ""


class _Walker:
    """Writes what a page shows."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.out = Composer()
        self.pending = False
        """A blank stands between what was written and what comes."""
        self.fresh = True
        """At the start of a line: a blank prints nothing."""

    def element(self, element: "HtmlElement", look: _Look, depth: int) -> None:
        """An element and all inside it."""
        if depth > MOST_DEPTH:
            raise too_large(self.path, "depth", depth, MOST_DEPTH)
        if self.out.length > MOST_CHARACTERS:
            raise too_large(self.path, "characters", self.out.length, MOST_CHARACTERS)
        tag = element.tag if isinstance(element.tag, str) else ""
        style = element.get("style") or ""
        if tag in _UNPRINTED or element.get("hidden") is not None or (style and _HIDDEN.search(style)):
            return
        if tag == "br":
            self.break_line()
            return
        block = tag in _BLOCKS
        if block:
            self.break_line(paragraph=tag in _PARAGRAPHS or tag in _CHROME, collapse=True)
        start = self.out.length
        inner = _look_of(element, tag, style, look)
        if tag == "table":
            self.table(element, inner, depth)
        elif tag in ("ol", "ul"):
            self.list(element, inner, depth, tag == "ol")
        else:
            self.children(element, inner, depth)
        if tag in _CHROME and self.out.length > start:
            self.out.mark("site", start)
        if block:
            self.break_line(paragraph=tag in _PARAGRAPHS, collapse=True)

    def children(self, element: "HtmlElement", look: _Look, depth: int) -> None:
        """Text and elements in order."""
        self.text(element.text, look)
        for child in element:
            self.element(child, look, depth + 1)
            self.text(child.tail, look)

    def text(self, text: str | None, look: _Look) -> None:
        """Text with its blanks as a browser shows them."""
        if not text:
            return
        shown = text if look.preserved else _BLANKS.sub(" ", text)
        if not look.preserved:
            if shown[0] == " ":
                self.pending = True
                shown = shown[1:]
            if not shown:
                return
        if self.pending and not self.fresh:
            self.out.write(" ")
        self.pending = False
        if not look.preserved and shown[-1] == " ":
            self.pending = True
            shown = shown[:-1]
        start = self.out.length
        self.out.write(shown)
        self.fresh = False
        for kind in ("bold", "italic", "superscript", "caps"):
            if getattr(look, kind):
                self.out.mark(kind, start)
        if look.font:
            self.out.mark("font", start, value=look.font)

    def break_line(self, paragraph: bool = False, collapse: bool = False) -> None:
        """A line end; of blocks that end together only one."""
        self.pending, self.fresh = False, True
        if paragraph:
            self.out.end_paragraph()
        elif collapse:
            self.out.end_line()
        elif self.out.length:
            self.out.write("\n")

    def list(self, element: "HtmlElement", look: _Look, depth: int, ordered: bool) -> None:
        """Items, each with the number or dash that a browser prints."""
        number = _int(element.get("start"), 1)
        for child in element:
            if child.tag != "li":
                self.element(child, look, depth + 1)
                continue
            number = _int(child.get("value"), number)
            self.break_line(paragraph=True)
            start = self.out.length
            self.element(child, look, depth + 1)
            if self.out.length > start and "none" not in (element.get("style") or ""):
                label = f"{_figure(number, element.get('type'))}." if ordered else "-"
                self.out.mark("generated_number", start, start, label)
            number += 1

    def table(self, element: "HtmlElement", look: _Look, depth: int) -> None:
        """Rows and cells; a cell that spans rows keeps its columns in the rows below."""
        start = self.out.length
        taken: dict[tuple[int, int], bool] = {}
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        for caption in element.iterchildren("caption"):
            self.element(caption, look, depth + 1)
            self.break_line(paragraph=True)
        widest = 0
        for number, row in enumerate(rows):
            column, row_start = 0, self.out.length
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            for cell in cells:
                while taken.get((number, column)):
                    column += 1
                spanned, deep = min(_int(cell.get("colspan"), 1), 100), min(_int(cell.get("rowspan"), 1), 500)
                self.break_line(paragraph=True)
                cell_start = self.out.length
                self.element(cell, look, depth + 1)
                self.out.mark("cell", cell_start, value=f"{number},{column},{max(spanned, 1)}")
                for below in range(1, deep):
                    for beside in range(spanned):
                        taken[number + below, column + beside] = True
                column += max(spanned, 1)
            widest = max(widest, column)
            if cells and all(cell.tag == "th" for cell in cells) and self.out.length > row_start:
                self.out.mark("header_row", row_start)
        if self.out.length > start:
            self.out.mark("table", start, value=f"{len(rows)}x{widest}")


def _look_of(element: "HtmlElement", tag: str, style: str, around: _Look) -> _Look:
    font = around.font
    named = _FONT.search(style) if style else None
    face = named[1].strip() if named else (element.get("face") or "" if tag == "font" else "")
    if face:
        font = face if face.lower().startswith(_LEGACY_FONTS) else ""
    capitals = bool(style) and _CAPITALS.search(style) is not None
    if font == around.font and not capitals and tag not in _LOOKS:
        return around
    return replace(around, font=font, caps=around.caps or capitals, **_LOOKS.get(tag, {}))


_LOOKS: dict[str, dict[str, bool]] = {
    "b": {"bold": True},
    "strong": {"bold": True},
    "i": {"italic": True},
    "em": {"italic": True},
    "sup": {"superscript": True},
    "pre": {"preserved": True},
}


def _figure(value: int, kind: str | None) -> str:
    if kind in ("i", "I"):
        return roman(value).lower() if kind == "i" else roman(value)
    if kind in ("a", "A"):
        return letters(value) if kind == "a" else letters(value).upper()
    return str(value)


def _int(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.strip().isdecimal() and len(text) < 6 else default
