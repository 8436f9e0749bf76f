"""TCVN3 and VNI: letters of fonts from before Unicode, which a file holds as Latin-1 letters that look odd.

A file that names its fonts is converted run by run (.VnTime, .VnTimeH, VNI-Times); a text without fonts only where its
letters leave no doubt. Both by tables of our own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nghiquyet.records import SourceText, TextEdit
from nghiquyet.text import patterns as re

# From 0xA1 on, as TCVN 5712:1993 (TCVN3, «ABC») has them; «ư» stands where Latin-1 has the soft hyphen.
_TCVN3_CODES = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
_SINGLE = dict(zip(_TCVN3_CODES, _TCVN3_LETTERS, strict=True))

# VNI writes a vowel and then its marks; a few letters have a code of their own.
_VNI_MARKS = {
    "a": "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ",
    "e": "ùéøèûẻõẽïẹâêáếàềåểãễäệ",
    "o": "ùóøòûỏõõïọâôáốàồåổãỗäộ",
    "ô": "ùớøờûởõỡïợ",
    "u": "ùúøùûủõũïụ",
    "ö": "ùứøừûửõữïự",
    "y": "ùýøỳûỷõỹ",
}


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = {}
    for vowel, marks in _VNI_MARKS.items():
        for mark, letter in zip(marks[::2], marks[1::2], strict=True):
            table[vowel + mark] = letter
            table[(vowel + mark).upper()] = letter.upper()
            table[vowel.upper() + mark] = letter.upper()
    alone = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    table.update(alone)
    table.update({code.upper(): letter.upper() for code, letter in alone.items()})
    codes = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, codes))), table


@cache
def _tcvn3() -> tuple[re.Pattern[str], dict[str, str]]:
    return re.compile("[" + re.escape(_TCVN3_CODES) + "]"), _SINGLE


def table_of(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds the codes of a charset, and the letter of each."""
    return _vni() if name == "vni" else _tcvn3()


@dataclass(frozen=True, slots=True)
class Charset:
    """A way of writing Vietnamese in single bytes."""

    name: str
    capitals: bool = False
    """A font whose small letters print as capitals: .VnTimeH."""

    def edits(self, text: str, start: int, end: int, how: str) -> Iterator[TextEdit]:
        """The letters of ``text[start:end]`` as Unicode."""
        pattern, table = table_of(self.name)
        rule = f"legacy_charsets.{self.name}_{how}"
        position = start
        for match in pattern.finditer(text, start, end):
            if self.capitals:
                yield from _raised(text, position, match.start(), rule)
            letter = table[match.group()]
            letter = letter.upper() if self.capitals else letter
            if letter != match.group():
                yield TextEdit(match.start(), match.end(), letter, rule)
            position = match.end()
        if self.capitals:
            yield from _raised(text, position, end, rule)

    def converted(self, text: str) -> str:
        """The text as Unicode."""
        pattern, table = table_of(self.name)
        return pattern.sub(lambda match: table[match.group()], text)


def _raised(text: str, start: int, end: int, rule: str) -> Iterator[TextEdit]:
    for match in re.finditer("[a-z]+", text[start:end]):
        first = start + match.start()
        yield TextEdit(first, first + len(match.group()), match.group().upper(), rule)


def charset_of_font(font: str) -> Charset | None:
    """TCVN3 for .VnTime, with capitals for .VnTimeH; VNI for VNI-Times."""
    name = font.lower()
    if name.startswith(".vn"):
        return Charset("tcvn3", capitals=font.endswith("H"))
    return Charset("vni") if name.startswith(("vni-", ".vni")) else None


# A Vietnamese text in Unicode has one of these in its first lines; a legacy one has none at all.
_UNICODE = re.compile("[ạ-ỹảƠơƯưĐđĂăằ\u0300\u0301\u0309\u0303\u0323]")
_LATIN_1 = re.compile("[\u00a1-\u00fe]")
_WORDS = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    [
        "và",
        "của",
        "các",
        "có",
        "được",
        "trong",
        "cho",
        "theo",
        "với",
        "tỉnh",
        "năm",
        "ngày",
        "số",
        "quyết",
        "nghị",
        "nhân",
        "dân",
        "về",
        "việc",
        "những",
        "là",
        "không",
        "đến",
        "điều",
        "khoản",
        "hội",
        "đồng",
        "ủy",
        "ban",
        "chính",
        "tổ",
        "chức",
        "thực",
        "hiện",
        "kinh",
        "tế",
        "xã",
    ]
)
SAMPLE = 20_000
LEAST_LETTERS = 20
"""Odd letters: a line or two of them. «Ngày 25 tháng 12» proves nothing."""
LEAST_ODD = 0.04
LEAST_COMMON = 0.12
"""Of the words of a Vietnamese official text a third are among these; of a text read in a wrong charset none."""


def legacy_charsets(source: SourceText) -> Iterator[TextEdit]:
    """«NghÞ quyÕt» → «Nghị quyết»: by font where the file names it, else where a whole text shows it."""
    named = False
    for mark in source.marks:
        if mark.kind == "font":
            charset = charset_of_font(mark.value)
            if charset is not None:
                named = True
                yield from charset.edits(source.text, mark.start, mark.end, "by_font")
    if named or source.text.isascii():
        return
    charset = detected(source.text)
    if charset is not None:
        yield from charset.edits(source.text, 0, len(source.text), "by_statistics")


def detected(text: str) -> Charset | None:
    """The charset in which a text without one letter of Unicode Vietnamese reads as Vietnamese."""
    if _UNICODE.search(text):
        return None
    sample = text[:SAMPLE]
    odd = len(_LATIN_1.findall(sample))
    if odd < LEAST_LETTERS or odd < LEAST_ODD * max(sum(map(str.isalpha, sample)), 1):
        return None
    best = max((Charset("tcvn3"), Charset("vni")), key=lambda charset: common_words(charset.converted(sample)))
    return best if common_words(best.converted(sample)) >= LEAST_COMMON else None


def common_words(text: str) -> float:
    """The share of the words of a text that are common in official Vietnamese."""
    words = _WORDS.findall(text.lower())
    return sum(word in _COMMON for word in words) / max(len(words), 1)
