"""The read me: what its examples print is what it says they print."""

import contextlib
import importlib
import io
import re
import tomllib
from pathlib import Path

import guides
from nghiquyet.lexicons import Table

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)

COMMAND = re.compile(r"```sh\n(nghiquyet [^\n]*)\n```\n\n```text\n(.*?)```", re.DOTALL)


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
        assert out.getvalue() == printed, "python docs/guides.py writes the read me anew"


def test_the_commands_print_what_stands_below_them(monkeypatch) -> None:
    """Those that show what they print; the others name files that nobody has."""
    monkeypatch.chdir(ROOT)
    shown = COMMAND.findall(README)
    assert shown
    for command, printed in shown:
        assert guides.printed_by(command).rstrip() == printed.rstrip()


def test_the_two_commands_stand_where_continuous_integration_looks() -> None:
    """One line converts the real resolution, one passes the tests."""
    assert len(re.findall(r"(?m)^python3 -m venv .*nghiquyet convert ", README)) == 1
    assert len(re.findall(r"(?m)^python3 -m venv .*bin/pytest$", README)) == 1


def test_every_file_that_is_linked_exists() -> None:
    """No dead link inside the checkout."""
    for target in re.findall(r"\]\((?!http)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_page_on_the_architecture_is_true() -> None:
    """Every path exists; every stage has its verb and its tuple; every package is named."""
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    picture = (ROOT / "docs/architecture.svg").read_text("utf-8")
    package = ROOT / "src/nghiquyet"
    for path in re.findall(r"[`( ]((?:[a-z_]+/)+[a-z_]*(?:\.\w+)?)", page):
        assert any((folder / path).exists() for folder in (ROOT, package)), path
    for stage, verb, order in re.findall(r"\| `(\w+)` \| `(\w+)`, `([A-Z]+)` \|", page):
        module = importlib.import_module(f"nghiquyet.{stage}")
        assert callable(getattr(module, verb))
        assert len(getattr(module, order)) > 1
    packages = {path.name for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {name for name in packages if f"{name}/" not in page and f"`{name}`" not in page} == set()
    assert {name for name in packages if name not in picture} == set()
    row = tomllib.loads(re.findall(r"```toml\n(.*?)```", page, re.DOTALL)[0])["rows"][0]
    assert any(set(row["words"]) <= set(known.words) for known in Table("comparators").rows)
