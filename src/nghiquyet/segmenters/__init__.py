"""CleanText → Outline."""

from nghiquyet.records import CleanText, Outline

SEGMENTERS = ()


def segment(clean: CleanText, profile: str | None = None) -> Outline:
    """The tree of the text. ``profile`` names a family and overrides the evidence."""
    raise NotImplementedError


__all__ = ["SEGMENTERS", "segment"]
