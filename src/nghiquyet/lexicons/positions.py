"""Positions of those who sign."""

from nghiquyet.lexicons.tables import Table

POSITIONS = Table("positions")
