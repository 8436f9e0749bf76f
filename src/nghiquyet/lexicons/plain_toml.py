"""Tables read fast: the TOML that tables are written in keeps to what JSON can say, and json is ten times as fast as
tomllib. What does not keep to it is left to tomllib; a test reads every table both ways."""

import json
import tomllib
from collections.abc import Iterator
from typing import Any


def read_toml(text: str) -> dict[str, Any]:
    """What ``tomllib.loads`` gives for ``text``."""
    try:
        return read_plain(text)
    except ValueError:
        return tomllib.loads(text)


def read_plain(text: str) -> dict[str, Any]:
    """The keys of ``text`` and its ``[[rows]]``; raises ValueError for TOML of other forms."""
    head: dict[str, str] = {}
    rows: list[dict[str, str]] = []
    table = head
    lines = iter(text.splitlines())
    for line in lines:
        if not line or line.startswith("#"):
            continue
        if line == "[[rows]]":
            table = {}
            rows.append(table)
            continue
        key, equals, value = line.partition(" = ")
        if not equals or not key.isidentifier() or key in table:
            raise ValueError(line)
        table[key] = _list(lines) if value == "[" else value
    found: dict[str, Any] = json.loads(_object(head))
    if rows:
        found["rows"] = json.loads(f"[{','.join(map(_object, rows))}]")
    return found


def _list(lines: Iterator[str]) -> str:
    """A list with an item, or several, on each line."""
    items: list[str] = []
    for line in lines:
        if line == "]":
            return f"[{' '.join(items).removesuffix(',')}]"
        items.append(line.strip())
    raise ValueError("no end")


def _object(table: dict[str, str]) -> str:
    return "{" + ",".join(f'"{key}":{value}' for key, value in table.items()) + "}"
