"""One message in two languages."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Entry:
    """``vi`` and ``en`` are ``str.format`` templates over ``params``."""

    severity: Severity
    vi: str
    en: str
    params: tuple[str, ...] = ()
