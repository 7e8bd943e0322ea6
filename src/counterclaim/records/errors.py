"""Every error that Counterclaim raises on purpose, as one tree.

CounterclaimError
├── InputError          something the user gave cannot be used; the batch goes on without it
│   ├── UnreadableInput     a file, folder or stream that cannot be opened or decoded
│   ├── NotAReport          it could be read, and there is no report in it
│   └── TooLarge            it is larger than a report may be
├── RecordError         a record that breaks its own rules (no evidence, a span that is not the text)
├── LedgerError         the ledger file cannot be used
│   ├── NotALedger          it is some other file
│   ├── NewerLedger         a later version of Counterclaim wrote it
│   └── UnknownId           no record has that id, or several begin with it
└── UsageError          a command or call was given values that do not fit together

The message of each is one sentence for a person: what, where, and what to do.
"""

from __future__ import annotations


class CounterclaimError(Exception):
    """Base of every error raised on purpose; its message is one sentence for a person."""


class InputError(CounterclaimError):
    """Something the user gave cannot be used; whatever else was given still can."""


class UnreadableInput(InputError):
    """A file, folder or stream that cannot be opened or decoded."""


class NotAReport(InputError):
    """The input could be read and holds no report."""


class TooLarge(InputError):
    """The input is larger than a report may be."""


class RecordError(CounterclaimError):
    """A record that breaks its own rules, such as one without evidence."""


class LedgerError(CounterclaimError):
    """The ledger cannot be used as asked."""


class NotALedger(LedgerError):
    """The file is not a ledger."""


class NewerLedger(LedgerError):
    """The ledger was written by a later version of Counterclaim."""


class UnknownId(LedgerError):
    """No record has this id, or several ids begin with it."""


class UsageError(CounterclaimError):
    """A command or call was given values that do not fit together."""
