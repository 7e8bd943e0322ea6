"""`counterclaim serve` and `counterclaim demo`: a ledger in the browser of the person who started it."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import socket
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from counterclaim.apps.cli.printer import Printer
from counterclaim.records import CounterclaimError


def serve_ledger(ledger: Path, host: str, port: int, names: Sequence[str] = ()) -> None:
    """Serves `ledger` until Ctrl-C. Where `host` is not this machine's own, others may reach it: then it asks for
    tokens, which are printed. `names` are further names under which it answers. Raises `LedgerError` for a ledger that
    cannot be read, `CounterclaimError` for a port that is taken."""
    import uvicorn

    from counterclaim.apps.web import create_app
    from counterclaim.apps.web.guard import OWN_NAMES, Names
    from counterclaim.apps.web.tokens import Access, tokens_for
    from counterclaim.store import open_view

    open_view(ledger).close()
    # Behind a name of its own (a proxy) others reach it as well, whatever address it listens on.
    ours = _is_loopback(host) and not names
    access = Access() if ours else tokens_for(ledger)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    answers_to = Names((*OWN_NAMES, shown)) if ours else Names.of_host(host, names)
    app = create_app(ledger, access=access, names=answers_to)
    printer = Printer()
    printer.line("Serving ", (str(ledger), "bold"), " at ", (address, "bold"), " (Ctrl-C ends it)")
    if access.read is not None:
        printer.line("To read:   ", (f"{address}?token={access.read}", "bold"))
        printer.line("To judge:  ", (f"{address}review?token={access.review}", "bold"))
        printer.line("Whoever has an address of these may do that. What is sent is not encrypted: on a network that")
        printer.line("others share, put a proxy with TLS before it (--name is the name it answers under).")
    sys.stdout.flush()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, access_log=False))
    with contextlib.suppress(KeyboardInterrupt):  # the way in which a server ends
        server.run(sockets=[listening])


def serve_demo(host: str, port: int, *, serve: bool) -> None:
    """Builds the bundled example into a temporary folder, prints its disputes, and serves it if asked to."""
    from counterclaim import examples
    from counterclaim.apps.asking import Asked
    from counterclaim.apps.cli.building import build_ledger
    from counterclaim.apps.cli.show import print_list
    from counterclaim.store import open_view

    with tempfile.TemporaryDirectory(prefix="counterclaim-demo-") as folder:
        ledger = Path(folder) / "demo.db"
        build_ledger([os.fspath(examples.path())], ledger)
        printer = Printer()
        printer.line()
        with open_view(ledger) as view:
            print_list(printer, view, "disputes", Asked(), limit=sys.maxsize)
        sys.stdout.flush()
        if serve:
            printer.line()
            serve_ledger(ledger, host, port)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    with contextlib.ExitStack() as on_failure:
        try:
            family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            listening = on_failure.enter_context(socket.socket(family, kind, protocol))
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen()  # so that whoever reads the address can ask at once
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            what = "another program listens there" if taken else error.strerror
            raise CounterclaimError(
                f"port {port} of {host} cannot be used: {what}; choose another with --port"
            ) from error
        on_failure.pop_all()
    return listening
