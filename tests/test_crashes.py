"""Inputs that once broke something, found by ``tests/fuzzing/fuzz.py`` or by readers of texts: none breaks anything now."""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "fuzzing"))

import fuzz  # noqa: E402

TARGETS = fuzz.targets()
CRASHES = sorted(fuzz.CRASHES.glob("*-*"))


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds_of_fuzzing_are_read(target: str) -> None:
    """What fuzzing begins with is sound, so that what it finds is news."""
    for data in fuzz.seeds(target):
        TARGETS[target](data)


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: path.name)
def test_a_crash_stays_mended(path: Path) -> None:
    """The very bytes."""
    TARGETS[path.name.partition("-")[0]](path.read_bytes())
