"""Who has part in a process: who brings a state about, and whose process it is.

Those who have to keep it are its parties; a broker, a host or somebody who calls for it is none. Several who act for
one state are one party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from counterclaim.link.compare.nouns import singular
from counterclaim.link.origins.sentences import Sentence
from counterclaim.link.pile import Pile
from counterclaim.link.processes.nouns import Phrase
from counterclaim.link.processes.reading import Inside, Reading
from counterclaim.link.processes.states import Said
from counterclaim.link.processes.voices import own
from counterclaim.records import Claim, Entity, EntityKind, ProcessKind, ProcessState, Span, Who

_BY = re.compile(
    r"[ ,]*(?:(?!despite|after|following|amid|because|when|as|with)[\w-]+ ){0,4}by (?!(?:both|all|the two"
    r"|the warring) )",
    re.I,
)
#: Words for those who can act, where nobody is named.
_LISTED = re.compile(r", (?:and )?(?:the )?|,? and (?:the )?(?:(?:[a-z]+|pro)[ -])?| ")
_DIRECT = re.compile(r" ?")
_ACTS = re.compile(
    r"\b(?:sides|parties|capitals|governments?|regime|army|armies|forces?|troops|rebels?|fighters|factions?"
    r"|groups?|militias?"
    r"|opposition|insurgents|militants|terrorists|leaders|officials?|ministers?|presidents?|mediators|monitors"
    r"|negotiators"
    r"|separatists|defenders|attackers|gunmen|formations?|bands|diplomats|residents|powers|countries|country"
    r"|delegations?|councils?"
    r"|commanders?|ministry)\b",
    re.I,
)
#: A broker's, a mediator's or an outsider's part in a process makes it no party.
#: A name that nobody is resolved for.
_NAME = re.compile(r"(?!The |A )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}")
_OUTSIDE = re.compile(r"broker|mediat|sponsor|call|urg|appeal|monitor", re.I)
_PARTY_KINDS = frozenset({EntityKind.STATE, EntityKind.GROUP, EntityKind.PERSON, EntityKind.ORGANIZATION})
#: "Brokered by Moscow and Washington": capitals act for their states.
_DOERS = _PARTY_KINDS | {EntityKind.PLACE}
#: Behind the process: whom it is between or with, and whose troops are to go.
_BETWEEN = re.compile(
    r"(?:(?:deal|agreement|in|for|of|on|across|the|(?-i:[A-Z])[\w’-]+) ){0,5}between (?:the )?(?P<between>[^;:]{0,120})"
    r"|(?:[\w-]+ ){0,2}with (?:the )?(?P<with>[^;:]{0,50})",
    re.I,
)
_WHOSE = re.compile(r" of (?:the |all )?(?P<whose>(?:[\w’'-]+ ){1,3}(?:troops|forces|army|soldiers|fighters|units))\b")
#: Before it: "agreed with A to establish a hotline", "signed a deal with A on a ceasefire".
_WITH = re.compile(r"\b(?:agree|deal|accord|pact|sign|understanding)\w*(?: \w+){0,3} with (?:the )?", re.I)
_GROUP = re.compile(
    r"\b(?:forces|troops|army|fighters|rebels|militants|militias?|groups?|factions?|government|insurgents|separatists"
    r"|terrorists)$",
    re.I,
)
_THEIR = re.compile(r"(?:its|their|his|her|our|both|all|some|any|foreign) ", re.I)
_TWO = re.compile(r",? and (?:the )?(?!around\b)")
_SOME = re.compile(
    r"(?:[A-Z][\w’'-]* ){0,2}(?:[a-z][\w’'-]* ){0,3}?(?:forces|troops|army|fighters|rebels?|militants?|militias?"
    r"|groups?|factions?"
    r"|government|regime|opposition|insurgents|separatists)"
    r"(?: (?:forces|troops|army|fighters|groups?|factions?))?\b"
)
_ACCUSED = re.compile(r"\b(?:accus\w+|blam\w+) (?:the )?(?=[^.;]{1,60} (?:of|for) (?:[\w-]+ ){0,2}$)", re.I)
#: "It was A that proposed the exchange".
_CLEFT = re.compile(
    r"\b[Ii]t (?:was|is|had been) (?P<who>(?:the )?[A-Z][^,.;\"]{1,40}?) (?:who|that|which)(?: had| has)? $"
)
_READY = re.compile(r"(?:ready|willing|prepared|readiness|willingness|open|no \w+) (?:for|to|in)\b", re.I)
_THAT = re.compile(r",? (?:that|which) (?:the )?")
#: States that outsiders bring about as well: those of them are parties only where nobody else is known.
_WISHED = frozenset({
    ProcessState.PROPOSED, ProcessState.OFFERED, ProcessState.DEMANDED, ProcessState.CALLED_FOR,
    ProcessState.THREATENED,
})  # fmt: skip
_AND = re.compile(
    r"(?:,|,? and(?: the)?|,? the)?\s*(?:(?:regime|rebel|main|key|regional)? ?(?:ally|allies|backers?"
    r"|supporters?) )?"
)
#: How far around a state those who bring it about are looked for, in characters.
_REACH = 70
#: How far before "ready for" its verb may stand.
_CLOSE = 14
#: How far behind "by" or "between" the first name may stand.
_SOON = 35
#: "Opened by militants to enter Aleppo": the name is of another phrase.
_ELSEWHERE = re.compile(
    r"\b(?:to|in|at|on|near|from|into|after|before|during|amid|because|hours?|days?|weeks?|months?)\b", re.I
)
#: How far before a process those who agree to it are looked for, in characters.
_BACK = 80


def doers(inside: Inside, sentence: Sentence, phrase: Phrase, said: Said) -> tuple[Who, ...]:
    """Who brings a state about: the agents of its verb, or those named where the agent of such words stands."""
    if said.governed:
        statement = inside.statement_at(said.start)
        holders = inside.pile.holders(statement) if statement and not inside.pile.outlet_says(statement) else ()
        return tuple(who for who in holders if who.entity)
    if _READY.match(inside.text, said.start, said.end):
        return _ready(inside, said)
    claim = inside.claim_at(said.start, said.end)
    if said.object and (claim is None or not claim.agent):
        named = inside.claim_at(phrase.start, phrase.end)
        pair = named is not None and len(named.agent) > 1 and said.state is ProcessState.AGREED
        claim = named if pair or phrase.kind is ProcessKind.TALKS else claim
    takes = said.object or said.state is ProcessState.PROPOSED
    if claim is not None and takes and claim.agent and not claim.agent_any:
        return meant(inside, claim.agent, said.start)
    if not said.object:
        match = _BY.match(inside.text, said.end, sentence.end)
        if match is not None:
            stop = min(sentence.end, match.end() + _REACH)
            return _named(inside, match.end(), stop, _DOERS) or _in_words(inside.text[match.end() : stop])
        return _of_clause(inside, claim, phrase, said)
    cleft = _CLEFT.search(inside.text, sentence.start, said.start)
    if cleft is not None:
        return _named(inside, *cleft.span("who"), _DOERS)
    accused = _ACCUSED.search(inside.text, sentence.start, said.start)
    if accused is not None:
        return _named(inside, accused.end(), said.start, _DOERS)
    before = re.search(r"(?: also| has| have| had| again| then)*\s$", inside.text[sentence.start : said.start])
    return tuple(_before(inside, sentence.start + before.start() + 1, _DIRECT)) if before and not claim else ()


def _in_words(words: str) -> tuple[Who, ...]:
    """Those at the beginning of some words, in these: "regime forces in some areas"."""
    found = _SOME.match(words.removeprefix("the "))
    return (Who(None, found.group().strip()),) if found and _ACTS.search(found.group()) else ()


def _ready(inside: Inside, said: Said) -> tuple[Who, ...]:
    """Who "is ready for" it or sees "no point in" it: the subject of that, else who says so."""
    near = [c for c in inside.claims if c.predicate == "be" and 0 <= said.start - c.trigger.end <= _CLOSE]
    if near:
        return meant(inside, (*near[-1].agent, *near[-1].patient), said.start)
    statement = inside.statement_at(said.start)
    told = statement is not None and not inside.pile.outlet_says(statement)
    return tuple(who for who in inside.pile.holders(statement) if who.entity) if statement and told else ()


def _of_clause(inside: Inside, claim: Claim | None, phrase: Phrase, said: Said) -> tuple[Who, ...]:
    """The agents of "reached" in "the truces that A and B reached"."""
    clause = _THAT.match(inside.text, phrase.end, said.start)
    if clause is None or (claim is not None and claim.agent_any):
        return ()
    agents = tuple(w for w in claim.agent if w.span and w.span.start >= clause.end()) if claim else ()
    return _named(inside, clause.end(), said.start) or meant(inside, agents, said.start)


def _named(inside: Inside, start: int, end: int, kinds: frozenset[EntityKind] = _PARTY_KINDS) -> tuple[Who, ...]:
    """Those named one after the other from `start` on ("by Russia and the United States")."""
    found: list[Who] = []
    at: int | None = None
    mentions = inside.pile.annotations[inside.report].mentions
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end)):
        if mention.entity is None or not start <= mention.span.start < end or mention.span.start < (at or 0):
            continue  # of "Kenyan" and "Kenyan troops" the first
        if at is None and (
            mention.span.start - start > _SOON or _ELSEWHERE.search(inside.text[start : mention.span.start])
        ):
            break
        if at is not None and not _AND.fullmatch(inside.text[at : mention.span.start]):
            break
        who = inside.pile.resolved(Who(mention.entity, mention.span.text))
        entity = inside.pile.entities.get(who.entity or "")
        beside = at is not None and inside.text[at : mention.span.start] == " "
        if beside and entity is not None and entity.kind is not EntityKind.STATE:
            at = mention.span.end  # of "Kenyan" and "troops" the first
            continue
        if entity is not None and entity.kind in kinds:
            found.append(inside.states.get(entity.country or "", who) if entity.kind is EntityKind.PLACE else who)
            at = mention.span.end
    return tuple(dict.fromkeys(found))


def meant(inside: Inside, whos: tuple[Who, ...], at: int) -> tuple[Who, ...]:
    """Those of a claim's agents that can act, as entities of the ledger where they are; with whom they are named in one
    breath ("A and B agreed"). `at` is where it is said: there "he" and "its troops" are the speaker."""
    found: list[Who] = []
    for who in whos:
        if who.span is not None:
            found += _before(inside, who.span.start, _LISTED, inside.pile.entity(who))
        resolved = own(inside, inside.pile.resolved(who), at)
        if resolved.entity is None and who.span is not None:
            resolved = _last_named(inside, who.span) or resolved
        if resolved.entity or _ACTS.search(resolved.name) or _NAME.fullmatch(who.name):
            found.append(resolved)
    return tuple(dict.fromkeys(who for who in found if not _is_place(inside.pile, who)))


def _last_named(inside: Inside, words: Span) -> Who | None:
    """The one whose name some words end with: "the breakaway region of Mora"."""
    named = _named(inside, max(words.start, words.end - _SOON), words.end)
    return named[-1] if len(named) == 1 and words.text.endswith(named[0].name) else None


def _before(inside: Inside, start: int, between: re.Pattern[str], last: Entity | None = None) -> list[Who]:
    """States and groups that a list goes through before the name of `last` at `start`; `between` may stand between the
    two nearest to it. Where the commas were lost, only states stand side by side."""
    found: list[Who] = []
    mentions = [m for m in inside.pile.annotations[inside.report].mentions if m.entity and m.span.end <= start]
    for mention in sorted(mentions, key=lambda m: -m.span.end):
        if mention.span.end > start:
            continue  # inside the one before
        if not between.fullmatch(inside.text, mention.span.end, start):
            break
        who = inside.pile.resolved(Who(mention.entity, mention.span.text))
        entity = inside.pile.entities.get(who.entity or "")
        if entity is None or entity.kind not in _PARTY_KINDS or entity.kind is EntityKind.PERSON:
            break
        side_by_side = inside.text[mention.span.end : start] == " "
        if side_by_side and last is not None and not entity.kind is last.kind is EntityKind.STATE:
            break
        found.insert(0, who)
        last = entity
        start, between = mention.span.start, _LISTED
    return found


def _is_place(pile: Pile, who: Who) -> bool:
    entity = pile.entities.get(who.entity or "")
    return entity is not None and entity.kind is EntityKind.PLACE


def sides_of(inside: Inside, sentence: Sentence, phrase: Phrase, said: Said) -> tuple[Who, ...]:
    """Those whose process it is by the words around it: "between A and B", "with A", "the withdrawal of A's troops"."""
    found: list[Who] = []
    behind = _BETWEEN.match(inside.text, phrase.end + 1, sentence.end)
    if behind is not None:
        found += _listed(inside, *behind.span("between" if behind["between"] is not None else "with"))
    whose = _WHOSE.match(inside.text, phrase.end, sentence.end) if phrase.kind is ProcessKind.WITHDRAWAL else None
    if whose is not None:
        found += _named(inside, *whose.span("whose")) or [
            Who(None, w) for w in (whose["whose"],) if not _THEIR.match(w)
        ]
    before = _WITH.search(inside.text, max(sentence.start, phrase.start - _BACK), phrase.start)
    if before is not None and said.state is ProcessState.AGREED:
        found += _named(inside, before.end(), phrase.start)
    return tuple(w for w in dict.fromkeys(found) if not _is_place(inside.pile, w))


def _listed(inside: Inside, start: int, end: int) -> list[Who]:
    """Those of a list, by their names or in the report's words ("government forces and the rebels")."""
    found: list[Who] = []
    at = start
    for piece in _TWO.split(inside.text[start:end])[:2]:
        named = _named(inside, at, at + len(piece))
        words = _SOME.match(piece)
        if named:
            found += named
        elif words is not None and _ACTS.search(words.group()):
            found.append(Who(None, words.group().strip()))
        at = inside.text.find(piece, at) + len(piece)
    return found


