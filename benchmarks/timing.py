"""How the benchmarks time: medians of several runs in one process, garbage collected before each row, one warm-up.

Processor time of the process, so that other programs on the machine hardly count; new processes by the clock on the wall.
"""

import gc
import statistics
import time
from collections.abc import Callable

RUNS = 9
"""Runs of a row; the median is printed, the minimum and maximum beside it."""


def milliseconds(
    call: Callable[[], object], runs: int = RUNS, clock: Callable[[], float] = time.process_time
) -> tuple[float, float, float]:
    """Median, minimum and maximum of ``runs`` calls, after one that is not counted."""
    call()
    gc.collect()
    taken = []
    for _ in range(runs):
        start = clock()
        call()
        taken.append((clock() - start) * 1000)
    return statistics.median(taken), min(taken), max(taken)
