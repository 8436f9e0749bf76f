"""The commands of researchers: ``compare``, ``table`` and ``series``; and pages of documents."""

import io
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from nghiquyet.cli.failing import EXIT_UNREADABLE, Failing
from nghiquyet.cli.inputs import Opened, expanded, open_document, with_progress
from nghiquyet.cli.screen import PAGE_WIDTH, notices, output, waiting
from nghiquyet.diagnostics import Language, failure, message
from nghiquyet.errors import NghiquyetError, ReadError, UnsupportedFormat
from nghiquyet.formats.plots import PICTURES
from nghiquyet.formats.writing import write_atomically
from nghiquyet.model import Document, ValueKind

_MOST_NEAR = 8
_COMPARED = ("text", "json", "html", *PICTURES)


def add_research(app: typer.Typer, language: Language) -> None:
    """Adds the commands to the application."""

    def say(code: str) -> str:
        return message(code, {}, language)

    output_option = typer.Option("-o", "--output", help=say("cli.file_out"))
    encoding_option = typer.Option("--encoding", help=say("cli.encoding"))
    profile_option = typer.Option("--profile", help=say("cli.profile"))

    @app.command(help=say("cli.compare"))
    def compare(
        before: Annotated[str, typer.Argument(help=say("cli.before"))],
        after: Annotated[str, typer.Argument(help=say("cli.after"))],
        to: Annotated[str | None, typer.Option("--to", help=say("cli.compare_to"))] = None,
        out: Annotated[Path | None, output_option] = None,
        encoding: Annotated[str | None, encoding_option] = None,
        profile: Annotated[str | None, profile_option] = None,
    ) -> None:
        with Failing(language):
            if before == after == "-":
                raise typer.BadParameter(say("cli.one_stdin"))
            known = _format(to, out, _COMPARED)
            with waiting(say("cli.comparing")):
                from nghiquyet.comparison import compare as compare_documents

                found = compare_documents(*(open_document(file, encoding, profile) for file in (before, after)))
            match known:
                case "text":
                    from nghiquyet.cli.changes import print_changes

                    _print(out, lambda console: print_changes(found, console, language))
                case "json":
                    write(out, found.model_dump_json(indent=1).encode() + b"\n")
                case "html":
                    from nghiquyet.formats.html_view import dump_comparison

                    write(out, dump_comparison(found, language))
                case _:
                    from nghiquyet.formats.plots import picture, plot_results

                    write(out, picture(plot_results(found, language), known), language)

    @app.command(help=say("cli.table"))
    def table(
        files: Annotated[list[str] | None, typer.Argument(help=say("cli.table_files"))] = None,
        what: Annotated[str, typer.Option("--what", help=say("cli.what"))] = "measures",
        to: Annotated[str | None, typer.Option("--to", help=say("cli.table_to"))] = None,
        out: Annotated[Path | None, output_option] = None,
        encoding: Annotated[str | None, encoding_option] = None,
        profile: Annotated[str | None, profile_option] = None,
    ) -> None:
        with Failing(language):
            from nghiquyet.formats import tables

            if what == "codebook":
                book = "csv" if _format(to, out, ("md", "csv")) == "csv" else "md"
                # UTF-8 with the mark by which Excel knows it, as the tables have.
                write(out, tables.codebook("csv").encode("utf-8-sig") if book == "csv" else tables.codebook().encode())
                return
            if not files:
                raise typer.BadParameter(say("cli.no_files"))
            known = _format(to, out, tuple(tables.WRITERS))
            opened = Opened(_documents(files), encoding, profile, language)
            write(out, tables.table(what, opened).to_bytes(known), language)
            if opened.failed:
                raise typer.Exit(EXIT_UNREADABLE)

    @app.command(help=say("cli.series"))
    def series(
        indicator: Annotated[str, typer.Argument(help=say("cli.indicator"))],
        files: Annotated[list[str], typer.Argument(help=say("cli.table_files"))],
        to: Annotated[str | None, typer.Option("--to", help=say("cli.series_to"))] = None,
        out: Annotated[Path | None, output_option] = None,
        scope: Annotated[str | None, typer.Option("--scope", help=say("cli.scope"))] = None,
        kind: Annotated[str | None, typer.Option("--kind", help=say("cli.kind"))] = None,
        sum_merged: Annotated[bool, typer.Option("--sum-merged", help=say("cli.sum_merged"))] = False,
        encoding: Annotated[str | None, encoding_option] = None,
        profile: Annotated[str | None, profile_option] = None,
    ) -> None:
        with Failing(language):
            from nghiquyet.comparison import series as follow
            from nghiquyet.formats import tables

            known = _format(to, out, ("text", "json", *tables.WRITERS, *PICTURES))
            opened = Opened(_documents(files), encoding, profile, language)
            wanted, documents = _value_kind(kind), list(opened)
            found = follow(documents, indicator, scope=scope, value_kind=wanted, sum_merged=sum_merged)
            if all(row.status == "gap" for row in found.rows):
                near = ", ".join(_nearest(indicator, documents))
                words = message("cli.no_figure", {"name": indicator, "known": near or "—"}, language)
                notices().print(words, markup=False)
            if known == "text":
                from nghiquyet.cli.changes import print_series

                _print(out, lambda console: print_series(found, console, language))
            elif known == "json":
                write(out, found.model_dump_json(indent=1).encode() + b"\n")
            elif known in PICTURES:
                from nghiquyet.formats.plots import picture, plot_series

                write(out, picture(plot_series(found, language), known), language)
            else:
                write(out, tables.series_table(found).to_bytes(known), language)
            if opened.failed:
                raise typer.Exit(EXIT_UNREADABLE)


