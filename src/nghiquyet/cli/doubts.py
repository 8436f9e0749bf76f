"""Whether a person has to look at a converted document, and why."""

import re
from collections.abc import Iterator, Sequence

from nghiquyet.model import Block, Diagnostic, Division, Document, Issuer, Metadata, Node, Span

MOST_REPAIRS_APART = 400
"""Characters from one repaired word to the next: where they stand closer, some were missed."""
_ALWAYS = frozenset(
    {
        "metadata.conflict",
        "metadata.supplied_conflict",
        "numbering.gap",
        "numbering.repeat",
        "numbering.restart",
        "text.empty",
        "text.encoding",
        "text.foreign_script",
        "text.legacy_charset_guessed",
        "text.model_token",
        "text.page_unread",
        "text.recognised",
        "quotation.unclosed",
        "quotation.unopened",
    }
)
"""Diagnostics that only a person can settle."""


def reasons(document: Document) -> tuple[str, ...]:
    """Codes, in a fixed order; none where the document can be trusted."""
    return tuple(dict.fromkeys(_reasons(document)))


def repairs_of(document: Document) -> int:
    """Words that were read otherwise than they are printed."""
    return len(document.repairs) + sum(edit.rule.startswith("ocr_repairs.") for edit in document.edits)


def _reasons(document: Document) -> Iterator[str]:
    metadata = document.metadata
    if metadata.number is None or metadata.number.serial is None:
        yield "missing.number"
    if metadata.date is None and metadata.adopted is None:
        yield "missing.date"
    if metadata.issuer is None:
        yield "missing.issuer"
    elif _is_issuer_incomplete(metadata.issuer, metadata.territory):
        yield "missing.territory"
    if metadata.subject is None:
        yield "missing.subject"
    if not any(who.name for who in metadata.signatories):
        yield "missing.signatory"
    if not any(isinstance(node, Division) for node in document.body):
        yield "missing.divisions"
    for evidence in metadata.evidence.values():
        if evidence.origin == "repaired":
            yield "metadata.repaired"
    tree = (*document.front, *document.preamble, *document.body, *document.closing)
    if next(_orphans(tree, set()), None):
        yield "numbering.gap"
    if next(_unread_labels(document), None):
        yield "numbering.unread"
    if _is_subject_doubtful(document):
        yield "subject.doubtful"
    if _is_number_doubtful(metadata):
        yield "number.doubtful"
    annexes = [attachment.span for attachment in document.attachments if attachment.metadata is None]
    for diagnostic in document.diagnostics:
        if diagnostic.code not in _ALWAYS and diagnostic.severity != "error":
            continue
        if not (diagnostic.code.startswith("numbering.") and _is_inside(diagnostic, annexes)):
            yield diagnostic.code
    count = repairs_of(document)
    if count > 2 and count * MOST_REPAIRS_APART > document.source.length:
        yield "repairs.many"
    if any(mark.kind == "secrecy" for mark in metadata.marks):
        yield "marked.secret"


_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LOCAL = frozenset({"clause", "point"})
"""Kinds that begin again under every parent; articles and the headings of some outlines run on."""


def _orphans(nodes: Sequence[Node], known: set[tuple[str, str]], above: str = "") -> Iterator[Division]:
    """Divisions with a number whose predecessor stands nowhere: «b)» without «a)», a stray «Q.», «4.1» below «3.»."""
    here: set[str] = set()
    for node in nodes:
        if not isinstance(node, Division):
            continue
        if node.number is not None:
            before = _predecessor(node.number)
            elsewhere = node.kind not in _LOCAL and (node.kind, before) in known
            head = node.number.rpartition(".")[0]
            strayed = head != "" and above.isdecimal() and head.rpartition(".")[2] != above
            if strayed or (before is not None and before not in here and not elsewhere):
                yield node
            here.add(node.number)
            known.add((node.kind, node.number))
        yield from _orphans(node.content, known, (node.number or "").rpartition(".")[2])


def _predecessor(number: str) -> str | None:
    """«2.3» → «2.2», «d» → «c»; None for a first number and for one of another form."""
    head, dot, last = number.rpartition(".")
    if last.isdecimal():
        return f"{head}{dot}{int(last) - 1}" if int(last) > 1 else None
    place = _LETTERS.find(last) if len(last) == 1 else 0
    return f"{head}{dot}{_LETTERS[place - 1]}" if place > 0 else None


_LABEL = re.compile(
    r"(?:^|\n)(?:[ĐD](?:i[êềẻểễeé]u|I[ÊỀẺỂỄEÉ]U)\s+\d+[a-z]?\s?[.:,]|[a-zđ]\)\s|\(?\d{1,2}[.),]\s+(?=[^\W\da-zà-ÿ])|[IVXl1|]{1,5}\s?[.\-–]\s*[A-ZĐ]{2})"
)


