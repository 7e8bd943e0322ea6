"""Characters that must not go further: line ends of all kinds, control characters, halves of surrogate pairs, and
text that was once decoded wrongly ("donâ€™t").

Everything else stays as it is, outer whitespace included, so that offsets which others counted in the same text
still hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# What is left after line ends: the C0 controls but tab and line feed, DEL, the C1 controls, lone surrogates.
_UNUSABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that may go on, and what was done to it, in order."""

    text: str
    steps: tuple[str, ...]


def clean(text: str) -> Cleaned:
    """`text` with one kind of line end, wrong decoding undone where that is certain, and U+FFFD in the place of
    every control character and lone surrogate."""
    steps = []
    lines = _LINE_ENDS.sub("\n", text)
    if lines != text:
        steps.append("line ends made \\n")
    mended = _mend(lines)
    if mended != lines:
        import ftfy

        steps.append(f"wrong decoding undone (ftfy {ftfy.__version__})")
    usable, count = _UNUSABLE.subn("\ufffd", mended)
    if count:
        steps.append(f"{count} control character{'s' if count > 1 else ''} or lone surrogates replaced by U+FFFD")
    return Cleaned(usable, tuple(steps))


def usable(text: str) -> str:
    """`text` with U+FFFD in the place of every control character and lone surrogate; its length stays."""
    return _UNUSABLE.sub("\ufffd", text)


def tidy(value: str | None) -> str | None:
    """A short field (title, outlet, …) on one line without unusable characters; None if nothing is left of it."""
    if value is None:
        return None
    return _SPACES.sub(" ", usable(value)).strip() or None


def _mend(text: str) -> str:
    """`text` with those lines mended that are surely UTF-8 read as something else."""
    if text.isascii():
        return text
    from ftfy.badness import badness

    if not badness(text):
        return text
    return "\n".join(_mend_line(line) for line in text.split("\n"))


def _mend_line(line: str) -> str:
    """`line` mended, if ftfy finds a reading of it that leaves nothing suspicious behind; otherwise as it is."""
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import badness

    if line.isascii() or not badness(line):
        return line
    # What cannot be undone byte for byte stays: a lossy guess would put words into a report's mouth.
    surely = TextFixerConfig(
        uncurl_quotes=False, replace_lossy_sequences=False, restore_byte_a0=False, decode_inconsistent_utf8=False
    )
    mended = fix_encoding(line, surely)
    return mended if "\n" not in mended and not badness(mended) else line
