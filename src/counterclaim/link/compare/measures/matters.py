"""What an amount is the measure of, by the words of its clause: the ransom, the turnout, the sentence, the wind."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.measures.amounts import Amount, amounts_in
from counterclaim.link.compare.nouns import singular
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.compare.wording import wording
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, EntityKind, Span, Statement

#: A plain account is no longer than this, and its words for what is measured stand no further away, in characters.
_PLAIN, _FAR = 220, 70
#: Where one part of a sentence ends and another begins.
_CLAUSE = re.compile(
    r"[;:]|,? (?:and|but|while|whereas) (?=(?:\w+ ){0,4}(?:was|were|had|has|have|is|are|would|will|said|says)\b)"
    r"|, (?:of (?:which|whom)|most|half|including) "
)
#: What is not told as how it is: another year's, a mark to be met, an offer.
_NOT_SO = re.compile(
    r"\b(?:if|whether|unless|would have|could|might|may|limit|threshold|required?|statute|minimum|maximum|target|"
    r"forecast|expect\w*|predict\w*|previous(?:ly)?|formerly|earlier|in (?:19|20)\d\d|usual(?:ly)?|normal(?:ly)?|"
    r"on average|average|compared (?:with|to)|instead of|"
    r"up from|down from|from an? |rather than|a year (?:ago|earlier)|"
    r"last (?:year|time|election|month|spring|summer|autumn|winter|week)|so far|until now|before (?:the|this|that)|"
    r"already|still|has now|(?:his|her|their) (?:brother|sister|wife|husband|son|daughter|father|mother|deputy|rival|"
    r"driver|guards?|partner|accomplice)s?|(?:years?|months?|weeks?) (?:ago|earlier|before)|alone|belong\w*|"
    r"at first|first|"
    r"(?<=, )including|another|additional|extra|further|each of the|poll(?:s|ed|ing|ster)?|survey\w*)\b",
    re.I,
)
#: That somebody asks for it is not that it is so, and the other way round.
_ASKED_FOR = re.compile(
    r"\b(?:want\w*|ask\w*|demand\w*|offer\w*|propos\w*|seek\w*|sought|request\w*|call\w* for|promis\w*|"
    r"plead\w*)\b",
    re.I,
)
_YEAR_AGO = re.compile(
    r"^\s*(?:ago|later|earlier|before|(?:less|more|fewer|higher|lower|cheaper) than|old\b|"
    r"-old|from (?:the|here)|off\b|away\b|out\b|north|south|east|west)",
    re.I,
)
_ASKING = frozenset({Act.DEMAND, Act.ASK, Act.OFFER, Act.PROMISE, Act.THREATEN, Act.CALL_FOR})
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_AT = re.compile(r"\b(?:in|at|near|off|outside|around|from|across|to|of|over|on)(?: the)? $")
_PART = re.compile(
    r"\b(?:(?<=\bin the )(?:north|south|east|west|capital|cities|countryside|province|suburbs|villages)|"
    r"nationwide|countrywide|nationally)\b",
    re.I,
)
#: What only says where a thing is ("the queue at the bridge").
_BESIDE = re.compile(r"\b(?:at|of|in|near|on|off|beside|outside|around|behind) (?:the|an?|its|their) [\w-]+")
#: To whom, and in what.
_TO = re.compile(r"\b(?:to|owe[sd]?|owing|for|in) (?:(?:the|its|his|her|their) )?([a-z][\w-]+)")
#: Names for one kind of goods.
_ALIKE = {"crude": "oil", "petroleum": "oil", "wheat": "grain", "corn": "maize"}
_NO_NAME = re.compile(
    r"^(?:The|An?|In|On|At|It|He|She|They|We|I|His|Her|Their|Our|This|That|These|Those|Each|Some|Of|For|But|And|No|Not|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:[’']s)?|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)$"
)
_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]{2,}")
_COMMON = frozenset(
    "the and was were had has have been being that which who whom whose this these those their his her its our your "
    "they them him she for from with without into onto over under after before since until more than less most least "
    "about around some nearly almost only just also not never each every all any both said says say told according "
    "reported today yesterday monday tuesday wednesday thursday friday saturday sunday week month year day hour minute "
    "million billion thousand hundred percent cent dollar euro pound kilo tonne ton metre meter kilometre mile litre "
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty "
    "ninety half quarter third will would there then when where while what how but out are per its own people man men "
    "woman official officials spokesman minister ministry police government president officer witness report according "
    "take took taken get got make made give gave given come came went put set run ran last stand stood reach reached "
    "vote votes "
    "january february march april june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of `words/measures.yaml`."""

    name: str
    kinds: frozenset[str]
    words: Sought
    never: Sought | None
    none: Sought | None
    asked: str
    own: str


@dataclass(frozen=True, slots=True)
class Measure:
    """So much of a matter, by one voice; `things` are the nouns and `whose` and `where` the names of its sentence,
    `of` what it is an amount of ("300 kilos of gold"), `head` the noun before it ("the tower is 90 metres high"),
    `to` those to whom or for what it goes."""

    record: str
    told: Statement
    matter: str
    word: str
    amount: Amount
    words: str
    things: frozenset[str]
    whose: frozenset[tuple[str, ...]]
    where: frozenset[tuple[str, ...]]
    of: str
    head: str
    to: frozenset[str]
    asked_for: bool
    telling: Telling
    shown: Span


@functools.cache
def matters() -> dict[str, Matter]:
    """The rows, by name, in their order."""
    rows = wording("measures")["matters"]
    return {
        name: Matter(
            name,
            frozenset(row["kinds"]),
            Sought(rf"\b(?:{row['words']})\b", re.I),
            Sought(rf"\b(?:{row['not']})\b", re.I) if "not" in row else None,
            Sought(rf"\b(?:{row['none']})\b", re.I) if "none" in row else None,
            row["asked"],
            row["own"],
        )
        for name, row in rows.items()
    }


