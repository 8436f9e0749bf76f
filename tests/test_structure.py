"""Trees of short texts, repairs of labels, footnotes, furniture, several documents in one file."""

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

import nghiquyet
from nghiquyet import Document, Options
from nghiquyet.errors import LexiconError
from nghiquyet.lexicons.profiles import NAMES, Evidence, Formula, LayoutRule, Profile, SignatureMark, evidence, profile
from nghiquyet.model import Attachment, Block, Division, DivisionKind
from nghiquyet.normalizers import normalize
from nghiquyet.readers import read_str
from nghiquyet.segmenters import find_documents
from nghiquyet.segmenters.labels import label_candidates

CASES = tomllib.loads((Path(__file__).parent / "cases/structure.toml").read_text("utf-8"))["cases"]


def printed(document: Document) -> str:
    """One node per line: kind, label, «heading»; two blanks for each level."""
    lines: list[str] = []

    def visit(node: Block | Division | Attachment, depth: int) -> None:
        blanks = "  " * depth
        if isinstance(node, Block):
            size = f" {len(node.rows)}×{max(map(len, node.rows))}" if node.kind == "table" else ""
            lines.append(f"{blanks}{node.kind}{size}")
        else:
            kind = "attachment" if isinstance(node, Attachment) else node.kind
            heading = f" «{node.heading.text}»" if node.heading else ""
            lines.append(f"{blanks}{kind} {node.label or ''}{heading}")
        for child in node.content:
            visit(child, depth + 1)

    for root in (*document.body, *document.attachments):
        visit(root, 0)
    return "\n".join(lines)


