"""Deeds as any sentence of a few reports lays them at somebody's door: "it was the guards who opened it", "the raid was
the work of …", "the raiders were poachers", "they did it".

Unlike `read.py`, what an outlet tells in its own voice counts: of a few reports the outlets are sides too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.link.compare.accounts.doers import sort_of
from counterclaim.link.compare.accounts.read import NO_ACCOUNT, OPEN, Thing, names_in, things_of
from counterclaim.link.compare.deeds.described import described
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party
from counterclaim.link.compare.deeds.told import Deed, Deeds
from counterclaim.link.compare.nouns import head_noun, singular
from counterclaim.link.compare.wording import wording
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Span, Statement, Who

_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
#: Whom a sentence sets against others as the doers: "it was … who", "… alone", "only …", "… themselves".
_CLEFT = re.compile(
    r"\b[Ii]t (?:was|is|were|had been) (?P<np>[^.;]{2,90}?),? (?:who|that|which)(?: (?:had|has|have))? $"
)
_ALONE = re.compile(r"^,?(?: \w+)?,? (?:alone|themselves|itself|himself|herself|,? not )|^, not ", re.I)
_ONLY = re.compile(r"\b(?:only|the very|none but|nobody but) (?:the )?$", re.I)
_IN_IT = re.compile(r"^only |\bown\b|\bvery\b|\balone$", re.I)
_BEHIND = re.compile(
    r"\b(?:alone\b|by (?:him|her|them|it)sel(?:f|ves)\b|without (?:\w+ ){0,2}(?:help|word|order)s? (?:of|from|by)\b)",
    re.I,
)
#: Who "the raiders" were: the sentence says of those who did it who they are.
_WERE = re.compile(
    r"(?:\b[Tt]he|^Their|\b[Hh]is|\b[Hh]er|\b[Ii]ts) (?P<who>[\w-]+)(?: [^,.;]{1,40}?)? (?:were|was|are|is) "
    r"(?:really |in fact |all |in truth )?(?P<whom>(?:the |a |an )?[\w’'-]+(?: [\w’'-]+){0,5})"
)
_AUTHORS = re.compile(r"^(?:the )?(?:\w+ )?(?:authors?|perpetrators?|culprits?) of (?:the |this )?(?P<what>\w+)", re.I)
_DID_IT = frozenset({"do", "carry out", "commit", "stage", "perpetrate"})
#: Verbs of owning up to a deed, and of laying it at another's door.
_OWNS_UP = frozenset({"claim", "admit", "own"})
_SENDS = frozenset({"fire", "launch", "drop"})
_CHARGES = frozenset({"accuse", "blame", "suspect"})
_GUILTY = re.compile(r"^(?: \w+)? (?:guilty|to blame|responsible|behind (?:it|this|that|the \w+))\b")
_PARTICLE = re.compile(r"\s(out|off|down|up|in|over|dead|away|back|home)\b")
#: A particle stands no further behind its verb than this, in characters, and a "would" before it.
_NEAR = 45
#: What is pointed to stands no further before it than this, in characters.
_CARRIES = 250
_IT = frozenset("it this that deed crime thing act job everything".split())
_PRONOUN = re.compile(r"\s+(it|them|him|her|everything|everybody|everyone)\b")
_NP_END = re.compile(r"[,;.]|\s(?:who|that|which|with|when|while|and|escorted|led|in|on|after|because|from)\s")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NO_NP = re.compile(r"^(?:not|no|\w+(?:ed|ing)|also|still|now|at|in|on|from|under|seen|said|not|to|being)\b", re.I)


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed laid at somebody's door. `stressed`: set against others as its doers; `back`: of a deed that is only
    pointed to ("did it"); `blame`: in words of blame, without a verb of its own."""

    record: str
    claim: Claim | None
    statement: Statement
    holder: str
    verb: str
    kinds: frozenset[str]
    doers: tuple[Thing, ...]
    parties: tuple[Party | None, ...]
    objects: tuple[Thing, ...]
    telling: Telling
    stressed: bool
    back: bool
    blame: bool
    holders: tuple[Who, ...] = ()

    @property
    def report(self) -> str:
        """The report that tells it."""
        return self.statement.report

    @property
    def words(self) -> str:
        """Its sentence."""
        return self.telling.sentence.text


