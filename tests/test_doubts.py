"""``needs_human``: «no» only where number, date, issuer, subject, signer and divisions can be believed."""

import os
from pathlib import Path

import pytest

import needs_human
import nghiquyet
from nghiquyet.cli.doubts import reasons

OUTER = os.environ.get("NGHIQUYET_CORPUS", "")
HEAD = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH BẮC NINH\n\nSố: 12/2025/NQ-HĐND\n\nBắc Ninh, ngày 27 tháng 11 năm 2025\n\nNGHỊ QUYẾT\n"
    "QUY ĐỊNH MỨC CHI CHO CÔNG TÁC BẦU CỬ TRÊN ĐỊA BÀN TỈNH\n\nHỘI ĐỒNG NHÂN DÂN TỈNH BẮC NINH\n\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT NGHỊ:\n\n"
)
BODY = (
    "Điều 1. Phạm vi\n\n1. Nghị quyết này quy định mức chi.\n\n2. Đối tượng gồm:\n\na) Cơ quan nhà nước;\n\n"
    "b) Tổ chức khác.\n\nĐiều 2. Tổ chức thực hiện\n\nỦy ban nhân dân tỉnh thực hiện Nghị quyết này.\n\n"
)
TAIL = "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH\n\n\nNguyễn Văn An\n"


def _reasons(head: str = HEAD, body: str = BODY, tail: str = TAIL) -> tuple[str, ...]:
    return reasons(nghiquyet.parse_text(head + body + tail))


def test_a_whole_text_needs_nobody() -> None:
    """All is printed, all numbers follow one another."""
    assert _reasons() == ()


@pytest.mark.parametrize(
    ("text", "lost", "reason"),
    [
        (HEAD, "Số: 12/2025/NQ-HĐND\n\n", "missing.number"),
        (HEAD, "Bắc Ninh, ngày 27 tháng 11 năm 2025\n\n", "missing.date"),
        (HEAD, "QUY ĐỊNH MỨC CHI CHO CÔNG TÁC BẦU CỬ TRÊN ĐỊA BÀN TỈNH\n", "missing.subject"),
        (TAIL, "Nguyễn Văn An\n", "missing.signatory"),
        (BODY, "a) Cơ quan nhà nước;\n\n", "numbering.gap"),
        (BODY, "Điều 1. Phạm vi\n\n", "numbering.gap"),
        (BODY, BODY, "missing.divisions"),
    ],
)
def test_what_is_lost_is_told(text: str, lost: str, reason: str) -> None:
    """A line without which something is missing or in doubt."""
    assert lost in text
    parts = {"head": HEAD, "body": BODY, "tail": TAIL}
    name = next(name for name, part in parts.items() if part is text)
    assert reason in _reasons(**{**parts, name: text.replace(lost, "")})


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        # A label too damaged to be one stays in its paragraph.
        ("Điều 2. Tổ chức thực hiện\n\n", "Diêu 2, Tổ chức thực hiện\n\n", "numbering.unread"),
        # The line that parts title and text is lost.
        (
            "\n\nHỘI ĐỒNG NHÂN DÂN TỈNH BẮC NINH\n\nCăn cứ Luật",
            "\ncủa đại biểu đã được bầu theo Luật",
            "subject.doubtful",
        ),
        ("ngày 27 tháng 11 năm 2025", "ngày 27 tháng 11 năm 2023", "number.doubtful"),
        ("ngày 27 tháng 11 năm 2025", "ngày      tháng 11 năm 2025", "missing.date"),
    ],
)
def test_what_looks_wrong_is_told(old: str, new: str, reason: str) -> None:
    """What is read, but may be wrong."""
    text = HEAD + BODY + TAIL
    assert old in text
    assert reason in reasons(nghiquyet.parse_text(text.replace(old, new)))


def test_forms_in_an_annex_are_numbered_as_they_like() -> None:
    """Gaps there are listed and need nobody; those of an attached regulation do."""
    form = "\nPHỤ LỤC\nMẪU ĐƠN\n(Kèm theo Nghị quyết số 12/2025/NQ-HĐND)\n\n1. Tên cơ quan.\n\n3. Địa chỉ.\n"
    document = nghiquyet.parse_text(HEAD + BODY + TAIL + form)
    assert "numbering.gap" in {item.code for item in document.diagnostics}
    assert reasons(document) == ()


@pytest.mark.skipif(not OUTER, reason="NGHIQUYET_CORPUS names no folder of real documents")
def test_no_is_right_on_real_texts_and_said_of_most_that_are_whole() -> None:
    """The clean texts and those of recognisers; ``corpus/needs_human.py`` adds damaged copies."""
    groups = whole, *_ = needs_human.count(Path(OUTER), copies=False)[:3]
    said, right = sum(group.said_no for group in groups), sum(group.right for group in groups)
    assert right >= needs_human.LEAST_RIGHT * said, [line for group in groups for line in group.wrong]
    assert whole.said_no >= needs_human.LEAST_NO * whole.texts
    assert whole.texts > 50
