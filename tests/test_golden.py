"""Golden outputs: documents of the project, one of each family, come out as they stand in ``golden``."""

import pytest

from golden import DOCUMENTS, differences


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_output_is_the_golden_one(name: str) -> None:
    """Where a change is meant, ``python corpus/golden.py --write`` takes it over; the difference is part of the commit."""
    changed = differences(name)
    assert not changed, "\n".join(changed[:60])
