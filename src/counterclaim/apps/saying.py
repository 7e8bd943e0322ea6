"""What persons said, in words: the same in the terminal and on the page."""

from __future__ import annotations

from counterclaim.apps.wording import SLOTS
from counterclaim.records import Judgement, Verdict
from counterclaim.records.anchoring import UNDO
from counterclaim.store import Standing

_YES = Verdict.SAME
#: What was done with a judgement, by its kind: where its verdict is "same", and where it is another.
_DEEDS: dict[str, tuple[str, str]] = {
    "dispute": ("confirmed the dispute", "rejected the dispute"),
    "change": ("confirmed the change of position", "rejected the change of position"),
    "question": ("joined two disputes", "split a dispute"),
    "incident": ("joined two incidents", "split an incident"),
    "entity": ("said that two names mean one", "said that two names mean two"),
    "compare": ("said that this is a dispute", "said that this is no dispute"),
    UNDO: ("undid a judgement", "undid a judgement"),
}
_CORRECTIONS = {
    "speaker": "corrected the speaker to",
    "mention": "corrected who is meant to",
    "name": "named it",
}
#: What became of a judgement, for people.
STANDINGS: dict[Standing, str] = {
    Standing.COUNTS: "counts",
    Standing.OVERRIDDEN: "overridden by a later word",
    Standing.UNDONE: "undone",
    Standing.ORPHANED: "orphaned: the words it rests on are no longer found, or no longer differ",
}


def deed(judgement: Judgement) -> str:
    """What a person did, as the rest of a sentence that begins with their name."""
    value = judgement.value or ""
    if judgement.kind == "slot":
        return f"corrected {SLOTS[judgement.slot] if judgement.slot else judgement.slot} to “{value}”"
    if judgement.kind in _CORRECTIONS:
        return f"{_CORRECTIONS[judgement.kind]} “{value}”"
    yes, no = _DEEDS.get(judgement.kind, ("judged", "judged"))
    words = yes if judgement.verdict in (_YES, Verdict.CONFLICT) else no
    return f"{words}: “{value}”" if value else words


def moment(at: str | None) -> str:
    """When a judgement was made, to the minute, in UTC."""
    if at is None:
        return "time not known"
    return f"{at[:10]} {at[11:16]} UTC" if len(at) > 15 else at
