"""The command line, as people call it: output, errors that teach, exit codes, languages, pipes."""

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import nghiquyet
from nghiquyet.cli import main, research

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "corpus/documents/bac-giang-2025/source.txt"


class Result:
    """What one call printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    """Calls ``nghiquyet`` in this process."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["nghiquyet", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8", "surrogateescape"), err.decode("utf-8"))

    return call


def test_parse_shows_the_document_at_a_glance(run) -> None:
    """Subject, outline, targets, assignments, citations, diagnostics."""
    shown = run("--lang", "en", "parse", SOURCE)
    assert shown.code == 0
    for words in (
        "về nhiệm vụ lãnh đạo năm 2025",
        "I- MỤC TIÊU",
        "đạt 14%-15%",
        "Văn phòng Tỉnh ủy",
        "233-NQ/TU",
        "no number",
    ):
        assert words in shown.out


def test_parse_speaks_vietnamese(run) -> None:
    """Headings, roles and diagnostics."""
    shown = run("--lang", "vi", "parse", SOURCE)
    for words in ("Cơ quan ban hành", "phấn đấu", "Văn bản không in số, ký hiệu."):
        assert words in shown.out


@pytest.mark.parametrize("known", ["xml", "json"])
def test_convert_writes_what_load_reads(run, known: str, tmp_path: Path) -> None:
    """To a file; to a folder; to standard output, byte for byte the same."""
    target = tmp_path / f"nq.{known}"
    assert run("convert", SOURCE, "--to", known, "-o", target).code == 0
    document = nghiquyet.load(target)
    assert document == nghiquyet.parse_file(SOURCE)
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("convert", SOURCE, "--to", known, "-o", folder).code == 0
    assert (folder / f"source.{known}").read_bytes() == target.read_bytes()
    assert run("convert", SOURCE, "--to", known).out.encode() == target.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"nq.{known}", "out"]


def test_standard_input_is_read(run) -> None:
    """``-`` is standard input, for every command that reads."""
    data = SOURCE.read_bytes()
    converted = run("convert", "-", "--to", "json", stdin=data)
    assert converted.code == 0
    assert json.loads(converted.out)["source"]["name"] is None
    assert run("validate", "-", stdin=converted.out.encode()).code == 0
    assert "I- MỤC TIÊU" in run("parse", "-", stdin=data).out


def test_convert_can_leave_the_source_out(run, tmp_path: Path) -> None:
    """The hash and the length stay."""
    target = tmp_path / "nq.xml"
    assert run("convert", SOURCE, "--source", "none", "-o", target).code == 0
    source = nghiquyet.load(target).source
    assert (source.text, source.length) == (None, 34749)


@pytest.mark.parametrize("known", ["xml", "json"])
def test_convert_can_put_the_source_beside(run, known: str, tmp_path: Path) -> None:
    """The two files together are the document; another text is refused; a pipe has no place beside it."""
    target = tmp_path / f"nq.{known}"
    assert run("convert", SOURCE, "--to", known, "--source", "beside", "-o", target).code == 0
    document = nghiquyet.load(target)
    assert document.source.text is None
    text = (tmp_path / "nq.source.txt").read_bytes().decode()
    assert document.with_source_text(text) == nghiquyet.parse_file(SOURCE)
    with pytest.raises(ValueError, match="not the text"):
        document.with_source_text(text + " ")
    assert run("validate", target).code == 0
    assert run("convert", SOURCE, "--source", "beside").code == 2
    assert run("convert", SOURCE, "--source", "aside", "-o", target).code == 2


def test_validate_tells_right_from_wrong(run, tmp_path: Path) -> None:
    """Exit code 0 and 1; each problem on a line with the file's name."""
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    nghiquyet.dump(nghiquyet.parse_file(SOURCE), good)
    bad.write_bytes(good.read_bytes().replace(b'container="sec_II__para_5', b'container="nowhere', 1))
    assert run("validate", good).code == 0
    found = run("--lang", "en", "validate", good, bad)
    assert found.code == 1
    assert f"{bad}: " in found.out
    assert "nowhere" in found.out
    assert "dòng " in run("--lang", "vi", "validate", bad).out


