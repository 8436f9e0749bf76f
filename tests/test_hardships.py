"""A batch meets what real folders and machines do to it: nothing half-written, nothing lost, the same bytes in the end."""

import csv
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import nghiquyet
from nghiquyet.cli.journal import LOCK, the_only_run
from nghiquyet.errors import NghiquyetError

COMMAND = [sys.executable, "-c", "from nghiquyet.cli import main; main()", "--lang", "en"]
SOURCE = Path(__file__).parents[1] / "corpus/documents/bac-giang-2025/source.txt"
TEXT = """HỘI ĐỒNG NHÂN DÂN
TỈNH TRUNG SƠN
Số: {number}/NQ-HĐND
Trung Sơn, ngày {number} tháng 12 năm 2024

NGHỊ QUYẾT
Về nhiệm vụ năm 2025

Điều 1. Mục tiêu
1. Thu ngân sách {number} tỷ đồng.
2. Tỷ lệ hộ nghèo còn 2,5%.
"""


def fill(folder: Path, count: int, repeated: int = 1) -> Path:
    """A folder of ``count`` resolutions; ``repeated`` times their length."""
    folder.mkdir(exist_ok=True)
    for number in range(1, count + 1):
        body = TEXT.format(number=number) + "3. Giao các sở, ngành tổ chức thực hiện.\n" * repeated
        (folder / f"nq {number:03}.txt").write_text(body, "utf-8")
    return folder


