"""Cue words whose marks a recogniser damaged: «phân đấu», «chông chéo», «TỒ CHỨC».

Only words of a closed list are repaired, only marks may differ, and only where running text never spells what is
printed; a look-alike that running text has («phần đầu») needs the grammar of the sentence to speak against it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, compress, count
from operator import contains

from nghiquyet.lexicons import Table
from nghiquyet.lexicons.cue_pairs import CUE_PAIRS, SYLLABLE_PAIRS, CuePair
from nghiquyet.model import Repair
from nghiquyet.records import CleanText, Findings, Outline, Passage
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import bare_words, fold, without_marks

_VERBS = Table("task_verbs")
_FUNCTION_WORDS = frozenset(
    [
        "đang",
        "đã",
        "sẽ",
        "để",
        "thì",
        "từ",
        "tại",
        "qua",
        "về",
        "là",
        "và",
        "có",
        "cho",
        "các",
        "những",
        "được",
        "của",
        "với",
        "trong",
        "trên",
        "theo",
        "bị",
        "do",
        "như",
        "nếu",
        "khi",
        "mà",
        "hay",
        "hoặc",
        "ký",
    ]
)
TORN = 5
"""How many times rarer than the cue a pair across its edge may be and still speak against it."""
# The syllable beside a pair, where only a blank stands between; «Đầu_tư» is tied to something else.
_BEFORE = re.compile(r"(?<![^\W\d])([^\W\d_]+) $")
_AFTER = re.compile(r" ([^\W\d_]+)")
_OPENING, _CLOSING = "“\"(*[‘'", ".,;:)?!”\"*]’'…"
# Marks at the edges of words that stand between blanks; each pattern begins with a mark, so that letters are passed over.
_MARKS_BEFORE = re.compile(rf"[{re.escape(_OPENING)}](?<![^ ].)[{re.escape(_OPENING)}]*+")
_MARKS_BEHIND = re.compile(
    rf"[{re.escape(_CLOSING)}](?<![{re.escape(_CLOSING)}]{{2}})[{re.escape(_CLOSING)}]*+(?= |\Z)"
)
_BLANK = re.compile(r"\s")
_SENTENCE_START = re.compile(r"(?:^|[.;:!?…]\s+[“\"(*]*|^[“\"(*]+)$")


def find_damaged_cues(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with one repair for each syllable that is read for another; the text itself stays."""
    passages = [place.passage for place in outline.places() if place.kind != "heading"]
    words_of = [_words(passage.text) for passage in passages]
    spellings = _Spellings(list(set().union(*words_of)))
    repairs: list[Repair] = []
    for passage, words in zip(passages, words_of, strict=True):
        for start, middle, end, pair in _doubts(words, spellings):
            if _is_damaged(passage.text, start, middle, end, pair):
                repairs += _repairs(passage, ((start, middle), (middle + 1, end)), pair)
    return replace(findings, repairs=(*findings.repairs, *repairs)) if repairs else findings


def _words(text: str) -> list[str]:
    """What stands between the blanks of a text: among printable characters the only blank is the space."""
    return text.split(" ") if text.isprintable() else _BLANK.split(text)


class _Spellings:
    """The words of one document, each looked at once."""

    __slots__ = ("second_letters", "seconds")

    def __init__(self, words: Sequence[str]) -> None:
        letters = " ".join(bare_words(words))
        by_letters = CUE_PAIRS.by_letters
        seconds = map(by_letters.get, _MARKS_BEFORE.sub("", letters).split(" "))
        self.seconds: dict[str, dict[str, CuePair]] = {
            word: known or _NONE for word, known in zip(words, seconds, strict=False)
        }
        """What each word may begin, by its letters: letters of the second syllable → the cue."""
        self.second_letters: dict[str, str] = dict(zip(words, _MARKS_BEHIND.sub("", letters).split(" "), strict=False))
        """The letters of each word, marks behind it left out."""


_NONE: dict[str, CuePair] = {}


