"""Turns: of a claim, which theme it tells of, and to which end ("the attack was beaten off": ground, not gained)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.link.compare.denials.parties import Party, names_in, party_of, share_name
from counterclaim.link.compare.denials.spans import known, sentence_end, sentence_start, shown, told_by
from counterclaim.link.compare.denials.themes import (
    ATTACK,
    BACK_FROM,
    BEATING,
    FAILED,
    GAINING,
    GIVING_UP,
    GROUND,
    HELD_BY,
    KEEPING,
    LOSING,
    NEEDS_GROUND,
    OTHER_AIM,
    OURS,
    OUSTING,
    REVERSE,
    STILL,
    THEMES,
    Theme,
)
from counterclaim.link.compare.denials.together import bare
from counterclaim.link.compare.denials.words import TAKEN_BACK
from counterclaim.link.compare.nouns import head_noun, tells
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import published
from counterclaim.records import Act, Claim, EntityKind, Manner, Modality, Polarity, Span, Statement, Who

GROUND_THEME = "ground"
_TOLD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
_PARTICLE = re.compile(r"\s(back|away|down|off|out|in|through|up|over)\b", re.I)
_NOBODY = Party.nobody()
_HELD_THEMES = frozenset({"talks", "deal", "truce"})
_NOUNS_OF_TALKS = frozenset("talk meeting negotiation contact agreement deal accord violation".split())
_TOOK_PLACE = re.compile(
    r"\b(?:h[eo]ld|holding|took place|taken place|take place|happened|occurred|under way|underway|signed|reached|"
    r"struck|"
    r"no|not|never)\b",
    re.I,
)
#: A noun: numbers and pronouns leave it to the clause what it is.
_NOUN = re.compile(
    r"(?!(?:he|she|it|they|them|him|we|which|who|those|all|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|the|of|which)\b)\b[^\W\d_]{3,}",
    re.I,
)
_JUST_BEFORE = 25
#: What somebody set out to do is not done by that.
_MEANT = Sought(
    r"\b(?:aim\w* (?:at|to)|in order to|attempt\w* (?:to|at)|bid to|try to|trying to|tried to|seek\w* to|sought to|"
    r"so as to|"
    r"plan\w* to|want\w* to|hop\w* to|wait\w* to|prepar\w+ to|about to|ready to|order\w* to|"
    r"(?:assault|offensive|battle|campaign|operation|attack|push|drive|launched|fight\w*|effort|struggle|vow\w*|"
    r"pledge\w*|"
    r"going|move|begun|began|needed|enough|able) (?:\w+ )?to|to be)\b(?P<rest>[^.;]{0,150})$",
    re.I,
)
#: What is only asked about, or should be.
_UNSURE = re.compile(r"\b(?:whether|should|would|could|might|proposed|focus\w* on)\b[^,;:.]*$", re.I)
_DONE = re.compile(r"\b(?:managed|succeeded|able|was|were|has|have|had|after)\b", re.I)
_TO = Sought(r"\bto (?:\w+ly )?$")
_MANAGED = re.compile(
    r"\b(?:manage\w*|able|succeed\w*|voted|continue\w*|began|begun|start\w*|allow\w*|forc\w*) to (?:\w+ly )?$", re.I
)
_WHERE = re.compile(
    r"\b(?:in|at|near|of|around|to|from|into|on|towards|outside|enter\w*|reach\w*|captur\w+|tak(?:en|ing)|took|"
    r"seiz\w+|retook|"
    r"retaken|hold\w*|held)\s+(?:the\s+)?((?:[^\W\d_a-z][\w’'-]+\s?)+)"
)
#: "Which is largely held by": background, and no outcome.
_WHICH = re.compile(r"\b(?:which|that|where)\s+(?:\w+\s+)?$", re.I)
_PARTLY = re.compile(r"\b(?:largely|mostly|partly|mainly)\b", re.I)
#: Who is let out is not who gets through.
_LETTING = frozenset({"allow", "let", "permit"})
_OUT = re.compile(r"\b(?:leave|depart|exit|go (?:out|home)|get out|out of)\b", re.I)
#: "Luis's brother" is not Luis.
_OWNER = re.compile(r"^.*['’]s?\s")
#: A verb and its object that say one thing together are no longer than this.
_SETTLED = 3


#: Verbs by which ground is somebody's.
_STANDS = frozenset({"be", "remain", "stay", "come", "stand", "control"})

_SETS_FREE = frozenset({"release", "free"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim that something came off (`so`) or did not. `doer` is who gains ground or does it; `other` who holds the
    ground or stands against it; `things` what it happens to, as heads and names in lower case, `called` the names
    among these; `classes` which classes
    of the theme's nouns these are of; `names` the places and names of its own sentence, `near` those carried."""

    claim: Claim
    statement: Statement
    theme: str
    so: bool
    doer: Party
    other: Party
    things: frozenset[str]
    called: frozenset[str]
    classes: frozenset[int]
    names: frozenset[str]
    near: frozenset[str]
    shown: Span
    telling: Telling


