"""Dates as headers and clauses print them."""

import datetime
import re

DAY = (
    r"(?:(?P<d>\d{1,2})\s*(?:tháng)\s*(?P<m>\d{1,2})\s*(?:,?\s*năm)\s*(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})\s?[/.-]\s?(?P<m2>\d{1,2})\s?[/.-]\s?(?P<y2>\d{4}))"
)
"""A day with its month and year: «13 tháng 7 năm 2017», «13/7/2017», «16tháng 6 năm 2025»."""


def day_of(match: re.Match[str]) -> datetime.date | None:
    """The date that a match of ``DAY`` names; None for a day that no calendar has."""
    day, month, year = match["d"] or match["d2"], match["m"] or match["m2"], match["y"] or match["y2"]
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
