"""What keeps a plain negation and an account that shares its words from being of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from counterclaim.link.compare.denials.clauses import Clause
from counterclaim.link.compare.denials.folds import folded, folds
from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.nouns import head_noun, modifiers
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
from counterclaim.records import Claim, Who

#: What is done every day of a war.
DAILY = frozenset("ATTACK KILL WOUND USE WEAPON GAS TROOP SHOOT BURN".split())
NOBODY = frozenset({"one", "nobody", "none", "anyone", "no", "not", "neither"})
#: Verbs of so many things that they say nothing without their subject or object.
_GENERAL_VERBS = frozenset(
    "hear heard see saw seen lose lost know knew known find FIND think thought feel felt call turn keep kept show "
    "shown bring brought put hold held move stand stood work run ran start stop come begin began begun receive get "
    "need try meet met USE OPEN CLOSE HOUSE ENTER LEAVE SEND PUSH CONTROL ASK TELL".split()
)
#: What befalls somebody, of whom other accounts tell other things.
BEFALLS = frozenset({"KILL", "WOUND", "DETAIN", "DAMAGE", "CASUALTY"})
_HABIT = re.compile(r"\b(?:do not|don['’]t|never)\b", re.I)
_TWICE = 2
#: Nouns that only say something together with their verb: "set foot in", "took part in".
_SAID_TOGETHER = frozenset({"foot", "part", "place", "fire", "aim", "hand"})
_MEN = frozenset("man men people person woman women boy".split())
#: So many reports were put together for one story.
_ONE_STORY = 4
_ANYTHING = frozenset(
    "it they he she we i you this that these those them him us which who what anything something".split()
)
#: "No shooting near it": not of whatever shooting there was.
_NEAR_IT = re.compile(
    r"\bno such\b|\b(?:near|at|on|in|around|from|against|between|with) "
    r"(?:it|them|him|her|us|me|that|those|its|their|his)\b",
    re.I,
)
_IN_THAT = re.compile(r"\b(?:in|at|on|near|from) (?:that|those) (\w+)", re.I)
#: What there is everywhere, so that its being there is no answer.
_EVERYWHERE = frozenset("TROOP FIGHTER CIVILIAN POLICE CHILD LORRY TOWN HOUSE ROAD LEADER TANK AID".split())
#: Classes of nouns for persons, who are called by many names.
_PERSONS = frozenset(
    "FIGHTER TROOP CIVILIAN PRISONER CHILD POLICE JOURNALIST INSPECTOR LEADER HOSTAGE PROTEST MERCENARY FOREIGN".split()
)
_SO_MANY_OF = re.compile(
    r"^(?:an?|the|one|two|three|four|several|some|\d+)? ?(?:flight|pair|wave|formation|group|number|column|squad|"
    r"couple|dozen|handful|series|unit)s? of (?=\w)",
    re.I,
)
#: Verbs that only bring a thing about: "a warning was transmitted" is the deed of warning.
BRINGS_ABOUT = frozenset({"TRANSFER", "SEND"})
#: What a deed is done with is in the verb already.
_MEANS = frozenset({"WEAPON", "EXPLOSIVE"})
#: The day and the year that a clause names, and the day on which it says that it was not so.
_DAY_NAMED = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SAID_ON = re.compile(
    r"\b(?:(?:and |but )?not on \w+|"
    r"(?:said|says|told|announced|stated|statement|reporters|denied)\b[^.;\"”]{0,25}?\w+day)"
)
_AT_ANY_TIME = re.compile(r"\b(?:never|ever|any|(?:has|have|does|do) not|past|always)\b", re.I)
_OF_A_YEAR = re.compile(r"\b(?:in|of|since) (\d{4})\b")
#: Words that tell of no one thing.
_GENERAL = frozenset({"number", "member", "public", "part", "side", "order", "figur"})


def only_named(no: Clause, shared: Iterable[str]) -> bool:
    """Whether all that both share is the one name that a denial begins with ("nor did the Red Cross report it"), or how
    many there were."""
    named = {name for word in names_in(no.span.text) for name in folds(word)}
    return frozenset(shared) <= named | _GENERAL if no.focus[0] <= named else (frozenset(shared) <= _GENERAL)


def of_another(no: Clause, denied: Claim | None, rings: Sequence[frozenset[str]]) -> bool:
    """Whether what is said not to have been attacked or hit is not what the other account tells of."""
    if denied is None or not no.focus[0] & DAILY or not denied.patient:
        return False
    words = " ".join(who.span.text if who.span else who.name for who in denied.patient)
    heads = folded(head_noun(words))
    return (
        bool(heads)
        and not (no.focus[0] & {"SHOOT", "ATTACK"} and _names(heads) <= _MEANS)
        and head_noun(words) not in _SAID_TOGETHER
        and denied.patient[0].name.split()[0].lower() not in NOBODY
        and not any(word & (rings[0] | rings[1]) for word in heads)
    )


def of_another_thing(no: Clause, denied: Claim | None, rings: Sequence[frozenset[str]]) -> bool:
    """Whether what is said not to have come, been heard or been lost is nowhere in the other account's sentence, where
    the verb is too general to tell by itself what is meant."""
    if denied is None or not no.focus[0] & _GENERAL_VERBS:
        return False
    heads = (
        {head_noun(who.span.text if who.span else who.name) for who in whos} - {"", "one", "it"}
        for whos in (denied.patient, denied.agent)
    )
    said_of = next((found for found in heads if found), set())
    named = _names(word for head in said_of for word in folded(head)) or said_of - NOBODY
    return bool(named) and not named & (rings[0] | rings[1])


def of_other_things(no: Clause, denied: Claim | None, rings: Sequence[frozenset[str]]) -> bool:
    """Whether what is said not to have been done was done, by the other account, to something else: "the fire was not
    returned" says nothing of sheep that were. Of persons this cannot be told by their nouns."""
    if denied is None or no.denies:
        return False
    told = rings[0] | rings[1]
    for who in denied.patient:
        words = who.span.text if who.span else who.name
        head = head_noun(words)
        known = folded(head)
        if _names(known) & _MEANS and no.focus[0] & {"SHOOT", "ATTACK"}:
            continue
        if not head or head in NOBODY | _ANYTHING or words.lower().split()[0] in NOBODY - {"no", "not", "neither"}:
            continue
        if names_in(words.partition(" ")[2] or words) or not any(word in no.words for word in known):
            continue  # one name may stand for another
        if known and not any(word & told or word & _PERSONS for word in known):
            return True
    return False


