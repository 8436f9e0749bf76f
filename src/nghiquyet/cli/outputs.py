"""One document on disk: the file in its format and, when it is kept beside it, the text it was read from."""

from enum import StrEnum
from pathlib import Path

from nghiquyet.diagnostics import failure
from nghiquyet.errors import NghiquyetError
from nghiquyet.formats import Format
from nghiquyet.formats.writing import write_atomically
from nghiquyet.model import Document


class Keep(StrEnum):
    """Where the source text of a converted document goes."""

    embed = "embed"
    beside = "beside"
    none = "none"


TEXT_SUFFIX = ".source.txt"
"""``nq.xml`` has its text in ``nq.source.txt``: UTF-8, line ends as they were read."""


def dumped(document: Document, known: Format, keep: Keep) -> bytes:
    """The bytes of ``document``, its text inside or not."""
    return known.dump(document if keep is Keep.embed else document.without_source_text())


def write_document(document: Document, target: Path, known: Format, keep: Keep) -> tuple[Path, ...]:
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
