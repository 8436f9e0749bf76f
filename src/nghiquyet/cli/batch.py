"""``convert FOLDER --out DIR``: many files, in parallel, each written whole or not at all; one bad file stops nothing."""

import csv
import hashlib
import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from nghiquyet.cli.doubts import reasons, repairs_of
from nghiquyet.cli.journal import NAME, REPORTED, Entry, Journal
from nghiquyet.cli.outputs import Keep, kind_named, write_document
from nghiquyet.diagnostics import Language, failure, in_language
from nghiquyet.errors import NghiquyetError
from nghiquyet.formats.writing import write_atomically
from nghiquyet.model import Division, Document
from nghiquyet.options import Options
from nghiquyet.pipeline import is_document, parse_source
from nghiquyet.pipeline import parts as parts_of
from nghiquyet.readers import read
from nghiquyet.supplied import Row, row_of, with_supplied
from nghiquyet.version import __version__

REPORT = "report.csv"


@dataclass(frozen=True, slots=True)
class Job:
    """One file to convert, as a worker gets it."""

    path: str
    name: str
    """Below the folder that was named: what report and journal call it."""
    target: str
    """The output without its suffix."""
    to: str
    options: Options
    encoding: str | None
    language: Language
    allow_marked: bool
    row: Row | None
    keep: Keep
    settings: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for all files of a batch."""

    to: str
    out: Path
    options: Options
    encoding: str | None
    language: Language
    jobs: int
    allow_marked: bool
    rows: dict[str, Row]
    keep: Keep = Keep.embed


def found_files(paths: Sequence[str], out: Path) -> list[tuple[Path, str]]:
    """Every document below the folders named, with its name there; files that were named, whatever they are."""
    found: list[tuple[Path, str]] = []
    outputs = out.resolve()
    for named in map(Path, paths):
        if not named.is_dir():
            found.append((named, named.name))
            continue
        for folder, inner, files in os.walk(named):
            here = Path(folder)
            inner[:] = sorted(name for name in inner if not name.startswith(".") and (here / name).resolve() != outputs)
            for name in sorted(files):
                path = here / name
                if is_document(path):
                    found.append((path, path.relative_to(named).as_posix()))
    return found


def jobs_of(files: Sequence[tuple[Path, str]], settings: Settings) -> list[Job]:
    """One job for each file; files whose outputs would have one name keep their suffixes in it."""
    suffix = kind_named(settings.to, settings.language).suffix
    names = _told_apart([name for _, name in files])
    stems = Counter(str(Path(name).with_suffix("")).casefold() for name in names)
    jobs = []
    for (path, _), name in zip(files, names, strict=True):
        stem = Path(name).with_suffix("")
        target = settings.out / (Path(name) if stems[str(stem).casefold()] > 1 else stem)
        row = row_of(settings.rows, path)
        jobs.append(
            Job(
                str(path), name, str(target), settings.to, settings.options, settings.encoding, settings.language,
                settings.allow_marked, row, settings.keep, _key(settings, row, suffix),
            )
        )  # fmt: skip
    return jobs


def _told_apart(names: Sequence[str]) -> list[str]:
    """Names below two folders may be equal: the second gets a number."""
    seen: Counter[str] = Counter()
    told = []
    for name in names:
        seen[name] += 1
        path = Path(name)
        told.append(name if seen[name] == 1 else path.with_name(f"{path.stem}~{seen[name]}{path.suffix}").as_posix())
    return told


def _key(settings: Settings, row: Row | None, suffix: str) -> str:
    """What else the output depends on: another version, option or row makes it again."""
    options = settings.options.model_dump_json()
    # A page has the words of its reader.
    made = f"{suffix} {settings.language}" if suffix == ".html" else suffix
    parts = (__version__, made, options, settings.encoding, settings.allow_marked, settings.keep.value, row)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_done(job: Job, known: Entry | None) -> bool:
    """Whether an earlier run made the outputs of this very file with these very settings."""
    if known is None or known.settings != job.settings or known.status not in ("converted", "set_aside"):
        return False
    try:
        state = Path(job.path).stat()
    except OSError:
        return False
    folder = Path(job.target).parent
    if not all((folder / output).is_file() for output in known.outputs):
        return False
    if (state.st_size, state.st_mtime_ns) == (known.size, known.modified):
        return True
    return state.st_size == known.size and _sha256(Path(job.path)) == known.sha256


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def convert_file(job: Job) -> Entry:
    """Reads, parses and writes one file; what goes wrong stands in the entry."""
    path = Path(job.path)
    try:
        state = path.stat()
        size, modified = state.st_size, state.st_mtime_ns
    except OSError:
        size = modified = -1
    made = Entry(file=job.name, status="unreadable", size=size, modified=modified, settings=job.settings)
    try:
        documents = [parse_source(part, job.options) for part in parts_of(read(path, job.encoding))]
        if job.row is not None:
            documents = [with_supplied(documents[0], job.row), *documents[1:]]
        made = _counted(made, documents)
        if any(mark.kind == "secrecy" for item in documents for mark in item.metadata.marks) and not job.allow_marked:
            return replace(made, status="set_aside")
        return replace(made, status="converted", outputs=_written(job, documents))
    except NghiquyetError as error:
        status = "unwritable" if error.code == "error.write" else "unreadable"
        words = in_language(error, job.language)
        return replace(made, status=status, message=words, needs_human=True, reasons=(error.code,))


def _written(job: Job, documents: Sequence[Document]) -> tuple[str, ...]:
    known = kind_named(job.to, job.language)
    outputs: list[str] = []
    for number, document in enumerate(documents, start=1):
        part = f"-{number}" if len(documents) > 1 else ""
        target = Path(f"{job.target}{part}{known.suffix}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise failure(NghiquyetError, "error.write", path=str(target), reason=reason) from error
        outputs.extend(path.name for path in write_document(document, target, known, job.keep))
    return tuple(outputs)


def _counted(entry: Entry, documents: Sequence[Document]) -> Entry:
    severities = Counter(item.severity for document in documents for item in document.diagnostics)
    why = tuple(dict.fromkeys(reason for document in documents for reason in reasons(document)))
    first = documents[0]
    return replace(
        entry,
        kind=first.source.reader,
        sha256=first.source.sha256 or "",
        pages=max(sum(len(document.source.pages) for document in documents), 0),
        documents=len(documents),
        divisions=sum(isinstance(node, Division) for document in documents for node in document.walk()),
        targets=sum(len(document.targets) for document in documents),
        tasks=sum(len(document.tasks) for document in documents),
        references=sum(len(document.references) for document in documents),
        repairs=sum(map(repairs_of, documents)),
        errors=severities["error"],
        warnings=severities["warning"],
        infos=severities["info"],
        needs_human=bool(why),
        reasons=why,
        identity=(first.metadata.identity or "") if first.metadata.iri and len(documents) == 1 else "",
    )


def run(jobs: Sequence[Job], journal: Journal, workers: int) -> Iterator[Entry]:
    """An entry for each job as it is finished; those that an earlier run did come first, unchanged."""
    todo = []
    for job in jobs:
        known = journal.entries.get(job.name)
        if known is not None and is_done(job, known):
            yield known
        else:
            todo.append(job)
    finished = map(convert_file, todo) if workers < 2 or len(todo) < 2 else _parallel(todo, workers)
    for entry in finished:
        journal.add(entry)
        yield entry


def _parallel(jobs: Sequence[Job], workers: int) -> Iterator[Entry]:
    """Entries from worker processes. A file that kills its worker is tried once more alone, then reported."""
    left = list(reversed(jobs))
    while left:
        broken: list[Job] = []
        with ProcessPoolExecutor(min(workers, len(left))) as pool:
            running: dict[Future[Entry], Job] = {}
            while left or running:
                while left and len(running) < 2 * workers and not broken:
                    job = left.pop()
                    running[pool.submit(convert_file, job)] = job
                if not running:
                    break
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    job = running.pop(future)
                    error = future.exception()
                    if error is None:
                        yield future.result()
                    elif isinstance(error, BrokenProcessPool):
                        broken.append(job)
                    else:
                        yield _failed(job, error)
        for job in broken:
            yield _alone(job)


def _alone(job: Job) -> Entry:
    """One file in a process of its own."""
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(convert_file, job)
        error = future.exception()
        return future.result() if error is None else _failed(job, error)


def _failed(job: Job, error: BaseException) -> Entry:
    words = f"{type(error).__name__}: {error}"
    return Entry(file=job.name, status="failed", message=words[:300], reasons=("failed",), settings=job.settings)


def with_duplicates(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, each that is a document met before naming the first file of it."""
    first: dict[str, str] = {}
    marked = []
    for entry in sorted(entries, key=lambda entry: entry.file):
        of = ""
        for key in (entry.sha256 and f"sha256 {entry.sha256}", entry.identity):
            if key:
                known = first.setdefault(key, entry.file)
                of = of or (known if known != entry.file else "")
        marked.append(replace(entry, duplicate_of=of))
    return marked


def write_report(entries: Sequence[Entry], out: Path) -> None:
    """report.csv: a line for each file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(REPORTED)
    for entry in entries:
        values = asdict(entry)
        writer.writerow([_cell(values[name]) for name in REPORTED])
    write_atomically(out / REPORT, b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "backslashreplace"))


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return " ".join(map(str, value))
    text = str(value)
    # A spreadsheet takes such a text for a formula.
    return f"'{text}" if isinstance(value, str) and text[:1] in "=+-@\t" and text else text


__all__ = [
    "NAME",
    "REPORT",
    "Job",
    "Settings",
    "convert_file",
    "found_files",
    "jobs_of",
    "run",
    "with_duplicates",
    "write_report",
]
