"""PDF: the text layer, put into reading order by where its letters stand."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nghiquyet.diagnostics import failure
from nghiquyet.errors import MissingDependency, ReadError
from nghiquyet.readers.composer import Composer
from nghiquyet.readers.grids import Grid, find_grids
from nghiquyet.readers.limits import MOST_CHARACTERS, MOST_PAGES, damaged, too_large
from nghiquyet.readers.pages import WIDE_GAP, Segment, compose_page
from nghiquyet.readers.programs import import_extra
from nghiquyet.records import Doubt, SourceInfo, SourceText
from nghiquyet.text import patterns as re

MEDIA_TYPE = "application/pdf"
LEAST_CHARACTERS = 40
"""On average on a page: fewer are stamps on a scan."""
# What pdfium puts where a line ends with a hyphen.
_LINE_END_HYPHENS = {0xFFFE: "-", 0x02: "-"}
_SIGNED = re.compile(r"D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})")
_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""


MOST_DRAWN = 20_000
"""Objects of a page that are looked at: a map may have more, a table has none so many."""
_Page = tuple[list[Segment], float, float, list[Grid]]


@dataclass(frozen=True, slots=True)
class _Glyph:
    left: float
    right: float
    baseline: float
    size: float
    text: str
    spaced: bool
    """A blank stands before it."""


def read_pdf(data: bytes, info: SourceInfo, encoding: str | None = None) -> SourceText:
    """The text layer of a PDF file, page by page; a scan is given to the recogniser.

    Raises ReadError for an encrypted or damaged file and one of too many pages, MissingDependency for a scan where no
    recogniser is installed.
    """
    path = info.name or "-"
    pdfium = import_extra("pypdfium2", "pypdfium2", path, "PDF")
    document = _opened(pdfium, data, path)
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise too_large(path, "pages", pages, MOST_PAGES)
        if not pages:
            raise damaged(path, "no pages")
        signatures = _signatures(pdfium.raw, document)
        out = Composer()
        empty = 0
        for number in range(pages):
            page = _page(pdfium, document, number, path)
            segments, width, height, grids = page
            empty += sum(len(segment.text) for segment in segments) < LEAST_CHARACTERS
            if number:
                out.write("\f")
            compose_page(out, segments, width, height, grids)
            if out.length > MOST_CHARACTERS:
                raise too_large(path, "characters", out.length, MOST_CHARACTERS)
        if empty == pages or empty > 0.5 * pages:
            from nghiquyet.readers.images import recognised_pdf

            try:
                return recognised_pdf(document, info)
            except MissingDependency:
                # A page of a few words is no scan for certain: what its text layer says is better than nothing.
                if not out.length:
                    raise
    finally:
        document.close()
    return out.finish(replace(info, reader="pdf", media_type=MEDIA_TYPE), signatures)


def _opened(pdfium: Any, data: bytes, path: str) -> Any:  # noqa: ANN401 - a module and a document of pypdfium2
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise failure(ReadError, "error.encrypted", path=path) from error
        raise damaged(path, error) from error


def _page(pdfium: Any, document: Any, number: int, path: str) -> _Page:  # noqa: ANN401
    try:
        page = _with_fields(pdfium.raw, document, number)
        text_page = page.get_textpage()
    except pdfium.PdfiumError:
        # A page that is broken by itself is an empty one: the others are read.
        return [], 0.0, 0.0, []
    try:
        width, height = page.get_size()
        grids = find_grids(_drawn(pdfium.raw, page.raw, height))
        return list(_segments(_glyphs(pdfium.raw, text_page.raw, height), grids)), width, height, grids
    finally:
        text_page.close()
        page.close()


def _with_fields(raw: Any, document: Any, number: int) -> Any:  # noqa: ANN401
    """The page with what its form fields and notes show: an office that signs by electronic means fills number and day
    into fields, which the text layer leaves blank."""
    page = document[number]
    if raw.FPDFPage_GetAnnotCount(page.raw) > 0 and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == 1:
        page.close()
        page = document[number]
    return page


def _signatures(raw: Any, document: Any) -> tuple[Doubt, ...]:  # noqa: ANN401
    """That the file itself is signed, and when."""
    count = raw.FPDF_GetSignatureCount(document.raw)
    if count < 1:
        return ()
    times = []
    for number in range(min(count, 20)):
        signature = raw.FPDF_GetSignatureObject(document.raw, number)
        buffer = ctypes.create_string_buffer(64)
        length = raw.FPDFSignatureObj_GetTime(signature, buffer, 64)
        match = _SIGNED.match(buffer.value.decode("latin-1")) if 0 < length <= 64 else None
        if match is not None:
            times.append("{}-{}-{} {}:{}".format(*match.groups()))
    return (Doubt("text.signed", (("count", str(count)), ("times", ", ".join(times) or "–"))),)


def _glyphs(raw: Any, page: Any, height: float) -> Iterator[_Glyph]:  # noqa: ANN401 - the C interface of pdfium
    """The printed characters in the order of the file, blanks that pdfium reads out of gaps included."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    origin, loose = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
    blank = False
    for index in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, index)
        if code in (0x20, 0xA0) or (code < 0x20 and code != 0x02):
            blank = True
            continue
        text = _LINE_END_HYPHENS.get(code) or (chr(code) if code <= 0x10FFFF else "\ufffd")
        origin(page, index, x, y)
        loose(page, index, box)
        size = raw.FPDFText_GetFontSize(page, index)
        # The box of a letter is as tall as its font, whatever the page scales it to.
        size = abs(box.top - box.bottom) / 1.15 or size
        yield _Glyph(box.left, box.right, height - y.value, size, text, blank)
        blank = False


def _drawn(raw: Any, page: Any, height: float) -> list[tuple[float, float, float, float]]:  # noqa: ANN401
    """The boxes of what is drawn on a page, downwards: rules and frames."""
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    boxes = []
    for index in range(min(raw.FPDFPage_CountObjects(page), MOST_DRAWN)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            boxes.append((left.value, height - top.value, right.value, height - bottom.value))
    return boxes


def _segments(glyphs: Iterator[_Glyph], grids: Sequence[Grid] = ()) -> Iterator[Segment]:
    """Glyphs that follow one another on a line without a wide gap, as stretches of text."""
    current: list[_Glyph] = []
    place = 0
    for glyph in glyphs:
        if current and not (_follows(current[-1], glyph) and not _is_parted(current[-1], glyph, grids)):
            segment = _segment(current, place)
            if segment is not None:
                yield segment
                place += 1
            current = []
        current.append(glyph)
    segment = _segment(current, place)
    if segment is not None:
        yield segment


def _follows(last: _Glyph, glyph: _Glyph) -> bool:
    size = max(last.size, glyph.size, 1.0)
    return (
        abs(glyph.baseline - last.baseline) < 0.1 * size
        and abs(glyph.size - last.size) < 0.15 * size
        and -0.5 * size < glyph.left - last.right < WIDE_GAP * size
    )


def _is_parted(last: _Glyph, glyph: _Glyph, grids: Sequence[Grid]) -> bool:
    """Whether the rule of a table stands between two letters."""
    return any(grid.parts(last.right, glyph.left, glyph.baseline) for grid in grids)


def _segment(glyphs: list[_Glyph], place: int) -> Segment | None:
    if not glyphs:
        return None
    text = "".join(f" {glyph.text}" if glyph.spaced and index else glyph.text for index, glyph in enumerate(glyphs))
    return Segment(glyphs[0].left, glyphs[-1].right, glyphs[0].baseline, glyphs[0].size or 1.0, text, (), place)
