"""How alike two lists of words are, rare words counting more than common ones."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bag:
    """Words with their counts, and what they weigh together."""

    words: Mapping[str, int]
    total: float


class Weights:
    """What a word says: little when many texts have it. Learned from the texts that are compared, nothing else."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for text in texts:
            counts.update(set(text))
            total += 1
        self._most = math.log(total + 1) + 1
        self._weights = {word: math.log((total + 1) / (count + 1)) + 1 for word, count in counts.items()}

    def of(self, word: str) -> float:
        """The weight of a word, at least 1."""
        return self._weights.get(word, self._most)

    def total(self, words: Mapping[str, int]) -> float:
        """The weight of a bag of words."""
        return sum(self.of(word) * count for word, count in words.items())

    def shared(self, first: Mapping[str, int], second: Mapping[str, int]) -> float:
        """The weight of what two bags have in common."""
        if len(second) < len(first):
            first, second = second, first
        return sum(self.of(word) * min(count, second[word]) for word, count in first.items() if word in second)

    def bag(self, words: Mapping[str, int]) -> Bag:
        """Words weighed once, to be compared often."""
        return Bag(words, self.total(words))

    def likeness(self, first: Bag, second: Bag) -> float:
        """Dice's coefficient: the share of their words that two bags have in common."""
        total = first.total + second.total
        return 2 * self.shared(first.words, second.words) / total if total else 0.0

    def held(self, part: Bag, whole: Bag) -> float:
        """The share of the words of one that stand in the other."""
        return self.shared(part.words, whole.words) / part.total if part.total else 0.0
