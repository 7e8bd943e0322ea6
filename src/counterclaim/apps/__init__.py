"""What people and programs see of a ledger: the terminal, the web page, whole tables.

`cli/` is the `counterclaim` command, `web/` the pages and the JSON at the same addresses, `export/` the tables as
JSON lines, CSV and Parquet. None of them decides anything about reports: they ask the store's `View` for records
and put them into words. Those words are shared, so that the terminal and the page say the same: read
`wording.py` first, then `cli/app.py` for the commands or `web/pages/` for the addresses.
"""
