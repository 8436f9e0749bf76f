"""Builds ``lexicons/cue_pairs.tsv``: the two-syllable cue words of the tables, how often running text has them, and
what else running text spells with the same letters.

    python corpus/build_cue_pairs.py > src/nghiquyet/lexicons/cue_pairs.tsv

The counts are those of ``lexicons/syllable_pairs.tsv.gz``.
"""

import itertools
from collections import Counter, defaultdict

from nghiquyet.lexicons import Table
from nghiquyet.lexicons.cue_pairs import SYLLABLE_PAIRS
from nghiquyet.text.vietnamese import fold, without_marks

TABLES = ("task_verbs", "section_roles", "cue_words")
RARE = 10
"""A cue seen less often is no evidence."""
LIFT = 4
"""How many times more often than by chance the words of a term stand together: «của nghị», «xã đến» are none."""
OFTEN = 20
"""How many times more often than its rarest look-alike a cue has to be for that look-alike to pass as a slip of the counted text."""


def cues() -> dict[tuple[str, str], bool]:
    """Each two-syllable stretch of every phrase of the tables; whether it is a whole entry."""
    found: dict[tuple[str, str], bool] = {}
    for name in TABLES:
        for row in Table(name).rows:
            for word in row.words:
                syllables = fold(word).replace(",", " ,").split()
                for first, second in itertools.pairwise(syllables):
                    if first.isalpha() and second.isalpha():
                        found[first, second] = found.get((first, second), False) or len(syllables) == 2
    return found


def main() -> None:
    """Writes the table to standard output."""
    counts = dict(SYLLABLE_PAIRS.items())
    before: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for (first, second), count in counts.items():
        before[first] += count
        behind[second] += count
    alike: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for first, second in counts:
        alike[without_marks(f"{first} {second}")].append((first, second))
    print("cue\tcount\tlook_alikes")
    for cue, whole in sorted(cues().items()):
        count = counts.get(cue, 0)
        if count < RARE:
            continue
        if not whole and count * sum(before.values()) < LIFT * before[cue[0]] * behind[cue[1]]:
            continue
        others = [
            f"{pair[0]} {pair[1]}"
            for pair in sorted(alike[without_marks(" ".join(cue))])
            if pair != cue and counts[pair] * OFTEN >= count
        ]
        print(f"{cue[0]} {cue[1]}\t{count}\t{'|'.join(others)}")


if __name__ == "__main__":
    main()