def doubts(document: Document) -> list[str]:
    """Codes of the diagnostics about structure, in order."""
    return [d.code for d in document.diagnostics if d.code.startswith(("numbering", "quotation"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_text_comes_to_its_tree(case: dict[str, Any]) -> None:
    """The tree, and the doubts about it."""
    document = nghiquyet.parse_text(case["text"])
    assert printed(document) == case["tree"].strip()
    assert doubts(document) == case.get("doubts", [])


@pytest.mark.parametrize("row", evidence(), ids=lambda row: f"{row.family}-{row.rule}")
def test_the_example_of_a_profile_is_found_by_its_pattern(row: Evidence) -> None:
    """And it stands in a family that exists."""
    assert row.pattern.search(row.example), row.example
    assert row.family in NAMES


PROFILES = [profile(name) for name in NAMES]
WORDED = {
    (type(row).__name__, row.rule, row.example): row
    for known in PROFILES
    for row in (*known.formulas, *known.signatures, *known.layouts)
}


@pytest.mark.parametrize("row", WORDED.values(), ids=lambda row: f"{type(row).__name__}-{row.rule}")
def test_the_example_of_a_formula_is_found_by_its_pattern(row: Formula | SignatureMark | LayoutRule) -> None:
    """At its start, as the segmenters look for it."""
    pattern = row.departure if isinstance(row, LayoutRule) else row.pattern
    assert pattern.match(row.example), row.example


@pytest.mark.parametrize("known", PROFILES, ids=lambda known: known.name)
def test_a_profile_knows_every_level(known: Profile) -> None:
    """Every family of labels has a rank and kinds; no other has."""
    families = {"small_roman", "paren_letter"} | {
        label.family
        for line in ("Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "A. B", "I. B", "Điều 1. B", "1. B", "1.1. B", "(1) B",
                     "1) B", "a) b", "- b", "+ b", "* b", "PHỤ LỤC I")
        for label in label_candidates(line)
    }  # fmt: skip
    assert set(known.levels) == families
    for level in known.levels.values():
        assert {level.titled, level.run_in, level.in_article} <= set(get_args(DivisionKind)), level


def test_no_profile_is_made_up() -> None:
    """An unknown name is refused with the names there are."""
    with pytest.raises(LexiconError, match="peoples_council"):
        nghiquyet.parse_text("1. Một.", Options(profile="people"))


@pytest.mark.parametrize(
    ("day", "number", "rules"),
    [
        ("02 tháng 4 năm 2018", "Số: 5-NQ/TU", []),
        ("03 tháng 4 năm 2018", "Số: 5-NQ/TU", ["number_without_colon", "number_below_ten_with_zero"]),
        ("03 tháng 4 năm 2018", "Số 05-NQ/TU", []),
    ],
)
def test_layout_is_judged_by_the_rules_of_the_day(day: str, number: str, rules: list[str]) -> None:
    """HD 36-HD/VPTW of 3 April 2018 has no colon behind «Số», and a zero before numbers below ten."""
    text = f"TỈNH ỦY A\n*\n{number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\nLam Giang, ngày {day}\n\nNGHỊ QUYẾT\nvề công tác\n\n1. Một.\n"
    document = nghiquyet.parse_text(text)
    assert [item.params["rule"] for item in document.diagnostics if item.code == "layout.departure"] == rules


def test_nothing_decides_nothing_is_known() -> None:
    """Side and family stay open, and the evidence says so; the tree is full all the same."""
    document = nghiquyet.parse_text("I. MỘT\n\n1. Hai.\n\n2. Ba.\n")
    metadata = document.metadata
    assert (metadata.side, metadata.family) == (None, None)
    assert metadata.evidence["family"].rule == "families.no_evidence"
    assert printed(document) == "heading I. «MỘT»\n  item 1.\n    paragraph\n  item 2.\n    paragraph"


@pytest.mark.parametrize(
    ("header", "family"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM\nSố 01-NQ/TU", "party"),
        ("NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "party"),
        ("HỘI ĐỒNG NHÂN\nDÂN TỈNH A\nSố: 01/2026/NQ-HĐND", "peoples_council"),
        ("QUỐC HỘI\n-------\nSố: 9/2026/QH16", "national_assembly"),
        ("ỦY BAN THƯỜNG VỤ\nQUỐC HỘI\nSố: 9/NQ-UBTVQH16", "standing_committee"),
        ("CHÍNH PHỦ\n-------\nSố: 9/NQ-CP", "government"),
    ],
)
def test_the_header_says_the_family(header: str, family: str) -> None:
    """Symbol, motto and name decide; what is cited below does not."""
    text = f"{header}\n\nCăn cứ Nghị quyết số 57-NQ/TW và Luật số 72/2025/QH15;\n\nĐiều 1. Nội dung.\n"
    document = nghiquyet.parse_text(text)
    assert document.producer.profile == family


def test_a_misread_numeral_is_read_right() -> None:
    """The printed label stays; the number is the one that counts on."""
    document = nghiquyet.parse_text("I. QUAN ĐIỂM\n\nMột.\n\nIH. MỤC TIÊU\n\nHai.\n\nIII. NHIỆM VỤ\n\nBa.\n")
    labels = [(node.label, node.number) for node in document.body if isinstance(node, Division)]
    assert labels == [("I.", "1"), ("IH.", "2"), ("III.", "3")]
    assert [(repair.found, repair.read_as) for repair in document.repairs] == [("IH.", "II.")]


def test_footnotes_at_the_end_follow_their_calls() -> None:
    """Each list of bodies counts anew; the order of the calls binds them."""
    text = (
        "1. Chế độ[1] và mức chi[2] theo quy định.\n\n2. Nguồn kinh phí[1] bảo đảm.\n\n"
        "[1] Quy định số 09.\n[2] Văn bản số 15.\n[1] Luật Ngân sách.\n"
    )
    notes = nghiquyet.parse_text(text).footnotes
    assert [(note.marker, text[: note.call.start].count("[1]")) for note in notes if note.call] == [
        ("1", 0),
        ("2", 1),
        ("1", 1),
    ]


def test_glued_numbers_of_pdf_text_call_footnotes() -> None:
    """«hiện đại1» and «1 Năm 2024 …» at the end of the page."""
    text = "1. Phát triển theo hướng hiện đại1, bền vững\n\n1 Năm 2024, đạt 10%.\n\fvà hiệu quả.\n\n2. Đổi mới.\n"
    (note,) = nghiquyet.parse_text(text).footnotes
    assert note.text == "Năm 2024, đạt 10%."
    assert note.call is not None and text[note.call.start - 3 : note.call.end] == "đại1"


def test_tokens_and_foreign_script_are_doubted() -> None:
    """What a model left in the text is flagged, and stays."""
    document = nghiquyet.parse_text(
        "1. Yêu cầu các cấp ủy 请总结这段话 tổ chức thực hiện.\n<|im_start|>user\n2. Giao Văn phòng."
    )
    assert {"text.foreign_script", "text.model_token"} <= {item.code for item in document.diagnostics}


def test_a_site_around_the_text_is_furniture() -> None:
    """Head and tail of the page, each line a piece, and one diagnostic."""
    text = (
        "Đang tải văn bản...\nNGHỊ QUYẾT\nVỀ MỨC CHI\n\nĐiều 1. Mức chi.\n\nFILE ĐƯỢC ĐÍNH KÈM THEO VĂN BẢN\nĐịa chỉ\n"
    )
    document = nghiquyet.parse_text(text)
    assert [item.text for item in document.furniture if item.kind == "site"] == [
        "Đang tải văn bản...",
        "FILE ĐƯỢC ĐÍNH KÈM THEO VĂN BẢN",
        "Địa chỉ",
    ]
    assert "furniture.site" in {item.code for item in document.diagnostics}


def test_a_quotation_is_bound_to_what_it_amends() -> None:
    """``amends`` names the reference that announces it."""
    text = "Điều 1. Sửa đổi Nghị quyết số 10/2022/NQ-HĐND\n1. Sửa đổi khoản 2 Điều 3 như sau:\n“2. Mức chi là 500 đồng.”.\n"
    document = nghiquyet.parse_text(text)
    (quotation,) = [node for node in document.walk() if isinstance(node, Block) and node.kind == "quotation"]
    references = {reference.id: reference.text for reference in document.references}
    assert quotation.amends is not None
    assert references[quotation.amends] == "khoản 2 Điều 3"


def test_a_label_before_a_lone_colon_is_an_item() -> None:
    """Nothing but a colon behind the label: no title, and no error."""
    document = nghiquyet.parse_text("1. :\na) Một;\nb) Hai.\n")
    assert printed(document).splitlines()[0] == "item 1."


COUNCIL = """HỘI ĐỒNG NHÂN DÂN
TỈNH A

Số: {number}/2026/NQ-HĐND

NGHỊ QUYẾT
VỀ MỨC CHI

Căn cứ Luật Ngân sách nhà nước;

QUYẾT NGHỊ:

Điều 1. Quy định mức chi.

Điều 2. Tổ chức thực hiện.

CHỦ TỊCH

Nguyễn Văn A
"""


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\f"])
def test_several_documents_in_one_file(joint: str, tmp_path: Path) -> None:
    """Each with its place in the file; together they are the file."""
    text = joint.join(COUNCIL.format(number=number) for number in (1, 2, 3))
    path = tmp_path / "nhiều.txt"
    path.write_text(text, "utf-8")
    documents = list(nghiquyet.parse_files(path))
    parts = [document.source.part for document in documents]
    assert [(part.index, part.of) for part in parts if part] == [(1, 3), (2, 3), (3, 3)]
    assert "".join(text[part.span.start : part.span.end] for part in parts if part) == text
    assert [document.source.text for document in documents] == [
        text[part.span.start : part.span.end] for part in parts if part
    ]
    assert [document.metadata.number.text for document in documents if document.metadata.number] == [
        "1/2026/NQ-HĐND",
        "2/2026/NQ-HĐND",
        "3/2026/NQ-HĐND",
    ]


def test_an_attached_document_is_no_further_document(tmp_path: Path) -> None:
    """A regulation issued with a resolution stays its attachment."""
    text = (
        COUNCIL.format(number=1)
        + "\nQUY ĐỊNH\n\nVỀ MỨC CHI\n\n(Ban hành kèm theo Nghị quyết số 1)\n\nĐiều 1. Mức chi.\n"
    )
    path = tmp_path / "một.txt"
    path.write_text(text, "utf-8")
    (document,) = nghiquyet.parse_files(path)
    assert document.source.part is None
    assert len(document.attachments) == 1


HEADS = {
    "blank number": "TỈNH UỶ LAM GIANG\n*\nSố         -CTr/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Kết luận số 7-KL/TW\n",
    "stamped": "SAO Y; Văn phòng Đoàn ĐBQH và HĐND\nGiờ ký: 03/07/2025 15:32:39\n\nHỘI ĐỒNG NHÂN DÂN\nTỈNH A\n\nNGHỊ QUYẾT\nVỀ MỨC CHI\n\nCăn cứ Luật Đất đai;\n",
    "damaged letterhead": "Ban CHấp Hành Trung Ương Đăng Công Báo SAN Việt Nam\n* .\n\nSố17IKUITW - Hà Nội, ngày 27 tháng 6 năm 2025\n\nKẾT LUẬN CỦA BỘ CHÍNH TRỊ\nvề sắp xếp\n\nTại phiên họp ngày 21/6/2025, Bộ Chính trị kết luận:\n",
    "broken letterhead": "BỘ NÔNG NGHIỆP\nVÀ\nMÔI TRƯỜNG\n\nSố: 26/QĐ-BNNMT\n\nHà Nội,\nngày 2 tháng 12 năm 2025\n\nQUYẾT ĐỊNH\nVỀ MỨC CHI\n\nCăn cứ Luật Đất đai;\n",
    "prose alone": "Trong quá trình phát triển đất nước, Đảng và Nhà nước ta luôn coi giáo dục và đào tạo là quốc sách hàng đầu, là động lực then chốt.\n",
    "regulation": "QUY ĐỊNH\n\nVỀ PHÔNG LƯU TRỮ\n\n- Căn cứ Điều lệ Đảng;\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_further_document(head: str) -> None:
    """Whatever is left of a letterhead, the document begins at its first line."""
    text = COUNCIL.format(number=1) + "\n" + head + "\n1. Nội dung thứ nhất.\n\n2. Nội dung thứ hai.\n"
    spans = find_documents(normalize(read_str(text)))
    assert [text[start:end].strip()[:24] for start, end in spans] == [text[:24], head[:24]]


def test_an_attached_regulation_has_its_own_metadata_numbers_and_ids() -> None:
    """«QUY ĐỊNH … (Ban hành kèm theo Nghị quyết số …)»: its kind and subject are its own, and its articles count anew."""
    text = (
        COUNCIL.format(number=7)
        + "\nQUY ĐỊNH\nVỀ MỨC CHI TIẾP CÔNG DÂN\n\n(Ban hành kèm theo Nghị quyết số 7/2026/NQ-HĐND ngày 01/7/2026)\n\n"
        "Điều 1. Phạm vi điều chỉnh\n\n1. Mức chi.\n\nĐiều 2. Đối tượng áp dụng\n\n1. Cán bộ.\n"
    )
    document = nghiquyet.parse_text(text)
    (attachment,) = document.attachments
    assert attachment.metadata is not None
    assert attachment.metadata.document_type == "Quy định"
    assert attachment.metadata.subject == "VỀ MỨC CHI TIẾP CÔNG DÂN"
    divisions = [node for node in document.walk() if isinstance(node, Division)]
    assert [node.id for node in divisions if node.kind == "article"] == [
        "art_1",
        "art_2",
        "att_1__art_1",
        "att_1__art_2",
    ]
    assert "att_1__art_1__para_1" in {node.id for node in divisions}


def test_a_footnote_in_mid_sentence_is_taken_out() -> None:
    """The sentence goes on behind the note, in one block of two fragments, and the call leads to the note."""
    text = "1. Công tác bồi thường,¹\n\n¹ Năm 2024, đạt 10 dự án.\n\ngiải phóng mặt bằng được đẩy nhanh.\n\n2. Hai.\n"
    document = nghiquyet.parse_text(text)
    (note,) = document.footnotes
    block = next(node for node in document.walk() if isinstance(node, Block))
    assert note.text == "Năm 2024, đạt 10 dự án."
    assert note.call is not None and text[note.call.start] == "¹"
    assert block.text == "Công tác bồi thường,¹ giải phóng mặt bằng được đẩy nhanh."
    assert len(block.fragments) == 2


@pytest.mark.parametrize("count", [3000])
def test_thousands_of_equal_marks_are_bound_in_order(count: int) -> None:
    """Each body at the end to the call of its place."""
    text = "Mức chi[1] theo quy định.\n\n" * count + "[1] Quy định.\n" * count
    notes = nghiquyet.parse_text(text).footnotes
    calls = [note.call.start for note in notes if note.call is not None]
    assert len(calls) == count and calls == sorted(set(calls))


def test_the_last_bases_lead_to_their_references() -> None:
    """Each legal basis names the references that stand in it."""
    text = (
        "NGHỊ QUYẾT\nVỀ MỨC CHI\n\nCăn cứ Luật số 89/2025/QH15; Luật số 90/2025/QH15;\n\nQUYẾT NGHỊ:\n\nĐiều 1. Chi.\n"
    )
    document = nghiquyet.parse_text(text)
    (basis,) = document.metadata.legal_bases
    known = {reference.id: reference.text for reference in document.references}
    assert [known[name] for name in basis.references] == ["Luật số 89/2025/QH15", "Luật số 90/2025/QH15"]