def whose(inside: Inside, sides: Sequence[Who], phrase: Phrase) -> str | None:
    """What tells a withdrawal from another: the one whose troops are to go."""
    if phrase.kind is not ProcessKind.WITHDRAWAL or len(sides) != 1:
        return None
    return key_of(inside.pile, sides[0])


def acting(inside: Inside, by: tuple[Who, ...], said: Said) -> tuple[Who, ...]:
    """Those of who brings a state about that do what a party does."""
    words = inside.text[said.start : said.end]
    keeping = () if said.state is ProcessState.CALLED_FOR or _OUTSIDE.search(words) else by
    return tuple(
        w
        for w in dict.fromkeys(keeping)
        if (w.entity or (_GROUP.search(w.name) and not _THEIR.match(w.name))) and not _is_place(inside.pile, w)
    )


def parties_of(pile: Pile, readings: Sequence[Reading], states: dict[str, Who]) -> tuple[Who, ...]:
    """The parties of a process, each state once, in the order in which they are named. Two who meet stay themselves."""
    if all(reading.pair for reading in readings):
        return tuple(dict.fromkeys(who for reading in readings for who in reading.acting))
    sides = _merged(pile, (who for r in readings for who in r.sides), states)
    if len(sides) > 1:
        return sides
    strong = [who for r in readings for who in (r.sides if r.state in _WISHED else r.acting)]
    found = _bodies(pile, _merged(pile, strong, states))
    weak = [w for r in readings for w in r.acting if _may_be_party(pile, w)]
    return found if len(found) > 1 else _bodies(pile, _merged(pile, (*strong, *weak), states))


