"""Two resolutions beside each other: what is matched, how far figures lie apart, what became of tasks and citations."""

import datetime
import os
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import alignment
import nghiquyet
from nghiquyet import Document, compare, prepare, series
from nghiquyet.comparison import Comparison, Series
from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.territories import era, merger, today
from nghiquyet.lexicons.places import PROVINCES
from nghiquyet.text.words import syllables, words

CASES = tomllib.loads((Path(__file__).parent / "cases/comparison.toml").read_text("utf-8"))

HEAD = """TỈNH ỦY {province}
*
Số {number}-NQ/TU
{date}
NGHỊ QUYẾT
VỀ NHIỆM VỤ LÃNH ĐẠO NĂM {year}
"""


def plan(
    year: int,
    targets: str = "",
    tasks: tuple[str, ...] = (),
    results: str = "",
    province: str = "Bắc Giang",
    date: str = "",
) -> Document:
    """A resolution of one province for ``year``."""
    dated = f"\n{province}, ngày {date}\n" if date else ""
    lines = [HEAD.format(province=province.upper(), number=year - 2000, year=year, date=dated)]
    if results:
        lines.append(f"Năm {year - 1}, {results}.\n")
    if targets:
        lines.append(f"I- MỤC TIÊU\n1. Một số chỉ tiêu chủ yếu năm {year}\n(1) {targets}\n")
    if tasks:
        lines.append("II- NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU\n" + "\n".join(f"{n}. {task}" for n, task in enumerate(tasks, 1)))
    return nghiquyet.parse_text("\n".join(lines))


@pytest.mark.parametrize("case", CASES["measures"], ids=lambda case: case["id"])
def test_figures_of_two_years(case: dict) -> None:
    """Matched by what they measure; the difference in the right unit, or the reason why there is none."""
    found = compare(plan(2024, case["before"]), plan(2025, case["after"])).measures
    assert [change.status for change in found] == case["status"]
    last = found[-1]
    assert last.absolute == (Decimal(case["absolute"]) if "absolute" in case else last.absolute)
    assert last.refused == case.get("refused")
    if "unit" in case:
        assert last.unit == case["unit"]
    if "relative" in case:
        assert last.relative == Decimal(case["relative"])
    if "ambition" in case or case["id"] == "no_polarity_no_ambition":
        assert last.ambition == case.get("ambition")
    assert last.converted == case.get("converted")
    if last.match is not None:
        assert last.match.doubtful == case.get("doubtful", False)
        assert 0 < last.match.score <= 1
        assert last.match.rule == case.get("rule", last.match.rule)


@pytest.mark.parametrize("case", CASES["results"], ids=lambda case: case["id"])
def test_results_beside_the_targets_of_the_year_before(case: dict) -> None:
    """Met, missed, exceeded, not reported."""
    (found,) = compare(plan(2024, case["target"]), plan(2025, results=case["result"])).results
    assert found.outcome == case["outcome"]
    assert found.estimated == case.get("estimated", False)
    assert found.due == case.get("due", True)


@pytest.mark.parametrize("case", CASES["tasks"], ids=lambda case: case["id"])
def test_what_became_of_tasks(case: dict) -> None:
    """Kept, reworded, merged, split, added, dropped."""
    found = compare(plan(2024, tasks=tuple(case["before"])), plan(2025, tasks=tuple(case["after"]))).tasks
    assert [change.status for change in found] == case["status"]


def test_other_provinces_say_nothing_of_results() -> None:
    """Neither another province, nor the one that several became, reports on the targets of one."""
    before = plan(2025, "Tỷ lệ che phủ rừng đạt 37%.")
    other = plan(2026, results="tỷ lệ che phủ rừng đạt 61%", province="Lào Cai")
    merged = plan(2026, results="tỷ lệ che phủ rừng đạt 31%", province="Bắc Ninh", date="20 tháng 12 năm 2025")
    for after in (other, merged):
        found = compare(before, after)
        assert found.results == ()
        assert found.results_withheld == "other_territory"
    own = compare(before, plan(2026, results="tỷ lệ che phủ rừng đạt 37,5%"))
    assert own.results_withheld is None
    assert [result.outcome for result in own.results] == ["exceeded"]


