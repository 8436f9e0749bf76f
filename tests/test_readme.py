"""The read me: what its examples print is what it says they print."""

import contextlib
import io
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)


def test_the_examples_print_what_stands_below_them(monkeypatch) -> None:
    """Every Python block in order, each on what the ones before it made."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    examples = EXAMPLE.findall(README)
    assert len(examples) >= 4
    for code, printed in examples:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(code, names)
        assert out.getvalue() == printed


def test_the_two_commands_stand_where_continuous_integration_looks() -> None:
    """One line converts the real resolution, one passes the tests."""
    assert len(re.findall(r"(?m)^python3 -m venv .*nghiquyet convert ", README)) == 1
    assert len(re.findall(r"(?m)^python3 -m venv .*bin/pytest$", README)) == 1


def test_every_file_that_is_linked_exists() -> None:
    """No dead link inside the checkout."""
    for target in re.findall(r"\]\((?!http)([^)#]+)", README):
        assert (ROOT / target).exists(), target