def test_explain_names_the_rule(run) -> None:
    """The label and the rule that decided, and those that declined."""
    line = SOURCE.read_text("utf-8").split("\n").index("I- MỤC TIÊU") + 1
    shown = run("--lang", "en", "explain", SOURCE, "--line", str(line))
    assert shown.code == 0
    assert "labels.roman" in shown.out
    assert "labels.article" in shown.out


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder / "nothing.txt", "there is no such file"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: _file(folder, b"%PDF-1.7 \x00"), "PDF"),
        (lambda folder: _file(folder, b"PK\x03\x04 \x00"), "ZIP"),
        (lambda folder: _file(folder, bytes(range(256)) * 40), "is no text"),
        (lambda folder: _file(folder, "Nghị quyết".encode() + b"\xff\xfe\xfa"), "not UTF-8"),
    ],
    ids=["missing", "folder", "pdf", "office", "binary", "encoding"],
)
def test_what_cannot_be_read_is_said_in_one_line(run, make, words: str, tmp_path: Path) -> None:
    """Exit code 3, nothing on standard output, what to do about it."""
    path = make(tmp_path)
    for command in (["parse", path], ["convert", path], ["explain", path, "--line", "1"]):
        if command[0] == "convert" and path == tmp_path:
            continue
        failed = run("--lang", "en", *command)
        assert (failed.code, failed.out) == (3, "")
        assert words in failed.err
        assert failed.err.count("\n") == 1


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "tệp.txt"
    path.write_bytes(data)
    return path


def test_a_wrong_encoding_is_said_to_be_wrong(run, tmp_path: Path) -> None:
    """The encoding that was named, not the ones that were not asked for."""
    failed = run("--lang", "en", "parse", "--encoding", "ascii", SOURCE)
    assert failed.code == 3
    assert "not ascii" in failed.err
    assert "no encoding is called utf-9" in run("--lang", "en", "parse", "--encoding", "utf-9", SOURCE).err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_encodings_are_recognised(run, encoding: str, tmp_path: Path) -> None:
    """By their mark, by their zeros, by the letters of Vietnamese."""
    text = "NGHỊ QUYẾT\n\nI- MỤC TIÊU\n\nThu ngân sách đạt 18.000 tỷ đồng.\n"
    if encoding == "cp1258":
        text = "".join(_windows(letter) for letter in text)
    path = tmp_path / "nq.txt"
    path.write_bytes(text.encode(encoding))
    assert "I- MỤC TIÊU" in run("parse", path).out


