"""Offset maps: every derived character leads to what it was made from, at the edges too."""

from hypothesis import given
from hypothesis import strategies as st

from nghiquyet.normalizers.edits import apply_edits
from nghiquyet.records import SourceInfo, SourceText, TextEdit
from nghiquyet.segmenters.passages import passage_of

TEXT = "Ð Ðảng bộ  tỉnhÐ"


@st.composite
def edited(draw: st.DrawFn):
    """A text and edits of it that do not overlap: insertions, deletions, replacements, side by side too."""
    text = draw(st.text("abcÐ \n", min_size=1, max_size=14))
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    edits = [
        TextEdit(first, last, draw(st.sampled_from(["", "x", "yz"])), "test")
        for first, last in zip(borders[::2], borders[1::2], strict=False)
    ]
    return text, edits


@given(edited())
def test_every_derived_character_leads_to_its_origin(case) -> None:
    """A copied character to itself; what an edit put in to all that the edit replaced."""
    text, edits = case
    clean = apply_edits(SourceText(text, SourceInfo(reader="text")), edits)
    position, derived = 0, 0
    for edit in [*edits, TextEdit(len(text), len(text), "", "end")]:
        for offset in range(position, edit.start):
            assert clean.offsets.span(derived, derived + 1) == (offset, offset + 1)
            derived += 1
        for index in range(len(edit.replacement)):
            assert clean.offsets.start(derived + index) == edit.start
            assert clean.offsets.end(derived + index + 1) == edit.end
        derived += len(edit.replacement)
        position = edit.end
    assert derived == len(clean.text)


@given(edited(), st.data())
def test_a_passage_leads_back_as_its_text_does(case, data: st.DataObject) -> None:
    """The same span, asked of the passage and of the text it is a piece of."""
    text, edits = case
    clean = apply_edits(SourceText(text, SourceInfo(reader="text")), edits)
    if not clean.text:
        return
    start = data.draw(st.integers(0, len(clean.text) - 1))
    end = data.draw(st.integers(start + 1, len(clean.text)))
    passage = passage_of(clean, "p_1", [(start, end)])
    for first in range(end - start):
        for last in range(first + 1, end - start + 1):
            assert passage.offsets.span(first, last) == clean.offsets.span(start + first, start + last)