def turns_in(pile: Pile, tellings: Tellings, report: str) -> Iterator[Turn]:
    """The turns of a report."""
    voices: dict[str, Party] = {}
    for claim in pile.annotations[report].claims:
        statement = pile.statements[claim.statement]
        if (
            claim.modality not in _TOLD
            or claim.polarity is Polarity.UNKNOWN
            or statement.act in {Act.ASK, Act.THREATEN}
        ):
            continue
        if statement.manner is not Manner.NARRATION and not known(pile, statement):
            continue
        if statement.id not in voices:
            voices[statement.id] = party_of(pile, report, statement.sources)
        voice = voices[statement.id]
        forms = _forms(claim)
        found = _ground(pile, claim, voice, forms)
        themes = list(_themes(pile, claim, forms))
        if (found is None and not themes) or _meant(pile, claim):
            continue
        if found is not None:
            yield _turn(
                pile, tellings, claim, statement, voice, GROUND_THEME, found[0], found[1], found[2], frozenset()
            )
        agent = bare(party_of(pile, report, claim.agent, voice)) if themes else _NOBODY
        for theme, so, classes in themes:
            yield _turn(pile, tellings, claim, statement, voice, theme.name, so, agent, _NOBODY, classes)


def _meant(pile: Pile, claim: Claim) -> bool:
    """Whether a claim in the positive tells of what somebody set out to do, and not that it was done."""
    if claim.polarity is not Polarity.POSITIVE:
        return False
    text = pile.reports[claim.report].text
    before = text[sentence_start(text, claim.trigger.start) : claim.trigger.start]
    if _UNSURE.search(before) or TAKEN_BACK.search(before):
        return True
    if _TO.search(before):
        return not _MANAGED.search(before)
    found = _MEANT.search(before)
    return found is not None and not _DONE.search(found["rest"])


def _forms(claim: Claim) -> frozenset[str]:
    """The lemma of a claim, and with the particle or the object that it says one thing with."""
    forms = {claim.predicate}
    after = claim.spans[0].text[max(0, claim.trigger.end - claim.spans[0].start) :]
    particle = _PARTICLE.match(after)
    if particle:
        forms.add(f"{claim.predicate} {particle[1].lower()}")
    for who in claim.patient[:1]:
        words = _words(who)
        if len(words.split()) <= _SETTLED:
            forms.add(f"{claim.predicate} {head_noun(words)}")
    return frozenset(forms)


def _words(who: Who) -> str:
    return who.span.text if who.span else who.name