def _windows(letter: str) -> str:
    """A letter as cp1258 writes it: the tone apart."""
    import unicodedata

    parts = unicodedata.normalize("NFD", letter)
    base, tones = parts[0], [mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
    shape = [mark for mark in parts[1:] if mark not in tones]
    return unicodedata.normalize("NFC", base + "".join(shape)) + "".join(tones)


def test_wrong_commands_exit_with_two(run) -> None:
    """Usage errors."""
    assert run("nothing").code == 2
    assert run("convert").code == 2
    assert run("explain", SOURCE).code == 2


def test_an_unknown_format_names_the_known(run) -> None:
    """In the language of the caller."""
    assert "known are xml, json" in run("--lang", "en", "convert", SOURCE, "--to", "yaml").err
    assert "có: xml, json" in run("--lang", "vi", "convert", SOURCE, "--to", "yaml").err


def test_what_cannot_be_written_exits_with_four(run, tmp_path: Path) -> None:
    """And leaves nothing behind."""
    failed = run("--lang", "en", "convert", SOURCE, "-o", tmp_path / "no folder" / "nq.xml")
    assert failed.code == 4
    assert list(tmp_path.iterdir()) == []


def test_several_files_want_a_folder(run, tmp_path: Path) -> None:
    """Two inputs cannot go into one file."""
    failed = run("--lang", "en", "convert", SOURCE, SOURCE, "-o", tmp_path / "one.xml")
    assert failed.code == 3
    assert "let -o be a folder" in failed.err


@pytest.mark.parametrize("command", ["parse", "convert", "validate", "explain", "compare", "table", "series"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_help_has_an_example(run, command: str, language: str) -> None:
    """Every command, in both languages."""
    shown = run("--lang", language, command, "--help")
    assert shown.code == 0
    assert f"nghiquyet {command} " in shown.out
    assert ("Ví dụ" if language == "vi" else "Example") in shown.out


def test_the_version_is_that_of_the_package(run) -> None:
    """``--version`` prints it alone."""
    assert run("--version").out == f"nghiquyet {nghiquyet.__version__}\n"


def test_vietnamese_survives_a_terminal_that_knows_no_unicode() -> None:
    """An ASCII locale gets UTF-8 all the same; a pipe gets no progress and no colours."""
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", "from nghiquyet.cli import main; main()", "parse", str(SOURCE)]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU" in done.stdout.decode("utf-8")
    assert b"\x1b[" not in done.stdout
    assert done.stderr == b""


def test_compare_says_what_changed(run, tmp_path: Path) -> None:
    """As text, as JSON, as a page; converted documents are read as well as texts."""
    later = tmp_path / "later.txt"
    later.write_text(SOURCE.read_text("utf-8").replace("37,5%", "38,5%"), "utf-8")
    shown = run("--lang", "en", "compare", SOURCE, later)
    assert shown.code == 0
    assert "+1 percentage points" in shown.out
    assert "raised" in shown.out
    assert run("convert", SOURCE, "-o", tmp_path / "first.json", "--to", "json").code == 0
    changes = json.loads(run("compare", tmp_path / "first.json", later, "--to", "json").out)
    assert [change["absolute"] for change in changes["measures"] if change["indicator_id"] == "forest_cover"] == ["1"]
    assert run("compare", SOURCE, later, "--to", "html", "-o", tmp_path / "changes.html").code == 0
    assert 'class="tag raised"' in (tmp_path / "changes.html").read_text("utf-8")
    assert run("compare", SOURCE, later, "--to", "odt").code == 3


EXAMPLES = [ROOT / f"corpus/documents/example-annual-{year}/source.txt" for year in (2023, 2024, 2025)]


def test_compare_goes_into_a_file_or_comes_from_a_pipe(run, tmp_path: Path) -> None:
    """Text as well; the suffix says what is wanted; standard input is one of the two."""
    assert run("--lang", "vi", "compare", *EXAMPLES[:2], "-o", tmp_path / "changes.txt").code == 0
    text = (tmp_path / "changes.txt").read_text("utf-8")
    assert text == run("--lang", "vi", "compare", *EXAMPLES[:2]).out
    assert "Kết quả so với chỉ tiêu trước" in text
    assert run("compare", *EXAMPLES[:2], "-o", tmp_path / "changes.json").code == 0
    piped = run("compare", EXAMPLES[0], "-", "--to", "json", stdin=EXAMPLES[1].read_bytes())
    names = [json.loads(found)["measures"] for found in (piped.out, (tmp_path / "changes.json").read_text("utf-8"))]
    assert names[0] == names[1]
    assert run("compare", "-", "-").code == 2
    assert run("compare", EXAMPLES[0], tmp_path / "none.txt").code == 3
    assert run("compare", *EXAMPLES[:2], "-o", tmp_path / "no folder" / "changes.html").code == 4


def test_pictures_of_a_comparison_and_a_series(run, tmp_path: Path) -> None:
    """By the suffix of the file."""
    pytest.importorskip("matplotlib", reason="the extra research is not installed")
    assert run("compare", *EXAMPLES[:2], "-o", tmp_path / "results.svg").code == 0
    assert run("series", "grdp_growth", *EXAMPLES, "-o", tmp_path / "growth.png").code == 0
    assert (tmp_path / "results.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "growth.png").read_bytes().startswith(b"\x89PNG")


def test_pictures_are_not_poured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """They go into a file or a pipe."""
    poured = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(poured, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", poured)
    with pytest.raises(typer.BadParameter, match="give -o a file"):
        research.write(None, b"\x89PNG\x00")
    research.write(None, b"plain")
    assert poured.buffer.getvalue() == b"plain"


def test_series_shows_figures_and_gaps(run, tmp_path: Path) -> None:
    """On the screen, as rows, as JSON; by id or by name; an unknown kind is refused."""
    shown = run("--lang", "en", "series", "Thu ngân sách nhà nước trên địa bàn", *EXAMPLES)
    assert shown.code == 0
    for words in ("9,240 billion VND (estimate)", ">10,500 billion VND", "đạt 12,3 nghìn tỷ đồng"):
        assert words in shown.out
    assert "(no figure)" in run("--lang", "en", "series", "Tỷ lệ hộ nghèo", *EXAMPLES).out
    rows = list(csv.DictReader(io.StringIO(run("series", "poverty_rate", *EXAMPLES, "--to", "csv").out[1:])))
    assert [(row["year"], row["status"]) for row in rows if row["role"] == "achieved"] == [
        ("2022", "figure"), ("2023", "gap"), ("2024", "figure"),
    ]  # fmt: skip
    found = json.loads(run("series", "grdp_growth", *EXAMPLES, "--to", "json", "--kind", "growth").out)
    assert found["unit"] == "%"
    none = run("--lang", "en", "series", "grdp", *EXAMPLES[:1])
    assert none.code == 0
    assert "no document has a figure" in none.err
    assert "grdp_growth" in none.err
    failed = run("--lang", "en", "series", "grdp_growth", *EXAMPLES, "--kind", "speed")
    assert (failed.code, failed.out) == (3, "")
    assert "no kind of value is called speed" in failed.err


def test_table_writes_rows(run, tmp_path: Path) -> None:
    """Of a folder; the codebook needs no file; names that are none are refused."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_bytes(SOURCE.read_bytes())
    shown = run("table", folder, "--what", "tasks")
    assert shown.out.startswith("\ufeffdocument,file,number")
    assert run("table", folder, "--what", "coverage", "-o", tmp_path / "coverage.csv").code == 0
    assert "Bắc Giang" in (tmp_path / "coverage.csv").read_text("utf-8-sig")
    assert "## panel" in run("table", "--what", "codebook", "--to", "md").out
    assert run("table", folder, "--what", "figures").code == 3
    assert run("table", "--what", "tasks").code == 2
    assert run("table", "-", "--what", "tasks", stdin=SOURCE.read_bytes()).out.count("\n") == shown.out.count("\n")


def test_table_passes_over_what_cannot_be_read(run, tmp_path: Path) -> None:
    """And says so, with exit code 3; a text that was there before is not counted twice, nor is that beside its document."""
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 \x00")
    (tmp_path / "one.txt").write_bytes(SOURCE.read_bytes())
    assert run("convert", SOURCE, "--source", "beside", "-o", tmp_path / "two.xml").code == 0
    (tmp_path / "other.xml").write_text("<other/>", "utf-8")
    shown = run("--lang", "en", "table", tmp_path, "--what", "coverage")
    assert shown.code == 3
    assert "broken.pdf" in shown.err
    assert "two.xml: the same text as" in shown.err
    (row,) = csv.DictReader(io.StringIO(shown.out[1:]))
    assert row["documents"] == "1"


@pytest.mark.parametrize("to", ["jsonl", "parquet", "xlsx", "dta"])
def test_tables_in_every_format(run, to: str, tmp_path: Path) -> None:
    """The suffix of the file says which."""
    if to != "jsonl":
        pytest.importorskip("pandas", reason="the extra research is not installed")
    assert run("table", SOURCE, "--what", "panel", "-o", tmp_path / f"panel.{to}").code == 0
    data = (tmp_path / f"panel.{to}").read_bytes()
    assert data.startswith({"jsonl": b"{", "parquet": b"PAR1", "xlsx": b"PK", "dta": b"<stata_dta>"}[to])
    assert run("table", SOURCE, "--what", "panel", "--to", to).code == 0


def test_convert_makes_a_page(run, tmp_path: Path) -> None:
    """In the language of the caller."""
    assert run("--lang", "vi", "convert", SOURCE, "--to", "html", "-o", tmp_path / "page.html").code == 0
    assert '<html lang="vi">' in (tmp_path / "page.html").read_text("utf-8")


def test_convert_makes_pages_of_a_folder(run, tmp_path: Path) -> None:
    """With ``--out`` as any other format: resumable, in the language of the caller."""
    (tmp_path / "in").mkdir()
    for number, path in enumerate(EXAMPLES):
        (tmp_path / "in" / f"{number}.txt").write_bytes(path.read_bytes())
    assert run("--lang", "en", "convert", tmp_path / "in", "--to", "html", "--out", tmp_path / "out").code == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("*.html")) == ["0.html", "1.html", "2.html"]
    assert (
        "done before" in run("--lang", "en", "convert", tmp_path / "in", "--to", "html", "--out", tmp_path / "out").out
    )
    assert run("--lang", "vi", "convert", tmp_path / "in", "--to", "html", "--out", tmp_path / "out").code == 0
    assert '<html lang="vi">' in (tmp_path / "out/0.html").read_text("utf-8")


def test_a_page_of_a_converted_document(run, tmp_path: Path) -> None:
    """It has the text that stands beside the document, or says that there is none."""
    assert run("convert", SOURCE, "--source", "beside", "-o", tmp_path / "nq.xml").code == 0
    page = run("convert", tmp_path / "nq.xml", "--to", "html").out
    assert page == run("convert", SOURCE, "--to", "html").out
    (tmp_path / "nq.source.txt").unlink()
    assert "--source embed" in run("--lang", "en", "convert", tmp_path / "nq.xml", "--to", "html").out


def test_pictures_of_the_pages(run, tmp_path: Path) -> None:
    """In the order of their numbers; of one document only; a folder without pictures is refused."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    assert run("convert", SOURCE, "--to", "html", "--images", folder).code == 3
    for name in ("page-10.png", "page-9.png"):
        (folder / name).write_bytes(name.encode())
    page = run("convert", SOURCE, "--to", "html", "--images", folder).out
    pictures = [base64.b64decode(found).decode() for found in re.findall(r'src="data:image/png;base64,([^"]+)"', page)]
    assert pictures == ["page-9.png", "page-10.png"]
    assert run("convert", SOURCE, "--images", folder).code == 2
    assert run("convert", SOURCE, EXAMPLES[0], "--to", "html", "--images", folder, "-o", tmp_path).code == 2
