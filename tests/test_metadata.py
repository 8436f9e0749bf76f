"""Metadata: the cases of ``cases/metadata.toml``, each a front matter or a closing as it is really found."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nghiquyet import Metadata, parse_text

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "metadata.toml").read_text("utf-8"))[
    "cases"
]


def _read(metadata: Metadata, conflicts: list[str]) -> dict[str, Any]:
    issuer, session, number, period = metadata.issuer, metadata.session, metadata.number, metadata.subject_period
    return {
        "number": number.text if number else "",
        "serial": (number.serial or "") if number else "",
        "symbol": (number.symbol or "") if number else "",
        "kind": metadata.document_type or "",
        "subject": metadata.subject or "",
        "issuer": (issuer.canonical or "") if issuer else "",
        "territory": metadata.territory or "",
        "date": str(metadata.date or ""),
        "place": metadata.place or "",
        "adopted": str(metadata.adopted or ""),
        "effective": str(metadata.effective or ""),
        "term": (session.term or "") if session else "",
        "session": (session.session or "") if session else "",
        "period": f"{period.start or ''}/{period.end or ''}" if period else "",
        "dissemination": metadata.dissemination or "",
        "signatories": [[one.authority or "", one.position or "", one.name or ""] for one in metadata.signatories],
        "recipients": [one.text for one in metadata.recipients],
        "notes": [one.note or "" for one in metadata.recipients],
        "bases": [one.text for one in metadata.legal_bases],
        "conflicts": conflicts,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_metadata(case: dict[str, Any]) -> None:
    """Each case names only the fields it is about."""
    document = parse_text(case["source"])
    conflicts = [str(doubt.params["field"]) for doubt in document.diagnostics if doubt.code == "metadata.conflict"]
    read = _read(document.metadata, sorted(conflicts))
    expected = {key: value for key, value in case.items() if key not in ("name", "source")}
    assert {key: read[key] for key in expected} == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_field_has_evidence(case: dict[str, Any]) -> None:
    """A field that is filled says where it was read and by which rule; printed evidence points into the text."""
    metadata = parse_text(case["source"]).metadata
    for field in ("number", "document_type", "subject", "issuer", "territory", "date", "place", "adopted", "session"):
        if getattr(metadata, field) is None:
            continue
        evidence = metadata.evidence[field]
        assert evidence.rule, field
        if evidence.origin == "printed":
            assert evidence.span is not None, field
            assert 0 <= evidence.span.start < evidence.span.end <= len(case["source"]), field
