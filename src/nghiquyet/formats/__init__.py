"""Document ↔ file. A module has ``dump``; it has ``load`` when nothing is lost."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from nghiquyet.diagnostics import Problem, failure
from nghiquyet.errors import ReadError, SchemaError, UnsupportedFormat
from nghiquyet.formats.writing import write_atomically
from nghiquyet.model import Document


@dataclass(frozen=True, slots=True)
class Format:
    """A lossless file format; its module is imported when something is first written or read in it."""

    name: str
    suffix: str

    def _module(self) -> ModuleType:
        return import_module(f"nghiquyet.formats.native_{self.name}")

    def dump(self, document: Document) -> bytes:
        """``document`` as the bytes of a file."""
        data: bytes = self._module().dump(document)
        return data

    def load(self, data: bytes) -> Document:
        """The document in the bytes of a file; raises SchemaError when they hold none."""
        document: Document = self._module().load(data)
        return document


FORMATS: tuple[Format, ...] = (Format("xml", ".xml"), Format("json", ".json"))


def format_named(name: str) -> Format:
    """The format called ``name`` (xml, json); raises UnsupportedFormat for others."""
    for known in FORMATS:
        if known.name == name.lower():
            return known
    known_names = ", ".join(known.name for known in FORMATS)
    raise failure(UnsupportedFormat, "error.no_such_format", name=name, known=known_names)


def format_of(path: Path) -> Format:
    """The format that the suffix of ``path`` names; raises UnsupportedFormat for others."""
    for known in FORMATS:
        if path.suffix.lower() == known.suffix:
            return known
    suffixes = ", ".join(known.suffix for known in FORMATS)
    raise failure(UnsupportedFormat, "error.suffix", path=str(path), suffix=path.suffix, known=suffixes)


def sniff(data: bytes) -> Format:
    """The format of the bytes of a document file, by their first character; raises SchemaError for neither."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start == b"<":
        return FORMATS[0]
    if start == b"{":
        return FORMATS[1]
    raise failure(SchemaError, "error.no_document")


def dump(document: Document, path: str | Path) -> None:
    """Writes ``document`` to ``path`` in the format of its suffix (.xml, .json), whole or not at all.

    Raises UnsupportedFormat for another suffix, OSError when the file cannot be written.
    """
    target = Path(path)
    write_atomically(target, format_of(target).dump(document))


def load(path: str | Path) -> Document:
    """The document in a file that ``dump`` wrote, equal to it in every field.

    Raises ReadError when the file cannot be read, SchemaError when it holds no document.
    """
    source = Path(path)
    try:
        data = source.read_bytes()
    except FileNotFoundError as error:
        raise failure(ReadError, "error.missing", path=str(source)) from error
    except OSError as error:
        raise failure(ReadError, "error.unreadable", path=str(source), reason=error.strerror or str(error)) from error
    return sniff(data).load(data)


def problems(data: bytes) -> tuple[Problem, ...]:
    """What is wrong with the bytes of a document file, one line each: against the schema (XML), the model, and the
    rules that a schema cannot say; empty when all is well."""
    try:
        known = sniff(data)
        if known.name == "xml":
            from nghiquyet.formats import native_xml

            return native_xml.problems(data)
        from nghiquyet.formats.validation import document_problems

        return document_problems(known.load(data))
    except SchemaError as error:
        return (Problem(error.code, error.params),)


__all__ = ["FORMATS", "Format", "dump", "format_named", "format_of", "load", "problems", "sniff"]
