"""Files: exact inverses, stable bytes, schemas that are up to date, mutants that are rejected."""

import json
from pathlib import Path

import pytest
from lxml import etree

import nghiquyet
from mutations import MUTATIONS, mutants
from nghiquyet import Document, ReadError, SchemaError, UnsupportedFormat
from nghiquyet.formats import FORMATS, Format, native_json, native_xml, problems
from nghiquyet.model.json_schema import DRAWN_BY, json_schema
from nghiquyet.schemas import schema_bytes

EACH = pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)


@EACH
def test_load_gives_back_what_dump_wrote(known: Format, document: Document) -> None:
    """Equal in every field, and the same bytes again."""
    data = known.dump(document)
    assert known.load(data) == document
    assert known.dump(known.load(data)) == data


@EACH
def test_a_file_is_written_by_its_suffix(known: Format, document: Document, tmp_path: Path) -> None:
    """``dump`` and ``load`` of the top level; nothing but the file is left behind."""
    path = tmp_path / f"nghị quyết{known.suffix}"
    nghiquyet.dump(document, path)
    assert nghiquyet.load(path) == document
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


@EACH
@pytest.mark.parametrize(
    "text",
    [
        "\x00\x0b\x0c\x1f\r\r\n",
        "NGHỊ QUYẾT\n\n1. \ud800\udc00 \udfff \U0001f600 \ufffe\uffff",
        "Điều 1. A <b>&amp;</b> ]]> \\ud83d\\ude00 \ud83d\ude00",
        "",
        "\ufeff\u2028\u2029\x85 x",
    ],
    ids=["controls", "surrogates", "markup", "empty", "breaks"],
)
def test_characters_that_a_format_cannot_hold_survive(known: Format, text: str) -> None:
    """Control characters, lone surrogates and markup come back as they were."""
    document = nghiquyet.parse_text(text)
    assert known.load(known.dump(document)) == document
    assert known.load(known.dump(document)).source.text == text


def test_the_document_is_valid(document: Document) -> None:
    """Against the schema and against the rules beside it."""
    assert problems(native_xml.dump(document)) == ()
    assert problems(native_json.dump(document)) == ()


@pytest.mark.parametrize("kind", [mutation.__name__ for mutation in MUTATIONS])
def test_mutants_are_rejected(kind: str, document: Document) -> None:
    """At least 95 of 100 single mutations of a kind are noticed."""
    made = [(done, data) for name, done, data in mutants(native_xml.dump(document), 25) if name == kind]
    survivors = [done for done, data in made if not problems(data)]
    assert len(survivors) <= 0.05 * len(made), survivors


def test_the_json_schema_is_up_to_date() -> None:
    """``python -m nghiquyet.model.json_schema`` was run after the last change of the model."""
    published = schema_bytes("nghiquyet.schema.json")
    assert names_of(json.loads(published)) == names_of(json.loads(json_schema()))
    if json.loads(published)["$comment"] != DRAWN_BY:
        pytest.skip(f"the words of the schema were {json.loads(published)['$comment']}; its names are the same")
    assert published == json_schema()


def names_of(schema: dict[str, object]) -> dict[str, object]:
    """What every version of pydantic says alike: the classes, their fields, which are required, what they may be."""
    definitions = {**schema["$defs"], "Document": schema}
    return {
        name: {
            "fields": {
                field: sorted(cells.get("enum", ()))
                for field, cells in definition["properties"].items()
                if len(cells.get("enum", ())) > 1
            },
            "names": sorted(definition["properties"]),
            "required": sorted(definition.get("required", ())),
        }
        for name, definition in definitions.items()
        if "properties" in definition
    }


def test_every_field_is_described() -> None:
    """No class and no field of the schema goes without words."""
    schema = json.loads(schema_bytes("nghiquyet.schema.json"))
    for name, definition in {"Document": schema, **schema["$defs"]}.items():
        assert definition.get("description"), name
        for field, content in definition.get("properties", {}).items():
            assert "description" in content or "$ref" in content, f"{name}.{field}"


def test_entities_and_document_types_are_refused() -> None:
    """No expansion, no external file, no network."""
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><document xmlns="urn:nghiquyet:document:1">&b;</document>'
    outside = b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><document xmlns="urn:nghiquyet:document:1">&a;</document>'
    for data in (bomb, outside):
        with pytest.raises(SchemaError, match="DOCTYPE"):
            native_xml.load(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "begins with"),
        (b"no document", "begins with"),
        (b"<document", "not XML"),
        (b"{", "not JSON"),
        (b"[]", "begins with"),
        (b'{"schema_version": "2.0"}', "schema version 2.0"),
        (b'<document xmlns="urn:nghiquyet:document:1" schema-version="9.0"/>', "schema version 9.0"),
        (b"<html/>", "root element"),
        (b'{"schema_version": "1.0"}', "id"),
    ],
)
def test_what_is_no_document_is_said_to_be_none(data: bytes, words: str, tmp_path: Path) -> None:
    """The error says what was wrong."""
    path = tmp_path / "file.xml"
    path.write_bytes(data)
    with pytest.raises(SchemaError, match=words):
        nghiquyet.load(path)
    assert problems(data)


def test_files_that_cannot_be_read_or_written(document: Document, tmp_path: Path) -> None:
    """A missing file, an unknown suffix, a folder that is not there."""
    with pytest.raises(ReadError, match="no such file"):
        nghiquyet.load(tmp_path / "nothing.xml")
    with pytest.raises(UnsupportedFormat, match=r"\.docx"):
        nghiquyet.dump(document, tmp_path / "file.docx")
    with pytest.raises(FileNotFoundError):
        nghiquyet.dump(document, tmp_path / "no folder" / "file.xml")


def test_a_newer_minor_version_is_read(document: Document) -> None:
    """Minor versions only add."""
    data = native_xml.dump(document).replace(b'schema-version="1.0"', b'schema-version="1.7"')
    assert native_xml.load(data).schema_version == "1.7"


def test_facts_are_marked_inline(document: Document) -> None:
    """Measures, tasks, references and the footnote call stand where they are printed."""
    root = etree.fromstring(native_xml.dump(document))
    names = {
        name: len(root.findall(f".//{{urn:nghiquyet:document:1}}{name}[@ref]"))
        for name in ("measure", "task", "reference", "call")
    }
    assert names["measure"] == len(document.measures)
    assert names["task"] == len(document.tasks)
    assert names["call"] == 1
    assert names["reference"] >= len(document.references) - 5


def test_a_page_number_inside_a_name_is_no_part_of_it() -> None:
    """A name that a page end cuts reads as printed before and behind the number."""
    path = Path(__file__).parents[1] / "corpus/documents/example-annual-2024/source.txt"
    document = nghiquyet.parse_file(path)
    cut = [item for item in document.measures if item.indicator and "\n\n3\n\n" in document.slice(item.indicator.span)]
    assert cut
    assert problems(native_xml.dump(document)) == ()
