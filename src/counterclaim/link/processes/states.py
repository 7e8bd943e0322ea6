"""Which state the words around a process give it: "violated the truce", "the truce took effect", "a truce agreed by".

Words before the phrase take it as their object, words after it as their subject. What stands before those words can
turn the state into another one ("refused to extend" is refused) or into none ("hoped to end").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.link.processes.nouns import Phrase
from counterclaim.link.processes.state_words import COMPOUND, GOVERNORS, OBJECT, SUBJECT
from counterclaim.link.sought import Sought
from counterclaim.records import ProcessKind, ProcessState

S = ProcessState

#: Words of those who bring others to agree.
BROKERED = re.compile(r"broker|mediat|sponsor|negotiated|arrang", re.I)
#: Verbs that need a plan or a proposal between them and the process.
_OF_PLANS = re.compile(r"present|submit|unveil|outlin|circulat", re.I)
#: Verbs of keeping to it, which those use who say that they will.
_KEEPS = re.compile(r"observ|respect|honou?r|abid|compl|adher|keep|uphold|st(?:ay|ick|and)|remain|maintain", re.I)
_WOULD = re.compile(r"(?:\b(?:will|would|shall)|['’]ll)(?: \w+){0,2}\s*$", re.I)
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|hop\w+|expect\w*|who|doubt\w*|unclear|sure|could|might|predict\w*|until|so that)\b", re.I
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|nor|without|neither|yet to|den(?:y|ie[ds]|ying))\b|n['’]t\b", re.I)
_MAYBE = re.compile(
    r"\b(?:would|could|(?-i:may)|might|if|unless|whether|until|can|cannot|should|must|possible"
    r"|hypothetical)\b",
    re.I,
)
_WILL = re.compile(r"\b(?:will|shall|is to|are to|would)\b|['’]ll\b", re.I)
#: States that, denied, mean that the process was kept or was not.
DENIED = {S.VIOLATED: S.IN_FORCE, S.IN_FORCE: S.VIOLATED, S.ACCEPTED: S.REFUSED}
#: Nouns: neither tense nor governor changes them.
_BARE_NOUN = re.compile(
    r"(?:violations?|breach(?:es)?|infringements?|extension|renewal|prolongation|suspension|postponement|collapse"
    r"|breakdown|announcement|declaration|proposals?|acceptance|rejection|refusal|completion|implementation"
    r"|resumption"
    r"|(?:end|start|beginning|entry into force|maintenance|preservation|offers?|plans?|agreement) (?:of|to|for"
    r"|on))\b",
    re.I,
)
_WHEN = (
    r"(?:\s(?:on |last |this |early |late |earlier |since |until )*(?:\w+day|yesterday|today|week|month|year"
    r"|in (?-i:[A-Z])\w+(?: \d{4})?|\d{1,2} \w+"
    r"|\w+ \d{1,2}))?"
)
#: "Accepted the UN plan for a truce": what is done to the plan is done to the process.
_PLAN = (
    r"(?P<plan>(?: in principle)?(?: to| for)?(?: [\w’'.-]+){0,4} (?:plans?|proposals?|initiatives?|drafts?|blueprints?"
    r"|offers?|calls?|appeals?|requests?|bids?|idea) (?:for|of))?"
)
_AGREES = re.compile(
    rf"\b(?:{'|'.join(f'(?P<s{n}>(?:{words}))' for n, (_, words) in enumerate(OBJECT))}){_WHEN}{_PLAN}"
    r"(?:\s(?:on|to|for|upon|the|a|an|its|their|of|with))*\s[\"“'\[]?$",
    re.I,
)  # fmt: skip
_SAYS = Sought(
    rf"(?:{'|'.join(f'(?P<s{n}>{chr(92)}b(?:{words}){chr(92)}b)' for n, (_, words) in enumerate(SUBJECT))})"
    r"(?! (?:it|them|their|its|the|that|what|(?:air ?)?(?:strikes|raids)|attacks|shelling|fire|fighting)\b"
    r"| (?:(?:an?|two|three|four|\d+) )?(?:years|months|weeks|days) of\b)",
    re.I,
)
_KIND_OF = re.compile("|".join(rf"(?P<s{n}>(?:{words})\b)" for n, (_, words) in enumerate(COMPOUND)), re.I)
#: What may stand between a process and its verb: a phrase that goes on speaking of it.
_ABOUT_IT = re.compile(
    r"[\"”’']?(?:\s\([^)]{0,60}\))?(?:, (?:the|its|their|an?) (?:first|second|third|fourth|last|latest|longest|only"
    r"|biggest|largest)\b[^.,;:]{0,80},)?(?:,? (?:in|for|on|of|between|to|at|with|that|which|by|from|across|around"
    r"|over|under"
    r"|brokered|mediated"
    r"|agreed|reached|announced|declared|negotiated|sponsored|backed|signed|proposed|promised|offered|opened"
    r"|planned|scheduled|set|due|expected|put)\b[^.;:\"“”]{0,150})?[, ]*"
    r"(?:\s?(?:has|have|had|is|are|was|were|been|being|be|will|also|already|now|largely|repeatedly|then|still"
    r"|since|nearly"
    r"|itself|later|quickly|finally|since|just|first|immediately|again|not|never|yet|did|does|mostly|would"
    r"|could|may|might|should"
    r"|must|to)\s)*$",
    re.I,
)
#: "… and rejected": a verb that is joined on has the subject of another one.
_JOINED = re.compile(
    r"\b(?:and|or|but|who|he|she|it|they|saying|which it|which they)\s*(?:has|have|had|also|then)?\s*$", re.I
)
#: "The talks began on 23 May and ended on 4 June": the second verb has the subject of the first.
_GOES_ON = re.compile(
    r"(?: (?:on|in|at|last|this|late|early|for) [\w. ]{1,24}|(?: \w+day))?,? (?:and|but|then)"
    r"(?: (?:has|have|had|was|were|then|later|soon))*\s"
)
#: "A safe zone as part of a wider agreement struck in May": what is said is said of the other.
_ANOTHER = re.compile(
    r"\b(?:wider|broader|larger|separate|previous|earlier|other|comprehensive) (?:\w+ )?"
    r"(?:deal|agreement|accord|pact|plan)\b",
    re.I,
)
#: How far before and behind a process the words about it are looked for, in characters.
_BACK, _ON, _GOVERNOR = 75, 200, 60
#: "Air strikes hit the town despite a ceasefire".
_DESPITE = re.compile(
    r"\b(?:despite|in spite of|notwithstanding)\s(?:(?:[\w’']+ ){0,3}(?:promises?|pledges?|announcement"
    r"|declaration|agreement"
    r"|vows?) (?:of|for|on)\s)?[\"“'\[]?$",
    re.I,
)
#: "An agreement that they would leave in exchange for a halt to the shelling": what is agreed is given for it.
_IN_RETURN = re.compile(r"\bin (?:exchange|return) for (?:an? |the )?$", re.I)
_AGREEMENT = re.compile(r"\b(?:agree(?:d|ment)|deal|accord|pact|understanding)\b", re.I)
#: "The ongoing ceasefire": its adjective says that it is there.
_ONGOING = re.compile(r"\b(?:ongoing|on-going|existing|current|standing)\b", re.I)
_HIT = re.compile(r"shell|bomb|attack|block(?:ed|ing)\b(?! off)|fir(?:ed|ing) (?:on|at)|c[ao]me under", re.I)
#: "33 fighters have come home in the exchange".
_IN_IT = re.compile(
    r"\b(?:freed|released|returned|handed over|exchanged|swapped|(?:come|came|went|gone) home|brought home"
    r"|walked free)\b"
    r"[^.;]{0,60}? (?:in|under|as part of) [\"“]?$",
    re.I,
)
_NOT_DONE = re.compile(
    r"\b(?:will|would|to|not|never|could|should|may|might|must|if)\b[^,;]{0,30}$|n['’]t\b[^,;]{0,30}$", re.I
)
_VIOLENCE = re.compile(
    r"\b(?:(?:air ?)?strikes?|struck|hit|bomb\w*|shell\w*|kill\w*|attack\w*|batter\w*|pound\w*|fire|clash\w*"
    r"|raid\w*)\b",
    re.I,
)
#: "Declared the truce over".
_OVER = re.compile(r"\s(?:was |is |to be )?[\"“‘']*(?:over|at an end|dead|null and void|void)\b", re.I)
#: States that the plan for a process can be in.
_OF_A_PLAN = frozenset({S.PROPOSED, S.OFFERED, S.REFUSED, S.CALLED_FOR, S.DEMANDED})
#: "Recently resumed peace talks": an adjective.
_LATELY = re.compile(r"\b(?:recently|newly|long|once)\s$", re.I)
_IF = re.compile(r"\b(?:if|unless|whether|until|in case|should|once|as soon as)\s$", re.I)
_LESS = re.compile(r" (?:\w+ )?(?:less|fewer|rarely|only)\b", re.I)
#: Words for being ready, which a negation turns into a refusal.
_READY = re.compile(r"ready|willing|prepared|readiness|willingness|open to", re.I)
#: States that are made by saying so; their participle ("offering safe passage") is no other than their verb.
_SPOKEN = {S.AGREED, S.PROPOSED, S.OFFERED, S.DEMANDED, S.CALLED_FOR, S.ACCEPTED, S.REFUSED, S.VIOLATED, S.EXTENDED}
#: States that another verb before those of the process brings about, whose subject is who does so.
_ASKED = {S.PROPOSED, S.OFFERED, S.DEMANDED, S.CALLED_FOR, S.REFUSED, S.THREATENED}
#: "Said it would open a corridor": what is announced so is planned.
_SAYS_IT_WOULD = re.compile(
    r"\b(?:said|says|announced|promised|vowed|pledged|told \w+|that|declared)\b[^.;:]{0,40}\bwould(?: \w+ly)?\s*$", re.I
)
#: "…, if he is to be believed, …" is no condition of the state.
_INSERTED = re.compile(r",? ?\b(?:if|as) [^,.;]{1,80},")
_IN_A_PHRASE = re.compile(
    r"\b(?:after|following|before|during|of|at|in|under|amid|since|by|for) (?:[\w-]+ ){0,3}$", re.I
)
#: "The deadline for their withdrawal expired": what expired is the deadline.
_OF_A_DAY = re.compile(
    r"\b(?:deadlines?|dates?|timetables?|ultimatums?|preparations?|hopes?|conditions?) (?:for|of|on) $", re.I
)
#: Verbs of those who come to talks: who says that they will accepts them.
_COMES_TO = re.compile(r"attend|tak(?:e|ing) part|participat", re.I)
_AFTER_COMMA = re.compile(r"[^\s,][^,]*,\s*(?:(?:has|have|had|is|are|was|were|been|be|to|will|would)\s)*$")
_INNER = 40
_WOULD_NOT = re.compile(r"(?:\b(?:will|would) (?:not|never)|\b(?:wo|would)n['’]t)(?: \w+ly)?\s*$", re.I)
_MEANT = frozenset({S.IN_FORCE, S.HELD, S.CARRIED_OUT, S.EXTENDED})
#: States that come about when those whose they are agree to them: "agreed to extend the truce".
_BY_AGREEING = frozenset({S.EXTENDED, S.SUSPENDED})
_GOVERNED = re.compile(r"\b(?:to|of|on|in|for|from|towards?|before)(?: (?:\w+ly|also|again))?\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """A state that the words from `start` to `end` give a process; `object` if they take it as their object, `governed`
    if what stands before them makes it that state ("urged them to respect")."""

    state: ProcessState
    start: int
    end: int
    object: bool
    governed: bool = False


def states_said(text: str, start: int, end: int, phrase: Phrase) -> Iterator[Said]:
    """The states that a sentence of `text` gives to the process that `phrase` names in it."""
    found = [*_as_object(text, start, phrase), *_as_compound(text, end, phrase), *_as_subject(text, end, phrase)]
    if _ONGOING.search(phrase.text) and not any(said.state in {S.ENDED, S.VIOLATED} for said in found):
        found.append(Said(S.IN_FORCE, phrase.start, phrase.end, False))
    seen = set()
    # Of "brokered by A, was signed by B" the second says who agreed.
    for said in sorted(found, key=lambda said: bool(BROKERED.match(text, said.start, said.end))):
        state = _of_kind(phrase.kind, said.state, said.object)
        if _HIT.match(text, said.start, said.end) and phrase.kind is not ProcessKind.CORRIDOR:
            continue  # a corridor is shelled, talks are attacked in words
        if state is not None and state not in seen:
            seen.add(state)
            yield replace(said, state=state)


def _as_object(text: str, start: int, phrase: Phrase) -> Iterator[Said]:
    window = max(start, phrase.start - _BACK)
    despite = _DESPITE.search(text, window, phrase.start)
    if despite and _VIOLENCE.search(text, start, despite.start()):
        yield Said(S.VIOLATED, despite.start(), phrase.start, False)
    given = _IN_RETURN.search(text, window, phrase.start)
    if given and _AGREEMENT.search(text, start, given.start()):
        yield Said(S.AGREED, given.start(), phrase.start, True)
    inside = _IN_IT.search(text, start, phrase.start) if phrase.kind is ProcessKind.EXCHANGE else None
    if inside and not _NOT_DONE.search(text[start : inside.start()]):
        yield Said(S.CARRIED_OUT, inside.start(), phrase.start, False)
    for match in _AGREES.finditer(text, window, phrase.start):
        name = next(name for name, words in match.groupdict().items() if words)
        if _LATELY.search(text[window : match.start(name)]) and match.end() == match.end(name) + 1:
            continue
        own = _of_plan(OBJECT[int(name[1:])][0], match.group(name), match["plan"], phrase.kind)
        state = _settled(text, start, match.start(name), match.group(name), own) if own is not None else None
        if state is S.AGREED and _OVER.match(text, phrase.end):
            state = S.ENDED
        if state is not None:
            yield Said(state, match.start(name), match.end(name), True, state is not own and state in _ASKED)


def _of_plan(state: ProcessState, words: str, plan: str | None, kind: ProcessKind) -> ProcessState | None:
    """The state of a verb that takes the `plan` for a process: what is agreed to is accepted, what is put forward is
    proposed."""
    if plan is None:
        bare = kind is ProcessKind.CEASEFIRE and re.match(r"plans? for", words, re.I)
        return None if _OF_PLANS.match(words) else S.PROPOSED if bare else state
    if state in {S.AGREED, S.ACCEPTED}:
        return S.PROPOSED if re.match(r"announc|declar|promis", words, re.I) else S.ACCEPTED
    if state is S.EXTENDED:
        return S.CALLED_FOR if re.search(r"\b(?:call|appeal)s? ", plan, re.I) else S.OFFERED
    return {S.OFFERED: S.PROPOSED}.get(state, state) if state in _OF_A_PLAN else None


def _settled(text: str, start: int, at: int, words: str, state: ProcessState) -> ProcessState | None:
    """The state of an object verb after what governs it; None where it only might be, or is meant to be."""
    before = text[max(start, at - _GOVERNOR) : at]
    if _BARE_NOUN.match(words):
        return None if re.search(r"\b(?:no|without|any)\s$", before, re.I) else state
    near = before[-26:]
    if _READY.match(words) and _NOT.search(near):
        return S.REFUSED
    if re.match(r"no\b", words, re.I):
        return state
    if state is S.IN_FORCE and _KEEPS.match(words) and _WOULD.search(before):
        return None if _UNSURE.search(before) else S.REFUSED if _NOT.search(near) else S.ACCEPTED
    gerund = words.split()[0].endswith("ing")
    if _GOVERNED.search(before):
        return _governed(before, state)
    if (
        gerund
        and state not in _SPOKEN
        and not re.search(r"\b(?:is|are|was|were|been|be)(?: \w+ly| still| also| now)*\s*$", before)
    ):
        return _governed(before, state)
    if _NOT.search(near):
        refuses = state is S.EXTENDED or (state is S.HELD and _COMES_TO.match(words))
        return S.REFUSED if refuses and _WOULD_NOT.search(near) else DENIED.get(state)
    if _COMES_TO.match(words) and _WOULD.search(before) and not _UNSURE.search(before):
        return S.ACCEPTED
    if _SAYS_IT_WOULD.search(before) and not _UNSURE.search(before):
        return S.SCHEDULED if state in _MEANT else state if state in _BY_AGREEING else None
    if _MAYBE.search(near):
        return None
    if _WILL.search(near):
        return S.SCHEDULED if state in _MEANT else None
    return state


def _governed(before: str, state: ProcessState) -> ProcessState | None:
    """The state of "to extend" or "violating": that of the nearest word before it that settles it."""
    best: tuple[int, ProcessState | None] | None = None
    for governor, words in GOVERNORS:
        for match in re.finditer(rf"\b(?:{words})\b", before, re.I):
            if best is None or match.start() > best[0]:
                best = match.start(), governor
    accused = re.search(r"\b(?:accus\w+|blam\w+|condemn\w+|guilty)\b", before, re.I)
    if accused and state in {S.VIOLATED, S.ENDED} and (best is None or accused.start() > best[0]):
        return state
    denied = re.search(r"\bden(?:y|ie[ds]|ying)\b", before, re.I)
    if denied:
        return DENIED.get(state)
    if best is None or not _NOT.search(before[max(0, best[0] - 26) : best[0]]):
        settled = best[1] if best else None
        return state if settled is S.AGREED and state in _BY_AGREEING else settled
    return S.REFUSED if best[1] is S.OFFERED else None


def _as_compound(text: str, end: int, phrase: Phrase) -> Iterator[Said]:
    match = _KIND_OF.match(text, phrase.end + 1, end) if text[phrase.end : phrase.end + 1] in {" ", "-"} else None
    if match:
        name = next(name for name, words in match.groupdict().items() if words)
        yield Said(COMPOUND[int(name[1:])][0], match.start(), match.end(), False)


def _as_subject(text: str, end: int, phrase: Phrase) -> Iterator[Said]:
    if _IF.search(text[max(0, phrase.start - 12) : phrase.start]):
        return
    if _OF_A_DAY.search(text[max(0, phrase.start - _INNER) : phrase.start]):
        return
    stop = min(end, phrase.end + _ON)
    compound = _KIND_OF.match(text, phrase.end + 1, end)
    origin = compound.end() if compound and text[phrase.end] == " " else phrase.end
    last: int | None = None
    closed = False
    for match in _SAYS.finditer(text, origin, stop):
        between = text[origin : match.start()]
        goes_on = last is not None and _GOES_ON.fullmatch(text, last, match.start())
        if not goes_on and (
            closed or not _ABOUT_IT.match(between) or _JOINED.search(between) or _ANOTHER.search(between)
        ):
            continue
        if _IN_A_PHRASE.search(text[max(0, phrase.start - _INNER) : phrase.start]) and _AFTER_COMMA.search(between):
            continue  # "the truce, signed after three days of talks, was to begin": of the first
        last = match.end()
        near = _INSERTED.sub(" ", between)[-26:]
        name = next(name for name, words in match.groupdict().items() if words)
        state: ProcessState | None = SUBJECT[int(name[1:])][0]
        closed = closed or state is S.ENDED  # what follows is of something else ("collapsed as the army …")
        if _LESS.match(text, match.end()):
            state = None
        elif _NOT.search(near):
            state = DENIED.get(SUBJECT[int(name[1:])][0])
        elif _MAYBE.search(near) or re.search(r"\bto\s*$", near):
            state = None
        elif _WILL.search(near):
            state = S.SCHEDULED if state in {S.IN_FORCE, S.CARRIED_OUT, S.EXTENDED} else None
        if state is not None:
            yield Said(state, match.start(), match.end(), False)


def _of_kind(kind: ProcessKind, state: ProcessState, takes: bool) -> ProcessState | None:
    """The state as it is called for a kind: talks are held, and are not in force; None where the words mean another
    thing ("observed the talks")."""
    if kind is ProcessKind.TALKS:
        if state is S.AGREED and not takes:
            return None  # what is agreed at talks are not the talks
        return {S.IN_FORCE: S.HELD, S.CARRIED_OUT: S.HELD, S.VIOLATED: None}.get(state, state)
    if kind is ProcessKind.MONITORING and not takes:
        return None  # a mission that says or does something
    if kind in {ProcessKind.EXCHANGE, ProcessKind.EVACUATION, ProcessKind.WITHDRAWAL, ProcessKind.DISARMAMENT}:
        return {S.HELD: S.IN_FORCE}.get(state, state)
    return {S.HELD: S.IN_FORCE, S.CARRIED_OUT: S.IN_FORCE}.get(state, state)
