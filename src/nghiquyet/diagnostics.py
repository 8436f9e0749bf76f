"""The catalogue of everything that is said of a text: code, severity, parameters, words in Vietnamese and English.

A diagnostic in a document holds a code and parameters, never prose, so that its bytes do not depend on the reader's
language; an exception carries its code beside its English sentence. ``message`` turns a code into a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from nghiquyet.errors import NghiquyetError
from nghiquyet.messages import ERRORS, PAGES, PROBLEMS, SCREEN, TERMS, Entry

Language = Literal["vi", "en"]

CATALOGUE: dict[str, Entry] = {
    "metadata.missing": Entry("info", "Văn bản không in {field}.", "The text prints no {field}.", ("field",)),
    "metadata.conflict": Entry(
        "warning",
        "Trường {field}: giữ «{kept}», chỗ khác in «{other}».",
        "Field {field}: «{kept}» is kept, another place prints «{other}».",
        ("field", "kept", "other"),
    ),
    "metadata.supplied_conflict": Entry(
        "warning",
        "Trường {field}: văn bản in «{kept}», bảng kê ghi «{other}».",
        "Field {field}: the text prints «{kept}», the sheet says «{other}».",
        ("field", "kept", "other"),
    ),
    "text.empty": Entry("warning", "Văn bản trống.", "The text is empty."),
    "numbering.gap": Entry(
        "warning",
        "Đánh số nhảy từ {before} đến {after}.",
        "Numbering jumps from {before} to {after}.",
        ("before", "after"),
    ),
    "measures.not_whole": Entry(
        "warning",
        "«{name}»: các tỷ lệ thành phần cộng lại là {total}%, không phải 100%.",
        "«{name}»: the shares add up to {total}%, not 100%.",
        ("name", "total"),
    ),
    "measures.stretch_below": Entry(
        "warning",
        "Mức phấn đấu «{stretch}» thấp hơn mức giao «{firm}».",
        "The stretch figure «{stretch}» is below the firm one «{firm}».",
        ("stretch", "firm"),
    ),
    "measures.decimal_point": Entry(
        "warning",
        "«{printed}»: dấu chấm được đọc là dấu thập phân ({read}).",
        "«{printed}»: the dot is read as a decimal point ({read}).",
        ("printed", "read"),
    ),
    "targets.announced": Entry(
        "warning",
        "Tiêu đề nêu {announced} chỉ tiêu, bên dưới có {found}.",
        "The heading announces {announced} targets, {found} stand below it.",
        ("announced", "found"),
    ),
    "numbering.restart": Entry(
        "warning",
        "Đánh số lại từ {after} sau {before}.",
        "Numbering starts again at {after} behind {before}.",
        ("before", "after"),
    ),
    "quotation.unclosed": Entry(
        "warning", "Đoạn trích dẫn không có dấu đóng.", "A quoted provision has no closing mark."
    ),
    "quotation.unopened": Entry(
        "warning", "Đoạn trích dẫn không có dấu mở.", "A quoted provision has no opening mark."
    ),
    "layout.departure": Entry(
        "info",
        "«{printed}» khác thể thức đang có hiệu lực ngày ban hành ({rule}: {source}).",
        "«{printed}» departs from the layout in force on the day of the document ({rule}: {source}).",
        ("printed", "rule", "source"),
    ),
    "furniture.site": Entry(
        "info",
        "{count} dòng của trang mạng quanh văn bản được bỏ ra ngoài.",
        "{count} lines of the web page around the text are set apart.",
        ("count",),
    ),
    "text.foreign_script": Entry("warning", "Chữ nước ngoài trong văn bản.", "Foreign script inside the text."),
    "text.model_token": Entry(
        "warning",
        "Ký hiệu {token} của công cụ chuyển đổi trong văn bản.",
        "Token {token} of the tool that converted the text.",
        ("token",),
    ),
    "text.encoding": Entry(
        "warning",
        "Bảng mã {encoding} là đoán theo chữ; nêu --encoding nếu sai.",
        "The encoding {encoding} was told from the letters; give --encoding if it is wrong.",
        ("encoding",),
    ),
    "text.legacy_charset": Entry(
        "info",
        "Phông {charset}: {letters} chữ được đổi sang Unicode theo tên phông.",
        "{charset} fonts: {letters} letters turned into Unicode by the name of the font.",
        ("charset", "letters"),
    ),
    "text.legacy_charset_guessed": Entry(
        "warning",
        "Chữ đọc được theo {charset}: {letters} chữ được đổi sang Unicode; nêu --encoding nếu sai.",
        "The letters read as {charset}: {letters} turned into Unicode; give --encoding if it is wrong.",
        ("charset", "letters"),
    ),
    "text.recognised": Entry(
        "warning",
        "Chữ do máy nhận dạng từ ảnh ({pages} trang).",
        "The text was recognised from pictures ({pages} pages).",
        ("pages",),
    ),
    "text.suggestion": Entry(
        "info",
        "«{found}» có thể là «{words}»; văn bản giữ nguyên.",
        "«{found}» may be «{words}»; the text is left as it is.",
        ("found", "words"),
    ),
    "text.signed": Entry(
        "info",
        "Tệp có {count} chữ ký số (thời gian ký: {times}).",
        "The file carries {count} electronic signatures (signed at: {times}).",
        ("count", "times"),
    ),
    "text.page_unread": Entry(
        "error",
        "Trang {page} không nhận dạng được ({reason}).",
        "Page {page} could not be recognised ({reason}).",
        ("page", "reason"),
    ),
    "numbering.repeat": Entry("warning", "Số {number} lặp lại.", "Number {number} is repeated.", ("number",)),
}


Failure = TypeVar("Failure", bound=NghiquyetError)


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule of a document file, by its code; ``str`` gives the English sentence."""

    code: str
    params: Mapping[str, str]

    def __str__(self) -> str:
        return self.words("en")

    def words(self, language: Language) -> str:
        """The sentence in Vietnamese or English."""
        return message(self.code, self.params, language)


def problem(name: str, **params: object) -> Problem:
    """The problem catalogued as ``problem.<name>``."""
    return Problem(f"problem.{name}", {key: str(value) for key, value in params.items()})


def message(code: str, params: Mapping[str, str] | None = None, language: Language = "vi") -> str:
    """The sentence for a code, in Vietnamese or English; raises KeyError for a code that is not catalogued."""
    entry = CATALOGUE.get(code) or ERRORS.get(code) or PROBLEMS.get(code) or PAGES.get(code) or SCREEN[code]
    words = dict(params or {})
    if "field" in words:
        words["field"] = term(words["field"], language)
    return (entry.vi if language == "vi" else entry.en).format_map(words)


def term(word: str, language: Language) -> str:
    """A machine word (number, stretch) as people call it; the word itself when it has no other name."""
    vi, en = TERMS.get(word, (word, word))
    return vi if language == "vi" else en


def failure(kind: type[Failure], code: str, **params: str) -> Failure:
    """The exception of ``kind`` that says what the catalogue has under ``code``, in English, and carries the code."""
    return kind(message(code, params, "en"), code, params)


def in_language(error: NghiquyetError, language: Language) -> str:
    """What an exception says, in the language wanted where the catalogue has it."""
    return message(error.code, error.params, language) if error.code else str(error)
