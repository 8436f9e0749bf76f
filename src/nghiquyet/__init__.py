"""Turns the text of a Vietnamese resolution (nghị quyết) into a validated document model."""

from nghiquyet.model import Document
from nghiquyet.options import Options
from nghiquyet.pipeline import parse_text
from nghiquyet.version import __version__

__all__ = ["Document", "Options", "__version__", "parse_text"]
