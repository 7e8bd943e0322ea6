"""Whole tables of a ledger as files: JSON lines, CSV, Parquet.

The store gives the rows, their fields and their order (`View.table`, `store.TABLES`); this room only spells them.
Read `export_table` in `writing.py`; `parquet.py` has the column types and is only imported where they are needed.
"""

from counterclaim.apps.export.writing import export_table

__all__ = ["export_table"]
