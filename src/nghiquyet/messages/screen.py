"""What the command line shows."""

from nghiquyet.messages.entries import Entry

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
