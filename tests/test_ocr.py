"""Scans: words and labels read right where the evidence is strong, none in a clean text; tesseract where installed."""

import io
import os
import shutil
import tomllib
from pathlib import Path

import pytest
from PIL import Image

import making
import robustness
from invariants import check, check_document
from nghiquyet import MissingDependency, ReadError
from nghiquyet.model import Block, Division
from nghiquyet.normalizers import normalize
from nghiquyet.normalizers.ocr_repairs import ocr_repairs
from nghiquyet.pipeline import parse_source
from nghiquyet.readers import limits, read_data, read_str
from nghiquyet.readers.images import page_progress

CASES = tomllib.loads((Path(__file__).parent / "cases/ocr_repairs.toml").read_text("utf-8"))["case"]
DAMAGED = (
    "Ban Chấp hành Đẳng bộ tỉnh\nđại hội đẳng bộ các cấp\nphát triển đẳng viên mới\ncác ban cán sự đẳng, đoàn thể\f"
)
OUTER = os.environ.get("NGHIQUYET_CORPUS", "")


def _has_tesseract() -> bool:
    from pytesseract import TesseractError, get_languages

    if shutil.which("tesseract") is None:
        return False
    try:
        return "vie" in get_languages()
    except TesseractError:
        return False


tesseract = pytest.mark.skipif(
    not _has_tesseract(), reason="tesseract with its Vietnamese data is not installed: tesseract-ocr, tesseract-ocr-vie"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["read"][:40])
def test_a_damaged_line(case: dict[str, str]) -> None:
    """Put right, or left alone."""
    text = f"{DAMAGED}\n{case['read']}\n"
    assert normalize(read_str(text)).text.split("\n")[-2] == case["repaired"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["read"][:40])
def test_one_damaged_word_is_a_slip_and_stays(case: dict[str, str]) -> None:
    """A text that is not damaged throughout is not a scan; only a stroke among capitals is certain anywhere."""
    edits = list(ocr_repairs(read_str(case["read"])))
    assert [edit for edit in edits if edit.rule != "ocr_repairs.stroke_among_capitals"] == []


def test_no_repair_in_the_clean_reference_text(source: str) -> None:
    """Neither as it is, nor with the page breaks that a scan would have."""
    for text in (source, source.replace("\n\n", "\n\n\f", 3)):
        assert list(ocr_repairs(read_str(text))) == []


def test_repairs_are_listed_and_can_be_taken_back() -> None:
    """Each is an edit with its rule; the source text stays as it was read."""
    text = f"{DAMAGED}\nmột số cán bộ, đẳng viên\n"
    document = check(text)
    edits = [edit for edit in document.edits if edit.rule.startswith("ocr_repairs.")]
    assert {text[edit.start : edit.end] for edit in edits} == {"Đẳng", "đẳng"}
    assert {edit.replacement for edit in edits} == {"Đảng", "đảng"}


def test_what_is_doubtful_is_suggested() -> None:
    """Too little speaks for an edit: the word stays, its other readings are told, and none in a text without damage."""
    text = f"{DAMAGED}\nhiện đại, khắc phục điểm nghễn, rõ tiến độ\n"
    document = check(text)
    *_, doubt = [item for item in document.diagnostics if item.code == "text.suggestion"]
    assert doubt.span is not None and document.slice(doubt.span) == "nghễn"
    assert doubt.params == {"found": "nghễn", "words": "nghẽn"}
    assert doubt.severity == "info"
    assert not any("nghẽn" in edit.replacement for edit in document.edits)
    clean = check(text.split("\f")[1])
    assert not any(item.code == "text.suggestion" for item in clean.diagnostics)


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (("I- MỘT", "II- HAI", "II- BA"), ["1", "2", "3"]),
        (("I- MỘT", "II- HAI", "II- BA", "III- BỐN"), ["1", "2", "2", "3"]),
        (("(14) Một đoạn.", "q5) Tỷ lệ tổ chức."), ["14", "15"]),
    ],
)
def test_labels_by_continuity(labels: tuple[str, ...], numbers: list[str]) -> None:
    """A lost stroke, a bracket joined with its digit; where the numbering goes on by itself nothing is changed."""
    text = "\n\nMột đoạn văn.\n\n".join(labels) + f"\n\nMột đoạn văn.\n\n{DAMAGED}"
    document = check(f"NGHỊ QUYẾT\n\n{text}")
    found = [node.number for node in document.walk() if isinstance(node, Division)]
    assert found == numbers


def test_a_typist_repeats_a_number() -> None:
    """In a text without damage it stays as it is, and is told."""
    text = "\n\nMột đoạn văn.\n\n".join(("I- MỘT", "II- HAI", "II- BA"))
    document = check(f"NGHỊ QUYẾT\n\n{text}\n\nMột đoạn văn.\n")
    assert document.repairs == ()
    assert "numbering.repeat" in {item.code for item in document.diagnostics}


