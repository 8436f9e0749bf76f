"""Pages: opened in a real Chromium without errors; a click on a fact marks its source; text stays text."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import nghiquyet
from nghiquyet import Comparison, Document, Span, compare
from nghiquyet.diagnostics import message
from nghiquyet.formats import html_view
from nghiquyet.formats.html_view.bars import bars
from nghiquyet.formats.html_view.marks import Mark, Piece, leaves, pieces

TEMPLATES = Path(html_view.__file__).parent / "templates"
EXAMPLES = Path(__file__).parents[1] / "corpus/documents"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
EVIL = (
    "TỈNH ỦY BẮC GIANG\n\nNGHỊ QUYẾT\nVỀ NHIỆM VỤ NĂM 2025\n\nI- MỤC TIÊU\n1. Một số chỉ tiêu chủ yếu năm 2025\n"
    "(1) Tỷ lệ che phủ rừng <script>window.evil = 1</script> đạt 37,5%.\n"
    'II- NHIỆM VỤ\n1. Đẩy mạnh "><img src=x onerror=window.evil=1> cải cách & đổi mới.\n'
)


@pytest.fixture(scope="module")
def years() -> Comparison:
    """The invented resolutions for 2024 and 2025, compared."""
    before, after = (nghiquyet.parse_file(EXAMPLES / f"example-annual-{year}/source.txt") for year in (2024, 2025))
    return compare(before, after)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A headless Chromium of the system, with a fresh profile."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def show(browser, tmp_path: Path):
    """Opens a page and fails when it complains or asks the network for anything."""
    complaints: list[str] = []

    def opened(data: bytes, width: int = 1360, height: int = 900, scheme: str = "light"):
        path = tmp_path / "page.html"
        path.write_bytes(data)
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if request.url.startswith("http") else None)
        page.goto(path.as_uri())
        return page

    yield opened
    assert complaints == []


def test_pieces_are_the_text_again(document: Document) -> None:
    """Cut anywhere, by overlapping marks, the pieces add up."""
    text = document.source.text
    assert "".join(piece.text for piece in pieces(text, html_view.marks(document))) == text
    found = list(
        pieces("abcdef", [Mark("task", "t", (Span(start=0, end=4),)), Mark("measure", "m", (Span(start=2, end=6),))])
    )
    assert [(piece.text, piece.ids) for piece in found] == [("ab", ("t",)), ("cd", ("t", "m")), ("ef", ("m",))]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*/source.txt")), ids=lambda path: path.parent.name)
def test_every_fact_has_its_place_in_the_text(path: Path) -> None:
    """Of every family: the pieces are the text, each fact marks what it prints, page numbers inside left out."""
    document = nghiquyet.parse_file(path)
    text = document.source.text or ""
    cut = list(pieces(text, html_view.marks(document)))
    assert "".join(piece.text for piece in cut) == text
    marked: dict[str, str] = {}
    for piece in cut:
        for name in piece.ids:
            marked[name] = marked.get(name, "") + piece.text
    for fact in (*document.measures, *document.tasks, *document.references):
        places = fact.fragments or (fact.span,)
        assert marked[fact.id] == "".join(document.slice(place) for place in places)


def test_pages_get_their_pictures() -> None:
    """By their number; pictures without a page stand at the last, as do those of a text without pages."""
    cut = [Piece("a", (), (), 1), Piece("b", (), ()), Piece("c", (), (), 2)]
    found = [(leaf.page, len(leaf.pieces), leaf.images) for leaf in leaves(cut, ["one", "two", "three"])]
    assert found == [(1, 2, ("one",)), (2, 1, ("two", "three"))]
    assert [leaf.images for leaf in leaves([Piece("a", (), ())], ["one", "two"])] == [("one", "two")]
    assert [leaf.images for leaf in leaves([], ["one"])] == [("one",)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_needs_nothing_but_itself(document: Document, years: Comparison, language: str) -> None:
    """No address but that of no icon and of its own sections; every fact has its card; the language is said."""
    page = html_view.dump(document, language).decode("utf-8")
    for fact in (*document.measures, *document.tasks, *document.references, *document.footnotes):
        assert f'data-id="{fact.id}"' in page
    for found in (page, html_view.dump_comparison(years, language).decode("utf-8")):
        assert not re.findall(r"""(?:src|href)=["'](?!data:|#)|url\(|@import""", found)
        assert f'<html lang="{language}">' in found


