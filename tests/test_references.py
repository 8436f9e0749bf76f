"""References: case tables, numbers against a published list, keys, links, registries, the view of cited documents."""

import csv
import datetime
import gzip
import io
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import nghiquyet
from nghiquyet import CsvRegistry, DocumentKey, Pinpoint, Reference, Registered, cited_documents, find_references
from nghiquyet.errors import ReadError
from nghiquyet.identities.numbers import read_number, well_formed
from nghiquyet.text.vietnamese import slug

CASES = Path(__file__).parent / "cases"
LEVELS = {"point": "diem", "clause": "khoan", "article": "dieu", "section": "muc", "appendix": "phu-luc"}


def _cases(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((CASES / name).read_text("utf-8"))["cases"]
    return rows


def _line(reference: Reference) -> str:
    """``words | kind type | fields | identity``, the notation of the case files."""
    number = reference.number
    fields = [f"number={number.text}"] if number else []
    fields += [f"name={reference.name}"] if reference.name else []
    if reference.year and not (number and number.year == reference.year):
        fields.append(f"year={reference.year}")
    fields += [f"date={reference.date}"] if reference.date else []
    fields += [f"issuer={reference.issuer.name}"] if reference.issuer else []
    fields += [
        f"{name}={getattr(reference, name)}"
        for name in ("title", "congress", "plenum", "term")
        if getattr(reference, name)
    ]
    fields += [name for name in ("amendment", "planned", "quoted") if getattr(reference, name)]
    fields += [f"relation={reference.relation}"] if reference.relation != "cites" else []
    fields += [f"at={', '.join(map(_place, reference.pinpoints))}"] if reference.pinpoints else []
    fields += [f"to={reference.resolves_to}"] if reference.resolves_to else []
    words = " ".join(reference.text.split())
    return f"{words} | {reference.kind} {reference.document_type or '-'} | {'; '.join(fields)} | {reference.identity}"


def _place(pinpoint: Pinpoint) -> str:
    printed = "/".join(f"{k}:{v}" for k, v in pinpoint.model_dump(exclude_none=True).items() if k != "to")
    return f"{printed}..{_place(pinpoint.to)}" if pinpoint.to else printed


@pytest.mark.parametrize("case", _cases("references.toml"), ids=lambda case: case["text"][:60])
def test_a_citation_is_read_to_its_fields(case: dict[str, Any]) -> None:
    """Span, kind, every field, relation, links and key."""
    assert [_line(reference) for reference in find_references(case["text"])] == case["reads"]


@pytest.mark.parametrize("case", _cases("references_negatives.toml"), ids=lambda case: case["text"][:60])
def test_what_only_looks_like_a_citation(case: dict[str, Any]) -> None:
    """Nothing is found."""
    assert find_references(case["text"]) == ()


@pytest.mark.parametrize("case", _cases("references_table.toml"), ids=lambda case: case["id"])
def test_the_table_of_citations(case: dict[str, Any]) -> None:
    """Spans at their offsets, and the fields that the table names; others are not asked."""
    found = find_references(case["text"])
    wanted = case["references"]
    assert [(ref.span.start, case["text"][ref.span.start : ref.span.end]) for ref in found] == [
        (item["start"], item["text"]) for item in wanted
    ]
    for item, ref in zip(wanted, found, strict=True):
        assert slug(ref.document_type or "") == item["type"]
        number = ref.number and (ref.number.serial if ref.kind == "standard" else ref.number.text)
        assert number == item.get("number")
        assert (ref.date.isoformat() if ref.date else None) == item.get("date")
        if "issuer" in item:
            assert ref.issuer is not None
            assert ref.issuer.name == item["issuer"]
        for name in ("year", "congress", "plenum", "term"):
            if name in item:
                assert int(getattr(ref, name)) == item[name]
        pins = [
            "/".join(f"{short}:{v}" for level, short in LEVELS.items() if (v := getattr(pin, level)))
            for pin in ref.pinpoints
        ]
        assert pins == item.get("pins", [])
        if "relation" in item:
            assert ref.relation == item["relation"]
        assert (ref.kind == "relative") == (item.get("this", False) or "target" in item)
        if "target" in item:
            assert ref.identity == found[item["target"]].identity


def test_a_third_of_the_cases_are_negatives() -> None:
    """Finding too much is as wrong as finding too little."""
    positive, negative = len(_cases("references.toml")), len(_cases("references_negatives.toml"))
    assert positive + negative >= 150
    assert negative * 3 >= positive + negative - 15


def test_evidence_holds_what_the_fields_say() -> None:
    """Every field is read at its place, in the raw text with its blanks and dashes."""
    text = "thực hiện Nghị quyết số 73/2023/NQ–\nCP,  ngày 29/9/2023 của Chính phủ về cải cách"
    (reference,) = find_references(text)
    printed = {field: text[span.start : span.end] for field, span in reference.evidence.items()}
    assert printed == {
        "document_type": "Nghị quyết",
        "number": "73/2023/NQ–\nCP",
        "date": "29/9/2023",
        "issuer": "Chính phủ",
        "title": "về cải cách",
        "relation": "thực hiện",
    }


def test_keys_are_their_own_inverse() -> None:
    """A key is seven parts; the text of a key is read back to it."""
    key = DocumentKey("party", "tu", "bac-giang", "nghi-quyet", "233-nq-tu", "2022")
    assert DocumentKey.parse(str(key)) == key
    assert key.is_complete
    with pytest.raises(ValueError, match="seven parts"):
        DocumentKey.parse("vn:x")


def test_partial_keys_are_compatible_and_complete_ones_equal_or_not() -> None:
    """Party numbers restart with every committee: without a year 233-NQ/TU may be one or the other."""
    first = DocumentKey("party", "tu", "bac-giang", "nghi-quyet", "233-nq-tu", "2022")
    second = first._replace(when="2012")
    partial = first._replace(when="_")
    serial = DocumentKey(type="nghi-quyet", number="233-_")
    assert not first.is_compatible(second)
    assert partial.is_compatible(first)
    assert partial.is_compatible(second)
    assert serial.is_compatible(first)
    assert not serial.is_compatible(first._replace(number="23-nq-tu"))
    assert not partial.is_complete
    assert not serial.is_complete


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Nghị quyết 57", "no_candidate"),
        ("Luật Đất đai", "year_missing"),
        ("Luật Đất đai năm 1987", "number_missing"),
        ("Nghị quyết số 12-NQ/TW", "date_missing"),
        ("Nghị quyết số 12/2020/NQ-HĐND", "place_missing"),
        ("Nghị quyết này", "outside_text"),
        ("Chỉ thị nêu trên", "no_antecedent"),
    ],
)
def test_what_stays_open_says_why(text: str, reason: str) -> None:
    """No guess: a reason instead."""
    (reference,) = find_references(text)
    assert reference.unresolved_because == reason
    assert reference.iri is None


