"""References of texts that nobody wrote: numbers of the grammar, any str, any line wraps."""

import random

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet import find_references
from nghiquyet.identities.numbers import read_number, well_formed

SERIAL = st.integers(1, 19999).map(lambda n: f"{n:02}") | st.integers(1, 99).map(lambda n: f"{n}a")
YEAR = st.integers(1945, 2045).map(str)
TYPES = st.sampled_from(("NQ", "QĐ", "NĐ", "TT", "CT", "KH", "TTr", "CV", "TTLT", "NQLT", "BC"))
BODIES = st.sampled_from(
    ("CP", "TTg", "HĐND", "UBND", "BTC", "BNNPTNT", "BGDĐT", "UBTVQH15", "TANDTC", "BVHTT&DL", "CTN")
)
PARTY_TYPES = st.sampled_from(("NQ", "KL", "CT", "QĐ", "HD", "CTr", "TB", "KH", "TTr", "KHHĐ"))
COMMITTEES = st.sampled_from(("TW", "TU", "HU", "ĐU", "VPTW", "BTCTW", "UBKTTU", "ĐH", "BTGDVTW"))
LEGISLATURE = st.integers(1, 16).map(str)


@st.composite
def _number(draw: st.DrawFn) -> tuple[str, str, str | None, str]:
    """``(printed, serial, year, symbol)`` of a number in one of the five forms of the drafting rules."""
    serial = draw(SERIAL)
    form = draw(st.sampled_from(("party", "state", "normative", "assembly", "joint")))
    if form == "party":
        symbol = f"{draw(PARTY_TYPES)}/{draw(COMMITTEES)}"
        return f"{serial}-{symbol}", serial, None, symbol
    if form == "state":
        symbol = f"{draw(TYPES)}-{draw(BODIES)}"
        return f"{serial}/{symbol}", serial, None, symbol
    year = draw(YEAR)
    if form == "assembly":
        symbol = f"{draw(st.sampled_from(('QH', 'UBTVQH')))}{draw(LEGISLATURE)}"
    elif form == "joint":
        symbol = f"TTLT-{draw(BODIES)}-{draw(BODIES)}"
    else:
        symbol = f"{draw(TYPES)}-{draw(BODIES)}"
    return f"{serial}/{year}/{symbol}", serial, year, symbol


@given(_number())
def test_a_number_is_read_back_to_its_parts(parts: tuple[str, str, str | None, str]) -> None:
    """Alone, and in a sentence."""
    printed = parts[0]
    number = read_number(printed)
    assert well_formed(printed) == number
    assert (number.text, number.serial, number.year, number.symbol) == parts
    (reference,) = find_references(f"thực hiện Nghị quyết số {printed}, và những nội dung khác")
    assert reference.number == number


@given(_number(), st.sampled_from("-‐‑‒–—−"), st.sampled_from(("/", " /", "/ ", " / ")), st.booleans(), st.booleans())
def test_noise_inside_a_number_is_read_over(
    parts: tuple[str, str, str | None, str], dash: str, slash: str, eth: bool, wrapped: bool
) -> None:
    """Other dashes, blanks and line breaks round the slashes and the Icelandic Ð change nothing that is read."""
    noisy = parts[0].replace("-", dash).replace("/", slash)
    noisy = noisy.replace("Đ", "Ð") if eth else noisy
    noisy = noisy.replace(" ", "\n") if wrapped else noisy
    (reference,) = find_references(f"thực hiện Nghị quyết số {noisy}, và những nội dung khác")
    assert reference.number is not None
    number = reference.number
    assert (number.text, number.serial, number.year, number.symbol) == parts
    assert reference.text.endswith(noisy.replace("\n", " "))


