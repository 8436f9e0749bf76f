"""A document made ready to be compared: its tasks and the names of its indicators cut into words, once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from nghiquyet.comparison.changes import Card
from nghiquyet.comparison.indicators import name_words
from nghiquyet.model import Document, Measure, Task
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import without_marks
from nghiquyet.text.words import Word, words

_SYLLABLE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class TaskWords:
    """A task and its words."""

    task: Task
    words: tuple[Word, ...]
    exact: tuple[str, ...]
    """Syllables that spelling variants share."""
    bag: Mapping[str, int]
    """Words without marks: a misread tone makes no other word."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its words: hand it to ``compare`` instead of the document to cut each text only once."""

    document: Document
    tasks: tuple[TaskWords, ...]
    names: Mapping[str, Mapping[str, int]]
    """The words of the indicator and breakdown of each measure, by its id."""
    scopes: Mapping[str, Mapping[str, int]]
    """The words of its breakdown alone."""
    card: Card


def prepare(document: Document | Prepared) -> Prepared:
    """Cuts the texts of a document into words; what is prepared already comes back as it is."""
    if isinstance(document, Prepared):
        return document
    names: dict[str, Counter[str]] = {}
    scopes: dict[str, Counter[str]] = {}
    read: dict[str, Counter[str]] = {"": Counter()}

    def bag(name: str) -> Counter[str]:
        if name not in read:
            read[name] = Counter(name_words(name))
        return read[name]

    for measure in document.measures:
        names[measure.id] = bag(f"{_name(measure)} {measure.scope or ''}".strip())
        scopes[measure.id] = bag(measure.scope or "")
    return Prepared(document, tuple(map(_task, document.tasks)), names, scopes, card(document))


def card(document: Document) -> Card:
    """What names a document."""
    metadata = document.metadata
    period = metadata.subject_period
    end = period.end or period.start if period else None
    year = end.year if end else metadata.date.year if metadata.date else None
    return Card(
        id=document.id,
        name=document.source.name,
        number=metadata.number.text if metadata.number else None,
        issuer=metadata.issuer.name if metadata.issuer else None,
        territory=metadata.territory or (metadata.issuer.territory if metadata.issuer else None),
        subject=metadata.subject,
        date=metadata.date,
        year=year if year is not None else _usual_year(document),
        text_sha256=document.source.text_sha256,
    )


def _usual_year(document: Document) -> int | None:
    """The year that most targets are for."""
    years = Counter(
        measure.period.end.year
        for measure in document.measures
        if measure.role == "target" and measure.period and measure.period.end
    )
    return years.most_common(1)[0][0] if years else None


def _name(measure: Measure) -> str:
    return measure.indicator.full if measure.indicator else measure.text


def _task(task: Task) -> TaskWords:
    found = words(task.text)
    keys = [tuple(_SYLLABLE.findall(word.key)) for word in found if word.key]
    exact = tuple(syllable for key in keys for syllable in key)
    bag = Counter(" ".join(map(without_marks, key)) for key in keys)
    return TaskWords(task, found, exact, bag)
