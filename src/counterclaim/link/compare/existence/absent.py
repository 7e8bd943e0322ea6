"""Who says that there was none: "there was not one weapon", "saw no launcher", "had no mortars", "not a fighter was in
it", "denied that there were guns"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.link.compare.existence.kinds import Thing, things_in

_NO = r"(?:no|not (?:a|an|one|any)(?: single)?|nor (?:a|an|any|one)|neither)"
_PREPOSITION = r"(?:at|in|on|of|to|for|by|from|with|against|between|and|or|nor|but)"
_DET = re.compile(
    rf"\b(?P<det>{_NO}|any|a|an|one|a single|nor)\s+(?P<mods>(?:(?!{_PREPOSITION}\b)[\w’'-]+\s+){{0,3}})$", re.I
)
_SEEN = (
    r"(?:f[io]nd|found|saw|see|seen|discover(?:ed)?|notic(?:e|ed)|spot(?:ted)?|observed?|detect(?:ed)?|"
    r"came (?:across|upon)|encounter(?:ed)?|uncover(?:ed)?)"
)
_TRACE = re.compile(
    r"\b(?:traces?|signs?|tracks?|evidence|remains|fragments?)\s+(?:or \w+ )?of\s+(?:an?\s+|any\s+|"
    r"the\s+)?(?:\w+\s+)?$",
    re.I,
)
_HAVE = (
    r"(?:has|have|had|possess(?:es|ed)?|owns?|owned|keeps?|kept|holds?|held|contain(?:s|ed)?|hous(?:es|ed)|stor(?:es|"
    r"ed)|shelter(?:s|ed)?|host(?:s|ed)?|carri(?:es|ed)|carry)"
)
_BE = r"(?:is|are|was|were|has been|have been|had been|had ever been)"
_CARRIES = re.compile(r"\bcarr(?:y|ies|ied)\b", re.I)
#: What stands before "no" or "any" where something is said not to be there.
_THERE = re.compile(
    rf"\bthere(?:['’]s|\s+{_BE})(?P<not>n['’]t|\s+not|\s+never)?\s+(?:(?:absolutely|simply|certainly|in fact|"
    rf"at all)\s+)?$",
    re.I,
)
_SEES = re.compile(
    rf"\b(?P<not>(?:n['’]t|not|never|nor|neither)\b(?:\s+(?:has|have|had|did|could|it|he|she|they|we|"
    rf"i))*\s+)?{_SEEN}\s+(?:\w+ly\s+)?$",
    re.I,
)
_HAS = re.compile(
    rf"\b(?P<not>(?:n['’]t|not|never|nor)\b(?:\s+(?:has|have|had|did|does|do|it|he|she|they|we|i))*\s+)?{_HAVE}\s+$",
    re.I,
)
#: "It found no store, nor any cellar", of which the first is no kind of its own.
_NOR = re.compile(rf"\b{_SEEN}\s+(?:no|not an?|neither)\s[^.;:]{{3,40}}?,?\s(?:(?:nor|or)\s*)?$", re.I)
_KNOWS = re.compile(r"\b(?:knows?|knew|heard)\s+of\s+$", re.I)
#: What stands behind a thing that is said not to be there.
_ARE_NOT = re.compile(
    rf"^(?P<rest>[^.;:,]{{0,45}}?)\s(?P<be>{_BE}|could be|can be|ha[sd]|have)(?P<not>n['’]t|\s+not|"
    rf"\s+never)?\s+(?:ever\s+|been\s+|being\s+|\w+ly\s+)*"
    rf"(?P<state>present|inside|in|at|on|aboard|there|here|near|within|among|anywhere|{_SEEN}|located|recovered|"
    rf"seized|stationed|deployed|"
    r"based|staying|hiding|sheltering|kept|stored|hidden|placed|positioned|parked|lodged|stood|standing|camped)\b",
    re.I,
)
_NOWHERE = re.compile(rf"^\s{_BE}\s+nowhere\b", re.I)
#: "… and no rifle", "… or guns", behind what there was none of.
_AND_NONE = re.compile(
    r"^(?:s|es)?(?:\s[^.;,]{0,30}?)?,?\s*(?:and|or|nor|,)\s+(?:any |no |not (?:a|one|any) |a )?(?:[\w’'-]+\s){0,2}$",
    re.I,
)
_DENIED = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:(?:that\s+)?there\s+(?:is|are|was|were|had been|have been)|(?:having|"
    r"ever having)(?:\s+(?:had|kept|stored|hidden))?|"
    r"(?:having |ever )?(?:hiding|hidden|storing|stored|keeping|sheltering|sheltered|harbouring|harboring|"
    r"possessing|hosting))\s+(?:any\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
#: What is wished, feared, asked or only possible is not said; nor is what was so once or may still change.
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|until|ensur\w+|sure|so that|would|should|(?-i:may)|might|will|must|demand\w*|"
    r"want\w*|hop\w+|expect\w*|"
    r"promis\w+|pledg\w+|condition|insist\w* that \w+ be|den(?:y|ies|ied)|why)\b",
    re.I,
)
_NO_LONGER = re.compile(r"\s(?:any (?:longer|more)|anymore)\b", re.I)
_ENDED = re.compile(
    r"\b(?:any (?:longer|more)|anymore|no longer|yet|so far|left|remaining|available|immediate(?:ly)?|"
    r"more than)\b|\?\s*[\"”’]?\s*$",
    re.I,
)
_DETS = re.compile(rf"(?:^|\b){_NO}\s+|\b(?:any|an?|one|single|there (?:was|were)|having \w+)\s+", re.I)
_GOVERNING = re.compile(r"\b(?:that|said|says|told|but|because|as|[\"“])\s", re.I)
_MORE = frozenset("more further other new additional immediate longer confirmed known".split())
#: How far before a thing its sentence is looked at for what governs it, in characters, and behind it.
_BACK, _ON = 90, 60


@dataclass(frozen=True, slots=True)
class Absence:
    """Words of a sentence by which there was none of a thing, which it calls `words`: `how` "there", "seen", "had",
    "carried", "known" or "state"; `now` where it is said of the present; `owner` are the words for who had none."""

    thing: Thing
    start: int
    end: int
    how: str
    now: bool
    words: str
    owner: str = ""


def speaks_of_none(words: str) -> bool:
    """Whether some words say that there was none of a thing, or none any longer."""
    return bool(absences_in(_NO_LONGER.sub("", words)))


def absences_in(sentence: str) -> list[Absence]:
    """What a sentence says there was none of, in order."""
    found: list[Absence] = []
    for thing in things_in(sentence):
        last = found[-1] if found else None
        absence = _absence(sentence, thing) or (last and _also(sentence, last, thing))
        if absence:
            found.append(absence)
    return found


def _absence(sentence: str, thing: Thing) -> Absence | None:
    before, behind = sentence[max(0, thing.start - _BACK) : thing.start], sentence[thing.end : thing.end + _ON]
    if (denied := _DENIED.search(before)) is not None:
        return _made(sentence, thing, len(before) - denied.start(), "there", denied.group())
    if _unreal(before, behind):
        return None
    if _NOWHERE.match(behind):
        return _made(sentence, thing, 0, "state", behind)
    state = _ARE_NOT.match(behind)
    if state and state["not"]:
        return _made(sentence, thing, 0, "state", state["be"])
    det = _DET.search(_TRACE.sub("", before))
    if det is None or _MORE & set(det["mods"].lower().split()):
        return None
    none = re.match(_NO, det["det"], re.I) is not None
    head = before[: det.start()]
    for how, pattern in (("there", _THERE), ("seen", _SEES), ("had", _HAS), ("known", _KNOWS)):
        match = pattern.search(head)
        if match and (none != bool(match.groupdict().get("not"))):
            how = "carried" if how == "had" and _CARRIES.search(match.group()) else how
            return _made(sentence, thing, len(before) - match.start(), how, match.group())
    if (nor := _NOR.search(head)) is not None:
        return _made(sentence, thing, len(before) - nor.start(), "seen", nor.group())
    if none and state and not re.search(r"\b(?:who|which|that)\b", state["rest"]):
        return _made(sentence, thing, len(before) - det.start(), "state", state["be"])
    return None


def _unreal(before: str, behind: str) -> bool:
    clause = re.split(r"[;:]|\bbut\b|[\"“”]", before)[-1]
    return bool(_UNREAL.search(clause) or _ENDED.search(behind) or re.search(r"\bno (?:longer|more)\b", clause, re.I))


def _also(sentence: str, last: Absence, thing: Thing) -> Absence | None:
    """What stands behind an absence as one more of it."""
    between = sentence[last.thing.end : thing.start]
    if len(between) > _ON or not _AND_NONE.match(between) or _ENDED.search(sentence[thing.end : thing.end + _ON]):
        return None
    return Absence(thing, last.start, thing.end, last.how, last.now, thing.words, last.owner)


def _made(sentence: str, thing: Thing, back: int, how: str, verb: str) -> Absence:
    now = re.search(r"\b(?:is|are|has|have|knows?|possess(?:es)?|['’]s)\b(?! been)", verb, re.I) is not None
    start = thing.start - back
    words = _DETS.split(sentence[start : thing.end])[-1]
    owner = _GOVERNING.split(sentence[:start])[-1].strip(" ,") if how in {"had", "carried"} else ""
    of = re.match(r"\sof (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*", sentence[thing.end :])
    return Absence(thing, start, thing.end, how, now, words + (of.group() if of else ""), owner)
