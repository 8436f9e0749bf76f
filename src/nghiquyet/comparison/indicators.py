"""What is known of an indicator: its polarity, its names, and the key under which printed names are compared."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from nghiquyet.comparison.changes import MeasureSide
from nghiquyet.lexicons import Row, Table
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import word_pattern
from nghiquyet.text.vietnamese import fold, without_marks
from nghiquyet.text.words import words

INDICATORS = Table("indicators")
SYNONYMS = Table("indicator_synonyms")
SCOPES = Table("scope_synonyms")

_BRACKETS = re.compile(r"\([^()]*\)")
# «… trước ngày 31/12/2025», «… đến hết năm 2025», «… so với năm 2024».
_TIME = re.compile(
    r"(?:so với|so|trước|trong|đến hết|đến|từ|vào|năm|giai đoạn)\s+(?:(?:cùng kỳ|đầu|cuối|ngày|tháng|quý|năm)\s+)*"
    r"[\divx]+(?:\s*[-–/.]\s*\d+)*(?!\w)|(?:so với\s+)?cùng kỳ(?: năm trước)?|so với năm trước"
)
# Words that a name may have or lack without being another's.
_EMPTY = frozenset(
    ["các", "những", "được", "của", "và", "về", "có", "đạt", "việc", "tại", "từ", "ở", "là", "sẽ", "đã", "phấn", "đấu",
     "phấn đấu", "cho", "trên", "trong", "so", "với", "so với", "số", "tỷ lệ", "tổng", "tổng số", "số lượng", "mức"]
)  # fmt: skip
_BETWEEN = re.compile(r"\W+|(?<!\w)(?:và|ngành|khu vực|lĩnh vực|các)(?!\w)")


@cache
def _rows() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for row in INDICATORS.rows:
        rows.setdefault(row.text("id"), row)
    return rows


@cache
def _ids() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in INDICATORS.rows:
        for name in (*row.words, row.text("name"), row.text("id")):
            found.setdefault(fold(name), row.text("id"))
    for row in INDICATORS.rows:
        if english := row.optional("english"):
            found.setdefault(fold(english), row.text("id"))
    return found


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    reads = {fold(word): fold(row.text("reads")) for row in SYNONYMS.rows for word in row.words}
    return re.compile(word_pattern(reads)), reads


@cache
def _scopes() -> dict[str, str]:
    return {_plain(word): _plain(row.text("reads")) for row in SCOPES.rows for word in row.words}


def _plain(scope: str) -> str:
    return " ".join(_BETWEEN.sub(" ", fold(scope)).split())


def indicator_named(name: str) -> str | None:
    """The id of the indicator that has ``name`` as its id, as one of its printed names or in English; None for none."""
    return _ids().get(fold(name))


def display_name(identifier: str, language: str = "vi") -> str | None:
    """The name of an indicator in Vietnamese or English; None for an unknown id."""
    row = _rows().get(identifier)
    if row is None:
        return None
    return row.optional("english" if language == "en" else "name") or row.optional("name")


def plain_name(name: str) -> str:
    """A name without brackets and times, in small letters, synonyms read as one."""
    pattern, reads = _synonyms()
    folded = _TIME.sub(" ", fold(_BRACKETS.sub(" ", name)) or fold(name))
    return " ".join(pattern.sub(lambda match: reads[match.group()], folded).split())


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: plain, empty words left out, no marks."""
    found = [word.key for word in words(plain_name(name)) if word.key]
    kept: list[str] = []
    for word in found:
        if word == "mới" and kept and kept[-1] == "nông thôn":
            # A programme, not the countryside as a breakdown.
            kept[-1] = "nông thôn mới"
        elif word not in _EMPTY:
            kept.append(word)
    return tuple(" ".join(map(without_marks, word.split())) for word in kept)


@cache
def known_names(identifier: str) -> tuple[Counter[str], ...]:
    """The words of every name that the table has for an indicator."""
    names = {name_words(name): None for row in _named(identifier) for name in (*row.words, row.text("name"))}
    return tuple(map(Counter, names))


def plain_names(identifier: str) -> frozenset[str]:
    """Every name that the table has for an indicator, plain; empty for an unknown id."""
    return frozenset(plain_name(name) for row in _named(identifier) for name in (*row.words, row.text("name")))


def _named(identifier: str) -> list[Row]:
    return [row for row in INDICATORS.rows if row.text("id") == identifier]


def breakdowns_in(words: Iterable[str]) -> frozenset[str]:
    """The breakdowns that a bag of words names: thành thị, nông thôn, …, each by one name."""
    return frozenset(reads for word in words if (reads := _breakdowns().get(word)))


@cache
def _breakdowns() -> dict[str, str]:
    single = {"thành thị": "thành thị", "nông thôn": "nông thôn"}
    single |= {word: row.text("reads") for row in SCOPES.rows for word in row.words if len(word.split()) == 2}
    return {" ".join(map(without_marks, fold(word).split())): reads for word, reads in single.items()}


def scope_key(scope: str | None) -> str:
    """The key of a breakdown: «khu vực đô thị» and «Thành thị» are one; empty for none."""
    plain = _plain(scope or "")
    return _scopes().get(plain, plain)


def same_thing(identifier: str | None, scope: str | None) -> tuple[str, str] | None:
    """The id and the key of the breakdown, by the structure where the indicator is a part of one.

    The share of agriculture in GRDP is the breakdown «nông, lâm nghiệp, thủy sản» of the structure of the economy.
    """
    row = _rows().get(identifier or "")
    if row is None:
        return None
    if (whole := row.optional("part_of")) and not scope:
        return whole, scope_key(row.text("part"))
    return row.text("id"), scope_key(scope)


def more_is_better(identifier: str | None, figure: MeasureSide) -> bool | None:
    """Whether a greater figure is the more ambitious one; None where the table does not say.

    The polarity of a row is that of figures of its own kind: of a rank the smaller is better, and of a decrease the
    greater where less of the thing is better.
    """
    row = _rows().get(identifier or "")
    polarity = row.optional("polarity") if row else None
    if row is None or polarity not in ("more", "less"):
        return None
    more, own = polarity == "more", row.text("value_kind")
    moves = figure.value_kind in ("growth", "change")
    if own == "change" and moves:
        # Rows of cuts: «cắt giảm thời gian giải quyết thủ tục», «giảm tai nạn giao thông».
        return more if figure.direction != "increase" else not more
    if figure.value_kind == own and not (moves and figure.direction == "decrease"):
        return more
    if figure.value_kind == "rank":
        return False if more else None
    if own == "rank":
        return not more
    return not more if moves and figure.direction == "decrease" else more
