"""Real documents outside the project, where they are at hand: every one parses, loses nothing and makes valid files."""

import gzip
import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from boundaries import FOLDERS, LONGEST, measure, texts
from invariants import check
from nghiquyet import find_references

OUTER = os.environ.get("NGHIQUYET_CORPUS", "")
EVERY = 12
"""Of the bulk documents every twelfth is checked here; ``python corpus/survey.py`` reads them all."""


def _texts() -> Iterator[object]:
    root = Path(OUTER)
    if not OUTER or not root.is_dir():
        yield pytest.param(
            None, id="none", marks=pytest.mark.skip("NGHIQUYET_CORPUS names no folder of real documents")
        )
        return
    for path in sorted([*root.glob("party/*.txt"), *root.glob("state/*.txt"), *root.glob("ocr/*.txt")]):
        yield pytest.param(path, id=path.name)
    for path in sorted(root.glob("bulk/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for place, row in enumerate(rows):
                if place % EVERY == 0:
                    fields = json.loads(row)
                    yield pytest.param(fields["text"], id=fields["id"])


@pytest.mark.parametrize("text", list(_texts()))
def test_a_real_document(text: Path | str) -> None:
    """Clean, scanned, half a page or a hundred pages."""
    check(text.read_bytes().decode("utf-8") if isinstance(text, Path) else text)


@pytest.mark.parametrize("text", list(_texts()))
def test_line_wraps_do_not_change_citations(text: Path | str) -> None:
    """The same paragraphs cut into lines at any blanks give the same citations at the same offsets."""
    printed = text.read_bytes().decode("utf-8") if isinstance(text, Path) else text
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", printed))
    plain = "\n\n".join(filter(None, paragraphs))
    chance = random.Random(len(plain))
    wrapped = "".join("\n" if letter == " " and chance.random() < 0.3 else letter for letter in plain)
    one, other = (
        [found.model_dump(exclude={"text"}) for found in find_references(lines)] for lines in (plain, wrapped)
    )
    assert one == other


@pytest.mark.skipif(not Path(OUTER or "-").is_dir(), reason="NGHIQUYET_CORPUS names no folder of real documents")
@pytest.mark.parametrize("cut", [False, True], ids=["with headers", "without headers"])
def test_documents_of_one_file_are_told_apart(cut: bool) -> None:
    """Files made of 2 to 20 of them; ``python corpus/boundaries.py`` makes more."""
    known = {name: text for name, text in texts([Path(OUTER, name) for name in FOLDERS]).items() if len(text) < LONGEST}
    assert measure(known, cut, seed=1, files=8).f1 >= 0.98
