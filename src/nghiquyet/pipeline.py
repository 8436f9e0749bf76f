"""The order of the work: read → normalize → segment → extract → resolve → Document."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from nghiquyet.assembly import assemble
from nghiquyet.errors import ReadError
from nghiquyet.extractors import extract, read_mentions
from nghiquyet.model import Document, Reference
from nghiquyet.normalizers import normalize
from nghiquyet.options import Options
from nghiquyet.readers import can_read, read, read_str
from nghiquyet.records import Decision, SourceText
from nghiquyet.resolvers import Registry, link_mentions, resolve
from nghiquyet.segmenters import explain_lines, find_documents, segment

DEFAULTS = Options()
DATA_SUFFIXES = frozenset(
    {
        ".csv", ".tsv", ".json", ".jsonl", ".xml", ".toml", ".yaml", ".yml", ".ini", ".log", ".py", ".js", ".css",
        ".sh", ".sha256", ".md5", ".db", ".xsd",
    }
)  # fmt: skip
"""Data and code that lie beside documents: never documents by themselves."""


def parse_text(text: str, options: Options = DEFAULTS, registry: Registry | None = None) -> Document:
    """The document in ``text``. Never raises for any str: what is odd becomes a diagnostic.

    A ``registry`` is a list of known documents of your own: it completes the identity of a citation that the text leaves
    open; nothing that is printed changes, and without one nothing but the text decides.
    """
    return parse_source(read_str(text), options, registry)


def parse_file(
    path: str | Path, options: Options = DEFAULTS, encoding: str | None = None, registry: Registry | None = None
) -> Document:
    """The document in a file. ``encoding`` overrides what its bytes say of themselves; ``registry`` as in ``parse_text``.

    Raises ReadError (missing, a folder, in no known encoding) and UnsupportedFormat (no text); never for the text itself.
    """
    return parse_source(read(path, encoding), options, registry)


def parse_files(
    paths: str | Path | Iterable[str | Path],
    options: Options = DEFAULTS,
    on_error: Callable[[Path, ReadError], None] | None = None,
    registry: Registry | None = None,
) -> Iterator[Document]:
    """The documents of files and folders, one at a time, folders in name order, whatever the kind.

    A file that holds several yields each, with its place in ``source.part``; offsets are those of the part. A file that cannot be read raises ReadError, or is handed to ``on_error`` and passed over.
    """
    for path in text_files([paths] if isinstance(paths, str | Path) else paths):
        try:
            source = read(path)
        except ReadError as error:
            if on_error is None:
                raise
            on_error(path, error)
            continue
        for part in parts(source):
            yield parse_source(part, options, registry)


def parts(source: SourceText) -> tuple[SourceText, ...]:
    """The documents of a file, each a text of its own; most files hold one."""
    return source.parts(find_documents(normalize(source)))


def text_files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The paths, each folder replaced by the documents inside it, in name order: files of every kind that a reader
    knows by its content, without data and code that lie beside them."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(inner for inner in path.rglob("*") if is_document(inner))
        else:
            yield path


def is_document(path: Path) -> bool:
    """Whether a file found in a folder is one to read."""
    hidden = path.name.startswith((".", "~$"))
    return not hidden and path.suffix.lower() not in DATA_SUFFIXES and path.is_file() and can_read(path)


def parse_source(source: SourceText, options: Options = DEFAULTS, registry: Registry | None = None) -> Document:
    """The document in what a reader gave."""
    clean = normalize(source)
    outline = segment(clean, options.profile)
    findings = extract(clean, outline)
    findings = resolve(clean, outline, findings, registry)
    return assemble(clean, outline, findings, options)


def explain(text: str) -> tuple[Decision, ...]:
    """How each line of ``text`` is read: its number, its label, the rule that decided and those that declined."""
    return explain_lines(normalize(read_str(text)))


def find_references(text: str, registry: Registry | None = None) -> tuple[Reference, ...]:
    """Every document that ``text`` cites, in text order, ids ``ref_1`` …; spans are offsets into ``text``.

    For a piece of text without the document around it: «Nghị quyết này» stays open, a short form is resolved only by
    what ``text`` itself cites before, or by your ``registry``. Blank lines part paragraphs; single line breaks are blanks. Never raises for any str.
    """
    mentions = read_mentions(text)
    links = link_mentions([draft for draft, _ in mentions], registry=registry)
    return tuple(draft.reference(passage, link) for (draft, passage), link in zip(mentions, links, strict=True))