def of_such_a_thing(pile: Pile, no: Clause, yes: Clause, rings: Sequence[frozenset[str]]) -> bool:
    """Whether it is denied that there was such a thing at all ("no ransom was paid"), and the other clause tells of one
    ("a ransom was dropped from a plane"), with no other names: enough in a few reports put together."""
    if no.focus[0] <= _names(folds(name) for name in names_in(no.span.text)):
        return False  # a people is in many places
    if not no.denied_of_none or no.elsewhere or not no.focus[0] & rings[0] or no.focus[0] & _EVERYWHERE:
        return False
    there = rings[0] | rings[1]
    told = _IN_THAT.sub(lambda m: "" if _names(folded(m[1])) & there else m[0], no.span.text)  # "in that school"
    if any(not word & there for word in no.focus[1:2]) or _NEAR_IT.search(told):
        return False
    one, other = (_own_names(pile, clause) for clause in (no, yes))
    return not (one and other) or share_name(one, other)


def of_another_doer(denied: Claim | None, told: Claim | None) -> bool:
    """Whether those who are said not to have done it are, by the other account, whom something was done to: "no officer
    carried a gun" and "the strikers fired on the officers with guns"."""
    if denied is None or told is None or not told.agent:
        return False
    ours, doers, others = (
        _names(w for who in whos for w in folded(head_noun(who.span.text if who.span else who.name)))
        for whos in (denied.agent, told.agent, told.patient)
    )
    return bool(ours & others) and not ours & doers


def only_describes(no: Clause, yes: Clause, told: Claim | None) -> bool:
    """Whether the other account has the thing that is denied only as a word before another noun: who says that there
    is no gun does not deny an "arms depot"."""
    if told is None:
        return False
    phrases = [who.span.text if who.span else who.name for who in (*told.agent, *told.patient)]
    phrases = [phrase for phrase in phrases if head_noun(phrase) not in _MEN]  # "armed men" are what is denied
    heads = _names(word for phrase in phrases for word in folded(head_noun(phrase)))
    before = _names(word for phrase in phrases for word in folded(" ".join(sorted(modifiers(phrase)))))
    alone = sum(bool(word & no.focus[0]) for word in yes.words)
    if not no.focus[0] & DAILY and any(word & heads for word in no.focus[1:2]):
        return False  # nor is "foreign soldier" an answer to other foreigners
    return bool(no.focus[0] & before) and not no.focus[0] & heads and alone < _TWICE


