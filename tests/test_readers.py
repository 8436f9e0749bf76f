"""Files of every kind become text: nothing lost, nothing doubled, what was not typed as marks and edits."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

import making
import nghiquyet
from invariants import check_document
from nghiquyet import Document, MissingDependency, ReadError, UnsupportedFormat
from nghiquyet.model import Block, Division
from nghiquyet.normalizers import normalize
from nghiquyet.normalizers.legacy_charsets import Charset, detected, table_of
from nghiquyet.pipeline import parse_source
from nghiquyet.readers import limits, read_data

OUTER = os.environ.get("NGHIQUYET_CORPUS", "")
ORIGINALS = Path(OUTER) / "originals"
real_files = pytest.mark.skipif(
    not OUTER or not ORIGINALS.is_dir(), reason="NGHIQUYET_CORPUS names no folder with originals/"
)


def printed(data: bytes) -> str:
    """What a reader of the file sees."""
    return normalize(read_data(data)).text


def divisions(document: Document) -> list[tuple[str | None, str | None]]:
    return [(node.label, node.number) for node in document.walk() if isinstance(node, Division)]


def test_automatic_numbers_of_word_are_printed_and_not_typed() -> None:
    """Numbers of numbering.xml are marks of the source, edits of the clean text, labels of the divisions."""
    data = making.docx_file(
        "NGHỊ QUYẾT",
        "1:0 MỤC TIÊU",
        "2:0 Mục tiêu chung",
        "2:1 Tăng trưởng kinh tế nhanh.",
        "2:1 Xã hội tiến bộ.",
        "2:2 Giảm nghèo.",
        "2:0 Mục tiêu cụ thể",
        "2:1 Thu ngân sách đạt 18.000 tỷ đồng.",
        "1:0 NHIỆM VỤ",
        "4:0 Phát triển công nghiệp.",
        "3:0 Hạ tầng.",
    )
    source = read_data(data)
    assert "1." not in source.text
    clean = normalize(source)
    assert clean.text.split("\n\n")[1:] == [
        "I- MỤC TIÊU", "1. Mục tiêu chung", "1.1. Tăng trưởng kinh tế nhanh.", "1.2. Xã hội tiến bộ.",
        "a) Giảm nghèo.", "2. Mục tiêu cụ thể", "2.1. Thu ngân sách đạt 18.000 tỷ đồng.", "II- NHIỆM VỤ",
        "1. Phát triển công nghiệp.", "- Hạ tầng.",
    ]  # fmt: skip
    document = parse_source(source)
    check_document(document)
    labels = [label for label, _ in divisions(document)]
    assert labels == ["I-", "1.", "1.1.", "1.2.", "a)", "2.", "2.1.", "II-", "1.", "-"]


def test_typed_numbers_stay_single() -> None:
    """A paragraph whose number is typed gets none from anywhere."""
    assert printed(making.docx_file("1. Mục tiêu", "2. Nhiệm vụ")) == "1. Mục tiêu\n\n2. Nhiệm vụ"


def test_notes_of_word_are_called_and_printed() -> None:
    """A call stands where the file has it, the text of the note below the body."""
    call = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    data = making.docx_file(
        f"<w:p>{making.run('Giáo dục đạt kết quả nổi bật')}{call}{making.run('; các chính sách.')}</w:p>",
        notes={7: "Năm 2024, tỉnh đoạt 04 Huy chương Vàng."},
    )
    assert "nổi bật¹; các chính sách." in printed(data)
    document = parse_source(read_data(data))
    check_document(document)
    (note,) = document.footnotes
    assert (note.marker, note.text) == ("1", "Năm 2024, tỉnh đoạt 04 Huy chương Vàng.")
    assert note.call is not None


def test_what_is_deleted_or_hidden_is_not_read_and_a_box_only_once() -> None:
    """Tracked deletions, codes of fields; a text box stands twice in a file, for new programs and for old ones."""
    box = "<w:txbxContent><w:p><w:r><w:t>Số: 12-NQ/TU</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    boxes = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    data = making.docx_file(
        "<w:p><w:ins><w:r><w:t>Điều mới</w:t></w:r></w:ins><w:del><w:r><w:delText>Điều cũ</w:delText></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        f"<w:p>{making.run('kín', '<w:vanish/>')}<w:r>{boxes}</w:r>{making.run('nghị quyết', '<w:caps/>')}</w:p>",
    )
    assert printed(data) == "Điều mới\n\nSố: 12-NQ/TU\n\nNGHỊ QUYẾT"


def test_tables_of_word() -> None:
    """A table of data has rows; one that lays out a letterhead is dissolved."""
    cell = "<w:tc>{}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [("Chỉ tiêu", "Đơn vị", "2025"), ("GRDP", "%", "13,6"), ("Thu ngân sách", "tỷ đồng", "18.000")]
    table = "".join(f"<w:tr>{''.join(cell.format('', text) for text in row)}</w:tr>" for row in rows)
    total = "<w:tr>{}{}</w:tr>".format(
        cell.format('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', "Tổng"), cell.format("", "")
    )
    heads = ("TỈNH ỦY BẮC GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM")
    head = f"<w:tbl><w:tr>{''.join(cell.format('', text) for text in heads)}</w:tr></w:tbl>"
    document = parse_source(read_data(making.docx_file(head, "NGHỊ QUYẾT", f"<w:tbl>{table}{total}</w:tbl>", "Hết.")))
    check_document(document)
    (found,) = [node for node in document.walk() if isinstance(node, Block) and node.kind == "table"]
    assert [[item.text for item in row] for row in found.rows][:3] == [list(row) for row in rows]
    assert [item.text for item in found.rows[3]][:1] == ["Tổng"]
    first = document.front[0]
    assert isinstance(first, Block)
    assert first.text == heads[0]


def test_fonts_from_before_unicode() -> None:
    """.VnTime and VNI-Times are converted run by run, .VnTimeH prints capitals; other runs stay."""
    fonts = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    data = making.docx_file(
        f"<w:p>{making.run('nghÞ quyÕt', fonts.format('.VnTimeH'))}</w:p>",
        f"<w:p>{making.run('vÒ nhiÖm vô n¨m 2005 cña tØnh, ®­îc', fonts.format('.VnTime'))}{making.run(' thông qua')}</w:p>",
        f"<w:p>{making.run('Nghò quyeát veà vieäc', fonts.format('VNI-Times'))}</w:p>",
    )
    text = printed(data)
    assert text == "NGHỊ QUYẾT\n\nvề nhiệm vụ năm 2005 của tỉnh, được thông qua\n\nNghị quyết về việc"
    document = parse_source(read_data(data))
    assert {item.code for item in document.diagnostics} >= {"text.legacy_charset"}


VIETNAMESE = (
    "Hội đồng nhân dân tỉnh quyết nghị: Điều 1. Thông qua kế hoạch phát triển kinh tế - xã hội năm 2005 của tỉnh."
    " Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này; các ngành được giao nhiệm vụ báo cáo theo quy định."
)


@pytest.mark.parametrize("name", ["tcvn3", "vni"])
def test_a_text_without_fonts_is_told_by_its_letters(name: str) -> None:
    """What reads as Vietnamese in one charset only is read in it, and the document says so."""
    typed = _typed(VIETNAMESE, name)
    assert typed != VIETNAMESE
    assert detected(typed) == Charset(name)
    document = nghiquyet.parse_text(typed)
    assert "tổ chức thực hiện" in "".join(node.text for node in document.walk() if isinstance(node, Block))
    assert [item.code for item in document.diagnostics if item.code.startswith("text.")] == [
        "text.legacy_charset_guessed"
    ]
    given = parse_source(read_data(typed.encode("latin-1"), None, name))
    assert given.source.encoding == name
    assert "Hội đồng nhân dân" in normalize(read_data(typed.encode("latin-1"))).text


def _typed(text: str, name: str) -> str:
    """The text as a typist had it in that charset: letters without a code of their own stay plain."""
    _, table = table_of(name)
    back = {letter: code for code, letter in sorted(table.items(), reverse=True)}
    return "".join(back.get(letter, back.get(letter.lower(), letter)) for letter in text)


@pytest.mark.parametrize("text", ["Café à la crème, déjà vu: élève garçon naïf.", "Ngày 25 tháng 12", VIETNAMESE, ""])
def test_other_texts_have_no_legacy_charset(text: str) -> None:
    """French, plain ASCII, Unicode Vietnamese."""
    assert detected(text) is None


def test_pages_of_a_pdf() -> None:
    """Two columns are read one after the other, a raised digit calls its note, a page number is furniture."""
    full = "Quy mô kinh tế tiếp tục được mở rộng, thu ngân sách đạt khá, an sinh tốt"
    first = [
        (60, 800, 12, "TỈNH ỦY BẮC GIANG"), (330, 800, 12, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        (60, 784, 12, "Số 15-NQ/TU"), (330, 784, 12, "Bắc Giang, ngày 02 tháng 01 năm 2025"),
        (260, 740, 14, "NGHỊ QUYẾT"), (200, 722, 14, "về nhiệm vụ năm 2025"),
        (96, 690, 12, full[:66]), (60, 672, 12, "giáo dục đạt kết quả nổi bật"), (228, 677, 7, "1"),
        (232, 672, 12, "; các chính sách an sinh xã hội được thực hiện"),
        (60, 654, 12, full + " và"), (60, 636, 12, full + " còn"),
        (60, 64, 6, "1"), (63, 60, 10, "Năm 2024, tỉnh đoạt 04 Huy chương Vàng."),
    ]  # fmt: skip
    second = [
        (290, 800, 12, "2"), (60, 770, 12, "nhiều khó khăn, vướng mắc trong giải phóng mặt bằng và"),
        (60, 752, 12, "thu hút đầu tư trên địa bàn tỉnh trong thời gian qua."),
        (60, 700, 12, "Nơi nhận:"), (380, 700, 12, "T/M TỈNH ỦY"), (60, 684, 12, "- Ban Bí thư,"),
        (395, 684, 12, "BÍ THƯ"), (60, 668, 12, "- Lưu Văn phòng."), (385, 640, 12, "Nguyễn Văn An"),
    ]  # fmt: skip
    source = read_data(making.pdf([first, second]))
    document = parse_source(source)
    check_document(document)
    assert [page.number for page in document.source.pages] == [1, 2]
    metadata = document.metadata
    assert metadata.number is not None and metadata.number.text == "15-NQ/TU"
    assert str(metadata.date) == "2025-01-02"
    assert [(who.authority, who.position, who.name) for who in metadata.signatories] == [
        ("T/M TỈNH ỦY", "BÍ THƯ", "Nguyễn Văn An")
    ]
    assert [who.text for who in metadata.recipients] == ["Ban Bí thư", "Lưu Văn phòng"]
    assert [(note.marker, note.call is not None) for note in document.footnotes] == [("1", True)]
    assert [(item.kind, item.text) for item in document.furniture] == [("page_number", "2")]
    assert any("còn nhiều khó khăn" in node.text for node in document.walk() if isinstance(node, Block))
    boxes = [mark for mark in source.marks if mark.kind == "box"]
    assert source.text[boxes[0].start : boxes[0].end] == "TỈNH ỦY BẮC GIANG"
    assert boxes[0].value.startswith("60.0,800.0,")


def test_an_empty_last_cell_ends_its_table() -> None:
    """The paragraph behind it is no cell."""
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    cell = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    rows = row.format(cell.format("TT"), cell.format("Chỉ tiêu")) + row.format(cell.format("1"), "<w:p/>")
    document = parse_source(read_data(making.docx_file("Bảng sau.", f"<w:tbl>{rows}</w:tbl>", "Sau bảng là đoạn văn.")))
    check_document(document)
    blocks = [node for node in document.walk() if isinstance(node, Block)]
    assert [block.kind for block in blocks] == ["paragraph", "table", "paragraph"]
    assert blocks[-1].text == "Sau bảng là đoạn văn."


def test_a_ruled_table_of_a_pdf() -> None:
    """A cell of several lines is one cell, whatever the height of those beside it; a cell may span columns."""
    xs, ys = (60, 90, 330, 400, 480), (700, 680, 620, 570, 550)
    rules = [(x, 550, 0.5, 150) for x in xs if x != 330] + [(330, 570, 0.5, 130)]
    rules += [(60, y, 420, 0.5) for y in ys]
    lines = [
        (60, 740, 12, "Các chỉ tiêu chủ yếu của tỉnh trong năm 2026 được giao như sau:"),
        (64, 686, 10, "TT"), (150, 686, 10, "Chỉ tiêu"), (340, 686, 10, "Đơn vị"), (410, 686, 10, "Năm 2026"),
        # Number and value stand in the middle of the height, between the lines of the name.
        (94, 666, 10, "Tốc độ tăng tổng sản phẩm trên địa bàn"), (70, 650, 10, "1"), (350, 650, 10, "%"), (420, 650, 10, "10,5"),
        (94, 650, 10, "tỉnh so với năm trước theo giá so sánh"), (94, 634, 10, "(GRDP)"),
        (70, 590, 10, "2"), (94, 598, 10, "Thu ngân sách nhà nước trên địa"), (94, 584, 10, "bàn"),
        (350, 590, 10, "tỷ đồng"), (420, 590, 10, "18.000"),
        (94, 556, 10, "Các chỉ tiêu khác giao sau"), (420, 556, 10, "25"),
        (60, 500, 12, "Giao các sở, ngành tổ chức thực hiện các chỉ tiêu nêu trên từ đầu năm."),
    ]  # fmt: skip
    document = parse_source(read_data(making.pdf([lines], rules=rules)))
    check_document(document)
    (table,) = [node for node in document.walk() if isinstance(node, Block) and node.kind == "table"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Chỉ tiêu", "Đơn vị", "Năm 2026"],
        ["1", "Tốc độ tăng tổng sản phẩm trên địa bàn tỉnh so với năm trước theo giá so sánh (GRDP)", "%", "10,5"],
        ["2", "Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", "18.000"],
        ["", "Các chỉ tiêu khác giao sau", "", "25"],
    ]
    assert document.places(table.rows[1][1].span)[0][0] == 1


PAGE = """<html><head><meta charset="utf-8"><title>Trang</title><style>p {color: red}</style></head><body>
<nav><ul><li>Trang chủ</li><li>Văn bản</li></ul></nav>
<table><tr><td><b>CHÍNH PHỦ</b><br>-------</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr>
<tr><td>Số: 66/NQ-CP</td><td><i>Hà Nội, ngày 13 tháng 02 năm 2025</i></td></tr></table>
<p align="center">NGHỊ QUYẾT</p><p>VỀ PHÁT TRIỂN NHÀ Ở</p>
<p>Điều 1.  Diện tích
 tối thiểu là 30 m<sup>2</sup>.</p><ol type="a"><li>Nhà ở xã hội;</li><li>Nhà ở khác.</li></ol>
