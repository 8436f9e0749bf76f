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
from nghiquyet.formats.html_view.bars import bars
from nghiquyet.formats.html_view.marks import insertions, leaves, marks, pieces, repairs
from nghiquyet.formats.html_view.numbers import amount, day, number, period, sign
from nghiquyet.model import Block, Division, Document, Node

if TYPE_CHECKING:
    from jinja2 import Environment

    from nghiquyet.comparison import Comparison

_TITLE_WIDTH = 90


def dump(document: Document, language: Language = "vi", images: Sequence[str | Path] = ()) -> bytes:
    """The page of a document. ``images`` are pictures of its pages, in order; they are put inside the file.

    Raises OSError when an image cannot be read.
    """
    text = document.source.text
    pictures = [_picture(Path(image)) for image in images]
    starts = [(page.span.start, page.number) for page in document.source.pages]
    cut = pieces(text, marks(document), starts, insertions(document)) if text is not None else ()
    page = _environment().get_template("document.html")
    return page.render(
        document=document,
        leaves=leaves(cut, pictures),
        repairs=repairs(document),
        labels={target.id: target.label or "–" for target in document.targets},
        has_images=bool(pictures),
        title_of=_title,
        **_words(language),
    ).encode("utf-8", "replace")


def dump_comparison(comparison: Comparison, language: Language = "vi") -> bytes:
    """The page of a comparison: targets with bars of change, tasks as a diff of words, references as three lists."""
    page = _environment().get_template("comparison.html")
    return page.render(comparison=comparison, bars=bars, **_words(language)).encode("utf-8", "replace")


def _words(language: Language) -> Mapping[str, object]:
    """What the templates call: words of the page, names of values, numbers, in one language."""
    return {
        "language": language,
        "say": lambda code: message(f"page.{code}", {}, language),
        "term": lambda word: term(str(word), language),
        "tell": lambda diagnostic: message(diagnostic.code, diagnostic.params, language),
        "number": lambda value, signed=False: number(value, language, signed),
        "amount": lambda value, unit, signed=False: amount(value, unit, language, signed),
        "period": lambda found: period(found, language),
        "day": lambda date: day(date, language),
        "sign": sign,
    }


def _title(node: Node) -> str:
    """The heading of a division, else the beginning of its first text."""
    if not isinstance(node, Block) and node.heading is not None:
        return node.heading.text
    text = _first_text(node)
    return text if len(text) <= _TITLE_WIDTH else f"{text[: _TITLE_WIDTH - 1].rstrip()}…"


def _first_text(node: Node) -> str:
    for child in node.content:
        if isinstance(child, Block) and child.text:
            return child.text
        if isinstance(child, Division):
            return child.heading.text if child.heading is not None else _first_text(child)
    return ""


def _picture(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


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
