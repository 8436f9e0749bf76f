"""``convert FOLDER --out DIR``: every file counted, none stops the rest, a second run does nothing twice."""

import csv
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

import making
import nghiquyet
from nghiquyet.cli import batch, folders
from nghiquyet.cli.batch import Settings
from nghiquyet.cli.journal import NAME, Entry, Journal
from nghiquyet.formats import native_xml, problems
from nghiquyet.options import Options
from nghiquyet.supplied import read_sheet, with_supplied

TEXT = """TỈNH ỦY {place}
*
Số {number}-NQ/TU

ĐẢNG CỘNG SẢN VIỆT NAM

{place_name}, ngày 02 tháng 01 năm 2025

NGHỊ QUYẾT
về nhiệm vụ năm 2025

I- MỤC TIÊU

1. Thu ngân sách đạt 18.000 tỷ đồng.

2. Tỷ lệ hộ nghèo giảm còn dưới 1%.

II- NHIỆM VỤ

1. Phát triển công nghiệp.

Nơi nhận:
- Ban Bí thư,
- Lưu Văn phòng Tỉnh ủy.

T/M TỈNH ỦY
BÍ THƯ

Nguyễn Văn An
"""


def _text(number: object, head: str = "") -> str:
    return head + TEXT.format(number=number, place="BẮC GIANG", place_name="Bắc Giang")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder as archives have them: kinds mixed, a damaged file, a copy, one marked secret, data beside them."""
    root = tmp_path / "kho"
    (root / "2025").mkdir(parents=True)
    (root / "một.txt").write_text(_text(1), "utf-8")
    (root / "2025" / "một.txt").write_text(_text(2), "utf-8")
    (root / "2025" / "bản sao.txt").write_text(_text(2) + "\n", "utf-8")
    (root / "hai.docx").write_bytes(making.docx_file("NGHỊ QUYẾT", "1:0 MỤC TIÊU", "2:0 Thu ngân sách."))
    (root / "hai.pdf").write_bytes(making.pdf([[(60, 700, 12, "NGHỊ QUYẾT"), (60, 640, 12, "về nhiệm vụ năm 2025")]]))
    (root / "hỏng.docx").write_bytes(making.docx_file("Một")[:900])
    (root / "mật.txt").write_text(_text(3, "MẬT\n"), "utf-8")
    (root / "ghi chú.csv").write_text("a,b\n", "utf-8")
    (root / ".ẩn.txt").write_text("ẩn", "utf-8")
    return root


def _convert(archive: Path, out: Path, **changes: object) -> int:
    settings = Settings(
        **{
            "to": "xml", "out": out, "options": Options(), "encoding": None, "language": "en", "jobs": 1,
            "allow_marked": False, "rows": {}, **changes,
        }
    )  # fmt: skip
    return folders.convert_folder([str(archive)], settings)


def _report(out: Path) -> dict[str, dict[str, str]]:
    with (out / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder(archive: Path, tmp_path: Path, jobs: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Every document has a line in the report; outputs mirror the folder and are valid; the damaged file is named."""
    out = tmp_path / "ra"
    assert _convert(archive, out, jobs=jobs) == 3
    report = _report(out)
    assert set(report) == {
        "một.txt", "2025/một.txt", "2025/bản sao.txt", "hai.docx", "hai.pdf", "hỏng.docx", "mật.txt",
    }  # fmt: skip
    assert {name for name, row in report.items() if row["status"] == "converted"} == set(report) - {
        "hỏng.docx", "mật.txt",
    }  # fmt: skip
    assert report["mật.txt"]["status"] == "set_aside"
    assert not (out / "mật.xml").exists()
    assert "damaged" in report["hỏng.docx"]["message"]
    made = {path.relative_to(out).as_posix() for path in out.rglob("*.xml")}
    assert made == {"một.xml", "2025/một.xml", "2025/bản sao.xml", "hai.docx.xml", "hai.pdf.xml"}
    for path in out.rglob("*.xml"):
        assert problems(path.read_bytes()) == ()
    told = {"file", "kind", "pages", "divisions", "targets", "tasks", "references", "repairs", "needs_human", "reasons"}
    assert told | {"errors", "warnings", "infos", "duplicate_of", "message"} <= set(report["một.txt"])
    # A page of a few words is recognised where tesseract is installed.
    assert report["hai.pdf"]["kind"] in ("pdf", "tesseract")
    assert report["hai.pdf"]["pages"] == "1"
    assert report["một.txt"]["needs_human"] == "no"
    assert report["một.txt"]["targets"] == "2"
    assert report["hai.docx"]["needs_human"] == "yes"
    assert "missing.number" in report["hai.docx"]["reasons"]
    assert report["2025/một.txt"]["duplicate_of"] == "2025/bản sao.txt"
    assert report["một.txt"]["duplicate_of"] == ""
    assert not list(out.rglob("*.part"))
    assert "report.csv" in capsys.readouterr().out


