"""Files to read, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.read import read
from counterclaim.records import Document, Rejected, Report


@pytest.fixture
def one(tmp_path: Path) -> Callable[..., Report]:
    """Writes a file and reads the one report in it."""

    def write(content: str | bytes, name: str = "report.txt") -> Report:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        (document,) = read([str(path)])
        assert isinstance(document, Document), document
        return document.report

    return write


@pytest.fixture
def all_of(tmp_path: Path) -> Callable[..., tuple[list[Report], list[Rejected]]]:
    """Writes a file and reads it: the reports and the rejections."""

    def write(
        content: str | bytes, name: str, columns: dict[str, str] | None = None
    ) -> tuple[list[Report], list[Rejected]]:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        results = list(read([str(path)], columns=columns))
        return (
            [result.report for result in results if isinstance(result, Document)],
            [result for result in results if isinstance(result, Rejected)],
        )

    return write