def test_what_identifies_two_resolutions() -> None:
    """Each field of either, both values, whether they are the same but for spelling, and where they are printed."""
    before = plan(2024, date="20 tháng 12 năm 2023")
    after = plan(2025, province="Bắc Ninh")
    found = {change.field: change for change in compare(before, after).metadata}
    assert (found["number"].before, found["number"].after, found["number"].same) == ("24-NQ/TU", "25-NQ/TU", False)
    assert found["document_type"].same
    assert (found["date"].before, found["date"].after, found["date"].after_span) == ("2023-12-20", None, None)
    assert found["territory"].after == "Bắc Ninh"
    for change in found.values():
        for value, span, document in (
            (change.before, change.before_span, before),
            (change.after, change.after_span, after),
        ):
            assert (value is None) or span is not None, change.field
            assert span is None or document.slice(span).strip()


SECTIONS = """TỈNH ỦY BẮC GIANG
*
NGHỊ QUYẾT
VỀ NHIỆM VỤ NĂM {year}

I- MỤC TIÊU
1. Mục tiêu tổng quát
Nâng cao năng lực lãnh đạo của cấp ủy.
2. {targets}
(1) Tỷ lệ che phủ rừng đạt 37%.
II- {tasks}
1. {first}
Đẩy mạnh cải cách hành chính.
2. {second}
Phát triển du lịch sinh thái.
III- TỔ CHỨC THỰC HIỆN
1. Giao Ban Thường vụ Tỉnh ủy chỉ đạo thực hiện Nghị quyết.
"""


def test_sections_by_role_and_heading() -> None:
    """Renamed ones by their role, moved ones by their heading, others added or dropped; spans lead to both texts."""
    before = nghiquyet.parse_text(
        SECTIONS.format(
            year=2024, targets="Một số chỉ tiêu chủ yếu năm 2024", tasks="NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU",
            first="Cải cách hành chính, xây dựng chính quyền", second="Phát triển du lịch",
        )
    )  # fmt: skip
    after = nghiquyet.parse_text(
        SECTIONS.format(
            year=2025, targets="Chỉ tiêu chủ yếu", tasks="NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM",
            first="Bảo vệ môi trường rừng", second="Cải cách hành chính, xây dựng chính quyền",
        )
    )  # fmt: skip
    found = compare(before, after).sections
    pairs = {
        (change.before.heading if change.before else None, change.after.heading if change.after else None): change
        for change in found
    }
    renamed = pairs["Một số chỉ tiêu chủ yếu năm 2024", "Chỉ tiêu chủ yếu"]
    assert (renamed.before.role, renamed.after.role, renamed.match.rule) == ("targets", "targets", "alike_heading")
    assert pairs["NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", "NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM"].status == "matched"
    moved = pairs["Cải cách hành chính, xây dựng chính quyền", "Cải cách hành chính, xây dựng chính quyền"]
    assert (moved.before.label, moved.after.label, moved.match.rule) == ("1.", "2.", "same_heading")
    assert pairs["Phát triển du lịch", None].status == "dropped"
    assert pairs[None, "Bảo vệ môi trường rừng"].status == "added"
    for change in found:
        for side, document in ((change.before, before), (change.after, after)):
            assert side is None or side.heading in document.slice(side.span)


def test_a_section_by_its_role_alone() -> None:
    """The one section that tells results, under another heading, is its counterpart: doubtful, and said so."""
    text = "TỈNH ỦY BẮC GIANG\n*\nNGHỊ QUYẾT\nVỀ NHIỆM VỤ\n\nI- {}\nKinh tế tăng trưởng khá.\nII- NHIỆM VỤ\nĐẩy mạnh cải cách.\n"
    before, after = (nghiquyet.parse_text(text.format(first)) for first in ("ƯU ĐIỂM", "KẾT QUẢ ĐẠT ĐƯỢC"))
    first, second = compare(before, after).sections
    assert (first.before.role, first.after.role) == ("results", "results")
    assert (first.status, first.match.rule, first.match.doubtful) == ("matched", "same_role", True)
    assert (second.match.rule, second.match.doubtful) == ("same_heading", False)


