"""The exceptions of the library. A text never raises one: oddities of a text become diagnostics.

::

    NghiquyetError
    ├── ReadError              a file cannot be read (missing, a directory, binary, wrong encoding, damaged)
    │   ├── UnsupportedFormat  no reader knows this kind of file
    │   └── MissingDependency  a program or extra is not installed; the message holds the command that installs it
    ├── SchemaError            a document file does not follow the published schema; ``problems`` lists what and where
    └── LexiconError           a table of words is malformed
"""

from collections.abc import Mapping


class NghiquyetError(Exception):
    """Root of every exception this library raises on purpose.

    ``code`` and ``params`` name the message in the catalogue, for those who show it in another language; both are empty
    where the message stands alone.
    """

    def __init__(self, message: str, code: str = "", params: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.params: Mapping[str, str] = params or {}


class ReadError(NghiquyetError):
    """A file cannot be turned into text."""


class UnsupportedFormat(ReadError):
    """No reader knows this kind of file."""


class MissingDependency(ReadError):
    """A program or an optional package is not installed."""


class SchemaError(NghiquyetError):
    """A document file does not follow the schema or the rules beside it.

    ``problems`` holds one line for each finding: where, what was wrong, what was expected.
    """

    def __init__(
        self, message: str, code: str = "", params: Mapping[str, str] | None = None, problems: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message, code, params)
        self.problems = problems


class LexiconError(NghiquyetError):
    """A row of a lexicon is malformed: the message names table, row and column."""