def _format(named: str | None, out: Path | None, known: tuple[str, ...]) -> str:
    """The format that was named, else that of the suffix of the file to write, else the first."""
    if named is None:
        suffix = out.suffix.removeprefix(".").lower() if out is not None else ""
        return suffix if suffix in known else known[0]
    if named.lower() not in known:
        raise failure(UnsupportedFormat, "error.no_such_format", name=named, known=", ".join(known))
    return named.lower()


def _value_kind(named: str | None) -> ValueKind | None:
    for kind in ("level", "share", "growth", "change", "ratio", "rank", "count", "none"):
        if named == kind:
            return kind
    if named is not None:
        known = "level, share, growth, change, ratio, rank, count"
        raise failure(UnsupportedFormat, "error.no_such_kind", name=named, known=known)
    return None


def _nearest(name: str, documents: Iterable[Document]) -> list[str]:
    """The indicators of the documents that are called most like ``name``."""
    from rapidfuzz import process

    known = sorted(
        {measure.indicator_id for document in documents for measure in document.measures if measure.indicator_id}
    )
    return [found for found, _, _ in process.extract(name, known, limit=_MOST_NEAR)]


def _documents(files: list[str]) -> list[str]:
    found = expanded(files)
    if not found:
        raise failure(ReadError, "error.no_documents", path=", ".join(files))
    return found


def view_documents(
    files: list[str],
    out: Path | None,
    images: Path | None,
    encoding: str | None,
    profile: str | None,
    language: Language,
) -> None:
    """Writes the page of each document, with the pictures of a folder when one is given."""
    from nghiquyet.formats.html_view import dump

    if len(files) > 1 and (out is None or not out.is_dir()):
        raise failure(NghiquyetError, "error.several_to_one")
    if len(files) > 1 and images is not None:
        raise typer.BadParameter(message("cli.images_of_one", {}, language))
    pictures = _pictures(images) if images is not None else []
    for file in with_progress(files, message("cli.converting", {}, language)):
        document = open_document(file, encoding, profile)
        try:
            page = dump(document, language, pictures)
        except OSError as error:
            path = str(error.filename or images)
            raise failure(ReadError, "error.unreadable", path=path, reason=error.strerror or str(error)) from error
        name = "stdin" if file == "-" else Path(file).stem
        write(out / f"{name}.html" if out is not None and out.is_dir() else out, page)


_PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif")
"""What a browser shows."""


def _pictures(folder: Path) -> list[Path]:
    """The pictures in a folder, by name; numbers in names as numbers, so that page 10 comes behind page 9."""
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in _PICTURE_SUFFIXES]
    except OSError as error:
        raise failure(ReadError, "error.unreadable", path=str(folder), reason=error.strerror or str(error)) from error
    if not found:
        raise failure(ReadError, "error.no_pictures", path=str(folder), known=", ".join(_PICTURE_SUFFIXES))
    return sorted(found, key=lambda path: [part.zfill(12) if part.isdigit() else part for part in _parts(path.name)])


def _parts(name: str) -> list[str]:
    return re.split(r"(\d+)", name)


def _print(out: Path | None, show: Callable[[Console], None]) -> None:
    """To the screen, or to a file as it would stand on a page."""
    if out is None:
        show(output())
        return
    text = io.StringIO()
    show(Console(file=text, highlight=False, width=PAGE_WIDTH))
    write(out, text.getvalue().encode("utf-8", "backslashreplace"))


def write(out: Path | None, data: bytes, language: Language = "en") -> None:
    """To a file, whole or not at all, or to standard output; bytes that are no text not to a terminal."""
    if out is None:
        if b"\0" in data and sys.stdout.isatty():
            raise typer.BadParameter(message("cli.no_text", {}, language))
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        write_atomically(out, data)
    except OSError as error:
        raise failure(NghiquyetError, "error.write", path=str(out), reason=error.strerror or str(error)) from error
