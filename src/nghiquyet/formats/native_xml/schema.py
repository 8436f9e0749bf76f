"""The published XML Schema, applied offline."""

from functools import cache

from lxml import etree

from nghiquyet.diagnostics import Problem, problem
from nghiquyet.schemas import schema_bytes


def schema_problems(root: etree._Element) -> tuple[Problem, ...]:
    """What the schema finds wrong, one line each with its line number; empty for a valid document."""
    schema = _schema()
    if schema.validate(root):
        return ()
    return tuple(problem("line", line=entry.line, reason=entry.message) for entry in schema.error_log)


@cache
def _schema() -> etree.XMLSchema:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.XMLSchema(etree.fromstring(schema_bytes("nghiquyet.xsd"), parser))
