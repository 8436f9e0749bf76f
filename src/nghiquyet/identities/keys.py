"""Keys: one string for one document, ``vn:side:register:territory:type:number:when``.

The register is the body whose numbering it is: committee, standing committee and permanent members of one province
share one, as do the Central Committee, the Politburo and the Secretariat (HD 36-HD/VPTW 1.3). Party numbers restart
with every committee, State numbers every year, those of the National Assembly with every legislature; so ``when`` is
the year, or the legislature where the number itself names it.

``_`` stands for what is not known and is never guessed, ``-`` for what does not apply (the territory of a central
body), ``=`` before a name or title that stands for a number. A key without unknown parts is equal to another or is
another document; one with unknown parts is only *compatible* with candidates.
"""

import datetime
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, Protocol

from nghiquyet.lexicons import Table
from nghiquyet.lexicons.bodies import BODIES, BODY_ROWS
from nghiquyet.lexicons.law_names import LAW_NAMES, LawName
from nghiquyet.model import Issuer, Metadata, Number, ReferenceKind, Relation
from nghiquyet.text import patterns as re
from nghiquyet.text.vietnamese import fold, slug

UNKNOWN = "_"
NONE = "-"
BY_NAME = "="
_PARTY_SYMBOL = re.compile(r"[A-Za-zĐđ]+/")
_LEGISLATURE = re.compile(r"(?<![A-ZĐ])(UBTVQH|QH|HĐNN|HDNN)K?(\d{0,2})$")
_LOCAL_PARTY = ("TU", "HU", "QU", "TxU", "ThU", "ĐU")
_LOCAL_STATE = ("HĐND", "UBND", "UBMTTQ", "MTTQ", "SNV", "STC", "STP")
_CENTRAL_PARTY = ("TW", "BCT", "BBT")
_STATE_TYPES = frozenset(
    {"Nghị định", "Thông tư", "Thông tư liên tịch", "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Lệnh", "Sắc lệnh",
     "Nghị quyết liên tịch", "Văn bản hợp nhất", "Công điện"}
)  # fmt: skip
_PARTY_TYPES = frozenset({"Kết luận", "Thông tri", "Cương lĩnh", "Điều lệ"})
_OTHER_CENTRAL = frozenset({"CTN", "VPQH", "TLĐ", "TTCP", "UBCK", "TCTK", "LB", "TTLB", "TTLN", "L", "VSDC", "HĐQL"})
_SERIES_END = re.compile(r"-\d+$")
# SXD, SNNMT, SGDĐT: departments of a province.
_DEPARTMENT = re.compile(r"S[A-ZĐ&]{2,9}")
_KIND_CODES = ("TTLT", "NQLT", "NQ", "NĐ", "QĐ", "TTr", "TT", "CT", "KH", "HD", "TB", "BC", "QC", "CĐ", "KL", "L")
_EDITION = re.compile(r"(?:1991|2011)")
_JOINT = frozenset({"Thông tư liên tịch", "Nghị quyết liên tịch"})
_ASSEMBLY_LAWS = frozenset({"Luật", "Bộ luật", "Hiến pháp"})


class DocumentKey(NamedTuple):
    """The parts of a key; ``str(key)`` is the key, ``DocumentKey.parse`` its inverse."""

    side: str = UNKNOWN
    """party, state or standard."""
    register: str = UNKNOWN
    """The body whose numbering it is: tw, tu, cp, ttg, qh, btc …"""
    territory: str = UNKNOWN
    """Where a local body belongs."""
    type: str = UNKNOWN
    """nghi-quyet, luat …"""
    number: str = UNKNOWN
    """233-nq-tu; 233-_ when the symbol is not known; =dat-dai for a law by its name."""
    when: str = UNKNOWN
    """The year, or khoa-15."""

    def __str__(self) -> str:
        return "vn:" + ":".join(self)

    @classmethod
    def parse(cls, text: str) -> "DocumentKey":
        """The key that ``text`` spells; raises ValueError for anything else."""
        parts = text.split(":")
        if len(parts) != 7 or parts[0] != "vn":
            raise ValueError(f"{text!r} is no document key; it has seven parts and begins with «vn:»")
        return cls(*parts[1:])

    @property
    def is_complete(self) -> bool:
        """No part is unknown, and the number, where there is one, is known in full."""
        number = self.number
        return UNKNOWN not in self and number[:1] != BY_NAME and number[-2:] != "-_"

    def is_compatible(self, other: "DocumentKey") -> bool:
        """Nothing known of one speaks against the other; complete keys are compatible only when equal."""
        return (
            _agree(self.side, other.side)
            and _agree(self.register, other.register)
            and _agree(self.territory, other.territory)
            and _agree(self.type, other.type)
            and _agree(self.when, other.when)
            and _numbers_agree(self.number, other.number)
        )


