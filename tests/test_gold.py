"""The gold: floors that only rise, and a scorer that notices damage."""

import json
from pathlib import Path

import pytest

from score import below_floor, documents, floors, scored, vandalise

ROOT = Path(__file__).parents[1]
GOLD = sorted((ROOT / "corpus/documents").glob("*/gold.json"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name)
def test_no_family_falls_below_its_floor(path: Path) -> None:
    """Every family of every document with gold keeps its floor."""
    found = [(gold, text) for _, gold, text in documents([path.parent.name])]
    if not found:
        pytest.skip("the text of this document is outside the project; set NGHIQUYET_CORPUS")
    gold, text = found[0]
    assert below_floor(path.parent.name, scored(gold, text), floors()) == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name)
def test_every_family_notices_a_destroyed_field(path: Path) -> None:
    """A score that cannot fall measures nothing."""
    assert vandalise(path.parent.name, json.loads(path.read_text("utf-8"))) == []


def test_every_floor_names_a_family() -> None:
    """A floor for a family that is never scored would hold nothing."""
    for name, limits in floors().items():
        found = [(gold, text) for _, gold, text in documents([name])]
        for gold, text in found:
            families = scored(gold, text)
            assert {family.partition("@")[0] for family in limits} <= set(families)


@pytest.mark.parametrize(
    "path", [path for path in GOLD if path.with_name("source.txt").is_file()], ids=lambda path: path.parent.name
)
def test_offsets_of_the_gold_are_offsets_of_the_text(path: Path) -> None:
    """The text that the gold quotes is the text at its offsets."""
    gold = json.loads(path.read_text("utf-8"))
    source = path.with_name("source.txt").read_bytes().decode("utf-8")
    for item in (*gold["measures"], *gold["references"]):
        assert source[item["start"] : item["end"]] == item["text"]
