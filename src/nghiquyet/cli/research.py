"""The commands of researchers: ``compare`` and ``table``; and pages of documents."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from nghiquyet.cli.changes import print_changes
from nghiquyet.cli.failing import Failing
from nghiquyet.cli.screen import output
from nghiquyet.diagnostics import Language, failure, message
from nghiquyet.errors import NghiquyetError, UnsupportedFormat
from nghiquyet.formats import FORMATS, load
from nghiquyet.formats.writing import write_atomically
from nghiquyet.model import Document
from nghiquyet.options import Options
from nghiquyet.pipeline import parse_source, text_files
from nghiquyet.readers import read, read_data

_CONVERTED = tuple(known.suffix for known in FORMATS)


def add_research(app: typer.Typer, language: Language) -> None:
    """Adds the commands to the application."""

    def say(code: str) -> str:
        return message(code, {}, language)

    @app.command(help=say("cli.compare"))
    def compare(
        before: Annotated[str, typer.Argument(help=say("cli.before"))],
        after: Annotated[str, typer.Argument(help=say("cli.after"))],
        to: Annotated[str, typer.Option("--to", help=say("cli.compare_to"))] = "text",
        out: Annotated[Path | None, typer.Option("-o", "--output", help=say("cli.output"))] = None,
    ) -> None:
        with Failing(language):
            if to not in ("text", "json", "html"):
                raise failure(UnsupportedFormat, "error.no_such_format", name=to, known="text, json, html")
            from nghiquyet.comparison import compare as compare_documents

            found = compare_documents(open_document(before), open_document(after))
            if to == "text":
                print_changes(found, output(), language)
                return
            if to == "json":
                write(out, found.model_dump_json(indent=1).encode() + b"\n")
                return
            from nghiquyet.formats.html_view import dump_comparison

            write(out, dump_comparison(found, language))

    @app.command(help=say("cli.table"))
    def table(
        files: Annotated[list[str] | None, typer.Argument(help=say("cli.table_files"))] = None,
        what: Annotated[str, typer.Option("--what", help=say("cli.what"))] = "measures",
        to: Annotated[str, typer.Option("--to", help=say("cli.table_to"))] = "csv",
        out: Annotated[Path | None, typer.Option("-o", "--output", help=say("cli.output"))] = None,
    ) -> None:
        with Failing(language):
            from nghiquyet.formats import tables

            if what == "codebook":
                # UTF-8 with the mark by which Excel knows it, as the tables have.
                write(
                    out, tables.codebook("csv").encode("utf-8-sig") if to == "csv" else tables.codebook("md").encode()
                )
                return
            found = tables.table(what, (open_document(file) for file in expanded(files or ())))
            write(out, found.to_bytes(to))


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
    pictures = sorted(path for path in images.iterdir() if path.is_file()) if images is not None else []
    for file in files:
        page = dump(open_document(file, encoding, profile), language, pictures)
        name = "stdin" if file == "-" else Path(file).stem
        write(out / f"{name}.html" if out is not None and out.is_dir() else out, page)


def expanded(files: list[str] | tuple[()]) -> list[str]:
    """Folders as the documents inside them: texts, and what was converted, in name order."""
    found: list[str] = []
    for file in files:
        if file != "-" and Path(file).is_dir():
            converted = (path for path in Path(file).rglob("*") if path.suffix.lower() in _CONVERTED)
            found += map(str, sorted({*text_files([file]), *converted}))
        else:
            found.append(file)
    return found


def open_document(file: str, encoding: str | None = None, profile: str | None = None) -> Document:
    """The document in a text, or in a file that was converted before."""
    if file != "-" and Path(file).suffix.lower() in _CONVERTED:
        return load(file)
    source = read_data(sys.stdin.buffer.read(), None, encoding) if file == "-" else read(file, encoding)
    return parse_source(source, Options(profile=profile))


def write(out: Path | None, data: bytes) -> None:
    """To a file, whole or not at all, or to standard output."""
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        write_atomically(out, data)
    except OSError as error:
        raise failure(NghiquyetError, "error.write", path=str(out), reason=error.strerror or str(error)) from error
