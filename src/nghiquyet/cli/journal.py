"""What a batch has done, one line for each file, so that the next run goes on where this one stopped."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from nghiquyet.diagnostics import failure
from nghiquyet.errors import NghiquyetError
from nghiquyet.formats.writing import PART_SUFFIX, write_atomically

NAME = ".nghiquyet.jsonl"
LOCK = ".nghiquyet.lock"


@contextmanager
def the_only_run(folder: Path) -> Iterator[None]:
    """Holds ``folder`` for one run, and clears away what a run that was killed had begun to write.

    The system lets the lock go when its process ends, however that ends. Raises NghiquyetError where another run holds it
    or the folder cannot be written to.
    """
    try:
        with FileLock(folder / LOCK, timeout=0):
            for part in folder.rglob(f".nghiquyet.*{PART_SUFFIX}"):
                part.unlink(missing_ok=True)
            yield
    except Timeout as error:
        raise failure(NghiquyetError, "error.busy", path=str(folder)) from error
    except OSError as error:
        raise failure(NghiquyetError, "error.write", path=str(folder), reason=error.strerror or str(error)) from error


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: what came of it, and what it was then."""

    file: str
    status: str
    """converted, set_aside, unreadable, unwritable, failed."""
    outputs: tuple[str, ...] = ()
    kind: str = ""
    pages: int = 0
    documents: int = 0
    divisions: int = 0
    targets: int = 0
    tasks: int = 0
    references: int = 0
    repairs: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    needs_human: bool = True
    reasons: tuple[str, ...] = ()
    identity: str = ""
    """Of a document whose number, date and issuer are known; empty otherwise."""
    duplicate_of: str = ""
    message: str = ""
    size: int = -1
    modified: int = -1
    sha256: str = ""
    settings: str = ""


REPORTED = tuple(item.name for item in fields(Entry) if item.name not in ("size", "modified", "sha256", "settings"))
"""The columns of report.csv."""


@dataclass(slots=True)
class Journal:
    """The entries of a folder of outputs, in a file that is only ever added to while a batch runs."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    cut_short: bool = False
    """Whether the last line has no end, as a crash leaves it: the next entry begins a line of its own."""

    @classmethod
    def open(cls, folder: Path) -> "Journal":
        """The journal of ``folder``; a line that a crash cut short is passed over."""
        journal = cls(folder / NAME)
        if journal.path.is_file():
            lines = journal.path.read_text("utf-8", "replace").split("\n")
            for line in lines:
                try:
                    raw: dict[str, Any] = json.loads(line)
                    entry = _entry(raw)
                except (ValueError, TypeError, AttributeError):
                    continue
                journal.entries[entry.file] = entry
            journal.cut_short = bool(lines[-1])
        return journal

    def add(self, entry: Entry) -> None:
        """Writes one entry behind the others."""
        self.entries[entry.file] = entry
        with self.path.open("a", encoding="utf-8") as file:
            file.write(("\n" if self.cut_short else "") + _line(entry))
        self.cut_short = False

    def close(self, files: Iterable[str]) -> None:
        """Keeps the entries of ``files``, one line each."""
        kept = [self.entries[name] for name in files if name in self.entries]
        write_atomically(self.path, "".join(map(_line, kept)).encode("utf-8", "surrogateescape"))


def _entry(raw: dict[str, Any]) -> Entry:
    """An entry as it was written; raises TypeError for a line of another version."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}
    return Entry(**values)


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry)) + "\n"
