"""How much work a parse is, counted and not timed: a rule that looks at everything twice is seen on any machine.

The figures are those of the reference document when they were last written down; a parse may do a tenth more. Who
makes it cheaper writes the new figures here; who needs more says why in the message of the commit.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType

import nghiquyet
from nghiquyet.extractors import EXTRACTORS
from nghiquyet.extractors.mentions.periods import PERIOD_RULES
from nghiquyet.extractors.references import DOCUMENT_RULES
from nghiquyet.normalizers import NORMALIZERS
from nghiquyet.resolvers import RESOLVERS
from nghiquyet.segmenters.labels import LABEL_RULES

WORK = {"functions": 26_930, "patterns": 8_230, "rules": 1_310, "objects": 2_110}
"""Functions of the package called, patterns run, rules of the ordered tables tried, records and model objects made."""
MORE = 1.1
PACKAGE = str(Path(nghiquyet.__file__).parent)
RULES = frozenset(
    rule.__code__
    for rule in (
        *NORMALIZERS,
        *EXTRACTORS,
        *RESOLVERS,
        *LABEL_RULES,
        *(rule for rule, _ in PERIOD_RULES),
        *(rule for rule, _ in DOCUMENT_RULES),
    )
)


def work_of(text: str) -> Counter[str]:
    """What one parse of ``text`` does, the tables of words read and the patterns compiled before."""
    nghiquyet.parse_text(text)
    counted: Counter[str] = Counter()
    calls: Counter[CodeType] = Counter()

    def watch(frame: FrameType, event: str, called: object) -> None:
        if event == "call":
            calls[frame.f_code] += 1
        elif event == "c_call" and isinstance(getattr(called, "__self__", None), re.Pattern):
            counted["patterns"] += 1

    sys.setprofile(watch)
    try:
        nghiquyet.parse_text(text)
    finally:
        sys.setprofile(None)
    # Not those that others hang into the interpreter, as into the collector of garbage.
    counted["functions"] = sum(count for code, count in calls.items() if code.co_filename.startswith(PACKAGE))
    counted["rules"] = sum(count for code, count in calls.items() if code in RULES)
    counted["objects"] = sum(count for code, count in calls.items() if code.co_name == "__init__")
    return counted


def test_a_parse_does_no_more_work_than_it_did(source: str) -> None:
    """Functions, patterns, rules and objects, none by more than a tenth."""
    found = work_of(source)
    assert {name: count for name, count in found.items() if count > WORK[name] * MORE} == {}, found


def test_the_same_text_is_the_same_work(source: str) -> None:
    """Nothing is kept from one document to the next: a second parse does what the first did."""
    assert work_of(source) == work_of(source)


def test_twice_the_text_is_no_more_than_twice_the_work(source: str) -> None:
    """The counts grow with the text and no faster, whatever the text is made of."""
    for piece in (
        source,
        "- Hoàn thành việc này;\n",
        "Nghị quyết số 57-NQ/TW; ",
        "đạt 5,5% năm 2025, ",
        "“Điều 1. Nội dung\n",
    ):
        small = piece * (20_000 // len(piece) + 1)
        once, twice = work_of(small), work_of(small * 2)
        for name in ("functions", "patterns", "objects"):
            assert twice[name] <= 2.1 * once[name] + 200, (piece[:20], name, once[name], twice[name])
