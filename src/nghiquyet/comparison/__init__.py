"""Documents → what changed between them. ``compare`` sets two beside each other, ``series`` follows one indicator."""

from nghiquyet.comparison.changes import Comparison
from nghiquyet.comparison.citations import compare_references
from nghiquyet.comparison.identification import compare_metadata
from nghiquyet.comparison.likeness import Weights
from nghiquyet.comparison.measures import changes, match_measures
from nghiquyet.comparison.preparation import Prepared, prepare
from nghiquyet.comparison.resemblance import figures
from nghiquyet.comparison.results import results
from nghiquyet.comparison.sections import compare_sections
from nghiquyet.comparison.tasks import compare_tasks
from nghiquyet.comparison.territories import Era, era
from nghiquyet.comparison.timeline import Series, series
from nghiquyet.model import Document


def compare(before: Document | Prepared, after: Document | Prepared) -> Comparison:
    """What was promised, what was reported, what changed from ``before`` to ``after``.

    The texts of tasks are cut into words by underthesea, which the first call imports. Whoever compares one document
    with several hands in what ``prepare`` gave for it.
    """
    one, other = prepare(before), prepare(after)
    weights = Weights([*map(list, one.names.values()), *map(list, other.names.values())])
    first, second = figures(one, weights), figures(other, weights)
    same_year = one.card.year is not None and one.card.year == other.card.year
    apart = _other_territory(one, other)
    return Comparison(
        before=one.card,
        after=other.card,
        metadata=compare_metadata(one.document, other.document),
        sections=compare_sections(one.document, other.document),
        measures=changes(first, second, match_measures(first, second, weights, same_year)),
        results=() if apart else results(first, second, other.card, weights),
        results_withheld="other_territory" if apart else None,
        tasks=compare_tasks(one.tasks, other.tasks, (one.card.territory, other.card.territory)),
        references=compare_references(one.document, other.document),
    )


def _other_territory(one: Prepared, other: Prepared) -> bool:
    """Whether the two speak of different provinces, or one of a province and one of the country; unknown ones may agree."""
    places = [_place(prepared) for prepared in (one, other)]
    return None not in places and places[0] != places[1]


def _place(prepared: Prepared) -> tuple[str, Era | None] | None:
    about, issuer = prepared.card, prepared.document.metadata.issuer
    if about.territory:
        return about.territory, era(about.territory, about.date, about.year)
    return ("", None) if issuer and issuer.level == "central" else None


__all__ = ["Comparison", "Prepared", "Series", "compare", "prepare", "series"]
