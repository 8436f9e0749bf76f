"""Words right before a figure: what is done to the indicator (verb) and how the figure limits it (bound)."""

from dataclasses import dataclass
from functools import cache

from nghiquyet.lexicons import Table
from nghiquyet.model import Direction

COMPARATORS = Table("comparators")

_DIRECTIONS: dict[str, Direction] = {
    "reach": "reach", "increase": "increase", "decrease": "decrease", "maintain": "maintain", "complete": "complete", "none": "none",
}  # fmt: skip
_LONGEST = 5
"""Words in the longest cue."""
_SYMBOLS = {"≥": "ge", "≤": "le", ">": "gt", "<": "lt", "~": "approx"}

_TYPED = {">=": "ge", "=>": "ge", "<=": "le", "=<": "le"}
"""The same as they are typed."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table as printed before a figure."""

    text: str
    part: str
    """verb, bound or filler."""
    direction: Direction | None = None
    bound: str = ""
    moves: str = ""
    """by, to or ratio."""


@cache
def _cues() -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    for row in COMPARATORS.rows:
        moves = next((name for name in ("by", "to", "ratio") if row.cells.get(name)), "")
        direction = row.optional("direction")
        for word in row.words:
            for form in (word, word[0].upper() + word[1:]):
                cues.setdefault(
                    form,
                    Cue(
                        form,
                        row.text("part"),
                        _DIRECTIONS[direction] if direction else None,
                        row.text("comparator", ""),
                        moves,
                    ),
                )
    return cues


@cache
def _last_words() -> frozenset[str]:
    """The words that a cue may end with."""
    return frozenset(form.rsplit(" ", 1)[-1] for form in _cues())


def _may_precede(verb: Cue, run: list[tuple[int, Cue]]) -> bool:
    """One verb, and an estimate before it: «ước thực hiện đạt»; in «khối lượng hoàn thành đạt 80%» the first is a name's."""
    return all(cue.part != "verb" for _, cue in run) or verb.text.lower().startswith("ước")


def cues_before(text: str, position: int) -> tuple[tuple[Cue, ...], int]:
    """The run of cues that ends right before ``position``, in text order, and where it begins; ``position`` without one.

    «ước đạt khoảng |207»: ước đạt, khoảng. A filler that no verb or bound precedes belongs to the name before it.
    """
    known = _cues()
    run: list[tuple[int, Cue]] = []
    end = position
    symbol = end - 2 if text[end - 1 : end] == " " else end - 1
    if symbol > 0 and (pair := _TYPED.get(text[symbol - 1 : symbol + 1])) is not None:
        symbol -= 1
        run.append((symbol, Cue(text[symbol : symbol + 2], "bound", bound=pair)))
        end = symbol
    elif symbol >= 0 and text[symbol] in _SYMBOLS:
        run.append((symbol, Cue(text[symbol], "bound", bound=_SYMBOLS[text[symbol]])))
        end = symbol
    while end and text[end - 1] == " ":
        stop = end - 1
        found: tuple[int, Cue] | None = None
        start = stop
        if text[text.rfind(" ", 0, stop) + 1 : stop].lstrip('(*“"') not in _last_words():
            break
        for _ in range(_LONGEST):
            start = text.rfind(" ", 0, start) + 1
            first = start + 1 if start < stop and text[start] in '(*“"' else start
            cue = known.get(text[first:stop])
            if cue is not None:
                found = (first, cue)
            if first != start or start == 0:
                break
            start -= 1
        if found is None or (found[1].part == "verb" and not _may_precede(found[1], run)):
            break
        run.append(found)
        end = found[0]
    while run and run[-1][1].part == "filler":
        run.pop()
    if not run:
        return (), position
    return tuple(cue for _, cue in reversed(run)), run[-1][0]
