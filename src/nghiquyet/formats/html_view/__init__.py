"""Documents and comparisons as pages to look at: one file each, no network, in Vietnamese or English.

The source text stands left, what was read from it right; a click on either marks the other. All text is escaped by the
template engine, no script holds a word of a document, and the page itself forbids what is not inside it.
"""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from nghiquyet.diagnostics import Language, message, term
from nghiquyet.formats.html_view.marks import marks, pieces
from nghiquyet.formats.html_view.numbers import amount, number
from nghiquyet.model import Document

if TYPE_CHECKING:
    from jinja2 import Environment

    from nghiquyet.comparison import Comparison


def dump(document: Document, language: Language = "vi", images: Sequence[str | Path] = ()) -> bytes:
    """The page of a document. ``images`` are pictures of its pages, in order; they are put inside the file.

    Raises OSError when an image cannot be read.
    """
    text = document.source.text
    starts = [(page.span.start, page.number) for page in document.source.pages]
    cut = list(pieces(text, marks(document), starts)) if text is not None else None
    page = _environment().get_template("document.html")
    return page.render(
        document=document,
        pieces=cut,
        images=_images(images),
        **_words(language),
    ).encode("utf-8", "replace")


def dump_comparison(comparison: Comparison, language: Language = "vi") -> bytes:
    """The page of a comparison: targets with bars of change, tasks as a diff of words, references as three lists."""
    page = _environment().get_template("comparison.html")
    return page.render(comparison=comparison, **_words(language)).encode("utf-8", "replace")


def _words(language: Language) -> Mapping[str, object]:
    """What the templates call: words of the page, names of values, numbers, in one language."""
    return {
        "language": language,
        "say": lambda code: message(f"page.{code}", {}, language),
        "term": lambda word: term(str(word), language),
        "tell": lambda diagnostic: message(diagnostic.code, diagnostic.params, language),
        "number": lambda value, sign=False: number(value, language, sign),
        "amount": lambda value, unit, sign=False: amount(value, unit, language, sign),
    }


def _images(paths: Sequence[str | Path]) -> dict[int, str]:
    found = {}
    for place, path in enumerate(map(Path, paths), 1):
        kind = mimetypes.guess_type(path.name)[0] or "image/png"
        found[place] = f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"
    return found


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("nghiquyet.formats.html_view"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


__all__ = ["dump", "dump_comparison"]
