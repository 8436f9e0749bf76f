"""Tables: stable documented columns, every fact in a row, files that other programs open rightly."""

import csv
import datetime
import functools
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

import nghiquyet
from nghiquyet import Document, codebook, table, to_pandas
from nghiquyet.errors import MissingDependency, UnsupportedFormat
from nghiquyet.formats.tables import NAMES, files

ROOT = Path(__file__).parents[1]
COLUMNS = Path(__file__).parent / "golden/table_columns.csv"


def test_the_columns_are_those_that_were_published() -> None:
    """Columns may be added; their names, order, types and values stay. The golden file is the codebook without prose."""
    found = [row[:4] for row in csv.reader(io.StringIO(codebook("csv")))]
    assert found == list(csv.reader(io.StringIO(COLUMNS.read_text("utf-8"))))


@pytest.mark.parametrize(("to", "encoding"), [("md", "utf-8"), ("csv", "utf-8-sig")])
def test_the_published_codebook_is_that_of_the_columns(to: str, encoding: str) -> None:
    """``nghiquyet table --what codebook --to md -o docs/codebook.md`` writes it again."""
    assert (ROOT / f"docs/codebook.{to}").read_bytes() == codebook(to).encode(encoding)


def test_every_column_says_what_it_means() -> None:
    """In the codebook, in Markdown and in CSV."""
    for row in csv.DictReader(io.StringIO(codebook("csv"))):
        assert len(row["meaning"]) > 3, row
    assert all(f"## {name}" in codebook("md") for name in NAMES)


@pytest.mark.parametrize(
    ("what", "facts"),
    [("measures", "measures"), ("targets", "targets"), ("tasks", "tasks"), ("references", "references"),
     ("diagnostics", "diagnostics")],
)  # fmt: skip
def test_every_fact_has_a_row(document: Document, what: str, facts: str) -> None:
    """One for one, in text order, each leading back to its place."""
    found = table(what, [document])
    assert len(found) == len(getattr(document, facts)) > 0
    for row, fact in zip(found, getattr(document, facts), strict=True):
        assert fact.span is None or (row.span_start, row.span_end) == (fact.span.start, fact.span.end)


def test_figures_in_their_base_units(document: Document) -> None:
    """18.000 tỷ đồng is 18000000000000 VND."""
    (row,) = [row for row in table("measures", document) if row.text == "đạt trên 18.000 tỷ đồng"]
    assert (row.value, row.unit_base, row.printed_value, row.printed_unit) == (
        Decimal(18_000_000_000_000), "VND", Decimal(18000), "tỷ đồng",
    )  # fmt: skip
    assert row.year == 2025


def test_divisions_know_their_parents(document: Document) -> None:
    """Parents stand before their children, one level up."""
    depth: dict[str | None, int] = {None: 0}
    for row in table("divisions", document):
        assert row.depth == depth[row.parent] + 1
        depth[row.division] = row.depth


def test_edges_say_how_old_what_is_cited_is() -> None:
    """Days between the two dates; the mentions of one document are one edge."""
    text = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\n\nSố: 12/NQ-HĐND\n\nLào Cai, ngày 10 tháng 7 năm 2025\n\nNGHỊ QUYẾT\nVề đầu tư công\n\n"
        "Căn cứ Nghị quyết số 5/NQ-HĐND ngày 01 tháng 7 năm 2025 của Hội đồng nhân dân tỉnh;\n\n"
        "Điều 1. Giao Ủy ban nhân dân tỉnh thực hiện Nghị quyết số 5/NQ-HĐND ngày 01 tháng 7 năm 2025 của Hội đồng nhân dân tỉnh.\n"
    )
    found = {row.relation: row for row in table("edges", nghiquyet.parse_text(text))}
    assert all(row.lag_days == 9 for row in found.values())
    assert found["basis"].mentions == 1
    assert found["basis"].citing == "vn:state:hdnd:lao-cai:nghi-quyet:12-nq-hdnd:2025"


def test_a_body_has_a_row_for_each_of_its_tasks(document: Document) -> None:
    """With its role, and the words of the task."""
    found = table("assignments", document)
    assert len(found) == sum(len(task.agencies) for task in document.tasks)
    assert any(row.body == "Văn phòng Tỉnh ủy Bắc Giang" and row.role == "lead" for row in found)


def test_a_panel_has_one_row_a_cell(document: Document) -> None:
    """Territory, year, indicator, breakdown, role, kind, unit; a second copy of a document adds none."""
    keys = [
        (row.territory, row.year, row.indicator_id, row.scope, row.role, row.value_kind, row.unit_base)
        for row in table("panel", [document, document])
    ]
    assert len(keys) == len(set(keys)) > 30
    assert all(row.figures % 2 == 0 for row in table("panel", [document, document]))


