"""What every test may ask for: the reference document, its text, the outer corpus."""

import os
from pathlib import Path

import pytest

import nghiquyet
from nghiquyet import Document

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "corpus/documents/bac-giang-2025/source.txt"


@pytest.fixture(scope="session")
def source() -> str:
    """The text of the reference document, as it is."""
    return SOURCE.read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def document(source: str) -> Document:
    """The reference document, parsed."""
    return nghiquyet.parse_text(source)


@pytest.fixture(scope="session")
def outer_corpus() -> Path:
    """The folder of real documents; tests that want it are skipped where it is not at hand."""
    folder = os.environ.get("NGHIQUYET_CORPUS")
    if not folder or not Path(folder).is_dir():
        pytest.skip("NGHIQUYET_CORPUS names no folder of real documents")
    return Path(folder)
