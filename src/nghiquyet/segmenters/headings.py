"""Titled and run-in units: «2. Một số chỉ tiêu chủ yếu năm 2025» opens a section, «1. Căn cứ Nghị quyết này, …» is text."""

import re

from nghiquyet.segmenters.paragraphs import Unit

_ENDED = re.compile(r"[.;:,…]$|[.…]/\.?$")
_MOST_WORDS = 60
# «1. Mục tiêu tổng quát: Nâng cao …»: a title of a few words, then the text behind a colon.
_RUN_IN = re.compile(r"([^\W\d_][^.;:!?%\d]{1,110}):\s+(?=[A-ZĐÀ-Ỵ“\"(\-])")
_CITATION = re.compile(r"(?:Căn cứ|Thực hiện|Trên cơ sở|Theo)\s")


def is_title(unit: Unit, following: Unit | None) -> bool:
    """Whether the text behind a label is its title: no closing mark, not long, and something stands below it.

    A line in capitals is a title whatever follows.
    """
    text = unit.text
    if not text:
        return False
    if text.isupper() and len(text) < 400:
        return True
    if _ENDED.search(text) or len(text.split()) > _MOST_WORDS:
        return False
    if following is None or _CITATION.match(text):
        return False
    return not (following.label is not None and unit.label is not None and following.label.style == unit.label.style)


def run_in_title(text: str) -> int | None:
    """Length of the title before the colon of «Tiêu đề: nội dung»; None when the text has none."""
    match = _RUN_IN.match(text)
    if match is None or len(match[1].split()) > 16:
        return None
    return match.end(1)
