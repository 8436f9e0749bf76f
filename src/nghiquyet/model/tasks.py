"""Assignments: what is to be done, by whom, by when."""

from typing import Literal

from nghiquyet.model.frozen import Frozen
from nghiquyet.model.periods import Period
from nghiquyet.model.spans import Span

AgencyRole = Literal["lead", "supporting", "advising", "monitoring", "reporting"]


class Agency(Frozen):
    """Cơ quan được giao."""

    name: str
    """Tên như in."""
    canonical: str | None = None
    """Tên chuẩn: abbreviations expanded, territory filled in."""
    role: AgencyRole
    """Vai trò: chủ trì, phối hợp, tham mưu, theo dõi, báo cáo."""
    inherited: bool = False
    """Kế thừa: named by a head or tail line that governs the task, not by its own sentence."""
    span: Span
    """Chỗ in."""


class Task(Frozen):
    """Nhiệm vụ: one sentence that sets work."""

    id: str
    """Mã: ``t_1``."""
    text: str
    """Chữ in."""
    span: Span
    """Chỗ in."""
    fragments: tuple[Span, ...] = ()
    """Mảnh."""
    container: str
    """Nơi chứa: id of the innermost division, block or cell."""
    assigned: bool = False
    """Đã giao: the text names who."""
    verb: str | None = None
    """Cụm động từ mở đầu as printed."""
    agencies: tuple[Agency, ...] = ()
    """Cơ quan."""
    deadline: Period | None = None
    """Thời hạn."""
    references: tuple[str, ...] = ()
    """Viện dẫn: ids."""
    measures: tuple[str, ...] = ()
    """Số liệu: ids."""
    rule: str
    """Quy tắc."""
