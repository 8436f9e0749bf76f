"""hOCR and ALTO: what other recognition engines found, words with their boxes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nghiquyet.readers.composer import Composer
from nghiquyet.readers.limits import MOST_PAGES, damaged, too_large
from nghiquyet.readers.pages import compose_page
from nghiquyet.readers.words import Word, segments_of
from nghiquyet.records import SourceInfo, SourceText
from nghiquyet.text import patterns as re

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOX = re.compile(r"bbox\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)\s+(-?\d+)")
_LINES = ["ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocr_footer"]
_Page = tuple[list[list[Word]], float, float]


def read_hocr(data: bytes, info: SourceInfo, encoding: str | None = None) -> SourceText:
    """The text of an hOCR file."""
    return _read(data, replace(info, reader="hocr", media_type="text/html"), _hocr_pages, encoding)


def read_alto(data: bytes, info: SourceInfo, encoding: str | None = None) -> SourceText:
    """The text of an ALTO file."""
    return _read(data, replace(info, reader="alto", media_type="application/xml"), _alto_pages, encoding)


def _read(
    data: bytes, info: SourceInfo, pages_of: Callable[["_Element"], Iterator[_Page]], encoding: str | None
) -> SourceText:
    from lxml import etree

    path = info.name or "-"
    parser: Any = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, encoding=encoding
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise damaged(path, error) from error
    if root is None:
        raise damaged(path, "no elements")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        # Neither opened nor expanded, so the text would have holes.
        raise damaged(path, "entities")
    out = Composer()
    for number, (lines, width, height) in enumerate(pages_of(root)):
        if number >= MOST_PAGES:
            raise too_large(path, "pages", f"> {MOST_PAGES}", MOST_PAGES)
        if number:
            out.write("\f")
        # Units differ from engine to engine: the page is taken for one of A4.
        scale = 842 / height if height else 1.0
        compose_page(out, segments_of(lines, scale), width * scale, height * scale)
    if not out.has_pages:
        raise damaged(path, "no pages")
    return out.finish(replace(info, encoding=root.getroottree().docinfo.encoding or "utf-8"))


def _hocr_pages(root: "_Element") -> Iterator[_Page]:
    for page in _of_class(root, ("ocr_page",)):
        box = _box(page)
        lines = []
        for line in _of_class(page, _LINES):
            words = [
                Word(*place, " ".join("".join(str(text) for text in word.itertext()).split()))
                for word in _of_class(line, ("ocrx_word", "ocr_word"))
                if (place := _box(word)) is not None
            ]
            if words:
                lines.append(words)
        width, height = (box[2] - box[0], box[3] - box[1]) if box is not None else _extent(lines)
        yield lines, width, height


def _alto_pages(root: "_Element") -> Iterator[_Page]:
    for page in root.iter("{*}Page"):
        lines = []
        for line in page.iter("{*}TextLine"):
            words = [word for item in line.iter("{*}String", "{*}HYP") if (word := _alto_word(item, line)) is not None]
            if words:
                lines.append(words)
        width, height = _number(page.get("WIDTH")), _number(page.get("HEIGHT"))
        yield lines, *((width, height) if width and height else _extent(lines))


def _alto_word(item: "_Element", line: "_Element") -> Word | None:
    text = item.get("CONTENT")
    if not text:
        return None
    left, top = _number(item.get("HPOS")), _number(item.get("VPOS"))
    height = _number(item.get("HEIGHT")) or _number(line.get("HEIGHT"))
    return Word(left, top, left + _number(item.get("WIDTH")), top + height, text)


def _of_class(root: "_Element", names: "tuple[str, ...] | list[str]") -> Iterator["_Element"]:
    for element in root.iter():
        if isinstance(element.tag, str) and any(name in names for name in (element.get("class") or "").split()):
            yield element


def _box(element: "_Element") -> tuple[float, float, float, float] | None:
    match = _BOX.search(element.get("title") or "")
    if match is None:
        return None
    left, top, right, bottom = map(float, match.groups())
    return left, top, right, bottom


def _extent(lines: list[list[Word]]) -> tuple[float, float]:
    words = [word for line in lines for word in line]
    return max((word.right for word in words), default=1.0), max((word.bottom for word in words), default=1.0)


def _number(text: str | None) -> float:
    try:
        return float(text) if text else 0.0
    except ValueError:
        return 0.0
