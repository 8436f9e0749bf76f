"""Stamps of electronic signatures, fields that an office fills in, and where on its page a fact stands."""

import datetime

import pytest

import making
import nghiquyet
from invariants import check, check_document
from nghiquyet.formats import native_json, native_xml, problems
from nghiquyet.pipeline import parse_source
from nghiquyet.readers import read_data

HEADER = (
    "CHÍNH PHỦ\nSố: 394/NQ-CP\n\nHà Nội, ngày 02 tháng 12 năm 2025\n\nNGHỊ QUYẾT\nvề phiên họp thường kỳ\n\n"
    "Điều 1. Hội nghị khai mạc lúc 10 giờ.\n\nĐiều 2. Các bộ thi hành Nghị quyết này.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n"
)
ZONE = datetime.timezone(datetime.timedelta(hours=7))


@pytest.mark.parametrize(
    ("stamp", "signer", "body", "moment"),
    [
        (
            "Ký bởi: Cổng Thông tin điện tử\nChính phủ\nEmail: thongtin@chinhphu.vn\nCơ quan: Văn phòng Chính phủ\n"
            "Thời gian ký: 02.12.2025 11:33:07 +07:00",
            "Cổng Thông tin điện tử Chính phủ",
            "Văn phòng Chính phủ",
            datetime.datetime(2025, 12, 2, 11, 33, 7, tzinfo=ZONE),
        ),
        (
            "Người ký: Nguyễn Văn An\nNgày ký: 03/07/2025 03:32:39 CH",
            "Nguyễn Văn An",
            None,
            datetime.datetime(2025, 7, 3, 15, 32, 39),
        ),
        (
            "Digitally signed by Nguyễn Văn An\nDate: 2025.07.03 15:32:39 +07'00'",
            "Nguyễn Văn An",
            None,
            datetime.datetime(2025, 7, 3, 15, 32, 39, tzinfo=ZONE),
        ),
        (
            "SAO Y; Văn phòng Đoàn ĐBQH và HĐND tỉnh\nGiờ ký: 03/07/2025 15:32:39",
            None,
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
            datetime.datetime(2025, 7, 3, 15, 32, 39),
        ),
        # The stamp of the Party network prints a name and the time.
        (
            "Ban Bí thư Trung ương Đảng\n01-07-2025 16:18:27 +07:00",
            None,
            None,
            datetime.datetime(2025, 7, 1, 16, 18, 27, tzinfo=ZONE),
        ),
    ],
    ids=["office", "half day", "reader", "copy", "name and time"],
)
def test_a_stamp(stamp: str, signer: str | None, body: str | None, moment: datetime.datetime) -> None:
    """Above the header or below the post of who signs: set apart, its parts told, files exact."""
    for text in (f"{stamp}\n\n{HEADER}\nNguyễn Văn An\n", f"{HEADER}\n{stamp}\n\nNguyễn Văn An\n"):
        document = check(text)
        (found,) = document.metadata.electronic_signatures
        assert (found.signer, found.body, found.signed_at, found.text) == (signer, body, moment, stamp)
        assert document.slice(found.span) == stamp
        assert {item.kind for item in document.furniture} == {"stamp"}
        assert document.metadata.number is not None and document.metadata.number.text == "394/NQ-CP"
        assert [who.name for who in document.metadata.signatories] == ["Nguyễn Văn An"]
        for kind in (native_xml, native_json):
            data = kind.dump(document)
            assert problems(data) == ()
            assert kind.load(data) == document


@pytest.mark.parametrize(
    "line",
    [
        "Người ký: T/M TỈNH ỦY - BÍ THƯ - Nguyễn Văn An",
        "1. Hội nghị bắt đầu lúc 8:00:00 ngày 03/07/2025.",
        "Từ ngày 03/07/2025 đến 10:30 ngày 04/07/2025: trực báo.",
        "Cơ quan: Văn phòng Chính phủ",
    ],
)
def test_what_is_no_stamp(line: str) -> None:
    """A signer without a time, a time in a sentence, a key alone."""
    assert check(f"{HEADER}\n{line}\n").metadata.electronic_signatures == ()


def test_fields_of_a_signed_file_are_read() -> None:
    """Number and day stand in form fields, which the text layer leaves blank."""
    page = [
        (60, 800, 12, "TỈNH ỦY LÀO CAI"), (330, 800, 12, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        (60, 784, 12, "Số"), (110, 784, 12, "-NQ/TU"), (330, 784, 12, "Lào Cai, ngày"), (430, 784, 12, "tháng 12 năm 2025"),
        (260, 740, 14, "NGHỊ QUYẾT"), (200, 722, 14, "về nhiệm vụ năm 2026"),
        (60, 690, 12, "Tỉnh ủy yêu cầu các cấp ủy đảng thực hiện các nội dung sau đây:"),
    ]  # fmt: skip
    blank = parse_source(read_data(making.pdf([page])))
    assert blank.metadata.number is None or blank.metadata.number.serial is None
    assert blank.metadata.date is None
    filled = parse_source(read_data(making.pdf([page], [(80, 784, 12, "26"), (412, 784, 12, "05")])))
    check_document(filled)
    assert filled.metadata.number is not None and filled.metadata.number.text == "26-NQ/TU"
    assert filled.metadata.date == datetime.date(2025, 12, 5)


def test_a_span_leads_to_its_place_on_paper() -> None:
    """Page and box of each line that a fact touches, in the document and in its files."""
    pages = [
        [(60, 700, 12, "1. Thu ngân sách đạt 18.000 tỷ đồng trong năm nay, tăng so với")],
        [(60, 640, 12, "năm trước; tỷ lệ hộ nghèo còn 1,5%.")],
    ]
    document = parse_source(read_data(making.pdf(pages)))
    money, share = (measure.span for measure in document.measures)
    ((number, line),) = document.places(money)
    assert number == 1
    assert (float(line.left), float(line.bottom)) == (60.0, 700.0)
    assert float(line.top) == pytest.approx(712, abs=1.5)
    assert document.slice(line.span) == pages[0][0][3]
    assert [number for number, _ in document.places(share)] == [2]
    assert document.places(nghiquyet.model.Span(start=money.start, end=share.end))[0][0] == 1
    assert [(float(page.width or 0), float(page.height or 0)) for page in document.source.pages] == [(595, 842)] * 2
    for kind in (native_xml, native_json):
        data = kind.dump(document)
        assert problems(data) == ()
        assert kind.load(data) == document
