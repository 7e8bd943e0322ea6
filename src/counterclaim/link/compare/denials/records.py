"""What reports deny.

Denials are statements whose act is denial, claims in the negative that somebody else stands for, words that call
others' words untrue, and asides ("an accusation the army has denied").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.denials.charges import kinds_in, kinds_told
from counterclaim.link.compare.denials.parties import Party, named_body, names_in, party_of, share_name
from counterclaim.link.compare.denials.spans import known, sentence_start, shown
from counterclaim.link.compare.denials.words import (
    DENYING,
    TOLD,
    TOLD_NOUN,
    UNTRUE,
    is_known,
    refers_back,
    telling_words,
    weapons_in,
)
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Claim, EntityKind, Manner, Modality, Polarity, Span, Statement, Unnamed, Who

#: "Will deny", "did not deny": a denial that is expected or withheld is none.
_NO_DENIAL = re.compile(r"^(?:will|would|may|might|could|can)\b|\b(?:not|neither|nor|never|n['’]t)\b", re.I)
#: "Dismissed claims of rigging" is a denial of what others say, as "rejected" is.
_ACCUSATIONS_OF = re.compile(rf"\b(?P<whose>(?:[A-Z][\w-]+ ){{0,3}}[A-Z][\w-]+)['’]s? (?:\w+ ){{0,2}}?{TOLD}\b")
_DISMISSES = re.compile(r"(?:dismiss|reject)", re.I)
#: Who dismisses charges by office rules on them, and denies nothing.
RULING = frozenset({"court", "judge", "tribunal", "jury", "parliament", "committee", "lawmaker"})
#: "Claims for compensation" are not said to be so.
_DEMANDS = re.compile(rf"\b{TOLD} (?:for|to)\b", re.I)
_CALLED_UNTRUE = Sought(
    rf"\b(?:{TOLD}|this|(?<![^\W\d_]\s)that|(?<=that )that|it|these|those)\b"
    rf"[^.]{{0,40}}\b(?:is|are|was|were|as)\b[^.]{{0,20}}\b{UNTRUE}\b"
    rf"|\b(?:there is|there was|is) no truth\b|\bis(?: simply| just)? (?:not true|untrue|false) that\b"
    rf"|\b(?:describ|call|brand|label|dismiss)\w*\b[^.]{{0,60}}\b{UNTRUE}\b",
    re.I,
)
#: "The attack was fabricated": that there was none.
_FABRICATED = Sought(
    r"\b(?:is|was|were|are|as|been)\b[^.]{0,30}\b(?:fabricat\w+|(?:an? )?hoax|invented|made up|fictitious|fake\w*|"
    r"a myth|theat(?:er|re))\b",
    re.I,
)
#: "Possess records showing that your allegations are false": not what is said of others' words.
_SHOWN = re.compile(r"\b(?:show|prov|suggest|demonstrat|indicat|reveal)\w*(?: that)?\b", re.I)
_FOILED = re.compile(
    r"\b(?:foil|thwart|repel|repuls|avert|prevent|avoid|stop|halt|without|instead|rather|bann?|barr(?:ed|ing)|prohibit|forbid|"
    r"outlaw)\w*\b",
    re.I,
)
_NO_PART = re.compile(
    r"\b(?:(?:had|has|have|having) nothing to do with|"
    r"(?:was|were|is|are) not (?:responsible for|behind|involved in|guilty of|to blame for)|"
    r"(?:had|has|have|played) no (?:role|part|hand|involvement) in|(?:was|were) in no way (?:involved|responsible))\b",
    re.I,
)
#: What is not so yet, could not be done, or nobody is known to have done, is not denied.
_NOT_DENIED = re.compile(
    r"\b(?:yet|could|can(?:not)?|able|unable|fail\w*|unlikely|refus\w+|try\w*|tried|want\w*|whether|if|unless|until|before|"
    r"nobody|no one|no group|enough|only|so far|immediately|ready)\b|\bcan['’]t\b",
    re.I,
)
_ADVERBS = r"(?:\s+(?:always|repeatedly|strongly|categorically|consistently|vehemently|flatly|both|all|since|also))*"
_ASIDE = Sought(
    rf"(?:\b(?:an? |the |those )?{TOLD}(?:,)?(?: that| which)?|\b(?:some|any)thing(?: that| which)?|,? which)\s+"
    rf"(?P<who>(?:[\w’'-]+\s+){{1,6}}?)(?:has|have|had)?{_ADVERBS}\s*(?P<cue>denied|denies|deny|rejected|rejects|dismissed)\b"
    r"(?!\s+(?:that|the|any|having|it|its|using|being|reports?|access))",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+ly\s+)?(?:not\s+|never\s+)?(?:\w+ly\s+)?$", re.I)
_NONE = re.compile(r"\b(?:no|any)\s+(?:\w+\s+)?$", re.I)
#: The outlet's own words for a denial: "dismisses the monitor's reporting as biased".
_DISMISSED = Sought(
    rf"\b(?:dismiss|reject)(?:es|ed|s)?\s+(?:[\w’'-]+\s+){{0,4}}?{TOLD}\s+as\s+(?:\w+\s+){{0,2}}?(?:biased|{UNTRUE})\b",
    re.I,
)
_BIASED = re.compile(r"\bas (?:\w+ )?biased\b", re.I)
_SO_FAR = re.compile(r"\b(?:so far|yet|before)\b", re.I)
_SAID = frozenset({Act.ASSERT, Act.CONFIRM, Act.EXPRESS})
_HAPPENS = frozenset({"attack", "kill", "weapon", "down", "abuse"})


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody's denial. `words` is what is denied, `shown` the words with who denies; `party` who would have done it;
    `holders` stand where the statement's sources do not deny; `refers`: it only points to what was said before;
    `fabricated`: it says that there was no such happening at all, whoever did it; `withheld`: why it denies no deed,
    if so."""

    report: str
    record: str
    statement: Statement
    claim: Claim | None
    words: Span
    shown: Span
    party: Party
    denier: Party
    kinds: frozenset[str]
    told: frozenset[str]
    weapons: frozenset[str]
    refers: bool = False
    stated: bool = False
    fabricated: bool = False
    holders: tuple[Who, ...] = ()
    withheld: str = ""


