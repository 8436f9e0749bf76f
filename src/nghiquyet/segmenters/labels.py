"""Labels: what may stand at the start of a line and number a unit.

Each rule looks at a line and answers a Label or nothing; ``LABEL_RULES`` is their order. A label is evidence: whether
the line really opens a unit is decided with the lines around it (numbering.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

from nghiquyet.text import patterns as re
from nghiquyet.text.numerals import letter_value, ordinal_value, roman_value
from nghiquyet.text.vietnamese import UPPER

# Inside a character class; text taken from PDF files uses all of them.
HYPHEN = r"\-‐‑‒–—−"


@dataclass(frozen=True, slots=True)
class Label:
    """A candidate label. ``style`` tells apart what one level of an outline keeps the same («I-» and «I.» differ)."""

    family: str
    """part chapter section subsection article roman upper arabic decimal paren half_paren letter paren_letter
    paren_roman dash plus star appendix."""
    style: str
    printed: str
    number: str | None
    """Arabic digits, a lower-case letter, «1.1»; None for dashes."""
    value: int
    """Ordinal for continuity; 0 for dashes."""
    length: int
    """Characters of the line up to the content, blanks after the label included."""
    rule: str


_WORDED = re.compile(
    r"(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+(?:(?:thứ|THỨ|Thứ)\s+)?"
    r"([IVXLC]+|\d{1,3}|[A-ZĐ]|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|NHẤT|HAI|BA|TƯ|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI)"
    rf"(?![\w/])\s*[.:{HYPHEN}]?\s*"
)
_WORDED_FAMILY = {"phần": "part", "chương": "chapter", "mục": "section", "tiểu mục": "subsection"}
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)\s+(\d{1,3}[a-zđ]{0,2})(?:\s*([.:])\s*|\s*$|\s+(?=[A-ZĐÀ-Ỹ]))")
_ROMAN = re.compile(rf"([IVXLC]+)\s*([.{HYPHEN}/)])\s*(?=\S)|([IVXLC]+)\s+(?=[A-ZĐÀ-Ỵ]{{2}})")
_UPPER = re.compile(rf"([A-HK-U])([.{HYPHEN}/)])\s+(?=\S)")
_DECIMAL = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:([.{HYPHEN}/)])\s*|\s(-)\s(?=[A-ZĐÀ-Ỵ])|\s+)(?=[^\d\s%])")
_ARABIC = re.compile(rf"(\d{{1,3}})\s?([.{HYPHEN}/])\s*(?=[^\d\s%])|(\d{{1,3}})([.])\s+(?=\d)")
_PAREN = re.compile(r"\((\d{1,3})\)\s*(?=\S)")
_HALF_PAREN = re.compile(r"(\d{1,3})\)\s*(?=\S)")
_LETTER = re.compile(r"([a-zđ]\d?)\s?([.)])\s+(?=\S)|([a-zđ])(\))(?=\S)")
_STRANGERS = {letter: letter_value(before) or 0 for letter, before in (("f", "e"), ("j", "i"), ("w", "v"), ("z", "y"))}
_PAREN_LETTER = re.compile(r"\(([a-zđ])\)\s*(?=\S)")
_PAREN_ROMAN = re.compile(r"\(?([ivx]{1,5})\)\s*(?=\S)")
_BULLET = re.compile(rf"([{HYPHEN}•●▪+*])\s*(?=[^\s{HYPHEN}+*.])")
_APPENDIX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số)?\s*:?\s*([IVXLC]+|\d{1,3}|[A-ZĐ])(?![\w/]))?\s*(?:$|[.:\-–](?:\s|$)|(?=\())"
)


def worded_unit(line: str) -> Label | None:
    """«Chương II», «PHẦN THỨ NHẤT», «Mục 3. …» — a keyword and a number, on a line of its own or before a title."""
    match = _WORDED.match(line)
    if match is None:
        return None
    value = ordinal_value(match[2]) or letter_value(match[2])
    if value is None:
        return None
    # «Mục II của …», «Phần 2 dự án»: running text goes on in lower case; titles begin with a capital.
    rest = line[match.end() :]
    if rest and rest[0].islower():
        return None
    family = _WORDED_FAMILY[match[1].lower()]
    return Label(family, family, match.group().rstrip(), str(value), value, match.end(), "labels.worded_unit")


def article(line: str) -> Label | None:
    """«Điều 1.», «Điều 1:», a bare «Điều 1» on its own line."""
    match = _ARTICLE.match(line)
    if match is None:
        return None
    rest = line[match.end() :]
    if match[2] is None and rest and not rest[0].isupper():
        return None
    digits = re.match(r"\d+", match[1])
    value = int(digits.group()) if digits else 0
    return Label("article", "article", match.group().rstrip(), match[1], value, match.end(), "labels.article")


def roman(line: str) -> Label | None:
    """«I- MỤC TIÊU», «II. …», a bare «I QUAN ĐIỂM» before capitals."""
    match = _ROMAN.match(line)
    if match is None:
        return None
    numeral, mark = match[1] or match[3], match[2] or ""
    value = roman_value(numeral)
    # «V/V TẬP TRUNG ỨNG PHÓ …» is a subject.
    if mark == "/" and line[match.end() : match.end() + 2] in ("V ", "v "):
        return None
    # C. D. L. are letters of an A. B. C. series more often than 100, 500, 50.
    if value is None or value > 49 or (numeral in "CDL"):
        return None
    return Label("roman", f"roman{_mark(mark)}", match.group().rstrip(), str(value), value, match.end(), "labels.roman")


def upper(line: str) -> Label | None:
    """«A- TÌNH HÌNH», «B. …»."""
    match = _UPPER.match(line)
    if match is None:
        return None
    value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(match[1]) + 1
    style = f"upper{_mark(match[2])}"
    return Label("upper", style, match.group().rstrip(), match[1].lower(), value, match.end(), "labels.upper")


def decimal(line: str) -> Label | None:
    """«1.1. …», «2.6- …», «4.2.1 …»."""
    match = _DECIMAL.match(line)
    if match is None:
        return None
    depth = match[1].count(".")
    rest = line[match.end() :]
    # «1.095 dự án», «2.5 triệu»: a number in running text has no mark behind it and goes on in lower case.
    if match[2] is None and not rest[0].isupper():
        return None
    value = int(match[1].rsplit(".", 1)[1])
    style = f"decimal{depth}"
    return Label("decimal", style, match.group().rstrip(), match[1], value, match.end(), "labels.decimal")


def arabic(line: str) -> Label | None:
    """«1. …», «1- …», «1/ …»; not «24-NQ/TW còn …», «10,5%/năm», «50/KH-UBND», «15/3/2025»."""
    match = _ARABIC.match(line)
    if match is None:
        return None
    digits, mark = (match[1], match[2]) if match[1] else (match[3], match[4])
    rest = line[match.end() :]
    if mark != "." and (_SYMBOL_TAIL.match(rest) or rest[0].islower()):
        return None
    if mark == "." and rest[0].islower() and not line[len(digits) + 1].isspace():
        return None
    value = int(digits)
    style = f"arabic{_mark(mark)}"
    return Label("arabic", style, match.group().rstrip(), str(value), value, match.end(), "labels.arabic")


_SYMBOL_TAIL = re.compile(r"[A-ZĐ][A-Za-zĐđ]{0,5}\s?[/-]|[A-ZĐ]{2,6}\d*\b(?=[\s,;.]|$)")


def parenthesised_number(line: str) -> Label | None:
    """«(1) …»."""
    match = _PAREN.match(line)
    if match is None:
        return None
    value = int(match[1])
    return Label(
        "paren", "paren", match.group().rstrip(), str(value), value, match.end(), "labels.parenthesised_number"
    )


def half_parenthesised_number(line: str) -> Label | None:
    """«1) …»."""
    match = _HALF_PAREN.match(line)
    if match is None:
        return None
    value = int(match[1])
    return Label(
        "half_paren", "half_paren", match.group().rstrip(), str(value), value, match.end(),
        "labels.half_parenthesised_number",
    )  # fmt: skip


def letter(line: str) -> Label | None:
    """«a) …», «đ) …», «a. …», «a1) …»."""
    match = _LETTER.match(line)
    if match is None:
        return None
    printed, mark = (match[1], match[2]) if match[1] else (match[3], match[4])
    # f, j, w, z are no letters of the Vietnamese alphabet; drafters write «f)» between e) and g) all the same.
    value = letter_value(printed[0]) or _STRANGERS.get(printed[0])
    if value is None:
        return None
    return Label("letter", f"letter{_mark(mark)}", match.group().rstrip(), printed, value, match.end(), "labels.letter")


_COMMA_LETTER = re.compile(rf"([a-zđ]),\s+(?=[{UPPER}])")
_SMALL_NUMERAL = re.compile(r"([IVX][ivx]{1,4})\s?\.\s+(?=\w)")


def letter_before_comma(line: str) -> Label | None:
    """«a, Nhóm khoáng sản …»: counted on strictly, as no other mark says that it is a label."""
    match = _COMMA_LETTER.match(line)
    value = letter_value(match[1]) if match else None
    if match is None or value is None:
        return None
    return Label(
        "letter", "letter,", match.group().rstrip(), match[1], value, match.end(), "labels.letter_before_comma"
    )


def small_numeral(line: str) -> Label | None:
    """«Ii. định hướng …»: a Roman numeral whose capitals a tool took away."""
    match = _SMALL_NUMERAL.match(line)
    value = roman_value(match[1].upper()) if match else None
    if match is None or value is None:
        return None
    return Label("roman", "roman.", match.group().rstrip(), str(value), value, match.end(), "labels.small_numeral")


def parenthesised_letter(line: str) -> Label | None:
    """«(a) …»."""
    match = _PAREN_LETTER.match(line)
    value = letter_value(match[1]) if match else None
    if match is None or value is None:
        return None
    return Label(
        "paren_letter", "paren_letter", match.group().rstrip(), match[1], value, match.end(),
        "labels.parenthesised_letter",
    )  # fmt: skip


def small_roman(line: str) -> Label | None:
    """«(i) …», «ii) …»."""
    match = _PAREN_ROMAN.match(line)
    value = roman_value(match[1].upper()) if match else None
    if match is None or value is None:
        return None
    return Label(
        "small_roman", "small_roman", match.group().rstrip(), str(value), value, match.end(), "labels.small_roman"
    )


def bullet(line: str) -> Label | None:
    """«- …», «+ …», «* …»: no number, siblings by sign."""
    match = _BULLET.match(line)
    if match is None:
        return None
    sign = match[1]
    family = {"+": "plus", "*": "star"}.get(sign, "dash")
    return Label(family, family, sign, None, 0, match.end(), "labels.bullet")


def appendix(line: str) -> Label | None:
    """«PHỤ LỤC I», «Phụ lục» on a line of its own."""
    match = _APPENDIX.match(line)
    if match is None:
        return None
    number = match[1]
    value = (ordinal_value(number) or letter_value(number) or 0) if number else 0
    return Label(
        "appendix", "appendix", match.group(), str(value) if number else None, value, match.end(), "labels.appendix"
    )


def _mark(mark: str) -> str:
    return mark if mark in ("", ".", "/", ")") else "-"


LabelRule = Callable[[str], Label | None]

LABEL_RULES: tuple[LabelRule, ...] = (
    appendix,
    worded_unit,
    article,
    roman,
    upper,
    decimal,
    arabic,
    parenthesised_number,
    half_parenthesised_number,
    small_roman,
    parenthesised_letter,
    letter,
    letter_before_comma,
    small_numeral,
    bullet,
)

# A line can only carry a label when it begins so: most lines of prose are dismissed by this one look.
_MAY_OPEN = re.compile(
    rf"[\d(IVXLCA-U{HYPHEN}•●▪+*]|[a-zđ]\d?\s?[.),]|[ivx]+\)|Phần|Phụ|Mục|Tiểu|Chương|Điều|ĐIỀU|PHẦN"
)


def label_candidates(line: str) -> tuple[Label, ...]:
    """Every reading of the start of a line as a label, in the order of the rules."""
    if _MAY_OPEN.match(line) is None:
        return ()
    return tuple(label for rule in LABEL_RULES if (label := rule(line)) is not None)