def doings_of(pile: Pile, tellings: Tellings, deeds: Deeds, report: str) -> list[Doing]:
    """What a report lays at somebody's door, in the order of its text."""
    phrased = list(_phrased(pile, tellings, report))
    worded = [
        *_claimed(pile, tellings, report),
        *(_of_deed(pile, d) for d in deeds.of(report) if not (d.claim or _of_other(d))),
        *_identified(pile, tellings, report),
    ]
    found = [*phrased, *(doing for doing in worded if not any(_cut_short(doing, whole) for whole in phrased))]
    found.sort(key=lambda doing: (doing.telling.span.start, doing.record))
    return [_resolved(doing, found) for doing in found]


def _cut_short(doing: Doing, whole: Doing) -> bool:
    """Whether it has but the first word of the doers that its sentence names ("army", of "army deserters")."""
    named = " ".join(thing.words.lower() for thing in whole.doers)
    one = doing.telling.sentence.overlaps(whole.telling.sentence)
    return one and all(thing.words.lower() in named for thing in doing.doers)


def _of_other(deed: Deed) -> bool:
    """Whether a charge is of no such deed ("accuses them of spying")."""
    if _HELD_SO.search(deed.telling.sentence.text):
        return True  # whom it is that somebody holds responsible is not read
    of_what = _OF_WHAT.search(deed.telling.sentence.text, 0) if deed.statement.act is Act.ACCUSE else None
    return of_what is not None and not of_noun(singular(of_what[1].lower()))


def _resolved(doing: Doing, found: list[Doing]) -> Doing:
    """A deed that is only pointed to, as what was told right before it."""
    if not doing.back or doing.kinds:
        return doing
    at = doing.telling.sentence.start
    before = [
        d
        for d in found
        if not d.back and d.kinds & crimes() and at - _CARRIES <= d.telling.span.start < doing.telling.span.start
    ]
    if not before:
        return doing
    last = before[-1]
    return replace(doing, kinds=last.kinds & crimes(), objects=last.objects)


def _claimed(pile: Pile, tellings: Tellings, report: str) -> Iterator[Doing]:
    text = pile.reports[report].text
    for claim in pile.annotations[report].claims:
        statement = pile.statements[claim.statement]
        if claim.polarity is not Polarity.POSITIVE or claim.modality not in _HELD or statement.act in NO_ACCOUNT:
            continue
        words = claim.spans[0].text
        behind = text[claim.trigger.end : claim.trigger.end + 30]
        if OPEN.search(text[max(words_start(claim), claim.trigger.start - _NEAR) : claim.trigger.end]):
            continue
        if claim.predicate in _CHARGES:
            yield from _charged(pile, tellings, claim, statement)
            continue
        verb, objects = _with_particle(claim, text), things_of(pile, text, claim.patient)
        if not objects and (pronoun := _PRONOUN.match(behind)):
            objects = (_thing(pronoun[1]),)
        whos, stressed = claim.agent, False
        if cleft := _CLEFT.search(text[max(0, claim.trigger.start - 120) : claim.trigger.start]):
            stressed = True
            if not whos:
                at = max(0, claim.trigger.start - 120) + cleft.start("np")
                span = Span.of(text, at, at + len(_NP_END.split(cleft["np"])[0]))
                whos = (
                    next((w for w in claim.patient if w.span and w.span.overlaps(span)), Who(None, span.text, span)),
                )
                objects = tuple(t for t in objects if t.words not in span.text)
        doers = things_of(pile, text, whos)
        if not doers or (verb in _SENDS and objects and not any(t.definite or t.pronoun for t in objects)):
            continue  # "fired six missiles": at something else
        stressed = stressed or any(_is_stressed(text, who) for who in whos) or bool(_BEHIND.search(words))
        kinds = of_verb(verb)
        back = verb in _DID_IT | _OWNS_UP and bool(objects) and all(t.head in _IT or t.pronoun for t in objects)
        if verb in _DID_IT | _OWNS_UP and (verb in _OWNS_UP or objects):
            kinds = frozenset(k for t in objects for k in of_noun(t.head))
            if not back and not kinds:
                continue
        yield Doing(
            claim.id, claim, statement, pile.holder_key(statement), verb, kinds, doers,
            tuple(_party(pile, report, who, statement) for who in whos if _words(who)), objects,
            tellings.of_claim(claim), stressed, back, blame=False,
        )  # fmt: skip


