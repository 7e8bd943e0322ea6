"""From bytes to characters: which encoding a file is in, and what was lost on the way.

A byte order mark decides; then the pattern of UTF-16 without one; then UTF-8 if every byte fits. What is left is
either UTF-8 with some damage or one of the older single-byte encodings, and the two are told apart by which of
them makes more of the bytes into letters that stand among letters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How much of a file is looked at to guess its encoding. charset-normalizer needs 0.1 s for 64 kB.
SAMPLE = 65_536
#: At least this share of the bytes above 127 must read as natural Windows-1252 for that to be believed.
_NATURAL = 0.75
#: With fewer characters above 127 than this, statistics find a script for mere damage.
_ENOUGH = 20
_HIGH = re.compile(r"[^\x00-\x7f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters made of bytes, and the encoding that they were read as."""

    text: str
    encoding: str
    damaged: bool = False

    @property
    def said(self) -> str:
        """What was done, for `Report.cleaning`."""
        damage = ", bytes that do not fit replaced" if self.damaged else ""
        return f"decoded as {self.encoding}{damage}"


def mark(data: bytes) -> tuple[bytes, str | None]:
    """The byte order mark that `data` begins with (empty if none) and the encoding that it stands for."""
    for bom, encoding in _MARKS:
        if data.startswith(bom):
            return bom, encoding
    return b"", None


def wide(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 encoding of `data`, by its mark or by where its zero bytes stand; None if neither."""
    encoding = mark(data)[1]
    if encoding is not None:
        return None if encoding == "utf-8" else encoding
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # Spaces and line ends alone make a tenth of the odd (or even) bytes zero in UTF-16 of any script.
    few = len(sample) // 20
    if odd > few and even * 10 <= odd:
        return "utf-16-le"
    if even > few and odd * 10 <= even:
        return "utf-16-be"
    return None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`, without a byte order mark. Never fails: what fits nothing becomes U+FFFD.

    `declared` is an encoding that the file itself names (a web page's `charset`, say), believed after a mark and
    after UTF-8, and only if every byte fits it.
    """
    bom, encoding = mark(data)
    encoding = encoding or wide(data)
    if encoding is not None:
        return _strictly(data[len(bom) :], encoding) or Decoded(
            data[len(bom) :].decode(encoding, "replace"), encoding, True
        )
    for name in ("utf-8", declared):
        whole = _strictly(data, name) if name else None
        if whole is not None:
            return whole
    return _guess(data)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    """`data` in `encoding` if all of it fits."""
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
    # Some codecs of Python ("rot13", "base64") do not give text.
    return Decoded(text, codecs.lookup(encoding).name) if isinstance(text, str) else None


def _guess(data: bytes) -> Decoded:
    """The best reading of bytes that are not wholly UTF-8."""
    repaired = Decoded(data.decode("utf-8", "replace"), "utf-8", True)
    sequences = len(_UTF8_SEQUENCE.findall(data))
    if sequences and sequences >= repaired.text.count("\ufffd"):
        return repaired
    western = data[:SAMPLE].decode("cp1252", "replace")
    high = list(_HIGH.finditer(western))
    natural = sum(_natural(western, match.start()) for match in high)
    if natural >= _NATURAL * len(high):
        letters = sum(char.isalpha() for char in western)
        # In Western languages accents are rare; where most letters are above 127 it is another script.
        if sum(match.group().isalpha() for match in high) * 3 < max(letters, 1):
            return Decoded(data.decode("cp1252", "replace"), "windows-1252", "\ufffd" in western)
    return (_by_statistics(data) if len(high) >= _ENOUGH else None) or repaired


def _natural(text: str, at: int) -> bool:
    """Whether the character at `at` stands where a writer would put it: a letter at a letter, a quotation mark
    or dash at the edge of a word, a sign before a number."""
    char = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char.isalpha():
        return before.isalpha() or after.isalpha()
    if char in "‘’“”„«»‚‹›":
        return before != after or not before.isspace()
    if char in "–—…•·\xa0":
        return True
    return char in "€£¥§©®™°±²³½¼¾" and (not before.isalpha() or not after.isalpha())


def _by_statistics(data: bytes) -> Decoded | None:
    """What charset-normalizer makes of `data`, from its first 64 kB."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], threshold=0.2).best()
    if best is None or best.encoding in ("utf_8", "ascii"):
        return None
    text = data.decode(best.encoding, "replace")
    return Decoded(text, codecs.lookup(best.encoding).name, "\ufffd" in text)
