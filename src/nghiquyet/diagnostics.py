"""The catalogue of diagnostics: code, severity, parameters, messages in Vietnamese and English.

A diagnostic in a document holds a code and parameters, never prose, so that its bytes do not depend on the reader's
language. ``message`` turns it into a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]
Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of doubt; ``vi`` and ``en`` are ``str.format`` templates over ``params``."""

    severity: Severity
    vi: str
    en: str
    params: tuple[str, ...] = ()


CATALOGUE: dict[str, Entry] = {
    "metadata.missing": Entry("info", "Văn bản không in {field}.", "The text prints no {field}.", ("field",)),
    "metadata.conflict": Entry(
        "warning",
        "Trường {field}: giữ «{kept}», chỗ khác in «{other}».",
        "Field {field}: «{kept}» is kept, another place prints «{other}».",
        ("field", "kept", "other"),
    ),
    "text.empty": Entry("warning", "Văn bản trống.", "The text is empty."),
    "numbering.gap": Entry(
        "warning",
        "Đánh số nhảy từ {before} đến {after}.",
        "Numbering jumps from {before} to {after}.",
        ("before", "after"),
    ),
    "numbering.repeat": Entry("warning", "Số {number} lặp lại.", "Number {number} is repeated.", ("number",)),
}


def message(code: str, params: Mapping[str, str], language: Language = "vi") -> str:
    """The sentence for a diagnostic, in Vietnamese or English; raises KeyError for a code that is not catalogued."""
    entry = CATALOGUE[code]
    return (entry.vi if language == "vi" else entry.en).format_map(params)
