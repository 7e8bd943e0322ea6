"""Victims: whom or what violence hit by each account, as far as it says whether they were under arms.

Found are counts of the killed, the freed and the wounded, what a deed is said to have struck, and sentences that say of
all of them what they were ("the dead were farmers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.link.compare.asking import uncounted
from counterclaim.link.compare.deeds.parties import Parties
from counterclaim.link.compare.deeds.party import Party, Sort
from counterclaim.link.compare.deeds.victim_words import armed, both, first_words, is_site, of_the_state
from counterclaim.link.compare.deeds.words import GOES_ON, MEANS_WORDS
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Claim, Figure, Happened, Manner, Modality, Polarity, Span, Statement

#: What became of them, by what figures say.
_FATES = {Happened.KILLED: "hit", Happened.INJURED: "hit", Happened.RELEASED: "freed"}
_HITS = frozenset(
    "target hit strike bomb shell attack bombard pound raid destroy airstrike rocket storm blast kill massacre execute "
    "murder slaughter wound injure launch fire drop deliver blow ambush die perish".split()
)
_KILLS = frozenset("kill massacre execute murder slaughter wound injure die perish".split())
#: Words that say of all of them what they were.
_WHO = (
    r"(?:all|everyone|the (?:dead|victims|killed|slain|injured|wounded|bodies|inmates|prisoners|detainees|passengers|"
    r"corpses|casualties|fatalities)|those (?:who (?:(?:were|had been|have been|are) )?(?:killed|died|hit|"
    r"injured|freed|"
    r"returned|released|buried|detained|seen|came|perished|fell)|killed|returned|freed|released|dead|"
    r"inside|on board|there)|"
    r"they|(?:most|all|more than half|nearly all) of (?:them|those|whom|the \w+)|"
    r"the (?:people|men|persons|women|boys) (?:who|killed|seen))"
)
_ALL = Sought(
    rf"(?<!among )(?<!\bof )\b{_WHO}\b(?P<between>[^.;:]{{0,70}}?),?\s(?:were|are|had been|have been|was)\b"
    r"(?:,[^.;,]{0,40},)?\s(?:all |mostly |mainly |only |in fact |mere |just )?(?P<what>(?!among|also|in |"
    r"at |still|being)"
    r"[^.;]{3,80})",
    re.I,
)
_BARE_WHO = re.compile(r"^(?:all|everyone|they|(?:most|all|more than half|nearly all) of)", re.I)
_HARM = re.compile(
    r"\b(?:kill\w*|dead|die[ds]?|deaths?|bod(?:y|ies)|wounded|injured|struck|hit|slain|massacre\w*|victims?|freed|"
    r"released|returned|executed|shot|bombed|casualt\w+)\b",
    re.I,
)
_FREED = re.compile(r"\b(?:freed|releas\w+|returned|exchang\w+|swap\w*|handed over)\b", re.I)
_BACK = 300
#: Behind a verb or noun of a deed, what it hit stands within so many characters.
_BEHIND = 90
_CUT = re.compile(
    r"[.;:\n]|,? (?:after|when|while|as|because|killing|wounding|injuring|which|who|said|says|told|but)\b"
)
#: How the words behind a deed lead to what it hit; behind what was fired only with a preposition.
_LEADS = re.compile(
    r"\s*(?:on|upon|against|at|into|through|of)\b|\s*(?:an?|the|its|their|his|two|three|several)\b", re.I
)
_LEADS_TO = re.compile(r"[^.;,]{0,40}?\b(?:on|upon|against|at|into|through)\b", re.I)
_FIRED = frozenset("launch fire drop deliver rocket".split())
#: What is no word for what somebody was.
_NO_NOUN = re.compile(
    r"^(?:\w+(?<!arm)(?<!unarm)ed\b|\w+ing\b|taken|brought|sent|hit|shot|struck|buried|given|"
    r"came|as|to|from|on|"
    r"under|with|by|of|so|then|found|seen|driven|left|held)\b",
    re.I,
)
#: "not soldiers", "never fighters".
_NEVER = re.compile(r"^(?:never|not|no)\s+(?:been\s+)?(?!all|only|yet|always)", re.I)
#: Weapons that were used on something, and "what was struck there was …".
_HIT_ON = Sought(
    rf"\b{MEANS_WORDS}\b[^.;:]{{0,60}}?\b(?:on|upon|against|at|into|through)\s+(?P<what>[^.;:]{{4,80}})|"
    r"\bweapons\b[^.;:]{0,40}?\b(?:against|on)\s+(?P<aim>[^.;:]{4,80})|"
    r"\bwhat\s+(?:[\w-]+\s+){0,6}?(?:hit|struck|destroyed|bombed|targeted|shelled|"
    r"attacked)\b[^.;:]{0,40}?\b(?:was|were|is)\s"
    r"(?P<told>[^.;:]{4,80})|"
    r"(?:^|(?<=[.;:,] ))(?P<past>[^.;:]{4,140}?)\b(?:was|were|been|being|got)\s+(?:\w+ly\s+)?(?:hit|"
    r"struck|bombed|shelled|"
    r"destroyed|targeted|"
    r"levelled|leveled|flattened|blown up)\b|"
    r"\b(?:took|engaged|destroyed|eliminated|neutralised|neutralized) (?P<took>[^.;:]{4,60})",
    re.I,
)
_IN_DOUBT = re.compile(r"\b(?:how many|whether|if|some|among|rest)\b[^.;]{0,20}$", re.I)
#: "They killed 22 soldiers and lost two fighters".
_LOST = re.compile(r"\b(?:los(?:t|es?|ing)|loss of)\s(?:only |just |at least |some )?$", re.I)
_LEAD = 30
_EARLY = 30
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied)|not|never|no)\b", re.I)
_ONE_OF_THEM = re.compile(r"\b(?:rebel|terrorist|militant|insurgent|jihadist|soldier|islamist|civilian)$", re.I)
_ONLY = re.compile(r"(?:only|exclusively|solely|nothing but)\b", re.I)
_SHOWN = 60
#: Who speaks takes up no more than this between two pieces of what is said, in characters.
_ASIDE = 60


@dataclass(frozen=True, slots=True)
class Victims:
    """Whom a deed hit by one account: `armed` or not; `words` for them; `number` of them; `whole`, said of all of them;
    `site`: a place or thing that was hit; `fate`: hit or freed; `voices` of the account, `doers` by its own sentence;
    `mixed`: the account has both the armed and the unarmed among them; `hurt`: they are counted as wounded;
    `own`: they are men of whoever counts them, and nobody is said to have done it."""

    record: str
    statement: Statement
    armed: bool
    words: str
    number: float | None
    whole: bool
    site: bool
    fate: str
    telling: Telling
    span: Span
    voices: tuple[Party, ...]
    keys: frozenset[str]
    doers: tuple[Party, ...]
    mixed: bool = False
    hurt: bool = False
    own: bool = False

    @property
    def told(self) -> bool:
        """Whether it is the outlet's own voice."""
        return self.statement.manner is Manner.NARRATION


