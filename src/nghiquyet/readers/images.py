"""Pictures and scanned PDF files, read by tesseract page by page (extra ``ocr``)."""

import io
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Any

from nghiquyet.readers.composer import Composer
from nghiquyet.readers.limits import MOST_PIXELS, MOST_SCANNED_PAGES, damaged, too_large
from nghiquyet.readers.pages import compose_page
from nghiquyet.readers.programs import import_extra, missing, program
from nghiquyet.readers.words import Word, segments_of
from nghiquyet.records import Doubt, SourceInfo, SourceText

DPI = 300
SECONDS_PER_PAGE = 120
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "GIF": "image/gif", "BMP": "image/bmp"}

Progress = Callable[[int, int], None]
_PROGRESS: ContextVar[Progress | None] = ContextVar("progress", default=None)


@contextmanager
def page_progress(report: Progress) -> Iterator[None]:
    """Inside, ``report(page, pages)`` is called behind each page that is recognised."""
    token = _PROGRESS.set(report)
    try:
        yield
    finally:
        _PROGRESS.reset(token)


def read_image(data: bytes, info: SourceInfo, encoding: str | None = None) -> SourceText:
    """The text of a picture, each frame a page. Raises MissingDependency where no recogniser is installed."""
    path = info.name or "-"
    pillow = import_extra("PIL.Image", "nghiquyet[ocr]", path, "images")
    # The limit on pixels is our own: half of what Pillow refuses.
    warnings.filterwarnings("ignore", category=pillow.DecompressionBombWarning)
    try:
        image = pillow.open(io.BytesIO(data))
    except pillow.DecompressionBombError as error:
        raise too_large(path, "pixels", f"> {MOST_PIXELS}", MOST_PIXELS) from error
    except (pillow.UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise damaged(path, error) from error
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise too_large(path, "pixels", width * height, MOST_PIXELS)
    frames = getattr(image, "n_frames", 1)

    def pictures() -> Iterator[tuple[Any, float]]:
        for frame in range(frames):
            try:
                image.seek(frame)
                if image.size[0] * image.size[1] > MOST_PIXELS:
                    raise too_large(path, "pixels", image.size[0] * image.size[1], MOST_PIXELS)
                dpi = float((image.info.get("dpi") or (0,))[0]) or 0.0
                yield image.convert("L"), dpi
            except (pillow.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError) as error:
                raise damaged(path, error) from error

    media_type = _MEDIA_TYPES.get(image.format or "", "image")
    return _recognised(pictures(), frames, replace(info, media_type=media_type))


def recognised_pdf(document: Any, info: SourceInfo) -> SourceText:  # noqa: ANN401 - a document of pypdfium2
    """The text of a PDF file that holds only pictures of its pages."""

    def pictures() -> Iterator[tuple[Any, float]]:
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            dpi = DPI
            while width * height * (dpi / 72) ** 2 > MOST_PIXELS / 4 and dpi > 72:
                dpi = dpi * 2 // 3
            if width * height * (dpi / 72) ** 2 > MOST_PIXELS:
                raise too_large(info.name or "-", "points", round(width * height), MOST_PIXELS)
            yield page.render(scale=dpi / 72, grayscale=True).to_pil(), float(dpi)
            page.close()

    return _recognised(pictures(), len(document), replace(info, media_type="application/pdf"))


def _recognised(pictures: Iterator[tuple[Any, float]], pages: int, info: SourceInfo) -> SourceText:
    path = info.name or "-"
    pytesseract = import_extra("pytesseract", "nghiquyet[ocr]", path, "scans")
    if program(("tesseract",)) is None:
        raise missing(path, "scans", "tesseract", "apt-get install tesseract-ocr tesseract-ocr-vie")
    if "vie" not in pytesseract.get_languages():
        raise missing(path, "scans", "tesseract vie", "apt-get install tesseract-ocr-vie")
    if pages > MOST_SCANNED_PAGES:
        raise too_large(path, "pages", pages, MOST_SCANNED_PAGES)
    out = Composer()
    report = _PROGRESS.get()
    doubts: list[Doubt] = [Doubt("text.recognised", (("pages", str(pages)),))]
    for number, (size, dpi, read) in enumerate(_read_ahead(pytesseract, pictures), start=1):
        if number > 1:
            out.write("\f")
        scale = 72 / (dpi if dpi >= 60 else _guessed_dpi(size))
        try:
            lines = read.result()
        except (pytesseract.TesseractError, RuntimeError) as error:
            # One page that the engine fails on or takes too long for is reported and left empty.
            lines = []
            doubts.append(Doubt("text.page_unread", (("page", str(number)), ("reason", str(error)[:80]))))
        compose_page(out, segments_of(lines, scale), size[0] * scale, size[1] * scale)
        if report is not None:
            report(number, pages)
    return out.finish(replace(info, reader="tesseract"), tuple(doubts))


_Ahead = tuple[tuple[int, int], float, Future[list[list[Word]]]]


def _read_ahead(pytesseract: Any, pictures: Iterator[tuple[Any, float]]) -> Iterator[_Ahead]:  # noqa: ANN401
    """Size, resolution and recognised lines of each page in order; a few pages are recognised at a time.

    One thread for each page is twice as fast as many threads on one page, which is what tesseract does by itself.
    """
    workers = os.cpu_count() or 1
    with _one_thread_each(), ThreadPoolExecutor(workers) as pool:
        running: deque[_Ahead] = deque()
        for picture, dpi in pictures:
            running.append((picture.size, dpi, pool.submit(_lines, pytesseract, picture, dpi)))
            if len(running) > workers:
                yield running.popleft()
        yield from running


@contextmanager
def _one_thread_each() -> Iterator[None]:
    before = os.environ.get("OMP_THREAD_LIMIT")
    os.environ["OMP_THREAD_LIMIT"] = before or "1"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("OMP_THREAD_LIMIT", None)


def _guessed_dpi(size: tuple[int, int]) -> float:
    """The resolution at which the picture is a page of A4."""
    return max(size) / 11.7


def _lines(pytesseract: Any, picture: Any, dpi: float) -> list[list[Word]]:  # noqa: ANN401
    """The words of a picture by the lines that tesseract put them on."""
    options = "--psm 3" + (f" --dpi {dpi:.0f}" if dpi >= 60 else "")
    found = pytesseract.image_to_data(
        picture, lang="vie", config=options, output_type=pytesseract.Output.DICT, timeout=SECONDS_PER_PAGE
    )
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for index, text in enumerate(found["text"]):
        if found["level"][index] == 5 and text.strip():
            key = (found["block_num"][index], found["par_num"][index], found["line_num"][index])
            left, top = found["left"][index], found["top"][index]
            word = Word(left, top, left + found["width"][index], top + found["height"][index], text)
            lines.setdefault(key, []).append(word)
    return list(lines.values())
