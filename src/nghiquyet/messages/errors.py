"""What exceptions say."""

from nghiquyet.messages.entries import Entry

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
    "error.wrong_encoding": Entry(
        "error",
        "{path}: không phải {encoding} (lỗi ở byte {offset}); bỏ --encoding để tự nhận.",
        "{path}: not {encoding} (wrong at byte {offset}); leave --encoding out to have it detected.",
        ("path", "encoding", "offset"),
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
    "error.dependency": Entry(
        "error",
        "{path}: để đọc {format} cần {what}; hãy cài: {command}",
        "{path}: reading {format} needs {what}; install it: {command}",
        ("path", "format", "what", "command"),
    ),
    "error.encrypted": Entry(
        "error",
        "{path}: có mật khẩu; hãy bỏ mật khẩu rồi lưu lại.",
        "{path}: is protected by a password; save it without one.",
        ("path",),
    ),
    "error.damaged": Entry(
        "error",
        "{path}: tệp hỏng hoặc bị cắt ({reason}); hãy lấy bản gốc hoặc lưu lại bằng chương trình đã tạo ra nó.",
        "{path}: is damaged or cut short ({reason}); get the original, or save it again in the program that made it.",
        ("path", "reason"),
    ),
    "error.too_large": Entry(
        "error",
        "{path}: quá lớn ({what}: {found}, tối đa {limit}); hãy tách thành nhiều tệp.",
        "{path}: is too large ({what}: {found}, at most {limit}); split it into several files.",
        ("path", "what", "found", "limit"),
    ),
    "error.no_documents": Entry(
        "error", "{path}: không có văn bản nào.", "{path}: there is no document in it.", ("path",)
    ),
    "error.sheet": Entry(
        "error",
        "{path}: bảng kê không có cột tên tệp; các cột đọc được: {columns}.",
        "{path}: the sheet has no column of file names; columns that are read: {columns}.",
        ("path", "columns"),
    ),
    "error.sheet_date": Entry(
        "error",
        "{path}, dòng {line}: «{date}» không phải ngày; hãy viết 2025-01-31 hoặc 31/01/2025.",
        "{path}, line {line}: «{date}» is no date; write 2025-01-31 or 31/01/2025.",
        ("path", "line", "date"),
    ),
    "error.program": Entry(
        "error",
        "{path}: {program} không đọc được tệp ({reason}).",
        "{path}: {program} could not read it ({reason}).",
        ("path", "program", "reason"),
    ),
    "error.kind": Entry(
        "error",
        "{path}: là {format}; hãy chuyển thành DOCX, PDF hoặc văn bản trước.",
        "{path}: is {format}; turn it into DOCX, PDF or text first.",
        ("path", "format"),
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
    "error.busy": Entry(
        "error",
        "{path}: một lượt chuyển khác đang ghi vào thư mục này; hãy đợi nó xong hoặc chọn thư mục khác.",
        "{path}: another run is writing into this folder; wait for it, or name another folder.",
        ("path",),
    ),
    "error.several_to_one": Entry(
        "error",
        "Nhiều tệp không ghi được vào một tệp; hãy cho -o là thư mục.",
        "Several files cannot go into one; let -o be a folder.",
    ),
    "error.no_such_format": Entry(
        "error",
        "không có định dạng {name}; có: {known}.",
        "no format is called {name}; known are {known}.",
        ("name", "known"),
    ),
    "error.no_such_table": Entry(
        "error",
        "không có bảng {name}; có: {known}.",
        "no table is called {name}; known are {known}.",
        ("name", "known"),
    ),
    "error.no_such_kind": Entry(
        "error",
        "không có loại giá trị {name}; có: {known}.",
        "no kind of value is called {name}; known are {known}.",
        ("name", "known"),
    ),
    "error.no_pictures": Entry(
        "error",
        "{path}: không có ảnh nào ({known}).",
        "{path}: there are no pictures ({known}).",
        ("path", "known"),
    ),
    "error.extra": Entry(
        "error",
        "cần thư viện {module}; hãy cài: pip install 'nghiquyet[{extra}]'.",
        "the library {module} is needed; install it with: pip install 'nghiquyet[{extra}]'.",
        ("module", "extra"),
    ),
    "error.suffix": Entry(
        "error",
        "{path}: phần mở rộng «{suffix}» không ứng với định dạng nào; hãy dùng {known}.",
        "{path}: the suffix «{suffix}» names no format; use one of {known}.",
        ("path", "suffix", "known"),
    ),
    "error.no_document": Entry(
        "error",
        "không phải XML hay JSON: tệp tài liệu bắt đầu bằng «<» hoặc «{{».",
        "neither XML nor JSON: a document file begins with «<» or «{{».",
    ),
    "error.not_utf8": Entry(
        "error",
        "không phải UTF-8 ở byte {offset}; tệp tài liệu JSON dùng UTF-8.",
        "not UTF-8 at byte {offset}; a document file in JSON is UTF-8.",
        ("offset",),
    ),
    "error.not_json": Entry(
        "error",
        "không phải JSON: {reason} ở dòng {line}, cột {column}.",
        "not JSON: {reason} at line {line}, column {column}.",
        ("reason", "line", "column"),
    ),
    "error.not_object": Entry(
        "error",
        "tài liệu là một đối tượng JSON, đây là {found}.",
        "a document is a JSON object, this is {found}.",
        ("found",),
    ),
    "error.not_xml": Entry("error", "không phải XML: {reason}.", "not XML: {reason}.", ("reason",)),
    "error.doctype": Entry(
        "error",
        "tệp tài liệu không có DOCTYPE; hãy bỏ khai báo này và những gì nó định nghĩa.",
        "a document file has no DOCTYPE; remove the declaration and what it defines.",
    ),
    "error.root": Entry(
        "error",
        "phần tử gốc là {name}; tài liệu bắt đầu bằng <document xmlns={namespace}>.",
        "the root element is {name}; a document has <document xmlns={namespace}>.",
        ("name", "namespace"),
    ),
    "error.char": Entry(
        "error",
        "<char code={printed}>: cần một mã ký tự hệ 16.",
        "<char code={printed}>: a hexadecimal code point was expected.",
        ("printed",),
    ),
    "error.version": Entry(
        "error",
        "không đọc được phiên bản lược đồ {found}; thư viện này đọc {major}.x.",
        "schema version {found} cannot be read; this library reads {major}.x.",
        ("found", "major"),
    ),
    "error.not_a_document": Entry("error", "không phải tài liệu: {problem}", "not a document: {problem}", ("problem",)),
    "error.schema_missing": Entry(
        "error",
        "bản cài đặt thiếu lược đồ {name}; hãy cài lại nghiquyet.",
        "the schema {name} is missing from this installation; install nghiquyet again.",
        ("name",),
    ),
}
"""What exceptions say; their ``code`` is the key."""
