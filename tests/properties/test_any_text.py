"""What holds for every str: no exception, nothing lost, nothing twice, valid files, exact inverses."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nghiquyet
from damage import DAMAGES, Damage
from invariants import check
from nghiquyet.formats import native_xml

# Pieces that set the rules off: labels, cues, numbers, marks of every kind, beside any Unicode.
PIECES = st.sampled_from(
    ["\n", "\n\n", " ", "I- ", "II. ", "1. ", "(1) ", "a) ", "- ", "+ ", "Điều 1. ", "Điều 2\n", "Chương I\n", "NGHỊ QUYẾT\n",
     "QUYẾT NGHỊ:\n", "Căn cứ ", "MỤC TIÊU", "Nơi nhận:\n", "T/M TỈNH ỦY\n", "đạt 13,6%", "trên 18.000 tỷ đồng", "Quý I/2025",
     "Nghị quyết số 233-NQ/TU ngày 25/7/2022 của Tỉnh ủy", "khoản 2 Điều này", "¹", "\n¹ ", "“", "”", "“Điều 5. ", "PHỤ LỤC I\n",
     "| a | b |\n", "|---|---|\n", "12\n", "\f", "giảm còn ", "phấn đấu ", "UBND tỉnh chủ trì, phối hợp với ", "*", "**", "_", "\\",
     "(Ban hành kèm theo ", "sửa đổi, bổ sung ", "như sau:\n", "; ", ". ", ", ", "năm 2025", "và ", "từ 3-4% ", "1", "/", "."]
)  # fmt: skip
ANY = st.text(st.characters(codec=None), max_size=60)
TEXTS = st.lists(st.one_of(PIECES, PIECES, PIECES, ANY), max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text: str) -> None:
    """Labels, cues and stray characters in any order."""
    check(text)


@given(st.text(st.characters(codec=None), max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_unicode(text: str) -> None:
    """All of Unicode, lone surrogates and control characters included."""
    check(text)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_copies_of_the_reference_document(damage: Damage, seed: int, source: str) -> None:
    """Dropped lines, page breaks, confusions, shuffled blocks, stray characters, hard wraps, fragments."""
    check(damage(source, random.Random(seed)))


def test_the_reference_document_hides_nothing(source: str) -> None:
    """Furniture is under a hundredth of the characters, no block swallows a label, few diagnostics."""
    document = check(source)
    furniture = sum(item.span.end - item.span.start for item in document.furniture)
    assert furniture <= len(source) / 100
    assert len(document.diagnostics) <= 5 * len(source) / 10_000


def test_the_same_text_gives_the_same_bytes(source: str) -> None:
    """Nothing depends on the order of sets, on time or on an earlier run."""
    first = native_xml.dump(nghiquyet.parse_text(source))
    nghiquyet.parse_text("Điều 1. Thu ngân sách đạt 18.000 tỷ đồng.")
    assert native_xml.dump(nghiquyet.parse_text(source)) == first