def _themes(pile: Pile, claim: Claim, forms: frozenset[str]) -> Iterator[tuple[Theme, bool, frozenset[int]]]:
    """The themes of a claim but for ground, to which end, and of which classes of nouns; of none where what it happens
    to is only named."""
    longest = max(forms, key=lambda form: (len(form), form))
    clause = claim.spans[0].text
    for theme in THEMES:
        end: bool | None = None
        if claim.predicate in {"be", "remain", "stay", "stand"}:
            so, not_so = theme.states
            end = False if not_so and not_so.search(clause) else True if so and so.search(clause) else None
        if end is None:
            for form in sorted(forms, key=lambda form: form != longest):
                end = True if form in theme.so else False if form in theme.not_so else None
                if end is not None:
                    break
        if end is None:
            continue
        if theme.name == "passage" and claim.predicate in _LETTING and _OUT.search(clause):
            continue  # who may not leave may have arrived
        role = theme.so_to if end else theme.not_so_to
        whos = (
            claim.agent if role == "agent" else claim.patient if role == "patient" else (*claim.agent, *claim.patient)
        )
        taking_part = " ; ".join(_words(who) for who in whos)
        searched = taking_part if _NOUN.search(taking_part) and "damage" not in longest else clause
        if role and not whos:
            continue
        if theme.name in _HELD_THEMES and claim.predicate in _NOUNS_OF_TALKS and not _TOOK_PLACE.search(clause):
            continue
        classes = frozenset(n for n, pattern in enumerate(theme.nouns) if pattern.search(searched))
        if theme.of_persons and any(_is_person(pile, who) for who in whos):
            classes |= {0}
        if theme.nouns and not classes and not (theme.of_any and head_noun(_words(whos[0]) if whos else "")):
            continue
        yield theme, end is (claim.polarity is Polarity.POSITIVE), classes


def _ground(pile: Pile, claim: Claim, voice: Party, forms: frozenset[str]) -> tuple[bool, Party, Party] | None:
    """Whether ground was gained, by whom, and from whom, where a claim tells of that."""
    objects = " ; ".join(_words(who) for who in claim.patient)
    clause = claim.spans[0].text

    def agent() -> Party:
        return bare(party_of(pile, claim.report, claim.agent, voice))

    positive = claim.polarity is Polarity.POSITIVE
    ground = bool(GROUND.search(objects)) or any(_is_place(pile, who) for who in claim.patient)
    where = ground or bool(claim.place)
    if forms & LOSING or ("suffer" in forms and REVERSE.search(objects) and claim.place):
        return (not positive, agent(), _NOBODY) if claim.agent else None
    if forms & BEATING and ATTACK.search(objects) and not (OTHER_AIM.search(objects) or OTHER_AIM.search(clause)):
        return (not positive, _attacker(pile, claim, objects), agent())
    if forms & OUSTING and claim.agent and claim.patient and BACK_FROM.search(clause):
        return positive, agent(), party_of(pile, claim.report, claim.patient, voice)
    if forms & GAINING and (ground if forms & NEEDS_GROUND else claim.agent or ground):
        return positive, agent(), _NOBODY
    if "fall" in forms and (ground or any(_is_place(pile, who) for who in claim.agent)) and not claim.figure:
        return positive, _NOBODY, _NOBODY if positive else voice
    if forms & GIVING_UP and ground and claim.agent:
        return positive, _NOBODY, agent()
    if forms & KEEPING and ground and claim.agent and STILL.search(f"{_before(pile, claim)} {clause}"):
        return not positive, _NOBODY, agent()
    failed = FAILED.search(clause)
    if failed is not None and positive and where:
        attacker = _party_in(pile, claim, failed["whose"]) or agent()
        return (False, attacker, _NOBODY) if attacker else None
    held = HELD_BY.search(clause) if claim.predicate in _STANDS else None
    if held is not None and not (_WHICH.search(_before(pile, claim)) or _PARTLY.search(clause)):
        who = held["who"].strip()
        holder = voice if not who or re.match(r"(?:our|its|their)\b", held.group()[3:]) else _party_in(pile, claim, who)
        return (not positive, _NOBODY, holder) if holder else None
    if OURS.search(clause):
        return not positive, _NOBODY, voice
    return None


def _before(pile: Pile, claim: Claim) -> str:
    """The words right before a claim's verb."""
    return pile.reports[claim.report].text[max(0, claim.trigger.start - _JUST_BEFORE) : claim.trigger.start]


