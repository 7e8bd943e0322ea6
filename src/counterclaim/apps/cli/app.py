"""The commands and their options, and how errors leave them. What each does lies in the module it imports."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim.apps.ordering import Order
from counterclaim.records import CounterclaimError, Slot, UsageError

#: The tables that `export` writes, named here so that `--help` need not open the store; a test holds both together.
TABLES = (
    "reports",
    "entities",
    "mentions",
    "statements",
    "claims",
    "times",
    "figures",
    "places",
    "incidents",
    "disputes",
    "agreements",
    "changes",
    "processes",
    "events",
    "judgements",
    "rejects",
)

app = typer.Typer(
    name="counterclaim",
    help="Reads a pile of news reports and shows who said what, and where the accounts differ.",
    epilog="Example: counterclaim build reports/ --ledger news.db && counterclaim show news.db",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class What(StrEnum):
    """What `show` can print."""

    DISPUTES = "disputes"
    AGREEMENTS = "agreements"
    STATEMENTS = "statements"
    FIGURES = "figures"
    TIMELINE = "timeline"
    INCIDENTS = "incidents"
    CHANGES = "changes"
    PROCESSES = "processes"
    ENTITIES = "entities"
    REPORTS = "reports"
    NEAR_MISSES = "near-misses"
    JUDGEMENTS = "judgements"
    ORPHANED = "orphaned"
    REJECTS = "rejects"


class Format(StrEnum):
    """How `export` can write a table."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


Ledger = Annotated[
    Path, typer.Argument(metavar="LEDGER", help="The ledger, a file that `build` made.", show_default=False)
]
Host = Annotated[
    str, typer.Option(metavar="HOST", help="The address to listen on; with tokens where it is not this machine's own.")
]
Port = Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="The port to listen on; 0 takes a free one.")]


@app.command(short_help="Read reports and link them into a ledger.")
def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files, folders or globs; - for standard input.", show_default=False),
    ],
    ledger: Annotated[Path, typer.Option("--ledger", metavar="FILE", help="The ledger; made if it is not there.")],
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FIELD=NAME", help="What a table calls a field of a report (text=body)."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many processes annotate; all cores if not given.")
    ] = None,
    known: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="People, bodies, places you know: FollowTheMoney JSON lines, or CSV."),
    ] = None,
    gazetteer: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Places you know, asked first: CSV with name, latitude, longitude."),
    ] = None,
) -> None:
    """Read reports, find who said what in them, and link them into a ledger.

    Reads text, HTML, JSON lines and CSV. A report that the ledger has already costs nothing; what cannot be used is
    skipped and kept with its reason (`show LEDGER rejects`). A build that was stopped goes on when it is run again.

    \b
    Examples:
      counterclaim build reports/ --ledger news.db
      counterclaim build wire.jsonl --column text=body --column outlet=source --ledger news.db
    """
    from counterclaim.apps.cli.building import build_ledger

    if not build_ledger(paths, ledger, columns=column or (), workers=workers, known=known, gazetteer=gazetteer):
        raise typer.Exit(1)


@app.command(short_help="Print disputes, statements, figures …")
def show(
    ledger: Ledger,
    what: Annotated[What, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(What)}.")] = What.DISPUTES,
    record: Annotated[
        str | None, typer.Argument(metavar="ID", help="One of them whole; a unique beginning of its id is enough.")
    ] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this person or body says or does.")] = None,
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only what speaks of these words or names.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to this day, month or year.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this outlet reports.")] = None,
    slot: Annotated[
        Slot | None, typer.Option(metavar="SLOT", help=f"Only differences in this: {', '.join(Slot)}.")
    ] = None,
    sort: Annotated[
        Order | None,
        typer.Option(metavar="BY", help=f"statements: by {', '.join(Order)}; by speaker if not given."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many to print at most; 20 if not given.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="near-misses: each pair, also those that are alike.")] = False,
) -> None:
    """Print what a ledger holds: where accounts differ, who said what, the figures, the time line.

    \b
    Examples:
      counterclaim show news.db
      counterclaim show news.db disputes 3f9a
      counterclaim show news.db statements --who "foreign ministry" --since 2020-11 --sort date
    """
    from counterclaim.apps.asking import Asked
    from counterclaim.apps.cli.printer import Printer
    from counterclaim.apps.cli.show import print_list, print_one
    from counterclaim.store import open_view

    asked = Asked(who=who, about=about, since=since, until=until, outlet=outlet, slot=slot)
    given = [*asked.given(), *(name for name, value in {"sort": sort, "limit": limit, "all": all_}.items() if value)]
    if record is not None and given:
        raise UsageError(f"--{given[0]} chooses among many and an ID names one; give the one or the other")
    with open_view(ledger) as view:
        if record is None:
            print_list(Printer(), view, what.value, asked, limit or 20, sort, all_=all_)
        else:
            print_one(Printer(), view, what.value, record)


@app.command(short_help="Write a whole table as a file.")
def export(
    ledger: Ledger,
    table: Annotated[str, typer.Argument(metavar="TABLE", help=f"One of: {', '.join(TABLES)}.", show_default=False)],
    format_: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help=f"How to write it: {', '.join(Format)}.")
    ] = Format.JSONL,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to; standard output if not given.")] = None,
) -> None:
    """Write a whole table of a ledger, in a stable order.

    \b
    Examples:
      counterclaim export news.db disputes
      counterclaim export news.db statements --format parquet --out statements.parquet
    """
    from counterclaim.apps.export import export_table
    from counterclaim.store import open_view

    with open_view(ledger) as view:
        export_table(view, table, format_.value, out)