def test_a_paragraph_that_fills_its_page_goes_on_below() -> None:
    """The next page begins with a capital, and the item goes on all the same."""
    line = "lĩnh vực, địa phương, cơ quan, đơn vị được phân công phụ trách triển khai"
    text = (
        f"NGHỊ QUYẾT\n\nI- TỔ CHỨC\n\n1. Các đồng chí có trách nhiệm lãnh đạo, chỉ đạo ngành và\n{line}\n{line}\n{line}\n{line}\n\n\f2\n\n"
        "Nghị quyết này và thường xuyên giám sát, kiểm tra, đôn đốc trong quá trình\ntổ chức thực hiện.\n\n2. Khác.\n"
    )
    document = check(text)
    items = [node for node in document.walk() if isinstance(node, Division) and node.kind == "item"]
    assert items[0].heading is None
    (paragraph,) = items[0].content
    assert isinstance(paragraph, Block)
    assert "triển khai Nghị quyết này" in paragraph.text


def _picture(pages: int = 1, dpi: int = 200) -> list[Image.Image]:
    import pypdfium2

    lines = [(60, 760, 16, "NGHI QUYET"), (60, 720, 14, "I- MUC TIEU"), (60, 690, 14, "1. Thu 18000 VND.")]
    document = pypdfium2.PdfDocument(making.pdf([lines] * pages))
    return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]


def _saved(images: list[Image.Image], kind: str, **options: object) -> bytes:
    data = io.BytesIO()
    images[0].save(data, kind, **options)
    return data.getvalue()


@tesseract
@pytest.mark.parametrize("kind", ["PNG", "TIFF", "PDF"])
def test_a_picture_is_read(kind: str) -> None:
    """A picture, a PDF that holds only pictures, several pages with progress."""
    images = _picture(2 if kind != "PNG" else 1)
    many = (
        {"save_all": True, "append_images": images[1:], "dpi": (200, 200), "resolution": 200} if kind != "PNG" else {}
    )
    told: list[tuple[int, int]] = []
    with page_progress(lambda page, pages: told.append((page, pages))):
        source = read_data(_saved(images, kind, **many), f"scan.{kind.lower()}")
    assert source.info.reader == "tesseract"
    assert "QUYET" in source.text
    assert "1. Thu 18000 VND." in source.text
    assert told == [(page, len(images)) for page in range(1, len(images) + 1)]
    assert len(source.pages) == len(images)
    document = parse_source(source)
    check_document(document)
    assert "text.recognised" in {item.code for item in document.diagnostics}


@tesseract
@pytest.mark.skipif(not OUTER, reason="NGHIQUYET_CORPUS names no folder of real documents")
def test_the_real_resolution_scanned_again() -> None:
    """The facts of 14 pages, rendered at 200 dpi and recognised, against the gold of the clean text."""
    pdf = Path(OUTER) / "originals/bac-giang-2025.pdf"
    scores = robustness.scored(robustness.recognised(pdf), robustness.gold_of("bac-giang-2025"))
    low = {family: tally.f1 for family, tally in scores.items() if (tally.f1 or 0) < robustness.FLOORS[family]}
    assert low == {}


@pytest.mark.skipif(not OUTER, reason="NGHIQUYET_CORPUS names no folder of real documents")
@pytest.mark.parametrize("name", ["bw200", "clean300", "scan200", "laocai", "pdf"])
def test_scans_and_the_pdf_give_the_facts_of_the_text(name: str) -> None:
    """By value: structure, references, figures, recipients, who signed."""
    (sample,) = [item for item in robustness.samples(Path(OUTER), False) if name in item.name]
    scores = robustness.scored(sample.read(), robustness.gold_of(sample.document), sample.sections)
    low = {family: tally.f1 for family, tally in scores.items() if (tally.f1 or 0) < robustness.FLOORS[family]}
    assert low == {}


def test_a_missing_recogniser_is_named_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """apt-get install …, as it is typed."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingDependency) as caught:
        read_data(_saved(_picture(), "PNG"), "scan.png")
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in str(caught.value)


def test_a_picture_of_endless_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is unpacked."""
    from nghiquyet.readers import images

    monkeypatch.setattr(images, "MOST_PIXELS", 1000)
    with pytest.raises(ReadError) as caught:
        read_data(_saved(_picture(), "PNG"), "scan.png")
    assert caught.value.code == "error.too_large"
    assert limits.MOST_PIXELS < 200_000_000


@pytest.mark.parametrize("kind", ["letters", "lines", "pages", "columns"])
def test_damage_is_as_asked(kind: str, source: str) -> None:
    """None at rate nought, seeded, more at a higher rate."""
    from scoring.damage import damaged

    assert damaged(source, kind, 0.0, 1) == (source, 0.0)
    few, many = damaged(source, kind, 0.005, 1), damaged(source, kind, 0.05, 1)
    assert few == damaged(source, kind, 0.005, 1)
    assert 0 < few[1] < many[1]
