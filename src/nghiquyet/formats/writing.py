"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

PART_SUFFIX = ".part"
"""Of a file that is being written. Only a process that is killed leaves one behind."""


def write_atomically(path: Path, data: bytes) -> None:
    """Writes ``data`` beside ``path`` and moves it there: a reader sees the old file or the new one, never a half.

    The permissions are those a plain ``open`` would give, or those of the file that is replaced. Raises OSError.
    """
    handle, name = tempfile.mkstemp(prefix=".nghiquyet.", suffix=PART_SUFFIX, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
