"""What a caller may ask of a parse."""

from typing import Literal

from nghiquyet.model.frozen import Frozen


class Options(Frozen):
    """Tuỳ chọn: the defaults suit every family."""

    profile: str | None = None
    """Hồ sơ thể thức: a family name that overrides the evidence (party, peoples_council, …)."""
    source: Literal["embed", "none"] = "embed"
    """Toàn văn: whether the document carries its source text."""