def test_text_stays_text() -> None:
    """No tag of a document becomes a tag of the page."""
    document = nghiquyet.parse_text(EVIL)
    for page in (html_view.dump(document), html_view.dump_comparison(compare(document, document))):
        assert b"<script>window" not in page
        assert b"<img src=x" not in page


def test_bars_stand_on_one_scale(years: Comparison) -> None:
    """The longer of two is 100; what cannot be set against each other has none."""
    found = [(item, bars(item)) for item in (*years.measures, *years.results)]
    drawn = [(item, pair) for item, pair in found if pair is not None]
    assert len(drawn) > 40
    for item, (one, other) in drawn:
        assert max(one.end, other.end) == 100
        if item.absolute is not None:
            assert (other.end > one.end) == (item.absolute > 0 or (getattr(item, "absolute_high", None) or 0) > 0)
    assert all(pair is None for item, pair in found if item.refused and item.refused != "range_against_figure")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_can_be_read(theme: str) -> None:
    """Text stands out from what is behind it by 4.5 to 1, as WCAG asks, on light and on dark screens."""
    light, dark = (TEMPLATES / "style.css").read_text("utf-8").split("@media screen", 1)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", light if theme == "light" else dark.split("* {")[0]))
    pairs = [(name.removesuffix("-ink"), name) for name in colours if name.endswith("-ink")]
    pairs += [(ground, ink) for ground in ("paper", "ground", "head") for ink in ("ink", "soft", "reference")]
    pairs += [("measure", "ink"), ("chosen-card", "ink"), ("chosen-card", "soft"), ("paper", "footnote")]
    assert len(pairs) > 15
    for ground, ink in pairs:
        one, other = sorted((_luminance(colours[ground]), _luminance(colours[ink])))
        assert (other + 0.05) / (one + 0.05) >= 4.5, (ground, ink)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_script_in_the_text_does_not_run(show) -> None:
    """And is there to read, in a document and in a comparison."""
    document = nghiquyet.parse_text(EVIL)
    page = show(html_view.dump(document))
    assert page.evaluate("window.evil") is None
    assert "<script>window.evil = 1</script>" in page.inner_text(".source")
    other = nghiquyet.parse_text(EVIL.replace("37,5%", "38%"))
    page = show(html_view.dump_comparison(compare(document, other)))
    assert page.evaluate("window.evil") is None
    assert "<script>window.evil = 1</script>" in page.inner_text("#targets")


def test_a_click_on_a_fact_marks_its_source(show, document: Document) -> None:
    """Either way, in a wide window, for figures, tasks, citations, sections and fields."""
    page = show(html_view.dump(document))
    measure = next(measure for measure in document.measures if measure.indicator_id == "forest_cover")
    page.click(f'.card[data-id="{measure.id}"]')
    assert _chosen(page) == document.slice(measure.span)
    reference = document.references[5]
    page.click(f'.card[data-id="{reference.id}"]')
    assert _chosen(page) == document.slice(reference.span)
    page.click('[data-id="sec_I__para_2"]')
    assert _chosen(page) == "2.Một số chỉ tiêu chủ yếu năm 2025"
    page.click('[data-id="field_subject"]')
    assert _chosen(page) == "về nhiệm vụ lãnh đạo năm 2025"
    task = document.tasks[3]
    page.locator(f'.source [data-f~="{task.id}"]').first.click()
    assert page.locator(".facts .chosen").get_attribute("data-id") in (task.id, *task.references, *task.measures)


def _chosen(page) -> str:
    return "".join(page.locator(".source .chosen").all_text_contents())


def test_a_narrow_window_shows_one_side_at_a_time(show, document: Document) -> None:
    """A fact that is clicked brings the text forward; a place in the text that is clicked shows its fact below."""
    page = show(html_view.dump(document), width=390, height=800)
    assert page.locator(".source").is_visible()
    assert not page.locator(".facts").is_visible()
    page.click('.tabs [data-show="facts"]')
    page.click('.card[data-id="m_1"]')
    assert page.locator(".source .chosen").first.is_visible()
    page.locator('.source [data-f~="m_3"]').first.click()
    assert document.slice(document.measures[2].span) in page.inner_text(".peek")
    page.click('.peek [data-show="facts"]')
    assert page.locator('.card[data-id="m_3"].chosen').is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_filters(show, document: Document) -> None:
    """Kinds, roles, assignments, words with and without tone marks; what is filtered out loses its mark in the text."""
    page = show(html_view.dump(document, "en"))
    assert page.locator(".source .task").count() > 0
    page.uncheck('[data-kind="task"]')
    assert page.locator(".card.task:visible").count() == page.locator(".source .task").count() == 0
    page.check('[data-kind="task"]')
    page.select_option("select[data-assigned]", "assigned")
    assert page.locator(".card.task:visible").count() == sum(task.assigned for task in document.tasks)
    page.select_option("select[data-role]", "stretch")
    assert page.locator(".card.measure:visible").count() == 1
    assert page.inner_text("#measures [data-count]") == f"1 / {len(document.measures)}"
    assert "".join(page.locator(".source .measure").all_text_contents()) == "đạt 14%-15%"
    page.select_option("select[data-role]", "")
    for words in ("che phủ rừng", "CHE PHU RUNG"):
        page.fill("input[type=search]", words)
        assert page.locator(".card.measure:visible").count() == 1
    page.fill("input[type=search]", "chè phủ rừng")
    assert page.locator(".card:visible").count() == 0


def test_the_keyboard_is_enough(show, document: Document) -> None:
    """j and k go through the facts, Enter chooses, / filters, Esc lets go."""
    page = show(html_view.dump(document, "en"))
    for key in ("j", "j", "k", "j"):
        page.keyboard.press(key)
    assert page.locator(".facts .chosen").get_attribute("data-id") == document.measures[1].id
    page.keyboard.press("Escape")
    assert page.locator(".chosen").count() == 0
    page.focus('.card[data-id="m_5"]')
    page.keyboard.press("Enter")
    assert _chosen(page) == document.slice(document.measures[4].span)
    page.keyboard.press("/")
    page.keyboard.type("rừng")
    assert 0 < page.locator(".card:visible").count() < 20


def test_repairs_and_diagnostics_are_marked(show, document: Document) -> None:
    """With what was read, in the text and on a card; a click leads from one to the other."""
    page = show(html_view.dump(document))
    assert page.locator(".card.repair").count() == len(document.repairs) > 0
    repair = document.repairs[0]
    place = page.locator('.source [data-f~="repair_0"]').first
    assert (place.text_content(), place.get_attribute("title")) == (repair.found, f"{repair.found} → {repair.read_as}")
    assert "inset" in place.evaluate("node => getComputedStyle(node).boxShadow")
    place.click()
    assert page.locator(".facts .chosen").get_attribute("data-id") == "repair_0"
    gap = nghiquyet.parse_text("NGHỊ QUYẾT\nVề cải cách\n\nĐiều 1. Một.\n\nĐiều 2. Hai.\n\nĐiều 5. Năm.\n")
    (found,) = [item for item in gap.diagnostics if item.code == "numbering.gap"]
    page = show(html_view.dump(gap))
    page.click(f'.card[data-id="diagnostic_{gap.diagnostics.index(found)}"]')
    assert _chosen(page) == gap.slice(found.span)


@pytest.fixture
def paged(document: Document, tmp_path: Path) -> bytes:
    """The reference document on two pages, with a picture of the first."""
    image = tmp_path / "one.svg"
    image.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>'
    )
    data = document.model_dump()
    half = document.source.length // 2
    data["source"]["pages"] = [
        {"number": 1, "span": {"start": 0, "end": half}},
        {"number": 2, "span": {"start": half, "end": document.source.length}},
    ]
    return html_view.dump(Document.model_validate(data), images=[image])


