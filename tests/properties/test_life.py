"""The life of documents: read, written, loaded, compared, joined to their texts, in any order."""

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

import nghiquyet
from nghiquyet import Document
from nghiquyet.comparison import Comparison
from nghiquyet.formats import FORMATS, Format, problems

LINES = st.sampled_from(
    [
        "TỈNH ỦY TRUNG SƠN", "Số 12-NQ/TU", "NGHỊ QUYẾT", "về nhiệm vụ năm 2025", "", "I- MỤC TIÊU", "II- NHIỆM VỤ",
        "1. Thu ngân sách 18.000 tỷ đồng.", "2. Tỷ lệ hộ nghèo còn 1,5%, phấn đấu 1%.", "- GRDP tăng 9-10%.",
        "Giao Sở Tài chính chủ trì, phối hợp với các sở thực hiện trong quý II/2025.", "Điều 2. Hiệu lực",
        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;", "T/M TỈNH ỦY", "\f", "| a | b |", "¹ Ghi chú.",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES | st.text(max_size=30), max_size=14).map("\n".join)
KNOWN = st.sampled_from(FORMATS)


class Life(RuleBasedStateMachine):
    """Documents and their files; whatever was done to one, it is still what its text says."""

    documents = Bundle("documents")
    files = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.compared: list[Comparison] = []

    @initialize(target=documents, text=TEXTS)
    def begin(self, text: str) -> Document:
        return nghiquyet.parse_text(text)

    @rule(target=documents, text=TEXTS)
    def read(self, text: str) -> Document:
        return nghiquyet.parse_text(text)

    @rule(target=documents, document=documents)
    def read_again(self, document: Document) -> Document:
        again = nghiquyet.parse_text(document.source.text or "")
        if document.source.text is not None:
            assert again == document
        return again

    @rule(target=documents, document=documents)
    def part_from_its_text(self, document: Document) -> Document:
        bare = document.without_source_text()
        if document.source.text is not None:
            assert bare.with_source_text(document.source.text) == document
        return bare

    @rule(target=files, document=documents, known=KNOWN)
    def write(self, document: Document, known: Format) -> tuple[Format, bytes, Document]:
        data = known.dump(document)
        assert problems(data) == ()
        return known, data, document

    @rule(target=documents, file=files)
    def load(self, file: tuple[Format, bytes, Document]) -> Document:
        known, data, document = file
        loaded = known.load(data)
        assert loaded == document
        assert known.dump(loaded) == data
        return loaded

    @rule(before=documents, after=documents)
    def compare(self, before: Document, after: Document) -> None:
        change = nghiquyet.compare(before, after)
        assert change == nghiquyet.compare(before, after)
        assert Comparison.model_validate_json(change.model_dump_json()) == change
        if before == after:
            assert {item.status for item in change.measures} <= {"matched"}
        self.compared.append(change)

    @invariant()
    def a_comparison_names_each_figure_once(self) -> None:
        for change in self.compared[-1:]:
            for side in ("before", "after"):
                named = [getattr(item, side).id for item in change.measures if getattr(item, side) is not None]
                assert len(named) == len(set(named))


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=25, stateful_step_count=12, deadline=None, derandomize=True)
