"""How strongly a family of labels holds others, before a text itself has shown its order: by the profile."""

from nghiquyet.lexicons.profiles import Profile
from nghiquyet.segmenters.labels import Label


def depth(label: Label, profile: Profile) -> tuple[int, int]:
    """The rank of a label; for «1.1.1.» with the number of its points.

    A group line «* Về kinh tế» stands above the (1), (2) … that count on through the groups, and below «2.1.».
    """
    rank = profile.levels[label.family].rank
    if label.family == "star":
        return rank, 9
    return rank, label.printed.rstrip(".").count(".") if label.family == "decimal" else 0


def can_hold(outer: Label, inner: Label, profile: Profile) -> bool:
    """Whether a unit with the label ``outer`` may hold one with a first label ``inner``."""
    if outer.family == inner.family and outer.family != "decimal":
        return False
    # «Điều 1.» holds «I.» in plan resolutions, «I-» holds «Điều 1.» in regulations of the Party.
    if inner.family in profile.levels[outer.family].holds:
        return True
    first, second = depth(outer, profile), depth(inner, profile)
    # Of two families of one rank the text decides: «a)» over «(1)» here, «(1)» over «a)» elsewhere.
    return first < second or (first[0] == second[0] and outer.family != inner.family)
