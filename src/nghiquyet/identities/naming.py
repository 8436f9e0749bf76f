"""Akoma Ntoso IRIs: /akn/vn/{statement|act|doc}/{type}/{actor}/{date}/{number}."""

import datetime

from nghiquyet.identities.keys import NONE, DocumentKey
from nghiquyet.lexicons.places import PLACES
from nghiquyet.text.vietnamese import slug

_ACTORS = {
    "tw": "trung-uong", "cp": "chinh-phu", "ttg": "thu-tuong-chinh-phu", "qh": "quoc-hoi", "ubtvqh": "ubtvqh",
    "hdbt": "hoi-dong-bo-truong", "ctn": "chu-tich-nuoc", "dai-hoi": "dai-hoi",
}  # fmt: skip
_LOCAL = {"tu": "tinh-uy", "hdnd": "hdnd", "ubnd": "ubnd"}
_STATEMENTS = frozenset({"nghi-quyet", "ket-luan", "chi-thi", "tuyen-bo", "loi-keu-goi"})
_ACTS = frozenset({"luat", "bo-luat", "phap-lenh", "hien-phap", "nghi-dinh", "thong-tu", "thong-tu-lien-tich"})


def akoma_ntoso_iri(key: DocumentKey, date: datetime.date | None = None) -> str | None:
    """The IRI of the document that a complete key names; None for other keys, and where no year is known.

    ``date`` is the day of issue; without it the year stands. A number with a year in it is that of a normative act.
    """
    if not key.is_complete:
        return None
    when = date.isoformat() if date is not None else key.when
    if not when[:4].isdecimal():
        return None
    number = key.number
    has_year = f"-{key.when}-" in number
    if key.side == "standard":
        sort, number = "doc", f"{key.register}-{key.number}"
    elif key.type in _ACTS or (has_year and key.side == "state"):
        sort = "act"
    else:
        sort = "statement" if key.type in _STATEMENTS else "doc"
    actor = _actor(key)
    return f"/akn/vn/{sort}/{key.type}/{actor}/{when}/{number if number != NONE else key.type}"


def _actor(key: DocumentKey) -> str:
    if key.territory == NONE:
        return _ACTORS.get(key.register, key.register)
    row = PLACES.units_by_slug.get(key.territory)
    name = _LOCAL.get(key.register, key.register)
    if key.register == "tu":
        return f"{'thanh-uy' if row == 'thành phố' else 'tinh-uy'}-{key.territory}"
    return f"{name}-{slug(row)}-{key.territory}" if row else f"{name}-{key.territory}"