def convert(archive: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """One whole run in a process of its own."""
    command = [*COMMAND, "convert", str(archive), "--out", str(out), *more]
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")


def outputs(out: Path) -> dict[str, bytes]:
    """Every file of a folder of outputs but the journal, whose lines stand in the order in which work was finished."""
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if not Path(name).name.startswith(".nghiquyet.")}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough resolutions to be ended in the middle of them."""
    return fill(tmp_path_factory.mktemp("kho"), 24, repeated=40)


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run that nobody disturbs makes of them."""
    out = tmp_path_factory.mktemp("yên")
    assert convert(archive, out, "--jobs", "1").returncode == 0
    return outputs(out)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda end: end.name)
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are sent on POSIX systems")
def test_a_batch_that_is_ended_goes_on(
    end: signal.Signals, jobs: str, archive: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    """No output is half; the next run completes it, with the bytes of a run that nobody disturbed."""
    out = tmp_path / "ra"
    command = [*COMMAND, "convert", str(archive), "--out", str(out), "--jobs", jobs]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    wait_for(lambda: len(list(out.glob("*.xml"))) >= 3 or run.poll() is not None)
    os.killpg(run.pid, end)
    _, complaint = run.communicate(timeout=60)
    assert b"Traceback" not in complaint
    if end is signal.SIGINT:
        assert run.returncode == 130
    for name, data in outputs(out).items():
        if name.endswith(".xml"):
            assert data == whole[name]
    assert len(list(out.glob("*.xml"))) < len(whole) - 1
    assert convert(archive, out, "--jobs", jobs).returncode == 0
    assert outputs(out) == whole
    assert not list(out.rglob("*.part"))


def wait_for(condition: Callable[[], bool]) -> None:
    """Returns as soon as the condition holds."""
    for _ in range(6000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("waited for a minute")


def test_the_number_of_jobs_changes_no_byte(archive: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """Report and documents are the same for one process and for three."""
    assert convert(archive, tmp_path / "ra", "--jobs", "3").returncode == 0
    assert outputs(tmp_path / "ra") == whole


def test_a_second_run_into_the_same_folder_is_turned_away(tmp_path: Path) -> None:
    """While one run writes, another is told so and touches nothing; what a killed run left is cleared by the next."""
    archive, out = fill(tmp_path / "kho", 2), tmp_path / "ra"
    out.mkdir()
    left = out / ".nghiquyet.abc.part"
    left.write_bytes(b"half")
    with the_only_run(out):
        assert not left.exists()
        result = convert(archive, out)
        assert (result.returncode, result.stdout) == (4, "")
        assert "another run is writing" in result.stderr
        assert outputs(out) == {}
    assert convert(archive, out).returncode == 0
    assert (out / LOCK).name not in outputs(out)


def in_a_small_world(script: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    """Runs a shell script where it may mount file systems of its own; skips where no such place can be had."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode:
        pytest.skip("needs unshare -rm, to mount a small or read-only disk")
    command = ["unshare", "-rm", "sh", "-c", script, "sh", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")


RUN = " ".join([f"'{COMMAND[0]}'", "-c", f"'{COMMAND[2]}'", "--lang en"])


def test_a_full_disk_leaves_whole_files(tmp_path: Path) -> None:
    """Exit code 4, the disk named as the reason; what was written is whole, nothing else is left."""
    archive, disk = fill(tmp_path / "kho", 60, repeated=5), tmp_path / "đĩa"
    disk.mkdir()
    script = f"""
        mount -t tmpfs -o size=600k tmpfs "$2" || exit 99
        {RUN} convert "$1" --out "$2/ra" --jobs 1
        echo "code $?"
        find "$2" -name '*.part' | wc -l
        {RUN} validate "$2"/ra/*.xml > /dev/null
        echo "valid $?"
        ls "$2"/ra/*.xml | wc -l
    """
    result = in_a_small_world(script, archive, disk)
    if result.returncode == 99:
        pytest.skip("no tmpfs can be mounted here")
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "code 4" in lines
    assert "No space left on device" in result.stderr + result.stdout
    assert lines[lines.index("code 4") + 1 : -1] == ["0", "valid 0"]
    assert 0 < int(lines[-1]) < 60
    assert "Traceback" not in result.stderr


def test_a_read_only_disk_is_said_to_be_one(tmp_path: Path) -> None:
    """One line, exit code 4."""
    archive, disk = fill(tmp_path / "kho", 2), tmp_path / "đĩa"
    disk.mkdir()
    script = f"""
        mount -t tmpfs -o ro tmpfs "$2" || exit 99
        {RUN} convert "$1" --out "$2/ra"; echo "code $?"
        {RUN} convert "$1" --out "$2"; echo "code $?"
    """
    result = in_a_small_world(script, archive, disk)
    if result.returncode == 99:
        pytest.skip("no tmpfs can be mounted here")
    assert result.stdout.split("\n")[:2] == ["code 4", "code 4"]
    assert result.stderr.count("Read-only file system") == 2
    assert len(result.stderr.splitlines()) == 2


NAMES = (
    "nghị quyết số 1.txt",
    "nghi\u0323 quye\u0302\u0301t.txt",
    "-rf.txt",
    "hai\ndòng.txt",
    "\u202egnol\u200b.txt",
    "📜.txt",
    "a" * 250 + ".txt",
    "đ" * 120 + ".txt",
    "=1+1.txt",
    "khóa [1].txt",
    "CON.txt",
)


@pytest.mark.skipif(os.name != "posix", reason="other systems refuse such names themselves")
def test_names_of_every_kind(tmp_path: Path) -> None:
    """Each has its output and its line in the report; none leaves the folder."""
    archive, out = tmp_path / "kho", tmp_path / "ra"
    archive.mkdir()
    for number, name in enumerate(NAMES, start=1):
        (archive / name).write_text(TEXT.format(number=number), "utf-8")
    (archive / os.fsdecode(b"\xff\xfe.txt")).write_text(TEXT.format(number=99), "utf-8")
    before = set(tmp_path.iterdir()) | {out}
    result = convert(archive, out)
    assert result.returncode == 0, result.stderr
    assert set(tmp_path.iterdir()) == before
    with (out / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(NAMES) + 1
    assert {row["status"] for row in rows} == {"converted"}
    assert len(list(out.glob("*.xml"))) == len(NAMES) + 1


def test_links_and_empty_files(tmp_path: Path) -> None:
    """A link to a file is read as that file; a link to a folder is not followed; a link where an output goes is replaced
    and what it points to is left alone; an empty file is a document without words."""
    archive, out, outside = tmp_path / "kho", tmp_path / "ra", tmp_path / "ngoài"
    fill(archive, 1)
    fill(outside, 1)
    out.mkdir()
    victim = tmp_path / "đừng đụng.xml"
    victim.write_text("of somebody else")
    (archive / "liên kết.txt").symlink_to(outside / "nq 001.txt")
    (archive / "vòng").symlink_to(archive, target_is_directory=True)
    (archive / "gãy.txt").symlink_to(tmp_path / "không có.txt")
    (archive / "rỗng.txt").write_bytes(b"")
    (out / "nq 001.xml").symlink_to(victim)
    result = convert(archive, out)
    assert result.returncode == 0, result.stderr
    assert victim.read_text() == "of somebody else"
    assert not (out / "nq 001.xml").is_symlink()
    assert {path.name for path in out.rglob("*.xml")} == {"nq 001.xml", "liên kết.xml", "rỗng.xml"}
    assert nghiquyet.load(out / "rỗng.xml").source.length == 0


def test_a_lock_that_cannot_be_had_is_an_error_that_names_the_folder(tmp_path: Path) -> None:
    """And the first run keeps what it holds."""
    with the_only_run(tmp_path), pytest.raises(NghiquyetError, match="another run"), the_only_run(tmp_path):
        raise AssertionError("two runs hold one folder")


THREADS = """
import threading, nghiquyet, nghiquyet.formats.native_xml
text = open({source!r}, encoding="utf-8", newline="").read()
gate, found = threading.Barrier(8), [None] * 8
def work(index):
    gate.wait()
    document = nghiquyet.parse_text(text)
    change = nghiquyet.compare(document, document)
    found[index] = (nghiquyet.formats.native_xml.dump(document), change.model_dump_json())
threads = [threading.Thread(target=work, args=(index,)) for index in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
import hashlib
print(len(set(found)), hashlib.sha256(found[0][0]).hexdigest())
"""


def test_eight_threads_from_a_cold_start() -> None:
    """Tables, patterns, models and the word segmenter are first used by eight threads at once: one result, the same as alone."""
    from hashlib import sha256

    from nghiquyet.formats import native_xml

    run = subprocess.run(
        [sys.executable, "-c", THREADS.format(source=str(SOURCE))], capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    alone = native_xml.dump(nghiquyet.parse_text(SOURCE.read_bytes().decode()))
    assert run.stdout.split() == ["1", sha256(alone).hexdigest()]


def test_a_document_goes_through_pickle(document: nghiquyet.Document) -> None:
    """Equal, and as frozen as before."""
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert hash(again.source) == hash(document.source)
