"""The catalogue of everything that is said to people: code, severity, parameters, words in Vietnamese and English.

A diagnostic in a document holds a code and parameters, never prose, so that its bytes do not depend on the reader's
language; an exception carries its code beside its English sentence. ``message`` turns a code into a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from nghiquyet.errors import NghiquyetError

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
    "targets.announced": Entry(
        "warning",
        "Tiêu đề nêu {announced} chỉ tiêu, bên dưới có {found}.",
        "The heading announces {announced} targets, {found} stand below it.",
        ("announced", "found"),
    ),
    "numbering.repeat": Entry("warning", "Số {number} lặp lại.", "Number {number} is repeated.", ("number",)),
}


ERRORS: dict[str, Entry] = {
    "error.missing": Entry("error", "{path}: không có tệp này.", "{path}: there is no such file.", ("path",)),
    "error.folder": Entry(
        "error",
        "{path}: là thư mục; hãy nêu tên tệp bên trong.",
        "{path}: is a folder; name a file inside it.",
        ("path",),
    ),
    "error.unreadable": Entry(
        "error", "{path}: không đọc được ({reason}).", "{path}: cannot be read ({reason}).", ("path", "reason")
    ),
    "error.encoding": Entry(
        "error",
        "{path}: không phải UTF-8 (lỗi ở byte {offset}), cũng không phải UTF-16 hay cp1258; hãy nêu bảng mã bằng --encoding.",
        "{path}: not UTF-8 (wrong at byte {offset}), nor UTF-16 or cp1258; name its encoding with --encoding.",
        ("path", "offset"),
    ),
    "error.no_such_encoding": Entry(
        "error",
        "không có bảng mã {encoding}; ví dụ đúng: utf-8, utf-16, cp1258.",
        "no encoding is called {encoding}; utf-8, utf-16 and cp1258 are examples.",
        ("encoding",),
    ),
    "error.binary": Entry(
        "error",
        "{path}: không phải văn bản; hãy chuyển thành tệp văn bản UTF-8 trước.",
        "{path}: is no text; turn it into a UTF-8 text file first.",
        ("path",),
    ),
    "error.pdf": Entry(
        "error",
        "{path}: là tệp PDF; hãy lấy phần chữ trước: pdftotext -layout TỆP.pdf TỆP.txt",
        "{path}: is a PDF file; take its text out first: pdftotext -layout FILE.pdf FILE.txt",
        ("path",),
    ),
    "error.office": Entry(
        "error",
        "{path}: là tệp Word; hãy lưu thành văn bản UTF-8: soffice --headless --convert-to txt:Text TỆP",
        "{path}: is a word processor file; save it as UTF-8 text: soffice --headless --convert-to txt:Text FILE",
        ("path",),
    ),
    "error.image": Entry(
        "error",
        "{path}: là ảnh; hãy nhận dạng chữ trước: tesseract ẢNH TỆP -l vie",
        "{path}: is a picture; recognise its text first: tesseract PICTURE FILE -l vie",
        ("path",),
    ),
    "error.write": Entry(
        "error", "{path}: không ghi được ({reason}).", "{path}: cannot be written ({reason}).", ("path", "reason")
    ),
    "error.line": Entry(
        "error",
        "{path}: không có dòng {line}; văn bản có {count} dòng.",
        "{path}: there is no line {line}; the text has {count} lines.",
        ("path", "line", "count"),
    ),
    "error.several_to_one": Entry(
        "error",
        "Nhiều tệp không ghi được vào một tệp; hãy cho -o là thư mục.",
        "Several files cannot go into one; let -o be a folder.",
    ),
}
"""What exceptions say; their ``code`` is the key."""

SCREEN: dict[str, Entry] = {
    "cli.about": Entry(
        "info",
        "Đọc nghị quyết tiếng Việt thành tài liệu có cấu trúc: mục, chỉ tiêu, nhiệm vụ, viện dẫn.",
        "Reads Vietnamese resolutions into structured documents: sections, targets, tasks, citations.",
    ),
    "cli.exit_codes": Entry(
        "info",
        "Mã thoát: 0 tốt; 1 có tệp sai quy tắc; 2 lệnh sai; 3 không đọc được; 4 không ghi được.",
        "Exit codes: 0 fine; 1 a file breaks the rules; 2 wrong command; 3 cannot read; 4 cannot write.",
    ),
    "cli.parse": Entry(
        "info",
        "In tóm tắt một nghị quyết.\n\nVí dụ: nghiquyet parse nghi-quyet.txt",
        "Print what a resolution holds.\n\nExample: nghiquyet parse nghi-quyet.txt",
    ),
    "cli.convert": Entry(
        "info",
        "Chuyển nghị quyết thành XML hoặc JSON.\n\nVí dụ: nghiquyet convert nghi-quyet.txt --to xml -o nghi-quyet.xml",
        "Convert resolutions to XML or JSON.\n\nExample: nghiquyet convert nghi-quyet.txt --to xml -o nghi-quyet.xml",
    ),
    "cli.validate": Entry(
        "info",
        "Kiểm tra tệp XML hoặc JSON theo lược đồ và các quy tắc kèm theo.\n\nVí dụ: nghiquyet validate nghi-quyet.xml",
        "Check XML or JSON files against the schema and the rules beside it.\n\nExample: nghiquyet validate nghi-quyet.xml",
    ),
    "cli.explain": Entry(
        "info",
        "Cho biết một dòng được đọc thế nào, theo quy tắc nào.\n\nVí dụ: nghiquyet explain nghi-quyet.txt --line 12",
        "Say how a line was read, and by which rule.\n\nExample: nghiquyet explain nghi-quyet.txt --line 12",
    ),
    "cli.file": Entry("info", "Tệp văn bản; «-» là đầu vào chuẩn.", "A text file; «-» is standard input."),
    "cli.files": Entry("info", "Các tệp văn bản, hoặc thư mục.", "Text files, or folders of them."),
    "cli.documents": Entry("info", "Các tệp XML hoặc JSON đã chuyển.", "Converted XML or JSON files."),
    "cli.to": Entry("info", "Định dạng: xml hoặc json.", "Format: xml or json."),
    "cli.output": Entry(
        "info",
        "Tệp hoặc thư mục ghi ra; mặc định là đầu ra chuẩn.",
        "File or folder to write; standard output if left out.",
    ),
    "cli.encoding": Entry("info", "Bảng mã của tệp (mặc định: tự nhận).", "Encoding of the file (default: detected)."),
    "cli.profile": Entry(
        "info",
        "Nhóm văn bản: party, peoples_council, national_assembly, standing_committee, government.",
        "Family of texts: party, peoples_council, national_assembly, standing_committee, government.",
    ),
    "cli.source": Entry(
        "info",
        "embed: giữ toàn văn trong tài liệu; none: không.",
        "embed: keep the source text inside; none: leave it out.",
    ),
    "cli.line": Entry("info", "Số dòng trong tệp, từ 1.", "Line of the file, from 1."),
    "cli.lang": Entry(
        "info", "Ngôn ngữ: vi hoặc en (mặc định theo hệ thống).", "Language: vi or en (default: the system's)."
    ),
    "cli.version": Entry("info", "In phiên bản.", "Print the version."),
    "cli.valid": Entry("info", "{path}: đúng", "{path}: valid", ("path",)),
    "cli.converting": Entry("info", "Đang chuyển", "Converting"),
    "screen.number": Entry("info", "Số, ký hiệu", "Number"),
    "screen.issuer": Entry("info", "Cơ quan ban hành", "Issuer"),
    "screen.subject": Entry("info", "Trích yếu", "Subject"),
    "screen.date": Entry("info", "Ngày ban hành", "Date"),
    "screen.period": Entry("info", "Kỳ", "Period"),
    "screen.territory": Entry("info", "Địa bàn", "Territory"),
    "screen.signed": Entry("info", "Người ký", "Signed by"),
    "screen.counts": Entry(
        "info",
        "{divisions} đơn vị · {targets} chỉ tiêu · {measures} số liệu · {tasks} nhiệm vụ · {references} viện dẫn · {repairs} chỗ sửa",
        "{divisions} divisions · {targets} targets · {measures} measures · {tasks} tasks · {references} references · {repairs} repairs",
        ("divisions", "targets", "measures", "tasks", "references", "repairs"),
    ),
    "screen.outline": Entry("info", "Bố cục", "Outline"),
    "screen.targets": Entry("info", "Chỉ tiêu", "Targets"),
    "screen.indicator": Entry("info", "Chỉ tiêu", "Indicator"),
    "screen.value": Entry("info", "Giá trị", "Value"),
    "screen.role": Entry("info", "Vai trò", "Role"),
    "screen.due": Entry("info", "Thời hạn", "Deadline"),
    "screen.assignments": Entry("info", "Nhiệm vụ đã giao", "Assigned tasks"),
    "screen.lead": Entry("info", "Chủ trì", "Lead"),
    "screen.supporting": Entry("info", "Phối hợp", "Supporting"),
    "screen.task": Entry("info", "Nhiệm vụ", "Task"),
    "screen.references": Entry("info", "Văn bản viện dẫn", "Documents cited"),
    "screen.mentions": Entry("info", "Số lần", "Mentions"),
    "screen.document": Entry("info", "Văn bản", "Document"),
    "screen.diagnostics": Entry("info", "Chẩn đoán", "Diagnostics"),
    "screen.line": Entry("info", "Dòng", "Line"),
    "screen.read_as": Entry("info", "Đọc là", "Read as"),
    "screen.rule": Entry("info", "Quy tắc", "Rule"),
    "screen.declined": Entry("info", "Quy tắc từ chối", "Rules that declined"),
    "screen.holds": Entry("info", "Nằm trong", "Stands in"),
    "screen.facts": Entry("info", "Dữ kiện", "Facts"),
}
"""What the command line shows."""

Failure = TypeVar("Failure", bound=NghiquyetError)


def message(code: str, params: Mapping[str, str] | None = None, language: Language = "vi") -> str:
    """The sentence for a code, in Vietnamese or English; raises KeyError for a code that is not catalogued."""
    entry = CATALOGUE.get(code) or ERRORS.get(code) or SCREEN[code]
    return (entry.vi if language == "vi" else entry.en).format_map(params or {})


def failure(kind: type[Failure], code: str, **params: str) -> Failure:
    """The exception of ``kind`` that says what the catalogue has under ``code``, in English, and carries the code."""
    return kind(message(code, params, "en"), code, params)


def in_language(error: NghiquyetError, language: Language) -> str:
    """What an exception says, in the language wanted where the catalogue has it."""
    return message(error.code, error.params, language) if error.code else str(error)