def denials_in(pile: Pile, report: str) -> Iterator[Denial]:
    """The denials of a report, in no promised order; one statement gives one."""
    found = pile.annotations[report]
    negative: dict[str, list[Claim]] = {}
    for claim in found.claims:
        if claim.polarity is Polarity.NEGATIVE:
            negative.setdefault(claim.statement, []).append(claim)
    taken: list[Span] = []
    for statement in found.statements:
        if statement.manner is Manner.NARRATION or not known(pile, statement):
            continue
        whole = _whole(pile, statement)
        inside = [c for c in found.claims if whole.covers(c.trigger) or c.statement == statement.id]
        denial = _stated(pile, statement, whole, inside) or _no_part(pile, statement, whole, inside)
        denial = denial or _untrue(pile, statement, whole, negative.get(statement.id, ()))
        if denial is None:
            negated = (_negated(pile, statement, claim) for claim in negative.get(statement.id, ()))
            denial = next((found for found in negated if found is not None), None)
        if denial is not None:
            taken.append(denial.shown)
            yield denial
    yield from _asides(pile, report, taken)


def _whole(pile: Pile, statement: Statement) -> Span:
    text = pile.reports[statement.report].text
    return Span.of(text, statement.content[0].start, max(piece.end for piece in statement.content))


def _denial(
    pile: Pile, statement: Statement, words: Span, claim: Claim | None, party: Party, kinds: frozenset[str], whole: Span
) -> Denial:
    return Denial(
        report=statement.report,
        record=claim.id if claim else statement.id,
        statement=statement,
        claim=claim,
        words=words,
        shown=shown(pile, statement, whole),
        party=party,
        denier=party_of(pile, statement.report, statement.sources),
        kinds=kinds,
        told=telling_words(words.text),
        weapons=weapons_in(words.text),
    )


