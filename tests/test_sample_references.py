"""The sample of citations that is judged by reading: the same for the same seed, and marked where the citation stands."""

import gzip
import json
from pathlib import Path

import pytest

from sample_references import citations, printed, sample

TEXT = "Căn cứ Nghị định số {number}/2025/NĐ-CP của Chính phủ;\n\nCăn cứ Luật Đất đai năm 2024;\n\nthực hiện khoản 2 Điều này.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [{"id": f"d{number}", "number": None, "text": TEXT.format(number=number)} for number in range(10, 30)]
    with gzip.open(tmp_path / "texts.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return tmp_path


def test_a_seed_draws_the_same_citations_again_and_another_seed_others(folder: Path) -> None:
    found = list(citations([folder], frozenset({"numbered", "named"})))
    assert len(found) == 40
    first, again, other = (sample(found, 8, seed) for seed in (5, 5, 6))
    assert first == again != other
    assert len(sample(found, 100, 5)) == 40


def test_only_the_kinds_asked_for_are_drawn(folder: Path) -> None:
    assert {item.reference.kind for item in citations([folder], frozenset({"named"}))} == {"named"}
    assert any(item.reference.kind == "relative" for item in citations([folder], frozenset({"relative"})))


def test_the_citation_is_marked_in_its_context_with_what_was_read(folder: Path) -> None:
    line = printed(1, next(citations([folder], frozenset({"numbered"}))))
    assert "Căn cứ ▸Nghị định số 10/2025/NĐ-CP của Chính phủ◂ ;" in line
    assert "number: 10/2025/NĐ-CP" in line and "issuer: Chính phủ" in line and "relation: basis" in line