def _unread_labels(document: Document) -> Iterator[str]:
    """Lines that begin as a division does, inside a paragraph: the numbering around them did not allow one."""
    own = (attachment.content for attachment in document.attachments if attachment.metadata is not None)
    for zone in (document.body, *own):
        for block in _paragraphs(zone):
            match = _LABEL.search(block.text)
            if match is not None:
                yield match.group()


def _paragraphs(nodes: Sequence[Node]) -> Iterator[Block]:
    for node in nodes:
        if isinstance(node, Division):
            yield from _paragraphs(node.content)
        elif node.kind == "paragraph":
            yield node


MOSTLY = 0.6
MOST_SMALL = 3
"""Words in small letters that a title in capitals may end with: «(sửa đổi)», «năm 2025»."""
LONGEST_SUBJECT = 90
"""Words."""


def _is_subject_doubtful(document: Document) -> bool:
    """Whether a line of capitals, some of them damaged, goes on behind the subject; or the subject goes on into the
    text, because the line that parted them is lost."""
    subject = document.metadata.subject or ""
    words = subject.split()
    if len(words) > LONGEST_SUBJECT:
        return True
    if not words or not words[0].isupper():
        return False
    outside = re.sub(r"\([^()]*\)", " ", subject).split()
    small = [word for word in outside if word.isalpha() and not word.isupper()]
    if len(small) > MOST_SMALL and " ".join(words[:4]).isupper():
        return True
    evidence, text = document.metadata.evidence.get("subject"), document.source.text
    if evidence is None or evidence.span is None or text is None or small:
        return False
    if _HEAD_AT_END.search(subject):
        return True
    line = text[evidence.span.end : evidence.span.end + 200].lstrip().split("\n", 1)[0]
    letters = [letter for letter in line if letter.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if len(letters) <= 8 or capitals <= MOSTLY * len(letters):
        return False
    return capitals < len(letters) or not _is_of_issuer(line, document.metadata.issuer)


# «… ỨNG XỬ VỚI NGƯỜI NỘP THUẾ CỤC TRƯỞNG CỤC THUẾ»: the one who decides stands below the title.
_HEAD_AT_END = re.compile(
    r"(?<!CỦA)(?<!,) (?:(?:BỘ|CỤC|TỔNG CỤC|VIỆN) TRƯỞNG|GIÁM ĐỐC|THỐNG ĐỐC|CHÁNH ÁN|TỔNG THANH TRA)(?: [^\W\d_]+){1,8}$"
)
_BELOW_TITLE = re.compile(
    r"\W*(?:KHÓA|KHOÁ|KỲ HỌP|QUYẾT|NGHỊ|CHƯƠNG|PHẦN|MỤC|ĐIỀU|[IVX]+[.\- ]|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|KÍNH GỬI)"
)


def _is_of_issuer(line: str, issuer: Issuer | None) -> bool:
    """Whether a line of capitals below the title names who issues, or opens the text."""
    if issuer is None or _BELOW_TITLE.match(line):
        return True
    words, known = line.casefold().split(), f"{issuer.name} {issuer.canonical}".casefold().split()
    return 2 * sum(word in known for word in words) >= len(words)


def _is_issuer_incomplete(issuer: Issuer, territory: str | None) -> bool:
    """Whether nothing says of which province or commune a council or committee is."""
    if issuer.level == "central":
        return False
    return territory is None or (
        issuer.code in ("HĐND", "UBND")
        and issuer.territory is None
        and issuer.canonical is not None
        and territory not in issuer.canonical
    )


def _is_number_doubtful(metadata: Metadata) -> bool:
    """Whether the number may be that of another document: of another year, or printed inside the subject."""
    day = metadata.date or metadata.adopted
    year = metadata.number.year if metadata.number is not None else None
    if year is not None and day is not None and year != str(day.year):
        return True
    number, subject = (metadata.evidence.get(field) for field in ("number", "subject"))
    spans = [evidence.span for evidence in (number, subject) if evidence is not None and evidence.span is not None]
    return len(spans) == 2 and spans[1].start <= spans[0].start < spans[1].end


def _is_inside(diagnostic: Diagnostic, spans: Sequence[Span]) -> bool:
    """Whether a doubt is about an annex: forms and lists there are numbered as they like."""
    where = diagnostic.span
    return where is not None and any(span.start <= where.start < span.end for span in spans)


__all__ = ["reasons", "repairs_of"]
