"""Ids: each stands once, and what is named exists."""

from collections.abc import Iterator

from nghiquyet.formats.validation.facts import Facts
from nghiquyet.model import Block


def ids_are_unique(facts: Facts) -> Iterator[str]:
    """No id stands twice."""
    seen: set[str] = set()
    document = facts.document
    for item in (*facts.nodes, *facts.cells, *document.footnotes, *facts.listed):
        if item.id in seen:
            yield f"{item.id}: the id stands twice"
        seen.add(item.id)


def ids_point_at_something(facts: Facts) -> Iterator[str]:
    """Containers, targets, ``of``, ``amends``, lists of measures and references name what exists."""
    document = facts.document
    measures = {measure.id for measure in document.measures}
    targets = {target.id: target for target in document.targets}
    references = {reference.id for reference in document.references}
    for fact in facts.listed:
        if fact.container is not None and fact.container not in facts.containers:
            yield f"{fact.id}: container {fact.container!r} does not exist"
    for measure in document.measures:
        if measure.of is not None and (measure.of not in measures or measure.of == measure.id):
            yield f"{measure.id}: of {measure.of!r} is no other measure"
        if measure.target is not None and measure.id not in (
            targets[measure.target].measures if measure.target in targets else ()
        ):
            yield f"{measure.id}: target {measure.target!r} does not hold it"
    for target in document.targets:
        for identifier in target.measures:
            if identifier not in measures:
                yield f"{target.id}: measure {identifier!r} does not exist"
    for task in document.tasks:
        for identifier in (*task.measures, *task.references):
            if identifier not in measures and identifier not in references:
                yield f"{task.id}: {identifier!r} does not exist"
        if task.assigned != bool(task.agencies):
            yield f"{task.id}: assigned is {task.assigned}, agencies are {len(task.agencies)}"
    for reference in document.references:
        to = reference.resolves_to
        if to is not None and to not in facts.containers and to not in references:
            yield f"{reference.id}: resolves_to {to!r} does not exist"
    for basis in document.metadata.legal_bases:
        for identifier in basis.references:
            if identifier not in references:
                yield f"legal basis at {basis.span.start}: reference {identifier!r} does not exist"
    for node in facts.nodes:
        if isinstance(node, Block) and node.amends is not None and node.amends not in references:
            yield f"{node.id}: amends {node.amends!r} is no reference"
