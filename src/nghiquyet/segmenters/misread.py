"""Labels that OCR misread, read right where the numbering around them says what they were: «IH.» → II, «(3)» → (13)."""

from collections.abc import Sequence
from dataclasses import replace

from nghiquyet.model import Repair
from nghiquyet.records import CleanText
from nghiquyet.segmenters.labels import Label
from nghiquyet.segmenters.passages import source_span
from nghiquyet.segmenters.units import Unit
from nghiquyet.text import patterns as re
from nghiquyet.text.numerals import roman_value

# H is two strokes, l, 1 and | are one: «IH.» is II., «Il-» is II-, «1I.» is II.
_DAMAGED_ROMAN = re.compile(r"([IVXHl1|]{1,5})\s?([.\-–])\s+(?=[A-ZĐÀ-Ỵ]{2})")
_READINGS = tuple(str.maketrans({"H": strokes, "l": "I", "1": "I", "|": "I"}) for strokes in ("II", "I"))
# «3.I Tiếp tục …», «3.l. …».
_DAMAGED_DECIMAL = re.compile(r"(\d{1,2})\.([Il|])\.?\s+(?=[A-ZĐÀ-Ỵ])")
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
FAR = 400
"""How many units ahead the next numeral of a series is looked for."""
_COUNTED = frozenset({"paren", "arabic"})


def read_misread_labels(clean: CleanText, units: Sequence[Unit]) -> list[Repair]:
    """Gives units the labels that were misread; one repair for each."""
    repairs: list[Repair] = []
    recognised = clean.source.info.is_recognised or any(edit.rule.startswith("ocr_repairs.") for edit in clean.edits)
    roman = 0
    before: dict[str, Unit] = {}
    decimal = ""
    for place, unit in enumerate(units):
        if unit.table is not None:
            continue
        label = unit.label
        if label is None or label.family in ("arabic", "roman"):
            # A typist repeats a number as well: a stroke is lost only in a text that shows other damage.
            read = _roman(unit, roman) or (_lost_stroke(units, place, roman) if recognised else None)
            if label is None:
                read = read or _decimal(unit) or _tailed(unit, before)
            if read is not None:
                repairs.append(_repair(clean, unit, read))
                label = _take(unit, read)
        if label is None or label.family in ("letter", "upper"):
            read = _joined_parenthesis(unit, before) or _letter_for_digit(units, place, before)
            if read is not None:
                repairs.append(_repair(clean, unit, read))
                label = _take(unit, read)
        if label is None:
            continue
        if label.family == "roman":
            roman = label.value
        elif label.family == "decimal":
            decimal = label.number or ""
        elif (
            label.family == "arabic"
            and label.value > 10
            and (number := _next(decimal)).replace(".", "") == label.number
        ):
            # «23.» behind «2.2.» lost a point.
            last = number.rsplit(".", 1)[1]
            read = replace(label, family="decimal", style="decimal1", number=number, value=int(last))
            repairs.append(_repair(clean, unit, read))
            label = _take(unit, read)
            decimal = number
        if label.family in _COUNTED:
            _check_neighbours(clean, units, place, before, repairs)
            before[label.style] = unit
    return repairs


def _next(decimal: str) -> str:
    """«2.3» behind «2.2»."""
    parent, _, last = decimal.rpartition(".")
    return f"{parent}.{int(last) + 1}" if parent else ""


def _roman(unit: Unit, before: int) -> Label | None:
    """A Roman numeral with damaged strokes that counts on from the last one, in front of a title in capitals."""
    text = unit.first.text
    match = _DAMAGED_ROMAN.match(text)
    # The damaged numeral itself may hold a small l.
    if match is None or not unit.text[match.end() :].isupper():
        return None
    value = before + 1
    if value not in {roman_value(match[1].translate(reading)) for reading in _READINGS} or (
        unit.label is not None and unit.label.family == "roman"
    ):
        return None
    if before == 0 and not any(letter in match[1] for letter in "IVX"):
        return None
    printed = match.group().rstrip()
    mark = "." if match[2] == "." else "-"
    return Label("roman", f"roman{mark}", printed, str(value), value, match.end(), "misread.roman")


def _lost_stroke(units: Sequence[Unit], place: int, before: int) -> Label | None:
    """«II-» behind «II-» lost a stroke: it was III, where no III follows."""
    unit = units[place]
    label = unit.label
    if label is None or label.family != "roman" or label.value != before or before < 2 or not unit.text.isupper():
        return None
    letters = label.printed.rstrip(" .-–)")
    if roman_value(letters + "I") != before + 1:
        return None
    following = next(
        (other.label for other in units[place + 1 : place + FAR] if other.label and other.label.family == "roman"), None
    )
    if following is not None and following.value == before + 1:
        return None
    return replace(label, number=str(before + 1), value=before + 1, rule="misread.lost_stroke")


# «q5)» is (15): the bracket and the 1 are read as one letter.
_JOINED = re.compile(r"[qgd](\d)\)\s+(?=[A-ZĐÀ-Ỵ])")


