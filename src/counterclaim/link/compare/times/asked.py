"""When what was: the question that two hours of one moment answer, in a report's own words.

A verb that says only that something began, ended or was is asked of with its noun ("When did the shelling of the port
begin"), any other verb with its own sentence ("When did the police enter the camp"). Where neither makes a whole
question, the kind of deed does, on its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.link.compare.names_inside import lowered
from counterclaim.link.compare.times.clock import hours_in
from counterclaim.link.compare.times.moments import Moment, telling_words
from counterclaim.link.compare.times.point_words import BE_SEEN, COME
from counterclaim.link.compare.times.points import labels_in
from counterclaim.link.compare.times.words import day_in_words
from counterclaim.link.compare.whole_questions import ask_whether, be_of
from counterclaim.link.pile import Pile

#: What the question calls a deed of a kind.
_CALLED = {
    "blast": "the explosion", "shell": "the shelling", "air": "the air strike", "shoot": "the shooting",
    "storm": "the assault", "fight": "the fighting", "crash": "the crash", "burn": "the fire", "arrive": "the arrival",
    "leave": "the departure", "call": "the call", "warn": "the warning", "order": "the order", "arrest": "the arrest",
    "free": "the release", "truce": "the truce", "talk": "the meeting", "sign": "the signing", "die": "the killing",
    "shut": "the closure", "cut": "the outage", "curfew": "the curfew", "take": "the capture",
}  # fmt: skip
_BEFORE_HOURS = (
    "at|on|in|by|from|since|about|around|approximately|some ?time|shortly|just|soon|a little|before|after|towards?|"
    "close to|near(?:ly|er to)?|late|early|only|not until|until|between"
)
#: Verbs that say enough of their subject.
_GOES = frozenset(
    {"leave", "arrive", "take off", "crash", "sink", "explode", "capsize", "depart", "land", "collapse", "come down",
     "set out", "set off", "go down", "blow up", "derail", "surrender"}
)  # fmt: skip
_NAME = re.compile(r"[A-Z][\w’'-]{2,}")
_LEAD = re.compile(rf"(?:{_BEFORE_HOURS}|half|a quarter)\s", re.I)
_DETERMINED = re.compile(r"(?:the|an?|this|that|its|their|his|her|our|my|all|both|two|three|\d+)\s", re.I)
_NO_NOUN = re.compile(
    r"\b(?:it|they|he|she|we|i|you|who|which|what|this|that|there|said|says|told|his|her|our|my|their|its|us|them|put"
    r"|had|has|heard|saw|seen|was|were|when|where|be|not|no|nobody|gave)\b|[;:()“”\"?!]|\d[.:]\d",
    re.I,
)
_DAY = re.compile(r"(?:,?\s(?:(?:late|early)\s)?(?:on|of)\s(?:\w+day|\d\d? \w+|\w+ \d\d?)(?:\s(?:morning|evening|night|"
                  r"afternoon))?|,?\s(?:yesterday|today|tonight|this morning|last night|\w+day))+$", re.I)  # fmt: skip
_ABOUT = re.compile(r"(?:about|around|some|nearly|almost|over|more than|at least|up to)\s", re.I)
_PLURAL = re.compile(
    r"(?:shots|shells|bombs|rockets|missiles|clashes|attacks|talks|strikes|raids|blasts|explosions|flames|battles"
    r"|negotiations)\b",
    re.I,
)
_TAIL = re.compile(
    r"\s(?:at|in|on|near|outside|above|with|by|during|after|before|beside|behind)\s(?:[^\s]+ ?){1,6}$", re.I
)
_LONGEST, _WORDS_LEAST = 70, 3
#: More kinds of deed than this are those of any attack.
_ANY_ATTACK = 3


def asked(pile: Pile, left: Moment, right: Moment) -> str:
    """When what both tell of was, without a question mark; empty where nothing says what it was."""
    moments = sorted((left, right), key=lambda moment: moment.point is None or moment.point.phase != "begin")
    for ask in (_by_noun, _by_verb):
        for moment in moments:
            other = right if moment is left else left
            if question := ask(pile, moment, other):
                return question
    return _by_kind(left, right)


def _by_noun(pile: Pile, moment: Moment, other: Moment) -> str:
    point = moment.point
    if point is None:
        return ""
    if point.phase == "due":
        return _due(moment, other)
    noun = noun_of(point.noun, known=point.phase not in {"begin", "end"})
    if not noun:
        return ""
    if point.phase in {"begin", "end"} and "truce" not in point.labels:
        return f"When did {noun} {point.phase}"
    if point.phase == "begin":
        return f"When did {noun} take effect"
    said = pile.reports[moment.told.report].text[point.verb[0] : point.verb[1]].lower()
    if COME.fullmatch(said):
        return f"When did {noun} come"
    be = "were" if _PLURAL.search(re.split(r"\s(?:of|in|at|on|near|from|over)\s", noun)[0]) else be_of(noun).lower()
    return f"When {be} {noun} {said}" if BE_SEEN.fullmatch(said) else f"When {be} {noun}"


def _due(moment: Moment, other: Moment) -> str:
    words = " ".join(at.shown.text for at in (moment, other))
    return "When did the ultimatum run out" if re.search(r"\bultimatum\b", words, re.I) else "When was the deadline"


def noun_of(words: str, *, known: bool = True) -> str:
    """Some words for a deed as a question names it: with an article, and without what only dates it; empty where they
    are no noun that stands alone, or none that is `known` for a deed."""
    noun = " ".join(_DAY.sub("", words).split()).strip(" ,.;:“”\"'")
    noun = noun.removesuffix(" had")
    noun = re.sub(r"^(?:that|but|and|as|of|concerning|the sound of|a series of|how|when) ", "", noun, flags=re.I)
    if not noun or len(noun) > _LONGEST or _NO_NOUN.search(noun) or (known and not labels_in(noun)):
        return ""
    noun = re.split(r",\s", noun)[0]
    if _DETERMINED.match(noun):
        noun = re.sub(r"^(?:an?|this|that)\s", "the ", noun, flags=re.I)
        return noun[0].lower() + noun[1:]
    small = lowered(noun)
    if _ABOUT.match(noun):
        return noun[0].lower() + noun[1:]
    first = small.split()[0]
    if first[0].isupper() and not labels_in(first) and not re.match(r"(?:Heavy|First|Intense|Fierce|Loud)\b", first):
        return small if re.match(r"\S+['’]s?\s", small) or not labels_in(noun) else f"the {small}"
    return f"the {small[0].lower()}{small[1:]}"


def _by_verb(pile: Pile, moment: Moment, other: Moment) -> str:
    """By the sentence of the verb itself, without its time."""
    claim = pile.claims.get(moment.record)
    point = moment.point
    if (
        claim is None
        or point is None
        or point.phase == "due"
        or not point.verb[0] <= claim.trigger.start < point.verb[1]
    ):
        return ""
    untimed = _untimed(ask_whether(pile, claim).rstrip("?"))
    if not re.match(r"(?:Did|Was|Were) (?!there\b)", untimed) or len(untimed.split()) < _WORDS_LEAST:
        subject = noun_of(pile.reports[claim.report].text[point.clause.start : point.verb[0]], known=False)
        base = claim.predicate
        return f"When did {subject} {base}" if subject and base in _GOES else ""
    texts = [pile.reports[at.told.report].text for at in (moment, other)]
    be, _, rest = _common(untimed, other, texts[1]).partition(" ")
    return f"When {be.lower()} {_small(rest, texts)}"


def _untimed(question: str) -> str:
    """A question up to the hour in it, or the day it ends with."""
    hour = min((hour.start for hour in hours_in(question)), default=len(question))
    if hour < len(question):
        question = re.sub(rf"(?:,?\s(?:{_BEFORE_HOURS}))*\s*$", "", question[:hour], flags=re.I)
    return _DAY.sub("", question).rstrip(" ,")


def _common(question: str, other: Moment, text: str) -> str:
    """A question without what it ends with of how and where it was, where the other account, or any name in the `text`
    of its report, has none of it."""
    while (tail := _TAIL.search(question)) and len(question[: tail.start()].split()) >= _WORDS_LEAST + 1:
        named = any(name in text for name in _NAME.findall(tail.group()))
        if named or telling_words(tail.group()) & other.around:
            break
        question = question[: tail.start()]
    return question


def _small(words: str, texts: Sequence[str]) -> str:
    """Words whose first has no capital letter where a report writes it small elsewhere."""
    first = words.split()[0]
    if first[0].isupper() and any(re.search(rf"\b{re.escape(first.lower().rstrip('s'))}", text) for text in texts):
        return words[0].lower() + words[1:]
    return lowered(words)


def _by_kind(left: Moment, right: Moment) -> str:
    """By the kind of deed, and the day where one is named or both are of one."""
    if left.point is None or right.point is None:
        return ""
    both = left.point.labels & right.point.labels
    kinds = [kind for kind in _CALLED if kind in both]
    if not kinds:
        return ""
    what = "the attack" if len(both) >= _ANY_ATTACK else _CALLED[kinds[0]]
    days = {at.dated for at in (left, right) if at.dated}
    phase = "begin" if "begin" in (left.point.phase, right.point.phase) else left.point.phase
    of_day = f" of {day_in_words(days.pop())}" if len(days) == 1 else ""
    return f"When did {what}{of_day} {phase}" if phase in {"begin", "end"} else f"When was {what}{of_day}"


def words_of_hours(*moments: Moment) -> Iterator[str]:
    """The hours in words, without the full stop that ends a sentence."""
    for moment in moments:
        words = re.sub(r"(?<!\.m)\.$", "", moment.words)
        yield words[0].lower() + words[1:] if _LEAD.match(words) else words
