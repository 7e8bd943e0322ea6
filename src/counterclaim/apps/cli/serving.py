"""`counterclaim serve` and `counterclaim demo`: a ledger in the browser of the person who started it."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import os
import socket
import sys
import tempfile
from pathlib import Path

from counterclaim.apps.cli.printer import Printer
from counterclaim.records import CounterclaimError, UsageError


def serve_ledger(ledger: Path, host: str, port: int) -> None:
    """Serves `ledger` until Ctrl-C. Raises `UsageError` for a host that is not this machine's own, `LedgerError` for
    a ledger that cannot be read, `CounterclaimError` for a port that is taken."""
    import uvicorn

    from counterclaim.apps.web import create_app
    from counterclaim.store import open_view

    if not _is_loopback(host):
        raise UsageError(
            f"--host {host} would show the ledger to other machines, and the pages ask nobody who they are;"
            " use 127.0.0.1 and reach it through a tunnel (ssh -L)"
        )
    open_view(ledger).close()
    listening = _listen(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    Printer().line("Serving ", (str(ledger), "bold"), " at ", (address, "bold"), " (Ctrl-C ends it)")
    sys.stdout.flush()
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="warning", server_header=False))
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
