"""Shares with the interval in which the true share lies in 95 of 100 cases (Wilson 1927)."""

from math import sqrt

Z = 1.959964


def interval(hits: int, of: int) -> tuple[float, float]:
    """Lower and upper end; 0 and 1 where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share = hits / of
    middle = share + Z * Z / (2 * of)
    width = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    return max(0.0, (middle - width) / scale), min(1.0, (middle + width) / scale)


def shown(hits: int, of: int) -> str:
    """«98 of 100 = 0.980 (0.930–0.994)»."""
    low, high = interval(hits, of)
    share = f"{hits / of:.3f}" if of else "–"
    return f"{hits} of {of} = {share} ({low:.3f}–{high:.3f})"
