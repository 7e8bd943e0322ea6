"""What happened to those who are counted, told by the words beside them and the verb or noun above them.

Words beside come first: they are right where a parser is lost, in headlines and where a text has lost its commas.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from counterclaim.annotate.figures.clauses import is_done_by, is_one_grave, is_sole_victim, may_be_alive, told_by_clause
from counterclaim.annotate.figures.counted import Counted, is_arm_or_attack, is_person, may_be_people, singular
from counterclaim.annotate.figures.lexicon import (
    BETWEEN,
    CLAIM_FORMS,
    DEEDS,
    DONE_TO_FORMS,
    FATES,
    STATES,
    UNDERGONE,
)
from counterclaim.annotate.figures.phrases import told_after, told_before
from counterclaim.records import Happened

_AND = frozenset({"and", "or", "&", "/", "nor"})
_BE = frozenset({"was", "were", "is", "are", "been", "be", "being"})
_CAPTIVE = frozenset({"prisoner", "hostage", "captive", "prisoners", "hostages", "captives"})
#: How many words behind those who are counted may say what became of them.
_REST = 21
_BEFORE_COUNT = frozenset("the a an another other some all his her its their these those total of further and".split())

_TOLL = re.compile(
    r"(?s:.*)\b(?P<what>(?:death\s+)?toll|number\s+of\s+(?:[\w-]+\s+){0,4}?"
    r"(?:dead|deceased|killed|deaths|fatalities|martyrs|victims|wounded|injured|injuries|casualties))\b(?:(?:\s+\S+){0,25}?"
    r"\s+(?:to|at|of|past|reached|reaches|is|was|stood\s+at|exceed(?:s|ed)|surpass(?:es|ed)|pass(?:es|ed)|top(?:s|ped)|as|hit|remain(?:s|ed)"
    r"|from|from\s+\S+\s+to))?\s+$",
    re.IGNORECASE,
)

_TOLL_AFTER = re.compile(
    r"\s*the\s+(?:(?:death\s+)?toll|(?:total\s+)?number\s+of\s+\w+|number|total)\b(?:\s+of)?(?:\s+people|\s+civilians)?"
    r"\s*(?P<what>killed|dead|deaths|fatalities|injured|wounded)?\b",
    re.IGNORECASE,
)
_DEAD = (
    r"((?:dead|killed|slain|victims|fatalities|casualties|wounded|injured|missing|detained|arrested|captured|displaced)"
    r"\b)"
)
_AMONG = re.compile(
    rf"\b(?:among\s+(?:the|those)\s+(?:\w+\s+)?{_DEAD}(?:\s+\w+)?\s+(?:was|were|are|is)"
    rf"|\bthe\s+{_DEAD}\s+(?:were|are|include[sd]?|including|comprised?)|^{_DEAD}\s+includ\w+"
    rf"|\bof\s+(?:the|those)\s+{_DEAD},)"
    r"(?:\s+[^,.;]*(?:\band|,))?\s+$",
    re.IGNORECASE,
)
#: Nouns by which one who falls or suffers is killed or hurt ("fell as martyrs", "sustained burns").
_FALLS = frozenset({"fall", "falls", "fell", "fallen"})
_SUFFERS = frozenset("suffer suffers suffered sustain sustains sustained receive received".split())
_INJURIES = frozenset("injury injuries wound wounds burns fractures".split())
#: Counted nouns that say what happened whatever stands beside them ("three deaths and 22 injuries").
_FATEFUL = frozenset({"death", "fatality", "injury"})
#: What opens a remark on some of those who are counted, with its number of tokens, and what goes on with it.
_PARTS_OPEN = {"among them": 2, "among whom": 2}
_IN_LIST = frozenset({"NUM", "NOUN", "ADJ", "CCONJ", "DET", "PROPN"})
_LEFT_DEAD = frozenset("shot shoot shoots shooting left leave leaves leaving struck".split())
#: Those who lose a home rather than their lives.
_HOUSEHOLDS = frozenset({"family", "household"})
_HELD = frozenset({Happened.CAPTURED, Happened.ARRESTED})
_HARM = frozenset({Happened.KILLED, Happened.INJURED})


def happened_to(doc: Doc, first: int, last: int, counted: Counted) -> tuple[tuple[Happened, ...], bool]:
    """What happened to those whose count stands at tokens `first` to `last`, and whether words beside it say so.

    Empty where nothing tells.
    """
    end = counted.last if counted.noun is not None or counted.anaphor else last
    if counted.noun is not None and singular(counted.noun) in _FATEFUL:
        return FATES[singular(counted.noun)], True
    inside, after, before = _states_inside(doc, last, end), _states_after(doc, end), _verbs_before(doc, first)
    if after == (Happened.PRESENT,):
        after = told_after(_words_after(doc, end, _REST), people=False) or after  # "11 remained in critical condition"
    if inside and _HARM.intersection(inside):
        beside = inside
    elif after and before:
        beside = (
            after if _still_held(doc, first, before, after) or _after_outranks(doc, first, end, counted) else before
        )
    else:
        beside = (
            after
            or before
            or _toll_before(doc, first)
            or _toll_after(doc, last)
            or _among_the_dead(doc, first)
            or _claimed(doc, first, counted)
            or _told_in_phrases(doc, first, last, end, counted)
        )
    noun = counted.noun
    if beside:
        return _of_people(noun, beside), True
    found = told_by_clause(noun if noun is not None else doc[last]) or inside
    if not found and noun is not None:
        dead = is_sole_victim(noun) or is_one_grave(noun)
        found = (Happened.KILLED,) if dead else FATES.get(singular(noun), ())
    return _of_people(noun, found), False


def _of_people(noun: Token | None, found: Sequence[Happened]) -> tuple[Happened, ...]:
    """What happened, each once: people who are destroyed ("put out of action", "wiped out") are killed."""
    people = noun is not None and is_person(noun) and singular(noun) not in _HOUSEHOLDS
    return tuple(dict.fromkeys(Happened.KILLED if people and each is Happened.DESTROYED else each for each in found))


def _still_held(doc: Doc, first: int, before: tuple[Happened, ...], after: tuple[Happened, ...]) -> bool:
    """Whether a release is only spoken of: "the release of dozens held there"."""
    return doc[first - 1].lower_ == "of" and before == (Happened.RELEASED,) and after[0] in _HELD


def _after_outranks(doc: Doc, first: int, end: int, counted: Counted) -> bool:
    """Which holds where both sides speak: "2 killed 10 injured" against "killed 250 troops taken hostage".

    The words after it hold for a bare number and for a noun with a verb of its own, unless they go on to another
    number, whose they are ("killed 12 wounded 30").
    """
    following = doc[end + 1 : min(end + 3, doc[end].sent.end)]
    if len(following) > 1 and following[1].like_num and following[0].lower_ not in BETWEEN:
        return _follows_number(doc, first)
    return counted.noun is None or following[0].lower_ in BETWEEN or _follows_number(doc, first)


def _follows_number(doc: Doc, first: int) -> bool:
    """Whether the verb before a count comes right after another count, and so may be that one's."""
    at, start = first - 2, doc[first].sent.start
    while at > start and at > first - 6 and (doc[at].lower_ in BETWEEN or doc[at].pos_ in {"NOUN", "PROPN", "ADJ"}):
        at -= 1
    return at >= start and bool(doc[at].like_num)