def test_page_breaks_and_images(show, paged: bytes) -> None:
    """Pages are shown where they begin, their pictures beside the text when they are given."""
    page = show(paged)
    assert page.locator(".page").count() == 2
    assert page.evaluate("document.querySelector('figure img').naturalWidth") == 20
    picture, words = page.locator("figure img").bounding_box(), page.locator(".words").first.bounding_box()
    assert picture["x"] + picture["width"] <= words["x"]
    assert picture["y"] <= words["y"] + 5
    page.uncheck('[data-kind="images"]')
    assert not page.locator("figure img").is_visible()


def test_breaks_of_a_text_are_shown(show) -> None:
    """A form feed, or a line of a converter that says «trang 2»."""
    text = "NGHỊ QUYẾT\nVề cải cách\n\nĐiều 1. Một.\n===== TRANG 2 =====\nĐiều 2. Hai.\n"
    page = show(html_view.dump(nghiquyet.parse_text(text)))
    assert page.locator(".source .break").inner_text().strip() == "===== TRANG 2 ====="


def test_numbers_that_a_file_makes_are_shown_and_are_no_text(show) -> None:
    """Beside the text, as the outline has them; a copy of the text has only what is typed."""
    data = nghiquyet.parse_text("MỤC TIÊU\n\nThu ngân sách đạt 18.000 tỷ đồng.\n").model_dump()
    data["edits"] = [{"start": 0, "end": 0, "replacement": "I- ", "rule": "layout_marks.generated_number"}]
    page = show(html_view.dump(Document.model_validate(data)))
    assert page.inner_text(".words").startswith("MỤC TIÊU")
    made = "getComputedStyle(document.querySelector('.inserted'), '::before').content"
    assert page.evaluate(made) == '"I- "'


