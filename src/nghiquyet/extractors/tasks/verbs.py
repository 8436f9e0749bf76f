"""The verb phrase that opens a task: «Tiếp tục tập trung huy động», «Kịp thời giải quyết», «Chỉ đạo xây dựng»."""

from functools import cache

from nghiquyet.lexicons import Table

TASK_VERBS = Table("task_verbs")

# «Tiếp tục tập trung chỉ đạo đẩy mạnh thực hiện …»: no attested phrase holds more.
_MOST_WORDS = 5


def verb_inside(text: str, position: int) -> int | None:
    """Where a verb inside a sentence ends that begins at ``position``, None when none does.

    Inside a sentence a capital begins a name: «Ban Chỉ đạo», «Sở Quy hoạch».
    """
    if not text[position : position + 1].islower():
        return None
    return starts_with_verb(text, position)


@cache
def _parts() -> dict[str, str]:
    """Each phrase of the table and its part: content, manner, noun, …."""
    return {phrase: row.text("part") for phrase, row in TASK_VERBS.index.items()}


def _phrase(text: str, position: int) -> tuple[int, str] | None:
    """Where the phrase of the table at ``position`` ends, and its part; None when none begins there."""
    found = TASK_VERBS.index.pattern.match(text, position)
    if found is None:
        return None
    return found.end(), _parts().get(found.group()) or _parts()[" ".join(found.group().split())]


def starts_with_verb(text: str, position: int) -> int | None:
    """Where the verb of the table at ``position`` ends; None when none begins there."""
    found = _phrase(text, position)
    return found[0] if found is not None and found[1] != "noun" else None


def verb_phrase(text: str, position: int, end: int) -> tuple[int, int] | None:
    """``(start, end)`` of the verb phrase that begins at ``position``: words that may stand before a verb, words of
    manner, and the first verb of content; None when no verb stands there: «phải», «không» alone are none."""
    first = position
    last = position
    is_verb = False
    for _ in range(_MOST_WORDS):
        found = _phrase(text, position)
        if found is None or found[0] > end or found[1] == "noun":
            break
        last = found[0]
        is_verb = is_verb or found[1] != "manner"
        if found[1] == "content":
            break
        position = last
        while position < end and text[position] == " ":
            position += 1
        if position == last:
            break
    return (first, last) if is_verb else None
