"""The bundled example: twelve short reports on a dispute that was made up, with what a careful reader finds in them.

It is what `counterclaim demo` builds, what the README walks through, and a test. `ilvane/reports` holds the reports,
`ilvane/gold.yaml` the gold, `ilvane/README.md` what is in them and their licence. Read `ilvane/README.md` first.
"""

from __future__ import annotations

import importlib.resources
from pathlib import Path

#: The folder of the example, named after the river of its dispute.
NAME = "ilvane"


def path() -> Path:
    """The folder of the example's reports, to be given to `counterclaim.build`."""
    return _folder() / "reports"


def gold_path() -> Path:
    """The file that says what is to be found in the example's reports."""
    return _folder() / "gold.yaml"


def _folder() -> Path:
    return Path(str(importlib.resources.files(__name__))) / NAME