def _names(words: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(name for word in words for name in word)


def shares_little(pile: Pile, shared: Iterable[str], here: Telling, there: Telling, *, rare: bool) -> bool:
    """Whether two reports of a pile that may be of several stories share no more than one word, and no place: "no
    soldier" here is not denied by soldiers elsewhere. A word that is `rare` is enough if it is of no class."""
    if len(pile.annotations) <= _ONE_STORY or here.places & there.places:
        return False
    telling = frozenset(shared) - _GENERAL - _GENERAL_VERBS
    return len(telling) < _TWICE and not (rare and any(word.islower() for word in telling))


def set_elsewhere(pile: Pile, here: Telling, there: Telling) -> bool:
    """Whether two tellings of a pile of many stories are set in other places."""
    apart = here.places and there.places and not here.places & there.places
    return bool(apart) and not few_reports(pile)


#: Deeds that no other one stands for.
_NAMED_DEEDS = frozenset({"BURN", "LOOT"})


def denies_another_verb(pile: Pile, no: Clause, denied: Claim | None, rings: Sequence[frozenset[str]]) -> bool:
    """Whether what is said of nobody ("no soldier was killed") is nowhere told by the other account ("soldiers entered
    the abbey")."""
    if denied is None or not no.denied_of_none:
        return False
    verb = _names(folded(denied.trigger.text)) & BEFALLS
    if not verb and not denied.agent and denied.patient and denied.predicate != "be":  # "no files were burned"
        own = _names(folded(denied.trigger.text)) - _GENERAL_VERBS - {"TRANSFER"}
        verb = frozenset(name for name in own if name.isupper() and name in _NAMED_DEEDS)
    if not verb and denied.agent:  # "no officer came home": of a list of officers nothing is denied
        verb = _names(verb_of(pile, denied)) - _GENERAL_VERBS - {"TRANSFER"} - no.focus[0]
        verb = frozenset(name for name in verb if name.isupper())
    return bool(verb) and not verb & (rings[0] | rings[1])


def verb_of(pile: Pile, claim: Claim) -> tuple[frozenset[str], ...]:
    """A claim's verb, and what says one thing together with it ("walked off the job")."""
    text = pile.reports[claim.report].text
    tail = folded(text[claim.trigger.start : max(claim.trigger.end, claim.spans[0].end)])[:1]
    return folded(claim.trigger.text) + tail


def doers_of(claim: Claim) -> tuple[frozenset[str], ...]:
    """The nouns for who does it, folded: "inmates" are "prisoners", and "a flight of jets" are planes."""
    return _nouns_of(claim.agent)


def befallen_in(claim: Claim) -> tuple[frozenset[str], ...]:
    """The nouns for whom or what it is done to, folded."""
    return _nouns_of(claim.patient)


def _nouns_of(whos: Iterable[Who]) -> tuple[frozenset[str], ...]:
    phrases = (_SO_MANY_OF.sub("", who.span.text if who.span else who.name) for who in whos)
    return tuple(word for phrase in phrases for word in folded(head_noun(phrase)))


def speak_for_themselves(no: Clause, denied: Claim) -> bool:
    """Whether a body says by somebody's mouth what it did not do ("we have not fired"), not what it never does."""
    ours = any(who.span and who.span.text.lower() == "we" for who in denied.agent)
    return ours and not _HABIT.search(no.span.text)


def answers_another(pile: Pile, no: Clause, yes: Clause, here: Telling, there: Telling) -> bool:
    """Whether two voices that stand side by side speak of other places, days or things by their own words ("a second
    convoy")."""
    days = [t.when for t in (here, there) if t.when and not t.carried]
    if len(days) > 1 and (days[0][1] < days[1][0] or days[1][1] < days[0][0]):
        return True
    one, other = (_own_names(pile, clause) for clause in (no, yes))
    return bool(one and other) and not share_name(one, other)


def set_on_other_days(pile: Pile, no: Clause, yes: Clause) -> bool:
    """Whether what is denied is denied of a day or year by name, and the other clause names another ("no exercise on
    Monday" says nothing against one on Tuesday), or it is told of a year of its own ("an exchange agreed on in
    2021")."""
    denied, told = (frozenset(_DAY_NAMED.findall(_SAID_ON.sub("", c.span.text))) for c in (no, yes))
    if denied and told:
        return denied.isdisjoint(told)
    year, came = _OF_A_YEAR.search(yes.span.text), published(pile, no.report)
    if year is None or came is None or no.report != yes.report or _AT_ANY_TIME.search(no.sentence.text):
        return False
    return int(year[1]) < came.year and year[1] not in no.sentence.text


def _own_names(pile: Pile, clause: Clause) -> frozenset[str]:
    """The words of names in a clause, but for who speaks and what it begins with."""
    voices = {
        name for who in clause.statement.sources for name in names_in(pile.resolved(who).name) | names_in(who.name)
    }
    words = clause.span.text.strip().partition(" ")[2]
    return frozenset(name for name in names_in(words) if not share_name((name,), voices))
