"""What the real resolution of Bắc Giang for 2025 holds, fact by fact."""

from datetime import date
from decimal import Decimal

from nghiquyet import Division, Document


def test_title_block(document: Document) -> None:
    """Issuer, territory, subject and its year are read; what is not printed is null and said to be missing."""
    metadata = document.metadata
    assert (metadata.side, metadata.family, metadata.document_type) == ("party", "party", "Nghị quyết")
    assert metadata.issuer is not None
    assert metadata.issuer.name == "Ban Chấp hành Đảng bộ tỉnh"
    assert metadata.territory == "Bắc Giang"
    assert metadata.evidence["territory"].origin == "inferred"
    assert metadata.subject == "về nhiệm vụ lãnh đạo năm 2025"
    assert metadata.subject_period is not None
    assert metadata.subject_period.start == date(2025, 1, 1)
    assert (metadata.number, metadata.date, metadata.place) == (None, None, None)
    missing = {item.params["field"] for item in document.diagnostics if item.code == "metadata.missing"}
    assert {"number", "date", "place"} <= missing


def test_closing(document: Document) -> None:
    """Dissemination, eight recipients, one with a note, and the signature."""
    metadata = document.metadata
    assert metadata.dissemination == "Nghị quyết này phổ biến đến chi bộ."
    assert len(metadata.recipients) == 8
    assert [item.note for item in metadata.recipients].count("báo cáo") == 1
    signatory = metadata.signatories[0]
    assert (signatory.authority, signatory.position, signatory.name) == ("T/M TỈNH ỦY", "BÍ THƯ", "Nguyễn Văn Gấu")


def test_outline(document: Document) -> None:
    """Sections I to III, with 1 to 2, 1 to 5 and 1 to 5 below, and fifteen numbered targets."""
    sections = [node for node in document.body if isinstance(node, Division)]
    assert [node.number for node in sections] == ["1", "2", "3"]
    assert [[child.number for child in node.content if isinstance(child, Division)] for node in sections] == [
        ["1", "2"],
        ["1", "2", "3", "4", "5"],
        ["1", "2", "3", "4", "5"],
    ]
    assert [target.label for target in document.targets] == [f"({number})" for number in range(1, 16)]
    assert sum(len(target.measures) for target in document.targets) == 46
    assert len(document.measures) == 63


def test_a_target_and_its_stretch(document: Document) -> None:
    """(1): GRDP 13,6 %, in the best case 14-15 %, and the three shares of the economy."""
    first = document.targets[0]
    growth, stretch, *shares = [measure for measure in document.measures if measure.target == first.id]
    assert growth.quantity is not None
    assert stretch.quantity is not None
    assert (growth.role, growth.value_kind, growth.quantity.value) == ("target", "growth", Decimal("13.6"))
    assert (stretch.role, stretch.of, stretch.quantity.low, stretch.quantity.high) == (
        "stretch",
        growth.id,
        Decimal(14),
        Decimal(15),
    )
    assert [measure.scope for measure in shares] == ["Công nghiệp - xây dựng", "Dịch vụ", "Nông, lâm nghiệp, thủy sản"]
    assert sum(measure.quantity.value for measure in shares if measure.quantity and measure.quantity.value) == 100


def test_the_paragraphs_cut_by_pages_are_joined(document: Document, source: str) -> None:
    """Six cuts, one of them across the footnote."""
    joined = [block for block in document.walk() if block.type == "block" and len(block.fragments) > 1]
    assert len(joined) == 6
    assert len(document.footnotes) == 1
    note = document.footnotes[0]
    assert note.call is not None
    assert source[note.call.start : note.call.end] == "¹"
    assert any(
        before.end <= note.span.start and note.span.end <= after.start
        for block in joined
        for before, after in zip(block.fragments, block.fragments[1:], strict=False)
    )


def test_tasks(document: Document) -> None:
    """94 tasks; seven sentences say who."""
    assert len(document.tasks) == 94
    assigned = [task for task in document.tasks if task.assigned]
    assert len(assigned) == 7
    office = assigned[-1]
    assert [(agency.name, agency.role) for agency in office.agencies] == [
        ("Văn phòng Tỉnh ủy", "lead"),
        ("Đảng đoàn HĐND tỉnh", "supporting"),
        ("Ban cán sự đảng UBND tỉnh", "supporting"),
        ("các cơ quan tham mưu, giúp việc Tỉnh ủy", "supporting"),
    ]
    assert office.agencies[0].canonical == "Văn phòng Tỉnh ủy Bắc Giang"


def test_repairs_leave_the_source_alone(document: Document, source: str) -> None:
    """«TỒ CHỨC THỰC HIỆN» is read as implementation; the printed text stays."""
    repairs = {(repair.found, repair.read_as) for repair in document.repairs}
    assert {("TỒ", "TỔ"), ("phân", "phấn"), ("Phần", "Phấn"), ("đầu", "đấu")} <= repairs
    last = [node for node in document.body if isinstance(node, Division)][-1]
    assert last.heading is not None
    assert last.heading.text == "TỒ CHỨC THỰC HIỆN"
    assert last.role == "implementation"
    for repair in document.repairs:
        assert source[repair.span.start : repair.span.end] == repair.found
    assert document.source.text == source
