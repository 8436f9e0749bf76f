"""Tables: every row's example is found by its row, and no other row takes it first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nghiquyet import lexicons
from nghiquyet.errors import LexiconError
from nghiquyet.lexicons import TABLES, Table
from nghiquyet.lexicons.bodies import BODIES, BODY_ROWS
from nghiquyet.lexicons.places import PROVINCES
from nghiquyet.lexicons.tables import Row

FILES = sorted(Path(lexicons.__file__).parent.glob("*.toml"))
ROWS = [pytest.param(table, row, id=f"{table.name}-{row.words[0]}") for table in TABLES for row in table.rows]


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_the_example_of_a_row_is_caught_by_it(table: Table, row: Row) -> None:
    """Longest match first: the row that takes the example's words is the row that cites it."""
    if table is BODY_ROWS:
        assert any(_is_own(row, body.name) for _, _, body, _ in BODIES.finditer(f" {row.example} ")), row.example
        return
    found = [hit for _, _, hit in table.finditer(row.example)]
    folded = " ".join(row.example.split()).lower()
    assert row in found or any(word.lower() in folded for word in row.words), f"{row.example!r} holds no {row.words}"
    if found:
        assert row in found, f"{row.example!r} is caught by {found[0].words}, not by {row.words}"


def _is_own(row: Row, name: str) -> bool:
    return row.text("canonical").lower() in name.lower()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_have_sources_beyond_one_document(table: Table) -> None:
    """Rows that one document alone attests stay under a tenth of a table."""
    alone = [row for row in table.rows if row.source == "bac-giang-2025"]
    assert len(alone) <= max(1, len(table.rows) // 10), [row.words[0] for row in alone]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_word_stands_in_two_rows(table: Table) -> None:
    """A word that two rows claim would be read by the first alone."""
    if table in (BODY_ROWS, PROVINCES):
        pytest.skip("names of bodies and places are composed; the same words may stand in two rows of different kinds")
    seen: dict[str, Row] = {}
    for row in table.rows:
        for word in row.words:
            assert word not in seen or seen[word] is row, f"{word!r} is in two rows of {table.name}"
            seen[word] = row


def test_a_row_without_words_says_which_table() -> None:
    """A malformed table names itself."""
    from nghiquyet.lexicons.tables import _row

    with pytest.raises(LexiconError, match="colours: a row has no words"):
        _row("colours", {"example": "x", "source": "y"})


OWN_BODY = """
[[rows]]
words = ["Ban Điều phối Vùng Thử nghiệm"]
example = "giao Ban Điều phối Vùng Thử nghiệm chủ trì"
source = "own list"
canonical = "Ban Điều phối Vùng Thử nghiệm"
side = "state"
level = "other"
kind = "committee"
"""
OWN_LAW = (
    "type\tname\tvariants\tdocuments\tsource\nLuật\tThử nghiệm vùng trời thấp\t\t99/2031/QH17 2031-06-20\town list\n"
)
OWN_INDICATOR = """
[[rows]]
words = ["tỷ lệ trạm quan trắc tự động"]
id = "automatic_stations"
name = "Tỷ lệ trạm quan trắc tự động"
english = "Share of automatic stations"
unit = "%"
dimension = "percent"
value_kind = "share"
polarity = "more"
example = "tỷ lệ trạm quan trắc tự động"
source = "own list"
"""
READ = """
import nghiquyet
text = (
    "NGHỊ QUYẾT\\nvề thử nghiệm\\n\\nI. MỤC TIÊU\\n1. Tỷ lệ trạm quan trắc tự động đạt 45%.\\n\\nII. NHIỆM VỤ\\n"
    "1. Giao Ban Điều phối Vùng Thử nghiệm chủ trì thực hiện Luật Thử nghiệm vùng trời thấp năm 2031 trong năm 2026.\\n"
)
document = nghiquyet.parse_text(text)
print(document.measures[0].indicator_id, document.tasks[0].agencies[0].canonical, document.references[0].identity)
print(document.producer.lexicons_sha256)
"""


def read_with(folder: Path | None) -> subprocess.CompletedProcess[str]:
    """A fresh interpreter that reads with the rows in ``folder``."""
    own = {} if folder is None else {"NGHIQUYET_LEXICONS": str(folder)}
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **own}
    return subprocess.run([sys.executable, "-c", READ], env=environment, capture_output=True, encoding="utf-8")


def test_own_rows_are_read_without_a_change_to_the_package(tmp_path: Path) -> None:
    """A body, a law and an indicator of the user's own; the hash of the words tells."""
    (tmp_path / "bodies.toml").write_text(OWN_BODY, "utf-8")
    (tmp_path / "law_names.tsv").write_text(OWN_LAW, "utf-8")
    (tmp_path / "indicators.toml").write_text(OWN_INDICATOR, "utf-8")
    before, after = read_with(None).stdout.splitlines(), read_with(tmp_path).stdout.splitlines()
    assert after[0].startswith("automatic_stations Ban Điều phối Vùng Thử nghiệm")
    assert "99-2031-qh17" in after[0]
    assert before[0] != after[0]
    assert before[1] != after[1]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("body.toml", OWN_BODY, "no table of this name; the tables are"),
        ("bodies.toml", "[[rows]]\nwords = []\n", "bodies of NGHIQUYET_LEXICONS: a row has no words"),
        ("bodies.toml", "[[rows", "bodies.toml of NGHIQUYET_LEXICONS"),
        ("law_names.tsv", OWN_LAW.replace("2031-06-20", "20/6/2031"), "columns are type, name, variants, documents"),
    ],
)
def test_a_wrong_own_row_says_where(name: str, content: str, words: str, tmp_path: Path) -> None:
    """The file, the row, what is wanted."""
    (tmp_path / name).write_text(content, "utf-8")
    result = read_with(tmp_path)
    assert result.returncode == 1
    assert words in result.stderr.splitlines()[-1]


def test_a_folder_of_own_rows_that_is_none(tmp_path: Path) -> None:
    """A misspelt folder is no silent nothing."""
    result = read_with(tmp_path / "missing")
    assert "no such folder" in result.stderr.splitlines()[-1]
