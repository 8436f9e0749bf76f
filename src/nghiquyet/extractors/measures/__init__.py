"""Measures and targets: figures read with the words, the section and the list around them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nghiquyet.extractors.measures.consistency import doubts
from nghiquyet.extractors.measures.identities import identify
from nghiquyet.extractors.measures.indicators import name_indicator
from nghiquyet.extractors.measures.meanings import baseline, direction, stated_role, stretch_of, value_kind
from nghiquyet.extractors.measures.plain import passages_of
from nghiquyet.extractors.measures.prices import price_basis
from nghiquyet.extractors.measures.qualitative import QualitativeTarget, compared, find_qualitative
from nghiquyet.extractors.measures.quantities import quantity_of
from nghiquyet.extractors.measures.readings import Reading, readings_of
from nghiquyet.extractors.measures.relevance import is_measured, stance_of, states_figures
from nghiquyet.extractors.measures.scopes import own_scope, shares_name
from nghiquyet.extractors.measures.surroundings import Surroundings
from nghiquyet.extractors.measures.tables import figures_of, is_target_table
from nghiquyet.extractors.measures.targets import TargetEntry, merged_targets, target_item
from nghiquyet.extractors.measures.times import (
    Governing,
    governing,
    horizon_of,
    inferred,
    inferred_period,
    order_of,
    times_of,
)
from nghiquyet.extractors.mentions.periods import find_periods
from nghiquyet.extractors.mentions.quantities import find_quantities
from nghiquyet.model import Comparator, Indicator, Measure, Period, Span, Target
from nghiquyet.records import CleanText, Findings, Mentions, Outline, OutlineBlock, OutlineDivision, Place
from nghiquyet.text.sentences import sentence_spans


@dataclass(slots=True)
class _Draft:
    """A measure before ids are given: they count in text order, and footnotes are read last."""

    start: int
    place: Place
    target: TargetEntry | None
    period: Period | None
    deadline: Period | None
    reading: Reading | None = None
    stated: QualitativeTarget | None = None


def extract_measures(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """``findings`` with measures and targets, ids ``m_1`` and ``tg_1`` … in text order, and doubts about their figures."""
    date = findings.metadata.date
    subject = findings.metadata.subject_period
    year = date.year if date else subject.end.year if subject and subject.end else None
    context = governing(subject, year, date, findings.mentions, horizon_of(findings.metadata.subject))
    context.has_divisions = any(isinstance(node, OutlineDivision) for node in outline.body)
    around = Surroundings()
    stance = stance_of(findings.metadata.subject)
    drafts: list[_Draft] = []
    table: OutlineBlock | None = None
    is_listed = False
    for mentions in findings.mentions:
        place = mentions.place
        if place.zone in ("front", "closing") or place.quoted:
            continue
        if place.kind == "cell" and place.block is not table:
            table, is_listed = place.block, is_target_table(place.block)
            if table is not None and is_listed:
                drafts += _drafts_of_table(place, table, context)
        if place.kind == "cell" and is_listed:
            continue
        context.watch(mentions)
        target = target_item(place, bool(mentions.quantities))
        if not mentions.quantities and target is None and not _sets_aims(place, context):
            around.watch(place, ())
            continue
        if outline.side != "party" and (outline.side or stance == "normative") and not states_figures(place, stance):
            continue
        drafts += _drafts_of(mentions, target, context, around)
    measures, targets = _facts(drafts)
    found = doubts(measures, targets, outline, findings.mentions)
    return replace(findings, measures=measures, targets=targets, diagnostics=(*findings.diagnostics, *found))


def find_measures(text: str) -> tuple[Measure, ...]:
    """Every figure that ``text`` states, in text order, ids ``m_1`` …; spans are offsets into ``text``.

    For a piece of text without the document around it: nothing is inherited from headings or titles.
    """
    context, around = Governing(None, None), Surroundings()
    drafts: list[_Draft] = []
    for passage in passages_of(text):
        place = Place(passage, "body", (), "block", None)
        mentions = Mentions(
            place, quantities=find_quantities(passage.text), periods=find_periods(passage.text, passage.span)
        )
        context.watch(mentions)
        if mentions.quantities:
            drafts += _drafts_of(mentions, None, context, around)
    return _facts(drafts)[0]


def _drafts_of(
    mentions: Mentions, target: TargetEntry | None, context: Governing, around: Surroundings
) -> Iterator[_Draft]:
    place = mentions.place
    for reading in _readings(mentions, around):
        mention = reading.mention
        period, deadline = times_of(reading, context)
        if (mention.part == "planned" or reading.is_planned) and reading.before is not None:
            period = reading.before.period
        elif period is None and shares_name(reading) and reading.before is not None:
            period = inferred(reading.before.told)
        reading.told = period
        opens = not place.divisions and place.zone == "body" and context.has_divisions
        reading.role = (
            "stretch" if reading.role == "stretch" else stated_role(reading, order_of(period, context), opens)
        )
        if reading.role == "achieved":
            deadline = None
        reading.period = period = period or inferred_period(reading, context)
        start = place.passage.offsets.start(reading.mention.start)
        yield _Draft(start, place, target, period, deadline, reading=reading)
    if target is None and not _sets_aims(place, context):
        return
    figures = tuple((mention.start, mention.end) for mention in mentions.quantities)
    for stated in find_qualitative(place.passage.text, figures):
        # A time inside the statement is its own; a time outside it, in the same entry, is a deadline all the same.
        due = next((m.period for m in mentions.periods if m.is_deadline), None)
        period = context.lent if context.of(place) is not None else context.own or due
        yield _Draft(place.passage.offsets.start(stated.start), place, target, period, due, stated=stated)


def _drafts_of_table(place: Place, table: OutlineBlock, context: Governing) -> Iterator[_Draft]:
    for figure in figures_of(place, table):
        reading = figure.reading
        reading.role = stated_role(reading, order_of(figure.period, context))
        reading.period = figure.period or inferred_period(reading, context)
        start = reading.place.passage.offsets.start(reading.mention.start)
        yield _Draft(start, reading.place, figure.entry, reading.period, None, reading=reading)


def _sets_aims(place: Place, context: Governing) -> bool:
    """Whether a passage tells what is to be reached by a year: «Mục tiêu đến năm 2030»; general aims name none."""
    return place.kind == "block" and place.roles[:1] == ("objectives",) and context.of(place) is not None


def _readings(mentions: Mentions, around: Surroundings) -> list[Reading]:
    """The figures of a passage that measure something, named."""
    place = mentions.place
    if not mentions.quantities:
        around.watch(place, ())
        return []
    whole, lead = around.whole_of(place), around.lead_of(place)
    known = place.block is not None and place.kind == "block"
    sentences = place.block.sentences if known and place.block is not None else sentence_spans(place.passage.text)
    kept: list[Reading] = []
    for reading in readings_of(place, mentions.quantities, sentences, mentions.periods):
        if reading.before is None and reading.last is None:
            reading.whole, reading.lead = whole, lead
        name_indicator(reading)
        reading.prices = price_basis(reading)
        stretch = stretch_of(reading)
        if stretch is not None:
            reading.role, reading.of = "stretch", stretch
        if is_measured(reading):
            kept.append(reading)
    around.watch(place, kept)
    return kept


def _facts(drafts: list[_Draft]) -> tuple[tuple[Measure, ...], tuple[Target, ...]]:
    drafts.sort(key=lambda draft: draft.start)
    ids = {id(draft.reading): f"m_{index}" for index, draft in enumerate(drafts, start=1) if draft.reading}
    targets, held = merged_targets([draft.target for draft in drafts])
    measures = tuple(_measure(draft, f"m_{index}", ids, held.get(index)) for index, draft in enumerate(drafts, start=1))
    return measures, targets


def _measure(draft: _Draft, identifier: str, ids: dict[int, str], target: str | None) -> Measure:
    if draft.stated is not None:
        return _qualitative(draft, draft.stated, identifier, target)
    reading = draft.reading
    assert reading is not None
    mention, passage = reading.mention, draft.place.passage
    stated = direction(reading)
    comparator: Comparator = "maintain" if stated == "maintain" and mention.kind == "rank" else mention.comparator
    if reading.is_none_below and comparator == "lt":
        comparator = "ge"
    kind = value_kind(reading)
    against = baseline(reading)
    if (
        reading.named_behind
        and against is not None
        and against.text.startswith("so với")
        and "so với" not in reading.full
    ):
        reading.full += f" {against.text}"
    quantity = quantity_of(reading)
    span = passage.span(mention.start, mention.end)
    return Measure(
        id=identifier,
        indicator=Indicator(
            text=reading.indicator,
            full=reading.full,
            span=_name_span(reading),
        ),
        indicator_id=identify(reading.full, mention, kind, own_scope(reading)),
        scope=reading.scope,
        value_kind=kind,
        comparator=comparator,
        direction=stated,
        role=reading.role,
        estimated=reading.estimated or any(cue.lower().startswith(("ước", "dự")) for cue in mention.cues),
        baseline=against,
        price_basis=reading.prices,
        of=ids.get(id(reading.of)) if reading.of is not None else None,
        quantity=quantity,
        period=draft.period,
        deadline=draft.deadline,
        target=target,
        container=passage.container,
        text=passage.text[mention.start : mention.end],
        span=span,
        fragments=passage.fragments(mention.start, mention.end) if passage.breaks else (span,),
        rule=mention.rule,
    )


def _name_span(reading: Reading) -> Span | None:
    """Where the name is printed: in the title of its item, or beside the figure; None where it is put together."""
    if reading.titled:
        return reading.place.divisions[-1].heading_span
    if reading.named_in is not None:
        at = reading.named_in.text.find(reading.indicator)
        return reading.named_in.span(at, at + len(reading.indicator)) if at >= 0 else None
    if reading.lender is not None:
        return _name_span(reading.lender)
    name, found = reading.indicator, reading.indicator_span
    start = reading.text.find(name, *found) if found and name else -1
    return reading.place.passage.span(start, start + len(name)) if start >= 0 else None


def _qualitative(draft: _Draft, stated: QualitativeTarget, identifier: str, target: str | None) -> Measure:
    passage = draft.place.passage
    name = passage.text[stated.name[0] : stated.name[1]]
    return Measure(
        id=identifier,
        indicator=Indicator(text=name, full=stated.full, span=passage.span(*stated.name)),
        value_kind="none",
        baseline=compared(passage.text[stated.start : stated.end]),
        comparator="qualitative",
        direction=stated.direction,
        role="target",
        period=draft.period,
        deadline=draft.deadline,
        target=target,
        container=passage.container,
        text=passage.text[stated.start : stated.end],
        span=passage.span(stated.start, stated.end),
        fragments=passage.fragments(stated.start, stated.end),
        rule="qualitative.find_qualitative",
    )


__all__ = ["extract_measures", "find_measures"]
