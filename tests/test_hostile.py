"""Files made to break a reader: each is refused in words, within bounds of memory and time that the system enforces."""

import io
import json
import resource
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

import making
from nghiquyet import ReadError
from nghiquyet.readers import limits, read_data

LINES = [(60, 700, 12, "Nghi quyet cua tinh uy ve nhiem vu nam 2025 va cac nam sau")]
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "' + "x" * 1000 + '">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]><alto><Layout><Page><PrintSpace>&k;</PrintSpace></Page></Layout></alto>"
)  # fmt: skip
MEMORY = 1_500_000_000
SECONDS = 60


def _encrypted_pdf() -> bytes:
    entry = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >>"
    identity = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
    return making.pdf([LINES]).replace(b"trailer << ", f"trailer << {identity} {entry} ".encode())


def _encrypted_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x00")) + chunk(b"IEND", b"")


def _bomb(size: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(size // 1_000_000):
                part.write(b" " * 1_000_000)
        package.writestr("[Content_Types].xml", "<Types/>")
    return data.getvalue()


def _parts(count: int) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("word/document.xml", "<x/>")
        for number in range(count):
            package.writestr(f"word/{number}.xml", "")
    return data.getvalue()


FILES: dict[str, tuple[str, bytes]] = {
    "a PDF file with a password": ("error.encrypted", _encrypted_pdf()),
    "a Word file with a password": ("error.encrypted", _encrypted_word()),
    "a PDF file cut in the middle": ("error.damaged", making.pdf([LINES] * 40)[:9_000]),
    "a Word file cut in the middle": ("error.damaged", making.docx_file("Một văn bản.")[:9_000]),
    "a zip bomb": ("error.too_large", _bomb(600_000_000)),
    "a package of 10,001 parts": ("error.too_large", _parts(10_001)),
    "entities inside entities": ("error.damaged", LAUGHS.encode()),
    "a picture of 10,000 megapixels": ("error.too_large", _png(100_000, 100_000)),
    "a picture of 110 megapixels, cut short": ("error.damaged", _png(11_000, 10_000)),
    "a PDF file of 10,000 pages": ("error.too_large", making.pdf([LINES] * 10_000)),
    "HTML nested 100,000 deep": ("error.too_large", b"<html>" + b"<div>" * 100_000),
    "one line of 60 MB": ("error.too_large", b"nghi quyet " * 5_500_000),
    "HTML of 60 MB": ("error.too_large", b"<html><p>" + b"nghi quyet " * 5_500_000),
}
READ = """
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
from nghiquyet import ReadError
from nghiquyet.readers import read
found = {{}}
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read(path)
        found[path.name] = "read"
    except ReadError as error:
        found[path.name] = error.code
print(json.dumps(found))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of processes")
def test_each_is_refused_within_bounds(tmp_path: Path) -> None:
    """All of them in one process that the system would kill above 1.5 GB of memory or a minute of work."""
    assert resource.RLIMIT_AS
    for place, (_, data) in enumerate(FILES.values()):
        (tmp_path / f"{place:02}").write_bytes(data)
    code = READ.format(memory=MEMORY, seconds=SECONDS)
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-600:]
    assert json.loads(done.stdout) == {f"{place:02}": code for place, (code, _) in enumerate(FILES.values())}


def test_a_scan_of_too_many_pages_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds for a page: the limit is named."""
    from nghiquyet.readers import images

    monkeypatch.setattr(images, "MOST_SCANNED_PAGES", 2)
    monkeypatch.setattr(images, "program", lambda names: "tesseract")
    monkeypatch.setitem(sys.modules, "pytesseract", type(sys)("pytesseract"))
    monkeypatch.setattr(sys.modules["pytesseract"], "get_languages", lambda: ["vie"], raising=False)
    with pytest.raises(ReadError) as caught:
        read_data(making.pdf([[(60, 700, 12, "1")]] * 3), "scan.pdf")
    assert caught.value.code == "error.too_large"
    assert limits.MOST_SCANNED_PAGES < limits.MOST_PAGES