<table><tr><th>Năm</th><th>Căn</th></tr><tr><td rowspan="2">2025</td><td>100</td></tr><tr><td>200</td></tr></table>
<p style="display:none">ẩn</p><script>var x = 1;</script></body></html>"""


def test_a_page_of_a_site() -> None:
    """The letterhead is dissolved, the menu is furniture, what a browser hides or computes is not read."""
    document = parse_source(read_data(PAGE.encode()))
    check_document(document)
    text = printed(PAGE.encode())
    assert "Điều 1. Diện tích tối thiểu là 30 m²." in text
    assert "a. Nhà ở xã hội;" in text
    assert "ẩn" not in text and "var x" not in text
    assert document.metadata.number is not None and document.metadata.number.text == "66/NQ-CP"
    assert {item.text for item in document.furniture if item.kind == "site"} == {"- Trang chủ", "- Văn bản"}
    (table,) = [node for node in document.walk() if isinstance(node, Block) and node.kind == "table"]
    assert [[cell.text for cell in row] for row in table.rows][1:] == [["2025", "100"], ["", "200"]] or len(
        table.rows
    ) == 3


@pytest.mark.parametrize(
    ("head", "encoding"),
    [('<meta charset="windows-1258">', "cp1258"), ("", "utf-16"), ('<?xml version="1.0" encoding="utf-8"?>', "utf-8")],
)
def test_pages_in_other_encodings(head: str, encoding: str) -> None:
    """As declared, or by the mark of byte order."""
    import unicodedata

    words = "Nghị quyết về đất đai"
    page = f"{head}<html><body><p>{words if encoding != 'cp1258' else _decomposed(words)}</p></body></html>"
    assert unicodedata.normalize("NFC", printed(page.encode(encoding))) == words


def _decomposed(text: str) -> str:
    """Tones apart from their vowels, as cp1258 has them."""
    import unicodedata

    out = ""
    for letter in text:
        try:
            letter.encode("cp1258")
            out += letter
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")) + tone
    return out


HOCR = """<html xmlns="http://www.w3.org/1999/xhtml"><head><meta name="ocr-system" content="tesseract"/></head><body>
<div class="ocr_page" title="bbox 0 0 2480 3508">
<span class="ocr_line" title="bbox 200 200 2300 250"><span class="ocrx_word" title="bbox 200 200 400 250">TỈNH</span>
<span class="ocrx_word" title="bbox 420 200 600 250">ỦY</span><span class="ocrx_word" title="bbox 1500 200 1700 250">ĐẢNG</span>
<span class="ocrx_word" title="bbox 1720 200 1900 250">CỘNG</span><span class="ocrx_word" title="bbox 1920 200 2100 250">SẢN</span></span>
<span class="ocr_line" title="bbox 200 300 900 350"><span class="ocrx_word" title="bbox 200 300 300 350">Số</span>
<span class="ocrx_word" title="bbox 320 300 600 350">15-NQ/TU</span></span></div></body></html>"""
ALTO = """<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page WIDTH="2480" HEIGHT="3508"><PrintSpace>
<TextLine><String CONTENT="TỈNH" HPOS="200" VPOS="200" WIDTH="200" HEIGHT="50"/><SP/>
<String CONTENT="ỦY" HPOS="420" VPOS="200" WIDTH="180" HEIGHT="50"/>
<String CONTENT="ĐẢNG" HPOS="1500" VPOS="200" WIDTH="200" HEIGHT="50"/>
<String CONTENT="CỘNG" HPOS="1720" VPOS="200" WIDTH="180" HEIGHT="50"/>
<String CONTENT="SẢN" HPOS="1920" VPOS="200" WIDTH="180" HEIGHT="50"/></TextLine>
<TextLine><String CONTENT="Số" HPOS="200" VPOS="300" WIDTH="100" HEIGHT="50"/>
<String CONTENT="15-NQ/TU" HPOS="320" VPOS="300" WIDTH="280" HEIGHT="50"/></TextLine>
</PrintSpace></Page></Layout></alto>"""


@pytest.mark.parametrize(("data", "reader"), [(HOCR, "hocr"), (ALTO, "alto")])
def test_what_other_engines_recognised(data: str, reader: str) -> None:
    """Words with boxes: columns on one line are told apart."""
    source = read_data(data.encode())
    assert source.info.reader == reader
    assert source.text.split("\n\n") == ["TỈNH ỦY\nSố 15-NQ/TU", "ĐẢNG CỘNG SẢN"]


def _zipped(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return data.getvalue()


WORD = making.docx_file("Một văn bản.")
ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.'
    b'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
)


def _replaced(name: str, part: bytes) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(WORD))
    return _zipped({item: part if item == name else source.read(item) for item in source.namelist()})


HOSTILE = {
    "a Word file cut short": WORD[: len(WORD) // 2],
    "a zip bomb": _replaced("word/document.xml", b"<w:document>" + b" " * 60_000_000),
    "a Word file without a body": _zipped({"word/document.xml": b"<x/>", "[Content_Types].xml": b"<Types/>"}),
    "broken XML": _replaced("word/document.xml", b"<w:document><w:body>"),
    "a PDF file cut short": making.pdf([[(60, 700, 12, "Nghị quyết")]])[:300],
    "only the name of a PDF file": b"%PDF-1.7\n",
    "an image cut short": b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
    "an empty package": b"PK\x05\x06" + b"\x00" * 18,
    "bytes": bytes(range(256)) * 40,
    "ALTO without pages": b"<alto></alto>",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_damaged_files_are_refused_in_words(data: bytes) -> None:
    """Whatever is wrong with a file, what comes is a ReadError that says so."""
    with pytest.raises(ReadError) as caught:
        read_data(data, "tệp")
    assert caught.value.code.startswith("error.")


def test_entities_of_a_file_reach_nothing_outside_it() -> None:
    """Neither in a Word file nor in ALTO is an external entity opened."""
    with contextlib.suppress(ReadError):
        assert "root" not in read_data(_replaced("word/document.xml", ENTITY)).text
    alto = ALTO.replace("<alto", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><alto', 1).replace(
        "TỈNH", "&e;"
    )
    with pytest.raises(ReadError):
        read_data(alto.encode())


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and characters are counted while reading."""
    from nghiquyet.readers import pdf

    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(ReadError) as caught:
        read_data(making.pdf([[(60, 700, 12, "Một")], [(60, 700, 12, "Hai")]]))
    assert caught.value.code == "error.too_large"
    with pytest.raises(ReadError):
        read_data(("<div>" * 250 + "x").encode())
    assert limits.MOST_PAGES < 10_000