def test_bodies_and_deadlines_of_a_task() -> None:
    """Who is added, dropped or changes roles; whether the deadline is kept, earlier, later, set or removed."""
    task = "{who} rà soát, hoàn thiện quy hoạch các khu công nghiệp trên địa bàn tỉnh{when}."
    before = plan(2024, tasks=(
        task.format(who="Sở Xây dựng chủ trì, phối hợp với Sở Tài chính", when=", hoàn thành trước ngày 30/6/2024"),
    ))  # fmt: skip
    after = plan(2025, tasks=(
        task.format(who="Sở Tài chính chủ trì, phối hợp với Sở Công Thương", when=", hoàn thành trước ngày 31/3/2025"),
    ))  # fmt: skip
    (change,) = compare(before, after).tasks
    assert {(body.name.partition(" tỉnh")[0], body.status) for body in change.agencies} == {
        ("Sở Xây dựng", "dropped"), ("Sở Tài chính", "other_role"), ("Sở Công Thương", "added"),
    }  # fmt: skip
    (both,) = [body for body in change.agencies if body.status == "other_role"]
    assert (both.before, both.after) == ("supporting", "lead")
    assert before.slice(both.before_span) == after.slice(both.after_span) == "Sở Tài chính"
    assert change.deadline == "later"


def test_the_same_body_of_two_provinces() -> None:
    """Each has its own department of finance: the same body, under the name of the later text."""
    task = "Sở Tài chính chủ trì rà soát, hoàn thiện quy hoạch các khu công nghiệp trên địa bàn tỉnh."
    before, after = plan(2025, tasks=(task,)), plan(2025, tasks=(task,), province="Lào Cai")
    (change,) = compare(before, after).tasks
    assert [(body.name, body.status) for body in change.agencies] == [("Sở Tài chính tỉnh Lào Cai", "kept")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (", hoàn thành trước ngày 30/6/2025", ", hoàn thành trước ngày 30/6/2025", "kept"),
        (", hoàn thành trước ngày 30/6/2025", ", hoàn thành trước ngày 31/3/2025", "earlier"),
        ("", ", hoàn thành trước ngày 31/3/2025", "set"),
        (", hoàn thành trước ngày 31/3/2025", "", "removed"),
        ("", "", None),
    ],
)
def test_how_a_deadline_moved(one: str, other: str, expected: str | None) -> None:
    """Against the day the earlier text names."""
    task = "Rà soát, hoàn thiện quy hoạch các khu công nghiệp, cụm công nghiệp trên địa bàn tỉnh{}."
    (change,) = compare(plan(2024, tasks=(task.format(one),)), plan(2025, tasks=(task.format(other),))).tasks
    assert change.deadline == expected


def test_citations_new_gone_and_kept() -> None:
    """By identity, whatever the words; each with the places of its mentions."""
    before = plan(2024, tasks=(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Thực hiện Chỉ thị số 35-CT/TW ngày 14/6/2024 của Bộ Chính trị.",
    ))  # fmt: skip
    after = plan(2025, tasks=(
        "Tiếp tục thực hiện Nghị quyết 57-NQ/TW, ngày 22-12-2024 của Bộ Chính trị.",
        "Thực hiện Kết luận số 97-KL/TW ngày 05/10/2024 của Ban Chấp hành Trung ương.",
    ))  # fmt: skip
    found = {change.status: change for change in compare(before, after).references}
    assert {status: change.identity.split(":")[5] for status, change in found.items()} == {
        "both": "57-nq-tw", "new": "97-kl-tw", "gone": "35-ct-tw",
    }  # fmt: skip
    assert before.slice(found["both"].before[0].span).startswith("Nghị quyết số 57-NQ/TW")
    assert after.slice(found["both"].after[0].span).startswith("Nghị quyết 57-NQ/TW")
    assert found["both"].match.rule == "same_identity"


