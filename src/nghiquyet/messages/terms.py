"""Values that stand inside messages: names of fields and roles, as people call them."""

TERMS: dict[str, tuple[str, str]] = {
    "number": ("số, ký hiệu", "number"),
    "date": ("ngày ban hành", "date"),
    "place": ("nơi ban hành", "place"),
    "issuer": ("cơ quan ban hành", "issuer"),
    "subject": ("trích yếu", "subject"),
    "territory": ("địa bàn", "territory"),
    "document_type": ("tên loại", "document type"),
    "session": ("kỳ họp", "session"),
    "adopted": ("ngày thông qua", "date of adoption"),
    "effective": ("ngày có hiệu lực", "date of effect"),
    "subject_period": ("kỳ của văn bản", "period"),
    "signatories": ("người ký", "signatories"),
    "recipients": ("nơi nhận", "recipients"),
    "target": ("chỉ tiêu", "target"),
    "stretch": ("phấn đấu", "stretch"),
    "achieved": ("kết quả", "achieved"),
    "other": ("khác", "other"),
}
"""Machine word → Vietnamese, English. A value without a row stands as it is."""
