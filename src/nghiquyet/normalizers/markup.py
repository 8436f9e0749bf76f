"""Marks that a converter put into the text: emphasis, escapes, headings and tags of Markdown and HTML."""

from collections.abc import Iterator

from nghiquyet.records import SourceText, TextEdit
from nghiquyet.text import patterns as re

# «**Điều 1.**», «*Căn cứ …*», «****. **»: never a line of its own, which is a rule drawn under a header.
_STARS = re.compile(r"\*\**")
_LONGEST_EMPHASIS = 3000
_ESCAPE = re.compile(r"\\(?:([-.*()#+\[\]!>~`|'\"_{}<$@^=])|(?=[ \t]*(?:\n|$)))")
_HEADING = re.compile(r"(?:^|(?<=\f))[ \t]*#{1,6}[ \t]+", re.MULTILINE)
# «- (1) Tổng sản phẩm …»: a Markdown list whose items carry their own numbers.
# Patterns of a line's start begin with the line end before it, which a scan finds fast.
_LISTED_LABEL = re.compile(r"\n[ \t]*[-*+][ \t]+(?=(?:\(\d{1,3}\)|\d{1,2}\.(?:\d{1,2}\.)*|\(?[a-zđ]\))[ \t])")
_TAG = re.compile(
    r"<(/?)(p|b|i|u|em|strong|br|div|span|sup|sub|h[1-6]|center|font|a|ul|ol|li|img|hr)\b[^<>\n]{0,300}>", re.ASCII
)
_ENTITY = re.compile(r"&(nbsp|amp|lt|gt|quot);")
_ENTITIES = {"nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"'}


def emphasis_marks(source: SourceText) -> Iterator[TextEdit]:
    """«**đậm**», «*nghiêng*» → the words. A star before a blank («* Về kinh tế», «(*)») is the text's own."""
    text = source.text
    if "*" not in text:
        return
    opened: re.Match[str] | None = None
    for match in _STARS.finditer(text):
        start, end = match.span()
        if text[start - 1 : start] == "\\" or _is_rule(text, start, end):
            continue
        if end - start > 1:
            yield TextEdit(start, end, "", "markup.emphasis_marks")
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if opened is not None and (start - opened.start() > _LONGEST_EMPHASIS or "\n\n" in text[opened.end() : start]):
            opened = None
        if opened is not None:
            yield TextEdit(opened.start(), opened.end(), "", "markup.emphasis_marks")
            yield TextEdit(start, end, "", "markup.emphasis_marks")
            opened = None
        elif after.strip() and after != ")" and not before.isalnum() and before != "(":
            opened = match


def _is_rule(text: str, start: int, end: int) -> bool:
    """Whether nothing but stars stands on the line: «*», «***», drawn under a header."""
    if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
        return False
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)] if (last < 0 or last - first < 40) else "x"
    return not line.strip("* \t\r")


# «__Nơi nhận__:».
_UNDERLINED = re.compile(r"(?<!\w)__(?=\S)([^_\n]{1,200})(?<=\S)__(?!\w)")


def underlines(source: SourceText) -> Iterator[TextEdit]:
    """«__gạch chân__» → the words."""
    if "__" not in source.text:
        return
    for match in _UNDERLINED.finditer(source.text):
        yield TextEdit(match.start(), match.start() + 2, "", "markup.underlines")
        yield TextEdit(match.end() - 2, match.end(), "", "markup.underlines")


def escapes(source: SourceText) -> Iterator[TextEdit]:
    r"""«1\.», «57\-NQ/TW» → the sign; a backslash that ends a line goes."""
    if "\\" not in source.text:
        return
    for match in _ESCAPE.finditer(source.text):
        yield TextEdit(match.start(), match.start() + 1, "", "markup.escapes")


def heading_marks(source: SourceText) -> Iterator[TextEdit]:
    """«### I. QUAN ĐIỂM» → the line."""
    if "#" not in source.text:
        return
    for match in _HEADING.finditer(source.text):
        yield TextEdit(match.start(), match.end(), "", "markup.heading_marks")


def marks_before_labels(source: SourceText) -> Iterator[TextEdit]:
    """«- (1) Tổng sản phẩm» → «(1) Tổng sản phẩm»: the dash is the list's, the number the text's."""
    if "\n- " not in source.text and "\n* " not in source.text and "\n  " not in source.text:
        return
    for match in _LISTED_LABEL.finditer(f"\n{source.text}"):
        yield TextEdit(match.start(), match.end() - 1, "", "markup.marks_before_labels")


# OCR reads specks before a label: «: (1) Tổng», «.. 23. Nâng», «_ . 3.I Tiếp».
_SPECKS = re.compile(
    r"\n(?:[.:,;'`_|~‘]{1,2}[ \t]*){1,3}(?=\(\d{1,2}\)[ \t]|\d{1,2}\.(?:\d{1,2}\.?|[Il])?[ \t]+[A-ZĐ])"
)


def specks_before_labels(source: SourceText) -> Iterator[TextEdit]:
    """«: (1) Tổng sản phẩm» → «(1) Tổng sản phẩm»."""
    for match in _SPECKS.finditer(source.text):
        yield TextEdit(match.start() + 1, match.end(), "", "markup.specks_before_labels")


def tags(source: SourceText) -> Iterator[TextEdit]:
    """«<b>», «<p align="center">» go; «<br>» breaks the line; «&nbsp;» is a blank."""
    text = source.text
    if "<" not in text and "&" not in text:
        return
    found = False
    for match in _TAG.finditer(text):
        found = True
        breaks = match[2] in ("br", "hr") or (match[1] and match[2] in ("p", "div", "li"))
        at_end = text[match.end() : match.end() + 1] in ("\n", "\r", "")
        yield TextEdit(match.start(), match.end(), "\n" if breaks and not at_end else "", "markup.tags")
    if found:
        for match in _ENTITY.finditer(text):
            yield TextEdit(match.start(), match.end(), _ENTITIES[match[1]], "markup.entities")
