"""Roles of divisions, read from their headings."""

from functools import cache
from typing import get_args

from nghiquyet.lexicons import Table
from nghiquyet.model import DivisionRole
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, without_marks

SECTION_ROLES = Table("section_roles")


@cache
def _phrases() -> tuple[dict[str, DivisionRole], re.Pattern[str], dict[str, tuple[str, DivisionRole]]]:
    exact: dict[str, DivisionRole] = {}
    bare: dict[str, tuple[str, DivisionRole]] = {}
    for row in SECTION_ROLES.rows:
        role: DivisionRole = row.one_of("role", get_args(DivisionRole))
        for word in row.words:
            exact.setdefault(fold(word), role)
            bare.setdefault(without_marks(word), (fold(word), role))
    longest = sorted(exact, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(phrase) for phrase in longest)})(?!\w)")
    return exact, pattern, bare


FIRST_WORDS = 3
"""«Về các chỉ tiêu …» names what it is for; «Cán bộ làm nhiệm vụ lưu trữ» does not."""


def role_of(heading: str, first: bool = False) -> DivisionRole | None:
    """What a division is for, by the first cue of its heading; None when the heading does not say.

    With ``first`` the cue has to stand among the first words.

    «Một số chỉ tiêu chủ yếu năm 2025» → targets; «NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU» → tasks.
    """
    exact, pattern, _ = _phrases()
    folded = fold(heading)
    match = pattern.search(folded)
    if first and match is not None and folded.count(" ", 0, match.start()) > FIRST_WORDS - 1:
        return None
    return exact[match.group()] if match else None


def damaged_role(heading: str) -> tuple[str, DivisionRole] | None:
    """The cue phrase that equals the whole heading but for lost or wrong marks, with its role.

    «TỒ CHỨC THỰC HIỆN» → («tổ chức thực hiện», implementation).
    """
    _, _, bare = _phrases()
    return bare.get(without_marks(heading))