def _bodies(pile: Pile, parties: tuple[Who, ...]) -> tuple[Who, ...]:
    """The states and groups among parties; persons only beside fewer than two of them."""
    kinds = [entity.kind if (entity := pile.entities.get(who.entity or "")) else None for who in parties]
    bodies = tuple(who for who, kind in zip(parties, kinds, strict=True) if kind is not EntityKind.PERSON)
    return bodies if len(bodies) > 1 else parties


def _may_be_party(pile: Pile, who: Who) -> bool:
    """Whether somebody who wishes for a process may have part in it: a body that acts for no state is an outsider."""
    entity = pile.entities.get(who.entity or "")
    acts_for = (key_of(pile, who) or "").startswith("state ")
    return acts_for or entity is None or entity.kind is not EntityKind.ORGANIZATION


def _merged(pile: Pile, whos: Iterable[Who], states: dict[str, Who]) -> tuple[Who, ...]:
    """One for each that acts: of those who act for a state, its first body ("the Kenyan army"), or the state itself
    where it or a person of it is among them."""
    found: dict[str, Who] = {}
    for who in whos:
        key = key_of(pile, who) or who.name
        entity = pile.entities.get(who.entity or "")
        body = entity is not None and entity.kind in {EntityKind.ORGANIZATION, EntityKind.GROUP}
        state = states.get(key.removeprefix("state ")) if key.startswith("state ") else None
        if state is not None and not body:
            found[key] = state
        found.setdefault(key, who)
    named = tuple(dict.fromkeys(found.values()))
    return tuple(who for n, who in enumerate(named) if who.entity or not any(_alike(who, o) for o in _others(named, n)))


def _others(named: Sequence[Who], n: int) -> Sequence[Who]:
    """Those that a party in the report's words may be: all with a name, and what came before it."""
    return [who for m, who in enumerate(named) if who.entity or m < n]


def _alike(left: Who, right: Who) -> bool:
    """Whether two are called by a word in common ("the Front", "Front rebels")."""
    one, other = ({singular(word) for word in who.name.lower().split()} - {"the"} for who in (left, right))
    return bool(one & other)


def key_of(pile: Pile, who: Who) -> str | None:
    """What two parties are compared by: who acts, and for a capital its state."""
    entity = pile.entity(who) or pile.entities.get(who.entity or "")
    if entity is not None and entity.kind is EntityKind.PLACE:
        return f"state {entity.country}" if entity.country else None
    return pile.actor(Who(entity.members[0], entity.name)) if entity else None


def named_with(inside: Inside, phrase: Phrase) -> tuple[Who, ...]:
    """Those whose names are in the process's own ("the US-Russian truce")."""
    found = inside.pile.named_in(inside.report, Span.of(inside.text, phrase.start, phrase.end))
    return tuple(Who(e.id, e.name) for e in found if e.kind in _PARTY_KINDS)
