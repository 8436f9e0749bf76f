"""One document on disk: the file in its format and, when it is kept beside it, the text it was read from."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from nghiquyet.diagnostics import Language, failure
from nghiquyet.errors import NghiquyetError, UnsupportedFormat
from nghiquyet.formats import FORMATS
from nghiquyet.formats.writing import write_atomically
from nghiquyet.model import Document


class Keep(StrEnum):
    """Where the source text of a converted document goes."""

    embed = "embed"
    beside = "beside"
    none = "none"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a document is written as: a lossless format, or a page to look at."""

    suffix: str
    dump: Callable[[Document], bytes]


def kind_named(name: str, language: Language) -> Kind:
    """xml, json, html; raises UnsupportedFormat for others."""
    if name.lower() == "html":
        from nghiquyet.formats.html_view import dump

        return Kind(".html", partial(dump, language=language))
    for known in FORMATS:
        if known.name == name.lower():
            return Kind(known.suffix, known.dump)
    names = ", ".join((*(known.name for known in FORMATS), "html"))
    raise failure(UnsupportedFormat, "error.no_such_format", name=name, known=names)


TEXT_SUFFIX = ".source.txt"
"""``nq.xml`` has its text in ``nq.source.txt``: UTF-8, line ends as they were read."""


def dumped(document: Document, known: Kind, keep: Keep) -> bytes:
    """The bytes of ``document``, its text inside or not."""
    return known.dump(document if keep is Keep.embed else document.without_source_text())


def write_document(document: Document, target: Path, known: Kind, keep: Keep) -> tuple[Path, ...]:
    """The files written, each whole or not at all; the text first, so that no document stands without it.

    Raises NghiquyetError (error.write) that names the file.
    """
    files = {target: dumped(document, known, keep)}
    if keep is Keep.beside:
        text = (document.source.text or "").encode("utf-8", "surrogatepass")
        files = {target.with_name(target.name.removesuffix(known.suffix) + TEXT_SUFFIX): text, **files}
    for path, data in files.items():
        try:
            write_atomically(path, data)
        except OSError as error:
            reason = error.strerror or str(error)
            raise failure(NghiquyetError, "error.write", path=str(path), reason=reason) from error
    return tuple(files)