def _states_inside(doc: Doc, number: int, end: int) -> tuple[Happened, ...]:
    """12 wounded civilians; 12 lives."""
    if doc[end].lower_ == "lives":
        return (Happened.KILLED,)
    return tuple(STATES[token.lower_] for token in doc[number + 1 : end] if token.lower_ in STATES)


def _states_after(doc: Doc, end: int) -> tuple[Happened, ...]:
    """25 people have been killed; 12 dead; 19 killed and injured; 32 others taken prisoner."""
    stop = doc[end].sent.end
    at, passive = _past_remarks(doc, end + 1, stop), False
    while at < min(stop, end + 11) and (doc[at].lower_ in BETWEEN or doc[at - 1 : at + 1].text.lower() == "among the"):
        passive = passive or doc[at].lower_ in _BE
        at += 1
    if at >= stop:
        return ()
    found = _state(doc, at)
    if found is None or (not passive and is_done_by(doc[at])):
        return ()
    if doc[end + 1].lower_ == "of" and (later := _later_state(doc, at + 1, stop)) is not None:
        return (later,)
    states = [found]
    while at + 2 < stop and doc[at + 1].lower_ in _AND and (more := _state(doc, at + 2)) is not None:
        if at + 3 < stop and (doc[at + 3].like_num or doc[at + 3].pos_ in {"DET", "PRON"}):
            break  # "took 12 hostage and released four"
        states.append(more)
        at += 2
    return tuple(states)


