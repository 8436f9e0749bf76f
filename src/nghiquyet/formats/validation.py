"""The rules that a schema cannot say: ids that exist, spans that hold the text they claim, trees that nest, lists in
text order.

Each rule looks at a document and yields one line for each thing wrong: where, what, what was expected.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from nghiquyet.diagnostics import CATALOGUE
from nghiquyet.model import Attachment, Block, Cell, Division, Document, Heading, Period, Span


def document_problems(document: Document) -> tuple[str, ...]:
    """Every broken rule of a document, in the order of ``RULES``; empty when all hold."""
    facts = Facts(document)
    return tuple(problem for rule in RULES for problem in rule(facts))


@dataclass(frozen=True)
class Facts:
    """A document with what the rules look up in it."""

    document: Document

    @cached_property
    def nodes(self) -> tuple[Block | Division | Attachment, ...]:
        return tuple(self.document.walk())

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for node in self.nodes if isinstance(node, Block) for row in node.rows for cell in row)

    @cached_property
    def containers(self) -> dict[str, Span]:
        """Every id that may hold a fact, with its place."""
        found: dict[str, Span] = {}
        for node in (*self.nodes, *self.cells, *self.document.footnotes):
            found.setdefault(node.id, node.span)
        return found

    @cached_property
    def replayed(self) -> "Replay | None":
        text = self.document.source.text
        return (
            Replay(text, tuple((edit.start, edit.end, edit.replacement) for edit in self.document.edits))
            if (text is not None)
            else None
        )


class Replay:
    """The source with the edits of the document applied, readable by source spans."""

    def __init__(self, text: str, edits: Sequence[tuple[int, int, str]]) -> None:
        self.text = text
        self.edits = sorted(edits)

    def read(self, span: Span) -> str:
        """What ``span`` reads like after the edits, every run of blanks as one."""
        parts: list[str] = []
        position = span.start
        for start, end, replacement in self.edits:
            if end < position or start < position:
                continue
            if start >= span.end:
                break
            parts.append(self.text[position:start])
            parts.append(replacement)
            position = end
        parts.append(self.text[position : span.end])
        return squeezed("".join(parts))


def squeezed(text: str) -> str:
    """Without blanks: line breaks and hyphenation of the source do not count."""
    return "".join(text.split())


# --- identity of the source ------------------------------------------------------------------------------------------


def source_is_whole(facts: Facts) -> Iterator[str]:
    """``length`` and ``text_sha256`` are those of the embedded text; pages and part lie inside it."""
    source = facts.document.source
    if source.text is not None:
        if len(source.text) != source.length:
            yield f"source: length is {source.length}, the text has {len(source.text)} characters"
        if sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest() != source.text_sha256:
            yield "source: text_sha256 is not the hash of the text"
    for before, after in zip(source.pages, source.pages[1:], strict=False):
        if after.number != before.number + 1 or after.span.start < before.span.end:
            yield f"source: page {after.number} does not follow page {before.number}"


def spans_are_inside(facts: Facts) -> Iterator[str]:
    """No span is turned round or reaches behind the source."""
    length = facts.document.source.length
    for where, span in _all_spans(facts):
        if not span.start <= span.end <= length:
            yield f"{where}: span {span.start}-{span.end} is not inside 0-{length}"


def _all_spans(facts: Facts) -> Iterator[tuple[str, Span]]:
    document = facts.document
    for node in (*facts.nodes, *facts.cells, *document.footnotes):
        yield node.id, node.span
    for items in (document.measures, document.targets, document.tasks, document.references):
        for item in items:
            yield item.id, item.span
    for task in document.tasks:
        for agency in task.agencies:
            yield task.id, agency.span
    for extra in (document.furniture, document.repairs):
        for index, entry in enumerate(extra):
            yield f"{type(entry).__name__.lower()} {index + 1}", entry.span
    for field, evidence in document.metadata.evidence.items():
        if evidence.span is not None:
            yield f"evidence of {field}", evidence.span
    for diagnostic in document.diagnostics:
        if diagnostic.span is not None:
            yield f"diagnostic {diagnostic.code}", diagnostic.span


# --- ids -------------------------------------------------------------------------------------------------------------


def ids_are_unique(facts: Facts) -> Iterator[str]:
    """No id stands twice."""
    seen: set[str] = set()
    document = facts.document
    for item in (
        *facts.nodes, *facts.cells, *document.footnotes, *document.measures, *document.targets, *document.tasks,
        *document.references,
    ):  # fmt: skip
        if item.id in seen:
            yield f"{item.id}: the id stands twice"
        seen.add(item.id)


def ids_point_at_something(facts: Facts) -> Iterator[str]:
    """Containers, targets, ``of``, ``amends``, lists of measures and references name what exists."""
    document = facts.document
    measures = {measure.id for measure in document.measures}
    targets = {target.id: target for target in document.targets}
    references = {reference.id for reference in document.references}
    for fact in (*document.measures, *document.targets, *document.tasks, *document.references):
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


# --- tree ------------------------------------------------------------------------------------------------------------


def children_nest(facts: Facts) -> Iterator[str]:
    """A child lies inside its parent, behind its elder sibling; zones follow one another."""
    document = facts.document
    zones = (document.front, document.preamble, document.body, document.closing)
    yield from _in_order("document", [node for zone in zones for node in zone])
    yield from _in_order("attachments", document.attachments)
    for node in facts.nodes:
        yield from _in_order(node.id, node.content)
        for child in node.content:
            if not _holds(node.span, child.span):
                yield f"{child.id}: span {child.span.start}-{child.span.end} leaves its parent {node.id}"
        if isinstance(node, Division | Attachment):
            yield from _opening_fits(node)


def _in_order(where: str, nodes: Sequence[Block | Division | Attachment]) -> Iterator[str]:
    for before, after in itertools.pairwise(nodes):
        if after.span.start < before.span.end:
            yield f"{where}: {after.id} begins at {after.span.start}, before {before.id} ends at {before.span.end}"


def _opening_fits(node: Division | Attachment) -> Iterator[str]:
    if (node.label is None) != (node.label_span is None):
        yield f"{node.id}: label and label_span come together"
    if node.label_span is not None and node.label_span.start != node.span.start:
        yield f"{node.id}: begins at {node.span.start}, its label at {node.label_span.start}"
    if node.heading is not None and not _holds(node.span, node.heading.span):
        yield f"{node.id}: the heading at {node.heading.span.start} is outside"
    last = max(
        (
            *(child.span.end for child in node.content),
            *((node.heading.span.end,) if node.heading else ()),
            *((node.label_span.end,) if node.label_span else ()),
        ),
        default=node.span.end,
    )
    if isinstance(node, Division) and last != node.span.end:
        yield f"{node.id}: ends at {node.span.end}, the last thing inside at {last}"


def fragments_fit(facts: Facts) -> Iterator[str]:
    """Fragments are in order, the first begins and the last ends with the span; sentences lie inside their block."""
    document, replay = facts.document, facts.replayed
    holders = (
        *(node for node in facts.nodes if isinstance(node, Block)), *document.measures, *document.tasks,
        *document.references,
    )  # fmt: skip
    for item in holders:
        fragments = item.fragments
        if fragments and (fragments[0].start != item.span.start or fragments[-1].end != item.span.end):
            yield f"{item.id}: its fragments do not begin and end with its span"
        for before, after in itertools.pairwise(fragments):
            if after.start < before.end:
                yield f"{item.id}: fragment at {after.start} begins before the last ends"
    for node in facts.nodes:
        if not isinstance(node, Block) or not node.sentences:
            continue
        if node.sentences[0].start != node.span.start or node.sentences[-1].end != node.span.end:
            yield f"{node.id}: its sentences do not begin and end with it"
        for before, after in zip(node.sentences, node.sentences[1:], strict=False):
            if after.start < before.end:
                yield f"{node.id}: sentence at {after.start} begins before the last ends"
            elif (
                replay is not None
                and not _is_gap(node, before.end, after.start)
                and replay.read(Span(start=before.end, end=after.start))
            ):
                yield f"{node.id}: something stands between its sentences at {before.end}"


def _is_gap(block: Block, start: int, end: int) -> bool:
    """Whether a border of fragments lies between two sentences: what stands there belongs to something else."""
    return any(start <= fragment.start <= end or start <= fragment.end <= end for fragment in block.fragments)


# --- texts -----------------------------------------------------------------------------------------------------------


def texts_are_printed(facts: Facts) -> Iterator[str]:
    """Every text is what the source has at its span, after the edits."""
    replay = facts.replayed
    if replay is None:
        return
    for where, text, spans in _texts(facts):
        printed = "".join(replay.read(span) for span in spans)
        if squeezed(text) != printed:
            yield f"{where}: the source has {printed[:40]!r} there, the document {squeezed(text)[:40]!r}"


def spans_cut_no_word(facts: Facts) -> Iterator[str]:
    """Evidence, sentences and fragments begin and end at the edge of a word, and hold no blank at their ends."""
    text = facts.document.source.text
    if text is None:
        return
    for where, span in _cuts(facts):
        if span.end > len(text) or span.start >= span.end:
            continue
        if text[span.start].isspace() or text[span.end - 1].isspace():
            yield f"{where}: span {span.start}-{span.end} begins or ends with a blank"
        elif _inside_word(text, span.start) or _inside_word(text, span.end):
            yield f"{where}: span {span.start}-{span.end} cuts a word"


def _cuts(facts: Facts) -> Iterator[tuple[str, Span]]:
    document = facts.document
    for field, evidence in document.metadata.evidence.items():
        if evidence.span is not None:
            yield f"evidence of {field}", evidence.span
    for reference in document.references:
        for field, span in reference.evidence.items():
            yield f"{field} of {reference.id}", span
    for node in facts.nodes:
        if isinstance(node, Block):
            for sentence in node.sentences:
                yield f"sentence of {node.id}", sentence


def _inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalpha() and text[offset].isalpha()


def _texts(facts: Facts) -> Iterator[tuple[str, str, Sequence[Span]]]:
    document = facts.document
    for node in facts.nodes:
        if isinstance(node, Block):
            if node.fragments:
                yield node.id, node.text, node.fragments
            continue
        if node.label is not None and node.label_span is not None:
            yield f"label of {node.id}", node.label, (node.label_span,)
        if isinstance(node.heading, Heading):
            yield f"heading of {node.id}", node.heading.text, (node.heading.span,)
    for note in document.footnotes:
        if note.fragments:
            yield note.id, note.text, note.fragments
    for cell in facts.cells:
        yield cell.id, cell.text, (cell.span,)
    for item in document.furniture:
        yield "furniture", item.text, (item.span,)
    for facts_list in (document.measures, document.tasks, document.references):
        for fact in facts_list:
            yield fact.id, fact.text, fact.fragments or (fact.span,)
    for repair in document.repairs:
        yield "repair", repair.found, (repair.span,)
    for task in document.tasks:
        for agency in task.agencies:
            yield f"agency of {task.id}", agency.name, (agency.span,)
    for measure in document.measures:
        indicator = measure.indicator
        if indicator is not None and indicator.span is not None:
            yield f"indicator of {measure.id}", indicator.text, (indicator.span,)
    for period_of, period in _periods(document):
        if period.text is not None and period.span is not None:
            yield f"period of {period_of}", period.text, (period.span,)


def _periods(document: Document) -> Iterator[tuple[str, Period]]:
    for measure in document.measures:
        for period in (measure.period, measure.deadline):
            if period is not None:
                yield measure.id, period
    for task in document.tasks:
        if task.deadline is not None:
            yield task.id, task.deadline


def facts_lie_in_their_containers(facts: Facts) -> Iterator[str]:
    """A fact is printed inside what holds it; a measure of a target inside its target's item."""
    document = facts.document
    for fact in (*document.measures, *document.targets, *document.tasks, *document.references):
        around = facts.containers.get(fact.container) if fact.container is not None else None
        if around is not None and not _holds(around, fact.span):
            yield f"{fact.id}: span {fact.span.start}-{fact.span.end} leaves its container {fact.container}"