def test_an_iri_stands_for_a_complete_key() -> None:
    """Day when known, else the year; a number with its year is an act, a Party paper a statement."""
    found = find_references(
        "Nghị định số 73/2023/NĐ-CP ngày 29/9/2023 của Chính phủ; Nghị quyết số 233-NQ/TU ngày 25/7/2022 của Tỉnh ủy Bắc Giang; "
        "Luật Đất đai năm 2024"
    )
    assert [reference.iri for reference in found] == [
        "/akn/vn/act/nghi-dinh/chinh-phu/2023-09-29/73-2023-nd-cp",
        "/akn/vn/statement/nghi-quyet/tinh-uy-bac-giang/2022-07-25/233-nq-tu",
        "/akn/vn/act/luat/quoc-hoi/2024/31-2024-qh15",
    ]


def _document() -> nghiquyet.Document:
    return nghiquyet.parse_text(
        """HỘI ĐỒNG NHÂN DÂN
TỈNH BẮC GIANG
-------
Số: 15/2025/NQ-HĐND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Bắc Giang, ngày 10 tháng 12 năm 2025

NGHỊ QUYẾT
Sửa đổi, bổ sung một số điều của Nghị quyết số 08/2023/NQ-HĐND ngày 14/7/2023 của Hội đồng nhân dân tỉnh

HỘI ĐỒNG NHÂN DÂN TỈNH BẮC GIANG

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

QUYẾT NGHỊ:

Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 08/2023/NQ-HĐND ngày 14/7/2023 của Hội đồng nhân dân tỉnh

1. Sửa đổi khoản 2 Điều 5 như sau:

“2. Mức hỗ trợ quy định tại khoản 1 Điều này là 5 triệu đồng.”

2. Bãi bỏ Điều 7.

Điều 2. Tổ chức thực hiện

1. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.

2. Sở Tài chính thực hiện khoản 1 Điều này.

Điều 3. Hiệu lực thi hành

Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2026. Điều 2 Nghị quyết này được áp dụng ngay.
"""
    )