def _later_state(doc: Doc, at: int, stop: int) -> Happened | None:
    """What became in the end of those who had suffered something before: "seven of the wounded later died"."""
    while at < stop and doc[at].lower_ in BETWEEN:
        at += 1
    return _state(doc, at) if at < stop else None


def _past_remarks(doc: Doc, at: int, stop: int) -> int:
    """Past "of the" ("15 of the dead") and past remarks on some of them ("among them 26 minors")."""
    if at + 2 < stop and doc[at].lower_ == "of" and doc[at + 1].lower_ in {"the", "those"}:
        return at + 2
    parts = _PARTS_OPEN.get(doc[at : at + 2].text.lower()) if at + 2 < stop else None
    if parts is None and at < stop:
        parts = 3 if doc[at + 1 : at + 3].text.lower() == "of them" else 1 if doc[at].lower_ == "including" else None
    if parts is not None:
        at += parts
        while at < stop and doc[at].pos_ in _IN_LIST and doc[at].lower_ not in STATES:
            at += 1
    return at


def _state(doc: Doc, at: int) -> Happened | None:
    """What the word at `at` says of whoever stands before it."""
    word, following = doc[at].lower_, {token.lower_ for token in doc[at + 1 : min(at + 4, doc[at].sent.end)]}
    if word in _FALLS:
        return Happened.KILLED if following & {"martyr", "martyrs", "victim", "victims"} else None
    if word in _SUFFERS:
        return Happened.INJURED if following & _INJURIES else None
    if word in {"taken", "took", "held"} and any(token.lower_ in _CAPTIVE for token in doc[at + 1 : at + 4]):
        return Happened.CAPTURED
    if word in {"shot", "burned", "burnt", "put", "tortured", "crushed"} and any(
        token.lower_ in {"dead", "death"} for token in doc[at + 1 : at + 3]
    ):
        return Happened.KILLED
    if word in STATES:
        return STATES[word]
    if word == "buried" and may_be_alive(doc[at]):
        return None
    if doc[at].tag_ in {"VBN", "VBD"} and word in DONE_TO_FORMS:
        return DONE_TO_FORMS[word]
    return UNDERGONE.get(doc[at].lemma_.lower()) if doc[at].pos_ == "VERB" else None


def _verbs_before(doc: Doc, first: int) -> tuple[Happened, ...]:
    """Killed at least 25; killed and injured 19; the killing of 12; the lives of 12."""
    at, start = first - 1, doc[first].sent.start
    while at > start and doc[at].lower_ in _BEFORE_COUNT:
        at -= 1
    if at < start:
        return ()
    token, skipped = doc[at], {t.lower_ for t in doc[at + 1 : first]}
    if token.lower_ == "dead" and at > start and doc[at - 1].lower_ in _LEFT_DEAD:
        return (Happened.KILLED,)
    if "of" in skipped and "total" not in skipped:
        if token.lower_ in {"lives", "life"}:
            return (Happened.KILLED,)
        deed = DEEDS.get(singular(token))
        return () if deed is None else (*_coordinated(doc, at, start, DEEDS), deed)
    if "and" in skipped or token.lower_ not in DONE_TO_FORMS or _is_passive(token):
        return ()
    return (*_coordinated(doc, at, start, DONE_TO_FORMS), DONE_TO_FORMS[token.lower_])


