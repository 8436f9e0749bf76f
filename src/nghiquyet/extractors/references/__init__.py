"""Cited documents in a passage: one left-to-right pass over anchors, one rule for each form."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from nghiquyet.extractors.references import pinpoints
from nghiquyet.extractors.references.congresses import congress_document, plenum_document
from nghiquyet.extractors.references.drafts import Draft
from nghiquyet.extractors.references.laws import named_law
from nghiquyet.extractors.references.numbered import full_number, serial_alone
from nghiquyet.extractors.references.pinpoints import PinpointRun, read_pinpoints
from nghiquyet.extractors.references.relations import relation_before
from nghiquyet.extractors.references.relative import bare_pinpoint, deictic
from nghiquyet.extractors.references.schemes import (
    development_plan,
    national_programme,
    party_basics,
    quoted_title,
    regulation_by_subject,
    title_in_quotes,
)
from nghiquyet.extractors.references.standards import STANDARD, standard
from nghiquyet.lexicons import Table
from nghiquyet.text.tries import trie_pattern

DOCUMENT_TYPES = Table("document_types")

DocumentRule = Callable[[str, int, int, str], list[Draft]]

DOCUMENT_RULES: tuple[DocumentRule, ...] = (
    full_number,
    deictic,
    plenum_document,
    congress_document,
    quoted_title,
    title_in_quotes,
    national_programme,
    development_plan,
    party_basics,
    serial_alone,
    regulation_by_subject,
)
"""What may follow the word for a kind of document; the first rule that answers wins."""

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_OF = re.compile(r"\s*,?\s*(?:(?:của|tại|trong|thuộc|theo|ban hành kèm theo|kèm theo|ban hành theo)\s+)?")
_BRACKET = re.compile(r"\s*\([^()]{0,300}\)\s*[,;]?\s*")


@cache
def _anchors() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """The scan pattern, each printed word's kind, and the words that only count before a number."""
    kinds: dict[str, str] = {}
    weak: set[str] = set()
    for row in DOCUMENT_TYPES.rows:
        name = row.text("name")
        for word in row.words:
            kinds.setdefault(word, name)
            if row.cells.get("abbreviation"):
                weak.add(word)
                continue
            kinds.setdefault(word.upper(), name)
            lower = word[0].lower() + word[1:]
            kinds.setdefault(lower, name)
            weak.add(lower)
    strong = trie_pattern(word for word in kinds if word not in weak)
    loose = trie_pattern(weak)
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<type>{strong})(?!\w)|(?P<weak>{loose})(?=\s+(?:số\s*:?\s*)?\d)"
        rf"|(?P<pin>{pinpoints.ANCHOR})|(?P<standard>{STANDARD.pattern.replace('?P<', '?P<_')}))"
    )
    return pattern, kinds, frozenset(weak)


def find_drafts(text: str) -> list[Draft]:
    """Every reference in ``text``, in text order; spans nest only where a law's name holds another."""
    pattern, kinds, _ = _anchors()
    drafts: list[Draft] = []
    position = 0
    while (anchor := pattern.search(text, position)) is not None:
        found = _read(text, anchor, kinds)
        if not found:
            position = anchor.end()
            continue
        for draft in found:
            draft.relation = relation_before(text, draft.start)
        drafts.extend(found)
        position = max(found[-1].end, anchor.end())
    _bind_forward(drafts, text)
    return drafts


def _read(text: str, anchor: re.Match[str], kinds: dict[str, str]) -> list[Draft]:
    start = anchor.start()
    if anchor["standard"]:
        draft = standard(text, start)
        return [draft] if draft else []
    if anchor["pin"]:
        run = read_pinpoints(text, start)
        return _pinpointed(text, run, kinds) if run is not None else []
    return _document(text, start, anchor.end(), kinds[" ".join(anchor.group().split())])


def _document(text: str, start: int, word_end: int, kind: str) -> list[Draft]:
    for rule in DOCUMENT_RULES:
        drafts = rule(text, start, word_end, kind)
        if drafts:
            return drafts
    return named_law(text, start, word_end, kind) if kind in _LAWS and text[start].isupper() else []


def _pinpointed(text: str, run: PinpointRun, kinds: dict[str, str]) -> list[Draft]:
    """The pinpoints with the document they belong to, or alone when none follows."""
    of = _OF.match(text, run.end)
    pattern, _, _ = _anchors()
    anchor = pattern.match(text, of.end()) if of and not run.this else None
    if anchor is not None and not anchor["pin"] and not anchor["standard"]:
        drafts = _document(text, anchor.start(), anchor.end(), kinds[" ".join(anchor.group().split())])
        if drafts:
            first = drafts[0]
            first.start = run.start
            first.pinpoints = run.pinpoints
            first.evidence["pinpoints"] = (run.start, run.end)
            return drafts
    draft = bare_pinpoint(run)
    return [draft] if draft else []


def _bind_forward(drafts: list[Draft], text: str) -> None:
    """«khoản 1 Điều 5 (được sửa đổi … bởi …); khoản 3 Điều 7 của Nghị định số 50»: the first belongs to the last."""
    for index, draft in enumerate(drafts):
        if draft.kind != "relative" or draft.document_type is not None or not draft.pinpoints:
            continue
        bracket = _BRACKET.match(text, draft.end)
        if bracket is None:
            continue
        governing = next((other for other in drafts[index + 1 :] if other.start == bracket.end()), None)
        if governing is not None and governing.kind == "numbered" and governing.pinpoints:
            drafts[index] = replace(
                draft,
                kind=governing.kind,
                document_type=governing.document_type,
                number=governing.number,
                date=governing.date,
                issuer=governing.issuer,
                year=governing.year,
                self_word=None,
                rule="references.bound_over_bracket",
                evidence={**governing.evidence, **draft.evidence},
            )


__all__ = ["DOCUMENT_RULES", "find_drafts"]
