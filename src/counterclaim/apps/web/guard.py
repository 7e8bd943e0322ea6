"""What every request passes before any page sees it: under which name it came, who sends it, and from which site."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.apps.web.rendering import render
from counterclaim.apps.web.tokens import Access, Level, cookie_of, handed_over

#: Makes the answer for something that is refused: the request, a status, a sentence.
Refuse = Callable[[Request, int, str], Response]

HEADERS = (
    # Nothing but this server's own files; no script in a page, so report text could not run if it got out.
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
        b" form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
#: Names under which a browser on this machine reaches it. A page of another site whose name was made to lead here
#: (DNS rebinding) arrives under that name.
OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
#: Nobody has that much to say of one dispute.
_LARGEST_BODY = 64_000
#: Files that tell nothing of the ledger, which a page that asks for a token uses as well.
_OPEN = "/static/"


class Names:
    """The names under which a server answers. Beside names, any address of digits where others may reach it: another
    site cannot be called so."""

    def __init__(self, names: Iterable[str] = OWN_NAMES, *, any_address: bool = False) -> None:
        self._names = frozenset(name.lower() for name in names)
        self._any_address = any_address

    @classmethod
    def of_host(cls, host: str, more: Iterable[str] = ()) -> Names:
        """The names of a server that listens on `host`, which is not this machine alone."""
        known = {socket.gethostname(), socket.getfqdn(), f"[{host}]" if ":" in host else host, *more}
        return cls({*OWN_NAMES, *known}, any_address=True)

    def __contains__(self, header: object) -> bool:
        host = str(header)
        name = (host if host.endswith("]") else host.rpartition(":")[0] or host).lower()
        if name in self._names:
            return True
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return self._any_address


class Guard:
    """Adds the headers to every answer, and refuses what comes under another name, from nobody known, or from another
    site. What is let through has its `Level` in `request.state.level`."""

    def __init__(self, app: ASGIApp, refuse: Refuse, access: Access, names: Names) -> None:
        self._app = app
        self._refuse = refuse
        self._access = access
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        private = self._access.read is not None and not request.url.path.startswith(_OPEN)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [*HEADERS, (b"vary", b"accept, cookie"), *([(b"cache-control", b"no-store")] if private else [])]
                message["headers"] = [*message["headers"], *own]
            await send(message)

        answer = self._answer(request)
        await (answer or self._app)(scope, receive, send_with_headers)

    def _answer(self, request: Request) -> Response | None:
        """What is answered instead of what was asked for; None where it may go on."""
        if request.headers.get("host", "") not in self._names:
            return self._refuse(request, 421, "this server answers only under its own name (see --name)")
        token, query = handed_over(request.url.query)
        if token is not None and request.method in _SAFE and self._access.read is not None:
            return self._take(request, token, query)
        level = self._access.level_of(request)
        if level is Level.NOTHING and not request.url.path.startswith(_OPEN):
            return self._refuse(
                request, 401, "this ledger is shown to those who have its token; open the address that holds it"
            )
        if request.method not in _SAFE:
            refused = self._refused(request, level)
            if refused is not None:
                return refused
        request.state.level = level
        return None

    def _take(self, request: Request, token: str, query: str) -> Response:
        """The token into a cookie, and out of the address. A browser that was led here by another site would not send
        the cookie with a redirect; from a page of ours it does."""
        if self._access.level(token) is Level.NOTHING:
            return self._refuse(request, 401, "this token is not the one of this server; ask for the address again")
        path = "/" + request.url.path.lstrip("/")
        address = f"{path}{'?' + query if query else ''}"
        if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
            answer: Response = RedirectResponse(address, 303)
        else:
            answer = HTMLResponse(
                render("entered.html", heading="Come in", address=address, section=None, json_address=None)
            )
        answer.headers["set-cookie"] = cookie_of(token, secure=request.url.scheme == "https")
        return answer

    def _refused(self, request: Request, level: Level) -> Response | None:
        """Why what would change something is refused, if it is."""
        if not _from_here(request):
            return self._refuse(request, 403, "this was sent by another site; open the page here and send it again")
        if level is not Level.REVIEW:
            return self._refuse(
                request, 403, "judging takes the reviewing token; open the address that holds it, then send it again"
            )
        length = request.headers.get("content-length", "")
        if not length.isdigit():
            return self._refuse(request, 411, "say how long it is (Content-Length)")
        if int(length) > _LARGEST_BODY:
            return self._refuse(request, 413, f"that is too long; at most {_LARGEST_BODY:,} bytes are taken")
        return None


def _from_here(request: Request) -> bool:
    """Whether a page of ours sends this, or a program. Every browser says from where a form was sent; another site's
    form cannot be JSON."""
    origin = request.headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    return request.headers.get("content-type", "").partition(";")[0].strip() == "application/json"