def test_print_and_dark(show, document: Document, years: Comparison) -> None:
    """On paper both sides are there, in full, without controls, dark on white; a dark screen has a dark ground."""
    page = show(html_view.dump(document), width=390, scheme="dark")
    ground = "getComputedStyle(document.querySelector('.source')).backgroundColor"
    assert page.evaluate(ground) == "rgb(23, 28, 35)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator(".source").is_visible()
    assert page.locator(".facts").is_visible()
    assert not page.locator(".tools").is_visible()
    assert page.pdf().startswith(b"%PDF")
    page = show(html_view.dump_comparison(years))
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()


def test_the_page_of_a_comparison(show, years: Comparison) -> None:
    """Targets with bars, tasks as a diff of words, references as three lists; filters count what they leave."""
    page = show(html_view.dump_comparison(years, "en"))
    raised = [item for item in years.measures if item.ambition == "raised"]
    page.select_option('[data-for="targets"] select', "raised")
    assert page.locator("#targets tbody tr:visible").count() == len(raised) > 10
    assert page.locator("#targets .pair.raised:visible").count() > 10
    reworded = [item for item in years.tasks if item.status == "reworded"]
    page.select_option('[data-for="tasks"] select', "reworded")
    assert page.locator("#tasks .diff:visible").count() == len(reworded) > 0
    assert page.inner_text('[data-for="tasks"] [data-count]') == f"{len(reworded)} / {len(years.tasks)}"
    shown = page.locator("#tasks .diff:visible").first
    assert (
        "".join(shown.locator("p").first.locator("ins, span").all_text_contents()).strip() == reworded[0].after[0].text
    )
    for place, status in enumerate(("new", "gone", "both")):
        wanted = [item for item in years.references if item.status == status]
        assert page.locator(f"#references .three > div:nth-child({place + 1}) li").count() == len(wanted) > 0
    page.fill('[data-for="results"] input', "no such words")
    assert page.locator("#results tbody tr:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_comparison_in_a_narrow_window(show, years: Comparison, scheme: str) -> None:
    """Rows become cards; nothing runs over the edge."""
    page = show(html_view.dump_comparison(years), width=390, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cell = page.locator("#targets tbody td").nth(1).bounding_box()
    assert cell["width"] > 300


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_says_why_there_are_no_results(document: Document, language: str) -> None:
    """Of another province, and of years that are not over."""
    other = nghiquyet.parse_text(
        "TỈNH ỦY LÀO CAI\n*\nNGHỊ QUYẾT\nvề nhiệm vụ năm 2026\n\nI- CHỈ TIÊU\n(1) Tỷ lệ che phủ rừng đạt 61,3%.\n"
    )
    apart = html_view.dump_comparison(compare(document, other), language).decode()
    assert message("page.results_withheld", {}, language) in apart
    again = html_view.dump_comparison(compare(document, document), language).decode()
    assert message("page.not_due", {}, language) in again