def test_a_citation_with_unknown_parts() -> None:
    """The only document it may be, and a doubt; where two may be meant, none."""
    before = plan(2024, tasks=("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",))
    after = plan(2025, tasks=("Tiếp tục thực hiện Nghị quyết 57.",))
    (change,) = compare(before, after).references
    assert (change.status, change.match.rule, change.match.doubtful) == ("both", "compatible_identity", True)
    assert change.identity == "vn:party:tw:-:nghi-quyet:57-nq-tw:2024"
    two = plan(2024, tasks=(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.",
        "Thực hiện Nghị quyết số 57-NQ/TU ngày 22/12/2023 của Tỉnh ủy.",
    ))  # fmt: skip
    assert {change.status for change in compare(two, after).references} == {"gone", "new"}


def test_citations_that_share_a_type_show_it() -> None:
    """«Nghị quyết Trung ương 4 khóa XI, XII» are two documents; the second prints only «XII»."""
    before = plan(2024, tasks=("Thực hiện Nghị quyết Trung ương 4 khóa XI, XII về xây dựng Đảng.",))
    found = compare(before, plan(2025, tasks=("Đẩy mạnh cải cách.",))).references
    assert [(change.status, change.text) for change in found] == [
        ("gone", "Nghị quyết Trung ương 4 khóa XI"), ("gone", "Nghị quyết Trung ương 4 khóa XI, XII"),
    ]  # fmt: skip


def test_the_gold_alignments_are_met() -> None:
    """Three invented annual resolutions, aligned by hand."""
    for families in alignment.scores().values():
        assert families["measures"].f1 >= 0.97
        assert families["results"].f1 >= 0.97
        assert families["tasks"].f1 >= 0.92
        assert families["references"].f1 == 1.0


def test_a_document_beside_itself(document: Document) -> None:
    """Everything is matched with itself, nothing is doubtful."""
    prepared = prepare(document)
    found = compare(prepared, prepared)
    assert all(change.before == change.after and not change.match.doubtful for change in found.measures if change.match)
    assert {change.status for change in found.measures} == {"matched"}
    assert {change.status for change in found.tasks} == {"kept"}
    assert {change.status for change in found.references} == {"both"}
    assert {change.status for change in found.sections} == {"matched"}
    assert all(change.same for change in found.metadata)
    assert all(change.before[0].id == change.after[0].id for change in found.tasks)


def test_a_comparison_turned_round(document: Document) -> None:
    """Added becomes dropped, merged becomes split; the pairs stay."""
    other = nghiquyet.parse_text(
        document.source.text.replace("trên địa bàn", "thuộc địa bàn").replace(". Xây dựng", "; xây dựng")
    )
    forth, back = compare(document, other), compare(other, document)
    turned = {
        "added": "dropped",
        "dropped": "added",
        "merged": "split",
        "split": "merged",
        "new": "gone",
        "gone": "new",
    }
    for one, two in ((forth.measures, back.measures), (forth.tasks, back.tasks), (forth.references, back.references)):
        assert sorted(turned.get(change.status, change.status) for change in one) == sorted(
            change.status for change in two
        )
    assert {change.status for change in forth.tasks} > {"kept", "merged"}


def test_every_side_leads_back_to_its_source(document: Document) -> None:
    """Spans cut the printed words out of the right text."""
    other = plan(
        2024, "Tỷ lệ che phủ rừng đạt 37%.", ("Thực hiện tốt công tác quản lý, bảo vệ rừng, phát triển rừng gỗ lớn.",)
    )
    found = compare(other, document)
    for change in found.measures:
        for side, source in ((change.before, other), (change.after, document)):
            assert side is None or " ".join(source.slice(side.span).split()) == side.text
    for task in found.tasks:
        for side, source in ((task.before, other), (task.after, document)):
            assert all(source.slice(item.span)[:8] == item.text[:8] for item in side)


def test_a_diff_gives_back_both_texts() -> None:
    """What is kept and removed is the earlier text, what is kept and added the later one."""
    case = next(case for case in CASES["tasks"] if case["id"] == "reworded")
    (change,) = compare(plan(2024, tasks=tuple(case["before"])), plan(2025, tasks=tuple(case["after"]))).tasks
    later = "".join(piece.text for piece in change.pieces if piece.kind != "removed")
    earlier = "".join(piece.text for piece in change.pieces if piece.kind != "added")
    assert _letters(later) == _letters(change.after[0].text)
    assert _letters(earlier) == _letters(change.before[0].text)


