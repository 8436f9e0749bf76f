"""Findings → Findings: what a mention points at."""

from collections.abc import Callable
from functools import partial

from nghiquyet.identities import Registry
from nghiquyet.records import CleanText, Findings, Outline
from nghiquyet.resolvers.amendments import bind_quotations
from nghiquyet.resolvers.attached import identify_attached
from nghiquyet.resolvers.bases import bind_bases
from nghiquyet.resolvers.identities import identify, link_mentions
from nghiquyet.resolvers.places import locate

Resolver = Callable[[CleanText, Outline, Findings], Findings]

RESOLVERS: tuple[Resolver, ...] = (identify, identify_attached, locate, bind_quotations, bind_bases)


def resolve(clean: CleanText, outline: Outline, findings: Findings, registry: Registry | None = None) -> Findings:
    """The findings with links filled in, resolver by resolver; only identities ask the ``registry``."""
    first: Resolver = partial(identify, registry=registry)
    for resolver in (first, *RESOLVERS[1:]):
        findings = resolver(clean, outline, findings)
    return findings


__all__ = ["RESOLVERS", "Registry", "link_mentions", "resolve"]