def _stated(pile: Pile, statement: Statement, whole: Span, claims: Sequence[Claim]) -> Denial | None:
    """A denial by a verb of denying, of a deed or of what others say."""
    cue = statement.cue.text if statement.cue else ""
    told_of = TOLD_NOUN.search(_DEMANDS.sub("", whole.text))
    dismisses = statement.act is Act.DENY and _DISMISSES.match(cue) and told_of
    denies = statement.act is Act.DENY and DENYING.search(cue) and not _NO_DENIAL.search(cue) and not dismisses
    rejects = dismisses or (statement.act is Act.REFUSE and DENYING.search(cue) and told_of)
    if not (denies or rejects):
        return None
    denier = party_of(pile, statement.report, statement.sources)
    if rejects and denier.heads & RULING:
        return None
    own = min(
        (c for c in claims if c.polarity is Polarity.NEGATIVE and kinds_told(c)),
        key=lambda c: (not is_known(kinds_told(c)), c.trigger.start, c.id),
        default=None,
    )
    party = party_of(pile, statement.report, own.agent, denier) if own else denier
    kinds = kinds_told(own) if own else kinds_in(whole.text)
    if own and not own.agent and _without_doer(pile.reports[statement.report].text, own):
        party = denier = Party.nobody()
    told = own is not None and is_known(kinds)
    refers = (bool(rejects) and not told) or (own is None and refers_back(whole.text))
    if not kinds and not refers:
        return None
    words = whole
    if own and own.trigger.start < whole.start:  # "denied supporting" taken for the cue
        words = Span.of(pile.reports[statement.report].text, own.trigger.start, whole.end)
    denial = _denial(pile, statement, words, own, party or denier, kinds, whole)
    return replace(denial, refers=refers, stated=bool(denies) or told, withheld=_withheld(whole.text))


def _withheld(words: str) -> str:
    """Why words of dismissal deny no deed, if so."""
    return "Who calls a source biased denies no deed." if _BIASED.search(words) else ""


def _no_part(pile: Pile, statement: Statement, whole: Span, claims: Sequence[Claim]) -> Denial | None:
    """ "Had nothing to do with the attack", "was not behind it"."""
    found = _NO_PART.search(whole.text) if statement.act in _SAID else None
    if found is None or found.end() >= len(whole.text.rstrip()):
        return None
    words = Span.of(pile.reports[statement.report].text, whole.start + found.end(), whole.end)
    before = Span.of(
        pile.reports[statement.report].text, whole.start, max(whole.start + 1, whole.start + found.start())
    )
    agents = [who for c in claims for who in c.agent if who.span and before.covers(who.span)]
    denier = party_of(pile, statement.report, statement.sources)
    named = [Who(e.id, e.name, None) for e in pile.named_in(statement.report, before)]
    party = party_of(pile, statement.report, agents[:1] or named, denier) or denier
    kinds = kinds_in(words.text)
    if not kinds and not refers_back(words.text):
        return None
    return replace(_denial(pile, statement, words, None, party, kinds, whole), refers=refers_back(words.text))


def _untrue(pile: Pile, statement: Statement, whole: Span, negative: Sequence[Claim]) -> Denial | None:
    """ "The accusations are baseless", "the attack was fabricated", "reports that they left are false"."""
    if statement.act not in _SAID:
        return None
    denier = party_of(pile, statement.report, statement.sources)
    called = _CALLED_UNTRUE.search(whole.text)
    own = min(
        (c for c in negative if called and c.modality is Modality.FACT and kinds_told(c)),
        key=lambda c: (not is_known(kinds_told(c)), c.trigger.start, c.id),
        default=None,
    )
    if own is not None:
        party = party_of(pile, statement.report, own.agent, denier) if own.agent else Party.nobody()
        return replace(_denial(pile, statement, own.spans[0], own, party, kinds_told(own), whole), stated=True)
    made_up = _FABRICATED.search(whole.text)
    if made_up is not None:
        thing = whole.text[: made_up.start()].rstrip()
        kinds = kinds_in(thing) & _HAPPENS
        told_of = TOLD_NOUN.search(thing.rpartition(" ")[2]) or TOLD_NOUN.search(" ".join(thing.split()[-3:]))
        if kinds and not told_of and not _NO_DENIAL.search(made_up.group()) and not DENYING.search(thing):
            words = Span.of(pile.reports[statement.report].text, whole.start, whole.start + len(thing))
            return replace(_denial(pile, statement, words, None, Party.nobody(), kinds, whole), fabricated=True)
    if called is not None and not _SHOWN.search(whole.text, 0, called.start()):
        return replace(_denial(pile, statement, whole, None, denier, frozenset(), whole), refers=True)
    return None