def _agree(one: str, other: str) -> bool:
    return one == other or UNKNOWN in (one, other)


def _numbers_agree(one: str, other: str) -> bool:
    if one == other or UNKNOWN in (one, other):
        return True
    for part, whole in ((one, other), (other, one)):
        if part.endswith("-_"):
            return whole.startswith(part[:-1])
    # A name and a number may be one law.
    return one.startswith(BY_NAME) != other.startswith(BY_NAME)


class Mention(Protocol):
    """What a key is made of: a Reference of the model, or one that is still being read."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> ReferenceKind: ...
    @property
    def rule(self) -> str: ...
    @property
    def document_type(self) -> str | None: ...
    @property
    def number(self) -> Number | None: ...
    @property
    def name(self) -> str | None: ...
    @property
    def year(self) -> str | None: ...
    @property
    def date(self) -> datetime.date | None: ...
    @property
    def issuer(self) -> Issuer | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def congress(self) -> str | None: ...
    @property
    def plenum(self) -> str | None: ...
    @property
    def term(self) -> str | None: ...
    @property
    def amendment(self) -> bool: ...
    @property
    def quoted(self) -> bool: ...
    @property
    def relation(self) -> Relation: ...
    @property
    def evidence(self) -> Mapping[str, object]: ...


def key_of(reference: Mention, territory: str | None = None) -> DocumentKey:
    """The key of a cited document; ``territory`` is where a local body without a place of its own belongs."""
    kind = _kind(reference.document_type)
    number = reference.number
    if reference.kind == "standard" and number is not None:
        series = slug(number.text.split()[0])
        body = slug(number.symbol) if number.symbol else NONE
        detail = slug(number.serial or number.text)
        if reference.name is not None:  # «Sửa đổi 1:2024 QCVN 05A:2020/BCT» is a document of its own.
            detail = f"{detail}-{slug(reference.name)}"
        return DocumentKey("standard", series, NONE, kind, detail, number.year or body)
    if reference.congress is not None or reference.rule == "references.congresses.congress_document":
        return _congress_key(reference, kind, territory)
    if reference.plenum is not None:
        term = f"khoa-{reference.term}" if reference.term else UNKNOWN
        return DocumentKey("party", "tw", NONE, kind, f"hoi-nghi-{reference.plenum}", term)
    if number is not None:
        year = number.year or (str(reference.date.year) if reference.date else reference.year)
        return numbered_key(reference.document_type, number, reference.issuer, year, territory)
    year = reference.year or (str(reference.date.year) if reference.date else UNKNOWN)
    if reference.document_type == "Hiến pháp":
        return DocumentKey("state", "qh", NONE, kind, NONE, year)
    if reference.name is not None and reference.document_type in ("Luật", "Bộ luật", "Pháp lệnh"):
        return _law_key(reference, kind, year)
    if reference.document_type in ("Điều lệ", "Cương lĩnh"):
        # There is one charter, and one platform of each year.
        edition = _EDITION.search(reference.name or "")
        return DocumentKey("party", "dai-hoi", NONE, kind, NONE, edition[0] if edition else NONE)
    register, place, side = _register_of_issuer(reference.issuer, territory)
    if register == UNKNOWN and reference.document_type == "Nghị định":
        register, place, side = "cp", NONE, "state"
    title = reference.title or reference.name
    detail = BY_NAME + slug(title)[:120] if title else UNKNOWN
    return DocumentKey(side, register, place, kind, detail, year)


def numbered_key(
    document_type: str | None, number: Number, issuer: Issuer | None, year: str | None, territory: str | None
) -> DocumentKey:
    """The key of a document with a number, or with its serial alone."""
    kind = _kind(document_type)
    when = year or UNKNOWN
    symbol = _unglued(number.symbol)
    if symbol is None:
        register, place, side = _register_of_issuer(issuer, territory)
        if register == UNKNOWN and document_type == "Nghị định" and when > "1992" and when != UNKNOWN:
            # Before the Constitution of 1992 the Council of Ministers issued decrees.
            register, place = "cp", NONE
        if side == UNKNOWN:
            side = "state" if document_type in _STATE_TYPES else "party" if document_type in _PARTY_TYPES else UNKNOWN
        return DocumentKey(side, register, place, kind, f"{_plain_serial(number.serial or number.text)}-_", when)
    detail = UNKNOWN
    if number.serial is not None:
        detail = f"{_plain_serial(number.serial)}-{number.year + '-' if number.year else ''}{slug(symbol)}"
    party = _is_party(number, symbol)
    body = symbol.rsplit("/", 1)[-1] if party else _body(symbol)
    legislature = _LEGISLATURE.search(symbol) if "QH" in symbol or "NN" in symbol else None
    if legislature is not None:
        register = "ubtvqh" if "UBTVQH" in symbol else "qh"
        if number.year is None and legislature[2]:
            when = f"khoa-{legislature[2]}"
        return DocumentKey("state", register, NONE, kind, detail, when)
    if party:
        if body.startswith(_CENTRAL_PARTY):
            return DocumentKey("party", "tw", NONE, kind, detail, when)
        local = body.endswith(_LOCAL_PARTY) or body == "ĐH"
        place = _place(issuer, territory if body.endswith("TU") else None) if local else NONE
        return DocumentKey("party", slug(body), place, kind, detail, when)
    if document_type in _JOINT:
        return DocumentKey("state", slug(body), NONE, kind, detail, when)
    if body == "TW":
        # «19/NQ-TW»: a Party number in the State's form.
        return DocumentKey("party", "tw", NONE, kind, detail, when)
    if body.startswith(_LOCAL_STATE) or _DEPARTMENT.fullmatch(body):
        return DocumentKey("state", slug(body), _place(issuer, territory), kind, detail, when)
    body = body.rsplit("/", 1)[-1]
    return DocumentKey("state", slug(body), _place_of_office(body, issuer), kind, detail, when)


def _unglued(symbol: str | None) -> str | None:
    """«TTBKHĐT», «QĐBKHCN»: the hyphen between kind and body is missing."""
    if symbol is None or "-" in symbol or "/" in symbol or not symbol.startswith(_KIND_CODES):
        return symbol
    for code in _KIND_CODES:
        rest = symbol.removeprefix(code)
        if rest != symbol and len(rest) > 1 and BODIES.by_code(rest) is not None:
            return f"{code}-{rest}"
    return symbol


def _body(symbol: str) -> str:
    """The body in the sign of a State document. «17899/BTC-VP» has no kind: its body stands first, then the drafting unit."""
    symbol = _SERIES_END.sub("", symbol)
    first, _, last = symbol.partition("-")
    if last and first not in _KIND_CODES and BODIES.by_code(first) is not None:
        return first
    body, _, unit = last.partition("-")
    if (
        unit
        and first in _KIND_CODES
        and first not in ("TTLT", "NQLT")
        and (body.startswith("B") or BODIES.by_code(body) is not None)
    ):
        # «127/2000/QĐ-BNN-KL»: the drafting unit stands behind the body.
        return body
    return symbol.rsplit("-", 1)[-1]


def _is_party(number: Number, symbol: str) -> bool:
    """N-TYPE/BODY; laws of old have that form too (5-LCT/HĐNN7, 23-L/CTN)."""
    printed = number.text[len(number.serial or "") :]
    if number.year is None and symbol.rsplit("/", 1)[-1] in (*_LOCAL_PARTY, *_CENTRAL_PARTY):
        # «26/NQ/TU»: a slash for the hyphen.
        return "/" in symbol
    return printed.startswith("-") and _PARTY_SYMBOL.match(symbol) is not None and not symbol.endswith(("CTN", "LCT"))


@cache
def _kinds() -> dict[str, str]:
    """The slug of every kind in the table."""
    return {name: slug(name) for name in (row.text("name") for row in Table("document_types").rows)}


def _kind(document_type: str | None) -> str:
    if document_type is None:
        return UNKNOWN
    return _kinds().get(document_type) or slug(document_type)


def _plain_serial(serial: str) -> str:
    """«05» and «5» are one number."""
    plain = serial.lstrip("0") or "0"
    return plain if plain.isdecimal() else slug(plain)


def _place(issuer: Issuer | None, territory: str | None) -> str:
    """The issuer's own place; a body of another level than the province does not take the context's."""
    if issuer is not None:
        if issuer.territory:
            return slug(issuer.territory)
        if issuer.level not in (None, "province"):
            return UNKNOWN
    return slug(territory) if territory else UNKNOWN


def _place_of_office(code: str, issuer: Issuer | None) -> str:
    """Ministries and courts need no place; departments of a province (STC, SNV) and what no table knows may be anywhere."""
    if issuer is not None and issuer.level in ("province", "district", "commune"):
        return _place(issuer, None)
    if (issuer is not None and issuer.level == "central") or code.startswith("B") or code in _central_codes():
        return NONE
    return UNKNOWN


@cache
def _central_codes() -> frozenset[str]:
    codes = {row.text("code") for row in BODY_ROWS.rows if row.optional("code") and row.optional("level") == "central"}
    return frozenset(codes | {code.upper() for code in codes} | _OTHER_CENTRAL)


def _register_of_issuer(issuer: Issuer | None, territory: str | None) -> tuple[str, str, str]:
    """Register, territory and side, as far as the issuer tells."""
    if issuer is None:
        return UNKNOWN, UNKNOWN, UNKNOWN
    code = issuer.code
    if code in ("TW", "BCT", "BBT"):
        return "tw", NONE, "party"
    found = BODIES.match(issuer.name)
    side = found[1].side if found is not None else UNKNOWN
    if code is None:
        return slug(issuer.canonical) if issuer.canonical else UNKNOWN, UNKNOWN, side
    local = issuer.level in ("province", "district", "commune")
    return slug(code), _place(issuer, territory) if local else NONE, side


def _congress_key(reference: Mention, kind: str, territory: str | None) -> DocumentKey:
    name = fold(reference.issuer.name) if reference.issuer else ""
    if "đảng bộ" in name:
        own = reference.issuer.territory if reference.issuer else None
        place = slug(own) if own else slug(territory) if territory and _is_provincial(name) else UNKNOWN
    elif "đảng" in name or "toàn quốc" in name:
        place = NONE
    else:
        place = UNKNOWN
    detail = f"dai-hoi-{reference.congress or UNKNOWN}"
    when = NONE if reference.congress else reference.term or UNKNOWN
    return DocumentKey("party", "dai-hoi", place, kind, detail, when)


def _is_provincial(name: str) -> bool:
    return "đảng bộ tỉnh" in name or "đảng bộ thành phố" in name or name.endswith("đảng bộ")


def _law_key(reference: Mention, kind: str, year: str) -> DocumentKey:
    """By number, where the table of laws has exactly one of that name and year or day; else by name."""
    document_type, name = reference.document_type or "", reference.name or ""
    register = "qh" if document_type in _ASSEMBLY_LAWS else "ubtvqh"
    row = LAW_NAMES.named(document_type, name)
    known = None
    if row is not None and not reference.amendment:
        known = row.document(reference.year, reference.date)
    if known is not None:
        serial, _, rest = known.number.partition("/")
        when = known.year or year
        return DocumentKey("state", register, NONE, kind, f"{_plain_serial(serial)}-{slug(rest)}", when)
    return DocumentKey("state", register, NONE, kind, BY_NAME + _name_slug(row, name), year)


def name_slug(document_type: str, name: str) -> str:
    """A law's name as it stands in keys: that of the table where the table knows the printed one."""
    return _name_slug(LAW_NAMES.named(document_type, name), name)


