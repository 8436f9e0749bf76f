"""How each line was read, by which rule, and which rules looked at it and declined: made on request only."""

from nghiquyet.lexicons.profiles import Profile
from nghiquyet.records import CleanText, Decision
from nghiquyet.segmenters.families import decide_family, drawn_up_by
from nghiquyet.segmenters.furniture import FURNITURE_RULES
from nghiquyet.segmenters.headings import is_title, run_in_title
from nghiquyet.segmenters.labels import LABEL_RULES
from nghiquyet.segmenters.layout import lay_out
from nghiquyet.segmenters.lines import Line
from nghiquyet.segmenters.passages import source_span
from nghiquyet.segmenters.units import Unit
from nghiquyet.segmenters.zones import find_zones


def explain_lines(clean: CleanText) -> tuple[Decision, ...]:
    """One decision for each line of the source that holds anything, in order; line numbers count from 1."""
    laid = lay_out(clean)
    lines, units, furniture = laid.lines, laid.units, laid.by_line
    notes = {line.index: note.rule for note in laid.footnotes for line in note.lines}
    own = drawn_up_by(decide_family(clean.text, units[0].start if units else 0), None)
    zones = find_zones(units, own)
    borders = (
        ("front", zones.preamble),
        ("preamble", zones.body),
        ("body", zones.closing),
        ("closing", zones.attachments),
    )
    opening: dict[int, tuple[str, str]] = {}
    for place, unit in enumerate(units):
        zone = next((name for name, end in borders if place < end), "attachment")
        following = units[place + 1] if place + 1 < len(units) else None
        opening[unit.first.index] = _unit(unit, following, zone, own)
    numbers = _line_numbers(clean, lines)
    decisions = []
    zone = "front"
    for line in lines:
        declined = _declined(line)
        if line.index in furniture:
            kind, rule = furniture[line.index]
            label = f"furniture: {kind}"
        elif line.index in notes:
            label, rule = "footnote", notes[line.index]
        elif line.index in opening:
            label, rule = opening[line.index]
            zone = label.partition(":")[0]
        else:
            label, rule = f"{zone}: continuation", "paragraphs.gather"
        decisions.append(
            Decision(
                line=numbers[line.index],
                span=source_span(clean, line.start, line.end),
                label=label,
                rule=rule,
                declined=tuple(name for name in declined if name != rule),
            )
        )
    return tuple(decisions)


def _unit(unit: Unit, following: Unit | None, zone: str, own: Profile) -> tuple[str, str]:
    if unit.table is not None:
        return f"{zone}: table", unit.table.rule
    if unit.label is None:
        return f"{zone}: paragraph", "paragraphs.gather"
    if zone in ("front", "closing"):
        return f"{zone}: line", "zones.find_zones"
    titled = is_title(unit, following, own)
    kind = "title" if titled else "run-in title" if run_in_title(unit.text) else "item"
    return f"{zone}: {unit.label.family} {unit.label.printed} ({kind})", unit.label.rule


def _declined(line: Line) -> tuple[str, ...]:
    """The rules that looked at a line and saw nothing of theirs."""
    furniture = [f"furniture.{rule.__name__}" for rule in FURNITURE_RULES if rule(line) is None]
    labels = [f"labels.{rule.__name__}" for rule in LABEL_RULES if rule(line.text) is None]
    return (*furniture, *labels)


def _line_numbers(clean: CleanText, lines: tuple[Line, ...]) -> list[int]:
    """The number of each line in the source, from 1, as editors count: by line feeds."""
    source = clean.source.text
    numbers = []
    position, number = 0, 1
    for line in lines:
        start, _ = clean.offsets.span(line.start, line.end)
        number += source.count("\n", position, start)
        position = max(position, start)
        numbers.append(number)
    return numbers
