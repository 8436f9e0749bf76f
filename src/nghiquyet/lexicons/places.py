"""Places: provinces by their table, lower units by the word before their name («huyện Yên Dũng»)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nghiquyet.lexicons.tables import Row, Table
from nghiquyet.text import patterns as re
from nghiquyet.text.tries import trie_pattern
from nghiquyet.text.vietnamese import slug, without_marks

Level = Literal["central", "province", "district", "commune", "other"]

PROVINCES = Table("provinces")

_UNITS: dict[str, tuple[str, Level]] = {
    "tỉnh": ("tỉnh", "province"),
    "thành phố": ("thành phố", "province"),
    "tp.": ("thành phố", "province"),
    "tp": ("thành phố", "province"),
    "t.p": ("thành phố", "province"),
    "thủ đô": ("thành phố", "province"),
    "huyện": ("huyện", "district"),
    "quận": ("quận", "district"),
    "thị xã": ("thị xã", "district"),
    "xã": ("xã", "commune"),
    "phường": ("phường", "commune"),
    "thị trấn": ("thị trấn", "commune"),
    "đặc khu": ("đặc khu", "commune"),
}
_UNIT = re.compile(rf"(cấp\s+)?({trie_pattern(_UNITS)})(?![^\W\d_])")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ORDINAL = re.compile(r"\d{1,2}(?!\w)")
# Capitalised words that follow a place in headers and titles and are no part of its name.
_STOPS = frozenset(
    {
        "khóa", "khoá", "kỳ", "về", "số", "nghị", "quyết", "ủy", "uỷ", "ban", "chủ", "tịch", "hội", "đồng",
        "cộng", "độc", "căn", "xét", "ngày", "nhiệm", "điều", "và", "lần", "tại", "do", "của", "trình",
        "theo", "luật", "bí", "thư", "phó", "tm", "kt", "chánh", "đảng",
    }
)  # fmt: skip
MOST_WORDS = 4
"""Names of units have up to four words: «Bà Rịa - Vũng Tàu», «Nà Hỳ Trung Thu»."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place words behind a body's name."""

    end: int
    words: str
    """The words that belong to the body's name: «tỉnh», «cấp xã»; empty when only a name follows."""
    unit: str | None
    name: str | None
    """A province's canonical name, or a lower unit's name as printed."""
    level: Level | None


class PlaceIndex:
    """Provinces and units as they follow a body's name; built on first use."""

    @cached_property
    def _provinces(self) -> dict[str, Row]:
        rows: dict[str, Row] = {}
        for row in PROVINCES.rows:
            for name in row.words:
                rows.setdefault(name.lower(), row)
        return rows

    @cached_property
    def _province(self) -> re.Pattern[str]:
        return re.compile(trie_pattern(self._provinces) + r"(?!\w)")

    def province(self, name: str) -> Row | None:
        """The row of a province by any of its names, in any case; None when there is none."""
        return self._provinces.get(" ".join(name.lower().split()))

    def unit_of(self, territory: str) -> str | None:
        """«tỉnh» or «thành phố»; None for what is no province."""
        row = self.province(territory)
        return row.text("unit") if row else None

    @cached_property
    def units_by_slug(self) -> dict[str, str]:
        """«tỉnh» or «thành phố» by the name of a province as it stands in keys («bac-giang»)."""
        return {slug(row.text("canonical")): row.text("unit") for row in PROVINCES.rows}

    def match_province(self, window: str, lowered: str, position: int) -> tuple[int, str] | None:
        """``(end, canonical name)`` of the province named at ``position``; its name must begin with a capital."""
        if not window[position : position + 1].isupper():
            return None
        hit = self._province.match(lowered, position)
        return (hit.end(), self._provinces[" ".join(hit.group().split())].text("canonical")) if hit else None

    def find_provinces(self, text: str) -> Iterator[tuple[int, int, str]]:
        """``(start, end, canonical name)`` of every province named in ``text``, with capitals."""
        for hit in self._printed.finditer(text):
            yield hit.start(), hit.end(), self._provinces[" ".join(hit.group().lower().split())].text("canonical")

    @cached_property
    def _printed(self) -> re.Pattern[str]:
        names = [name for row in PROVINCES.rows for name in row.words]
        return re.compile(trie_pattern([*names, *(name.upper() for name in names)]) + r"(?!\w)")

    def tail(self, window: str, lowered: str, position: int, named: bool) -> Place | None:
        """The place words at ``position``: «tỉnh Bắc Giang», «cấp xã», «TP. Hà Nội», «Lào Cai».

        With ``named`` the body's own name says the unit, and a name follows at once («Tỉnh ủy Bắc Giang»).
        """
        blank = _BLANKS.match(lowered, position)
        if blank is None:
            return None
        start = blank.end()
        unit = None if named else _UNIT.match(lowered, start)
        if unit is not None:
            return self._unit(window, lowered, unit)
        if named and (unit := _UNIT.match(lowered, start)) and unit.group(2) in ("tp.", "tp", "thành phố", "tỉnh"):
            blank = _BLANKS.match(lowered, unit.end())
            start = blank.end() if blank else start
        found = self.match_province(window, lowered, start)
        if found is not None:
            return Place(found[0], "", None, found[1], "province" if not named else None)
        if named and (end := _name_end(window, start)) is not None:
            return Place(end, "", None, _titled(window[start:end]), None)
        return None

    def _unit(self, window: str, lowered: str, hit: re.Match[str]) -> Place:
        unit, level = _UNITS[" ".join(hit.group(2).split())]
        words = f"cấp {unit}" if hit.group(1) else unit
        blank = _BLANKS.match(lowered, hit.end())
        # «TP.Hà Nội» has no blank.
        start = blank.end() if blank else hit.end() if hit.group(2).endswith(".") else None
        if start is None or hit.group(1):
            return Place(hit.end(), words, unit, None, level)
        found = self.match_province(window, lowered, start)
        if found is not None and (unit in ("tỉnh", "thành phố")):
            if unit == "thành phố" and self.unit_of(found[1]) == "tỉnh":
                level = "district"  # the city inside the province: thành phố Bắc Giang
            return Place(found[0], words, unit, found[1], level)
        if unit in ("quận", "phường") and (ordinal := _ORDINAL.match(lowered, start)):
            return Place(ordinal.end(), words, unit, ordinal.group(), level)
        end = _name_end(window, start) if unit != "tỉnh" else _province_end(window, hit.end(), start)
        if end is None:
            return Place(hit.end(), words, unit, None, level)
        if unit == "thành phố":
            level = "district"
        return Place(end, words, unit, _titled(window[start:end]), level)


