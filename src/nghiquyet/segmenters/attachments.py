"""Attachments: Phụ lục, and the Quy định, Quy chế, Chương trình, Danh mục issued with a resolution."""

import re
from collections.abc import Sequence

from nghiquyet.model import Diagnostic, Repair, Side
from nghiquyet.records import CleanText, OutlineAttachment
from nghiquyet.segmenters.identifiers import Identifiers
from nghiquyet.segmenters.outline import TreeBuilder
from nghiquyet.segmenters.paragraphs import Unit
from nghiquyet.segmenters.passages import passage_of, source_span

_TITLE = re.compile(
    r"(?:QUY ĐỊNH|QUY CHẾ|CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|DANH MỤC|BIỂU|NỘI QUY|ĐIỀU LỆ|PHƯƠNG ÁN|MỨC|BẢNG|MẪU)\b"
)
# «(Kèm theo Nghị quyết số …)», «(Ban hành kèm theo Quyết định …)» under the title says that a text is attached.
_ISSUED_WITH = re.compile(r"\(?(?:[Bb]an hành )?[Kk]èm theo\s")


def is_attachment_head(units: Sequence[Unit], index: int) -> bool:
    """Whether an attachment begins at ``units[index]``: «PHỤ LỤC I», or a title in capitals that was issued with
    another text."""
    unit = units[index]
    if unit.label is not None:
        return unit.label.family == "appendix"
    if not unit.text.isupper() or not _TITLE.match(unit.text) or len(unit.text) > 300:
        return False
    return any(_ISSUED_WITH.match(following.text) for following in units[index + 1 : index + 6])


def build_attachments(
    clean: CleanText, ids: Identifiers, side: Side | None, units: Sequence[Unit]
) -> tuple[tuple[OutlineAttachment, ...], list[Repair], list[Diagnostic]]:
    """One attachment for each head; its numbers start anew and its ids begin with its own."""
    if not units:
        return (), [], []
    heads = [index for index in range(len(units)) if is_attachment_head(units, index)]
    if not heads or heads[0] != 0:
        heads.insert(0, 0)
    repairs: list[Repair] = []
    diagnostics: list[Diagnostic] = []
    attachments: list[OutlineAttachment] = []
    for first, last in zip(heads, [*heads[1:], len(units)], strict=True):
        run = units[first:last]
        identifier = ids.unique(f"att_{len(attachments) + 1}")
        head, content = run[0], run
        label = head.label.printed if head.label and head.label.family == "appendix" else None
        label_end = head.first.start + len(label) if label else head.first.start
        heading = None
        if label or (head.text.isupper() and head.label is None):
            content = run[1:]
            heading = list(head.pieces)
            # The title goes on over lines in capitals.
            while content and content[0].label is None and content[0].text.isupper() and len(content[0].text) < 300:
                heading.extend(content[0].pieces)
                content = content[1:]
        builder = TreeBuilder(clean, ids, side, identifier)
        tree = builder.build([unlabelled(unit) for unit in content])
        repairs += tree.repairs
        diagnostics += tree.diagnostics
        attachments.append(
            OutlineAttachment(
                id=identifier,
                label=label,
                label_span=source_span(clean, head.first.start, label_end) if label else None,
                number=head.label.number if label and head.label else None,
                heading=passage_of(clean, identifier, heading) if heading else None,
                heading_span=source_span(clean, heading[0][0], heading[-1][1]) if heading else None,
                span=source_span(clean, head.start, run[-1].end),
                content=tree.nodes,
            )
        )
    return tuple(attachments), repairs, diagnostics


def unlabelled(unit: Unit) -> Unit:
    """A line that names an appendix inside running text opens no division."""
    if unit.label is None or unit.label.family != "appendix":
        return unit
    unit.pieces = [(unit.first.start, unit.first.end), *unit.pieces[1:]]
    unit.text = unit.first.text
    unit.label = None
    return unit
