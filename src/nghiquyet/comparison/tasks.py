"""Tasks of two resolutions: kept, reworded, merged, split, added, dropped."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nghiquyet.comparison.assignment import best_pairs
from nghiquyet.comparison.changes import AgencyChange, DeadlineChange, Match, TaskChange, TaskSide, TaskStatus
from nghiquyet.comparison.likeness import Weights
from nghiquyet.comparison.preparation import TaskWords
from nghiquyet.comparison.wording import differences, is_misread
from nghiquyet.model import Agency, AgencyRole, Period, Task
from nghiquyet.text.vietnamese import fold

_STRONG, _WEAK, _SURE = 0.6, 0.42, 0.55
"""Likeness of a pair made first, of a pair made at all, of one that is not doubtful."""
_HELD, _OWN = 0.6, 0.5
"""A task is part of another when so much of it stands there, and so much in words that no other part explains."""
_WELL_HELD, _TELLING = 0.8, 0.2
"""It must stand there nearly whole, or explain so much of the other."""
_SOME, _COMPLETING = 0.3, 0.5
"""Or less of it stands there, but it explains so much of what the partner leaves open."""

_MOST_HOLDERS = 60

Pair = tuple[int, int]
Territories = tuple[str | None, str | None]
Bag = Mapping[str, int]


def compare_tasks(
    before: Sequence[TaskWords], after: Sequence[TaskWords], territories: Territories = (None, None)
) -> tuple[TaskChange, ...]:
    """What became of each task, in the order of the later text, dropped ones behind their neighbour.

    ``territories``: the provinces of the two, whose bodies are the same but for that name.
    """
    return _Alignment(before, after, territories).changes()


@dataclass(frozen=True, slots=True)
class _Group:
    """One with one, several with one, one with several: places in the earlier text and in the later one."""

    sides: tuple[list[int], list[int]]
    match: Match


class _Alignment:
    def __init__(self, before: Sequence[TaskWords], after: Sequence[TaskWords], territories: Territories) -> None:
        self.before, self.after, self.territories = before, after, territories
        self.weights = Weights([*(list(task.bag) for task in before), *(list(task.bag) for task in after)])
        self.totals = (
            [self.weights.total(task.bag) for task in before],
            [self.weights.total(task.bag) for task in after],
        )
        self.shared = self._shared()
        self.near: tuple[dict[int, list[Pair]], dict[int, list[Pair]]] = ({}, {})
        """The pairs of each task of the earlier and of the later text."""
        for pair in self.shared:
            for side, place in enumerate(pair):
                self.near[side].setdefault(place, []).append(pair)
        self.bags = ([task.bag for task in before], [task.bag for task in after])
        self.groups: list[_Group] = []
        self.free: tuple[set[int], set[int]] = (set(range(len(before))), set(range(len(after))))

    def _shared(self) -> dict[Pair, float]:
        """The weight of the words in common, for pairs that share any word of more than common weight."""
        holders: dict[str, list[int]] = {}
        for right, task in enumerate(self.after):
            for word in task.bag:
                holders.setdefault(word, []).append(right)
        # In long texts too: a task is not set beside hundreds for a word that they all have.
        often = max(8, min(len(self.after) // 3, _MOST_HOLDERS))
        found: dict[Pair, float] = {}
        for left, task in enumerate(self.before):
            near = {right for word in task.bag if len(at := holders.get(word, ())) <= often for right in at}
            for right in sorted(near):
                found[left, right] = self.weights.shared(task.bag, self.after[right].bag)
        return found

    def changes(self) -> tuple[TaskChange, ...]:
        self._pair_equals()
        self._pair(_STRONG)
        for many in (0, 1):
            self._join(many, completing=False)
        self._pair(_WEAK)
        for many in (0, 1):
            self._join(many, completing=True)
        return self._in_order()

    def likeness(self, pair: Pair) -> float:
        """Dice's coefficient over the weighted words."""
        total = self.totals[0][pair[0]] + self.totals[1][pair[1]]
        return 2 * self.shared[pair] / total if total else 0.0

    def _pair_equals(self) -> None:
        """Equal wording first, in text order: a sentence that stands twice goes with its twin."""
        places: dict[tuple[str, ...], list[int]] = {}
        for right, task in enumerate(self.after):
            if task.exact:
                places.setdefault(task.exact, []).append(right)
        for left, task in enumerate(self.before):
            if waiting := places.get(task.exact):
                self._group([left], [waiting.pop(0)], Match(score=1.0, rule="same_words"))

    def _pair(self, accepted: float) -> None:
        scores = {
            pair: score
            for pair in self.shared
            if pair[0] in self.free[0] and pair[1] in self.free[1] and (score := self.likeness(pair)) >= accepted
        }
        ordered = {
            # Order decides between equals.
            pair: score - 0.01 * abs(pair[0] / len(self.before) - pair[1] / len(self.after))
            for pair, score in scores.items()
        }
        for left, right in best_pairs(ordered):
            score = scores[left, right]
            misread = is_misread(self.before[left].exact, self.after[right].exact)
            rule = "same_words_misread" if misread else "alike_words"
            self._group([left], [right], Match(score=round(score, 3), rule=rule, doubtful=score < _SURE))

    def _join(self, many: int, completing: bool) -> None:
        """Free tasks of one side that stand inside a task of the other: merged (``many`` 0) or split (1).

        A host without partner needs two of them: one alone is a likeness that was too weak to make a pair.
        """
        hosts = sorted({pair[1 - many] for pair in self.shared})
        offers = [
            (sum(held for held, _ in parts), host, parts)
            for host in hosts
            if (parts := self._parts(many, host, completing))
        ]
        for _, host, _ in sorted(offers, key=lambda offer: (-offer[0], offer[1])):
            parts = self._parts(many, host, completing)
            group = self._holder(many, host)
            if not parts or (group is None and len(parts) < 2):
                continue
            match = Match(
                score=round(min(held for held, _ in parts), 3),
                rule="held_by_one",
                doubtful=min(held for held, _ in parts) < _HELD + 0.1,
            )
            joined = [part for _, part in parts]
            if group is not None:
                joined += self.groups[group].sides[many]
                del self.groups[group]
            self._group(sorted(joined) if many == 0 else [host], [host] if many == 0 else sorted(joined), match)

    def _parts(self, many: int, host: int, completing: bool) -> list[tuple[float, int]]:
        """``(share held, task)`` of the free tasks that stand in ``host``, each in words that no other part explains.

        With ``completing`` also those that explain much of what the partner leaves open.
        """
        one = 1 - many
        group = self._holder(many, host)
        if group is None and host not in self.free[one]:
            return []
        least = _SOME if completing and group is not None else _HELD
        shares = [
            (share, pair[many])
            for pair in self.near[one].get(host, ())
            if pair[many] in self.free[many]
            and self.totals[many][pair[many]]
            and (share := self.shared[pair] / self.totals[many][pair[many]]) >= least
        ]
        if not shares:
            return []
        partners = self.groups[group].sides[many] if group is not None else []
        rest = _without(self.bags[one][host], (self.bags[many][part] for part in partners))
        whole, left = self.totals[one][host], self.weights.total(rest)
        found: list[tuple[float, int]] = []
        explained = 0.0
        for share, part in sorted(shares, key=lambda item: (-item[0], item[1])):
            own = self.weights.shared(self.bags[many][part], rest)
            # A short sentence of common words stands in any long paragraph.
            tells = share >= _WELL_HELD or own >= _TELLING * whole
            stands = share >= _HELD and own >= _OWN * self.totals[many][part] and tells
            completes = least == _SOME and own >= _COMPLETING * left and left >= _TELLING * whole
            if stands or completes:
                found.append((share, part))
                explained += own
                rest = _without(rest, (self.bags[many][part],))
                left = self.weights.total(rest)
        return found if group is not None or explained >= _OWN * whole else []

    def _holder(self, many: int, host: int) -> int | None:
        """The group of a host that stands alone on its side; None for a free host and for one of several."""
        for place, group in enumerate(self.groups):
            if host in group.sides[1 - many] and len(group.sides[1 - many]) == 1:
                return place
        return None

    def _group(self, lefts: list[int], rights: list[int], match: Match) -> None:
        self.groups.append(_Group((lefts, rights), match))
        self.free[0].difference_update(lefts)
        self.free[1].difference_update(rights)

    def _in_order(self) -> tuple[TaskChange, ...]:
        places: list[tuple[tuple[float, float], TaskChange]] = []
        anchors: dict[int, int] = {}
        for group in self.groups:
            lefts, rights = group.sides
            anchors.update((left, min(rights)) for left in lefts)
            places.append(((min(rights), 0), self._change(lefts, rights, group.match)))
        for right in self.free[1]:
            places.append(((right, 0), _alone("added", (), (self.after[right].task,), self.territories)))
        anchor = -1.0
        for left in range(len(self.before)):
            if left in anchors:
                anchor = anchors[left]
            elif left in self.free[0]:
                places.append(((anchor, 1 + left), _alone("dropped", (self.before[left].task,), (), self.territories)))
        return tuple(change for _, change in sorted(places, key=lambda item: item[0]))

    def _change(self, lefts: Sequence[int], rights: Sequence[int], match: Match) -> TaskChange:
        before, after = [self.before[left] for left in lefts], [self.after[right] for right in rights]
        kept = len(lefts) == len(rights) == 1 and match.rule in ("same_words", "same_words_misread")
        status: TaskStatus = (
            "merged" if len(lefts) > 1 else "split" if len(rights) > 1 else "kept" if kept else "reworded"
        )
        plain = match.rule == "same_words"
        return TaskChange(
            status=status,
            before=tuple(_side(task.task) for task in before),
            after=tuple(_side(task.task) for task in after),
            pieces=() if plain else differences([task.words for task in before], [task.words for task in after]),
            agencies=_agencies([task.task for task in before], [task.task for task in after], self.territories),
            deadline=deadline_change([task.task.deadline for task in before], [task.task.deadline for task in after]),
            match=match,
        )


