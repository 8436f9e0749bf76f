"""Small files of the kinds that archives hold, made in memory."""

import io
import re
import zipfile
from collections.abc import Sequence

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

Placed = tuple[float, float, float, str]
"""Left and baseline from the bottom, in points; size; text."""


def pdf(
    pages: Sequence[Sequence[Placed]],
    fields: Sequence[Placed] = (),
    rules: Sequence[tuple[float, float, float, float]] = (),
) -> bytes:
    """A PDF file of one font whose letters are half as wide as high; each page is A4.

    ``fields`` are form fields of the first page: what they show is no part of the text layer. ``rules`` are boxes drawn
    on the first page: left, bottom, width, height.
    """
    letters = sorted({letter for page in (*pages, fields) for *_, text in page for letter in text})
    # Plain letters keep their codes, so that a picture of the page shows them.
    free = (code for code in range(127, 255))
    codes = {letter: ord(letter) if 33 <= ord(letter) < 127 else next(free) for letter in letters}
    assert sum(not 33 <= ord(letter) < 127 for letter in letters) < 128

    def drawn(line: Placed) -> str:
        left, baseline, size, text = line
        return f"BT /F {size} Tf {left} {baseline} Td <{''.join(f'{codes[letter]:02x}' for letter in text)}> Tj ET"

    mapping = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{mapping}\nendbfchar endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 33 /LastChar 255 /ToUnicode 4 0 R "
        f"/Widths [{'500 ' * 223}] >>",
        _stream(cmap),
    ]
    first_field = 5 + 2 * len(pages)
    for number, page in enumerate(pages):
        shown = " ".join(f"{first_field + 2 * place} 0 R" for place in range(len(fields))) if number == 0 else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {6 + 2 * number} 0 R /Annots [{shown}] >>"
        )
        boxes = [f"{left} {bottom} {wide} {high} re f" for left, bottom, wide, high in rules] if number == 0 else []
        objects.append(_stream("\n".join([*boxes, *map(drawn, page)])))
    for place, (left, baseline, size, text) in enumerate(fields):
        width, height = len(text) * size / 2 + 4, size + 4
        box = f"{left} {baseline - 3} {left + width} {baseline - 3 + height}"
        objects.append(
            f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f{place}) /F 4 /Rect [{box}] "
            f"/AP << /N {first_field + 2 * place + 1} 0 R >> >>"
        )
        objects.append(
            _stream(
                drawn((0, 3, size, text)),
                f"/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Resources << /Font << /F 3 0 R >> >> ",
            )
        )
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def _stream(text: str, entries: str = "") -> str:
    return f"<< {entries}/Length {len(text.encode('latin-1'))} >>\nstream\n{text}\nendstream"


NUMBERING = """<w:numbering {ns}>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>
<w:lvlText w:val="%1-"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1.%2."/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num></w:numbering>"""

FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/'
    'wordprocessingml/2006/main">{notes}</w:footnotes>'
)


def docx_file(*paragraphs: str, notes: dict[int, str] | None = None) -> bytes:
    """A Word file. ``1:0 Văn bản`` counts in list 1 at level 0; other paragraphs are XML or plain text."""
    document = docx.Document()
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    numbering = document.part.numbering_part
    own = parse_xml(NUMBERING.format(ns=nsdecls("w")))
    for child in list(numbering.element):
        numbering.element.remove(child)
    for child in list(own):
        numbering.element.append(child)
    for paragraph in paragraphs:
        body.insert(len(body) - 1, parse_xml(_xml(paragraph)))
    data = io.BytesIO()
    document.save(data)
    return _with_notes(data.getvalue(), notes) if notes else data.getvalue()


def _xml(paragraph: str) -> str:
    if paragraph.startswith("<w:"):
        return re.sub(r"^<(w:\w+)", rf"<\1 {nsdecls('w')}", paragraph, count=1)
    numbered = re.match(r"(\d):(\d) ", paragraph)
    properties = ""
    if numbered:
        paragraph = paragraph[numbered.end() :]
        properties = (
            f'<w:pPr><w:numPr><w:ilvl w:val="{numbered[2]}"/><w:numId w:val="{numbered[1]}"/></w:numPr></w:pPr>'
        )
    return f"<w:p {nsdecls('w')}>{properties}{run(paragraph)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _with_notes(data: bytes, notes: dict[int, str]) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            part = source.read(name)
            if name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
                part = part.replace(
                    b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
                )
            if name == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                part = part.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
                )
            package.writestr(name, part)
        texts = "".join(
            f'<w:footnote w:id="{number}"><w:p>{run(text)}</w:p></w:footnote>' for number, text in notes.items()
        )
        package.writestr("word/footnotes.xml", FOOTNOTES.format(notes=texts))
    return out.getvalue()
