"""A seeded sample of the citations found in texts, with their contexts, to be judged by reading.

``python corpus/sample_references.py FOLDER|FILE … --count 200 --seed 5``: the same texts and seed give the same sample as long as
the citations are found as they are now. Each is printed as it was read: span, kind, type, number, date, issuer, pinpoints.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import nghiquyet
from nghiquyet.model import Reference
from survey import texts

AROUND = 160
"""Characters of context before and after a citation."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation and what stands around it."""

    source: str
    before: str
    after: str
    reference: Reference


def citations(paths: Sequence[Path], kinds: frozenset[str]) -> Iterator[Citation]:
    """Every citation of the texts that is of one of these kinds, in text order."""
    for name, text in texts(paths):
        for found in nghiquyet.find_references(text):
            if found.kind in kinds:
                start, end = found.span.start, found.span.end
                yield Citation(name, text[max(0, start - AROUND) : start], text[end : end + AROUND], found)


def sample(found: Sequence[Citation], count: int, seed: int) -> list[Citation]:
    """``count`` of them drawn without return, in text order."""
    chosen = random.Random(seed).sample(range(len(found)), min(count, len(found)))
    return [found[index] for index in sorted(chosen)]


def printed(number: int, citation: Citation) -> str:
    """The citation between ▸ and ◂ in its context, and below it the fields that were read."""
    found = citation.reference
    pinpoints = "; ".join(
        " ".join(f"{level}={value}" for level, value in pinpoint.model_dump(exclude_none=True).items())
        for pinpoint in found.pinpoints
    )
    fields = {
        "type": found.document_type,
        "number": found.number and found.number.text,
        "name": found.name,
        "year": found.year,
        "date": found.date,
        "issuer": found.issuer and found.issuer.canonical,
        "pinpoints": pinpoints,
        "relation": found.relation,
        "planned": found.planned and "yes",
        "quoted": found.quoted and "yes",
        "identity": found.identity,
    }
    read = " | ".join(f"{name}: {value}" for name, value in fields.items() if value)
    context = " ".join(f"{citation.before} ▸{found.text}◂ {citation.after}".split())
    return f"[{number}] {citation.source} {found.span.start} {found.kind}\n  {context}\n  {read}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--kind", nargs="*", default=["numbered", "named"], help="kinds of citations to draw from")
    options = parser.parse_args()
    found = list(citations(options.paths, frozenset(options.kind)))
    print(f"{len(found)} citations; seed {options.seed}\n")
    for number, citation in enumerate(sample(found, options.count, options.seed), 1):
        print(printed(number, citation))


if __name__ == "__main__":
    main()
