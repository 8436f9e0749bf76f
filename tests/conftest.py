"""What every test may ask for: the reference document, its text, the outer corpus."""

from pathlib import Path

import pytest
from hypothesis import settings

import nghiquyet
from nghiquyet import Document

# The same examples in every run; ``pytest --hypothesis-profile=explore`` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None, max_examples=3000)
settings.load_profile("steady")

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
