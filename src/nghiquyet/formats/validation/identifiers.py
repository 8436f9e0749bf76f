"""Ids: each stands once, and what is named exists."""

from collections.abc import Iterator

from nghiquyet.diagnostics import Problem, problem
from nghiquyet.formats.validation.facts import Facts
from nghiquyet.model import Block


def ids_are_unique(facts: Facts) -> Iterator[Problem]:
    """No id stands twice."""
    seen: set[str] = set()
    document = facts.document
    for item in (*facts.nodes, *facts.cells, *document.footnotes, *facts.listed):
        if item.id in seen:
            yield problem("id_twice", where=item.id)
        seen.add(item.id)


def ids_point_at_something(facts: Facts) -> Iterator[Problem]:
    """Containers, targets, ``of``, ``amends``, lists of measures and references name what exists."""
    document = facts.document
    measures = {measure.id for measure in document.measures}
    targets = {target.id: target for target in document.targets}
    references = {reference.id for reference in document.references}
    for fact in facts.listed:
        if fact.container is not None and fact.container not in facts.containers:
            yield problem("dangling", where=fact.id, field="container", id=fact.container)
    for measure in document.measures:
        if measure.of is not None and (measure.of not in measures or measure.of == measure.id):
            yield problem("dangling", where=measure.id, field="of", id=measure.of)
        if measure.target is not None and measure.id not in (
            targets[measure.target].measures if measure.target in targets else ()
        ):
            yield problem("not_held", where=measure.id, id=measure.target)
    for target in document.targets:
        for identifier in target.measures:
            if identifier not in measures:
                yield problem("dangling", where=target.id, field="measures", id=identifier)
    for task in document.tasks:
        for identifier in (*task.measures, *task.references):
            if identifier not in measures and identifier not in references:
                yield problem("dangling", where=task.id, field="measures, references", id=identifier)
        if task.assigned != bool(task.agencies):
            yield problem("assigned", where=task.id, count=len(task.agencies))
    for reference in document.references:
        to = reference.resolves_to
        if to is not None and to not in facts.containers and to not in references:
            yield problem("dangling", where=reference.id, field="resolves_to", id=to)
    for basis in document.metadata.legal_bases:
        for identifier in basis.references:
            if identifier not in references:
                yield problem("dangling", where=f"legal_bases/{basis.span.start}", field="references", id=identifier)
    for node in facts.nodes:
        if isinstance(node, Block) and node.amends is not None and node.amends not in references:
            yield problem("dangling", where=node.id, field="amends", id=node.amends)
