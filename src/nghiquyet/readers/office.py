"""DOC, RTF, ODT: turned into DOCX or text by LibreOffice, antiword or catdoc, whichever is installed."""

import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from nghiquyet.diagnostics import failure
from nghiquyet.errors import ReadError
from nghiquyet.readers.docx import read_docx
from nghiquyet.readers.plain import decoded
from nghiquyet.readers.programs import missing, program
from nghiquyet.records import SourceInfo, SourceText

SECONDS = 120
_OFFICE = ("soffice", "libreoffice")
_SMALL = {"ole": ("antiword", "catdoc"), "rtf": ("catdoc",)}
"""What reads a kind of file where LibreOffice is not installed, the better one first."""
_ARGUMENTS = {"antiword": ("-m", "UTF-8.txt", "-w", "0"), "catdoc": ("-dutf-8", "-w")}
_MEDIA_TYPES = {
    "ole": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
}
_SUFFIXES = {"ole": ".doc", "rtf": ".rtf", "odt": ".odt"}
_COMMANDS = {
    "ole": "apt-get install libreoffice-writer-nogui (hoặc / or antiword)",
    "rtf": "apt-get install libreoffice-writer-nogui (hoặc / or catdoc)",
    "odt": "apt-get install libreoffice-writer-nogui",
}


def read_office(kind: str, data: bytes, info: SourceInfo) -> SourceText:
    """The text of a legacy word processor file; raises MissingDependency where no program for it is installed."""
    path = info.name or "-"
    if kind == "ole" and b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k" in data:
        raise failure(ReadError, "error.encrypted", path=path)
    office = program(_OFFICE)
    small = program(_SMALL.get(kind, ()))
    if office is None and small is None:
        raise missing(path, _SUFFIXES[kind][1:].upper(), "LibreOffice", _COMMANDS[kind])
    with tempfile.TemporaryDirectory(prefix="nghiquyet-") as folder:
        source = Path(folder) / f"source{_SUFFIXES[kind]}"
        source.write_bytes(data)
        if office is not None:
            made = _by_office(office, source, path)
            text = read_docx(made, info)
            reader = "libreoffice"
        else:
            assert small is not None
            reader = Path(small).name
            text = decoded(_run([small, *_ARGUMENTS[reader], str(source)], path), info, "utf-8")
    return replace(text, info=replace(text.info, reader=reader, media_type=_MEDIA_TYPES[kind], encoding=None))


def _by_office(office: str, source: Path, path: str) -> bytes:
    profile = source.parent / "profile"
    _run(
        [
            office, "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
            "--convert-to", "docx", "--outdir", str(source.parent), str(source),
        ],
        path,
    )  # fmt: skip
    made = source.with_suffix(".docx")
    if not made.is_file():
        raise failure(ReadError, "error.program", path=path, program="LibreOffice", reason="no output")
    return made.read_bytes()


def _run(command: list[str], path: str) -> bytes:
    name = Path(command[0]).name
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise failure(ReadError, "error.program", path=path, program=name, reason=f"> {SECONDS} s") from error
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip()[:200] or f"exit {done.returncode}"
        raise failure(ReadError, "error.program", path=path, program=name, reason=reason)
    return done.stdout
