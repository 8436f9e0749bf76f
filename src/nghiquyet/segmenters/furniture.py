"""Furniture: lines that belong to the page and not to the text."""

import re
from collections.abc import Callable, Sequence

from nghiquyet.model import FurnitureKind
from nghiquyet.segmenters.lines import Line

_RULE = re.compile(r"[-_=~–—*.…\s]{3,}|\*|[-–—_]{2,}")
_PLACEHOLDER = re.compile(r"[.…\s]{6,}")
_COMMENT = re.compile(r"<!--.*-->|\[(?:\.\.\.|…)\]")
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(\d{1,3})\s*[-–—]?|Trang\s+(\d{1,3})(?:\s*/\s*\d{1,3})?")


def drawn_rule(line: Line) -> FurnitureKind | None:
    """«-----», «***», «*»: a rule under a header, or between parts."""
    return "rule" if _RULE.fullmatch(line.text) else None


def dotted_filler(line: Line) -> FurnitureKind | None:
    """«…………»: space left for a hand to fill."""
    return "placeholder" if _PLACEHOLDER.fullmatch(line.text) else None


def editor_comment(line: Line) -> FurnitureKind | None:
    """«<!-- page: 3 -->»: put in by the one who converted the file."""
    return "editorial" if _COMMENT.fullmatch(line.text) else None


FurnitureRule = Callable[[Line], FurnitureKind | None]

FURNITURE_RULES: tuple[FurnitureRule, ...] = (dotted_filler, drawn_rule, editor_comment)


def find_furniture(lines: Sequence[Line]) -> dict[int, tuple[FurnitureKind, str]]:
    """Line index → (kind, rule id) for every line that is furniture."""
    found: dict[int, tuple[FurnitureKind, str]] = {}
    numbered: list[tuple[int, int]] = []
    for line in lines:
        if len(line.text) > 80:
            continue
        for rule in FURNITURE_RULES:
            kind = rule(line)
            if kind is not None:
                found[line.index] = (kind, f"furniture.{rule.__name__}")
                break
        else:
            match = _PAGE_NUMBER.fullmatch(line.text) if len(line.text) <= 12 else None
            if match:
                numbered.append((line.index, int(match[1] or match[2])))
    found.update((index, ("page_number", "furniture.rising_page_numbers")) for index in _rising(numbered))
    return found


def _rising(numbered: Sequence[tuple[int, int]]) -> list[int]:
    """Of the lines that hold only a number, those that count pages: each one more than the one before.

    Numbers in the cells of a flattened table stand close together; a page holds at least a few lines.
    """
    pages: list[int] = []
    last_index, last_number = -1, None
    for index, number in numbered:
        follows = last_number is None or number == last_number + 1
        if follows and number <= 400 and (last_number is None or index - last_index >= 4):
            if last_number is None and number > 3:
                continue
            pages.append(index)
            last_index, last_number = index, number
    return pages if len(pages) > 1 or (pages and last_number in (2, 3)) else []
