"""What a document issued with the resolution says of itself: «QUY ĐỊNH / Về …», a number or date of its own."""

from dataclasses import replace

from nghiquyet.extractors.metadata.dates import read_place_and_date
from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.extractors.metadata.header import read_header
from nghiquyet.extractors.metadata.marks import read_marks
from nghiquyet.extractors.metadata.numbers import read_document_number
from nghiquyet.extractors.metadata.subject import joined
from nghiquyet.extractors.metadata.title import kind_of, leading_kind, read_title, title_start
from nghiquyet.model import Evidence, Metadata
from nghiquyet.records import CleanText, Findings, Outline, OutlineAttachment


def extract_attached_metadata(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """One record per attachment that is a document of its own; a bare Phụ lục has none."""
    records = []
    for attachment in outline.attachments:
        metadata = _metadata(clean, outline, attachment)
        if metadata is not None:
            records.append((attachment.id, metadata))
    return replace(findings, attachments=tuple(records)) if records else findings


def _metadata(clean: CleanText, outline: Outline, attachment: OutlineAttachment) -> Metadata | None:
    header = read_header(attachment.content)
    header.drop_mottos(title_start(header))
    title = read_title(header)
    draft = Draft(clean, outline, header, title, ())
    kind = kind_of(attachment.label or "")
    if kind is not None and attachment.label_span is not None:
        draft.put("document_type", kind, "attached.type_in_label", attachment.label_span)
    elif title.kind is not None:
        draft.put("document_type", title.kind, "attached.type_line", header.span(title.start, title.end))
        # A number or date stands above the type line; below it are citations.
        if title.start:
            read_document_number(draft)
            read_place_and_date(draft)
    heading, place = attachment.heading, attachment.heading_span
    if "document_type" not in draft.values and heading is not None and place is not None:
        words = leading_kind(heading.text)
        if words is not None:
            kind, length = words
            draft.put("document_type", kind, "attached.type_in_heading", heading.span(0, length))
            rest = heading.text[length:].lstrip(" :-–—")
            if rest:
                begin = len(heading.text) - len(rest)
                draft.put("subject", rest, "attached.heading", heading.span(begin, len(heading.text)))
    if "document_type" not in draft.values:
        return None
    if "subject" not in draft.values and heading is not None and place is not None:
        draft.put("subject", heading.text, "attached.heading", place)
    elif "subject" not in draft.values and title.subject:
        draft.put(
            "subject",
            joined(header, title.subject),
            "attached.title_lines",
            header.span(title.subject[0][0], title.subject[-1][1]),
        )
    read_marks(draft)
    draft.values["side"] = outline.side
    draft.evidence["side"] = Evidence(span=outline.family_span, rule=outline.family_rule, origin="inferred")
    return draft.metadata()
