"""What fuzzing begins with, and what it once broke (``tests/fuzzing/fuzz.py``): none of it breaks anything."""

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "fuzzing"))

import fuzz  # noqa: E402

TARGETS = fuzz.targets()


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_and_former_crashes_are_read(target: str) -> None:
    """The very bytes."""
    seeds = fuzz.seeds(target)
    assert seeds
    for data in [*seeds, *(path.read_bytes() for path in sorted(fuzz.CRASHES.glob(f"{target}-*")))]:
        TARGETS[target](data)
