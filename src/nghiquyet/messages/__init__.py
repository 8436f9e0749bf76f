"""The words of the library: every sentence that people see, in Vietnamese and English, one table for each audience."""

from nghiquyet.messages.entries import Entry, Severity
from nghiquyet.messages.errors import ERRORS
from nghiquyet.messages.pages import PAGES
from nghiquyet.messages.problems import PROBLEMS
from nghiquyet.messages.screen import SCREEN
from nghiquyet.messages.terms import TERMS

__all__ = ["ERRORS", "PAGES", "PROBLEMS", "SCREEN", "TERMS", "Entry", "Severity"]
