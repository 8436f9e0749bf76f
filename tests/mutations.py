"""Single mutations of a document in XML: what the schema and the rules beside it have to reject."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

NAMESPACE = "{urn:nghiquyet:document:1}"
ENUMERATED = (
    "kind",
    "role",
    "value-kind",
    "comparator",
    "direction",
    "precision",
    "severity",
    "side",
    "level",
    "relation",
)
POINTING = ("container", "of", "target", "measures", "references", "ref", "resolves-to")
REQUIRED = {
    "paragraph": "text", "table": "text", "measure": "text", "target": "text", "task": "text", "reference": "text",
    "footnote": "marker", "indicator": "full", "quantity": "text", "agency": "name", "repair": "read-as",
    "heading": "text", "signatory": None, "recipient": "text", "document": "source", "producer": "name", "item": "text",
}  # fmt: skip

Mutation = Callable[[etree._Element, random.Random], str | None]


def drop_required_child(root: etree._Element, chance: random.Random) -> str | None:
    """Removes a child that its parent must have."""
    places = [
        (element, child)
        for element in root.iter()
        if element.get("ref") is None and (wanted := REQUIRED.get(etree.QName(element).localname)) is not None
        for child in element
        if etree.QName(child).localname == wanted
    ]
    element, child = chance.choice(places)
    element.remove(child)
    return f"{etree.QName(element).localname} without {etree.QName(child).localname}"


def swap_siblings(root: etree._Element, chance: random.Random) -> str | None:
    """Puts an element before its elder sibling."""
    places = [
        element
        for element in root.iter()
        if element.getprevious() is not None
        and element.get("ref") is None
        and etree.QName(element).localname not in ("char", "param", "option", "evidence", "diagnostic", "legal-basis")
        and etree.tostring(element, with_tail=False) != etree.tostring(element.getprevious(), with_tail=False)
    ]
    element = chance.choice(places)
    before = element.getprevious()
    parent = element.getparent()
    if before is None or parent is None:
        return None
    parent.remove(element)
    parent.insert(parent.index(before), element)
    return f"{etree.QName(element).localname} before {etree.QName(before).localname}"


def break_enumeration(root: etree._Element, chance: random.Random) -> str | None:
    """A value outside its closed list."""
    places = [(element, name) for element in root.iter() for name in ENUMERATED if element.get(name) is not None]
    element, name = chance.choice(places)
    element.set(name, "nothing_of_the_kind")
    return f"{etree.QName(element).localname}/@{name}"


def dangle_id(root: etree._Element, chance: random.Random) -> str | None:
    """An id that nothing has."""
    places = [(element, name) for element in root.iter() for name in POINTING if element.get(name) is not None]
    element, name = chance.choice(places)
    element.set(name, f"{element.get(name)}_nowhere")
    return f"{etree.QName(element).localname}/@{name}"


def shift_span(root: etree._Element, chance: random.Random) -> str | None:
    """A span that begins or ends, or both, a little off."""
    places = [element for element in root.iter() if element.get("start") is not None]
    element = chance.choice(places)
    by = chance.choice((-3, -1, 1, 2, 7))
    sides = chance.choice((("start",), ("end",), ("start", "end")))
    for side in sides:
        element.set(side, str(max(0, int(element.get(side, "0")) + by)))
    return f"{etree.QName(element).localname} {sides} by {by}"


MUTATIONS: tuple[Mutation, ...] = (drop_required_child, swap_siblings, break_enumeration, dangle_id, shift_span)


def mutants(data: bytes, count: int, seed: int = 0) -> Iterator[tuple[str, str, bytes]]:
    """``count`` mutants of each kind: the kind, what was done, the bytes."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    for mutation in MUTATIONS:
        chance = random.Random(f"{seed} {mutation.__name__}")
        for _ in range(count):
            copy = deepcopy(root)
            done = mutation(copy, chance)
            if done is not None:
                yield mutation.__name__, done, etree.tostring(copy, encoding="UTF-8")