def test_a_second_run_does_what_is_new_and_changed(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is done and unchanged is skipped; a changed file, a lost output, another option, a failed file are not."""
    out = tmp_path / "ra"
    _convert(archive, out)
    converted: list[str] = []
    real = batch.convert_file

    def counted(job: batch.Job) -> Entry:
        converted.append(job.name)
        return real(job)

    monkeypatch.setattr(batch, "convert_file", counted)
    _convert(archive, out)
    assert converted == ["hỏng.docx"]
    converted.clear()
    (archive / "một.txt").write_text(_text(9), "utf-8")
    (out / "2025" / "một.xml").unlink()
    (archive / "hỏng.docx").unlink()
    assert _convert(archive, out) == 0
    assert sorted(converted) == ["2025/một.txt", "một.txt"]
    assert "hỏng.docx" not in _report(out)
    converted.clear()
    _convert(archive, out, allow_marked=True)
    assert len(converted) == 6
    assert (out / "mật.xml").exists()


def test_a_run_that_was_killed_goes_on(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal holds what was finished; a line that was cut short is passed over."""
    out = tmp_path / "ra"
    real = batch.convert_file
    seen: list[str] = []

    def interrupted(job: batch.Job) -> Entry:
        if len(seen) == 3:
            raise KeyboardInterrupt
        seen.append(job.name)
        return real(job)

    monkeypatch.setattr(batch, "convert_file", interrupted)
    assert _convert(archive, out) == 130
    assert len(Journal.open(out).entries) == 3
    with (out / NAME).open("a", encoding="utf-8") as file:
        file.write('{"file": "hai.pdf", "sta')
    again: list[str] = []

    def counted(job: batch.Job) -> Entry:
        again.append(job.name)
        return real(job)

    monkeypatch.setattr(batch, "convert_file", counted)
    _convert(archive, out)
    assert len(again) >= 4
    assert not {name for name in seen if name != "hỏng.docx"} & set(again)


class _Pool:
    """An executor whose worker dies on one file."""

    def __init__(self, workers: int) -> None:
        self.broken = False

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def submit(self, function, job):
        from concurrent.futures import Future

        future: Future[Entry] = Future()
        if job.name == "hai.pdf" or self.broken:
            self.broken = True
            future.set_exception(BrokenProcessPool("a worker died"))
        elif job.name == "một.txt":
            future.set_exception(ZeroDivisionError("x"))
        else:
            future.set_result(function(job))
        return future


def test_a_file_that_kills_its_worker_is_reported_and_the_rest_done(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a crash nor an unexpected exception loses another file."""
    monkeypatch.setattr(batch, "ProcessPoolExecutor", _Pool)
    out = tmp_path / "ra"
    assert _convert(archive, out, jobs=2) == 3
    report = _report(out)
    assert {name for name, row in report.items() if row["status"] == "failed"} == {"hai.pdf", "một.txt"}
    assert report["2025/một.txt"]["status"] == "converted"


def test_a_sheet_supplies_what_the_paper_does_not_print(archive: Path, tmp_path: Path) -> None:
    """Origin ``supplied``, the identity completed; what the text prints otherwise is kept and reported."""
    sheet = tmp_path / "bảng kê.csv"
    sheet.write_text(
        "Tệp;Số, ký hiệu;Ngày ban hành;Cơ quan ban hành\nhai.docx;7-NQ/TU;05/02/2025;Tỉnh ủy Bắc Giang\n"
        "một.txt;1-NQ/TU;03/01/2025;Tỉnh ủy Bắc Giang\n",
        "utf-8",
    )
    out = tmp_path / "ra"
    _convert(archive, out, rows=read_sheet(sheet))
    filled = nghiquyet.load(out / "hai.docx.xml").metadata
    assert filled.number is not None and (filled.number.serial, filled.number.symbol) == ("7", "NQ/TU")
    assert str(filled.date) == "2025-02-05"
    assert filled.evidence["number"].origin == filled.evidence["date"].origin == "supplied"
    kept = nghiquyet.load(out / "một.xml")
    assert str(kept.metadata.date) == "2025-01-02"
    (doubt,) = [item for item in kept.diagnostics if item.code == "metadata.supplied_conflict"]
    assert doubt.params == {"field": "date", "kept": "2025-01-02", "other": "03/01/2025"}
    assert "metadata.supplied_conflict" in _report(out)["một.txt"]["reasons"]


@pytest.mark.parametrize(
    ("text", "code"), [("a,b\n1,2\n", "error.sheet"), ("file,date\nx.txt,hôm qua\n", "error.sheet_date")]
)
def test_a_sheet_that_cannot_be_used_is_refused(tmp_path: Path, text: str, code: str) -> None:
    """Before anything is converted."""
    sheet = tmp_path / "s.csv"
    sheet.write_text(text, "utf-8")
    with pytest.raises(nghiquyet.ReadError) as caught:
        read_sheet(sheet)
    assert caught.value.code == code


def test_supplied_fields_survive_the_files() -> None:
    """XML and JSON are exact for them too."""
    document = nghiquyet.parse_text("NGHỊ QUYẾT\nvề nhiệm vụ năm 2025\n\nI- MỤC TIÊU\n\nMột đoạn.\n")
    row = {"file": "x", "number": "12-NQ/TU", "date": "2025-01-31", "issuer": "Tỉnh ủy Bắc Giang", "place": "Bắc Giang"}
    filled = with_supplied(document, row)
    data = native_xml.dump(filled)
    assert problems(data) == ()
    assert native_xml.load(data) == filled
    assert with_supplied(filled, row).metadata == filled.metadata


def test_the_command(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is typed."""
    from nghiquyet.cli import main

    out = tmp_path / "ra"
    monkeypatch.setattr(
        sys,
        "argv",
        ["nghiquyet", "--lang", "en", "convert", str(archive), "--to", "json", "--out", str(out), "--jobs", "1"],
    )
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3
    assert (out / "2025" / "một.json").exists()
    assert "converted" in capsys.readouterr().out