def _charged(pile: Pile, tellings: Tellings, claim: Claim, statement: Statement) -> Iterator[Doing]:
    """Whom somebody accuses, of what is told before."""
    if claim.patient and claim.agent and not _EACH.match(_words(claim.agent[0])):
        behind = pile.reports[claim.report].text[claim.trigger.end : claim.trigger.end + 2 * _NEAR]
        of_what = _OF_WHAT.search(behind)
        kinds = of_noun(singular(of_what[1].lower())) if of_what else frozenset()
        if of_what and not kinds:
            return
        found = _identity(pile, claim, statement, claim.patient, kinds, tellings.of_claim(claim))
        yield replace(
            found, holder=pile.key(claim.agent[0]), holders=tuple(pile.resolved(w) for w in claim.agent), back=True
        )


_HELD_SO = re.compile(r"\b(?:who|which|whom|that) [^.;,]{1,30}\b(?:holds?|held) responsible\b")
_EACH = re.compile(r"(?:each|both|either|one|some|many)\b", re.I)
#: What somebody is accused of.
_OF_WHAT = re.compile(r"^[^.;]*?\b(?:of|for) (?:the |having |a |an |this )*(\w+)")


def words_start(claim: Claim) -> int:
    """Where the words of a claim begin."""
    return min(claim.spans[0].start, claim.trigger.start)


def _with_particle(claim: Claim, text: str) -> str:
    """The verb of a claim, with the particle behind it or behind its object, where that is another verb."""
    verb = claim.predicate
    for match in _PARTICLE.finditer(text, claim.trigger.end, min(claim.trigger.end + _NEAR, len(text))):
        if any(c in ".;,:" for c in text[claim.trigger.end : match.start()]):
            break
        if f"{verb} {match[1]}" in _table("verbs"):
            return f"{verb} {match[1]}"
    return verb


def _is_stressed(text: str, who: Who) -> bool:
    if who.span is None:
        return False
    before, after = text[max(0, who.span.start - 16) : who.span.start], text[who.span.end : who.span.end + 40]
    return bool(_ALONE.match(after) or _ONLY.search(before) or _IN_IT.search(who.span.text))


def _of_deed(pile: Pile, deed: Deed) -> Doing:
    """A deed whose doer stands in words of blame, or beside its weapons."""
    nouns = (word.lower() for word in _WORD.findall(deed.span.text))
    kinds = frozenset(kind for word in nouns for kind in of_noun(singular(word)))
    return Doing(
        deed.record, None, deed.statement, pile.holder_key(deed.statement), "", kinds,
        tuple(_thing(party.shown) for party in deed.doers), deed.doers,
        tuple(_thing(f"the {target}") for target in sorted(deed.targets)), deed.telling,
        stressed=False, back=deed.points_back, blame=True,
    )  # fmt: skip


def _identified(pile: Pile, tellings: Tellings, report: str) -> Iterator[Doing]:
    """Sentences that say of those who did it who they were."""
    text = pile.reports[report].text
    for claim in pile.annotations[report].claims:
        statement = pile.statements[claim.statement]
        held = claim.polarity is Polarity.POSITIVE and claim.modality in _HELD and statement.act not in NO_ACCOUNT
        if claim.predicate != "be" or not held:
            continue
        telling = tellings.of_claim(claim)
        if _GUILTY.match(text[claim.trigger.end : claim.trigger.end + 40]):
            whos = tuple(w for w in (*claim.agent, *claim.patient) if w.span and w.span.end <= claim.trigger.start)
            if whos:
                yield _identity(pile, claim, statement, whos, frozenset(), telling)
        for who in claim.patient:
            if (match := _AUTHORS.match(_words(who))) and claim.agent:
                kinds = of_noun(singular(match["what"].lower()))
                yield _identity(pile, claim, statement, claim.agent, kinds, telling)
        match = _WERE.search(text, telling.sentence.start, telling.sentence.end)
        if match is None or not match.start() <= claim.trigger.start < match.end():
            continue
        kinds = of_doer(singular(match["who"].lower()))
        whom = _NP_END.split(match["whom"])[0]
        if kinds and not _NO_NP.match(whom):
            at = match.start("whom")
            span = Span.of(text, at, at + len(whom))
            known = next((w for w in claim.patient if w.span and w.span.overlaps(span)), Who(None, whom, span))
            yield _identity(pile, claim, statement, (known,), kinds, telling)


