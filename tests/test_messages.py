"""Messages: everything that people see exists in Vietnamese and English, and says what its parameters are."""

import ast
import importlib
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import nghiquyet
import nghiquyet.model as model
from nghiquyet.diagnostics import CATALOGUE, Problem, message
from nghiquyet.messages import ERRORS, PAGES, PROBLEMS, SCREEN, TERMS, Entry

changes = importlib.import_module("nghiquyet.comparison.changes")
ROOT = Path(nghiquyet.__file__).parent
ENTRIES = {**CATALOGUE, **ERRORS, **PROBLEMS, **PAGES, **SCREEN}
TONED = re.compile("[à-ỹđ]", re.IGNORECASE)


@pytest.mark.parametrize(("code", "entry"), ENTRIES.items(), ids=ENTRIES)
def test_both_languages_say_the_same_parameters(code: str, entry: Entry) -> None:
    """No translation is missing, empty, or without a parameter that the other has."""
    assert entry.vi.strip()
    assert entry.en.strip()
    for words in (entry.vi, entry.en):
        assert {name for _, name, _, _ in Formatter().parse(words) if name} == set(entry.params), code
    assert entry.vi != entry.en or len(entry.vi.split()) < 3, f"{code}: the two languages are the same"


def test_no_code_stands_in_two_tables() -> None:
    """``message`` finds a code in one table."""
    assert len(ENTRIES) == len(CATALOGUE) + len(ERRORS) + len(PROBLEMS) + len(PAGES) + len(SCREEN)


def test_terms_have_both_languages() -> None:
    """Names of fields and roles."""
    assert all(vi and en for vi, en in TERMS.values())


@pytest.mark.parametrize(
    "values",
    [
        changes.Status, changes.TaskStatus, changes.Ambition, changes.DeadlineChange, changes.Outcome, changes.Refusal,
        model.MeasureRole, model.AgencyRole, model.Relation, model.DivisionRole,
    ],
    ids=str,
)  # fmt: skip
def test_every_value_that_a_page_shows_has_a_name(values: object) -> None:
    """In both languages: no page says «not_comparable»."""
    assert [value for value in get_args(values) if value is not None and value not in TERMS] == []


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_code_in_the_sources_is_catalogued(path: Path) -> None:
    """``failure(…, "error.x")``, ``problem("x")``, ``message("screen.x")``, ``Diagnostic(code="…")``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        texts = [item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        if name == "problem" and texts:
            assert f"problem.{texts[0]}" in PROBLEMS
        elif name == "failure" and texts:
            assert texts[0] in ERRORS
        elif name in ("message", "say", "_say", "row") and texts and "." in texts[0]:
            assert texts[0] in ENTRIES
        elif name == "Diagnostic":
            codes = [item.value for item in node.keywords if item.arg == "code"]
            for code in codes:
                if isinstance(code, ast.Constant):
                    assert code.value in CATALOGUE


def test_a_problem_speaks_both_languages() -> None:
    """In English by default, in Vietnamese when asked."""
    problem = Problem("problem.id_twice", {"where": "m_1"})
    assert str(problem) == "m_1: the id stands twice"
    assert problem.words("vi") == "m_1: mã xuất hiện hai lần"


def test_names_of_fields_are_translated() -> None:
    """«Văn bản không in number» would be no Vietnamese."""
    assert message("metadata.missing", {"field": "number"}, "vi") == "Văn bản không in số, ký hiệu."
    assert message("metadata.missing", {"field": "number"}, "en") == "The text prints no number."


def test_vietnamese_is_vietnamese() -> None:
    """Nearly every Vietnamese sentence has a toned letter: an English one that strayed in has none."""
    plain = [code for code, entry in ENTRIES.items() if not TONED.search(entry.vi)]
    assert plain == []