def test_pinpoints_lead_to_divisions_or_to_the_amended_document() -> None:
    """In the article that amends they are the other document's; elsewhere «khoản 1 Điều này» is a clause here."""
    document = _document()
    amended = "vn:state:hdnd:bac-giang:nghi-quyet:8-2023-nq-hdnd:2023"
    own = "vn:state:hdnd:bac-giang:nghi-quyet:15-2025-nq-hdnd:2025"
    assert document.metadata.identity == own
    by_text = {reference.text: reference for reference in document.references}
    assert by_text["khoản 2 Điều 5"].identity == amended
    assert by_text["Điều 7"].identity == amended
    assert by_text["Điều 7"].relation == "repeals"
    inside = [reference for reference in document.references if reference.text == "khoản 1 Điều này"]
    assert [(reference.identity, reference.quoted) for reference in inside] == [(amended, True), (own, False)]
    assert [reference.pinpoints[0].article for reference in inside] == ["5", "2"]
    assert inside[1].resolves_to == "art_2__para_1"
    assert by_text["Điều 2 Nghị quyết này"].resolves_to == "art_2"
    assert by_text["Nghị quyết này"].identity == own


def test_each_cited_document_once() -> None:
    """Mentions, relations and pinpoints are put together; the document itself is marked."""
    document = _document()
    table = cited_documents(document)
    assert len({entry.identity for entry in table}) == len(table)
    own = [entry for entry in table if entry.is_self]
    assert [len(entry.mentions) for entry in own] == [4]
    amended = next(entry for entry in table if entry.number == "08/2023/NQ-HĐND")
    assert amended.relations == ("amends", "cites", "repeals")
    assert [pinpoint.article for pinpoint in amended.pinpoints] == ["5", "5", "7"]
    assert amended.text == "Nghị quyết số 08/2023/NQ-HĐND ngày 14/7/2023 của Hội đồng nhân dân tỉnh"


def _list(path: Path) -> CsvRegistry:
    path.write_text(
        "document_type,number,date,issuer,title\n"
        "Luật,11/1998/QH10,1998-12-02,Quốc hội,Khoáng vật\n"
        "Nghị quyết,57-NQ/TW,2024-12-22,Bộ Chính trị,về đột phá phát triển khoa học\n"
        "Nghị định,85/2017/nđ-cp,2017-07-19,Chính phủ,quy định chức năng\n",
        encoding="utf-8",
    )
    return CsvRegistry.read(path)


def test_a_registry_says_what_the_text_does_not(tmp_path: Path) -> None:
    """A law by name and year gets its number, a number without a date its day; a malformed row is kept apart."""
    registry = _list(tmp_path / "list.csv")
    assert [row["number"] for row in registry.malformed] == ["85/2017/nđ-cp"]
    law, paper = cited_documents(find_references("Luật Khoáng vật năm 1998; Nghị quyết số 57-NQ/TW"), registry)
    assert (law.number, str(law.date)) == ("11/1998/QH10", "1998-12-02")
    assert paper.record is not None
    assert (str(paper.date), paper.title) == ("2024-12-22", "về đột phá phát triển khoa học")
    assert paper.iri == "/akn/vn/statement/nghi-quyet/trung-uong/2024-12-22/57-nq-tw"
    assert registry.lookup("vn:state:qh:-:luat:=khoang-vat:_") is None


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    """Missing files and missing columns are errors with the path in them."""
    with pytest.raises(ReadError, match="cannot be read"):
        CsvRegistry.read(tmp_path / "absent.csv")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ReadError, match="document_type, number"):
        CsvRegistry.read(tmp_path / "other.csv")


