"""How strongly a family of labels holds others, before a text itself has shown its order."""

from nghiquyet.segmenters.labels import Label

_CLASS = {
    "part": 0, "chapter": 1, "section": 2, "subsection": 3, "upper": 4, "roman": 5, "article": 5, "arabic": 6,
    "decimal": 7, "paren": 8, "half_paren": 8, "letter": 8, "paren_letter": 9, "small_roman": 9, "star": 8, "dash": 10,
    "plus": 11, "appendix": 0,
}  # fmt: skip
# «Điều 1.» holds «I.» in plan resolutions, «I-» holds «Điều 1.» in regulations of the Party.
_EITHER_WAY = frozenset({"roman", "article"})


def depth(label: Label) -> tuple[int, int]:
    """The rank of a label: its class, and for «1.1.1.» the number of its points."""
    if label.family == "star":
        # A group line «* Về kinh tế» stands above the (1), (2) … that count on through the groups.
        return 7, 9
    return _CLASS[label.family], label.printed.rstrip(".").count(".") if label.family == "decimal" else 0


def can_hold(outer: Label, inner: Label) -> bool:
    """Whether a unit with the label ``outer`` may hold one with a first label ``inner``."""
    if outer.family == inner.family and outer.family != "decimal":
        return False
    if {outer.family, inner.family} == _EITHER_WAY:
        return True
    first, second = depth(outer), depth(inner)
    # Of two families of one class the text decides: «a)» over «(1)» here, «(1)» over «a)» elsewhere.
    return first < second or (first[0] == second[0] and outer.family != inner.family)
