"""What the commands of researchers read: texts of every kind, documents that were converted before, folders of both."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from nghiquyet.cli.outputs import TEXT_SUFFIX
from nghiquyet.cli.screen import notices
from nghiquyet.diagnostics import Language, failure, in_language, message
from nghiquyet.errors import NghiquyetError, ReadError
from nghiquyet.formats import FORMATS, load, sniff
from nghiquyet.model import Document
from nghiquyet.options import Options
from nghiquyet.pipeline import parse_source, text_files
from nghiquyet.readers import read, read_data

_CONVERTED = tuple(known.suffix for known in FORMATS)
_MARKS = (b"urn:nghiquyet:document:", b'"schema_version"')
"""What stands at the beginning of a converted document, as XML and as JSON."""
_HEAD = 4096


def expanded(files: Iterable[str]) -> list[str]:
    """Folders as the documents inside them: texts, and what was converted, in name order; no text twice that stands
    beside its document."""
    found: list[str] = []
    for file in files:
        if file == "-" or not Path(file).is_dir():
            found.append(file)
            continue
        converted = {
            path for path in Path(file).rglob("*") if path.suffix.lower() in _CONVERTED and _is_converted(path)
        }
        beside = {_text_beside(path) for path in converted}
        found += map(str, sorted({*text_files([file]), *converted} - beside))
    return found


def _is_converted(path: Path) -> bool:
    try:
        with path.open("rb") as data:
            head = data.read(_HEAD)
    except OSError:
        return False
    return any(mark in head for mark in _MARKS)


def _text_beside(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(path.suffix) + TEXT_SUFFIX)


def open_document(file: str, encoding: str | None = None, profile: str | None = None) -> Document:
    """The document in a text, or in a file that was converted before, with the text that stands beside it."""
    if file == "-":
        data = sys.stdin.buffer.read()
        if any(mark in data[:_HEAD] for mark in _MARKS):
            return sniff(data).load(data)
        return parse_source(read_data(data, None, encoding), Options(profile=profile))
    path = Path(file)
    if path.suffix.lower() not in _CONVERTED or not _is_converted(path):
        return parse_source(read(file, encoding), Options(profile=profile))
    document = load(path)
    beside = _text_beside(path)
    if document.source.text is not None or not beside.is_file():
        return document
    try:
        return document.with_source_text(beside.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError) as error:
        raise failure(ReadError, "error.unreadable", path=str(beside), reason=str(error)) from error


class Opened:
    """Documents one after another, with a bar on a terminal; what cannot be read is said and passed over, as is a text
    that was there before. ``failed`` counts the former."""

    def __init__(self, files: Sequence[str], encoding: str | None, profile: str | None, language: Language) -> None:
        self._files = files
        self._encoding, self._profile = encoding, profile
        self._language: Language = language
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        console = notices()
        known: dict[str, str] = {}
        for file in with_progress(self._files, message("cli.reading", {}, self._language)):
            try:
                document = open_document(file, self._encoding, self._profile)
            except NghiquyetError as error:
                self.failed += 1
                console.print(in_language(error, self._language), markup=False)
                continue
            first = known.setdefault(document.source.text_sha256, file)
            if first != file:
                words = message("cli.same_text", {"path": file, "first": first}, self._language)
                console.print(words, markup=False)
                continue
            yield document


def with_progress(files: Sequence[str], title: str) -> Iterator[str]:
    """The files one by one, with a bar on a terminal when there are several."""
    console = notices()
    if len(files) < 2 or not console.is_terminal:
        yield from files
        return
    from rich.progress import track

    yield from track(files, description=title, console=console, transient=True)
