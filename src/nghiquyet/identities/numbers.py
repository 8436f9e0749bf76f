"""Numbers of documents: 233-NQ/TU, 73/2023/NĐ-CP, 1191/NQ-UBTVQH15, 202/2025/QH15, 30a/2008/NQ-CP, 66/HĐBT.

The grammar is that of HD 36-HD/VPTW 1.3 (Party: N-TYPE/BODY), NĐ 30/2020 PL I II.3 (State: N/TYPE-BODY) and the law on
legal documents (N/YEAR/TYPE-BODY, N/YEAR/QHn). Blanks, line breaks, odd dashes and Ð for Đ stand inside in real files;
blanks are single here, as everywhere behind ``squeeze``.
"""

from nghiquyet.model import Number
from nghiquyet.text import patterns as re

DASH = r"[-‐‑‒–—−]"
# A digit, or a letter that OCR puts for one beside a digit: «I5-NQ/TU», «1O/NQ-CP».
_DIGITS = r"(?:\d|[IlO](?=\d)|(?<=\d)[IlO](?=[\d/-])){1,5}"
_SERIAL = rf"{_DIGITS}(?:\.\d{{1,2}})?[a-zđA-EĐ]?(?![\w.])"
# Cyrillic capitals look the same: «58/2024/NĐ-CР».
_ALIKE = "АВСЕНКМОРТХ"
_LETTERS = rf"[A-ZĐÐƯ{_ALIKE}][A-Za-zĐđÐƯư{_ALIKE}]{{0,12}}"
# «BNN&PTNT», «T.Ư», «UBTVQHK11», «HĐND14»; OCR leaves I or l for the 1 of a legislature.
_CODE = rf"{_LETTERS}(?:[&.][A-ZĐƯ][A-Za-zĐđƯư]{{0,8}})*(?:\dS|\d{{0,2}})"
# Behind a blank only codes in capitals: «12/QĐ-UBND - Ban Tổ chức» ends at UBND.
_SPACED = r"(?:TTg|TTr|CTr|Ctr|QĐi|QyĐ|[A-ZĐÐƯ][A-ZĐÐƯ&]{1,12}\d{0,2})"
_CODES = rf"{_CODE}(?:(?:{DASH}|/){_CODE}| ?(?:{DASH}|/) ?{_SPACED}){{0,7}}(?:-\d{{1,3}}(?!\d))?"
_PARTY_TYPES = (
    r"(?:NQLT|NQ|CT|KL|QĐi|QĐ|QD|QyĐ|QC|HD|TB|TTr|TT|BC|KHHĐ|KH|CTrHĐ|CTHĐ|CTr|CTR|Ctr|ĐA|CV|PA|QTr|TC|BB|LCT|L)"
)
_OLD_BODIES = r"(?:CP|TTg|HĐBT|CT|LCT|TW|HĐNN\d?)"
NUMBER = (
    rf"(?:{_DIGITS}(?=[A-ZĐ]{{2,4}}/[A-ZĐ])|{_SERIAL})(?:"
    rf"(?: ?/ ?(?:1[89]|2[0-9])\d\d"  # 73/2023/NĐ-CP, 202/2025/QH15
    rf"|{DASH}{_CODE}| ?{DASH} ?{_SPACED}"  # 233-NQ/TU
    rf"|) ?/ ?{_CODES}"  # 1191/NQ-UBTVQH15, 66/HĐBT
    rf"|/(?:19|20)\d\d(?: ?- ?|(?=[A-ZĐ]{{2,4}}-)){_CODES}"  # 255/2025-NĐ-CP, 49/2025TT-BCT: the slash is missing
    rf"| {_PARTY_TYPES} ?/ ?{_CODE}(?: ?{DASH} ?{_CODE})?"  # 113 NQ/ĐU
    rf"|{DASH}{_OLD_BODIES}"  # 84-CP, 297-CT
    rf"|[A-ZĐ]{{2,4}}/{_CODES}"  # 1357TC/QĐ-TCT
    r")(?!\w)"
)
"""A pattern without groups that capture; a letter after the digits is part of the serial (30a)."""

