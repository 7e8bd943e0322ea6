"""From what a user names (files, folders, patterns, `-`) to sources, in an order that is always the same."""

from __future__ import annotations

import errno
import glob
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO

from counterclaim.read.characters import usable
from counterclaim.read.decode import decode, wide
from counterclaim.read.source import HEAD_BYTES, Source
from counterclaim.records import Rejected

#: What the beginning of a file says it is. None of these holds text that could be read here.
_SIGNATURES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"RIFF", "a picture, a sound or a film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a film"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a word processor's document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
)
#: Above this share of control characters, and more of them than a slip, it is no text. Compressed data has a tenth.
_MOST_CONTROLS, _SLIPS = 0.02, 8
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")


def sources(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Source | Rejected]:
    """A source for every file that `paths` name, and a rejection for whatever cannot be opened.

    A folder is walked with its subfolders, names sorted, hidden ones (`.name`) left out. Links are followed,
    except to a folder that is being walked already.
    """
    for path in map(os.fspath, paths):
        if path == "-":
            yield from _standard_input(stdin or sys.stdin.buffer)
        elif os.path.lexists(path):
            yield from _walk(path, ())
        elif glob.has_magic(path):
            matches = sorted(glob.glob(path, recursive=True))
            if not matches:
                yield Rejected(shown(path), None, f'no file fits the pattern "{shown(path)}": check its spelling')
            for match in matches:
                # "**" also gives folders, whose files it gives as well.
                if "**" not in path or not os.path.isdir(match):
                    yield from _walk(match, ())
        else:
            yield Rejected(shown(path), None, f'there is no file or folder "{shown(path)}": check its name')


def shown(path: str) -> str:
    """`path` with forward slashes, and U+FFFD for what in a file name is no character."""
    return usable(path.replace(os.sep, "/"))


def _walk(path: str, above: tuple[tuple[int, int], ...]) -> Iterator[Source | Rejected]:
    """What lies at `path`. `above` are the folders (device and number) on the way down to it."""
    try:
        found = os.stat(path)
        if not stat.S_ISDIR(found.st_mode):
            yield _file(path, found)
            return
        here = (found.st_dev, found.st_ino)
        if here in above:
            yield Rejected(shown(path), None, "this link leads back to a folder that it lies in: remove the link")
            return
        names = sorted(name for name in os.listdir(path) if not name.startswith("."))
    except OSError as error:
        yield Rejected(shown(path), None, why(error))
        return
    if not names and not above:
        yield Rejected(shown(path), None, "this folder is empty: name one that holds reports")
    for name in names:
        yield from _walk(os.path.join(path, name), (*above, here))


def _file(path: str, found: os.stat_result) -> Source | Rejected:
    """The source that the file at `path` is."""
    if not stat.S_ISREG(found.st_mode):
        return Rejected(shown(path), None, "this is a device, pipe or socket, not a file: give its content by `-`")
    with open(path, "rb") as stream:
        head = stream.read(HEAD_BYTES)
    suffix = PurePath(path).suffix.lower()
    return _checked(Source(shown(path), suffix, found.st_size, head, lambda: open(path, "rb")))


def _standard_input(stdin: BinaryIO) -> Iterator[Source | Rejected]:
    """What comes in by standard input, put aside in a temporary file so that it can be looked at twice."""
    with tempfile.TemporaryFile() as kept:
        try:
            shutil.copyfileobj(stdin, kept)
        except (OSError, ValueError) as error:
            yield Rejected(None, None, f"standard input cannot be read ({error})")
            return
        size = kept.tell()
        kept.seek(0)
        head = kept.read(HEAD_BYTES)

        def again() -> BinaryIO:
            stream = os.fdopen(os.dup(kept.fileno()), "rb")
            stream.seek(0)
            return stream

        yield _checked(Source(None, "", size, head, again))


def _checked(source: Source) -> Source | Rejected:
    """`source`, unless its beginning shows that it holds no text."""
    if not source.head:
        return source.rejected("this is empty: there is nothing to read")
    kind = next((kind for signature, kind in _SIGNATURES if source.head.startswith(signature)), None)
    if kind is not None:
        return source.rejected(f"this is {kind}, not a text: give the report's text")
    text = decode(source.head).text if wide(source.head) else source.head.decode("latin-1")
    controls = len(_CONTROLS.findall(text))
    if controls > max(_SLIPS, _MOST_CONTROLS * len(text)):
        return source.rejected("this is no text but binary data: give the report's text")
    return source


def why(error: OSError) -> str:
    """What kept a file or folder from being opened, in a sentence."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return "it cannot be read for lack of permission: allow reading, or copy it"
        case errno.ELOOP:
            return "this link leads back to itself: remove it"
        case errno.ENOENT:
            return "this link leads to nothing: remove it, or bring back what it named"
        case errno.ENAMETOOLONG:
            return "its name is too long: shorten it"
        case _:
            return f"it cannot be read ({error.strerror or error}): check the file and the disk"
