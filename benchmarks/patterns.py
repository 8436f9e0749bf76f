"""Growth of every pattern on repetitions of its own parts: ``python benchmarks/patterns.py [--worst 20]``.

Each pattern that the package compiles, at import or while it reads the documents of the project, is parsed into its
parts; words that fit a part are made, repeated up to 2,000 characters, and given to ``finditer`` over the whole. Printed
is the slope of time over length in double logarithms: 1 is linear. A pattern that is called with ``match`` at one place,
or on a window of some dozen characters, may be steep here and cost nothing in the pipeline: the list says where to look,
``benchmarks/growth.py`` what texts cost.
"""

import argparse
import math
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import regex

try:
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10 and older
    import sre_constants as codes  # type: ignore[no-redef]
    import sre_parse as parser  # type: ignore[no-redef]

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/nghiquyet"
SIZES = (500, 2_000)
MOST_WORDS = 12
"""Of one pattern, drawn by the seed where there are more."""
STEEP = 1.35
SLOW = 0.004
"""Seconds at the largest size below which a slope is noise."""


@dataclass(frozen=True)
class Compiled:
    """A pattern as the package compiled it."""

    pattern: Any
    place: str
    method: str


def compiled_patterns() -> list[Compiled]:
    """Every pattern that importing the package and reading its own documents compiles."""
    found: dict[tuple[str, str], Compiled] = {}

    def recorded(module: Any) -> Callable[..., Any]:
        real = module.compile

        def compile(pattern: Any, *more: Any, **named: Any) -> Any:
            made = real(pattern, *more, **named)
            frame = outer(sys._getframe(1))
            if frame is not None:
                place, method = use(frame)
                found.setdefault((place, made.pattern), Compiled(made, place, method))
            return made

        return compile

    re.compile, regex.compile = recorded(re), recorded(regex)  # type: ignore[assignment]
    import nghiquyet
    import nghiquyet.cli
    import nghiquyet.comparison

    documents = [nghiquyet.parse_file(path) for path in sorted(ROOT.glob("corpus/documents/*/source.txt"))]
    nghiquyet.compare(documents[0], documents[1])
    nghiquyet.find_references("Nghị quyết số 1-NQ/TU")
    return sorted(found.values(), key=lambda item: item.place)