def _joined_parenthesis(unit: Unit, before: dict[str, Unit]) -> Label | None:
    match = _JOINED.match(unit.first.text)
    known = before.get("paren")
    if match is None or known is None or known.label is None:
        return None
    wanted = known.label.value + 1
    if wanted != 10 + int(match[1]):
        return None
    return replace(
        known.label,
        printed=match.group().rstrip(),
        number=str(wanted),
        value=wanted,
        length=match.end(),
        rule="misread.joined_parenthesis",
    )


# «Š.» is 5., «l.» is 1., «Z.» is 2.
_LETTER_LABEL = re.compile(r"(?P<letter>[ŠSsZzlIB])(?P<mark>[.)])\s+(?=[A-ZĐÀ-Ỵ])")
_DIGITS = {"Š": 5, "S": 5, "s": 5, "Z": 2, "z": 2, "l": 1, "I": 1, "B": 8}


def _letter_for_digit(units: Sequence[Unit], place: int, before: dict[str, Unit]) -> Label | None:
    """A letter drawn like the digit that counts on: «Š.» behind 4. and before 6.

    Where no number of the list follows, only a letter that no label can be says it.
    """
    unit = units[place]
    match = _LETTER_LABEL.match(unit.first.text)
    if match is None:
        return None
    value = _DIGITS[match["letter"]]
    following = next(
        (other.label for other in units[place + 1 : place + 40] if _counts_with(other, match["mark"])), None
    )
    known = next((item for item in before.values() if _counts_with(item, match["mark"])), None)
    if known is None or known.label is None or known.label.value != value - 1:
        return None
    goes_on = following is not None and following.value == value + 1
    ends = match["letter"] == "Š" and (following is None or following.value == 1)
    if not goes_on and not ends:
        return None
    return replace(
        known.label,
        printed=match.group().rstrip(),
        number=str(value),
        value=value,
        length=match.end(),
        rule="misread.letter_for_digit",
    )


def _counts_with(unit: Unit, mark: str) -> bool:
    label = unit.label
    return label is not None and label.family == "arabic" and label.printed.endswith(mark)


# «6, Bổ sung …» behind «5. …»: the dot has a tail.
_TAILED = re.compile(r"(\d{1,2}),\s+(?=\S)")


def _tailed(unit: Unit, before: dict[str, Unit]) -> Label | None:
    match = _TAILED.match(unit.first.text)
    known = before.get("arabic.") if match is not None else None
    if match is None or known is None or known.label is None or int(match[1]) != known.label.value + 1:
        return None
    if not unit.first.text[match.end()].isupper():
        return None
    return replace(
        known.label,
        printed=match.group().rstrip(),
        number=match[1],
        value=int(match[1]),
        length=match.end(),
        rule="misread.tailed",
    )


def _decimal(unit: Unit) -> Label | None:
    match = _DAMAGED_DECIMAL.match(unit.first.text)
    if match is None:
        return None
    return Label("decimal", "decimal1", match.group().rstrip(), f"{match[1]}.1", 1, match.end(), "misread.decimal")


def _check_neighbours(
    clean: CleanText, units: Sequence[Unit], place: int, before: dict[str, Unit], repairs: list[Repair]
) -> None:
    """«(3)» between (12) and (14) was (13): the digits that are left are those of the number's end or start."""
    unit = units[place]
    label = unit.label
    known = before.get(label.style) if label is not None else None
    if label is None or known is None or known.label is None or label.value == known.label.value + 1:
        return
    wanted = known.label.value + 1
    following = next(
        (other.label for other in units[place + 1 : place + 12] if other.label and other.label.style == label.style),
        None,
    )
    printed = str(label.value)
    if following is None or following.value != wanted + 1 or wanted < 2:
        return
    if label.value == 1 and not str(wanted).endswith("1"):
        return
    if str(wanted).endswith(printed) or str(wanted).startswith(printed):
        read = replace(label, number=str(wanted), value=wanted)
        repairs.append(_repair(clean, unit, read))
        _take(unit, read)


def _take(unit: Unit, label: Label) -> Label:
    start = unit.first.start + label.length
    unit.pieces = [(start, unit.first.end), *unit.pieces[1:]] if start < unit.first.end else unit.pieces[1:]
    own = unit.first.text[label.length :]
    tail = unit.text[len(unit.first.text) - (unit.label.length if unit.label else 0) :]
    unit.text = own + tail
    unit.label = label
    return label


def _repair(clean: CleanText, unit: Unit, label: Label) -> Repair:
    shown = _ROMANS[label.value] if label.family == "roman" and label.value < len(_ROMANS) else label.number or ""
    mark = label.printed[-1] if label.printed[-1] in ".-–)" else "." if label.printed[-1] == "," else ""
    opening = "(" if label.family == "paren" else ""
    start = unit.first.start
    return Repair(
        found=label.printed,
        read_as=f"{opening}{shown}{mark}",
        span=source_span(clean, start, start + len(label.printed)),
        rule=label.rule if label.rule.startswith("misread") else "misread.number_between_neighbours",
    )
