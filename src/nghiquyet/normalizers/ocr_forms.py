"""Forms that recognisers damage in known ways: numbers of the Assembly, Roman numerals, strokes, glued posts."""

from collections.abc import Callable, Iterator

from nghiquyet.lexicons.cue_pairs import SYLLABLE_PAIRS
from nghiquyet.normalizers.ocr_words import FREQUENT, WORD, is_syllable
from nghiquyet.records import TextEdit
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, without_marks

# «UBTVQHI5», «UBTVQHI15», «QHl4»: the number of the Assembly, whose 1 is read as a stroke, or twice.
_ASSEMBLY = re.compile(r"(?<=QH)(?:[HIl|]{1,2}1?|1[Il|])(?=\d(?!\d))")
# «1191NQ- UBTVQH15», «1191ÑQ-»: the stroke before the type is lost.
_LOST_STROKE = re.compile(r"(?<=\d)\s?[NÑ](?=Q\s?-\s?(?:UBTVQH|CP|HĐND))")
# «khóa XIH», «lần thứ XHI».
_ROMAN = re.compile(r"\b(?:[Kk]hóa|[Kk]hoá|thứ|hội)\s(?=[XVI]*[Hl])([XVI][XVIHl]*|[Hl]{1,3})(?!\w)")
# «(hông. tính», «Bắc Giang, đoạt 04. Huy chương»: specks behind a word read as a mark.
_SPECK = re.compile(r"(?<= 0\d)\.(?= [A-ZĐ][a-zà-ỹ])")
_BODIES = ("TỈNH ỦY", "TỈNH UỶ", "THÀNH ỦY", "HUYỆN ỦY", "ĐẢNG ỦY", "BAN THƯỜNG VỤ", "HỘI ĐỒNG NHÂN DÂN", "CHÍNH PHỦ",
           "BAN CHẤP HÀNH", "BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "ỦY BAN NHÂN DÂN", "QUỐC HỘI", "THƯỜNG TRỰC")  # fmt: skip
_SIGNED_FOR = re.compile(r"(?<=T/M )[A-ZĐÀ-Ỵ]{2,}(?: [A-ZĐÀ-Ỵ]{2,}){1,4}")
_STARTED_WORD = re.compile(r"(?<=\s)[#/\\|]([a-zà-ỹ]{2,})(?= [a-zà-ỹ0-9])")


# «51.000 tỷ đông»: after a figure nothing else than money.
_MONEY = re.compile(r"(?<=\d )((?:nghìn |ngàn )?(?:tỷ|tỉ|triệu|nghìn) )(?:đông|dồng|đổng|đòng)(?![^\W\d_])")
# «sÁN ABÍ THƯ»: the seal runs into the post.
_GLUED_POST = re.compile(r"(?<=[A-ZĐÀ-Ỵ])(?=(?:BÍ THƯ|CHỦ TỊCH)[ \t]*$)", re.MULTILINE)


# «VlỆN NGHIÊN CỨU»: a small l between capitals is an I, in any text.
_CAPITALS = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_STROKE_AMONG_CAPITALS = re.compile(f"l(?:(?=[{_CAPITALS}])|(?<=[{_CAPITALS}]l)(?![^\\W\\d_]))")


def strokes_among_capitals(text: str) -> Iterator[TextEdit]:
    """«VlỆN» → «VIỆN»."""
    for match in _STROKE_AMONG_CAPITALS.finditer(text):
        first = place = match.start()
        while first > 0 and (text[first - 1].isupper() or text[first - 1] == "l"):
            first -= 1
        last = place
        while last < len(text) and (text[last].isupper() or text[last] == "l"):
            last += 1
        word = text[first:last]
        whole = not (text[first - 1 : first].isalpha() or text[last : last + 1].isalpha())
        if whole and not word.isascii() and word[0].isupper() and len(word) - word.count("l") >= 2:
            yield TextEdit(place, place + 1, "I", "ocr_repairs.stroke_among_capitals")


def _money(text: str) -> Iterator[TextEdit]:
    """«51.000 tỷ đông» → «51.000 tỷ đồng»."""
    for match in _MONEY.finditer(text):
        yield TextEdit(match.end(1), match.end(), "đồng", "ocr_repairs.money")


# «17/99⏎xã phường»: two kinds of one list, whose comma the scan lost and the text has elsewhere.
_UNPARTED = re.compile(r"(?<=\d)\s(xã)(?= phường(?![^\W\d_]))")


def _list_commas(text: str) -> Iterator[TextEdit]:
    """«17/99 xã phường» → «17/99 xã, phường», in a text that writes «xã, phường»."""
    if "xã, phường" in text:
        for match in _UNPARTED.finditer(text):
            yield TextEdit(match.end(), match.end(), ",", "ocr_repairs.list_comma")


def _glued_posts(text: str) -> Iterator[TextEdit]:
    """«ABÍ THƯ» → «A BÍ THƯ»."""
    for match in _GLUED_POST.finditer(text):
        yield TextEdit(match.start(), match.start(), " ", "ocr_repairs.glued_post")


def _assembly_numbers(text: str) -> Iterator[TextEdit]:
    """«UBTVQHI5» → «UBTVQH15»."""
    for match in _ASSEMBLY.finditer(text):
        yield TextEdit(match.start(), match.end(), "1", "ocr_repairs.assembly_number")


def _lost_strokes(text: str) -> Iterator[TextEdit]:
    """«1191ÑQ- UBTVQH15» → «1191/NQ- UBTVQH15»."""
    for match in _LOST_STROKE.finditer(text):
        yield TextEdit(match.start(), match.end(), "/N", "ocr_repairs.lost_stroke")


def _roman_numerals(text: str) -> Iterator[TextEdit]:
    """«khóa XIH», «khóa XIlI» → «khóa XIII»: H is two strokes, l is one."""
    for match in _ROMAN.finditer(text):
        read = match[1].replace("H", "II").replace("l", "I")
        if re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", read):
            yield TextEdit(match.start(1), match.end(1), read, "ocr_repairs.roman_numeral")


def _signing_bodies(text: str) -> Iterator[TextEdit]:
    """«T/M TĨNH UY» → «T/M TỈNH ỦY»: a signature is for one of few bodies."""
    for match in _SIGNED_FOR.finditer(text):
        words = match.group()
        if any(words.startswith(body) for body in _BODIES):
            continue
        letters = without_marks(words)
        body = next((body for body in _BODIES if letters.startswith(without_marks(body))), None)
        if body is not None:
            yield TextEdit(match.start(), match.start() + len(body), body, "ocr_repairs.signing_body")


def _specks(text: str) -> Iterator[TextEdit]:
    """«đoạt 04. Huy chương» → «đoạt 04 Huy chương»."""
    for match in _SPECK.finditer(text):
        yield TextEdit(match.start(), match.end(), "", "ocr_repairs.speck")


def _damaged_first_letters(text: str) -> Iterator[TextEdit]:
    """«#rong tháng», «/rước ngày»: the first letter of a word in italics."""
    for match in _STARTED_WORD.finditer(text):
        after = WORD.match(text, match.end() + 1)
        whole = "t" + fold(match[1])
        if is_syllable(whole) and after is not None and SYLLABLE_PAIRS.count(whole, fold(after.group())) >= FREQUENT:
            yield TextEdit(match.start(), match.start() + 1, "t", "ocr_repairs.first_letter")


FORMS: tuple[Callable[[str], Iterator[TextEdit]], ...] = (
    _assembly_numbers,
    _money,
    _list_commas,
    _glued_posts,
    _lost_strokes,
    _roman_numerals,
    _signing_bodies,
    _specks,
    _damaged_first_letters,
)