def _without(bag: Bag, others: Iterable[Bag]) -> Counter[str]:
    rest = Counter(bag)
    for other in others:
        rest -= Counter(other)
    return rest


def _side(task: Task) -> TaskSide:
    return TaskSide(id=task.id, text=task.text, container=task.container, deadline=task.deadline, span=task.span)


def _alone(status: TaskStatus, before: Sequence[Task], after: Sequence[Task], territories: Territories) -> TaskChange:
    return TaskChange(
        status=status,
        before=tuple(map(_side, before)),
        after=tuple(map(_side, after)),
        agencies=_agencies(before, after, territories),
        deadline=deadline_change([task.deadline for task in before], [task.deadline for task in after]),
    )


def deadline_change(before: Iterable[Period | None], after: Iterable[Period | None]) -> DeadlineChange | None:
    """How the last deadline moved; null when neither names one, or none with an end."""
    one = max((period.end for period in before if period and period.end), default=None)
    other = max((period.end for period in after if period and period.end), default=None)
    if one is None or other is None:
        return "set" if other else "removed" if one else None
    return "kept" if one == other else "earlier" if other < one else "later"


def _agencies(before: Sequence[Task], after: Sequence[Task], territories: Territories) -> tuple[AgencyChange, ...]:
    one, other = _named(before, territories[0]), _named(after, territories[1])
    found = []
    for key in (*one, *(key for key in other if key not in one)):
        first, second = one.get(key), other.get(key)
        shown = second or first
        if shown is None:
            continue
        roles: tuple[AgencyRole | None, AgencyRole | None] = (
            first.role if first else None,
            second.role if second else None,
        )
        found.append(
            AgencyChange(
                name=shown.canonical or shown.name,
                status="added"
                if not first
                else "dropped"
                if not second
                else "kept"
                if roles[0] == roles[1]
                else "other_role",
                before=roles[0],
                after=roles[1],
                before_span=first.span if first else None,
                after_span=second.span if second else None,
            )
        )
    return tuple(found)


def _named(tasks: Sequence[Task], territory: str | None) -> dict[str, Agency]:
    """The bodies by their names without their province's: «Sở Tài chính tỉnh Bắc Ninh» → «sở tài chính tỉnh»."""
    found: dict[str, Agency] = {}
    place = f" {fold(territory)}" if territory else ""
    for task in tasks:
        for agency in task.agencies:
            name = fold(agency.canonical or agency.name)
            if place and name.endswith(place):
                name = name.removesuffix(place)
                name = f"{name.removesuffix(' thành phố')} tỉnh" if name.endswith(" thành phố") else name
            found.setdefault(name, agency)
    return found
