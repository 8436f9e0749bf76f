"""Cue words whose marks a recogniser damaged: «phân đấu», «chông chéo», «TỒ CHỨC».

Only words of a closed list are repaired, only marks may differ, and only where running text never spells what is
printed; a look-alike that running text has («phần đầu») needs the grammar of the sentence to speak against it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nghiquyet.lexicons import Table
from nghiquyet.lexicons.cue_pairs import CUE_PAIRS, SYLLABLE_PAIRS, CuePair
from nghiquyet.model import Repair
from nghiquyet.records import CleanText, Findings, Outline, Passage
from nghiquyet.text.vietnamese import fold, without_marks

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
_SYLLABLE = re.compile(r"[^\W\d_]+")
_SENTENCE_START = re.compile(r"(?:^|[.;:!?…]\s+[“\"(*]*|^[“\"(*]+)$")


def find_damaged_cues(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with one repair for each syllable that is read for another; the text itself stays."""
    repairs: list[Repair] = []
    letters_of: dict[str, str] = {}
    for place in outline.places():
        if place.kind != "heading":
            repairs += _repairs(place.passage, letters_of)
    return replace(findings, repairs=(*findings.repairs, *repairs)) if repairs else findings


def _repairs(passage: Passage, letters_of: dict[str, str]) -> Iterator[Repair]:
    syllables = list(_SYLLABLE.finditer(passage.text))
    last = -1
    for index, (first, second) in enumerate(pairwise(syllables)):
        if index == last or not _beside(passage.text, first, second):
            continue
        pair = CUE_PAIRS.by_letters.get(f"{_letters(first.group(), letters_of)} {_letters(second.group(), letters_of)}")
        if pair is None or fold(f"{first.group()} {second.group()}") == pair.cue:
            continue
        around = (
            _neighbour(passage.text, syllables, index, -1),
            _neighbour(passage.text, syllables, index + 1, +1),
        )
        if not _is_damaged(passage.text, first, second, around, pair):
            continue
        last = index + 1
        for printed, meant in zip((first, second), pair.cue.split(" "), strict=True):
            if fold(printed.group()) != meant:
                yield Repair(
                    found=printed.group(),
                    read_as=_cased(meant, printed.group()),
                    span=passage.span(printed.start(), printed.end()),
                    rule="damaged_cues.closed_list",
                )


def _beside(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """One blank between them, and neither tied to something else («Đầu_tư», «kinh_tế»)."""
    if second.start() != first.end() + 1 or text[first.end()] != " ":
        return False
    return text[first.start() - 1 : first.start()] != "_" and text[second.end() : second.end() + 1] != "_"


def _neighbour(text: str, syllables: list[re.Match[str]], index: int, step: int) -> str | None:
    """The syllable beside ``syllables[index]``, folded; None where a mark or the end of the passage stands there."""
    other = index + step
    if not 0 <= other < len(syllables):
        return None
    first, second = (syllables[other], syllables[index]) if step < 0 else (syllables[index], syllables[other])
    return fold(syllables[other].group()) if _beside(text, first, second) else None


def _letters(syllable: str, known: dict[str, str]) -> str:
    letters = known.get(syllable)
    if letters is None:
        letters = known[syllable] = without_marks(syllable)
    return letters


def _is_damaged(
    text: str, first: re.Match[str], second: re.Match[str], around: tuple[str | None, str | None], pair: CuePair
) -> bool:
    printed = (fold(first.group()), fold(second.group()))
    meant = pair.cue.split(" ")
    if first.group().istitle() and second.group().istitle():
        return False  # «các xã Đông Hưng, Đông Thới»: a name
    if " ".join(printed) in pair.look_alikes:
        # «Phần đầu kết nạp đảng viên mới»: a verb at the head of a sentence, and another behind it.
        opens = first.group()[0].isupper() and _SENTENCE_START.search(text, max(0, first.start() - 6), first.start())
        follows = _VERBS.index.match(text, second.end() + 1)
        return bool(opens) and _is_verb(pair.cue) and follows is not None and follows[1].text("part") == "content"
    if SYLLABLE_PAIRS.count(*printed) or printed[0] in _FUNCTION_WORDS or printed[1] in _FUNCTION_WORDS:
        return False
    # A syllable that belongs to its other neighbour is right: «thành phố biên giới», «nhân văn đóng góp».
    if printed[0] != meant[0] and around[0] is not None and SYLLABLE_PAIRS.count(around[0], printed[0]):
        return False
    return not (printed[1] != meant[1] and around[1] is not None and SYLLABLE_PAIRS.count(printed[1], around[1]))


def _is_verb(cue: str) -> bool:
    return cue in _VERBS.index and _VERBS.index[cue].text("part") != "manner"


def _cased(meant: str, printed: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return meant.upper()
    return meant.capitalize() if printed[0].isupper() else meant
