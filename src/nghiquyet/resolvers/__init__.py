"""Findings → Findings: what a mention points at."""

from collections.abc import Callable

from nghiquyet.records import CleanText, Findings, Outline
from nghiquyet.resolvers.amendments import bind_quotations
from nghiquyet.resolvers.identities import identify, link_mentions
from nghiquyet.resolvers.places import locate

Resolver = Callable[[CleanText, Outline, Findings], Findings]

RESOLVERS: tuple[Resolver, ...] = (identify, locate, bind_quotations)


def resolve(clean: CleanText, outline: Outline, findings: Findings) -> Findings:
    """The findings with links filled in, resolver by resolver."""
    for resolver in RESOLVERS:
        findings = resolver(clean, outline, findings)
    return findings


__all__ = ["RESOLVERS", "link_mentions", "resolve"]
