"""Document ↔ XML of ``schemas/nghiquyet.xsd``: readable names, facts marked inline in the text, lossless for every str.

Facts stand in full in their lists (``<measures>``, ``<tasks>``, ``<references>`` …); inside a ``<text>`` an inline
element points at the fact that is printed there, where the marks nest.
"""

from nghiquyet.formats.native_xml.problems import problems
from nghiquyet.formats.native_xml.reading import load
from nghiquyet.formats.native_xml.writing import dump

__all__ = ["dump", "load", "problems"]