def _is_place(pile: Pile, who: Who) -> bool:
    entity = pile.entity(who)
    return entity is not None and entity.kind is EntityKind.PLACE


def _is_person(pile: Pile, who: Who) -> bool:
    entity = pile.entity(who)
    return entity is not None and entity.kind is EntityKind.PERSON


def _attacker(pile: Pile, claim: Claim, objects: str) -> Party:
    """Whose attack it was: by the claim of the attack itself, else by the words before its noun."""
    for other in pile.annotations[claim.report].claims:
        inside = claim.spans[0].covers(other.trigger) and other.id != claim.id
        if inside and other.agent and ATTACK.search(other.trigger.text):
            return party_of(pile, claim.report, other.agent)
    return _party_in(pile, claim, objects)


def _party_in(pile: Pile, claim: Claim, words: str) -> Party:
    party = party_of(pile, claim.report, [Who(None, words)])
    telling = party.names or not all(ATTACK.fullmatch(head) or GROUND.fullmatch(head) for head in party.heads)
    return party if telling else _NOBODY


def _turn(
    pile: Pile,
    tellings: Tellings,
    claim: Claim,
    statement: Statement,
    voice: Party,
    theme: str,
    so: bool,
    doer: Party,
    other: Party,
    classes: frozenset[int],
) -> Turn:
    text = pile.reports[claim.report].text
    telling = tellings.of_claim(claim)
    start, end = sentence_start(text, claim.trigger.start), sentence_end(text, claim.trigger.end)
    parties = doer.names | other.names | voice.names
    names = names_in(text[start:end]) | _placed(pile, telling.places if telling.placed else ())
    names |= {
        n for who in (*claim.place, *claim.patient) if _is_place(pile, who) for n in names_in(pile.resolved(who).name)
    }
    words = told_by(pile, statement, claim.spans[0], claim.trigger.start)
    return Turn(
        claim=claim,
        statement=statement,
        theme=theme,
        so=so,
        doer=doer,
        other=other,
        things=_things(claim),
        called=frozenset(n for who in (*claim.patient, *claim.agent) for n in names_in(_OWNER.sub("", _words(who)))),
        classes=classes,
        names=frozenset(n for n in names if not share_name((n,), parties)),
        near=frozenset(n for n in _placed(pile, telling.places) if not share_name((n,), parties)),
        shown=shown(pile, statement, words) if statement.manner is not Manner.NARRATION else words,
        telling=telling,
    )


def _names(pile: Pile, report: str, span: Span) -> frozenset[str]:
    """The words of names of places in a passage: of what is known for one, and of what stands where one would."""
    named = pile.named_in(report, span)
    places = {name for e in named if e.kind is EntityKind.PLACE for name in names_in(e.name)}
    others = {name for e in named if e.kind is not EntityKind.PLACE for n in (e.name, *e.names) for name in names_in(n)}
    found = {name for match in _WHERE.finditer(span.text) for name in names_in(match[1])}
    return frozenset(places | {name for name in found if not share_name((name,), others)})


def _placed(pile: Pile, places: Iterable[str]) -> frozenset[str]:
    return frozenset(name for place in places for name in names_in(pile.entities[place].name))


def _things(claim: Claim) -> frozenset[str]:
    """The heads and names of what a claim happens to; of who does it where it happens to nobody."""
    whos = claim.patient or claim.agent
    heads = {head_noun(_words(who)) for who in whos}
    names = {name for who in whos for name in names_in(_words(who))}
    return frozenset({head for head in heads if tells(head)} | names)


def set_free_since(pile: Pile, yes: Turn, no: Turn) -> bool:
    """Whether a later report has those released who were held before: the one follows upon the other."""
    days = published(pile, yes.claim.report), published(pile, no.claim.report)
    freed = no.theme == "custody" and no.claim.predicate.split()[0] in _SETS_FREE
    told = no.claim.polarity is Polarity.POSITIVE and yes.claim.polarity is Polarity.POSITIVE
    return bool(freed and told and days[0] and days[1] and days[0] < days[1])
