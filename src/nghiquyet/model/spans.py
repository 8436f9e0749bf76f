"""Places in the source text."""

from pydantic import Field

from nghiquyet.model.frozen import Frozen


class Span(Frozen):
    """A half-open stretch ``[start, end)`` of the source, in code points of the decoded text."""

    start: int = Field(ge=0)
    """Vị trí đầu: offset of the first character."""
    end: int = Field(ge=0)
    """Vị trí cuối: offset just behind the last character."""
