"""Tasks: the cases of ``cases/tasks.toml``, each a small text and what is read from it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nghiquyet import Task, parse_text

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "tasks.toml").read_text("utf-8"))[
    "cases"
]


def _read(task: Task) -> dict[str, Any]:
    read: dict[str, Any] = {"text": " ".join(task.text.split())}
    for role in ("lead", "supporting", "advising", "monitoring", "reporting"):
        named = [agency for agency in task.agencies if agency.role == role]
        read[role] = [agency.name for agency in named]
        if role == "lead":
            read["canonical"] = [agency.canonical for agency in named]
            read["inherited"] = [agency.inherited for agency in named]
    read["verb"] = task.verb
    due = task.deadline
    read["due"] = (due.recurrence or str(due.end)) if due else ""
    return read


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_tasks(case: dict[str, Any]) -> None:
    """Each case names only what it is about; what it leaves out is not compared."""
    tasks = [_read(task) for task in parse_text(case["source"]).tasks]
    wanted = case.get("tasks", [])
    assert len(tasks) == len(wanted), [task["text"] for task in tasks]
    for task, expected in zip(tasks, wanted, strict=True):
        assert {key: task[key] for key in expected} == expected
