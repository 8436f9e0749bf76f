"""Numbers as people read them: 18.000 tỷ đồng, 18,000 billion VND."""

import datetime
from decimal import Decimal

from nghiquyet.diagnostics import Language
from nghiquyet.model import Period

_SCALES: tuple[tuple[Decimal, str, str], ...] = (
    (Decimal(1_000_000_000), "tỷ", "billion"),
    (Decimal(1_000_000), "triệu", "million"),
)
_UNITS_EN = {"điểm phần trăm": "percentage points", "hạng": "ranks", "lần": "times"}
_UNITS_VI = {"VND": "đồng"}
_CURRENCIES = ("VND", "USD", "EUR")
_PLACES = Decimal("0.0001")


def number(value: Decimal, language: Language, sign: bool = False) -> str:
    """With thousands apart and no noughts behind; with a sign when asked."""
    rounded = value.quantize(_PLACES) if abs(value) < 10**12 else value
    shown = f"{rounded:{'+' if sign else ''},f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    shown = shown.replace("-", "−")
    return shown.translate(str.maketrans(",.", ".,")) if language == "vi" else shown


def scale(value: Decimal, unit: str | None, language: Language) -> tuple[Decimal, str]:
    """What a figure is divided by to be read, and the words behind it: 18000000000000 VND are 18.000 «tỷ đồng»."""
    name = unit or ""
    words = _UNITS_VI.get(name, name) if language == "vi" else _UNITS_EN.get(name, name)
    if name in _CURRENCIES:
        for size, vi, en in _SCALES:
            if abs(value) >= size:
                return size, f"{vi if language == 'vi' else en} {words}"
    return Decimal(1), words


def amount(value: Decimal, unit: str | None, language: Language, sign: bool = False) -> str:
    """A number and its unit; great sums in billions or millions."""
    size, words = scale(value, unit, language)
    shown = number(value / size, language, sign)
    return f"{shown}%" if words == "%" else f"{shown} {words}".rstrip()


_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈"}


def sign(comparator: str) -> str:
    """«≥» of «trở lên»; nothing where a figure is meant as it stands."""
    return _SIGNS.get(comparator, "")


def period(found: Period | None, language: Language) -> str:
    """The year of a whole year, else the printed words, else the two days."""
    if found is None:
        return ""
    if found.text:
        return found.text
    start, end = found.start, found.end
    if start and end and start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year)
    return " – ".join(day(date, language) if date else "…" for date in (start, end)) if start or end else ""


def day(date: datetime.date, language: Language) -> str:
    """05/02/2025, 2025-02-05."""
    return f"{date.day:02}/{date.month:02}/{date.year}" if language == "vi" else date.isoformat()