def test_a_panel_of_bodies_without_a_known_province() -> None:
    """The body stands for its territory, the country for bodies of the centre."""
    text = "{head}\n*\nNGHỊ QUYẾT\n{issuer}\nvề nhiệm vụ năm 2025\n\nI- CHỈ TIÊU\n(1) Tỷ lệ che phủ rừng đạt 42%.\n"
    local = nghiquyet.parse_text(text.format(head="ĐẢNG CỘNG SẢN VIỆT NAM", issuer="CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH"))
    central = nghiquyet.parse_text(text.format(head="BAN CHẤP HÀNH TRUNG ƯƠNG", issuer="CỦA BỘ CHÍNH TRỊ"))
    assert [row.territory for row in table("panel", [local, central])] == ["Ban Chấp hành Đảng bộ tỉnh", "cả nước"]


def test_the_coverage_counts_documents(document: Document) -> None:
    """Bodies, families, years."""
    (row,) = table("coverage", [document, document])
    assert (row.documents, row.year, row.family, row.tasks) == (2, 2025, "party", 2 * len(document.tasks))


@pytest.mark.parametrize("what", NAMES)
def test_csv_opens_in_excel(document: Document, what: str) -> None:
    """A byte order mark, Vietnamese letters as they are, as many cells as columns, nothing that a sheet would compute."""
    found = table(what, [document])
    data = found.to_bytes("csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(found) + 1
    assert {len(row) for row in rows} == {len(found.columns)}
    assert not [cell for row in rows for cell in row if cell[:1] in "=+@" and len(cell) > 1]


def test_a_formula_stays_text() -> None:
    """«=1+1» in a text is no formula in a spreadsheet."""
    openpyxl = pytest.importorskip("openpyxl", reason="the extra research is not installed")
    evil = nghiquyet.parse_text("NGHỊ QUYẾT\nVề cải cách\n\nI- NHIỆM VỤ\n1. =HYPERLINK(A1)\nĐẩy mạnh cải cách.\n")
    found = table("divisions", evil)
    assert any((row.heading or "").startswith("=HYPERLINK") for row in found)
    assert "'=HYPERLINK" in found.to_bytes("csv").decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(found.to_bytes("xlsx"))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert cells
    assert all(cell.data_type == "s" for cell in cells)


def test_json_lines(document: Document) -> None:
    """One object a line, decimals as strings."""
    lines = table("measures", document).to_bytes("jsonl").decode("utf-8").splitlines()
    first = json.loads(lines[0])
    assert len(lines) == len(document.measures)
    assert (first["indicator_id"], first["value"]) == ("grdp_growth", "13.85")


@pytest.mark.parametrize("what", NAMES)
def test_pandas_parquet_stata_and_excel_agree(document: Document, what: str, tmp_path: Path) -> None:
    """The same rows and columns come back from every file."""
    pandas = pytest.importorskip("pandas", reason="the extra research is not installed")
    for documents in ([document], []):
        found = table(what, documents)
        # «2018» in a column of texts is text in the sheet; pandas would guess a number.
        texts = {column.name: str for column in found.columns if column.type == "text"}
        read_excel = functools.partial(pandas.read_excel, dtype=texts)
        frame = to_pandas(found)
        assert list(frame.columns) == [column.name for column in found.columns]
        for suffix, read in (("parquet", pandas.read_parquet), ("dta", pandas.read_stata), ("xlsx", read_excel)):
            path = tmp_path / f"{what}.{suffix}"
            found.write(path)
            back = read(path)
            assert list(back.columns) == list(frame.columns)
            assert len(back) == len(frame)
            for column in found.columns:
                if column.type == "text":
                    assert _plain(back[column.name]) == _plain(frame[column.name])
                if column.type == "number":
                    assert back[column.name].astype(float).equals(frame[column.name])


def _plain(column) -> list[str]:
    """Missing text is empty text: Stata and Excel know no difference."""
    return ["" if missing else str(value) for value, missing in zip(column, column.isna(), strict=True)]


def test_typed_columns(document: Document) -> None:
    """Dates are dates, counts are integers that may be missing."""
    pandas = pytest.importorskip("pandas", reason="the extra research is not installed")
    frame = to_pandas(table("measures", document))
    assert str(frame["year"].dtype) == "Int64"
    assert frame["period_end"].max() == pandas.Timestamp(datetime.date(2025, 12, 31))
    assert frame.loc[frame.indicator_id == "forest_cover", "value"].tolist() == [37.5]


def test_names_that_are_none(document: Document) -> None:
    """The known ones are listed."""
    with pytest.raises(UnsupportedFormat, match="measures"):
        table("figures", document)
    with pytest.raises(UnsupportedFormat, match="parquet"):
        table("measures", document).to_bytes("ods")


def test_a_missing_library_says_how_to_get_it() -> None:
    """The command that installs it."""
    with pytest.raises(MissingDependency, match=r"pip install 'nghiquyet\[research\]'"):
        files._needed("no_such_library_anywhere")
