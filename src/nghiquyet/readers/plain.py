"""Plain text: a str as it is."""

from nghiquyet.records import SourceInfo, SourceText


def read_str(text: str) -> SourceText:
    """The text itself; nothing is stripped or translated."""
    return SourceText(text, SourceInfo(reader="text"))