@pytest.mark.parametrize(("data", "code"), [(b"PK\x03\x04" + b"x" * 50, "error.kind"), (b"Rar!\x1a", "error.kind")])
def test_kinds_without_a_reader(data: bytes, code: str) -> None:
    """Named, and what to do instead."""
    with pytest.raises(UnsupportedFormat) as caught:
        read_data(data, "tệp.txt")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("module", "data"), [("docx", WORD), ("pypdfium2", b"%PDF-1.7 x"), ("PIL.Image", b"\x89PNG\r\n\x1a\n")]
)
def test_a_missing_package_is_named_with_its_command(module: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """pip install …, as it is typed."""
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingDependency) as caught:
        read_data(data, "tệp")
    assert "pip install" in str(caught.value)


def test_a_missing_program_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """No LibreOffice, no antiword: the command that installs one."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingDependency) as caught:
        read_data(b"{\\rtf1 Nghi quyet}", "tệp.doc")
    assert "apt-get install" in str(caught.value)


@pytest.mark.skipif(
    not any(map(shutil.which, ("soffice", "libreoffice", "catdoc"))),
    reason="neither LibreOffice nor catdoc is installed",
)
def test_rtf_is_read_by_the_program_that_is_installed() -> None:
    """Vietnamese letters as RTF has them, a number each."""
    text = "TỈNH ỦY BẮC GIANG\nSố 15-NQ/TU\n\nNGHỊ QUYẾT\nvề nhiệm vụ năm 2025\n\nI- MỤC TIÊU\n\n1. Thu ngân sách.\n"
    coded = "".join(
        "\\par\n" if letter == "\n" else letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in text
    )
    source = read_data(f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 Arial;}}}}\\f0 {coded}}}".encode(), "tệp.rtf")
    assert source.info.media_type == "application/rtf"
    document = parse_source(source)
    assert document.metadata.number is not None and document.metadata.number.text == "15-NQ/TU"
    assert document.metadata.subject == "về nhiệm vụ năm 2025"


def test_a_few_tags_make_no_page() -> None:
    """Markdown with a centred header: its lines and blank lines mean something."""
    text = (
        '<p align="center"><b>HỘI ĐỒNG NHÂN DÂN<br>TỈNH BẮC NINH</b></p>\n<p>Số: 1/2025/NQ-HĐND</p>\n\n'
        "**Điều 1. Một**\n\n1. Nội dung.\n\n2. Nội dung khác.\n\n**Điều 2. Hai**\n\nNội dung.\n"
    )
    source = read_data(text.encode())
    assert source.info.reader == "plain"
    assert [node.id for node in parse_source(source).walk() if node.type == "division"] == [
        "art_1", "art_1__para_1", "art_1__para_2", "art_2",
    ]  # fmt: skip
    page = f"<html><body>{text}</body></html>"
    assert read_data(page.encode()).info.reader == "html"


def test_importing_the_library_loads_no_reader() -> None:
    """python-docx, pdfium and the HTML parser come with the first file that needs them."""
    heavy = "docx", "pypdfium2", "lxml.html", "PIL", "pytesseract"
    code = f"import sys, nghiquyet; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@real_files
@pytest.mark.parametrize(
    "name", sorted(path.name for path in ORIGINALS.iterdir()) if OUTER and ORIGINALS.is_dir() else ["none"]
)
def test_real_files_convert(name: str) -> None:
    """Whatever the kind: nothing is lost, and the document is valid."""
    check_document(nghiquyet.parse_file(ORIGINALS / name))


@real_files
def test_the_numbers_of_a_real_word_file() -> None:
    """Its numbers are typed: each once, as in the text that was taken from it by other means."""
    path = ORIGINALS / "vptw_hd36_2018.docx"
    paragraphs = [
        " ".join("".join(node.text or "" for node in paragraph.iter(qn("w:t"))).split())
        for paragraph in docx.Document(str(path)).element.body.iter(qn("w:p"))
    ]
    typed = numbers(paragraphs)
    assert sum(typed.values()) > 100
    source = read_data(path.read_bytes())
    lines = [" ".join(line.split()) for line in source.text.split("\n")]
    assert numbers(lines) == typed
    assert not [mark for mark in source.marks if mark.kind == "generated_number"]
    labels = [label.rstrip(".-)") for label, number in divisions(nghiquyet.parse_file(path)) if label and number]
    assert numbers([f"{label}." for label in labels]) - typed == Counter()


def numbers(lines: list[str]) -> Counter[str]:
    """The numbers that open these lines."""
    return Counter(match[0] for line in lines if (match := NUMBER.match(line)))


NUMBER = re.compile(r"(?:\d+(?:\.\d+)*|[IVX]+|[a-zđ])(?=[.)\-])")


@real_files
def test_the_trap_loses_nothing() -> None:
    """Automatic numbers, a note, two fonts from before Unicode, a signature in a table."""
    document = nghiquyet.parse_file(ORIGINALS / "trap.docx")
    assert [label for label, _ in divisions(document)] == ["I-", "(1)", "(2)", "II-"]
    assert [note.text for note in document.footnotes] == ["Năm 2024, Bắc Giang đoạt 04 Huy chương Vàng."]
    texts = [node.text for node in document.walk() if isinstance(node, Block)]
    assert texts.count("Nghị quyết của Tỉnh ủy") == 2
    assert "NGHỊ QUYẾT" in texts


def test_a_markdown_text_with_tags_around_its_letterhead_is_a_text(tmp_path: Path) -> None:
    """Its lines stay lines: they are no page whose blanks mean nothing."""
    path = tmp_path / "nghị quyết.txt"
    path.write_text(
        '<div align="center">\n\nHỘI ĐỒNG NHÂN DÂN <br>\nTỈNH A\n\n</div>\n\n**NGHỊ QUYẾT**\n\n'
        "*Căn cứ Luật Đất đai;*\n\n*Căn cứ Luật Ngân sách;*\n\n**Điều 1.** Mức chi.\n\n**Điều 2.** Hiệu lực.\n",
        "utf-8",
    )
    document = nghiquyet.parse_file(path)
    assert document.source.reader == "plain"
    assert [basis.text for basis in document.metadata.legal_bases] == ["Căn cứ Luật Đất đai", "Căn cứ Luật Ngân sách"]
