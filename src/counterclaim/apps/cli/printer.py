"""What a command prints: colours and tables on a terminal, plain lines into a pipe or file.

A plain line is never wrapped, cut or boxed, so that `grep` and `less` see what a reader would. Whatever stands in a
report reaches the terminal only as text: no control characters, no markup.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.apps.wording import clean

#: A piece of a line: words, or words with a Rich style.
Piece = str | tuple[str, str]

_INDENT = "  "


class Printer:
    """Writes lines and tables to one stream, as it can show them."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stdout if stream is None else stream
        self._console = Console(file=self._stream, highlight=False, markup=False, emoji=False)
        #: Whether a person looks at a terminal (or says so with FORCE_COLOR).
        self.terminal = self._console.is_terminal

    @property
    def width(self) -> int:
        """How many columns the terminal has."""
        return self._console.width

    def line(self, *pieces: Piece, indent: int = 0) -> None:
        """One line of `pieces`, moved in by `indent` steps; on a terminal it wraps where the line began."""
        text = _text(pieces)
        if self.terminal:
            self._console.print(Padding(text, (0, 0, 0, len(_INDENT) * indent)))
        else:
            self._stream.write(f"{_INDENT * indent}{text.plain}".rstrip() + "\n")

    def marked(self, words: str) -> list[Piece]:
        """Words made to stand out from the line they are in: underlined, or in double brackets."""
        return [(words, "bold underline")] if self.terminal else ["[[", words, "]]"]

    def columns(self, cells: Sequence[Sequence[Sequence[Piece]]]) -> None:
        """Stacks of lines beside each other on a terminal that has room for them, below each other elsewhere."""
        if self.terminal and self.width >= 36 * len(cells):
            grid = Table.grid(expand=True, padding=(0, 4, 0, 0))
            for _ in cells:
                grid.add_column(ratio=1)
            grid.add_row(*(Text("\n").join(_text(line) for line in cell) for cell in cells))
            self._console.print(Padding(grid, (0, 0, 0, len(_INDENT))))
            return
        for cell in cells:
            for at, line in enumerate(cell):
                self.line(*line, indent=1 if at == 0 else 2)

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Records with the same facts: a table on a terminal; elsewhere a line each, with the first value bare and
        every other that is known after its column's name. Columns in which nothing is known are left out."""
        if not self.terminal:
            for row in rows:
                facts = [f"{name}: {value}" for name, value in zip(columns[1:], row[1:], strict=True) if value]
                self.line(f"{row[0]}  {'; '.join(facts)}")
            return
        rows = list(rows)
        filled = [at for at in range(len(columns)) if at == 0 or any(row[at] for row in rows)]
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        for at in filled:
            table.add_column(columns[at], style="cyan" if at == 0 else "", no_wrap=at == 0, overflow="fold")
        for row in rows:
            table.add_row(*(Text(clean(row[at])) for at in filled))
        self._console.print(table)

    def grid(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Figures under their columns, with spaces between: the same on a terminal and in a pipe."""
        widths = [max(len(clean(row[at])) for row in [columns, *rows]) for at in range(len(columns))]
        for number, row in enumerate([columns, *rows]):
            cells = [clean(value).ljust(width) for value, width in zip(row, widths, strict=True)]
            text = Text("  ".join(cells).rstrip(), style="bold" if number == 0 else "")
            if self.terminal:
                self._console.print(text, soft_wrap=True)
            else:
                self._stream.write(text.plain + "\n")


def _text(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        words, style = (piece, "") if isinstance(piece, str) else piece
        text.append(clean(words), style)
    return text