BLANK_NUMBER = (
    rf"(?:…+|\.{{2,}}|_{{2,}})? ?(?:/ ?20\d\d ?/ ?{_CODES}|{DASH}? ?{_PARTY_TYPES} ?/ ?(?:TW|TU|HU|QU|ĐU|BTVTU))(?!\w)"
)
"""A number to be filled in by hand, behind «số»."""
_WHOLE = re.compile(NUMBER)
_READ = re.compile(
    r"(?P<serial>[\dIlO]{1,5}(?:\.\d{1,2})?[a-zđA-EĐ]?)(?:/(?P<year>(?:1[89]|2[0-9])\d\d)(?=/|-[A-ZĐ]|[A-ZĐ]{2}))?(?:[/-]|(?=[A-ZĐ]{2}))(?P<symbol>.+)",
    re.DOTALL,
)
_TIDY = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"Ð": "Đ"} | dict(zip(_ALIKE, "ABCEHKMOPTX", strict=True)))
_LEGISLATURE = re.compile(r"(QHK?)([IlO\d])([IlOS\d])")
_FOR_DIGITS = str.maketrans({"I": "1", "l": "1", "O": "0"})
_REGULAR = re.compile(r"[0-9A-SU-ZĐa-zđ./-]*(?:T(?![.Ư])[0-9A-SU-ZĐa-zđ/-]*)*")
_TRUNG_UONG = re.compile(r"(?<=[/-])T\.?(?:Ư|W)(?![A-ZĐƯ])")
_UNHYPHENED = re.compile(rf"({_SERIAL}) (?=[A-ZĐ])")


def read_number(printed: str) -> Number:
    """The parts of a printed number: blanks out, dashes and Đ made regular, letters for digits read as digits.

    «TƯ» is TW, the older way to write it; where the issuer is a local committee, ``local_number`` reads TU.
    """
    tidy = printed
    if " " in tidy:
        # «113 NQ/ĐU»: the hyphen of the form is missing.
        tidy = _UNHYPHENED.sub(r"\1-", tidy).replace(" ", "")
    if not _REGULAR.fullmatch(tidy):
        tidy = _TRUNG_UONG.sub("TW", "".join(tidy.split()).translate(_TIDY))
    if "QH" in tidy:
        tidy = _LEGISLATURE.sub(lambda hit: hit[1] + (hit[2] + hit[3].replace("S", "5")).translate(_FOR_DIGITS), tidy)
    match = _READ.fullmatch(tidy)
    if match is None:
        return Number(text=tidy, serial=tidy if tidy.isalnum() else None)
    serial, symbol = match["serial"], match["symbol"]
    if not serial.isdecimal():
        read = serial.translate(_FOR_DIGITS)
        tidy = read + tidy[len(serial) :]
        serial = read
    return Number.trusted({"text": tidy, "serial": serial, "year": match["year"], "symbol": symbol})


def read_blank_number(printed: str) -> Number:
    """The parts of a number whose serial is still to be filled in: «…/2025/NQ-HĐND»."""
    tidy = "".join(printed.split()).translate(_TIDY)
    if "/20" not in tidy:
        # «số     -NQ/TU», of the Party
        symbol = tidy.lstrip("….-_")
        return Number(text=f"-{symbol}", symbol=symbol)
    tidy = tidy[tidy.index("/") :]
    _, year, symbol = tidy.split("/", 2)
    return Number(text=tidy, year=year, symbol=symbol)


def well_formed(printed: str) -> Number | None:
    """The parts of a printed number; None when the drafting rules know no such form («85/2017/nđ-cp»)."""
    return read_number(printed) if _WHOLE.fullmatch(printed.strip()) else None


def local_number(number: Number, printed: str) -> Number:
    """``number`` with TU for a printed «TƯ»: the issuer behind it is a local committee."""
    if "Ư" not in printed or number.symbol is None:
        return number
    return number.model_copy(
        update={"text": number.text.replace("TW", "TU"), "symbol": number.symbol.replace("TW", "TU")}
    )
