"""Word lists compiled to one pattern that shares prefixes: a flat alternation of 500 phrases costs ten times more."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")
_Trie = dict[str, "_Trie"]
_END = ""


def trie_pattern(phrases: Iterable[str]) -> str:
    """A pattern (no flags, no groups that capture) that matches the longest of ``phrases`` at a position.

    A blank in a phrase matches any run of blanks. An empty list gives a pattern that matches nothing.
    """
    root = _trie(phrases)
    return _render(root) if root else r"(?!)"


def word_pattern(phrases: Iterable[str]) -> str:
    """The same for phrases that stand between the edges of words. What may stand before one is looked at behind its
    first letter: a pattern that begins with letters is searched for several times as fast."""
    branches = [
        rf"{re.escape(first)}(?<!\w{re.escape(first)}){_render(rest)}"
        for first, rest in _trie(phrases).items()
        if first
    ]
    return rf"(?:{'|'.join(branches)})(?!\w)" if branches else r"(?!)"


def _trie(phrases: Iterable[str]) -> _Trie:
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for character in " ".join(phrase.split()):
            node = node.setdefault(character, {})
        node[_END] = {}
    return root


def _render(node: _Trie) -> str:
    # Longest first: what goes on is tried before what ends here.
    branches = [
        (character if character.isalnum() else r"\s+" if character == " " else re.escape(character)) + _render(child)
        for character, child in node.items()
        if character != _END
    ]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    body = "(?:" + "|".join(branches) + ")"
    return body + "?" if _END in node else body


class PhraseIndex(Generic[Value]):
    """Finds phrases of a table in a text, longest first, on word boundaries, case-sensitive."""

    def __init__(self, phrases: Mapping[str, Value]) -> None:
        self._values = {" ".join(phrase.split()): value for phrase, value in phrases.items()}
        self.pattern = re.compile(word_pattern(self._values))

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Value]]:
        """``(start, end, value)`` of every phrase in text order; matches never overlap."""
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            yield match.start(), match.end(), self[match.group()]

    def match(self, text: str, position: int = 0) -> tuple[int, Value] | None:
        """``(end, value)`` of the longest phrase that begins at ``position``; None when there is none."""
        match = self.pattern.match(text, position)
        return (match.end(), self[match.group()]) if match else None

    def __getitem__(self, phrase: str) -> Value:
        try:
            return self._values[phrase]
        except KeyError:  # with more blanks than one
            return self._values[" ".join(phrase.split())]

    def items(self) -> Iterable[tuple[str, Value]]:
        """Every phrase, its blanks single, with its value."""
        return self._values.items()

    def __contains__(self, phrase: str) -> bool:
        return " ".join(phrase.split()) in self._values


def with_cases(phrases: Iterable[str]) -> Iterator[str]:
    """Each phrase as given, with a capital first letter, and in capitals: the scan itself stays case-sensitive,
    because ignoring case costs 25 to 50 times more."""
    for phrase in phrases:
        yield phrase
        yield phrase[:1].upper() + phrase[1:]
        yield phrase.upper()