@app.command(short_help="Serve a ledger as web pages.")
def serve(
    ledger: Ledger,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A further name under which browsers reach it, as behind a proxy."),
    ] = None,
) -> None:
    """Serve a ledger as web pages, for this machine only unless --host says otherwise; then with tokens.

    \b
    Examples:
      counterclaim serve news.db --port 8080
      counterclaim serve news.db --host 0.0.0.0 --name news.example.org
    """
    from counterclaim.apps.cli.serving import serve_ledger

    serve_ledger(ledger, host, port, names=name or ())


@app.command(short_help="Say what you think of a suggestion.")
def judge(
    ledger: Ledger,
    act: Annotated[
        str,
        typer.Argument(
            metavar="ACT",
            help="One of: confirm, reject, join, split, speaker, slot, mention, name, undo.",
            show_default=False,
        ),
    ],
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help="Of what: disputes, near-misses, changes, incidents, entities, statements, claims, figures, mentions, "
            "judgements.",
            show_default=False,
        ),
    ],
    record: Annotated[str, typer.Argument(metavar="ID", help="Its id.", show_default=False)],
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Your name, which is kept with it.")],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[MORE]…", help="What the act needs: the other, the parts, a name.")
    ] = None,
) -> None:
    """Say what you think of what a program found. It outranks the program, and stays: say more to override it.

    \b
    Examples:
      counterclaim judge news.db reject disputes 3f9a --reason "Two strikes." --by Ada
      counterclaim judge news.db join entities 41c0 9b2e --reason "Her maiden name." --by Ada
      counterclaim judge news.db slot figures 77aa count 14/14/14 --reason "Misprint." --by Ada
    """
    from counterclaim.apps.cli.judging import judge_record

    judge_record(ledger, act, what, record, more or (), reason, by)


@app.command(short_help="Link a ledger anew after judging.")
def link(ledger: Ledger) -> None:
    """Link a ledger anew, so that what persons joined, split and corrected shows everywhere. Reads no reports.

    \b
    Example:
      counterclaim link news.db
    """
    from counterclaim.apps.cli.judging import link_ledger

    link_ledger(ledger)


@app.command(short_help="Prove every span, id and reference.")
def check(ledger: Ledger) -> None:
    """Prove that every span, id and reference of a ledger is right.

    \b
    Example:
      counterclaim check news.db
    """
    from counterclaim.apps.cli.printer import Printer
    from counterclaim.apps.wording import counted
    from counterclaim.store import check as check_ledger
    from counterclaim.store import open_view

    printer = Printer()
    with open_view(ledger) as view:
        faults = check_ledger(view)
        reports = view.counts()["reports"] if not faults else 0
    for fault in faults:
        printer.line(fault)
    if faults:
        raise typer.Exit(1)
    printer.line(f"Every span, id and reference is right, in {counted(reports, 'report')}.")


@app.command(short_help="Measure against what people found.")
def evaluate(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="polnear, seeds, example, disputes, piles, clusters, speakers, chains, claims, figures, events, "
            "times, places, coreference, or gate for all floors.",
        ),
    ],
    data: Annotated[Path, typer.Argument(metavar="DATA", help="The folder that the gold is in.")],
    split: Annotated[str | None, typer.Option(metavar="NAME", help="polnear: which part of it, dev or train.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="polnear: only the first N articles.")] = None,
    worst: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            help="polnear: how many of the worst articles to list; 20 if not given. events, times: how many wrong ones "
            "of the half that is for building; none if not given.",
        ),
    ] = None,
    ledger: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="disputes, piles: a ledger of the reports, to save building one."),
    ] = None,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="gate: raise floors that were surpassed.")
    ] = False,
) -> None:
    """Measure against what people found, and print the table.

    polnear prints three: over all articles, by outlet, and the articles where least is right.

    \b
    Examples:
      counterclaim evaluate polnear data/polnear
      counterclaim evaluate polnear data/polnear --split train --limit 100 --worst 5
      counterclaim evaluate gate ../shared
    """
    from counterclaim.apps.cli.evaluating import evaluate as run_scorer

    given = {
        "split": split,
        "limit": limit,
        "worst": worst,
        "ledger": ledger,
        "raise_floors": raise_floors or None,
    }
    if not run_scorer(name, data, {option: value for option, value in given.items() if value is not None}):
        raise typer.Exit(1)


@app.command(short_help="Build the bundled example and serve it.")
def demo(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Whether to serve it after printing.")] = True,
) -> None:
    """Build the example that comes with Counterclaim, print its disputes, and serve it.

    \b
    Example:
      counterclaim demo --no-serve
    """
    from counterclaim.apps.cli.serving import serve_demo

    serve_demo(host, port, serve=serve)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit code. What goes wrong on purpose is one sentence on standard error."""
    arguments = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = app(arguments, standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain when it flushes once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1  # as Typer ends where it meets this itself
    except CounterclaimError as error:
        return _fail(str(error), 2 if isinstance(error, UsageError) else 1)
    except typer.TyperException as error:
        return _fail(error.format_message(), error.exit_code)
    except (KeyboardInterrupt, typer.Abort) as error:
        return _fail(str(error) or "stopped", 130)
    return code if isinstance(code, int) else 0


def _fail(message: str, code: int) -> int:
    from counterclaim.apps.wording import clean

    sys.stderr.write(f"counterclaim: {clean(' '.join(message.split()))}\n")
    return code
