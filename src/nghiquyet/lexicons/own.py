"""Rows of the user's own: a folder of tables that stand before ours, without a change to the package.

``NGHIQUYET_LEXICONS`` names the folder. A file in it has the name and the columns of a table of this package
(``bodies.toml``, ``indicators.toml``, ``law_names.tsv``, …) and holds only what is to be added; where both have the same
words, the own row is read. It is read once, when its table is first used; the hash in ``producer.lexicons_sha256`` covers it.
"""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from nghiquyet.errors import LexiconError

VARIABLE = "NGHIQUYET_LEXICONS"
"""The environment variable that names the folder; unset or empty: no rows but ours."""


@cache
def own_files() -> dict[str, bytes]:
    """The files of the folder by name, in name order; empty without a folder.

    Raises LexiconError for a folder that is none, and for a file whose name is that of no table: its rows would be lost.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        return {}
    folder = Path(named)
    if not folder.is_dir():
        raise LexiconError(f"{VARIABLE}={named}: no such folder; name one that holds tables, or unset the variable")
    known = {entry.name for entry in files("nghiquyet.lexicons").iterdir() if entry.name.endswith((".toml", ".tsv"))}
    found: dict[str, bytes] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".toml", ".tsv"):
            continue
        if path.name not in known:
            raise LexiconError(f"{path}: no table of this name; the tables are {', '.join(sorted(known))}")
        found[path.name] = path.read_bytes()
    return found
