"""Wraps: how the lines of a text were broken, told from all of them."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from nghiquyet.segmenters.lines import Line
from nghiquyet.text import patterns as re

ENDED = re.compile(r"[.!?;:…](?:[\"”»)’*\]]|\s)*$")
"""A sentence or an item ends."""
LEAST_FIRSTS = 5
FULL = 60
"""No line of text that is wrapped at a margin is shorter."""


@dataclass(frozen=True, slots=True)
class Wraps:
    """How the lines of a text were broken."""

    hard: bool
    """Lines were broken inside paragraphs."""
    spaced: bool
    """Blank lines stand between the paragraphs, so that lines without one belong together."""
    width: int
    """Where lines were broken: most are no longer."""
    short_first: bool
    """The first line of a paragraph breaks early, the others are full: so web pages come whose source was indented."""


def wraps_of(lines: Sequence[Line]) -> Wraps:
    """How ``lines`` were broken: by neighbours that go on in small letters, and by blanks before labels."""
    broken = neighbours = opened = opened_blank = 0
    firsts: list[int] = []
    others: list[int] = []
    ended = True
    for before, after in itertools.pairwise(lines):
        if before.table is not None or after.table is not None:
            continue
        first = after.text[0]
        if after.blank_before:
            opened_blank += first.isdigit() or first in "ĐC"
        else:
            neighbours += 1
            goes_on = first.islower() and after.text[1:2] not in ").," and not ENDED.search(before.text[-6:])
            broken += goes_on
            if goes_on:
                opens = (ended or before.blank_before) and not before.text[0].islower()
                (firsts if opens else others).append(len(before.text))
        # Behind a mark, or behind a line that is not full, a paragraph begins.
        ended = len(before.text) < FULL or ENDED.search(before.text[-6:]) is not None
        opened += first.isdigit() or first in "ĐC"
    lengths = sorted(len(line.text) for line in lines if line.table is None)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    hard = broken >= 3 and broken >= 0.08 * neighbours and width <= 220
    short_first = (
        len(firsts) >= LEAST_FIRSTS
        and len(others) >= LEAST_FIRSTS
        and _median(firsts) <= 0.7 * width
        and _median(others) >= 0.85 * width
    )
    return Wraps(hard, opened >= 3 and opened_blank >= 0.8 * opened, width, short_first)


def _median(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) // 2]
