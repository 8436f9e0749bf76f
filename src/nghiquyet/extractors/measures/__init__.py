"""Measures and targets: figures read with the words, the section and the list around them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nghiquyet.extractors.measures.indicators import name_indicator
from nghiquyet.extractors.measures.meanings import baseline, direction, stated_role, stretch_of, value_kind
from nghiquyet.extractors.measures.qualitative import find_qualitative
from nghiquyet.extractors.measures.readings import Reading, readings_of
from nghiquyet.model import Baseline, Comparator, Indicator, Measure, Period, Quantity, Target
from nghiquyet.records import CleanText, Findings, Mentions, Outline, OutlineDivision, Place, QuantityMention
from nghiquyet.text.sentences import sentence_spans

_ASSIGNING = frozenset(
    {
        "targets",
        "objectives",
        "tasks",
        "solutions",
        "implementation",
        "results",
        "situation",
        "limits",
        "forecast",
        "viewpoint",
        "causes",
        "lessons",
    }
)
_PER_POPULATION = re.compile(r"(?:/|trên\s+)(?:(?:1|một)\s+)?(?P<base>10\.000 dân|vạn dân|1\.000 dân|100\.000 dân)")
# A norm says what someone is paid or must do; it is no figure of a plan: «mức chi 500.000 đồng/người/ngày».
_NORM = re.compile(
    r"(?:[Mm]ức (?:chi|thu|hỗ trợ|phạt|trích|đóng|bồi dưỡng|khoán)|[Pp]hí|[Ll]ệ phí|[Tt]hù lao|[Pp]hụ cấp|phạt tiền)"
)
_PLAN_CUE = re.compile(
    r"(?:[Cc]hỉ tiêu|[Mm]ục tiêu|[Pp]hấn đấu|[Tt]ỷ lệ|[Tt]ỉ lệ|[Tt]ốc độ tăng|GRDP|GDP|[Ôô]ớc đạt|ước đạt|[Tt]hu ngân sách|[Tt]ổng thu|[Tt]ổng chi|bình quân đầu người)"
)


def extract_measures(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with measures and targets, ids ``m_1`` and ``tg_1`` … in text order."""
    subject = findings.metadata.subject_period
    normative = outline.side == "state"
    measures: list[Measure] = []
    targets: list[Target] = []
    for mentions in findings.mentions:
        place = mentions.place
        if place.zone in ("front", "closing") or place.quoted or place.kind == "heading":
            continue
        if normative and not _states_figures(place):
            continue
        made = _measures_of(mentions, subject, len(measures))
        target = _target_of(place)
        if target is not None:
            made += _qualitative(mentions, len(measures) + len(made), subject)
            made.sort(key=lambda measure: measure.span.start)
            made = _renumbered(made, len(measures))
            if made:
                target_id = f"tg_{len(targets) + 1}"
                made = [measure.model_copy(update={"target": target_id}) for measure in made]
                targets.append(_target(target_id, target, place, made))
        measures += made
    return replace(findings, **_in_text_order(measures, _merged(targets)))


def _in_text_order(
    measures: Sequence[Measure], targets: Sequence[Target]
) -> dict[str, tuple[Measure, ...] | tuple[Target, ...]]:
    """Measures and targets as the text prints them (footnotes were read last), ids counted anew."""
    measures = sorted(measures, key=lambda measure: measure.span.start)
    targets = sorted(targets, key=lambda target: target.span.start)
    new = {measure.id: f"m_{index}" for index, measure in enumerate(measures, start=1)}
    kept = tuple(
        target.model_copy(
            update={"id": f"tg_{index}", "measures": tuple(sorted((new[m] for m in target.measures), key=_count))}
        )
        for index, target in enumerate(targets, start=1)
    )
    held = {measure: target.id for target in kept for measure in target.measures}
    return {
        "measures": tuple(
            measure.model_copy(
                update={"id": new[measure.id], "of": new.get(measure.of or ""), "target": held.get(new[measure.id])}
            )
            for measure in measures
        ),
        "targets": kept,
    }


def _count(identifier: str) -> int:
    return int(identifier.rpartition("_")[2])