def lists_are_in_text_order(facts: Facts) -> Iterator[str]:
    """Facts stand in the order of the text, and their ids count on."""
    document = facts.document
    lists: tuple[tuple[str, Sequence[tuple[str, Span]]], ...] = (
        ("m", [(item.id, item.span) for item in document.measures]),
        ("tg", [(item.id, item.span) for item in document.targets]),
        ("t", [(item.id, item.span) for item in document.tasks]),
        ("ref", [(item.id, item.span) for item in document.references]),
    )
    for prefix, entries in lists:
        for index, (identifier, _) in enumerate(entries, start=1):
            if identifier != f"{prefix}_{index}":
                yield f"{identifier}: {prefix}_{index} was expected at this place of the list"
        for before, after in itertools.pairwise(entries):
            if after[1].start < before[1].start:
                yield f"{after[0]}: stands behind {before[0]} in the list and before it in the text"
    for entries in (document.furniture, document.repairs, document.edits):
        starts = [entry.start if hasattr(entry, "start") else entry.span.start for entry in entries]
        if starts != sorted(starts):
            yield "furniture, repairs and edits stand in text order"


# --- values ----------------------------------------------------------------------------------------------------------


def quantities_agree_with_their_comparators(facts: Facts) -> Iterator[str]:
    """A range has two ends in order, any other figure one value; what is qualitative has none."""
    for measure in facts.document.measures:
        quantity = measure.quantity
        if quantity is None:
            if measure.comparator != "qualitative":
                yield f"{measure.id}: {measure.comparator} without a quantity"
            continue
        if measure.comparator == "qualitative":
            yield f"{measure.id}: qualitative with a quantity"
        ranged = quantity.low is not None and quantity.high is not None
        if ranged == (quantity.value is not None):
            yield f"{measure.id}: a quantity has a value, or low and high"
        if quantity.low is not None and quantity.high is not None and quantity.low > quantity.high:
            yield f"{measure.id}: low {quantity.low} is above high {quantity.high}"
        if quantity.scale <= 0:
            yield f"{measure.id}: scale {quantity.scale} is not positive"


def periods_run_forward(facts: Facts) -> Iterator[str]:
    """No period ends before it begins."""
    for where, period in _periods(facts.document):
        if period.start is not None and period.end is not None and period.end < period.start:
            yield f"{where}: its period ends before it begins"


def diagnostics_are_catalogued(facts: Facts) -> Iterator[str]:
    """Every code has an entry, with the severity and the parameters of the entry."""
    for diagnostic in facts.document.diagnostics:
        entry = CATALOGUE.get(diagnostic.code)
        if entry is None:
            yield f"diagnostic {diagnostic.code!r} is not in the catalogue"
        elif entry.severity != diagnostic.severity or set(entry.params) != set(diagnostic.params):
            yield f"diagnostic {diagnostic.code}: severity and parameters are not those of the catalogue"


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


Rule = Callable[[Facts], Iterable[str]]

RULES: tuple[Rule, ...] = (
    source_is_whole,
    spans_are_inside,
    ids_are_unique,
    ids_point_at_something,
    children_nest,
    fragments_fit,
    texts_are_printed,
    spans_cut_no_word,
    facts_lie_in_their_containers,
    lists_are_in_text_order,
    quantities_agree_with_their_comparators,
    periods_run_forward,
    diagnostics_are_catalogued,
)
