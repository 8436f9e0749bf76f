"""Stamps of electronic signatures, which the segmenter set apart: who signed, for which body, when."""

import datetime
from collections.abc import Iterator

from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.model import ElectronicSignature, Span
from nghiquyet.records import OutlineFurniture
from nghiquyet.text import patterns as re

_SIGNER = re.compile(
    r"(?:Ký (?:số )?bởi|Được ký (?:số )?bởi|Người ký|Digitally signed by|Signed by)\s*:?\s*(.+?)"
    r"(?=\s*\n(?:[^\n:]{1,30}:|[\d./-]{8})|\s*$)",
    re.DOTALL,
)
_BODY = re.compile(r"^(?:Cơ quan|Đơn vị|Tổ chức)\s*:\s*(.+?)(?=\s*\n[^\n:]{1,30}:|\s*$)", re.DOTALL | re.MULTILINE)
_COPY = re.compile(r"S[Aa][Oo] [YyLl][^;\n]*;\s*([^\n]+)")
_TIME = re.compile(
    r"(?:(?P<d>\d{1,2})[-./](?P<m>\d{1,2})[-./](?P<y>\d{4})|(?P<y2>\d{4})[-./](?P<m2>\d{2})[-./](?P<d2>\d{2}))[,T\s]\s*"
    r"(?P<h>\d{1,2}):(?P<n>\d{2}):(?P<s>\d{2})(?:\s?(?P<half>AM|PM|SA|CH))?"
    r"(?:\s*(?:GMT|UTC)?\s?(?P<zone>[+-]\d{2})[:']?(?P<minutes>\d{2}))?"
)


def read_stamps(draft: Draft) -> None:
    """One signature for each stamp."""
    found = tuple(_signature(items, draft.clean.source.text) for items in _groups(draft.outline.furniture))
    if found:
        draft.put("electronic_signatures", found, "stamps.time_with_seconds", found[0].span)


def _groups(furniture: tuple[OutlineFurniture, ...]) -> Iterator[list[OutlineFurniture]]:
    """Lines of stamps by stamp: each has one time."""
    group: list[OutlineFurniture] = []
    for item in furniture:
        if item.kind != "stamp":
            continue
        if group and (item.span.start - group[-1].span.end > 12 or (_opens(item) and _has_time(group))):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _opens(item: OutlineFurniture) -> bool:
    return _SIGNER.match(item.text) is not None or _COPY.match(item.text) is not None


def _has_time(group: list[OutlineFurniture]) -> bool:
    return any(_TIME.search(item.text) for item in group)


def _signature(items: list[OutlineFurniture], source: str) -> ElectronicSignature:
    text = "\n".join(item.text for item in items)
    signer = _SIGNER.search(text)
    body = _BODY.search(text) or _COPY.search(text)
    time = next((match for item in items if (match := _TIME.search(item.text))), None)
    return ElectronicSignature(
        text=text,
        signer=_plain(signer[1]) if signer else None,
        body=_plain(body[1]) if body else None,
        signed_at=_moment(time) if time else None,
        span=Span(start=items[0].span.start, end=items[-1].span.end),
    )


def _plain(text: str) -> str | None:
    return " ".join(text.split()) or None


def _moment(match: re.Match[str]) -> datetime.datetime | None:
    year, month, day = (int(match[name] or match[f"{name}2"]) for name in "ymd")
    hour = int(match["h"])
    if match["half"] in ("PM", "CH") and hour < 12:
        hour += 12
    zone = None
    if match["zone"]:
        sign = -1 if match["zone"][0] == "-" else 1
        offset = datetime.timedelta(hours=abs(int(match["zone"])), minutes=int(match["minutes"]))
        zone = datetime.timezone(sign * offset) if offset < datetime.timedelta(days=1) else None
    try:
        return datetime.datetime(year, month, day, hour, int(match["n"]), int(match["s"]), tzinfo=zone)
    except ValueError:
        return None