def _states_figures(place: Place) -> bool:
    """Whether a passage of a State text states results, targets or plans, and not norms."""
    text = place.passage.text
    if _NORM.search(text):
        return False
    return bool(_ASSIGNING & set(place.roles) - {"implementation"}) or _PLAN_CUE.search(text) is not None


def _measures_of(mentions: Mentions, subject: Period | None, count: int) -> list[Measure]:
    place = mentions.place
    sentences = (
        place.block.sentences
        if place.block is not None and place.kind == "block"
        else sentence_spans(place.passage.text)
    )
    readings = readings_of(place, mentions.quantities, sentences, mentions.periods)
    made: list[Measure] = []
    ids: dict[int, str] = {}
    previous: Reading | None = None
    for reading in readings:
        if reading.before is None and previous is not None and _is_elliptical_start(reading):
            reading.before = previous
        name_indicator(reading)
        stretch = stretch_of(reading)
        reading.role = "stretch" if stretch is not None else stated_role(reading)
        if stretch is not None:
            reading.of = stretch
        if not reading.indicator:
            continue
        identifier = f"m_{count + len(made) + 1}"
        ids[id(reading)] = identifier
        made.append(_measure(identifier, reading, ids.get(id(reading.of)), mentions, subject))
        previous = reading
    return made


def _is_elliptical_start(reading: Reading) -> bool:
    return re.match(r"\s*(?:[Dd]ịch vụ|[Nn]ông|[Cc]ông nghiệp)\b", reading.left_text) is not None


def _measure(identifier: str, reading: Reading, of: str | None, mentions: Mentions, subject: Period | None) -> Measure:
    mention, passage = reading.mention, reading.place.passage
    span = passage.span(mention.start, mention.end)
    start, end = reading.indicator_span or (0, 0)
    period, deadline = _times(reading, subject)
    comparator: Comparator = mention.comparator
    stated = direction(reading)
    if stated == "maintain" and mention.unit_base == "hạng":
        comparator = "maintain"
    return Measure(
        id=identifier,
        indicator=Indicator(
            text=reading.indicator, full=reading.full, span=passage.span(start, end) if reading.indicator_span else None
        ),
        scope=reading.scope,
        value_kind=value_kind(reading),
        comparator=comparator,
        direction=stated,
        role=reading.role,
        estimated=any(cue.lower().startswith("ước") for cue in mention.cues),
        baseline=baseline(reading),
        of=of,
        quantity=_quantity(mention, reading),
        period=period,
        deadline=deadline,
        container=passage.container,
        text=passage.text[mention.start : mention.end],
        span=span,
        fragments=passage.fragments(mention.start, mention.end),
        rule=mention.rule,
    )


def _quantity(mention: QuantityMention, reading: Reading) -> Quantity:
    base, code = mention.unit_base, mention.unit_code
    per = _PER_POPULATION.search(reading.full)
    if per and base and "/" not in base and mention.kind == "count":
        # «Số giường bệnh/10.000 dân đạt 36,4 giường»: the name holds what the figure is per.
        printed = per["base"].replace("vạn dân", "10.000 dân")
        base, code = f"{base}/{printed}", f"{code}/(10*4.{{person}})" if printed == "10.000 dân" else code
    return Quantity(
        text=reading.place.passage.text[mention.number_start : mention.end],
        value=mention.value,
        low=mention.low,
        high=mention.high,
        denominator=mention.denominator,
        unit=mention.unit,
        scale=mention.scale,
        unit_base=base,
        unit_code=code,
    )


