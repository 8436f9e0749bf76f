"""Figures: minimal pairs, number formats, false friends, names, and what a document adds to them."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from nghiquyet import Measure, find_measures, parse_text
from nghiquyet.extractors.measures.identities import INDICATORS
from nghiquyet.text.vietnamese import fold

CASES = Path(__file__).parent / "cases"


def _cases(name: str) -> list[Any]:
    data = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["cases"]
    return [pytest.param(case, id=f"{name}-{index}") for index, case in enumerate(data, start=1)]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _figure(measure: Measure) -> str:
    quantity = measure.quantity
    if quantity is None:
        return "-"
    if quantity.value is not None:
        figure = _plain(quantity.value * quantity.scale)
    else:
        assert quantity.low is not None and quantity.high is not None
        figure = f"{_plain(quantity.low * quantity.scale)}..{_plain(quantity.high * quantity.scale)}"
    whole = f"/{_plain(quantity.denominator)}" if quantity.denominator is not None else ""
    return f"{figure}{whole} {quantity.unit_base or '-'}"


def said(measure: Measure) -> str:
    """A measure on one line: its full name, what the figure is, and what else is known of it.

    Values are in base units: «18.000 tỷ đồng» is 18000000000000 VND.
    """
    assert measure.indicator is not None
    more = [
        f"scope={measure.scope}" if measure.scope else "",
        "estimated" if measure.estimated else "",
        f"baseline={measure.baseline.text}" if measure.baseline else "",
        f"of={measure.of.removeprefix('m_')}" if measure.of else "",
        f"prices={measure.price_basis.kind} {measure.price_basis.year or ''}".rstrip() if measure.price_basis else "",
        f"role={measure.role}" if measure.role != "target" else "",
    ]
    what = f"{measure.value_kind} {measure.comparator} {measure.direction} {_figure(measure)}"
    return " | ".join(part for part in (measure.indicator.full, what, "; ".join(filter(None, more))) if part)


@pytest.mark.parametrize("case", _cases("measures_pairs"))
def test_two_texts_that_differ_by_a_word_are_read_apart(case: dict[str, Any]) -> None:
    """«giảm 1,5%» and «giảm còn 1,5%» are never the same record."""
    first, second = ([said(measure) for measure in find_measures(case[side]["text"])] for side in ("one", "other"))
    assert (first, second) == (case["one"]["reads"], case["other"]["reads"])
    assert first != second


@pytest.mark.parametrize("case", _cases("measures_formats"))
def test_numbers_are_read_in_every_format(case: dict[str, Any]) -> None:
    """Thousands, decimals, magnitudes, ranges, fractions, words."""
    assert [said(measure) for measure in find_measures(case["text"])] == case["reads"]


@pytest.mark.parametrize("case", _cases("measures_names"))
def test_figures_are_named_as_a_reader_would(case: dict[str, Any]) -> None:
    """Names before and behind the figure, parts, groups, shared predicates."""
    assert [said(measure) for measure in find_measures(case["text"])] == case["reads"]


@pytest.mark.parametrize("case", _cases("measures_indicators"))
def test_figures_have_the_indicator_of_the_table(case: dict[str, Any]) -> None:
    """Names in any order of words, parts with a row of their own, growth of parts; null where nothing fits."""
    assert [f"{measure.indicator_id or '-'} | {said(measure)}" for measure in find_measures(case["text"])] == case[
        "reads"
    ]


@pytest.mark.parametrize("case", _cases("measures_false_friends"))
def test_what_only_looks_like_a_figure_is_none(case: dict[str, Any]) -> None:
    """Dates, labels, numbers of laws, stretches of road, slogans."""
    assert find_measures(case["text"]) == ()


@pytest.mark.parametrize("case", _cases("measures_documents"))
def test_a_document_says_when_and_whether_a_figure_is_wanted(case: dict[str, Any]) -> None:
    """Periods, deadlines, roles, targets and doubts come from headings, lists and titles."""
    document = parse_text(case["text"])
    found = []
    for measure in document.measures:
        period, deadline = measure.period, measure.deadline
        when = f"{period.start or ''}..{period.end or ''}" if period else "-"
        due = f" due {deadline.end}" if deadline else ""
        found.append(f"{said(measure)} @ {when}{due} [{measure.target or '-'}]")
    assert found == case["reads"]
    codes = [item.code for item in document.diagnostics if item.code.startswith(("measures.", "targets."))]
    assert codes == case.get("doubts", [])


def test_there_are_many_minimal_pairs() -> None:
    """Fewer than eighty would leave whole verbs and units untried."""
    assert len(_cases("measures_pairs")) >= 80


def test_the_table_of_indicators_is_wide_and_no_two_rows_share_a_name() -> None:
    """At least 150 indicators; a name told by its words leads to one of a dimension and kind."""
    rows = INDICATORS.rows
    assert len({row.text("id") for row in rows}) >= 150
    owners: dict[tuple[str, str, str], str] = {}
    for row in rows:
        for word in row.words:
            key = (" ".join(sorted(fold(word).split())), row.text("dimension"), row.text("value_kind"))
            assert owners.setdefault(key, row.text("id")) == row.text("id"), word