def _doubts(words: Sequence[str], spellings: _Spellings) -> Iterator[tuple[int, int, int, CuePair]]:
    """``(start, blank, end, cue)`` of each two words that have the letters of a cue and are not spelled like it."""
    firsts = list(map(spellings.seconds.__getitem__, words))
    letters = list(map(spellings.second_letters.__getitem__, words))
    lengths: list[int] = []
    last = -1
    for index in compress(count(), map(contains, firsts, letters[1:])):
        pair = firsts[index][letters[index + 1]]
        if index <= last or f"{words[index]} {words[index + 1]}" == pair.cue:
            continue
        first, second = words[index].lstrip(_OPENING), words[index + 1].rstrip(_CLOSING)
        printed = f"{first} {second}"
        if printed.lower() == pair.cue or fold(printed) == pair.cue:
            continue
        lengths = lengths or list(accumulate(map(len, words)))
        last = index + 1
        middle = lengths[index] + index
        yield middle - len(first), middle, middle + 1 + len(second), pair


def _repairs(passage: Passage, syllables: Sequence[tuple[int, int]], pair: CuePair) -> Iterator[Repair]:
    for (start, end), meant in zip(syllables, pair.cue.split(" "), strict=True):
        found = passage.text[start:end]
        if fold(found) != meant:
            yield Repair(
                found=found,
                read_as=_cased(meant, found),
                span=passage.span(start, end),
                rule="damaged_cues.closed_list",
            )


def _is_damaged(text: str, start: int, middle: int, end: int, pair: CuePair) -> bool:
    first, second = text[start:middle], text[middle + 1 : end]
    printed = (fold(first), fold(second))
    meant = pair.cue.split(" ")
    if first.istitle() and second.istitle():
        return False  # «các xã Đông Hưng, Đông Thới»: a name
    if " ".join(printed) in pair.look_alikes:
        # «Phần đầu kết nạp đảng viên mới»: a verb at the head of a sentence, and another behind it.
        opens = first[0].isupper() and _SENTENCE_START.search(text, max(0, start - 6), start)
        follows = _VERBS.index.match(text, end + 1)
        return bool(opens) and _is_verb(pair.cue) and follows is not None and follows[1].text("part") == "content"
    if printed[0] != meant[0] and printed[1] != meant[1] and all(map(SYLLABLE_PAIRS.knows, printed)):
        return False  # «van đóng khẩn cấp»: hardly two slips in one word that make two other words
    if SYLLABLE_PAIRS.count(*printed) or printed[0] in _FUNCTION_WORDS or printed[1] in _FUNCTION_WORDS:
        return False
    # A syllable that belongs to its other neighbour is right: «thành phố biên giới», «nhân văn đóng góp».
    before, after = _BEFORE.search(text, max(0, start - 12), start), _AFTER.match(text, end)
    # «phường hướng dẫn», «tránh thủ tục»: the syllable that stays belongs to its other neighbour.
    if printed[1] == meant[1] and after is not None and _belongs(printed[1], fold(after[1]), pair.count):
        return False
    if printed[0] == meant[0] and before is not None and _belongs(fold(before[1]), printed[0], pair.count):
        return False
    if printed[0] != meant[0] and before is not None and _is_torn(fold(before[1]), printed[0], meant[0], pair.count):
        return False
    return not (printed[1] != meant[1] and after is not None and SYLLABLE_PAIRS.count(printed[1], fold(after[1])))


def _belongs(first: str, second: str, count: int) -> bool:
    """Whether two syllables are tied to one another more than to the cue that is seen ``count`` times."""
    return SYLLABLE_PAIRS.count(first, second) > count


def _is_torn(before: str, printed: str, meant: str, count: int) -> bool:
    """Whether the syllable before wants what is printed, or another reading of it: «phong tràơ đổi mới»."""
    letters = without_marks(printed)
    return any(
        other == printed or (seen * TORN > count and other != meant and without_marks(other) == letters)
        for other, seen in SYLLABLE_PAIRS.behind(before)
    )


def _is_verb(cue: str) -> bool:
    return cue in _VERBS.index and _VERBS.index[cue].text("part") != "manner"


def _cased(meant: str, printed: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return meant.upper()
    return meant.capitalize() if printed[0].isupper() else meant
