"""Tables: every row's example is found by its row, and no other row takes it first."""

import pytest

from nghiquyet.errors import LexiconError
from nghiquyet.lexicons import TABLES, Table
from nghiquyet.lexicons.bodies import BODIES, BODY_ROWS
from nghiquyet.lexicons.places import PROVINCES
from nghiquyet.lexicons.tables import Row

ROWS = [pytest.param(table, row, id=f"{table.name}-{row.words[0]}") for table in TABLES for row in table.rows]


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_the_example_of_a_row_is_caught_by_it(table: Table, row: Row) -> None:
    """Longest match first: the row that takes the example's words is the row that cites it."""
    if table is BODY_ROWS:
        assert any(_is_own(row, body.name) for _, _, body, _ in BODIES.finditer(f" {row.example} ")), row.example
        return
    found = [hit for _, _, hit in table.finditer(row.example)]
    folded = " ".join(row.example.split()).lower()
    assert row in found or any(word.lower() in folded for word in row.words), f"{row.example!r} holds no {row.words}"
    if found:
        assert row in found, f"{row.example!r} is caught by {found[0].words}, not by {row.words}"


def _is_own(row: Row, name: str) -> bool:
    return row.text("canonical").lower() in name.lower()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_have_sources_beyond_one_document(table: Table) -> None:
    """Rows that one document alone attests stay under a tenth of a table."""
    alone = [row for row in table.rows if row.source == "bac-giang-2025"]
    assert len(alone) <= max(1, len(table.rows) // 10), [row.words[0] for row in alone]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_word_stands_in_two_rows(table: Table) -> None:
    """A word that two rows claim would be read by the first alone."""
    if table in (BODY_ROWS, PROVINCES):
        pytest.skip("names of bodies and places are composed; the same words may stand in two rows of different kinds")
    seen: dict[str, Row] = {}
    for row in table.rows:
        for word in row.words:
            assert word not in seen or seen[word] is row, f"{word!r} is in two rows of {table.name}"
            seen[word] = row


def test_a_row_without_words_says_which_table() -> None:
    """A malformed table names itself."""
    from nghiquyet.lexicons.tables import _row

    with pytest.raises(LexiconError, match="colours: a row has no words"):
        _row("colours", {"example": "x", "source": "y"})
