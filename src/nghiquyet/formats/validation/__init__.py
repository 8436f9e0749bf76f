"""The rules that a schema cannot say: ids that exist, spans that hold the text they claim, trees that nest, lists in
text order.

Each rule looks at a document and yields one problem for each thing wrong: where, what, what was expected.
"""

from collections.abc import Callable, Iterable

from nghiquyet.diagnostics import Problem
from nghiquyet.formats.validation.facts import Facts
from nghiquyet.formats.validation.identifiers import ids_are_unique, ids_point_at_something
from nghiquyet.formats.validation.sources import source_is_whole, spans_are_inside
from nghiquyet.formats.validation.texts import evidence_fits_its_reference, spans_cut_no_word, texts_are_printed
from nghiquyet.formats.validation.trees import (
    children_nest,
    facts_lie_in_their_containers,
    fragments_fit,
    lists_are_in_text_order,
)
from nghiquyet.formats.validation.values import (
    diagnostics_are_catalogued,
    periods_run_forward,
    quantities_agree_with_their_comparators,
)
from nghiquyet.model import Document

Rule = Callable[[Facts], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    source_is_whole,
    spans_are_inside,
    ids_are_unique,
    ids_point_at_something,
    children_nest,
    fragments_fit,
    texts_are_printed,
    spans_cut_no_word,
    evidence_fits_its_reference,
    facts_lie_in_their_containers,
    lists_are_in_text_order,
    quantities_agree_with_their_comparators,
    periods_run_forward,
    diagnostics_are_catalogued,
)


def document_problems(document: Document) -> tuple[Problem, ...]:
    """Every broken rule of a document, in the order of ``RULES``; empty when all hold."""
    facts = Facts(document)
    return tuple(found for rule in RULES for found in rule(facts))


__all__ = ["RULES", "document_problems"]
