"""What finding references costs, beside two published extractors: ``python benchmarks/references.py``.

The peers, refex (legal-reference-extraction, German) and eyecite (United States), are used when they are installed;
each reads text of its own language with as many citations per character as ours has. Ours is the text of real State
documents where NGHIQUYET_CORPUS names them, else the reference document, repeated. The same million characters are read
in pieces of every size, so that a size is compared with another and not a text with another. All extractors take turns,
round after round, in one process and one thread; what is counted is processor time, so that other work on the machine
says little. Compare ratios of one run, not figures of two machines.
"""

import gzip
import json
import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

import nghiquyet

ROOT = Path(__file__).parents[1]
SIZES = (10_000, 62_500, 250_000, 1_000_000)
WHOLE = 1_000_000
PEER_SIZE = 250_000
ROUNDS = 9

GERMAN = (
    "Nach § {a} Abs. {b} BGB ist der Schuldner verpflichtet. ",
    "Das ergibt sich aus §§ {a}, {b} StGB. ",
    "So auch Art. {b} GG. ",
    "Vgl. § {a} Abs. {b} Satz 1 ZPO. ",
    "Siehe BGH, Urteil vom {b}.03.2019 - VI ZR {a}/18. ",
)
GERMAN_FILLER = (
    "Die Klägerin hat im Termin zur mündlichen Verhandlung beantragt, die Beklagte zur Zahlung zu verurteilen. ",
    "Der Vortrag der Parteien bleibt insoweit streitig und bedarf der weiteren Aufklärung durch das Gericht. ",
    "Zur Überzeugung des Senats steht fest, dass die Vereinbarung bereits im Sommer getroffen worden war. ",
)
ENGLISH = (
    "See Smith v. Jones, {a} U.S. {b} (1996). ",
    "Accord Doe v. Roe, {a} F.3d {b} (9th Cir. 2001). ",
    "Under 42 U.S.C. § {a} the claim is timely. ",
    "Id. at {b}. ",
    "Smith, {a} U.S., at {b}. ",
)
ENGLISH_FILLER = (
    "The district court granted the motion after a hearing at which both parties presented evidence. ",
    "Nothing in the record suggests that the officers knew of the arrangement before the summer. ",
    "We review that determination for abuse of discretion and find that there was none in this case. ",
)


def vietnamese(size: int) -> str:
    """``size`` characters of real documents, or of the reference document over and over."""
    outer = os.environ.get("NGHIQUYET_CORPUS")
    parts: list[str] = []
    length = 0
    for path in sorted(Path(outer).glob("bulk/*.jsonl.gz")) if outer else ():
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                parts.append(json.loads(row)["text"])
                length += len(parts[-1]) + 2
                if length >= size:
                    return "\n\n".join(parts)[:size]
    text = (ROOT / "corpus/documents/bac-giang-2025/source.txt").read_text("utf-8")
    return (text * (size // len(text) + 1))[:size]


def composed(templates: tuple[str, ...], filler: tuple[str, ...], every: float, size: int) -> str:
    """``size`` characters with one citation per ``every`` characters, the same in every run."""
    chance = random.Random(7)
    parts: list[str] = []
    length = cited = 0
    while length < size:
        if length >= cited * every:
            sentence = chance.choice(templates).format(a=chance.randint(2, 990), b=chance.randint(2, 28))
            cited += 1
        else:
            sentence = chance.choice(filler)
        parts.append(sentence)
        length += len(sentence)
    return "".join(parts)[:size]


def refex() -> Callable[[str], int] | None:
    """References found by refex; None where it is not installed."""
    try:
        from refex.orchestrator import CitationExtractor
    except ImportError:
        return None
    extractor = CitationExtractor()
    return lambda text: len(extractor.extract(text).citations)


def eyecite() -> Callable[[str], int] | None:
    """Citations found by eyecite; None where it is not installed."""
    try:
        from eyecite import get_citations
    except ImportError:
        return None
    return lambda text: len(get_citations(text))


def main() -> None:
    """Prints the table."""
    whole = vietnamese(WHOLE)
    jobs: list[tuple[str, list[str], Callable[[str], int]]] = []
    for size in SIZES:
        pieces = [whole[start : start + size] for start in range(0, WHOLE, size)]
        jobs.append(("nghiquyet", pieces, lambda text: len(nghiquyet.find_references(text))))
    every = WHOLE / max(len(nghiquyet.find_references(whole)), 1)
    missing = []
    for name, peer, templates, filler in (
        ("refex", refex(), GERMAN, GERMAN_FILLER),
        ("eyecite", eyecite(), ENGLISH, ENGLISH_FILLER),
    ):
        if peer is None:
            missing.append(name)
        else:
            jobs.append((name, [composed(templates, filler, every, PEER_SIZE)], peer))
    found = [sum(map(find, pieces)) for _, pieces, find in jobs]
    times: list[list[float]] = [[] for _ in jobs]
    for _ in range(ROUNDS):
        for (_, pieces, find), spent in zip(jobs, times, strict=True):
            began = time.process_time()
            for piece in pieces:
                find(piece)
            spent.append(time.process_time() - began)

    table = Table(
        "extractor", "characters a call", "found", "characters per citation", "M chars/s, fastest", "median",
        "µs per citation",
    )  # fmt: skip
    for (name, pieces, _), count, spent in zip(jobs, found, times, strict=True):
        length = sum(map(len, pieces))
        table.add_row(
            name,
            f"{len(pieces[0]):,}",
            f"{count:,}",
            f"{length / max(count, 1):.0f}",
            f"{length / min(spent) / 1e6:.2f}",
            f"{length / statistics.median(spent) / 1e6:.2f}",
            f"{min(spent) / max(count, 1) * 1e6:.0f}",
        )
    for name in missing:
        table.add_row(name, "—", "not installed", "", "", "", "")
    Console().print(table)


if __name__ == "__main__":
    main()
