"""`python -m counterclaim.examples FOLDER` copies the example's reports into FOLDER, to be looked at and built."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from counterclaim import examples


def main(arguments: list[str]) -> int:
    """Copy the reports and say how many files there are; 2 if it was called wrongly, as for every command."""
    if len(arguments) != 1:
        sys.stderr.write("Give one folder to copy the example's reports into: python -m counterclaim.examples FOLDER\n")
        return 2
    folder = Path(arguments[0])
    shutil.copytree(examples.path(), folder, dirs_exist_ok=True)
    sys.stdout.write(f"{len(list(folder.iterdir()))} files of reports are in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
