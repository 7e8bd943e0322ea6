"""What the README shows is what its commands print.

Its `console` and `pycon` blocks are run in their order in an empty folder. After a change that is meant,
`.venv/bin/python tests/test_readme.py` writes what they print now into the README: read the difference.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"

#: An id that a command of the README gives by its beginning. Ids change when the reports or the rules do.
_DISPUTE = re.compile(r"(?<=show ilvane\.db disputes )[0-9a-f]+")


def refreshed(text: str, folder: Path) -> str:
    """The README with what its blocks print now, in place of what they say."""
    python: dict[str, object] = {}
    run: dict[str, Callable[[str], str]] = {
        "console": lambda block: _console(block, folder),
        "pycon": lambda block: _pycon(block, python),
    }

    def block(match: re.Match[str]) -> str:
        return f"```{match[1]}\n{run[match[1]](match[2])}```"

    with contextlib.chdir(folder):
        return re.sub(r"^```(console|pycon)\n(.*?)^```", block, text, flags=re.MULTILINE | re.DOTALL)


def _console(block: str, folder: Path) -> str:
    lines = []
    for line in block.splitlines():
        if line.startswith("$ "):
            command = _with_id(line.removeprefix("$ "), folder)
            lines += [f"$ {command}", *_shell(command, folder).splitlines()]
    return "\n".join(lines) + "\n"


def _with_id(command: str, folder: Path) -> str:
    """The command as it is, or with the first dispute about roles if nothing has the id it gives any more."""
    ledger = folder / "ilvane.db"
    if not (given := _DISPUTE.search(command)) or not ledger.exists():
        return command
    import counterclaim

    with counterclaim.open(ledger) as view:
        disputes = view.disputes()
    if any(dispute.id.startswith(given[0]) for dispute in disputes):
        return command
    first = min(disputes, key=lambda dispute: dispute.slot != "roles")
    return _DISPUTE.sub(first.id[:6], command)


def _shell(command: str, folder: Path) -> str:
    """What a command prints on standard output. It must end with 0."""
    plain = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "COLUMNS")}
    plain["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{plain['PATH']}"
    done = subprocess.run(command, shell=True, cwd=folder, env=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command} ended with {done.returncode}: {done.stderr}"
    return done.stdout


def _pycon(block: str, names: dict[str, object]) -> str:
    """A session in Python with what it prints. Names live on from block to block."""
    lines = []
    for example in doctest.DocTestParser().get_examples(block):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(example.source, "README.md", "single"), names)
        first, *more = example.source.splitlines()
        lines += [f">>> {first}", *(f"... {line}" for line in more), *printed.getvalue().splitlines()]
    return "\n".join(lines) + "\n"


def test_the_readme_shows_what_its_commands_print(tmp_path):
    text = README.read_text(encoding="utf-8")
    assert refreshed(text, tmp_path) == text


def test_a_block_that_says_something_else_would_be_noticed(tmp_path):
    block = "```console\n$ echo one && echo two\nsomething else\n```"
    assert refreshed(block, tmp_path) == "```console\n$ echo one && echo two\none\ntwo\n```"
    block = "```pycon\n>>> for n in (1, 2):\n...     print(n)\n0\n>>> n\n```"
    assert refreshed(block, tmp_path) == "```pycon\n>>> for n in (1, 2):\n...     print(n)\n1\n2\n>>> n\n2\n```"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        README.write_text(refreshed(README.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
