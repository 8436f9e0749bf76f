"""What the HTML pages show: names of fields and parts, buttons, hints."""

from nghiquyet.messages.entries import Entry


def _words(vi: str, en: str) -> Entry:
    return Entry("info", vi, en)


PAGES: dict[str, Entry] = {
    "page.text": _words("Văn bản", "Text"),
    "page.facts": _words("Dữ kiện", "Facts"),
    "page.identity": _words("Thông tin định danh", "Identification"),
    "page.outline": _words("Bố cục", "Outline"),
    "page.measures": _words("Số liệu", "Figures"),
    "page.tasks": _words("Nhiệm vụ", "Tasks"),
    "page.references": _words("Viện dẫn", "References"),
    "page.repairs": _words("Chỗ sửa", "Repairs"),
    "page.diagnostics": _words("Chẩn đoán", "Diagnostics"),
    "page.furniture": _words("Ngoài nội dung", "Furniture"),
    "page.filter": _words("Lọc dữ kiện…", "Filter facts…"),
    "page.all_roles": _words("Mọi vai trò", "All roles"),
    "page.keys": _words(
        "Phím: j, k dữ kiện sau, trước · / lọc · Esc bỏ chọn", "Keys: j, k next, previous fact · / filter · Esc clear"
    ),
    "page.page": _words("Trang số", "Page"),
    "page.no_text": _words(
        "Tài liệu này không mang toàn văn; hãy chuyển lại với --source embed.",
        "This document does not carry its text; convert it with --source embed.",
    ),
    "page.images": _words("Ảnh trang", "Page images"),
    "page.footnotes": _words("Chú thích", "Footnotes"),
    "page.all_tasks": _words("Mọi nhiệm vụ", "All tasks"),
    "page.assigned_tasks": _words("Có cơ quan được giao", "Assigned to a body"),
    "page.due_tasks": _words("Có thời hạn", "With a deadline"),
    "page.none": _words("Không có.", "None."),
    "page.estimated": _words("ước", "estimate"),
    "page.read_as": _words("đọc là", "read as"),
    "page.due": _words("Thời hạn", "Deadline"),
    "page.identity_key": _words("Định danh", "Identity"),
    "page.comparison": _words("So sánh hai nghị quyết", "Two resolutions compared"),
    "page.before": _words("Trước", "Before"),
    "page.after": _words("Sau", "After"),
    "page.summary": _words("Tóm tắt", "Summary"),
    "page.targets": _words("Chỉ tiêu", "Targets"),
    "page.figures": _words("Số liệu khác", "Other figures"),
    "page.results": _words("Kết quả so với chỉ tiêu trước", "Results against the earlier targets"),
    "page.sections": _words("Các mục", "Sections"),
    "page.indicator": _words("Chỉ tiêu", "Indicator"),
    "page.change": _words("Chênh lệch", "Change"),
    "page.ambition": _words("Mức phấn đấu", "Ambition"),
    "page.target": _words("Chỉ tiêu đã giao", "Target"),
    "page.result": _words("Kết quả", "Result"),
    "page.outcome": _words("Kết luận", "Outcome"),
    "page.match": _words("Cách ghép", "Match"),
    "page.doubtful": _words("chưa chắc", "doubtful"),
    "page.all": _words("Tất cả", "All"),
    "page.search": _words("Tìm…", "Search…"),
    "page.new": _words("Mới viện dẫn", "Newly cited"),
    "page.gone": _words("Không còn viện dẫn", "No longer cited"),
    "page.both": _words("Viện dẫn ở cả hai", "Cited in both"),
    "page.is_earlier": _words("chính là văn bản trước", "the earlier resolution itself"),
    "page.field": _words("Trường", "Field"),
    "page.place": _words("Chỗ in", "Place"),
    "page.status": _words("Tình trạng", "Status"),
    "page.role": _words("Vai trò", "Role"),
    "page.bars": _words("Thanh so sánh:", "Bars:"),
    "page.no_polarity": _words("sau, không rõ hướng tốt", "after, no better side known"),
    "page.deadline": _words("Thời hạn", "Deadline"),
    "page.show": _words("Hiện", "Show"),
}
"""Words of the pages; they take no parameters."""
