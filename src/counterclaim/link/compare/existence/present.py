"""Who says that something was there: stored, hidden, seen, found, staying, parked, firing from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.compare.existence.kinds import Thing, is_kind, things_in

#: What is done to a thing that is there, before its name.
_HAS_IT = re.compile(
    r"\b(?:stor(?:e|es|ed|ing)|hid|hidden|hiding|hides?|keep|keeps|kept|keeping|f[io]nd|found|discover(?:ed|ing)|"
    r"seiz(?:ed|ing)|"
    r"recovered|confiscated|uncovered|unearthed|located|planted|laid|strapped|dug|digging|built|building|s[ae]w|"
    r"seen|seeing|observed|spotted|photographed|detected|identified|counted|"
    r"plac(?:ed|ing)|put|position(?:ed|ing)|set up|install(?:ed|ing)|deploy(?:ed|ing)|park(?:ed|ing)|"
    r"station(?:ed|ing)|carri(?:ed|es)|"
    r"carry|carrying|brought|smuggl(?:ed|ing)|(?:had|have|has|having)(?!\s+(?:been\s+|not\s+)?\w+(?:ed|wn|en|un|"
    r"ade|ought|eft|one)\b)|possess(?:ed|es)?|hous(?:ed|ing)|shelter(?:ed|ing|s)?|"
    r"harbou?r(?:ed|ing|s)?|host(?:ed|ing|s)?|conceal(?:ed|ing)|contain(?:ed|s)|quartered|lodged|dug in|"
    r"full of|filled with|loaded with|armed with|fitted with|equipped with|lined with|used (?:as|by)|turned into|"
    r"among (?:them|the dead)|"
    r"(?:store|cache|depot|dump|stock|pile|load|crates?|boxes) of|there (?:was|were|is|are|had been|have been)|"
    r"of (?:whom|them) (?:was|were))"
    r"(?:\s+(?!at (?!least|most)|firing\b|launching\b|using\b|from\b|to\b|into\b|against\b|by\b)[\w’'\",-]+){0,6}\s*$",
    re.I,
)
#: What a thing that is there does, or what is done to it, behind its name.
_IS_THERE = re.compile(
    r"^(?:\s[\w’'-]+){0,4}?\s(?:(?:who|which|that)\s+)?(?:(?:had|have|has|were|was|are|is|been|"
    r"being)\s+)*(?:also\s+|still\s+|\w+ly\s+)?"
    r"(?:present|inside|stored|hidden|hiding|kept|stay(?:ed|ing)|sleeping|slept|shelter(?:ed|ing)|barricad(?:ed|"
    r"ing)|holed up|"
    r"based|stationed|parked|placed|positioned|deployed|found|discovered|seized|recovered|seen|spotted|lodged|"
    r"quartered|billeted|"
    r"housed|standing|stood|camped|camping|dug in|entrenched|concealed|killed in(?:side)?|captured in(?:side)?|"
    r"arrested in(?:side)?|"
    r"(?:fir(?:ed|ing)|fire|sho(?:t|oting)) (?:\w+ ){0,3}from (?:the |its |a )?(?:roof|windows?|inside|within|"
    r"behind|top|yard|grounds)|operat(?:ed|ing)|firing from|fired from|moved into|taken up positions?|"
    r"took up positions?|occup(?:ied|ying)|living|lived|guard(?:ed|ing)|on duty|sitting|sat|lying|lay|planted|"
    r"set up|pitched|dug|built|drawn up|mounted|(?:are|is|was|were) (?:still )?(?:in|at|on|there|here|aboard))\b",
    re.I,
)
#: "A battery in the hospital grounds", "guns behind the clinic".
_STANDS = re.compile(
    r"^(?:\s(?!at\b|from\b|to\b|into\b|against\b|by\b|was\b|were\b|had\b)[\w’'-]+){0,3}?\s(?:in|inside|behind|"
    r"beneath|under|near|beside|next to|within|aboard)\s",
    re.I,
)
#: What comes upon a place from without is not in it.
_SENT = re.compile(
    r"\b(?:fir(?:ed?|ing)|launch\w*|dropp?\w*|threw|throw\w*|hurl\w*|lobb\w*|rain\w*|aim\w*|hit|struck|strik\w+|"
    r"shell\w*|bomb(?:ed|ing)|"
    r"attack\w*|kill\w*|wound\w*|injur\w*|fell|land(?:ed|ing)|explod\w*|destroy\w*|damag\w*|us(?:ed|"
    r"ing))\b[^.;]{0,60}$",
    re.I,
)
_COMES = re.compile(
    r"^(?:\s[\w’'-]+){0,3}?\s(?:(?:had|have|has)\s+)?(?:attack\w*|storm\w*|raid\w*|search\w*|surround\w*|"
    r"cordon\w*|shell\w*|bomb\w*|enter\w*|retook|recaptured|"
    r"fired (?:at|on|into|rockets|shells|mortars)|evacuat\w*|left|leave|withdr\w*|hit|struck|fell|landed|exploded)\b",
    re.I,
)
#: What is not said to be so, and what was long ago.
_NOT_SO = re.compile(
    r"\b(?:no|not|never|nor|neither|without|none|nobody|nothing|if|whether|unless|could|(?-i:may)|might|would|"
    r"should|will|must|can|cannot|plan(?:s|ned|ning)?|want\w*|"
    r"prevent\w*|avoid\w*|warn\w*|risk\w*|fear\w*|threat\w*|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|"
    r"suspect\w*|search\w*|looking for|"
    r"call\w* (?:on|for)|demand\w*|urg\w+|withdr\w+|remov\w+|surrender\w*|handed over|hand over|accus\w+|"
    r"alleg\w+|last year|in (?:19|20)\d\d|years? (?:ago|earlier|before))\b|n['’]t\b",
    re.I,
)
_BACK, _ON = 110, 90


#: Who is told to leave a place is taken to be there.
_TOLD_TO_GO = re.compile(
    r"\b(?:demand\w*|call\w* (?:on|for)|urg\w+|order\w*|insist\w*|condition\w*|ultimatum|appeal\w*|ask\w*|"
    r"t[oe]ld)\b(?:[^.;]{0,40})$",
    re.I,
)
_GO = re.compile(
    r"^(?:[^.;]{0,30}?)\b(?:(?:to |should |must )?(?:leave|withdraw from|quit|vacate|evacuate|pull out of|"
    r"get out of|abandon)|be (?:withdrawn|removed) from)\s",
    re.I,
)
_OUT_OF = re.compile(
    r"\b(?:demand\w*|call\w* (?:on|for)|insist\w*|condition\w*|agreed)\b[^.;]{0,40}\b(?:departure|withdrawal|"
    r"removal|pull-?out|exit|expulsion) of "
    r"(?:\w+[’']?\w* ){0,4}$",
    re.I,
)
#: Kinds that are states of things: to speak of a siege is to say that there is one.
_STATES = frozenset({"siege", "hunger", "line"})
_USED = re.compile(
    r"\b(?:threw|throwing|hurl(?:ed|ing)|us(?:ed|ing)|fir(?:ed|ing)|launch(?:ed|ing)|deton\w+|set off|sho(?:t|"
    r"oting)|brought down|down(?:ed|ing)|with|by)"
    r"\b(?:\s(?!at\b|from\b|to\b)[\w’'\",-]+){0,6}\s*$",
    re.I,
)
PEOPLE = frozenset({"armed", "fighter", "mercenary", "sniper", "soldier"})


def presences_in(sentence: str) -> Iterator[Thing]:
    """The things that a sentence has somewhere."""
    for thing, clause, after in _told(sentence):
        if thing.kind in _STATES or _there(clause, after):
            yield thing


def presupposed_in(sentence: str) -> Iterator[Thing]:
    """Those who are told to leave somewhere, which takes for granted that they are there."""
    for thing in things_in(sentence):
        before, behind = sentence[max(0, thing.start - _BACK) : thing.start], sentence[thing.end : thing.end + _ON]
        if (_TOLD_TO_GO.search(before) and _GO.match(behind)) or (
            _OUT_OF.search(before) and re.match(r"\sfrom\s", behind)
        ):
            yield thing


def used_in(sentence: str) -> Iterator[Thing]:
    """The armed people whom a sentence tells of in any other way, and the things that it has used."""
    for thing, clause, after in _told(sentence):
        used = _USED.search(clause) and is_kind(thing, "weapon")
        if (used or thing.kind in PEOPLE) and not _there(clause, after):
            yield thing


def _told(sentence: str) -> Iterator[tuple[Thing, str, str]]:
    """The things of which a sentence does not say that they were not, with what stands before and behind them."""
    for thing in things_in(sentence):
        before, behind = sentence[max(0, thing.start - _BACK) : thing.start], sentence[thing.end : thing.end + _ON]
        clause = re.split(r"[;:]|,? but\b|, and\b", before)[-1]
        after = re.split(r"[;:]|,? but\b|, and\b", behind)[0]
        if (
            _NOT_SO.search(clause)
            or re.search(r"\b(?:not|never|nowhere|no longer)\b|n['’]t\b", after)
            or "?" in sentence[-3:]
        ):
            continue
        yield thing, clause, after


def _there(clause: str, after: str) -> bool:
    if _HAS_IT.search(clause):
        return True
    if _COMES.match(after):
        return False
    if _IS_THERE.match(after):
        return True
    return bool(_STANDS.match(after)) and not _SENT.search(clause)
