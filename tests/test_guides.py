"""Guides and the notebook: what they print is what their code prints now; their pictures are those that it draws."""

import re
from pathlib import Path

import pytest

import guides
import nghiquyet

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    """Every guide run once, and the folder that they wrote into."""
    for library in ("pandas", "matplotlib", "openpyxl"):
        pytest.importorskip(library, reason="the extra research is not installed")
    folder = tmp_path_factory.mktemp("guide")
    return {name: guides.rebuilt((guides.FOLDER / name).read_text("utf-8"), folder) for name in guides.GUIDES}, folder


@pytest.mark.parametrize("name", guides.GUIDES)
def test_a_guide_prints_what_stands_in_it(followed: tuple[dict[str, str], Path], name: str) -> None:
    """Else it has to be written anew and read again."""
    assert followed[0][name] == (guides.FOLDER / name).read_text("utf-8"), "python docs/guides.py writes it anew"


@pytest.mark.parametrize(("name", "original"), guides.TRANSLATIONS.items())
def test_a_translation_shows_the_same(name: str, original: str) -> None:
    """Block by block, none left out."""
    text, first = ((guides.FOLDER / path).read_text("utf-8") for path in (name, original))
    assert guides.translated(text, first) == text
    assert text.count("```") == first.count("```")
    assert text.count("![") == first.count("![")


def test_a_guide_makes_what_it_says(followed: tuple[dict[str, str], Path]) -> None:
    """Pages, tables and pictures; the pictures that it shows are the ones drawn, up to the version of matplotlib."""
    _, folder = followed
    text = (guides.FOLDER / "researchers.md").read_text("utf-8")
    made = {Path(name).name for name in re.findall(r"-o (out/\S+)", text)}
    assert made == {path.name for path in (folder / "out").iterdir()}
    for name in guides.PICTURES:
        assert f"(images/{name})" in text
        drawn, shown = _pixels(folder / "out" / name), _pixels(guides.FOLDER / "images" / name)
        assert drawn.shape == pytest.approx(shown.shape, rel=0.05), name
        height, width = (min(pair) for pair in zip(drawn.shape[:2], shown.shape[:2], strict=True))
        assert abs(drawn[:height, :width] - shown[:height, :width]).mean() < 0.05, name


def _pixels(path: Path):
    from matplotlib.image import imread

    return imread(path)[:, :, :3]


def test_the_notebook_runs_and_says_the_same(tmp_path: Path) -> None:
    """Cell by cell: printed text is equal, a picture is a picture."""
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    for library in ("nbclient", "ipykernel", "pandas", "matplotlib"):
        pytest.importorskip(library, reason=f"{library} is not installed")
    kept = nbformat.read(guides.NOTEBOOK, as_version=4)
    made = guides.executed(guides.NOTEBOOK, tmp_path)
    assert sum(cell.cell_type == "code" for cell in kept.cells) >= 6
    for one, other in zip(kept.cells, made.cells, strict=True):
        assert _printed(one) == _printed(other), "python docs/guides.py runs it anew"
        assert one.get("execution_count") == other.get("execution_count")
    pictures = [output for cell in made.cells for output in cell.get("outputs", ()) if "image/png" in output.data]
    assert len(pictures) == 2


def _printed(cell) -> list[str]:
    return [output.get("text") or output.data["text/plain"] for output in cell.get("outputs", ())]


def test_every_link_of_a_guide_leads_somewhere() -> None:
    """Inside the checkout."""
    for name in (*guides.GUIDES, *guides.TRANSLATIONS):
        for target in re.findall(r"\]\((?!http)([^)#]+)", (guides.FOLDER / name).read_text("utf-8")):
            assert (guides.FOLDER / target).exists(), target


def test_the_citation_names_this_version() -> None:
    """And has what the format asks for."""
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    fields = dict(re.findall(r"(?m)^([a-z-]+): *(.*)$", text))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= fields.keys()
    assert fields["version"] == nghiquyet.__version__
    assert fields["license"] == "Apache-2.0"
    assert re.search(r"(?m)^authors:\n  - (?:name|family-names): ", text)