def _name_slug(row: LawName | None, name: str) -> str:
    return slug(row.name if row is not None else fold(name))[:120]


def attached_key(document_type: str, host: DocumentKey, subject: str | None) -> DocumentKey:
    """The key of a regulation or plan that came with ``host``: by its title, else by the number of its host."""
    if not subject and host.number == UNKNOWN:
        return host._replace(type=_kind(document_type))
    detail = slug(subject)[:120] if subject else f"kem-theo-{host.number.removeprefix(BY_NAME)}"
    return DocumentKey(host.side, host.register, host.territory, _kind(document_type), BY_NAME + detail, host.when)


def own_key(metadata: Metadata) -> DocumentKey:
    """The key of a document from what it prints of itself."""
    date = metadata.date or metadata.adopted
    if metadata.number is not None and metadata.number.serial:
        year = metadata.number.year or (str(date.year) if date else None)
        key = numbered_key(metadata.document_type, metadata.number, metadata.issuer, year, metadata.territory)
        return key._replace(side=metadata.side) if key.side == UNKNOWN and metadata.side else key
    register, place, side = _register_of_issuer(metadata.issuer, metadata.territory)
    kind = slug(metadata.document_type) if metadata.document_type else UNKNOWN
    detail = BY_NAME + slug(metadata.subject)[:60] if metadata.subject else UNKNOWN
    return DocumentKey(metadata.side or side, register, place, kind, detail, str(date.year) if date else UNKNOWN)
