"""Plots: every bar and point is a figure of the texts, gaps stay open, mergers are drawn, Vietnamese letters are there."""

from pathlib import Path

import pytest

import nghiquyet
from nghiquyet import Comparison, Document, compare, series
from nghiquyet.errors import UnsupportedFormat

pytest.importorskip("matplotlib", reason="the extra research is not installed")

from nghiquyet.formats.plots import picture, plot_results, plot_series

EXAMPLES = Path(__file__).parents[1] / "corpus/documents"


@pytest.fixture(scope="module")
def years() -> list[Document]:
    """The invented resolutions for 2023, 2024 and 2025."""
    return [nghiquyet.parse_file(EXAMPLES / f"example-annual-{year}/source.txt") for year in (2023, 2024, 2025)]


@pytest.fixture(scope="module")
def changes(years: list[Document]) -> Comparison:
    """What the second says of the first."""
    return compare(years[1], years[2])


def test_a_bar_for_each_result_that_has_a_target(changes: Comparison) -> None:
    """As long as the result is in percent of the target, coloured by what came of it, named and printed beside."""
    figure = plot_results(changes)
    axes, printed = figure.axes
    bars = {
        label.get_text(): bar.get_width()
        for label, bar in zip(axes.get_yticklabels(), [box for box in axes.patches if box.get_width()], strict=True)
    }
    (forest,) = [item for item in changes.results if item.indicator_id == "forest_cover"]
    assert forest.result is not None
    assert forest.result.value is not None
    assert forest.target.value is not None
    assert bars[forest.name] == pytest.approx(100 * float(forest.result.value / forest.target.value), abs=0.01)
    assert f"{forest.result.text} / {forest.target.text}" in [label.get_text() for label in printed.get_yticklabels()]
    assert len(bars) > 20
    (legend,) = figure.legends
    assert {text.get_text() for text in legend.get_texts()} == {"vượt", "đạt", "chưa đạt"}


def test_a_line_for_each_role_open_where_a_year_is_missing(years: list[Document]) -> None:
    """The result of 2023 is not reported: no line leads over it, a cross stands at its foot."""
    (axes,) = plot_series(series(years, "poverty_rate"), "en").axes
    lines = {line.get_label(): line for line in axes.get_lines()}
    assert list(lines["achieved"].get_ydata())[::2] == [8.9, 5.6]
    assert [value != value for value in lines["achieved"].get_ydata()] == [False, True, False, True]
    (cross,) = [line for line in axes.get_lines() if line.get_marker() == "x" and len(line.get_xdata())]
    assert list(cross.get_xdata()) == [2023]


def test_amounts_are_drawn_in_a_readable_unit(years: list[Document]) -> None:
    """With the sign of a bound."""
    (axes,) = plot_series(series(years, "state_revenue"), "en").axes
    assert axes.get_ylabel() == "billion VND"
    assert ">10,500" in [text.get_text() for text in axes.texts]


def _plan(province: str, year: int, day: str, value: str) -> Document:
    return nghiquyet.parse_text(
        f"TỈNH ỦY {province}\n\nSố 1-NQ/TU\n\n{province.title()}, ngày {day}\n\nNGHỊ QUYẾT\nvề nhiệm vụ năm {year}\n\n"
        f"I- MỤC TIÊU\n\n2. Các chỉ tiêu chủ yếu năm {year}\n\n(1) Tổng kim ngạch xuất khẩu đạt {value}.\n"
    )


def test_a_merger_is_drawn_and_no_line_crosses_it() -> None:
    """Bắc Giang and Bắc Ninh became Bắc Ninh: its two lines are two."""
    found = series(
        [
            _plan("BẮC GIANG", 2024, "10 tháng 12 năm 2023", "30-32 tỷ USD"),
            _plan("BẮC NINH", 2024, "10 tháng 12 năm 2023", "43 tỷ USD"),
            _plan("BẮC NINH", 2025, "10 tháng 12 năm 2024", "45 tỷ USD"),
            _plan("BẮC NINH", 2026, "10 tháng 12 năm 2025", "trên 90 tỷ USD"),
        ],
        "export_value",
    )
    (axes,) = plot_series(found).axes
    drawn = [list(line.get_ydata()) for line in axes.get_lines()]
    assert not [line for line in drawn if 45.0 in line and 90.0 in line]
    words = [text.get_text() for text in axes.texts]
    assert "Bắc Giang + Bắc Ninh → Bắc Ninh\n01/07/2025" in words
    assert "30–32" in words
    upright = [line for line in axes.get_lines() if set(line.get_xdata()) == {2025.5}]
    assert len(upright) == 1


@pytest.mark.parametrize("to", ["png", "svg", "pdf"])
def test_pictures_have_every_letter_and_the_same_bytes(years: list[Document], changes: Comparison, to: str) -> None:
    """A glyph that the font lacks is a warning, and warnings are errors here."""
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[to]
    growth = series(years, "grdp_growth")
    data = picture(plot_series(growth), to)
    assert data.startswith(start)
    assert data == picture(plot_series(growth), to)
    assert picture(plot_results(changes), to).startswith(start)
    with pytest.raises(UnsupportedFormat, match="png, svg, pdf"):
        picture(plot_results(changes), "bmp")


def test_nothing_to_draw_is_an_empty_plot(years: list[Document]) -> None:
    """A document against itself reports no result of its targets; an indicator that no text has."""
    assert picture(plot_results(compare(years[0], years[0])), "png").startswith(b"\x89PNG")
    assert picture(plot_series(series(years, "không có chỉ tiêu này")), "png").startswith(b"\x89PNG")
