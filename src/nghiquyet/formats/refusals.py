"""Which document files are refused: those of another major version, those that are no document."""

from pydantic import ValidationError

from nghiquyet.diagnostics import failure, problem
from nghiquyet.errors import SchemaError
from nghiquyet.model import SCHEMA_VERSION


def check_version(found: object) -> None:
    """Raises SchemaError for a version of another major, or for none; any minor version is read."""
    major = SCHEMA_VERSION.partition(".")[0]
    if not isinstance(found, str) or found.partition(".")[0] != major:
        raise failure(SchemaError, "error.version", found=str(found), major=major)


def not_a_document(error: ValidationError) -> SchemaError:
    """What the model refuses, as an exception whose ``problems`` name each place."""
    problems = tuple(
        problem("field", where="/".join(map(str, item["loc"])) or "document", reason=item["msg"])
        for item in error.errors(include_url=False)
    )
    refusal = failure(SchemaError, "error.not_a_document", problem=str(problems[0]))
    refusal.problems = tuple(map(str, problems))
    return refusal
