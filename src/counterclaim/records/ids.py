"""Ids of what was read: content hashes over a canonical JSON array.

The same record has the same id on every machine, in every run and in whatever batch it was read, because
nothing but its own content goes into the hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import TypeAlias

Part: TypeAlias = str | int | float | bool | Sequence["Part"] | None

#: 20 hexadecimal digits are 80 bits: among 100 million records the chance of one collision is 4 in a billion.
ID_LENGTH = 20


def canonical(parts: Sequence[Part]) -> bytes:
    """The one spelling of `parts` as JSON: no spaces, no escapes but those JSON demands, UTF-8.

    Lone surrogates, which UTF-8 cannot hold, are kept apart by `surrogatepass`.
    """
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def content_id(kind: str, *parts: Part) -> str:
    """The id of a record of `kind` whose identity is `parts`: the beginning of a SHA-256 in hexadecimal."""
    return hashlib.sha256(canonical([kind, *parts])).hexdigest()[:ID_LENGTH]
