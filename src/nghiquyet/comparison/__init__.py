"""Documents → what changed between them. ``compare`` sets two beside each other, ``series`` follows one indicator."""

from nghiquyet.comparison.changes import Comparison
from nghiquyet.comparison.citations import compare_references
from nghiquyet.comparison.identification import compare_metadata
from nghiquyet.comparison.likeness import Weights
from nghiquyet.comparison.measures import changes, figures, match_measures
from nghiquyet.comparison.preparation import Prepared, prepare
from nghiquyet.comparison.results import results
from nghiquyet.comparison.sections import compare_sections
from nghiquyet.comparison.tasks import compare_tasks
from nghiquyet.comparison.timeline import Series, series
from nghiquyet.model import Document


def compare(before: Document | Prepared, after: Document | Prepared) -> Comparison:
    """What was promised, what was reported, what changed from ``before`` to ``after``.

    The texts of tasks are cut into words by underthesea, which the first call imports. Whoever compares one document
    with several hands in what ``prepare`` gave for it.
    """
    one, other = prepare(before), prepare(after)
    first, second = figures(one), figures(other)
    weights = Weights([*(list(figure.words) for figure in first), *(list(figure.words) for figure in second)])
    same_year = one.card.year is not None and one.card.year == other.card.year
    return Comparison(
        before=one.card,
        after=other.card,
        metadata=compare_metadata(one.document, other.document),
        sections=compare_sections(one.document, other.document),
        measures=changes(first, second, match_measures(first, second, weights, same_year)),
        results=results(first, second, weights),
        tasks=compare_tasks(one.tasks, other.tasks),
        references=compare_references(one.document, other.document),
    )


__all__ = ["Comparison", "Prepared", "Series", "compare", "prepare", "series"]