class Finder:
    """Finds in reports of a pile whom violence hit."""

    def __init__(self, pile: Pile, tellings: Tellings) -> None:
        self._pile, self._tellings, self._parties = pile, tellings, Parties.in_(pile)

    def of(self, report: str) -> list[Victims]:
        """Who the hit and the freed were by a report, in the order of the text."""
        found = self._pile.annotations[report]
        whole = list(self._of_all(report))
        held = [victims.span for victims in whole]
        counted = {figure.claim for figure in found.figures if figure.claim}
        made = [self._of_figure(figure) for figure in found.figures]
        made += [self._of_claim(claim) for claim in found.claims if claim.id not in counted]
        made += list(self._of_words(report))
        kept = whole
        for victims in made:
            if victims is not None and not any(victims.span.overlaps(span) for span in held):
                kept.append(victims)
                held.append(victims.span)
        kept.sort(key=lambda v: (v.span.start, v.record))
        return [replace(v, mixed=v.mixed or self._beside(v, kept)) for v in kept]

    @staticmethod
    def _beside(victims: Victims, kept: list[Victims]) -> bool:
        """Whether the same sentence has the other sort among those who were hit."""
        near = (v for v in kept if v.telling.sentence == victims.telling.sentence and v.statement == victims.statement)
        return not victims.whole and any(v.armed != victims.armed and v.site == victims.site for v in near)

    def _of_figure(self, figure: Figure) -> Victims | None:
        statement = self._pile.statements.get(figure.statement or "")
        fate = next((_FATES[h] for h in figure.happened if h in _FATES), None)
        total = self._pile.figures.get(figure.part_of or "")
        sort = armed(figure.of or "")
        if statement is None or fate is None or sort is None or self._unsaid(statement):
            return None
        if total is not None and armed(total.of or "") is not None:
            return None  # "five children" of "fourteen civilians" say nothing else
        telling = self._tellings.of_figure(figure)
        if telling is None or not telling.sentence.overlaps(figure.span):
            return None
        if (figure.best or figure.low or 0) > 1 and _ONE_OF_THEM.search(figure.of or ""):
            return None  # "three" of "a rebel rocket"
        text = self._pile.reports[figure.report].text
        if _LOST.search(text[max(0, figure.span.start - _LEAD) : figure.span.start]):
            return None  # who lost two of its own does not say whom its deed hit
        number = (figure.best if figure.best is not None else figure.low) if figure.part_of is None else None
        mixed = both(telling.sentence.text) and "includ" in telling.sentence.text
        hurt = Happened.KILLED not in figure.happened and fate == "hit"
        made = self._victims(
            figure.id, statement, sort, figure.of or "", telling, figure.span, fate, number=number, mixed=mixed
        )
        own = sort and of_the_state(figure.of or "") and not made.doers
        own = own and any(voice.sort is Sort.STATE for voice in made.voices)
        return None if own and hurt else replace(made, hurt=hurt, own=own)

    def _of_claim(self, claim: Claim) -> Victims | None:
        """What a deed was done to, by its object or by the words behind it."""
        statement = self._pile.statements[claim.statement]
        verb = claim.predicate.split()[0]
        if claim.polarity is not Polarity.POSITIVE or claim.modality not in (Modality.FACT, Modality.PRESUPPOSED):
            return None
        if verb not in _HITS or self._unsaid(statement) or GOES_ON.search(claim.spans[0].text):
            return None
        text = self._pile.reports[claim.report].text
        behind = _CUT.split(text[claim.trigger.end : claim.trigger.end + _BEHIND])[0]
        leads = _LEADS_TO if verb in _FIRED else _LEADS
        lead = leads.match(behind)
        bare = verb not in _FIRED and armed(" ".join(behind.split()[:2])) is not None
        behind = behind if lead is not None or bare else ""
        if verb in _FIRED and lead is not None:
            behind = behind[lead.end() :]
        whom = (
            who for who in claim.patient if not (who.span and text[: who.span.start].endswith((" by ", " by the ")))
        )
        spoken = (who.span.text if who.span else who.name for who in whom)
        objects = [words for words in spoken if not words.lower().startswith("includ")]
        objects = [] if verb in _FIRED else objects
        sorts = {sort for words in objects if (sort := armed(words)) is not None}
        said = next((words for words in objects if armed(words) is not None), "")
        if not sorts and verb not in _KILLS:
            sort = armed(behind)
            sorts, said = ({sort}, behind) if sort is not None else (set(), "")
        if len(sorts) != 1:
            return None
        telling = self._tellings.of_claim(claim)
        site = verb not in _KILLS and is_site(said)
        end = min(len(text), claim.trigger.end + (len(behind) if said == behind else 0))
        span = Span.of(text, claim.trigger.start, max(end, claim.trigger.end))
        return self._victims(
            claim.id, statement, sorts.pop(), said, telling, span, "hit", site=site, whole=bool(_ONLY.match(said))
        )

    def _of_all(self, report: str) -> Iterator[Victims]:
        """Sentences that say of all of them what they were."""
        text = self._pile.reports[report].text
        found = self._pile.annotations[report]
        for statement in found.statements:
            if self._unsaid(statement):
                continue
            for piece in self._with_gaps(text, statement):
                for match in _ALL.finditer(piece.text):
                    span = Span.of(text, piece.start + match.start(), piece.start + match.end())
                    inner = (s for s in found.statements if s.parent == statement.id)
                    if any(p.covers(span) for s in inner for p in s.content):
                        continue
                    if _NO_NOUN.match(match["what"]) or _IN_DOUBT.search(piece.text[: match.start()]):
                        continue
                    never = _NEVER.match(match["what"])
                    sort = armed(match["what"][never.end() if never else 0 :][:_EARLY], whole=True)
                    sort = sort if never is None else (False if sort else None)
                    around = text[max(0, span.start - _BACK) : span.end] if _BARE_WHO.match(span.text) else span.text
                    if sort is None or not (_HARM.search(around) or not _BARE_WHO.match(span.text)):
                        continue
                    claims = [c for c in found.claims if span.covers(c.trigger) and c.statement == statement.id]
                    denied = any(c.polarity is not Polarity.POSITIVE for c in claims if c.predicate == "be")
                    if denied and never is None:
                        continue
                    telling = self._tellings.at(report, span.start, span.end)
                    record = claims[0].id if claims else statement.id
                    fate = "freed" if _FREED.search(around) else "hit"
                    yield self._victims(record, statement, sort, match["what"], telling, span, fate, whole=True)

    @staticmethod
    def _with_gaps(text: str, statement: Statement) -> tuple[Span, ...]:
        """The pieces of a statement, those between which only stands who speaks as one ("The dead, he said, were")."""
        pieces = statement.content
        if len(pieces) == 2 and 0 <= pieces[1].start - pieces[0].end <= _ASIDE:
            whole = Span.of(text, pieces[0].start, pieces[1].end)
            return (whole,) if not re.search(r"[.;:\n]", text[pieces[0].end : pieces[1].start]) else pieces
        return pieces

    def _of_words(self, report: str) -> Iterator[Victims]:
        """What weapons are said to have been used on, where no claim has it."""
        text = self._pile.reports[report].text
        found = self._pile.annotations[report]
        for statement in found.statements:
            if self._unsaid(statement):
                continue
            for piece in statement.content:
                for match in _HIT_ON.finditer(piece.text):
                    said = next(filter(None, match.groups()))
                    what = said if match["past"] else _CUT.split(said)[0]
                    span = Span.of(text, piece.start + match.start(), piece.start + match.end())
                    inner = (s for s in found.statements if s.parent == statement.id)
                    sort = armed(what)
                    if sort is None or not is_site(what) or any(p.covers(span) for s in inner for p in s.content):
                        continue
                    claims = [c for c in found.claims if span.overlaps(c.trigger) and c.statement == statement.id]
                    held = (Modality.FACT, Modality.PRESUPPOSED)
                    if any(c.polarity is not Polarity.POSITIVE or c.modality not in held for c in claims[:1]):
                        continue
                    if GOES_ON.search(span.text) or _DENIED.search(span.text):
                        continue
                    telling = self._tellings.at(report, span.start, span.end)
                    record = claims[0].id if claims else statement.id
                    yield self._victims(record, statement, sort, what, telling, span, "hit", site=True)

    @staticmethod
    def _unsaid(statement: Statement) -> bool:
        nobody = not statement.sources and statement.manner is not Manner.NARRATION
        return nobody or statement.act in (Act.DENY, Act.DEMAND, Act.THREATEN, Act.ASK)

    def _victims(
        self,
        record: str,
        statement: Statement,
        sort: bool,
        words: str,
        telling: Telling,
        span: Span,
        fate: str,
        *,
        number: float | None = None,
        whole: bool = False,
        site: bool = False,
        mixed: bool = False,
    ) -> Victims:
        told = statement.manner is Manner.NARRATION
        sources = () if told else statement.sources
        voices = tuple(p for who in sources if (p := self._parties.voice(statement.report, who)))
        keys = frozenset(self._pile.key(who) for who in statement.sources)
        doers = self._doing(statement, telling)
        shown = short(uncounted(words))
        return Victims(
            record, statement, sort, shown, number, whole, site, fate, telling, span, voices, keys, doers, mixed
        )

    def _doing(self, statement: Statement, telling: Telling) -> tuple[Party, ...]:
        """Who did it, by the claims of the sentence."""
        inside = [
            claim
            for claim in self._pile.annotations[statement.report].claims
            if telling.sentence.covers(claim.trigger) and (claim.event or "").startswith("ASSAULT")
        ]
        own = [
            c for c in inside if c.agent and c.trigger.overlaps(telling.span)
        ]  # of two deeds in a sentence, that one
        found = [
            self._parties.of(c.report, who, self._pile.statements[c.statement])
            for c in own or inside
            for who in c.agent
            if who.span is None or not who.span.overlaps(telling.span)
        ]
        return tuple(dict.fromkeys(party for party in found if party is not None))


def short(words: str) -> str:
    """Words for those who were hit, as an answer has them."""
    words = " ".join(words.split())
    first = re.split(r",| who | that | which | and (?=\w+ (?:were|was|has|have|had|is|are)\b)| - ", words)[0]
    words = first if armed(first, whole=True) is not None else words
    words = re.sub(r"^(?:only|the|a|an|all|those|on|at|in|against|of)\s+", "", words, flags=re.I).strip("\"“”'")
    words = re.split(r"\s(?:in|near|at)\s(?=[A-Z])|\s(?:in|on|after|when|and)$", words)[0]
    return words if len(words) <= _SHOWN else first_words(words, _SHOWN)