def _coordinated(doc: Doc, at: int, start: int, words: dict[str, Happened]) -> tuple[Happened, ...]:
    """What a first verb or noun says that shares the count with the one at `at` ("killed and injured 19")."""
    if at - 2 < start or doc[at - 1].lower_ not in _AND:
        return ()
    first = words.get(doc[at - 2].lower_) or words.get(doc[at - 2].lemma_.lower())
    return () if first is None else (first,)


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def words_before(doc: Doc, first: int) -> str:
    """The sentence up to a token. (`doc.text` would join the whole report anew each time: 80 % of the run time.)"""
    return str(doc[doc[first].sent.start : first].text_with_ws)


def _words_after(doc: Doc, last: int, most: int) -> str:
    """The words behind a token to the end of its sentence, but no more than `most`."""
    stop = min(last + 1 + most, doc[last].sent.end)
    return str(doc[last + 1 : stop].text_with_ws) if last + 1 < stop else ""


def _toll_before(doc: Doc, first: int) -> tuple[Happened, ...]:
    """Raised the death toll to 22; the number of wounded rose to 40."""
    bounding = doc[first].lower_.startswith(("exceed", "surpass", "topp"))
    match = _TOLL.match(words_before(doc, first + 1 if bounding else first))
    if match is None:
        return ()
    what = match["what"].lower()
    if what.endswith("casualties"):
        return (Happened.KILLED, Happened.INJURED)
    return (Happened.INJURED,) if re.search(r"wounded|injur", what) else (Happened.KILLED,)


def _toll_after(doc: Doc, last: int) -> tuple[Happened, ...]:
    """Brought to 49 the number killed."""
    match = _TOLL_AFTER.match(_words_after(doc, last, 8))
    if match is None or (match["what"] is None and "toll" not in match[0].lower()):
        return ()
    return (Happened.INJURED,) if (match["what"] or "").lower() in {"injured", "wounded"} else (Happened.KILLED,)


def _among_the_dead(doc: Doc, first: int) -> tuple[Happened, ...]:
    """Among the dead were three children."""
    match = _AMONG.search(words_before(doc, first))
    if match is None:
        return ()
    word = next(group for group in match.groups() if group).lower()
    if word in {"victims", "fatalities"}:
        return (Happened.KILLED,)
    return (Happened.KILLED, Happened.INJURED) if word == "casualties" else (STATES[word],)


def _told_in_phrases(doc: Doc, first: int, last: int, end: int, counted: Counted) -> tuple[Happened, ...]:
    """Nine miners lost their lives; put the number of injured at 15."""
    if counted.noun is not None and FATES.get(singular(counted.noun)) == (Happened.KILLED,):
        return ()  # "three bodies with bullet wounds"
    told = told_after(_words_after(doc, end, _REST), people=may_be_people(counted.noun))
    return told or told_before(words_before(doc, first), _words_after(doc, last, 3))


def _claimed(doc: Doc, first: int, counted: Counted) -> tuple[Happened, ...]:
    """The shelling claimed nine civilians."""
    if first == doc[first].sent.start or doc[first - 1].lower_ not in CLAIM_FORMS:
        return ()
    if counted.noun is None:
        return ()
    if is_person(counted.noun):
        return (Happened.KILLED,)
    lost = doc[first - 1].lemma_.lower() == "lose" and is_arm_or_attack(counted.noun)
    return (Happened.DESTROYED,) if lost else ()
