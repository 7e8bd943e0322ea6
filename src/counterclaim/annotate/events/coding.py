"""Give each claim the event that it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.annotate.events.lookup import Lookup
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Claim


def code_events(parsed: Parsed, claims: Sequence[Claim], lookup: Lookup) -> list[Claim]:
    """The claims of a report with their events, by the word that triggers each; `lookup` is that of
    the report.

    "Carried out an attack" is one event: where both words are claims, only the attack is coded.
    """
    triggers = {claim.id: _word(parsed, claim) for claim in claims}
    taken = {token.i for token in triggers.values()}
    return [replace(claim, event=_event(lookup, claim, triggers[claim.id], taken)) for claim in claims]


def _event(lookup: Lookup, claim: Claim, trigger: Token, taken: set[int]) -> str | None:
    found = lookup.event_of(trigger) or lookup.named(trigger, claim.predicate)
    if found is None:
        noun = lookup.carried_by(trigger)
        found = lookup.event_of(noun) if noun is not None and noun.i not in taken else None
    return str(found) if found else None


def _word(parsed: Parsed, claim: Claim) -> Token:
    return parsed.tokens(claim.trigger.start, claim.trigger.end).root
