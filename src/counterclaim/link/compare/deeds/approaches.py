"""Approaches: who came to whom with a request, an offer or a call, where accounts name another.

Each side says that it was the other which asked. An approach is any verb or noun of asking with somebody who did it, be
that a party or a person. Many ask for much: that two accounts are of one approach is taken from what was asked for, and
that they cannot both hold from words that set the one against another account ("it was the marshal who …", "nobody had
asked them", "the marshal himself"), or from speakers who each say that the other's side came to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.compare.deeds.initiatives import first_step, innermost
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, Sort, differ, same_side
from counterclaim.link.compare.deeds.told import evidence_at, told_together
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import singular, without_s
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.link.when import days_apart_out, within
from counterclaim.records import (
    Act,
    Claim,
    Manner,
    Modality,
    PassageKind,
    Polarity,
    Slot,
    Span,
    Statement,
    Verdict,
    Who,
)

#: Verbs that by themselves say that somebody came with a request or an offer.
_ASKS = (
    r"(?:asked|asks|requested|requests|begged|begging|begs|pleaded|pleading|appealed|implored|imploring|petitioned|"
    r"approached|contacted|telephoned|telephoning|phoned|rang|proposed|proposing|offered (?!(?:an?|some|"
    r"little|few|no|his|her|their) (?!truce|cease|exchange|meeting|deal|talk|amnesty|safe|pause|swap))|invited|"
    r"initiated|sued for|"
    r"turned to|reached out|sought (?:out|the|a|an|him|them|us|contact|talks|peace)|"
    r"sent (?:word|(?:to|for) (?:him|them|us|me)|emissar\w+|envoys|messengers|(?:an?|the|his|its|their|two|three)"
    r" (?:[\w-]+ ){0,2}?(?:officer|emissar|envoy|letter|deleg|message|messenger|note|priest|elder|mediator)\w*)|"
    r"(?:ones|first|one) to (?:ask|request|beg|propose|seek|offer|call)|"
    r"came (?:to (?:us|him|them|me|our)|with|out to|asking|begging|pleading|first)|arrived (?:\w+ ){0,2}pleading|"
    r"(?:wished|wanted) to (?:see|meet|receive|speak (?:to|with)|talk (?:to|with)) (?:me|us|him|her|them)|"
    r"wrote (?:to|on|several)|written to|called (?:us|him|them|me|the|our|first)|came forward)"
)
_VERB = Sought(rf"\b{_ASKS}\b", re.I)
#: The same as a noun, with who it was behind it.
_NOUN = Sought(
    r"\b(?:(?:at|on|upon|in answer to|in response to|following) (?:the|an?|repeated|\w+ing) (?:[\w-]+ ){0,2}?"
    r"(?:request|invitation|appeal|plea|initiative|urging|entreat\w+|proposal|call)s?"
    r"(?: (?:made|put|issued|sent))? (?:of|by|from)|"
    r"(?:request|call|plea|proposal|letter|offer|invitation|initiative|appeal|message)s?\b[^.;:]{0,40}?\b"
    r"(?:had |has |have )?(?:come |came |went out )from|"
    r"(?:phone|telephone) call from|"
    r"(?:request|invitation|appeal|proposal|offer)s?\b[^.;:,]{0,40}? (?:which|that)(?= [^.;:]{3,60}?\b(?:had |has "
    r")?(?:extended|"
    r"made|sent|issued|addressed)\b)|"
    r"(?:asked|requested|invited) to (?:\w+ ){1,3}by|"
    r"(?:asked|requested|approached|invited|contacted|telephoned|initiated|proposed|put) by)\s+",
    re.I,
)
_CLEFT = re.compile(
    r"(?<!because )\b(?:it|they) (?:was|is|were|had been|has been)\b(?P<who>[^.;:“”\"]{2,140}?),? (?:who|which|that)\b"
    r"(?P<gap>[^.;:]{0,60})$",
    re.I,
)
#: "They were given no water, and a sergeant struck anyone who asked" is no cleft sentence.
_NO_CLEFT = re.compile(r"^ (?:given|taken|held|told|\w{2,}ed)\b(?! \w+$)|, (?:and|but) (?!not?\b|nobody\b)", re.I)
#: What sets an account against another one.
_AGAINST = re.compile(
    r"\b(?:not|nor) (?:the )?(?:other way|reverse|opposite)|\bon the contrary|\bthe (?:opposite|reverse)\b|\bnot so\b|"
    r"\bthe other way (?:round|around|about)\b|\bhimself|\bherself|\bthemselves|\bitself|\band not\b|\bthe ones? to\b|"
    r"\brather than\b|\bfirst\b|\bretort\w*|\bcontrary to\b|\bdisput\w*|\bcontradict\w*|\bopposite\b|"
    r"\b(?:nobody|no[- ]one|never|not|nor|none|n['’]t)\b[^.;:]{0,45}?\b(?:ask|approach|request|telephon|went to|"
    r"contact|sought|seek|begg?|invit|sen[dt]|propos|offer|appeal|wr[io]te|call)|"
    r"\b(?:asked|approached|contacted|requested|telephoned|invited|begged|written to) (?:for )?(?:nobody|no[- ]one|"
    r"none|nothing)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|no|nor|nobody|none|den(?:y|ies|ied)|if|whether|would|could|may|might|should|will)\b[^,;:]{0,30}$|"
    r"n['’]t\b[^,;:]{0,20}$",
    re.I,
)
_NOBODY = re.compile(r" (?:for |to )?(?:nobody|no[- ]one|none|nothing)\b", re.I)
_ASIDE = re.compile(
    r"^\s*(?:according|said|says|in |as |who |by |for |\w+ (?:said|says|told|insist\w*|wrote|stress\w*))|"
    r"\b(?:said|says|told|insist\w*|wrote|stress\w*|claim\w*|maintain\w*)\b",
    re.I,
)
_END = re.compile(
    r"[,.;:()“”\"]|\b(?:to|that|who|which|and not|for|in|on|at|not|with|as|when|after|because|followed|had)\b"
)
#: What is asked for, folded: what makes two approaches one.
_THEMES = {
    theme: re.compile(rf"\b(?:{words})", re.I)
    for theme, words in {
        "truce": r"truce|cease-?fire|pause|halt|quiet|lull|armistice|guns? be silent|stop(?:ping)? (?:the )?(?:fir|"
        r"shell|artiller)|artillery should stop|suspension|hostilities",
        "talks": r"talks?\b|meeting|meet\b|contacts?\b|dialogue|hearing|negotiat|delegation|receive|mediat|sit down|"
        r"conversation|telephon",
        "exchange": r"exchange|swap|releas|prisoners|bodies|fallen|captives|hostages|let go|deal\b",
        "terms": r"terms|mercy|amnesty|safe passage|corridor|way out|evacuat|safety|surrender|pardon|"
        r"guarantees|warrants",
        "help": r"troops|intervention|guards|protect|convoy|transport|evacuat|rescue|reinforce|help|assist|aid\b|"
        r"enter|invitation|come in|cross",
        "ban": r"\bban\b|sanction|arrest|raid",
        "service": r"services|request that he come|mediator",
    }.items()
}
_STOP = frozenset(
    "the a an of his her its their our this that those these some two three one who which people side forces office "
    "representative emissary envoy first second last member head men man minister ministry president general "
    "commander leader staff spokesman official officer by from him them us me it he she they we other several".split()
)
_PRONOUNS = frozenset(
    "it he she they we i who which that this them him us me those these anyone anybody someone".split()
)
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
_NEAR, _NEXT, _AROUND, _LONG = 1500, 300, 130, 60
#: What is asked for is often of a later day, so that days part accounts only if they lie this far apart.
_DAYS = 7
#: Of reports further apart than this, in days, both have to set their account against another.
_FAR = 4

#: Names that begin with so many letters of another are of one land.
_STEM = 4
_NAMED = re.compile(r",\s+((?:[A-Z][\w’'-]+\s?){2,4}),")
_TO_US = re.compile(r"\b(?:to|asked|approached|telephoned|phoned|rang|called|invited|begged) (?:me|us|our)\b", re.I)
_WHO_ASKED = re.compile(r"\b(?:ask|tell|know|say|see|wonder|question)\w*\b[^.;:]{0,40}\bwho\s*$", re.I)
#: What is asked or answered is not who asks.
_ASKED = re.compile(
    r"\b(?:question|answer|request|letter|statement|offer|proposal|demand|message|call|reply|note|appeal)s?$", re.I
)


@dataclass(frozen=True, slots=True)
class Approach:
    """Who came with a request by one account. `against`: said against another account."""

    record: str
    statement: Statement
    who: str
    words: frozenset[str]
    party: Party | None
    first: str
    against: bool
    cleft: bool
    themes: frozenset[str]
    span: Span
    telling: Telling
    voices: tuple[Party, ...]
    voiced: frozenset[str]
    named: frozenset[str]


def compare_approaches(pile: Pile, tellings: Tellings, parties: Parties) -> Iterator[Finding]:
    """Compare who is said to have come to whom."""
    found = {report: list(_of(pile, tellings, parties, report)) for report in pile.annotations}
    for report, all_here in found.items():
        # what a headline says in short, the report tells at length: the board is its chair
        titles = [p for p in pile.reports[report].passages if p.kind is PassageKind.HEADLINE]
        here = [one for one in all_here if not any(p.start <= one.span.start < p.end for p in titles)]
        for at, left in enumerate(here):
            for right in here[at + 1 :]:
                if right.span.start - left.span.start > _NEAR:
                    break
                if _differ(pile, left, right) and (score := _score(left, right, inside=True)):
                    yield _finding(pile, left, right, ["One report gives both."], score)
    yield from _across(pile, tellings, found)


def _across(pile: Pile, tellings: Tellings, found: Mapping[str, Sequence[Approach]]) -> Iterator[Finding]:
    for one, other in told_together(pile, tellings):
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if not _differ(pile, left, right):
                    continue
                far = not within(days_apart_out(pile, one, other), _FAR, unknown=True)
                if not _of_one_request(pile, left, right) or (far and not (left.against and right.against)):
                    continue
                if score := _score(left, right, inside=False):
                    yield _finding(pile, left, right, ["Their reports tell one story."], score)


def _score(left: Approach, right: Approach, *, inside: bool) -> float:
    """How likely two approaches are one that is in dispute; 0 where nothing sets them against each other."""
    crossed = _turned(left, right)
    against = left.against + right.against
    if not against and not crossed:
        return 0.0
    shared = bool(left.themes & right.themes)
    if inside and not shared and against < 2 and right.span.start - left.span.end > _NEXT:
        return 0.0
    return round(
        min(0.85, 0.5 + 0.1 * (against > 1) + 0.1 * crossed + 0.05 * (left.cleft or right.cleft) + 0.05 * shared), 2
    )


def _turned(left: Approach, right: Approach) -> bool:
    """Whether each account names who came by the other, as whom they came to or as who speaks."""
    return _named_by(left, right) and _named_by(right, left)


def _of_one_request(pile: Pile, left: Approach, right: Approach) -> bool:
    """Whether two reports tell of one request: each names who came by the other, or both are of one theme and one
    names who came by the other, or both reports know either and one of them sets it against another account."""
    named = _named_by(left, right) + _named_by(right, left)
    shared = bool(left.themes & right.themes)
    if named > (0 if shared else 1):
        return True
    turned = (
        one.cleft and _TO_US.search(one.telling.sentence.text) and other.words & one.voiced
        for one, other in ((left, right), (right, left))
    )
    if any(turned):
        return shared or not (left.themes and right.themes)  # who came by the one says who came to them
    if not (left.cleft or right.cleft) or (not shared and left.themes and right.themes):
        return False
    return all(
        bool(one.words & _content(pile.reports[other.statement.report].text))
        for one, other in ((left, right), (right, left))
    )


def _named_by(one: Approach, other: Approach) -> bool:
    """Whether who came by one account is named by the other, in its sentence or as who speaks."""
    return bool(one.words & other.named) or any(one.party and _is(v, one.party) for v in other.voices)


def _is(voice: Party, party: Party) -> bool:
    """Whether a party is who speaks, as "the rebels" are where a group of them does."""
    nameless = party.sort is Sort.ARMED and not party.names and voice.sort in (Sort.ARMED, Sort.GROUP)
    return same_side(voice, party) or nameless


def _of(pile: Pile, tellings: Tellings, parties: Parties, report: str) -> Iterator[Approach]:
    text = pile.reports[report].text
    claims = pile.annotations[report].claims
    seen: set[tuple[int, str]] = set()
    for pattern in (_NOUN, _VERB):
        for match in pattern.finditer(text):
            telling = tellings.at(report, *match.span())
            sentence = telling.sentence
            before = text[sentence.start : match.start()]
            span = Span.of(text, *match.span())
            statement = innermost(pile, report, span)
            if statement is not None and statement.act in (Act.AGREE, Act.REFUSE) and statement.parent:
                statement = pile.statements[statement.parent]  # who accepts an invitation does not tell of it
            if _WHO_ASKED.search(before):
                continue
            if _NOT.search(before[-45:]) or statement is None or statement.act in (Act.DENY, Act.THREATEN, Act.DEMAND):
                continue
            claim = next((c for c in claims if span.overlaps(c.trigger)), None)
            if claim is not None and (claim.polarity is not Polarity.POSITIVE or claim.modality not in _HELD):
                continue
            cleft = None if pattern is _NOUN else _CLEFT.search(before)
            cleft = cleft if cleft and not _NO_CLEFT.search(cleft["who"]) else None
            named = (
                _behind(text, match.end(), sentence.end)
                if pattern is _NOUN
                else _who(claim, cleft, statement, text, sentence.start)
            )
            if named is None or (sentence.start, named.name) in seen or _NOBODY.match(text, match.end()):
                continue
            party = parties.of(report, named, statement)
            words = _content(named.name) | _beside(text, named)
            if party is None and (not words or _ASKED.search(named.name)):
                continue
            told = statement.manner is Manner.NARRATION
            voices = () if told else tuple(p for w in statement.sources if (p := parties.voice(report, w)))
            voiced = frozenset[str]() if told else frozenset().union(*(_content(w.name) for w in statement.sources))
            near = text[max(0, sentence.start - _AROUND) : sentence.end]
            themes = frozenset(theme for theme, known in _THEMES.items() if known.search(sentence.text))
            seen.add((sentence.start, named.name))
            yield Approach(
                claim.id if claim else statement.id,
                statement,
                named.name,
                words,
                party,
                first_step(_state_or_name(pile, party, named, report, sentence)),
                bool(cleft or _AGAINST.search(near)),
                bool(cleft),
                themes,
                span,
                telling,
                voices,
                voiced,
                _content(sentence.text) | voiced,
            )


def _beside(text: str, who: Who) -> frozenset[str]:
    """The name that stands behind what somebody is ("the leader of the Front, John Doe")."""
    match = _NAMED.match(text, who.span.end) if who.span is not None else None
    return _content(match[1]) if match is not None else frozenset()


def _behind(text: str, start: int, stop: int) -> Who | None:
    end = _END.search(text, start, min(stop, start + _LONG))
    at = end.start() if end else min(stop, start + _LONG)
    words = text[start:at].strip()
    if not words or words.split()[0].lower() in _PRONOUNS:
        return None
    return Who(None, words, Span.of(text, start, start + len(words)))


def _who(claim: Claim | None, cleft: re.Match[str] | None, statement: Statement, text: str, start: int) -> Who | None:
    """Who came: as the cleft has it, in a sentence that begins at `start`, else as the claim has."""
    if cleft is not None:
        pieces = [piece.strip() for piece in cleft["who"].split(",") if piece.strip()]
        named = next((piece for piece in pieces if not _ASIDE.search(piece)), None)
        if named and named.split()[0].lower() not in _PRONOUNS and len(named) <= _LONG:
            at = text.index(named, start + cleft.start("who"))
            return Who(None, named, Span.of(text, at, at + len(named)))
    if claim is None or len(claim.agent) < 1 or claim.agent_any:
        return None
    who = claim.agent[0]
    if who.name.lower() in _PRONOUNS:
        spoken = statement.manner is not Manner.NARRATION and len(statement.sources) == 1
        return statement.sources[0] if spoken and who.name.lower() in ("he", "she", "we", "i") else None
    return who


def _content(words: str) -> frozenset[str]:
    found = (singular(without_s(re.sub(r"['’]s$", "", w)).lower()) for w in re.findall(r"[\w’'-]+", words))
    return frozenset(w for w in found if len(w) > 2 and w not in _STOP)


def _differ(pile: Pile, left: Approach, right: Approach) -> bool:
    """Whether two accounts have two come first."""
    if left.statement.id == right.statement.id or pile.holder_key(left.statement) == pile.holder_key(right.statement):
        return False
    apart = days_apart(left.telling.when, right.telling.when)
    if apart and apart > _DAYS and not (left.telling.carried or right.telling.carried):
        return False
    themes = bool(left.themes and right.themes and not left.themes & right.themes)
    if _share(left.words, right.words) or (themes and not (left.against and right.against)):
        return False
    if left.first == right.first:
        return False
    if left.party is None or right.party is None:
        return True
    texts = sorted({pile.reports[one.statement.report].text for one in (left, right)})
    return differ((left.party,), (right.party,), texts)


def _finding(pile: Pile, left: Approach, right: Approach, joined: list[str], score: float) -> Finding:
    evidence = [evidence_at(pile, one.statement, one.telling) for one in (left, right)]
    one, other = (
        " ".join((a.party.called if a.party and not a.party.shown.startswith("of ") else a.who).split())
        for a in (left, right)
    )
    why = [f"By one account it was {one} that came with the request, by the other {other}."]
    if left.against or right.against:
        why.append("One of them says so against another account.")
    themes = sorted(left.themes & right.themes)
    what = (
        f"about the {themes[0]}" if themes and themes[0] in ("truce", "talks", "exchange", "ban") else "with a request"
    )
    return Finding(
        judge("compare", (left.record, right.record), Verdict.CONFLICT, score, [*why, *joined], evidence, Slot.ROLES),
        f"Who came to whom {what}: {one} or {other}?",
        Answer(left.record, left.statement.id, f"{one} took the first step", evidence[0], sort=left.first),
        Answer(right.record, right.statement.id, f"{other} took the first step", evidence[1], sort=right.first),
        theme=(*sorted((left.first, right.first)),),
    )


def _akin(words: frozenset[str], names: frozenset[str]) -> bool:
    """Whether a name and some words are of one stem ("Norwegian", "Norway" are not; "Kenyan", "Kenya" are)."""
    return any(one.startswith(other) or other.startswith(one) for one in words for other in names if len(other) > 3)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two have a word in common, also as a land and its adjective ("Tarvian", "Tarvia")."""
    return bool(one & other) or any(
        len(a) > _STEM and len(b) > _STEM and (a.startswith(b) or b.startswith(a)) for a in one for b in other
    )


def _state_or_name(pile: Pile, party: Party | None, named: Who, report: str, sentence: Span) -> str:
    """The state that came, or who it was: what all accounts of one who came have in common."""
    if party is not None:
        return min(party.states, default=party.entity or party.shown)
    words = _content(named.name)
    entities = [e for e in pile.named_in(report, sentence) if _akin(words, _content(e.name))]
    sides = [Who(m, e.name, None) for e in entities for m in e.members]
    return next((side for who in sides if (side := pile.side(who))), entities[0].id if entities else named.name.lower())
