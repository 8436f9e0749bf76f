"""The domain as tables. ``TABLES`` lists them in the order in which the pipeline meets them."""

from nghiquyet.lexicons.bodies import BODY_ROWS
from nghiquyet.lexicons.places import PROVINCES
from nghiquyet.lexicons.positions import POSITIONS
from nghiquyet.lexicons.tables import Row, Table, lexicons_sha256

TABLES: tuple[Table, ...] = (
    Table("section_roles"),
    Table("site_lines"),
    Table("open_ends"),
    BODY_ROWS,
    PROVINCES,
    POSITIONS,
    Table("document_types"),
    Table("party_rules"),
    Table("law_abbreviations"),
    Table("relation_cues"),
    Table("units"),
    Table("unit_denominators"),
    Table("comparators"),
    Table("numbered_nouns"),
    Table("indicator_heads"),
    Table("name_words"),
    Table("target_columns"),
    Table("indicators"),
    Table("indicator_synonyms"),
    Table("scope_synonyms"),
    Table("unit_conversions"),
    Table("agency_heads"),
    Table("task_verbs"),
    Table("cue_words"),
)
"""Every table whose rows carry examples; the tests walk it."""

__all__ = ["TABLES", "Row", "Table", "lexicons_sha256"]
