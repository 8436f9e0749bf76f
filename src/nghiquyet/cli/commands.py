"""The commands, built in the language of whoever calls."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from nghiquyet.cli.failing import EXIT_UNREADABLE, EXIT_UNWRITABLE, Failing
from nghiquyet.cli.inputs import expanded, with_progress
from nghiquyet.cli.outputs import Keep, Kind, dumped, kind_named, write_document
from nghiquyet.cli.research import add_research, view_documents
from nghiquyet.cli.screen import output
from nghiquyet.diagnostics import Language, failure, message
from nghiquyet.errors import NghiquyetError, ReadError
from nghiquyet.formats import problems
from nghiquyet.model import Document
from nghiquyet.options import Options
from nghiquyet.pipeline import parse_source, text_files
from nghiquyet.readers import read, read_data
from nghiquyet.records import SourceText
from nghiquyet.supplied import read_sheet
from nghiquyet.version import __version__

EXIT_INVALID = 1


def build(language: Language) -> typer.Typer:
    """The application, its help in ``language``."""

    def say(code: str) -> str:
        return message(code, {}, language)

    app = typer.Typer(
        help=say("cli.about") + "\n\n" + say("cli.exit_codes"),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    encoding_option = typer.Option("--encoding", help=say("cli.encoding"))
    profile_option = typer.Option("--profile", help=say("cli.profile"))

    @app.callback(invoke_without_command=True)
    def common(
        lang: Annotated[str | None, typer.Option("--lang", help=say("cli.lang"))] = None,
        version: Annotated[bool, typer.Option("--version", help=say("cli.version"))] = False,
    ) -> None:
        if version:
            typer.echo(f"nghiquyet {__version__}")
            raise typer.Exit

    @app.command(help=say("cli.parse"))
    def parse(
        file: Annotated[str, typer.Argument(help=say("cli.file"))],
        encoding: Annotated[str | None, encoding_option] = None,
        profile: Annotated[str | None, profile_option] = None,
    ) -> None:
        with Failing(language):
            from nghiquyet.cli.overview import print_overview

            print_overview(_document(file, encoding, _options(profile)), output(), language)

    @app.command(help=say("cli.convert"))
    def convert(
        files: Annotated[list[str], typer.Argument(help=say("cli.files"))],
        to: Annotated[str, typer.Option("--to", help=say("cli.to"))] = "xml",
        out: Annotated[Path | None, typer.Option("-o", "--output", help=say("cli.output"))] = None,
        encoding: Annotated[str | None, encoding_option] = None,
        profile: Annotated[str | None, profile_option] = None,
        source: Annotated[Keep, typer.Option("--source", help=say("cli.source"))] = Keep.embed,
        folder: Annotated[Path | None, typer.Option("--out", help=say("cli.out"))] = None,
        jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help=say("cli.jobs"))] = os.cpu_count() or 1,
        sheet: Annotated[Path | None, typer.Option("--metadata", help=say("cli.metadata"))] = None,
        allow_marked: Annotated[bool, typer.Option("--allow-marked", help=say("cli.allow_marked"))] = False,
        images: Annotated[Path | None, typer.Option("--images", help=say("cli.images"))] = None,
    ) -> None:
        with Failing(language):
            if images is not None and (folder is not None or to.lower() != "html"):
                raise typer.BadParameter(say("cli.images_of_one"))
            if folder is None and to.lower() == "html":
                view_documents(expanded(files), out, images, encoding, profile, language)
                return
            options = _options(profile)
            if folder is not None:
                from nghiquyet.cli.batch import Settings
                from nghiquyet.cli.folders import convert_folder

                rows = read_sheet(sheet) if sheet is not None else {}
                kind_named(to, language)
                settings = Settings(to, folder, options, encoding, language, jobs, allow_marked, rows, source)
                code = convert_folder(files, settings)
                if code:
                    raise typer.Exit(code)
                return
            _convert(_expanded(files), kind_named(to, language), out, encoding, options, source, language)

    @app.command(help=say("cli.validate"))
    def validate(files: Annotated[list[str], typer.Argument(help=say("cli.documents"))]) -> None:
        with Failing(language):
            if not _validate(files, language):
                raise typer.Exit(EXIT_INVALID)

    @app.command(help=say("cli.explain"))
    def explain(
        file: Annotated[str, typer.Argument(help=say("cli.file"))],
        line: Annotated[int, typer.Option("--line", "-n", min=1, help=say("cli.line"))],
        encoding: Annotated[str | None, encoding_option] = None,
        profile: Annotated[str | None, profile_option] = None,
    ) -> None:
        with Failing(language):
            from nghiquyet.cli.reasons import print_reasons

            print_reasons(_source(file, encoding), file, line, _options(profile), output(), language)

    add_research(app, language)
    return app


def _options(profile: str | None) -> Options:
    return Options(profile=profile)


def _source(file: str, encoding: str | None) -> SourceText:
    return read_data(sys.stdin.buffer.read(), None, encoding) if file == "-" else read(file, encoding)


def _document(file: str, encoding: str | None, options: Options) -> Document:
    return parse_source(_source(file, encoding), options)


def _expanded(files: Iterable[str]) -> list[str]:
    """Folders as the text files inside them, in name order."""
    return [str(path) for file in files for path in ([file] if file == "-" else text_files([file]))]


def _convert(
    files: list[str],
    known: Kind,
    out: Path | None,
    encoding: str | None,
    options: Options,
    keep: Keep,
    language: Language,
) -> None:
    if len(files) > 1 and out is not None and not out.is_dir():
        raise failure(NghiquyetError, "error.several_to_one")
    if keep is Keep.beside and out is None:
        raise typer.BadParameter(message("cli.beside_what", {}, language))
    for file in with_progress(files, message("cli.converting", {}, language)):
        document = _document(file, encoding, options)
        if out is None:
            sys.stdout.buffer.write(dumped(document, known, keep))
            sys.stdout.buffer.flush()
            continue
        target = out / f"{Path(file).stem if file != '-' else 'stdin'}{known.suffix}" if out.is_dir() else out
        write_document(document, target, known, keep)


def _validate(files: list[str], language: Language) -> bool:
    console = output()
    valid = True
    for file in files:
        try:
            data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except FileNotFoundError as error:
            raise failure(ReadError, "error.missing", path=file) from error
        except OSError as error:
            raise failure(ReadError, "error.unreadable", path=file, reason=error.strerror or str(error)) from error
        found = problems(data)
        if not found:
            console.print(message("cli.valid", {"path": file}, language), markup=False)
            continue
        valid = False
        for problem in found:
            console.print(f"{file}: {problem.words(language)}", markup=False, soft_wrap=True)
    return valid


__all__ = ["EXIT_INVALID", "EXIT_UNREADABLE", "EXIT_UNWRITABLE", "build"]
