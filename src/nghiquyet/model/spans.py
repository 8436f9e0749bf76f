"""Places in the source text."""

from typing import Self

from pydantic import Field

from nghiquyet.model.frozen import Frozen


class Span(Frozen):
    """A half-open stretch ``[start, end)`` of the source, in code points of the decoded text."""

    start: int = Field(ge=0)
    """Vị trí đầu: offset of the first character."""
    end: int = Field(ge=0)
    """Vị trí cuối: offset just behind the last character."""

    @classmethod
    def of(cls, start: int, end: int) -> Self:
        """``Span(start=start, end=end)``, validated alike: a document holds hundreds, and this takes a third."""
        span: Self = cls.__pydantic_validator__.validate_python({"start": start, "end": end})
        return span
