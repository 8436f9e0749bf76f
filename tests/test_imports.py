"""Imports point down: which package may import which."""

import ast
from pathlib import Path

import pytest

import nghiquyet

ROOT = Path(nghiquyet.__file__).parent
STAGES = ("readers", "normalizers", "segmenters", "extractors", "resolvers")
EVERYONE = {"errors", "version"}
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "version": set(),
    "text": set(),
    "messages": set(),
    "diagnostics": {"messages"},
    "schemas": {"diagnostics"},
    "model": {"diagnostics"},
    "lexicons": {"text"},
    "records": {"text", "model", "diagnostics"},
    "readers": {"text", "records", "diagnostics"},
    "identities": {"text", "lexicons", "model"},
    **{stage: {"text", "lexicons", "model", "records", "diagnostics"} for stage in STAGES[1:3]},
    **{stage: {"text", "lexicons", "identities", "model", "records", "diagnostics"} for stage in STAGES[3:]},
    "formats": {"model", "schemas", "diagnostics", "comparison"},
    "comparison": {"text", "lexicons", "identities", "model"},
    "options": {"model"},
    "supplied": {"text", "identities", "model", "diagnostics"},
    "assembly": {"diagnostics", "lexicons", "model", "options", "records"},
    "pipeline": {*STAGES, "records", "model", "options", "assembly", "extractors"},
    "cli": {"pipeline", "supplied", "formats", "comparison", "diagnostics", "options", "model", "readers", "records"},
    "__init__": {"pipeline", "formats", "identities", "model", "options", "comparison", "extractors"},
}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "nghiquyet":
                found |= {alias.name for alias in node.names}
            elif node.module and node.module.startswith("nghiquyet."):
                found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("nghiquyet.")}
    return found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    """Stages never import each other; the model knows nothing of how it was found."""
    parts = path.relative_to(ROOT).parts
    package = parts[0] if len(parts) > 1 else path.stem
    allowed = ALLOWED[package] | EVERYONE | {package}
    assert _imports(path) <= allowed


def test_every_package_has_a_rule() -> None:
    """A new package is placed before it is used, and a rule without a package is dropped."""
    found = {
        path.stem if path.is_file() else path.name
        for path in ROOT.iterdir()
        if path.name not in ("__pycache__", "py.typed", "_schemas")
    }
    assert found == set(ALLOWED)


def test_underthesea_is_not_imported_by_parsing() -> None:
    """The heavy segmenter stays out of the way of those who parse."""
    for package in (*STAGES, "pipeline", "assembly"):
        for path in [ROOT / f"{package}.py", *(ROOT / package).rglob("*.py")]:
            if path.is_file():
                assert "underthesea" not in path.read_text("utf-8"), path