def _phrased(pile: Pile, tellings: Tellings, report: str) -> Iterator[Doing]:
    """Doers that stand behind words of blame and have no name: "the theft was the work of deserters"."""
    text = pile.reports[report].text
    claims = pile.annotations[report].claims
    for match in _LAID.finditer(text):
        at = match.start("whom")
        whom = _NP_END.split(text[at : at + _NEAR])[0].strip()
        claim = next((c for c in claims if match.start() <= c.trigger.start < match.end()), None)
        if claim is None or claim.polarity is not Polarity.POSITIVE or claim.modality not in _HELD:
            continue
        statement = pile.statements[claim.statement]
        if (claim.agent and claim.predicate != "be") or statement.act in NO_ACCOUNT or sort_of(whom) in ("", "anybody"):
            continue
        kinds = of_noun(singular((match["deed"] or match["shot"] or "").lower()))
        span = Span.of(text, at, at + len(whom))
        found = _identity(pile, claim, statement, (Who(None, whom, span),), kinds, tellings.of_claim(claim))
        yield replace(found, objects=(_thing(f"the {match['shot']}"),) if match["shot"] else ())


#: Words of blame, with whom they are about behind them.
_LAID = re.compile(
    r"\b(?:(?:(?P<deed>[a-z]+) )?(?:was|were|is|are|had been) (?:all )?(?:the work of|at the hands of)|"
    r"[Tt]he (?:[a-z]+ )?(?P<shot>shots|shells|rounds|rockets|missiles?|bullets|fire|gunfire|firing)(?: had)? "
    r"(?:came|come|was coming|were coming|began) from) (?:the )?(?P<whom>[\w’'-]+)"
)


def _identity(
    pile: Pile, claim: Claim, statement: Statement, whos: tuple[Who, ...], kinds: frozenset[str], telling: Telling
) -> Doing:
    text = pile.reports[claim.report].text
    return Doing(
        claim.id, claim, statement, pile.holder_key(statement), "", kinds, things_of(pile, text, whos),
        tuple(_party(pile, claim.report, who, statement) for who in whos if _words(who)), (), telling,
        stressed=False, back=not kinds, blame=True,
    )  # fmt: skip


def _words(who: Who) -> str:
    return " ".join((who.span.text if who.span else who.name).split())


def _thing(words: str) -> Thing:
    return Thing(words, head_noun(words), names_in(f"x {words}"), None)


def _party(pile: Pile, report: str, who: Who, statement: Statement) -> Party | None:
    return Parties.in_(pile).of(report, who, statement) or described(who, pile.reports[report].text)


@functools.cache
def _table(key: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in wording("doings")["kinds"].items():
        for word in words[key]:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def of_verb(verb: str) -> frozenset[str]:
    """The kinds of deed that a verb may tell; its own name where it is of none."""
    return _table("verbs").get(verb) or _table("nouns").get(verb) or frozenset({verb})


def of_noun(noun: str) -> frozenset[str]:
    """The kinds of deed that a noun names, or its doers do."""
    return _table("nouns").get(noun, frozenset()) | of_doer(noun)


def of_doer(noun: str) -> frozenset[str]:
    """The kinds of deed that those do whom a noun is for."""
    return _table("doers").get(noun, frozenset())


@functools.cache
def crimes() -> frozenset[str]:
    """Kinds of deed that somebody is blamed for."""
    return frozenset(wording("doings")["crimes"])


def narrated(doing: Doing) -> bool:
    """Whether it is told in the outlet's own voice."""
    return doing.statement.manner is Manner.NARRATION