def _negated(pile: Pile, statement: Statement, claim: Claim) -> Denial | None:
    """A deed that somebody says was not done."""
    kinds = kinds_told(claim)
    if claim.modality is not Modality.FACT or statement.act not in _SAID or not kinds:
        return None
    text = pile.reports[statement.report].text
    before = text[sentence_start(text, claim.trigger.start) : claim.trigger.end]
    if _NOT_DENIED.search(before) or _FOILED.search(before) or _SO_FAR.search(claim.spans[0].text):
        return None
    if not claim.agent and not _without_doer(text, claim):
        return None
    denier = party_of(pile, statement.report, statement.sources)
    gets = claim.predicate in {"receive", "get"}  # who sent nothing is not who has received it
    party = Party.nobody() if gets else party_of(pile, statement.report, claim.agent, denier)
    return _denial(pile, statement, claim.spans[0], claim, party, kinds, claim.spans[0])


def _without_doer(text: str, claim: Claim) -> bool:
    """Whether a claim leaves out who did it: "was not shelled", "no talks took place"."""
    before = text[max(0, claim.trigger.start - 30) : claim.trigger.start]
    return bool(_PASSIVE.search(before) or _NONE.search(before))


def _asides(pile: Pile, report: str, taken: list[Span]) -> Iterator[Denial]:
    """ "… an accusation the army has denied": a denial in passing, of what stands before it in the sentence."""
    text = pile.reports[report].text
    found = pile.annotations[report]
    for match in _DISMISSED.finditer(text):
        here = Span.of(text, sentence_start(text, match.start()), match.end())
        told = [s for s in found.statements if any(piece.overlaps(here) for piece in s.content)]
        first = next((e for e in pile.named_in(report, here) if e.kind is not EntityKind.PLACE), None)
        if first is None or any(span.overlaps(here) for span in taken) or not told:
            continue
        holder = Who(first.id, first.name)
        statement = min(told, key=lambda s: (s.manner is not Manner.NARRATION, s.id))
        denial = _denial(pile, statement, here, None, party_of(pile, report, [holder]), frozenset(), here)
        withheld = _withheld(match.group())
        yield replace(denial, shown=here, denier=denial.party, refers=True, holders=(holder,), withheld=withheld)
    for match in _ASIDE.finditer(text):
        here = Span.of(text, match.start(), match.end())
        told = [s for s in found.statements if any(piece.overlaps(here) for piece in s.content)]
        if any(span.overlaps(here) and span.start >= match.start() - 5 for span in taken) or not told:
            continue
        who = Span.of(text, match.start("who"), match.start("who") + len(match["who"].rstrip()))
        sources = _named(pile, report, who)
        start = sentence_start(text, match.start())
        words = Span.of(text, start, match.start()) if start < match.start() else here
        denier = party_of(pile, report, sources)
        statement = min(told, key=lambda s: (s.manner is not Manner.NARRATION, s.id))
        inside = [c for c in found.claims if words.covers(c.trigger)]
        own = max(inside, key=lambda c: (c.trigger.start, c.id), default=None)
        if own is not None:
            denial = _denial(pile, statement, words, None, denier, kinds_in(words.text), words)
            yield replace(denial, record=own.id, shown=here, denier=denier, refers=True, holders=sources)


def accuser_of(pile: Pile, denial: Denial) -> Who | None:
    """Whose accusations somebody says that he denies ("dismissed Orlan's accusations that …"); None where he does not
    say so."""
    for found in _ACCUSATIONS_OF.finditer(denial.shown.text):
        at = denial.shown.start + found.start("whose")
        words = Span.of(pile.reports[denial.report].text, at, denial.shown.start + found.end("whose"))
        who = named_body(pile, denial.report, words)
        if who is not None and not share_name(denial.denier.names, names_in(words.text)):
            return who
    return None


def _named(pile: Pile, report: str, span: Span) -> tuple[Who, ...]:
    return (named_body(pile, report, span) or Who(None, span.text, span, Unnamed.GROUP),)
