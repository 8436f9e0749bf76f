"""Which document files this library reads: any minor version of its own major version."""

from nghiquyet.errors import SchemaError
from nghiquyet.model import SCHEMA_VERSION


def check_version(found: object) -> None:
    """Raises SchemaError for a version of another major, or for none."""
    major = SCHEMA_VERSION.partition(".")[0]
    if not isinstance(found, str) or found.partition(".")[0] != major:
        raise SchemaError(f"schema version {found!r} cannot be read; this library reads {major}.x")
