"""Plots of comparisons and series, by matplotlib of the extra ``research``: results against targets, one indicator over
the years with its gaps and breaks."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from nghiquyet.diagnostics import Language, failure, message, term
from nghiquyet.errors import MissingDependency, UnsupportedFormat
from nghiquyet.formats.html_view.bars import bars
from nghiquyet.formats.html_view.numbers import day, number, scale, sign

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from nghiquyet.comparison import Comparison, Series
    from nghiquyet.comparison.changes import Result
    from nghiquyet.comparison.timeline import SeriesRow

PICTURES = ("png", "svg", "pdf")
"""Formats of pictures."""
_OUTCOMES = {"exceeded": "#0f5132", "met": "#3d9a68", "missed": "#b3261e"}
_INK = "#1c2430"
_ROLES = {"achieved": (_INK, "o", "-"), "target": ("#1f5fae", "s", "--"), "stretch": ("#8a4fc7", "^", ":")}
_TERRITORIES = ("#1f5fae", "#b3541e", "#2f7d4f", "#8a4fc7", "#9a7b00", "#b3261e", "#2b8a95", "#5a6675")
_Line: TypeAlias = tuple[str, str, str | None]
"""Territory, role, side of a merger."""
_MOST_NUMBERED = 40
"""Figures above which a plot shows no numbers: they would stand on each other."""
_MOST = 200
"""Percent of the target at which a bar is cut off."""
_FONT = "DejaVu Sans"
"""It comes with matplotlib and has every Vietnamese letter."""


def plot_results(comparison: Comparison, language: Language = "vi") -> Figure:
    """Each result of the later text as a share of the target that the earlier one set, a bar an indicator.

    Only what can be set against each other is drawn; what is a range, a rank or in another unit is left out.
    Raises MissingDependency without matplotlib.
    """

    def say(code: str) -> str:
        return message(f"page.{code}", {}, language)

    drawn = [(item, share) for item in reversed(comparison.results) if (share := _share(item)) is not None]
    places = range(len(drawn))
    figure, axes = _figure(10, 1.5 + 0.34 * max(1, len(drawn)))
    for place, (item, share) in enumerate(drawn):
        axes.barh(place, min(share, _MOST), color=_OUTCOMES[item.outcome], height=0.62)
    axes.axvline(100, color=_INK, linewidth=1)
    names = (f"{item.name} ({item.scope})" if item.scope else item.name for item, _ in drawn)
    axes.set_yticks(places, [_short(name) for name in names], fontsize=8)
    axes.set_ylim(-0.6, max(1, len(drawn)) - 0.4)
    axes.set_xlim(0, 1.02 * max([100.0, *(min(share, _MOST) for _, share in drawn)]))
    axes.set_xlabel(say("share_of_target"), fontsize=9)
    printed = axes.twinx()
    printed.set_ylim(axes.get_ylim())
    printed.set_yticks(places, [_printed(item, share) for item, share in drawn], fontsize=8)
    printed.tick_params(length=0)
    printed.set_frame_on(False)
    earlier, later = (card.number or card.name or card.id for card in (comparison.before, comparison.after))
    axes.set_title(f"{say('results')}: {earlier} → {later}", loc="left", fontsize=11)
    found = {item.outcome for item, _ in drawn}
    for outcome in (name for name in _OUTCOMES if name in found):
        axes.barh(0, 0, color=_OUTCOMES[outcome], label=term(outcome, language))
    if drawn:
        figure.legend(loc="outside lower right", ncol=len(found), frameon=False, fontsize=8)
    return figure


def _printed(item: Result, share: float) -> str:
    """«đạt 9,34% / đạt 9,0%»: as the texts print them; how far a bar goes that was cut off."""
    words = f"{_short(item.result.text if item.result else '', 30)} / {_short(item.target.text, 30)}"
    return f"{words} (→ {share:.0f}%)" if share > _MOST else words


def _share(item: Result) -> float | None:
    """The result in percent of the target."""
    pair = bars(item) if item.outcome in _OUTCOMES else None
    if pair is None or pair[0].start or pair[1].start or pair[0].end == 0:
        return None
    return 100 * pair[1].end / pair[0].end


def plot_series(series: Series, language: Language = "vi") -> Figure:
    """An indicator over the years: a line for each territory and role.

    A missing year leaves the line open and a cross at the foot, a range is a bar, an estimate a hollow mark, a merger a
    dotted upright. Raises MissingDependency without matplotlib.
    """
    figure, axes = _figure(8, 4.8)
    lines = _lines(series)
    rows = [row for line in lines.values() for row in line]
    most = max((abs(row.high or row.value or Decimal(0)) for row in rows), default=Decimal(0))
    size, words = scale(most, series.unit, language)
    territories = sorted({territory for territory, _, _ in lines})
    colours = {key: _colour(key, territories) for key in lines}
    years = sorted({row.year for row in series.rows if row.year is not None and row.role in _ROLES})
    several = len(territories) > 1
    labels = {key: f"{key[0]} · {term(key[1], language)}" if several else term(key[1], language) for key in lines}
    for key, line in lines.items():
        # One label for the two lines of a territory that a merger cuts.
        first = labels[key] not in [labels[other] for other in list(lines)[: list(lines).index(key)]]
        shown = {row.year: _middle(row) / float(size) for row in line}
        _, marker, style = _ROLES[key[1]]
        axes.plot(
            years, [shown.get(year, math.nan) for year in years], color=colours[key], linestyle=style, marker=marker,
            label=labels[key] if first else f"_{labels[key]}",
        )  # fmt: skip
    numbered = len(rows) <= _MOST_NUMBERED
    coloured = {id(row): colours[key] for key, line in lines.items() for row in line}
    for row, place in _placed(rows):
        _point(axes, row, size, coloured[id(row)])
        if numbered:
            _number(axes, row, size, place, coloured[id(row)], language)
    missing = _gaps(axes, series)
    _mergers(axes, series, language)
    axes.set_xticks(years)
    axes.set_xlim(*((years[0] - 0.5, years[-1] + 0.5) if years else (0, 1)))
    axes.margins(y=0.18)
    axes.yaxis.set_major_formatter(lambda value, _: number(Decimal(str(round(value, 6))), language))
    axes.set_ylabel(words, fontsize=9)
    title = series.name + (f" ({series.scope})" if series.scope else "")
    axes.set_title(" · ".join((title, *territories[: len(territories) == 1])), loc="left", fontsize=11)
    if any(row.estimated for row in rows):
        axes.plot([], [], "o", color=_INK, markerfacecolor="white", label=message("page.estimated", {}, language))
    if missing:
        axes.plot([], [], "x", color=_INK, linestyle="none", label=message("page.gap", {}, language))
    if lines:
        figure.legend(loc="outside lower left", ncol=4, frameon=False, fontsize=8)
    return figure


def _lines(series: Series) -> dict[_Line, list[SeriesRow]]:
    """The figures in the unit of the series by territory, role and side of a merger, the latest document's for a year
    last."""
    found: dict[_Line, list[SeriesRow]] = {}
    for row in series.rows:
        if row.status in ("figure", "summed") and row.role in _ROLES and row.year and row.unit == series.unit:
            name = row.territory or row.lineage or ""
            name = f"{name} (∑)" if row.status == "summed" else name
            found.setdefault((name, row.role, row.era), []).append(row)
    return found


def _colour(line: _Line, territories: list[str]) -> str:
    """By the role where there is one territory, else by the territory: the role has its mark and its stroke."""
    if len(territories) < 2:
        return _ROLES[line[1]][0]
    return _TERRITORIES[territories.index(line[0]) % len(_TERRITORIES)]


def _point(axes: Any, row: SeriesRow, size: Decimal, colour: str) -> None:  # noqa: ANN401 — axes of matplotlib
    """The mark of one figure, a white heart in it where it is an estimate, a bar where it is a range."""
    face = "white" if row.estimated else colour
    axes.plot(row.year, _middle(row) / float(size), _ROLES[row.role or ""][1], color=colour, markerfacecolor=face)
    if row.low is not None and row.high is not None:
        axes.vlines(row.year, float(row.low / size), float(row.high / size), color=colour, linewidth=6, alpha=0.3)


def _number(
    axes: Any,  # noqa: ANN401 — axes of matplotlib
    row: SeriesRow,
    size: Decimal,
    place: tuple[int, int],
    colour: str,
    language: Language,
) -> None:
    """The figure beside its mark."""
    from matplotlib.patheffects import withStroke

    value = _middle(row) / float(size)
    if row.low is not None and row.high is not None:
        words = f"{number(row.low / size, language)}–{number(row.high / size, language)}"
        value = float((row.high if place[1] > 0 else row.low if place[1] < 0 else (row.low + row.high) / 2) / size)
    else:
        words = sign(row.comparator or "") + number((row.value or Decimal(0)) / size, language)
    axes.annotate(
        words, (row.year, value), place, textcoords="offset points", fontsize=8, color=colour, zorder=5,
        ha="left" if place[0] else "center", va="center", path_effects=[withStroke(linewidth=3, foreground="white")],
    )  # fmt: skip


def _placed(rows: Iterable[SeriesRow]) -> Iterator[tuple[SeriesRow, tuple[int, int]]]:
    """Where the number of each row stands: above the highest of a year, below the lowest, beside those between."""
    years: dict[int, list[SeriesRow]] = {}
    for row in rows:
        years.setdefault(row.year or 0, []).append(row)
    for found in years.values():
        found.sort(key=_middle)
        for place, row in enumerate(found):
            yield row, (0, 11) if place == len(found) - 1 else (0, -11) if place == 0 else (8, 0)


def _gaps(axes: Any, series: Series) -> bool:  # noqa: ANN401 — axes of matplotlib
    """A cross at the foot of each year in which a role has no figure; whether there is one."""
    missing = {(row.year, row.role) for row in series.rows if row.status == "gap" and row.role in _ROLES and row.year}
    for level, role in enumerate(_ROLES):
        gaps = [year for year, of in sorted(missing) if of == role]
        foot = [0.03 + 0.03 * level] * len(gaps)
        axes.plot(gaps, foot, "x", color=_ROLES[role][0], transform=axes.get_xaxis_transform(), linestyle="none")
    return bool(missing)


def _mergers(axes: Any, series: Series, language: Language) -> None:  # noqa: ANN401 — axes of matplotlib
    for row in {row.lineage: row for row in series.rows if row.status == "break" and row.date}.values():
        assert row.date is not None
        axes.axvline(row.date.year + (row.date.month - 1) / 12, color="#b3261e", linestyle=":", linewidth=1.2)
        words = f"{' + '.join(row.parts)} → {row.lineage}\n{day(row.date, language)}"
        axes.annotate(
            words, (row.date.year + (row.date.month - 1) / 12, 1), (4, -4), xycoords=("data", "axes fraction"),
            textcoords="offset points", va="top", fontsize=7, color="#b3261e",
        )  # fmt: skip


def _middle(row: SeriesRow) -> float:
    if row.value is not None:
        return float(row.value)
    return float((row.low + row.high) / 2) if row.low is not None and row.high is not None else math.nan


def picture(figure: Figure, to: str) -> bytes:
    """The figure as a file (png, svg, pdf), the same bytes for the same figure."""
    if to not in PICTURES:
        raise failure(UnsupportedFormat, "error.no_such_format", name=to, known=", ".join(PICTURES))
    import matplotlib

    out = io.BytesIO()
    unstamped = {"png": {"Software": None}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}[to]
    with matplotlib.rc_context({"svg.hashsalt": "nghiquyet", "font.family": _FONT}):
        figure.savefig(out, format=to, dpi=150, metadata=unstamped)
    return out.getvalue()


def _short(text: str, width: int = 58) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _figure(width: float, height: float) -> tuple[Figure, Any]:
    """A figure and its axes, without pyplot: nothing global is touched."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise failure(MissingDependency, "error.extra", module="matplotlib", extra="research") from error
    with matplotlib.rc_context({"font.family": _FONT}):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


__all__ = ["PICTURES", "picture", "plot_results", "plot_series"]
