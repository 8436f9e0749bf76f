"""Pages: opened in a real Chromium without errors; a click on a fact marks its source; text stays text."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import nghiquyet
from nghiquyet import Document, Span, compare
from nghiquyet.formats import html_view
from nghiquyet.formats.html_view.marks import Mark, pieces

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EVIL = (
    "TỈNH ỦY BẮC GIANG\n\nNGHỊ QUYẾT\nVỀ NHIỆM VỤ NĂM 2025\n\nI- MỤC TIÊU\n1. Một số chỉ tiêu chủ yếu năm 2025\n"
    "(1) Tỷ lệ che phủ rừng <script>window.evil = 1</script> đạt 37,5%.\n"
    'II- NHIỆM VỤ\n1. Đẩy mạnh "><img src=x onerror=window.evil=1> cải cách & đổi mới.\n'
)


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

    def opened(data: bytes, width: int = 1280, height: int = 900):
        path = tmp_path / "page.html"
        path.write_bytes(data)
        page = browser.new_page(viewport={"width": width, "height": height})
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


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_needs_nothing_but_itself(document: Document, language: str) -> None:
    """No address but that of no icon; every fact has its card."""
    page = html_view.dump(document, language).decode("utf-8")
    assert not re.findall(r"""(?:src|href)=["'](?!data:|#)""", page)
    for fact in (*document.measures, *document.tasks, *document.references):
        assert f'data-id="{fact.id}"' in page


def test_text_stays_text() -> None:
    """No tag of a document becomes a tag of the page."""
    document = nghiquyet.parse_text(EVIL)
    for page in (html_view.dump(document), html_view.dump_comparison(compare(document, document))):
        assert b"<script>window" not in page
        assert b"<img src=x" not in page


def test_a_script_in_the_text_does_not_run(show) -> None:
    """And is there to read."""
    page = show(html_view.dump(nghiquyet.parse_text(EVIL)))
    assert page.evaluate("window.evil") is None
    assert "<script>window.evil = 1</script>" in page.inner_text(".source")


def test_a_click_on_a_fact_marks_its_source(show, document: Document) -> None:
    """Either way, in a wide window."""
    page = show(html_view.dump(document))
    measure = next(measure for measure in document.measures if measure.indicator_id == "forest_cover")
    page.click(f'.card[data-id="{measure.id}"]')
    marked = "".join(page.locator(".source .chosen").all_inner_texts())
    assert marked == document.slice(measure.span)
    task = document.tasks[3]
    page.locator(f'.source [data-f~="{task.id}"]').first.click()
    assert page.locator(".facts .chosen").get_attribute("data-id") in (task.id, *task.references, *task.measures)


def test_a_narrow_window_shows_one_side_at_a_time(show, document: Document) -> None:
    """A fact that is clicked brings the text forward."""
    page = show(html_view.dump(document), width=390, height=800)
    assert page.locator(".source").is_visible()
    assert not page.locator(".facts").is_visible()
    page.click('[data-show="facts"]')
    page.click('.card[data-id="m_1"]')
    assert page.locator(".source .chosen").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_filters_and_keys(show, document: Document) -> None:
    """Kinds, roles, words; j goes to the next fact, Esc lets go."""
    page = show(html_view.dump(document, "en"))
    page.uncheck('[data-kind="task"]')
    assert page.locator(".card.task:visible").count() == 0
    page.select_option("select[data-role]", "stretch")
    assert page.locator(".card.measure:visible").count() == 1
    page.select_option("select[data-role]", "")
    page.fill("input[type=search]", "che phủ rừng")
    assert page.locator(".card.measure:visible").count() == 1
    page.fill("input[type=search]", "")
    page.locator("header").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".facts .chosen").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".chosen").count() == 0


def test_page_breaks_and_images(show, document: Document, tmp_path: Path) -> None:
    """Pages are shown where they begin, with their pictures when they are given."""
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
    page = show(html_view.dump(Document.model_validate(data), images=[image]))
    assert page.locator(".page").count() == 2
    assert page.evaluate("document.querySelector('figure img').naturalWidth") == 20


def test_the_page_of_a_comparison(show, document: Document) -> None:
    """Filters count what they leave; diffs, bars and lists are there."""
    other = nghiquyet.parse_text(
        document.source.text.replace("37,5%", "38,5%").replace("Đẩy mạnh chuyển đổi số", "Thúc đẩy chuyển đổi số")
    )
    page = show(html_view.dump_comparison(compare(document, other), "en"))
    assert "reworded" in page.inner_text("main")
    assert page.locator("#tasks del").count() >= 1
    assert page.locator(".barcell i.raised").count() == 1
    page.select_option('[data-for="tasks"] select', "reworded")
    visible = page.locator("#tasks .diff:visible").count()
    assert 0 < visible < len(document.tasks)
    assert page.inner_text('[data-for="tasks"] [data-count]') == f"{visible} / {len(document.tasks)}"
    narrow = show(html_view.dump_comparison(compare(document, other)), width=390)
    assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")