def _name_end(window: str, start: int) -> int | None:
    """Where the capitalised words that begin at ``start`` end; None when there are none."""
    end = None
    position = start
    for _ in range(MOST_WORDS):
        word = _WORD.match(window, position)
        if word is None or not word.group()[0].isupper() or word.group().lower() in _STOPS:
            break
        # «TỈNH ỦY LAM GIANG⏎Lam Giang, ngày …»: the place line stands below.
        if end is not None and "\n" in window[end:position] and window[start:end].isupper() != word.group().isupper():
            break
        end = word.end()
        blank = _BLANKS.match(window, end)
        if blank is None or blank.group().count("\n") > 1:
            break
        position = blank.end()
    return end


def _province_end(window: str, unit: int, start: int) -> int | None:
    """Where the name of a province ends that the table does not hold: two syllables, or three that end the line; in
    capitals they have to end it. No person («Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn An»), no other body."""
    if window.count("\n", unit, start) > 1:
        return None
    words: list[re.Match[str]] = []
    position = start
    while len(words) < MOST_WORDS and (word := _WORD.match(window, position)) is not None:
        if not word.group()[0].isupper() or word.group().lower() in _STOPS:
            break
        words.append(word)
        blank = _INNER_BLANKS.match(window, word.end())
        if blank is None:
            break
        position = blank.end()
    if len(words) < 2 or f"{words[0].group()} {words[1].group()}".lower() in _NO_PROVINCES:
        return None
    printed = window[start : words[-1].end()]
    ends = window[words[-1].end() : words[-1].end() + 1] in ("", "\n", ",", ".", ";")
    if printed.isupper():
        return words[-1].end() if window[unit - 1].isupper() and ends and len(words) < MOST_WORDS else None
    if len(words) > 2 and without_marks(words[0].group()) in _SURNAMES:
        return None
    return words[2].end() if len(words) == 3 and ends else words[1].end()


_INNER_BLANKS = re.compile(r"[^\S\n]+")
# What may stand behind «tỉnh» with a capital and is no name of a place.
_NO_PROVINCES = frozenset(
    {
        "văn phòng", "thường trực", "mặt trận", "công an", "công văn", "tờ trình", "báo cáo", "hội nghị", "kế hoạch",
        "quy hoạch", "quy chế", "quy định", "chương trình", "thông báo", "thông tư", "chỉ thị", "kết luận", "đề án",
        "danh mục", "tòa án", "toà án", "viện kiểm", "đoàn đại", "sở tài", "sở xây", "sở nội", "sở nông", "sở y",
        "sở giáo", "sở công", "sở khoa", "sở văn", "sở tư", "nhà nước", "quốc hội", "chính phủ", "thủ tướng", "bộ trưởng",
        "liên đoàn", "phòng chống", "đơn vị", "kinh tế", "phát triển", "năm học", "giai đoạn", "trung ương", "ủy viên",
    }
)  # fmt: skip
_SURNAMES = frozenset(
    ["nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
     "trinh", "dinh", "luong", "truong", "dao", "doan", "phung"]
)  # fmt: skip


def _titled(name: str) -> str:
    """A name printed in capitals with capital first letters: «TÂN TIẾN» → «Tân Tiến»."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else " ".join(name.split())


PLACES = PlaceIndex()
