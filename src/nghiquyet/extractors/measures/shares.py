"""Figures of one list: shares with one verb or one predicate, rates of two things per population, grades of the same things."""

from nghiquyet.extractors.measures.borders import EDGE, borders
from nghiquyet.extractors.measures.full_names import SHARE_NAME, verb_of
from nghiquyet.extractors.measures.names import rate_word
from nghiquyet.extractors.measures.readings import Reading
from nghiquyet.extractors.measures.scopes import same_indicator
from nghiquyet.text import patterns as re

_PREDICATE_OR_PLACE = re.compile(r"\s(?:được|đạt|bị|hoàn thành|có|đủ|bảo đảm|đáp ứng|trong|tại|thuộc)\s.*$")
_PASSIVE = ("được ", "bị ", "đạt ", "hoàn thành ")
# «Tỷ lệ bác sĩ và giường bệnh trên 1 vạn dân đạt 10 bác sĩ và 31,5 giường».
_PER_PEOPLE = re.compile(r"\s*(?:/|trên)\s*(?:1|một)?\s*(?:vạn|10\.000)\s+dân")


def other_grade(reading: Reading, before: Reading) -> bool:
    """«100% bộ, ngành, địa phương đạt cấp độ 4 và 90% đạt cấp độ 5 …»: the same things, up to something else."""
    alike = before.named_behind and before.mention.kind == reading.mention.kind == "percent"
    if not alike or not reading.left_text.rstrip().endswith(" và") or not reading.right_text.startswith(" đạt "):
        return False
    start, end = reading.right
    border = borders().full_end.search(reading.text, start + 5, end)
    told = reading.text[start : border.start() if border else end].strip(EDGE)
    same_indicator(reading, before)
    reading.named_behind = True
    reading.full = reading.base = f"{rate_word(reading.text)} {before.indicator} {told}"
    return True


def share(reading: Reading, before: Reading | None) -> None:
    """«50% …, 50% chi phí … so với năm 2024», «trong đó: 02 đô thị loại II, 01 đô thị loại III»: one verb, one whole."""
    if before is None or not before.named_behind or before.mention.kind != reading.mention.kind:
        return
    joint = reading.left_text.rstrip()
    if joint.endswith(" và") and before.scope and not reading.scope:
        reading.scope = before.scope
    if not (joint.endswith((",", " và", ";")) or joint == "và") or reading.mention.direction is not None:
        return
    _share_predicate(before, reading)
    if (
        before.deed
        and not reading.deed
        and reading.full.startswith("Tỷ lệ ")
        and not _PREDICATE_OR_PLACE.search(reading.full)
    ):
        # «Thu gom và xử lý 100% chất thải y tế, 98% chất thải nguy hại».
        reading.deed = before.deed
        reading.full = f"Tỷ lệ {before.deed} {reading.full.removeprefix('Tỷ lệ ')}"
    if reading.mention.kind == "percent" and before.moves == "by":
        reading.moves, reading.direction = before.moves, before.direction
        reading.full = f"Mức {verb_of(before)} {reading.full.removeprefix('Tỷ lệ ')}"
    if before.of is not None and before.mention.unit_base == reading.mention.unit_base:
        reading.of = before.of


def _share_predicate(first: Reading, second: Reading) -> None:
    """«95% rác thải đô thị, 90% rác thải nông thôn được thu gom», «04 Huy chương Vàng, 01 Huy chương Đồng trong các kỳ thi»."""
    shared = _PREDICATE_OR_PLACE.search(second.full)
    if shared is not None and ";" in second.left_text and not shared.group().lstrip().startswith(_PASSIVE):
        # «97% trẻ em 6 tuổi vào học lớp 1; trên 95% người dân tộc thiểu số trong độ tuổi …»: a clause of its own.
        return
    if shared is not None and _PREDICATE_OR_PLACE.search(first.full) is None:
        first.full += shared.group()


def is_share_of_count(reading: Reading, before: Reading) -> bool:
    """«còn 4.216 hộ nghèo, chiếm 4,35%», «629/731 trường đạt chuẩn, đạt tỷ lệ 86,1%»."""
    if reading.mention.kind != "percent" or before.mention.kind != "count" or not before.named_behind:
        return False
    return any("chiếm" in cue.lower() or "lệ" in cue for cue in reading.mention.cues)


def of_people(reading: Reading, before: Reading | None) -> None:
    """A rate of two things per population: each figure counts its own."""
    if reading.mention.kind not in ("count", "level"):
        return
    mine = _PER_PEOPLE.search(reading.full)
    its = _PER_PEOPLE.search(before.full) if before is not None and reading.left_text.strip() == "và" else None
    per = its or mine
    before_it = before if reading.left_text.strip() == "và" else None
    if mine is not None and before_it is not None and before_it.mention.kind == "count" and its is None:
        # «Có 9 - 10 bác sĩ và trên 26,5 giường bệnh trên 1 vạn dân»: both are per that many people.
        before_it.full += f" {mine.group().strip()}"
    if per is not None and (its is not None or SHARE_NAME.match(reading.full)):
        noun = (reading.mention.unit or "").partition("/")[0].strip()
        reading.full = f"Số {noun}{'' if per.group().startswith('/') else ' '}{per.group().strip()}"