class Shelf:
    """A list of one's own: whatever has ``lookup`` is one."""

    def __init__(self, record: Registered) -> None:
        self.record = record
        self.asked: list[str] = []

    def lookup(self, key: str) -> Registered | None:
        """The one record, whatever is asked."""
        self.asked.append(key)
        return self.record


NQ57 = Registered(
    "vn:party:tw:-:nghi-quyet:57-nq-tw:2024",
    "Nghị quyết",
    "57-NQ/TW",
    datetime.date(2024, 12, 22),
    "Bộ Chính trị",
    None,
)


def test_a_list_of_ones_own_completes_identities() -> None:
    """It is asked only for what the text leaves open, and what points back follows; printed fields stay as they are."""
    shelf = Shelf(NQ57)
    text = "Nghị quyết số 57-NQ/TW; Nghị quyết nêu trên; Nghị quyết số 59-NQ/TW ngày 24/01/2025"
    short, back, full = find_references(text, shelf)
    assert short.identity == back.identity == NQ57.key
    assert short.iri == "/akn/vn/statement/nghi-quyet/trung-uong/2024-12-22/57-nq-tw"
    assert (short.date, short.unresolved_because) == (None, None)
    assert full.identity == "vn:party:tw:-:nghi-quyet:59-nq-tw:2025"
    assert shelf.asked == ["vn:party:tw:-:nghi-quyet:57-nq-tw:_"]


def test_an_answer_that_contradicts_the_text_is_not_taken() -> None:
    """Another number or another body is another document."""
    (found,) = find_references("Nghị quyết số 58-NQ/TW", Shelf(NQ57))
    assert found.identity == "vn:party:tw:-:nghi-quyet:58-nq-tw:_"
    assert found.unresolved_because == "date_missing"


def test_parsing_takes_a_list_and_is_the_same_without() -> None:
    """Only identities, IRIs and reasons differ; without a list, and with one that knows nothing, no byte does."""
    text = (Path(__file__).parents[1] / "corpus/documents/bac-giang-2025/source.txt").read_text("utf-8")
    plain = nghiquyet.parse_text(text)
    assert nghiquyet.parse_text(text, registry=CsvRegistry(())).model_dump_json() == plain.model_dump_json()
    informed = nghiquyet.parse_text(text, registry=CsvRegistry.of_codification())
    own = {"identity", "iri", "unresolved_because"}
    assert [reference.model_dump(exclude=own) for reference in informed.references] == [
        reference.model_dump(exclude=own) for reference in plain.references
    ]
    for one, other in zip(plain.references, informed.references, strict=True):
        assert DocumentKey.parse(one.identity).is_compatible(DocumentKey.parse(other.identity))


# Written in small letters by the source itself.
MALFORMED = {"85/2017/nđ-cp", "55/2018/tt-bgtvt", "136/2018/tt-btc", "03/2019/tt-bkhđt"}


def _printed_numbers() -> list[str]:
    packed = files("nghiquyet.lexicons").joinpath("codification.tsv.gz").read_bytes()
    rows = csv.DictReader(io.StringIO(gzip.decompress(packed).decode("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row["number"] for row in rows]


def test_every_number_of_the_official_codification() -> None:
    """Each of 3,553 numbers is read to serial, year and symbol, which make it up again; four are malformed there."""
    codification = CsvRegistry.of_codification()
    numbers = _printed_numbers()
    assert len(numbers) == 3553
    assert len(codification.records) == len(numbers) - len(MALFORMED)
    assert {row["number"] for row in codification.malformed} == MALFORMED
    assert {number for number in numbers if well_formed(number) is None} == MALFORMED
    for printed in numbers:
        if printed in MALFORMED:
            continue
        number = read_number(printed)
        regular = printed.replace("Ð", "Đ").replace(" ", "")
        assert number.text == regular
        assert number.serial
        assert number.symbol
        rest = regular[len(number.serial) + 1 :]
        assert rest == (f"{number.year}/{number.symbol}" if number.year else number.symbol)
        assert number.year is not None or "/20" not in regular