def _letters(text: str) -> str:
    return "".join(text.split()).lower()


def test_a_resolution_that_cites_the_earlier_one() -> None:
    """It says so, and a number without a date is still the same document."""
    before = plan(2024, tasks=("Thực hiện Nghị quyết số 11-NQ/TU ngày 05/3/2023 của Tỉnh ủy.",))
    after = plan(2025, tasks=("Tiếp tục thực hiện Nghị quyết số 11-NQ/TU của Tỉnh ủy.",))
    (change,) = compare(before, after).references
    assert change.status == "both"
    assert change.identity.endswith("11-nq-tu:2023")


def test_the_earlier_resolution_cited_by_the_later() -> None:
    """It says so."""
    before = plan(2024, "Tỷ lệ che phủ rừng đạt 37%.")
    after = plan(2025, tasks=("Tiếp tục thực hiện Nghị quyết số 24-NQ/TU của Tỉnh ủy.",))
    (change,) = compare(before, after).references
    assert change.status == "new"
    assert change.is_earlier


def test_a_comparison_round_trips(document: Document) -> None:
    """JSON and back."""
    found = compare(document, document)
    assert Comparison.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize("case", CASES["series"], ids=lambda case: case["id"])
def test_one_indicator_over_documents(case: dict) -> None:
    """Figures, gaps, breaks and sums as rows: status, territory, year, role, value."""
    documents = [plan(**document) for document in case["documents"]]
    found = series(documents, case["indicator"], scope=case.get("scope"), sum_merged=case.get("sum_merged", False))
    shown = [
        " ".join(str(cell) for cell in (row.status, row.territory, row.year, row.role, row.value) if cell is not None)
        for row in found.rows
    ]
    assert shown == case["rows"]
    assert found.unit == case.get("unit", found.unit)
    assert found.left_out == case.get("left_out", 0)
    assert found.not_summed_because == case.get("not_summed_because")


def test_rows_of_a_series_lead_back_to_their_documents() -> None:
    """The document, its day and the span of the figure; a break has the day of the merger and what was merged."""
    old = plan(2025, "Tỷ lệ che phủ rừng đạt 37,5%.", date="20 tháng 12 năm 2024")
    new = plan(2026, "Tỷ lệ che phủ rừng đạt 31%.", province="Bắc Ninh", date="20 tháng 12 năm 2025")
    first, between, last = series([prepare(old), new], "forest_cover").rows
    assert first.span is not None
    assert last.span is not None
    assert (old.slice(first.span), new.slice(last.span)) == ("đạt 37,5%", "đạt 31%")
    assert (first.document, first.date, last.date) == (old.id, old.metadata.date, new.metadata.date)
    assert (between.date, between.parts) == (datetime.date(2025, 7, 1), ("Bắc Giang", "Bắc Ninh"))
    assert Series.model_validate_json(series([old, new], "forest_cover").model_dump_json()).rows == (
        first,
        between,
        last,
    )


def test_mergers_are_those_of_the_resolution() -> None:
    """63 provinces became 34: 23 of today were made of several, 11 were not, and Huế is Thừa Thiên Huế by another name."""
    names = {row.text("canonical") for row in PROVINCES.rows}
    merged = {found.territory: found.parts for name in names if (found := merger(today(name)))}
    assert len({today(name) for name in names}) == 34
    assert len(merged) == 23
    assert sum(len(parts) for parts in merged.values()) == 52
    assert merged["Bắc Ninh"] == {"Bắc Giang", "Bắc Ninh"}
    assert today("Thừa Thiên Huế") == "Huế"
    assert merger("Huế") is None
    assert (era("Bắc Giang", datetime.date(2025, 8, 1), 2025), era("Bắc Ninh", None, 2026)) == (
        "before_merger", "after_merger",
    )  # fmt: skip


def test_assignment_takes_the_best_whole() -> None:
    """The greedy pair (0.9) would leave the other two apart."""
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == [(0, 1), (1, 0)]
    assert best_pairs({}) == []


