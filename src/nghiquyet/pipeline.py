"""The order of the work: read → normalize → segment → extract → resolve → Document."""

from nghiquyet.assembly import assemble
from nghiquyet.extractors import extract
from nghiquyet.model import Document
from nghiquyet.normalizers import normalize
from nghiquyet.options import Options
from nghiquyet.readers.plain import read_str
from nghiquyet.records import SourceText
from nghiquyet.resolvers import resolve
from nghiquyet.segmenters import segment

DEFAULTS = Options()


def parse_text(text: str, options: Options = DEFAULTS) -> Document:
    """The document in ``text``. Never raises for any str: what is odd becomes a diagnostic."""
    return parse_source(read_str(text), options)


def parse_source(source: SourceText, options: Options = DEFAULTS) -> Document:
    """The document in what a reader gave."""
    clean = normalize(source)
    outline = segment(clean, options.profile)
    findings = extract(clean, outline)
    findings = resolve(clean, outline, findings)
    return assemble(clean, outline, findings, options)
