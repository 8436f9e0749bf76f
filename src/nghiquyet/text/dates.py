"""Calendar dates as Vietnamese texts print them: 25/7/2022, 4-7-2017, 2.9.1945, 14 tháng 6 năm 2024."""

import re
from datetime import date

DATE = (
    r"(?:(?P<d1>\d{1,2})\s?(?P<s>[/.\-–])\s?(?P<m1>\d{1,2})\s?(?P=s)\s?(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4}))(?!\d)"
)
"""A pattern with the groups d1 m1 y1 or d2 m2 y2; embed it once in a pattern."""


def date_of(match: re.Match[str]) -> date | None:
    """The date of a match of ``DATE``; None when no calendar has it (31/02/2025)."""
    day, month, year = match["d1"] or match["d2"], match["m1"] or match["m2"], match["y1"] or match["y2"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
