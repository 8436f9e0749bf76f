"""Doubts about what carried the text: a web site's page around it, foreign script, tokens of a language model."""

from collections.abc import Iterator

from nghiquyet.model import Diagnostic
from nghiquyet.records import CleanText
from nghiquyet.segmenters.layout import Layout
from nghiquyet.segmenters.passages import source_span
from nghiquyet.text import patterns as re

# Han, kana, Hangul, Cyrillic, Arabic, Thai: no official Vietnamese text prints them.
_LETTER = r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_FOREIGN = re.compile(f"{_LETTER}{_LETTER}+")
_TOKEN = re.compile(r"<\|\w{2,24}\|>")
NEAR = 40
"""Foreign words closer than this are one stretch."""


def carrier_doubts(clean: CleanText, layout: Layout) -> Iterator[Diagnostic]:
    """What in the text is not the document's own."""
    site = [(start, end) for start, end, kind, _ in layout.furniture if kind == "site"]
    if site:
        yield Diagnostic(
            code="furniture.site",
            severity="info",
            params={"count": str(len(site))},
            span=source_span(clean, *site[0]),
        )
    if clean.text.isascii():
        return
    stretch: tuple[int, int] | None = None
    for match in _FOREIGN.finditer(clean.text):
        if stretch is not None and match.start() - stretch[1] <= NEAR:
            stretch = (stretch[0], match.end())
            continue
        if stretch is not None:
            yield _foreign(clean, stretch)
        stretch = match.span()
    if stretch is not None:
        yield _foreign(clean, stretch)
    if "<|" in clean.text:
        for match in _TOKEN.finditer(clean.text):
            yield Diagnostic(
                code="text.model_token",
                severity="warning",
                params={"token": match.group()},
                span=source_span(clean, match.start(), match.end()),
            )


def _foreign(clean: CleanText, stretch: tuple[int, int]) -> Diagnostic:
    return Diagnostic(code="text.foreign_script", severity="warning", span=source_span(clean, *stretch))
