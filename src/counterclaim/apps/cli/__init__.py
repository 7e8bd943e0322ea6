"""The `counterclaim` command: Typer for its options, Rich for a terminal, plain lines everywhere else.

`app.py` has the commands and `main`, `show/` what `counterclaim show` prints of each kind of record, `printer.py`
how it reaches a terminal or a pipe. Start-up must stay quick: whatever is heavy (spaCy, FastAPI, Arrow) is imported
by the command that needs it, when it runs; a test looks.
"""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Runs the command line and exits with its code: 0, 1 where something was wrong, 2 for wrong usage."""
    from counterclaim.apps.cli.app import run

    raise SystemExit(run())