@pytest.mark.parametrize(
    "text",
    ["Đẩy mạnh phát triển kinh tế - xã hội.", "  thu hút\n đầu tư ", "", "…", "Số 233-NQ/TU, hoá chất; 12,5%", "hóa"],
)
def test_words_stand_where_they_say(text: str) -> None:
    """Offsets cut the words out of the text, and nothing but blanks stands between them."""
    for found in (words(text), syllables(text)):
        assert all(text[word.start : word.end] == word.text for word in found)
    assert "".join(word.text for word in words(text)).replace(" ", "") == "".join(text.split())


def test_words_are_longer_than_syllables() -> None:
    """«phát triển» is one word."""
    assert "phát triển" in [word.text for word in words("Đẩy mạnh phát triển kinh tế.")]


def real(name: str) -> Document:
    """A document of the outer corpus."""
    path = Path(os.environ.get("NGHIQUYET_CORPUS", ""), name)
    if not path.is_file():
        pytest.skip("the real documents are outside the project; set NGHIQUYET_CORPUS")
    return nghiquyet.parse_file(path)


def counted(changes: tuple) -> Counter:
    """How often each status stands among changes."""
    return Counter(change.status for change in changes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("party/tw_nq57_2024_press.txt", "party/tw_nq57_2024_docxmd.txt"),
        ("party/tw_nq71_2025_press.txt", "party/tw_nq71_2025_ocrmd.txt"),
    ],
)
def test_two_versions_of_one_resolution(one: str, other: str) -> None:
    """Nearly everything is kept; no figure differs."""
    found = compare(real(one), real(other))
    tasks = counted(found.tasks)
    assert tasks["kept"] >= 0.95 * tasks.total()
    assert set(counted(found.measures)) == set(counted(found.sections)) == {"matched"}
    assert all(not change.absolute for change in found.measures)
    assert set(counted(found.references)) == {"both"}


def test_two_resolutions_with_nothing_in_common(document: Document) -> None:
    """A movement for clean surroundings of the Government, and the plan of a province."""
    found = compare(real("state/tnt_394-NQ-CP_7cfc6fdf6d7a5f5d.txt"), document)
    assert set(counted(found.tasks)) == {"added", "dropped"}
    assert counted(found.measures)["matched"] <= 1
    assert counted(found.references)["both"] <= 1
    assert found.results_withheld == "other_territory"


SHARED = [
    "agricultural_labour_share", "beds_per_10000", "certified_labour_rate", "clean_water_rate", "economic_structure",
    "forest_cover", "grdp_growth", "grdp_per_capita", "health_insurance_rate", "industrial_park_wastewater",
    "party_admission_rate", "party_org_quality", "state_revenue", "total_investment", "tourist_arrivals",
    "trained_labour_rate", "urbanization_rate",
]  # fmt: skip


def test_two_provinces_share_indicators(document: Document) -> None:
    """The targets of Bắc Giang for 2025 and of Lào Cai for 2026: the same things by other names, and few tasks alike."""
    found = compare(document, real("party/laocai_nq26_2025_clean.txt"))
    matched = [change for change in found.measures if change.status == "matched"]
    assert sorted({change.indicator_id for change in matched}) == SHARED
    dollars = next(change for change in matched if change.indicator_id == "grdp_per_capita")
    assert dollars.refused == "different_currencies"
    assert {change.match.doubtful for change in matched} == {False}
    assert counted(found.tasks)["kept"] == 0
    assert sum(counted(found.tasks)[status] for status in ("reworded", "merged", "split")) <= 4


def test_texts_with_nothing_in_them() -> None:
    """No figure, no task, no word: an empty comparison, and an empty series."""
    empty, stray = nghiquyet.parse_text(""), nghiquyet.parse_text("\x00\ud800 \n\n1. đạt 5%\n")
    for before, after in ((empty, empty), (empty, stray), (stray, empty), (stray, stray)):
        found = compare(before, after)
        assert all(change.status in ("matched", "added", "dropped") for change in found.measures)
        assert found.references == ()
    assert series([], "grdp_growth").rows == ()
    assert {row.status for row in series([empty, stray], "grdp_growth").rows} == {"gap"}