def measures_of(pile: Pile, tellings: Tellings, report: str) -> Iterator[Measure]:
    """The measures that a report gives, in its order."""
    text, found = pile.reports[report].text, pile.annotations[report]
    for amount in (*amounts_in(text), *_nothing(text)):
        start, end = amount.span.start, amount.span.end
        told = told_by(found.statements, start, end)
        if told is None:
            continue
        sentence = sentence_at(text, start, end)
        shown = words_of(told, sentence, start, text)
        clause = _clause(shown, amount.span)
        if len(shown.text) > _PLAIN or _NOT_SO.search(clause) or _YEAR_AGO.match(text[end : end + 12]):
            continue
        matter = _matter(amount, clause, shown)
        if matter is None or _several(amount, clause, shown):
            continue
        near = [c for c in found.claims if c.statement == told.id and shown.covers(c.trigger)]
        claim = min(near, key=lambda c: (abs(c.trigger.start - start), c.id)) if near else None
        telling = tellings.of_claim(claim) if claim else tellings.at(report, start, end)
        if telling.cumulative:
            continue
        word = matter.words.search(clause) or matter.words.search(shown.text)
        of = re.match(
            r"\s+of (?:the |its |their )?(?:\w+ing |smuggled |stolen |crude |raw )?([a-z]+)", text[end : end + 40]
        )
        yield Measure(
            claim.id if claim else told.id,
            told,
            matter.name,
            word.group().lower() if word else "",
            amount,
            " ".join(amount.span.text.split()),
            _things(clause.replace(amount.span.text, " "))
            - _things(" ".join(match.group() for match in matter.words.finditer(clause))),
            *_names(pile, told, sentence),
            _ALIKE.get(of[1], singular(of[1])) if of else "",
            _head(clause, amount, matter),
            frozenset(singular(w) for w in _TO.findall(clause) if w not in _COMMON and not matter.words.match(w)),
            matter.name != "charge" and (told.act in _ASKING or bool(_ASKED_FOR.search(sentence.text))),
            telling,
            shown,
        )


def _nothing(text: str) -> Iterator[Amount]:
    """Words that say that it was nothing ("no ransom was paid"), as an amount of none."""
    for matter in matters().values():
        if matter.none is not None:
            for match in matter.none.finditer(text):
                yield Amount(f"none {matter.name}", 0.0, 0.0, 0.0, False, Span.of(text, match.start(), match.end()))


def _clause(shown: Span, at: Span) -> str:
    """The part of some words that an amount stands in."""
    first, last = 0, len(shown.text)
    for match in _CLAUSE.finditer(shown.text):
        if match.end() <= at.start - shown.start:
            first = match.end()
        elif match.start() >= at.end - shown.start:
            last = min(last, match.start())
    return shown.text[first:last]


def _matter(amount: Amount, clause: str, shown: Span) -> Matter | None:
    """The first row that an amount's clause has words of; the rest of its sentence may say what it is of."""
    if amount.kind.startswith("none "):
        return matters()[amount.kind.removeprefix("none ")]
    kind, text = amount.kind.split()[0], shown.text
    at = amount.span.start - shown.start
    near = text[max(0, at - _FAR) : at + len(amount.span.text) + _FAR]
    for words in (clause, text):
        for matter in matters().values():
            if kind not in matter.kinds or (words is not clause and matter.own != "what"):
                continue
            if matter.never and matter.never.search(words):
                continue
            if matter.words.search(words) and matter.words.search(near):
                return matter
    return None


def _several(amount: Amount, clause: str, shown: Span) -> bool:
    """Whether the clause of an amount gives two of its kind: which is the one that is meant is not said."""
    return sum(other.fits(amount) for other in amounts_in(clause)) > 1


def _head(clause: str, amount: Amount, matter: Matter) -> str:
    """The last noun before an amount, as far as letters tell, that is no word of its matter."""
    before = _BESIDE.sub("", clause[: max(0, clause.find(amount.span.text))])
    own = {word for match in matter.words.finditer(before) for word in match.group().lower().split()}
    words = [w for w in _WORD.findall(before) if w not in _COMMON and w not in own]
    words = [w for w in words if not w.endswith(("ed", "ing", "ly"))]
    return singular(words[-1]) if words else ""


def _things(words: str) -> frozenset[str]:
    """The nouns of some words, as far as their letters tell, without names."""
    return (
        frozenset(singular(word) for word in _WORD.findall(words[:1].lower() + words[1:]) if word not in _COMMON)
        - _COMMON
    )


def _names(
    pile: Pile, told: Statement, sentence: Span
) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """The names in a sentence, without those of who says it: of persons and bodies, and of places. Of
    each its words."""
    sources = [who.span for who in told.sources if who.span is not None]
    whose: set[tuple[str, ...]] = set()
    where: set[tuple[str, ...]] = set()
    for match in _NAME.finditer(sentence.text):
        span = Span.of(pile.reports[told.report].text, sentence.start + match.start(), sentence.start + match.end())
        words = [word for word in match.group().split() if not _NO_NAME.match(word)]
        if not words or any(s.start < span.end and span.start < s.end for s in sources):
            continue
        named = pile.named_in(told.report, span)
        plain_start = match.start() == 0 and not named and len(words) == 1
        place = named[-1].kind is EntityKind.PLACE if named else bool(_AT.search(sentence.text[: match.start()]))
        if not plain_start:
            (where if place else whose).add(tuple(word.lower().removesuffix("'s").removesuffix("’s") for word in words))
    where.update((match[0].lower(),) for match in _PART.finditer(sentence.text))
    return frozenset(whose), frozenset(where)