PIECES = (
    "Nghị quyết", "Nghị định", "Luật", "Luật Đất đai", "số", "57-NQ/TW", "73/2023/NĐ-CP", "ngày", "22/12/2024", "31/02/2024", "của",
    "Chính phủ", "Bộ Chính trị", "Tỉnh ủy", "khoản 2", "Điều 5", "điểm a", "Điều này", "này", "nêu trên", "và", ",", ";", ".", "(",
    ")", "“", "”", "Trung ương 4", "khóa XI", "XII", "Đại hội", "Đảng bộ tỉnh", "lần thứ XIX", "sửa đổi, bổ sung", "một số điều của",
    "năm 2024", "QCVN 01-1:2018/BYT", "Đề án", "Phụ lục I", "Quy định", "về", "\n", "\n\n", "  ", "Hiến pháp", "Kế hoạch", "giai đoạn",
    "2021-2025", "từ", "đến", "các", "(sau đây gọi tắt là Chương trình)", "Chương trình", "kèm theo", "ban hành", "phát triển đô thị", "Số:", ":",
    "số 5/QĐ-TTg", "705/QĐ-BTC", "do", "Văn bản", "Quy chế", "mục II", "Điểm này", "Nghị quyết Trung ương", "Ban Bí thư", "\u0300", "İ", "\ud800", "\x00",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200)


@given(TEXTS)
def test_any_text(text: str) -> None:
    """Never an exception; spans are inside, hold their words, stand in text order and do not overlap."""
    found = find_references(text)
    position = 0
    for number, reference in enumerate(found, start=1):
        span = reference.span
        assert reference.id == f"ref_{number}"
        assert position <= span.start < span.end <= len(text)
        position = span.end
        assert all(0 <= place.start < place.end <= len(text) for place in reference.evidence.values())
        assert reference.resolves_to in {None, *(other.id for other in found)}


SENTENCES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025 và Nghị quyết số 233-NQ/TU ngày "
    "25/7/2022 của Tỉnh ủy Bắc Giang về phát triển đô thị.",
    "Thực hiện Nghị quyết Trung ương 4 khóa XI, XII và Kết luận Hội nghị Trung ương 4 khóa XIII; Nghị quyết Đại hội đại biểu "
    "Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020-2025.",
    "Sửa đổi điểm a, điểm b khoản 2 Điều 5 và các khoản 3, 4 Điều 6 Nghị định số 10/2020/NĐ-CP (được sửa đổi, bổ sung bởi "
    "Nghị định số 99/2021/NĐ-CP).",
    "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019.",
    "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025 theo Quyết định số 263/QĐ-TTg ngày 22 tháng 02 "
    "năm 2022 của Thủ tướng Chính phủ; QCVN 01-1:2018/BYT; Nghị quyết này; Đề án “Phát triển nguồn nhân lực”.",
    "Căn cứ các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát thủ tục hành chính; số 48/2013/NĐ-CP ngày "
    "14/5/2013 và số 92/2017/NĐ-CP ngày 07/8/2017.",
    "Phê duyệt Chương trình phát triển đô thị tỉnh đến năm 2030 (sau đây gọi tắt là Chương trình); kinh phí của Chương trình; "
    "Báo cáo tiếp thu, giải trình số 474/BC-UBND; điểm c khoản 2 mục II Điều 1 Quy chế ban hành kèm theo Quyết định số 12/2024/QĐ-UBND.",
    "Bản án số 12/2024/DS-ST ngày 05/3/2024; Nghị quyết số 02/2021/NQ-HĐTP ngày 30/6/2021 của Hội đồng Thẩm phán Tòa án nhân dân tối cao.",
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.integers(0, 2**32), st.floats(0, 1))
def test_line_wraps_change_nothing(sentences: list[str], seed: int, often: float) -> None:
    """The same text cut into lines at any blanks gives the same references, at the same offsets."""
    text = " ".join(sentences)
    chance = random.Random(seed)
    wrapped = "".join("\n" if letter == " " and chance.random() < often else letter for letter in text)
    plain, cut = find_references(text), find_references(wrapped)
    assert [reference.model_dump(exclude={"text"}) | {"text": reference.text} for reference in plain] == [
        reference.model_dump(exclude={"text"}) | {"text": reference.text.replace("\n", " ")} for reference in cut
    ]
