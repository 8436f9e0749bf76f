"""The screen of a batch: progress with rates, the summary, the exit code."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from nghiquyet.cli.batch import REPORT, Job, Settings, found_files, jobs_of, run, with_duplicates, write_report
from nghiquyet.cli.journal import Entry, Journal, the_only_run
from nghiquyet.cli.screen import notices, output
from nghiquyet.diagnostics import failure, message
from nghiquyet.errors import NghiquyetError, ReadError

EXIT_UNREADABLE, EXIT_UNWRITABLE, EXIT_INTERRUPTED = 3, 4, 130
_STATES = ("converted", "skipped", "set_aside", "unreadable", "unwritable", "failed")


def convert_folder(paths: Sequence[str], settings: Settings) -> int:
    """Converts every document below ``paths``; the exit code says whether all could be read and written."""
    out = settings.out
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure(NghiquyetError, "error.write", path=str(out), reason=error.strerror or str(error)) from error
    files = found_files(paths, out)
    if not files:
        raise failure(ReadError, "error.no_documents", path=", ".join(paths))
    jobs = jobs_of(files, settings)
    with the_only_run(out):
        return _convert(jobs, settings)


def _convert(jobs: Sequence[Job], settings: Settings) -> int:
    out = settings.out
    journal = Journal.open(out)
    before = dict(journal.entries)
    entries: list[Entry] = []
    code = 0
    try:
        with _progress(notices(), message("cli.converting", {}, settings.language)) as progress:
            task = progress.add_task("", total=len(jobs))
            for entry in run(jobs, journal, settings.jobs):
                entries.append(entry)
                progress.advance(task)
    except KeyboardInterrupt:
        # What is done is in the journal; the next run goes on from there.
        code = EXIT_INTERRUPTED
    marked = with_duplicates(entries)
    try:
        if not code:
            journal.close(job.name for job in jobs)
        write_report(marked, out)
    except OSError as error:
        raise failure(NghiquyetError, "error.write", path=str(out), reason=error.strerror or str(error)) from error
    skipped = {entry.file for entry in entries if before.get(entry.file) is entry}
    print_summary(marked, skipped, settings, output())
    states = {entry.status for entry in entries}
    if code:
        return code
    if "unwritable" in states:
        return EXIT_UNWRITABLE
    return EXIT_UNREADABLE if states & {"unreadable", "failed"} else 0


class _Rate(ProgressColumn):
    """Files per second."""

    def render(self, task: Task) -> Text:
        """«12.3/s», nothing before the first file."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


def _progress(console: Console, title: str) -> Progress:
    return Progress(
        TextColumn(title), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(),
        console=console, transient=True, disable=not console.is_terminal,
    )  # fmt: skip


def print_summary(entries: Sequence[Entry], skipped: set[str], settings: Settings, console: Console) -> None:
    """How many files came to what, what could not be read and why, where the report is."""

    def say(code: str, **params: str) -> str:
        return message(code, params, settings.language)

    table = Table(box=None)
    for column in ("batch.status", "batch.files", "batch.pages", "batch.needs_human"):
        table.add_column(say(column), justify="left" if column == "batch.status" else "right")
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault("skipped" if entry.file in skipped else entry.status, []).append(entry)
    for state in _STATES:
        group = groups.get(state)
        if group:
            pages = sum(entry.pages for entry in group)
            human = sum(entry.needs_human for entry in group)
            table.add_row(say(f"batch.{state}"), str(len(group)), str(pages) if pages else "–", str(human))
    duplicates = sum(bool(entry.duplicate_of) for entry in entries)
    if duplicates:
        table.add_row(say("batch.duplicates"), str(duplicates), "", "")
    console.print(table)
    for entry in entries:
        if entry.message:
            console.print(f"{entry.file}: {entry.message}", markup=False, soft_wrap=True)
    why = Counter(reason for entry in entries for reason in entry.reasons)
    if why:
        console.print("  ".join(f"{reason} {count}" for reason, count in why.most_common(8)), markup=False)
    console.print(say("cli.remarks", out=str(settings.out), report=REPORT), markup=False, soft_wrap=True)
