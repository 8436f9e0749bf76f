"""The province of a local document: printed with its issuer, or inferred from its place line or from its text."""

from collections import Counter

from nghiquyet.extractors.metadata.draft import Draft
from nghiquyet.lexicons.bodies import BODIES
from nghiquyet.lexicons.places import PLACES
from nghiquyet.model import Span

_LOCAL = frozenset({"province", "district", "commune"})
NAMED_BY_UNIT = 3
"""«tỉnh Bắc Giang» counts as much as three bare «Bắc Giang»: a bare name may be a city, a river, a brand."""
LEAD = 2
"""The first province must be named at least twice as much as the second: else nothing is inferred."""


def read_territory(draft: Draft) -> None:
    """The province; null for central bodies and where the evidence is thin."""
    issuer = draft.issuer
    if issuer is not None and issuer.level == "central":
        return
    if issuer is not None and issuer.territory and issuer.level == "province":
        evidence = draft.evidence["issuer"]
        draft.put("territory", issuer.territory, "territory.named_with_issuer", evidence.span, evidence.origin)
        return
    if issuer is not None and _of_header(draft):
        return
    place = draft.values.get("place")
    if isinstance(place, str):
        for _, _, name in PLACES.find_provinces(place):
            # Central bodies sit in Hà Nội: the place says nothing of an unknown issuer.
            if name != "Hà Nội" or (issuer is not None and issuer.level in _LOCAL):
                draft.put("territory", name, "territory.place_line", draft.evidence["place"].span, "inferred")
                return
    found = BODIES.match(issuer.canonical or issuer.name) if issuer is not None else None
    # «Cục Thuế» answers a province's question, and is of none.
    if issuer is not None and not (found is not None and found[1].kind == "agency"):
        _most_named(draft)
    if "territory" not in draft.values and isinstance(place, str) and issuer is not None and issuer.level == "province":
        # The place line of a province's bodies names the province.
        draft.put("territory", place, "territory.place_line", draft.evidence["place"].span, "inferred")
    if "territory" not in draft.values:
        draft.missing("territory")


def _of_header(draft: Draft) -> bool:
    """«TỈNH ỦY LAM GIANG» above the motto names the province of «CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH», known or not."""
    header = draft.header
    limit = draft.title.start if draft.title.kind is not None else len(header.text)
    for line in header.lines:
        if line.start >= limit:
            break
        found = BODIES.match(header.text, line.start)
        if found is not None and found[2] and found[1].level == "province":
            draft.put("territory", found[2], "territory.header_line", header.span(line.start, found[0]), "printed")
            return True
    return False


def _most_named(draft: Draft) -> None:
    text = draft.clean.text
    weights: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for start, end, name in PLACES.find_provinces(text):
        before = text[max(0, start - 11) : start].lower()
        named = before.endswith(("tỉnh ", "thành phố ", "tỉnh ủy ", "tp. "))
        weights[name] += NAMED_BY_UNIT if named else 1
        if named and name not in first:
            first[name] = (start, end)
        first.setdefault(name, (start, end))
    ranked = weights.most_common(2)
    if not ranked or ranked[0][1] < NAMED_BY_UNIT or (len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]):
        return
    name = ranked[0][0]
    begin, stop = draft.clean.offsets.span(*first[name])
    draft.put("territory", name, "territory.most_named", Span(start=begin, end=stop), "inferred")