def outer(frame: FrameType | None) -> FrameType | None:
    """The nearest frame of the package that names a pattern, behind those that compile for others."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PACKAGE) and "text/" not in str(path.relative_to(PACKAGE)):
            return frame
        if not path.is_relative_to(PACKAGE):
            return None
        frame = frame.f_back
    return None


def use(frame: FrameType) -> tuple[str, str]:
    """Where the pattern is compiled, and the method by which that module calls it."""
    path = Path(frame.f_code.co_filename)
    text = path.read_text("utf-8")
    lines = text.splitlines()
    line = frame.f_lineno
    while line > 1 and not re.match(r"\s*(?:(?:return|yield) |(?:self\.)?\w+\s*(?::[^=]+)?=)", lines[line - 1]):
        line -= 1
    name = re.match(r"\s*(?:self\.)?(\w+)\s*(?::[^=]+)?=", lines[line - 1])
    place = f"{path.relative_to(PACKAGE)}:{line}"
    if name is None:
        return place, "finditer"
    methods = set(re.findall(rf"\b{name[1]}\.(finditer|search|match|fullmatch|sub|split|findall)\(", text))
    return f"{place} {name[1]}", "match" if methods and methods <= {"match", "fullmatch"} else "finditer"


def words_of(pattern: Any, random_: random.Random) -> Iterator[str]:
    """Words that fit parts of the pattern: of every sequence each stretch that begins with a repeat, and the whole."""
    try:
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern, re.Pattern) else 0)
    except (re.error, ValueError):
        literals = re.findall(r"[\w ]+", str(pattern.pattern))
        yield from literals[:8]
        return
    seen: set[str] = set()
    for sequence in sequences(tree):
        for start in range(len(sequence)):
            for end in (start + 1, start + 2, len(sequence)):
                word = "".join(word_of(item, random_) for item in list(sequence)[start:end])
                if word and word not in seen and len(word) < 200:
                    seen.add(word)
                    yield word


def sequences(tree: Any) -> Iterator[Any]:
    """The tree and every sequence inside it."""
    yield tree
    for operation, argument in tree:
        for inner in inner_of(operation, argument):
            yield from sequences(inner)


def inner_of(operation: Any, argument: Any) -> list[Any]:
    """The sequences inside one item."""
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, getattr(codes, "POSSESSIVE_REPEAT", None)):
        return [argument[2]]
    if operation is codes.SUBPATTERN:
        return [argument[3]]
    if operation is getattr(codes, "ATOMIC_GROUP", None):
        return [argument]
    if operation is codes.BRANCH:
        return list(argument[1])[:6]
    return []


def word_of(item: tuple[Any, Any], random_: random.Random) -> str:
    """A word that fits one item, as short as may be, repeats twice."""
    operation, argument = item
    if operation is codes.LITERAL:
        return chr(argument)
    if operation is codes.NOT_LITERAL:
        return "x" if argument != ord("x") else "y"
    if operation is codes.ANY:
        return "x"
    if operation is codes.IN:
        return member(argument)
    if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, getattr(codes, "POSSESSIVE_REPEAT", None)):
        least, most, inner = argument
        return "".join(word_of(each, random_) for each in inner) * max(least, min(int(most), 2))
    if operation is codes.BRANCH:
        return "".join(word_of(each, random_) for each in random_.choice(argument[1]))
    return "".join(word_of(each, random_) for inner in inner_of(operation, argument) for each in inner)


CATEGORIES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: " ",
}


def member(cells: list[tuple[Any, Any]]) -> str:
    """A character of a class."""
    if cells[0][0] is codes.NEGATE:
        return next((letter for letter in "a 1.,;(" if not any(holds(cell, letter) for cell in cells[1:])), "ạ")
    operation, argument = cells[0]
    if operation is codes.LITERAL:
        return chr(argument)
    if operation is codes.RANGE:
        return chr(argument[0])
    return CATEGORIES[argument]


def holds(cell: tuple[Any, Any], letter: str) -> bool:
    """Whether a cell of a class has a letter."""
    operation, argument = cell
    if operation is codes.LITERAL:
        return chr(argument) == letter
    if operation is codes.RANGE:
        return argument[0] <= ord(letter) <= argument[1]
    return CATEGORIES[argument] == letter


def seconds(item: Compiled, text: str) -> float:
    """How long the pattern takes over ``text``, the better of two."""
    best = math.inf
    given = text.encode() if isinstance(item.pattern.pattern, bytes) else text
    for _ in range(2):
        start = time.perf_counter()
        if item.method == "match":
            item.pattern.match(given)
        else:
            for _ in item.pattern.finditer(given):
                pass
        best = min(best, time.perf_counter() - start)
        if best > 0.05:
            break
    return best


def steepest(item: Compiled, random_: random.Random) -> tuple[float, float, str]:
    """Slope, seconds at the largest size measured, and the word that was worst."""
    worst = (0.0, 0.0, "")
    words = list(words_of(item.pattern, random_))
    for word in words if len(words) <= MOST_WORDS else random_.sample(words, MOST_WORDS):
        for tail in ("", "\x00"):
            times: list[tuple[int, float]] = []
            for size in SIZES:
                text = word * (size // len(word) + 1) + tail
                times.append((len(text), max(seconds(item, text), 1e-6)))
                if times[-1][1] < SLOW / 200 or times[-1][1] > 0.5:
                    break
            if len(times) < 2 or times[-1][1] < SLOW:
                continue
            (small, fast), (large, slow) = times[-2:]
            slope = math.log(slow / fast) / math.log(large / small)
            worst = max(worst, (slope, slow, word))
    return worst


def main() -> int:
    """Prints the steepest."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--worst", type=int, default=20, help="how many to print")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    patterns = compiled_patterns()
    random_ = random.Random(chosen.seed)
    rows = sorted(((*steepest(item, random_), item) for item in patterns), key=lambda row: row[:2], reverse=True)
    print(f"{len(patterns)} patterns on repetitions of their own parts, up to {SIZES[-1]:,} characters")
    print(f"{'slope':>6} {'ms':>9}  place · called by · word repeated")
    for slope, slow, word, item in rows[: chosen.worst]:
        print(f"{slope:6.2f} {slow * 1000:9.1f}  {item.place} · {item.method} · {word[:40]!r}")
    print(f"{sum(row[0] > STEEP for row in rows)} steeper than {STEEP}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
