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
        "Mã thoát: 0 tốt; 1 có tệp sai quy tắc; 2 lệnh sai; 3 không đọc được; 4 không ghi được; 130 bị ngắt.",
        "Exit codes: 0 fine; 1 a file breaks the rules; 2 wrong command; 3 cannot read; 4 cannot write; 130 interrupted.",
    ),
    "cli.parse": Entry(
        "info",
        "In tóm tắt một nghị quyết.\n\nVí dụ: nghiquyet parse nghi-quyet.txt",
        "Print what a resolution holds.\n\nExample: nghiquyet parse nghi-quyet.txt",
    ),
    "cli.convert": Entry(
        "info",
        "Chuyển nghị quyết thành XML, JSON hoặc trang HTML để xem.\n\nVí dụ: nghiquyet convert nghi-quyet.docx -o nghi-quyet.xml\n\nVí dụ: nghiquyet convert kho/ --to xml --out xml/ --jobs 4",
        "Convert resolutions to XML, JSON or an HTML page to look at.\n\nExample: nghiquyet convert nghi-quyet.docx -o nghi-quyet.xml\n\nExample: nghiquyet convert archive/ --to xml --out xml/ --jobs 4",
    ),
    "cli.compare": Entry(
        "info",
        "So sánh hai nghị quyết: chỉ tiêu, kết quả, nhiệm vụ, viện dẫn.\n\nVí dụ: nghiquyet compare 2024.txt 2025.txt --to html -o so-sanh.html",
        "Compare two resolutions: targets, results, tasks, citations.\n\nExample: nghiquyet compare 2024.txt 2025.txt --to html -o changes.html",
    ),
    "cli.series": Entry(
        "info",
        "Theo dõi một chỉ tiêu qua nhiều nghị quyết: số liệu, chỗ thiếu, chỗ sáp nhập tỉnh.\n\nVí dụ: nghiquyet series grdp_growth 2023.txt 2024.txt 2025.txt --to png -o grdp.png",
        "Follow one indicator over resolutions: figures, gaps, mergers of provinces.\n\nExample: nghiquyet series grdp_growth 2023.txt 2024.txt 2025.txt --to png -o grdp.png",
    ),
    "cli.indicator": Entry(
        "info", "Mã chỉ tiêu (grdp_growth) hoặc tên của nó.", "Id of an indicator (grdp_growth), or its name."
    ),
    "cli.series_to": Entry(
        "info",
        "Định dạng: text, json, csv, jsonl, parquet, xlsx, dta; png, svg, pdf là biểu đồ. Mặc định theo đuôi tệp -o.",
        "Format: text, json, csv, jsonl, parquet, xlsx, dta; png, svg, pdf draw it. By the suffix of -o if left out.",
    ),
    "cli.scope": Entry("info", "Phạm vi, như «thành thị».", "Scope, such as «thành thị»."),
    "cli.kind": Entry(
        "info",
        "Loại giá trị: level, share, growth, change, ratio, rank, count (mặc định: loại có nhiều nhất).",
        "Kind of value: level, share, growth, change, ratio, rank, count (default: the most frequent).",
    ),
    "cli.sum_merged": Entry(
        "info",
        "Cộng số liệu các tỉnh đã sáp nhập, khi cộng được.",
        "Add the figures of provinces that were merged, where they can be added.",
    ),
    "cli.comparing": Entry("info", "Đang so sánh", "Comparing"),
    "cli.reading": Entry("info", "Đang đọc", "Reading"),
    "cli.same_text": Entry(
        "info",
        "{path}: cùng văn bản với {first}, bỏ qua.",
        "{path}: the same text as {first}, left out.",
        ("path", "first"),
    ),
    "cli.no_figure": Entry(
        "info",
        "{name}: không văn bản nào có số liệu này. Mã gần nhất có trong văn bản: {known}.",
        "{name}: no document has a figure of it. The nearest ids that they have: {known}.",
        ("name", "known"),
    ),
    "cli.one_stdin": Entry(
        "info", "Chỉ một trong hai văn bản là đầu vào chuẩn.", "Only one of the two can be standard input."
    ),
    "cli.no_text": Entry(
        "info",
        "Định dạng này không phải chữ; hãy cho -o một tệp, hoặc nối vào một ống.",
        "This format is no text; give -o a file, or pipe it.",
    ),
    "cli.no_files": Entry("info", "Hãy nêu tệp hoặc thư mục.", "Name files or folders."),
    "cli.file_out": Entry(
        "info", "Tệp ghi ra; mặc định là đầu ra chuẩn.", "File to write; standard output if left out."
    ),
    "cli.images_of_one": Entry(
        "info",
        "--images đi với --to html và một văn bản.",
        "--images goes with --to html and one document.",
    ),
    "cli.before": Entry("info", "Văn bản trước; «-» là đầu vào chuẩn.", "The earlier document; «-» is standard input."),
    "cli.after": Entry("info", "Văn bản sau; «-» là đầu vào chuẩn.", "The later document; «-» is standard input."),
    "cli.compare_to": Entry(
        "info",
        "Định dạng: text, json, html; png, svg, pdf vẽ kết quả so với chỉ tiêu (cần nghiquyet\\[research]). Mặc định theo đuôi tệp -o.",
        "Format: text, json, html; png, svg, pdf draw results against targets (need nghiquyet\\[research]). By the suffix of -o if left out.",
    ),
    "cli.table": Entry(
        "info",
        "Lập bảng từ các nghị quyết. Tệp không đọc được thì báo và bỏ qua, mã thoát 3.\n\nVí dụ: nghiquyet table thu-muc/ --what measures --to csv -o so-lieu.csv",
        "Make a table of resolutions. What cannot be read is said and passed over, with exit code 3.\n\nExample: nghiquyet table folder/ --what measures --to csv -o measures.csv",
    ),
    "cli.table_files": Entry(
        "info",
        "Tệp văn bản, tệp đã chuyển, hoặc thư mục; «-» là đầu vào chuẩn.",
        "Text files, converted files, or folders of them; «-» is standard input.",
    ),
    "cli.what": Entry(
        "info",
        "Bảng: measures, targets, tasks, references, divisions, diagnostics, edges, assignments, panel, coverage; codebook giải thích các cột.",
        "Table: measures, targets, tasks, references, divisions, diagnostics, edges, assignments, panel, coverage; codebook explains the columns.",
    ),
    "cli.table_to": Entry(
        "info",
        "Định dạng: csv, jsonl, parquet, xlsx, dta (ba loại sau cần nghiquyet\\[research]); codebook: md, csv. Mặc định theo đuôi tệp -o.",
        "Format: csv, jsonl, parquet, xlsx, dta (the last three need nghiquyet\\[research]); codebook: md, csv. By the suffix of -o if left out.",
    ),
    "cli.images": Entry(
        "info",
        "Thư mục ảnh các trang, theo thứ tự tên (chỉ với --to html).",
        "Folder of page images, in name order (with --to html only).",
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
    "cli.to": Entry("info", "Định dạng: xml, json hoặc html.", "Format: xml, json or html."),
    "cli.output": Entry(
        "info",
        "Tệp hoặc thư mục ghi ra; mặc định là đầu ra chuẩn.",
        "File or folder to write; standard output if left out.",
    ),
    "cli.out": Entry(
        "info",
        "Thư mục ghi ra: chuyển cả thư mục, chạy tiếp chỗ đã dừng, ghi report.csv.",
        "Folder to write: converts whole folders, goes on where it stopped, writes report.csv.",
    ),
    "cli.jobs": Entry("info", "Số tiến trình song song.", "Worker processes."),
    "cli.metadata": Entry(
        "info",
        "Bảng kê CSV của kho: tệp, số, ngày, cơ quan, trích yếu; điền trường văn bản không in.",
        "The archive's own sheet (CSV): file, number, date, issuer, subject; fills what the text does not print.",
    ),
    "cli.allow_marked": Entry(
        "info", "Chuyển cả văn bản đóng dấu mật.", "Convert documents that are marked secret as well."
    ),
    "cli.remarks": Entry(
        "info",
        "Đã ghi {out}: {report}",
        "Written to {out}: {report}",
        ("out", "report"),
    ),
    "batch.status": Entry("info", "Kết quả", "Result"),
    "batch.files": Entry("info", "Số tệp", "Files"),
    "batch.pages": Entry("info", "Số trang", "Pages"),
    "batch.needs_human": Entry("info", "Cần người xem", "Need a person"),
    "batch.converted": Entry("info", "đã chuyển", "converted"),
    "batch.skipped": Entry("info", "đã có từ trước", "done before"),
    "batch.set_aside": Entry("info", "để riêng (dấu mật)", "set aside (marked secret)"),
    "batch.unreadable": Entry("info", "không đọc được", "unreadable"),
    "batch.unwritable": Entry("info", "không ghi được", "unwritable"),
    "batch.failed": Entry("info", "lỗi chương trình", "failed"),
    "batch.duplicates": Entry("info", "trùng văn bản khác", "duplicates"),
    "cli.encoding": Entry("info", "Bảng mã của tệp (mặc định: tự nhận).", "Encoding of the file (default: detected)."),
    "cli.profile": Entry(
        "info",
        "Nhóm văn bản: party, peoples_council, national_assembly, standing_committee, government.",
        "Family of texts: party, peoples_council, national_assembly, standing_committee, government.",
    ),
    "cli.source": Entry(
        "info",
        "Toàn văn: embed: trong tài liệu; beside: tệp .source.txt bên cạnh; none: không giữ.",
        "The source text: embed: inside; beside: in a file .source.txt beside it; none: left out.",
    ),
    "cli.beside_what": Entry(
        "info",
        "--source beside cần -o hoặc --out: không có tệp nào để đặt toàn văn bên cạnh.",
        "--source beside needs -o or --out: there is no file for the text to stand beside.",
    ),
    "cli.line": Entry("info", "Số dòng trong tệp, từ 1.", "Line of the file, from 1."),
    "cli.lang": Entry(
        "info", "Ngôn ngữ: vi hoặc en (mặc định theo hệ thống).", "Language: vi or en (default: the system's)."
    ),
    "cli.version": Entry("info", "In phiên bản.", "Print the version."),
    "cli.valid": Entry("info", "{path}: đúng", "{path}: valid", ("path",)),
    "cli.converting": Entry("info", "Đang chuyển", "Converting"),
    "screen.left_out": Entry(
        "info",
        "Bỏ ra: {count} số liệu cùng chỉ tiêu thuộc loại giá trị khác (thứ hạng, mức tăng…).",
        "Left out: {count} of the indicator in another kind of value (ranks, growth, …).",
        ("count",),
    ),
    "screen.not_summed": Entry(
        "info",
        "Không cộng: tỷ lệ, bình quân, chỉ số không cộng được.",
        "Not added: rates, averages and indices cannot be.",
    ),
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
