"""What the benchmarks set beside nghiquyet: published tools, each on text that it is made for, where it is installed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from references import ENGLISH, ENGLISH_FILLER, GERMAN, GERMAN_FILLER, composed, eyecite, refex

EVERY = 400.0
"""Characters from one citation to the next in the text of the extractors of citations."""


@dataclass(frozen=True)
class Peer:
    """A tool and its text; ``missing`` says what would have to be installed."""

    name: str
    characters: int = 0
    call: Callable[[], object] | None = None
    missing: str = ""


def marked_up(size: int) -> str:
    """An act in the markup of bluebell, with parts, sections and subsections, about ``size`` characters long."""
    parts = ["BODY\n\n"]
    length = number = 0
    while length < size:
        if number % 20 == 0:
            parts.append(f"PART {number // 20 + 1} - Nhiệm vụ, giải pháp\n\n")
        number += 1
        parts.append(
            f"  SEC {number}. - Nội dung thứ {number}\n\n"
            f"    SUBSEC ({1})\n      Tiếp tục đổi mới phương thức lãnh đạo, nâng cao chất lượng sinh hoạt chi bộ.\n\n"
            f"    SUBSEC ({2})\n      Phát huy vai trò của Mặt trận và các đoàn thể trong giám sát, phản biện.\n\n"
        )
        length += len(parts[-1])
    return "".join(parts)


def bluebell(size: int) -> Peer:
    """bluebell-akn: marked-up text to Akoma Ntoso."""
    name = "bluebell-akn: an act in its markup to XML"
    try:
        from bluebell.parser import AkomaNtosoParser
        from cobalt import FrbrUri
    except ImportError:
        return Peer(name, missing="pip install bluebell-akn")
    text = marked_up(size)
    uri = FrbrUri.parse("/akn/vn/act/2025/1")
    return Peer(name, len(text), lambda: AkomaNtosoParser(uri, "").parse_to_xml(text, "act"))


def peers(size: int) -> list[Peer]:
    """Every peer, with about ``size`` characters of text."""
    found = [bluebell(size)]
    for name, package, tool, templates, filler in (
        ("refex: citations in German text", "legal-reference-extraction", refex(), GERMAN, GERMAN_FILLER),
        ("eyecite: citations in English text", "eyecite", eyecite(), ENGLISH, ENGLISH_FILLER),
    ):
        if tool is None:
            found.append(Peer(name, missing=f"pip install {package}"))
        else:
            text = composed(templates, filler, EVERY, size)
            found.append(Peer(name, len(text), partial(tool, text)))
    return found
