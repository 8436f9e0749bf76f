"""Builds ``lexicons/cue_pairs.tsv``: the two-syllable cue words of the tables, how often running text has them, and
what else running text spells with the same letters.

    python corpus/build_cue_pairs.py > src/nghiquyet/lexicons/cue_pairs.tsv

The counts are those of ``lexicons/syllable_pairs.tsv.gz``.
"""

import itertools
from collections import defaultdict

from nghiquyet.lexicons import Table
from nghiquyet.lexicons.cue_pairs import SYLLABLE_PAIRS
from nghiquyet.text.vietnamese import fold, without_marks

TABLES = ("task_verbs", "section_roles", "cue_words")
RARE = 10
"""A cue seen less often is no evidence."""
OFTEN = 20
"""How many times more often than its rarest look-alike a cue has to be for that look-alike to pass as a slip of the counted text."""


def cues() -> set[tuple[str, str]]:
    """Each two-syllable stretch of every phrase of the tables."""
    found: set[tuple[str, str]] = set()
    for name in TABLES:
        for row in Table(name).rows:
            for word in row.words:
                syllables = fold(word).replace(",", " ,").split()
                found |= {
                    (first, second)
                    for first, second in itertools.pairwise(syllables)
                    if first.isalpha() and second.isalpha()
                }
    return found


def main() -> None:
    """Writes the table to standard output."""
    counts = dict(SYLLABLE_PAIRS.items())
    alike: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for first, second in counts:
        alike[without_marks(f"{first} {second}")].append((first, second))
    print("cue\tcount\tlook_alikes")
    for cue in sorted(cues()):
        count = counts.get(cue, 0)
        if count < RARE:
            continue
        others = [
            f"{pair[0]} {pair[1]}"
            for pair in sorted(alike[without_marks(" ".join(cue))])
            if pair != cue and counts[pair] * OFTEN >= count
        ]
        print(f"{cue[0]} {cue[1]}\t{count}\t{'|'.join(others)}")


if __name__ == "__main__":
    main()
