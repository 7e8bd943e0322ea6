"""Who may read and who may judge: nobody is asked on this machine, tokens are where others can reach the server.

A token is handed over once, in the address (`?token=…`) or by a client in `Authorization: Bearer …`, and is kept by the
browser in a cookie that no script can read and no other site can have sent.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.requests import HTTPConnection

from counterclaim.records import CounterclaimError, UsageError

COOKIE = "counterclaim-token"
#: The variables of the environment by which tokens can be given.
READING, REVIEWING = "COUNTERCLAIM_READ_TOKEN", "COUNTERCLAIM_REVIEW_TOKEN"
#: A token of one's own must be no shorter; ours are of 32 bytes.
_SHORTEST = 16


class Level(IntEnum):
    """What somebody may do."""

    NOTHING = 0
    READ = 1
    REVIEW = 2


@dataclass(frozen=True, slots=True)
class Access:
    """The tokens of a server; None where none is asked for."""

    read: str | None = None
    review: str | None = None

    def level(self, token: str | None) -> Level:
        """What whoever has this token may do."""
        given = (token or "").encode()
        # Both are compared, each in a time that tells nothing of how much of it is right.
        may_review = self.review is None or hmac.compare_digest(given, self.review.encode())
        may_read = self.read is None or hmac.compare_digest(given, self.read.encode())
        if may_review:
            return Level.REVIEW
        return Level.READ if may_read else Level.NOTHING

    def level_of(self, request: HTTPConnection) -> Level:
        """What whoever sends this request may do."""
        kind, _, bearer = request.headers.get("authorization", "").partition(" ")
        tokens = [bearer.strip()] if kind.lower() == "bearer" else []
        tokens.append(request.cookies.get(COOKIE, ""))
        return max(self.level(token) for token in tokens)


def tokens_for(ledger: Path, environment: Mapping[str, str] = os.environ, state: Path | None = None) -> Access:
    """The tokens of a server of this ledger that others can reach: those of the environment, or those of the user's
    state, made where there are none yet, so that an address that was given away stays good.

    Raises `UsageError` for a token that is too short or both the same, `CounterclaimError` where the state cannot be
    written.
    """
    given = {name: environment.get(name) for name in (READING, REVIEWING)}
    for name, token in given.items():
        if token is not None and len(token) < _SHORTEST:
            raise UsageError(f"the token in {name} has fewer than {_SHORTEST} characters; make a longer one")
    made = {} if all(given.values()) else _kept(ledger, state)
    access = Access(given[READING] or made["read"], given[REVIEWING] or made["review"])
    if access.read == access.review:
        raise UsageError(f"{READING} and {REVIEWING} are the same; whoever may only read would judge")
    return access


def _kept(ledger: Path, state: Path | None) -> dict[str, str]:
    if state is None:
        import platformdirs

        state = Path(platformdirs.user_state_path("counterclaim"))
    path = state / "tokens.json"
    key = hashlib.sha256(os.fsencode(os.path.realpath(ledger))).hexdigest()
    try:
        known = json.loads(path.read_text()) if path.exists() else {}
        if key not in known:
            known[key] = {"read": secrets.token_urlsafe(32), "review": secrets.token_urlsafe(32)}
            state.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as file:
                json.dump(known, file)
        tokens: dict[str, str] = known[key]
        return {"read": tokens["read"], "review": tokens["review"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CounterclaimError(
            f"tokens cannot be kept in {path} ({error}); give them in {READING} and {REVIEWING}"
        ) from error


def handed_over(query: str) -> tuple[str | None, str]:
    """The token in a query, and the query without it."""
    pairs = parse_qsl(query, keep_blank_values=True)
    token = next((value for name, value in pairs if name == "token"), None)
    return token, urlencode([pair for pair in pairs if pair[0] != "token"])


def cookie_of(token: str, *, secure: bool) -> str:
    """The cookie that keeps a token for as long as the browser is open."""
    return f"{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict{'; Secure' if secure else ''}"
