"""Citations inside quotation marks: part of a provision that is quoted, not of the text that quotes it."""

from nghiquyet.extractors.references.drafts import Draft

_MARKS = "“”"


def mark_quoted(drafts: list[Draft], text: str) -> None:
    """Marks each draft inside «“ … ”» whose quotation holds more than the reference itself (a title in quotes does not)."""
    if "“" not in text:
        return
    quotes = _quotations(text)
    for draft in drafts:
        for start, end in quotes:
            if start <= draft.start and draft.end <= end and (draft.start - start > 1 or end - draft.end > 1):
                draft.quoted = True
                draft.evidence["quoted"] = (start, end)
                break


def _quotations(text: str) -> list[tuple[int, int]]:
    """Outermost quotations; one that never closes goes on to the end."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for position in _positions(text):
        if text[position] == "“":
            if depth == 0:
                start = position
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((start, position + 1))
    if depth:
        found.append((start, len(text)))
    return found


def _positions(text: str) -> list[int]:
    positions = []
    for mark in _MARKS:
        position = text.find(mark)
        while position >= 0:
            positions.append(position)
            position = text.find(mark, position + 1)
    positions.sort()
    return positions
