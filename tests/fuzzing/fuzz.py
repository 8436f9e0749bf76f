"""Coverage-guided fuzzing: ``python tests/fuzzing/fuzz.py TARGET [--minutes 5]``; ``pip install atheris`` first.

The targets: text (``parse_text``), xml and json (``load``), docx, html and pdf (``read_data`` and the parse of what it
gives). A crash is any exception that the library does not promise, a document whose files do not give it back, or an
input that takes longer than ten seconds; its bytes are written to ``tests/cases/crashes/TARGET-<hash>``, which
``tests/test_crashes.py`` reads from then on.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
CRASHES = ROOT / "tests/cases/crashes"


def targets() -> dict[str, Callable[[bytes], None]]:
    """What each target does with the bytes that it is given; raises what it finds."""
    import nghiquyet
    from nghiquyet.errors import NghiquyetError
    from nghiquyet.formats import FORMATS, Format, format_named
    from nghiquyet.pipeline import parse_source
    from nghiquyet.readers import read_data

    def round_trip(document: nghiquyet.Document) -> None:
        for known in FORMATS:
            assert known.load(known.dump(document)) == document

    def text(data: bytes) -> None:
        round_trip(nghiquyet.parse_text(data.decode("utf-8", "surrogateescape")))

    def file(data: bytes) -> None:
        try:
            source = read_data(data)
        except NghiquyetError:
            return
        round_trip(parse_source(source))

    def loaded(known: Format) -> Callable[[bytes], None]:
        def load(data: bytes) -> None:
            try:
                document = known.load(data)
            except NghiquyetError:
                return
            assert known.load(known.dump(document)) == document

        return load

    return {
        "text": text,
        "html": file,
        "docx": file,
        "pdf": file,
        "xml": loaded(format_named("xml")),
        "json": loaded(format_named("json")),
    }


def seeds(target: str) -> list[bytes]:
    """Inputs to begin with: small documents of the target's kind."""
    sys.path.insert(0, str(ROOT / "tests"))
    import making
    import nghiquyet
    from nghiquyet.formats import format_named

    text = (
        "NGHỊ QUYẾT\nvề nhiệm vụ năm 2025\n\nI- MỤC TIÊU\n1. Thu ngân sách 18.000 tỷ đồng.\n\nII- TỔ CHỨC THỰC HIỆN\n"
    )
    if target == "text":
        return [path.read_bytes()[:4000] for path in sorted(ROOT.glob("corpus/documents/*/source.txt"))]
    if target == "html":
        return [f"<html><body><p><b>{text}</b></p><table><tr><td>1</td></tr></table></body></html>".encode()]
    if target == "docx":
        return [making.docx_file("NGHỊ QUYẾT", "1:0 MỤC TIÊU", "2:0 Thu ngân sách 18.000 tỷ đồng.")]
    if target == "pdf":
        return [making.pdf([[(60, 700, 12, "NGHỊ QUYẾT"), (60, 640, 12, "1. Thu ngân sách 18.000 tỷ đồng.")]])]
    return [format_named(target).dump(nghiquyet.parse_text(text))]


def main() -> None:
    """Runs one target until the time is over or a crash is found."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("target", choices=("text", "xml", "json", "docx", "html", "pdf"))
    options.add_argument("--minutes", type=float, default=5)
    options.add_argument(
        "--folder", type=Path, default=ROOT / ".fuzzing", help="where inputs found on the way are kept"
    )
    chosen = options.parse_args()
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not installed: pip install atheris (Linux, CPython 3.11 to 3.13)")
    with atheris.instrument_imports(include=["nghiquyet"]):
        run = targets()[chosen.target]
    folder = chosen.folder / chosen.target
    folder.mkdir(parents=True, exist_ok=True)
    for data in seeds(chosen.target):
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)

    def one(data: bytes) -> None:
        try:
            run(data)
        except BaseException:
            CRASHES.mkdir(parents=True, exist_ok=True)
            (CRASHES / f"{chosen.target}-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)
            raise

    seconds = max(1, round(chosen.minutes * 60))
    limits = [f"-max_total_time={seconds}", "-timeout=10", "-max_len=20000", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], str(folder), *limits], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
