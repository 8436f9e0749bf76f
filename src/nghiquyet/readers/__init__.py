"""File → SourceText."""