def _times(reading: Reading, subject: Period | None) -> tuple[Period | None, Period | None]:
    """The period a figure is for, and its deadline: printed in its sentence, else the resolution's own (or, for what
    was achieved, the year before)."""
    start, end = reading.left[0], reading.right[1]
    compared = re.compile(r"so với\s+(?:cùng kỳ\s+)?$")
    text = reading.place.passage.text
    near = [
        mention
        for mention in reading.periods
        if start <= mention.start < end
        and not compared.search(text, max(0, mention.start - 20), mention.start)
        and not _is_qualifier(text, mention.start)
    ]
    deadline = next((mention.period for mention in near if mention.is_deadline), None)
    behind = [mention for mention in near if mention.start >= reading.mention.end]
    ahead = [mention for mention in near if mention.start < reading.mention.start]
    for mention in (*reversed(ahead), *behind):
        if mention.period.recurrence is None:
            return mention.period, deadline or (mention.period if _sets_end(mention.period.text) else None)
    first = next((m for m in reading.periods if m.start < reading.mention.start and m.period.recurrence is None), None)
    if first is not None and first.start == reading.sentence[0]:
        return first.period, deadline
    if subject is None:
        return None, deadline
    if reading.role == "achieved" and subject.start is not None and subject.precision == "year":
        year = subject.start.year - 1
        return Period(start=date(year, 1, 1), end=date(year, 12, 31), precision="year", origin="inferred"), deadline
    return subject.model_copy(update={"text": None, "span": None, "origin": "inferred"}), deadline


def _sets_end(text: str | None) -> bool:
    return bool(text) and text.startswith("đến năm") if text else False


def _is_qualifier(text: str, position: int) -> bool:
    """«(theo chuẩn giai đoạn 2021-2025)»: the time of a norm, not of the figure."""
    return (
        re.search(r"(?:chuẩn|nghèo|đa chiều|theo)\s+(?:\w+\s+){0,3}$", text[max(0, position - 30) : position])
        is not None
    )


# --- targets ---------------------------------------------------------------------------------------------------------


def _target_of(place: Place) -> OutlineDivision | None:
    """The item of a list of targets that holds a passage; None elsewhere."""
    if "targets" not in place.roles or not place.divisions:
        return None
    innermost = place.divisions[-1]
    listed = innermost.kind in ("item", "point", "clause") and innermost.role is None
    return innermost if listed else None


def _qualitative(mentions: Mentions, count: int, subject: Period | None) -> list[Measure]:
    place = mentions.place
    passage = place.passage
    figures = tuple((mention.start, mention.end) for mention in mentions.quantities)
    made = []
    for found in find_qualitative(passage.text, figures):
        inside = [m for m in mentions.periods if found.start <= m.start or m.start >= found.end]
        deadline = next((m.period for m in inside if m.is_deadline), None)
        name = passage.text[found.name[0] : found.name[1]]
        period = deadline or (
            subject.model_copy(update={"text": None, "span": None, "origin": "inferred"}) if subject else None
        )
        made.append(
            Measure(
                id=f"m_{count + len(made) + 1}",
                indicator=Indicator(text=name, full=name, span=passage.span(*found.name)),
                value_kind="none",
                baseline=_compared(passage.text[found.start : found.end]),
                comparator="qualitative",
                direction=found.direction,
                role="target",
                period=period,
                deadline=deadline,
                container=passage.container,
                text=passage.text[found.start : found.end],
                span=passage.span(found.start, found.end),
                fragments=passage.fragments(found.start, found.end),
                rule="qualitative.find_qualitative",
            )
        )
    return made


def _compared(text: str) -> Baseline | None:
    match = re.search(r"so với\s+\S.*$", text)
    return Baseline(text=match.group()) if match else None


def _renumbered(measures: Sequence[Measure], count: int) -> list[Measure]:
    ids = {measure.id: f"m_{count + index}" for index, measure in enumerate(measures, start=1)}
    return [
        measure.model_copy(
            update={"id": ids[measure.id], "of": ids.get(measure.of, measure.of) if measure.of else None}
        )
        for measure in measures
    ]


def _target(identifier: str, division: OutlineDivision, place: Place, measures: Sequence[Measure]) -> Target:
    return Target(
        id=identifier,
        label=division.label,
        text=place.passage.text,
        span=place.passage.span(0, len(place.passage.text)),
        container=division.id,
        measures=tuple(measure.id for measure in measures),
        rule="measures.entry_of_a_target_list",
    )


def _merged(targets: Sequence[Target]) -> tuple[Target, ...]:
    """One target for each item, also when its text has several paragraphs."""
    by_item: dict[str, Target] = {}
    for target in targets:
        known = by_item.get(target.container)
        if known is None:
            by_item[target.container] = target
        else:
            by_item[target.container] = known.model_copy(update={"measures": (*known.measures, *target.measures)})
    return tuple(by_item.values())


__all__ = ["extract_measures"]
