"""Numbers of documents: 233-NQ/TU, 73/2023/NĐ-CP, 1191/NQ-UBTVQH15, 202/2025/QH15, 30a/2008/NQ-CP, 66/HĐBT.

The grammar is that of HD 36-HD/VPTW 1.3 (Party: N-TYPE/BODY), NĐ 30/2020 PL I II.3 (State: N/TYPE-BODY) and the law on
legal documents (N/YEAR/TYPE-BODY, N/YEAR/QHn). Blanks, line breaks, odd dashes and Ð for Đ stand inside in real files.
"""

import re

from nghiquyet.model import Number

_DASH = r"[-‐‑‒–—−]"
_CODE = r"[A-ZĐÐƯ][A-Za-zĐđÐƯ]{0,9}\d{0,2}"
_BODY = rf"{_CODE}(?:\.{_CODE})?(?:\s?{_DASH}\s?{_CODE})*"
NUMBER = (
    r"(?<![\w/.,])\d{1,5}[a-zđ]?(?:\.\d{1,3})?"
    rf"(?:\s?/\s?(?:1[89]|2[0-9])\d\d\s?/\s?(?:{_BODY}(?:\s?/\s?{_CODE})?)"  # 73/2023/NĐ-CP, 202/2025/QH15
    rf"|\s?{_DASH}\s?{_CODE}\s?/\s?{_BODY}"  # 233-NQ/TU
    rf"|\s?/\s?{_CODE}(?:\s?{_DASH}\s?{_CODE})*(?:\s?/\s?{_CODE})?"  # 1191/NQ-UBTVQH15, 66/HĐBT
    rf"|{_DASH}(?:CP|TTg|HĐBT|CT|LCT|TW))(?![\w])"  # 84-CP, 297-CT
)
"""A pattern without groups; lower-case letters after the digits are part of the serial (30a)."""

_READ = re.compile(
    r"(?P<serial>\d{1,5}[a-zđ]?(?:\.\d{1,3})?)(?:/(?P<year>(?:1[89]|2[0-9])\d\d)(?=/))?[/-](?P<symbol>.+)", re.DOTALL
)
_TIDY = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"Ð": "Đ"})


def read_number(printed: str) -> Number:
    """The parts of a printed number: blanks out, dashes and Đ made regular, TƯ and T.Ư read as TW or TU.

    ``QH1S``-like damage is left as it stands.
    """
    tidy = "".join(printed.split()).translate(_TIDY).replace("TƯ", "TW")
    # «UBTVQHI5», «UBTVQHl5»: the letter for the digit 1 in the number of the legislature (tesseract at 200 dpi).
    tidy = re.sub(r"(QH)[Il](\d)", r"\g<1>1\2", tidy)
    match = _READ.fullmatch(tidy)
    if match is None:
        return Number(text=tidy, serial=tidy if tidy.isalnum() else None)
    return Number(text=tidy, serial=match["serial"], year=match["year"], symbol=match["symbol"])
