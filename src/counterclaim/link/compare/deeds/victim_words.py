"""Words for whom and what violence hits: people under arms and their works, or the unarmed and theirs."""

from __future__ import annotations

import functools
import re

_ARMED_PEOPLE = (
    r"(?:militants?|fighters?|insurgents?|terrorists?|rebels?|gunm[ae]n|jihad[io]s?|jihadists?|extremists?|combatants?|"
    r"guerr?illas?|(?:army |government |enemy |regime |foreign )?troops?|soldiers?|servicem[ae]n|"
    r"operatives?|commanders?|"
    r"militiam[ae]n|militia(?: m[ae]n| members?)?|separatists?|attackers?|bombers?|mercenar(?:y|ies)|infiltrators?|"
    r"ringleaders?|islamists?|armed (?:men|people|elements|persons)|bandits?|outlaws?|paramilitar(?:y|ies)|"
    r"members of (?:the )?(?:\w+ )?(?:armed |militant |terrorist |two |rebel )?(?:groups?|organi[sz]ations?|factions?)|"
    r"home guards|legionnaires|conscripts|cadres|saboteurs|outlaws|personnel|officers|policem[ae]n|dissidents|cadets)"
)
_ARMED_SITES = (
    r"(?:head ?quarters|command (?:posts?|centres?|centers?|rooms?)|operations rooms?|positions?|bases?|barracks|"
    r"(?:training|military|army|militant|rebel|terrorist|security) (?:camps?|sites?|facilit(?:y|ies)|buildings?|"
    r"installations?|airports?|targets?|infrastructure|units?|objects?|lorries|vehicles|trucks|equipment|hardware)|"
    r"camps? of (?:special |state )?security|(?:arms|weapons?|ammunition|munitions?|fuel|missiles?|rocket) "
    r"(?:depots?|dumps?|caches?|stores?|storage|warehouses?|arsenals?|sites?|factor(?:y|ies)|workshops?|facilit\w+)|"
    r"depots? (?:of|for) (?:arms|weapons|ammunition)|(?:sites?|warehouses?|buildings?|barges?|trains?|lorr(?:y|ies)|"
    r"trucks?) (?:containing|with|full of|loaded with|carrying|of|holding) (?:\w+ ){0,2}(?:weapons|arms|ammunition|"
    r"fighters|soldiers|troops|lorries|missiles|military)|points? of (?:temporary )?deployment|deployment points?|"
    r"temporary deployment|hide-?outs?|launch(?:er|ing pad|ing site|ing post)s?|tanks?|"
    r"armou?red (?:\w+ )?(?:vehicles?|carriers?|cars?)|fortifications?|trenches|bunkers?|outposts?|"
    r"airfields?|air ?bases?|arsenals?|garrisons?|(?:limited|precise|selected|legitimate), ?"
    r"(?:\w+ )?targets|(?:limited|precise|selected|legitimate) (?:\w+ )?targets|gathering of (?:armed|"
    r"fighters|militants|"
    r"terrorists|rebels|troops)|drones were|(?:foreign )?military advisers)"
)
_UNARMED_PEOPLE = (
    r"(?:(?<!no )civilians?|peasants?|elders?|protesters?|demonstrators?|shepherds?|merchants?|"
    r"labou?rers?|employees?|child|"
    r"children|kids?|wom[ae]n|girls?|boys?|bab(?:y|ies)|infants?|toddlers?|students?|pupils?|"
    r"school ?children|teachers?|"
    r"villagers?|residents?|farmers?|workers?|doctors?|medics?|nurses?|patients?|journalists?|shoppers?|worshipp?ers?|"
    r"churchgoers|market-?goers|passengers?|famil(?:y|ies)|refugees?|displaced|guests?|mourners?|"
    r"fisherm[ae]n|bystanders?|"
    r"pilgrims?|paramedics?|rescuers?|traders?|miners?|herders?|monks?|priests?|schoolgirls?|schoolboys?|"
    r"townspeople|townsfolk|inhabitants?|staff|drivers?|engineers?|travellers?|travelers?|migrants?|unarmed|innocent|"
    r"aid workers?|detainees|inmates|prisoners|commuters|congregation|singers?|musicians|humanitarian|non-combatants?|"
    r"ordinary people|never soldiers|no link to any front|grandmothers?|widows?|cleaners?|cooks?|vendors?)"
)
_UNARMED_SITES = (
    r"(?:hospitals?|clinics?|schools?|kindergartens?|markets?|marketplaces?|bakery|bakeries|mosques?|church(?:es)?|"
    r"homes?|houses?|block of flats|flats|apartments?|dwellings?|residential|weddings?|funerals?|wakes?|concerts?|"
    r"hotels?|bus(?:es)?|minibus(?:es)?|trolleybus|ambulances?|shelters?|universit(?:y|ies)|monaster(?:y|ies)|"
    r"refugee camps?|displaced|settlements? of|detention cent(?:re|er)s?|prisons?|jails?|shops?|cafes?|restaurants?|"
    r"water (?:tower|plant|station)s?|power (?:plant|station)s?|aid (?:convoys?|warehouses?)|humanitarian convoy|"
    r"football (?:pitch|ground)|playgrounds?|theat(?:re|er)s?|orphanages?|clinics?|civilian (?:\w+ )?)"
)
_ARMED = re.compile(rf"\b(?:{_ARMED_SITES}|{_ARMED_PEOPLE})\b", re.I)
_UNARMED = re.compile(rf"\b(?:{_UNARMED_PEOPLE}|{_UNARMED_SITES})\b", re.I)
_SITE = re.compile(rf"\b(?:{_ARMED_SITES}|{_UNARMED_SITES})\b", re.I)
#: Whose place it is, and whom it is aimed against, are not what was hit.
_HELD = re.compile(
    r"[\w-]+(?:-| )(?:held|controlled|run|occupied|backed|led)\b|\b(?:held|controlled|ruled|occupied) by [^,.;]*", re.I
)
#: A noun for one of them before another noun: "terrorist rocket attacks", "rebel stockpile".
_ADJECTIVE = re.compile(
    r"\b(?:terrorist|rebel|militant|insurgent|jihadist|islamist|extremist|separatist|guerr?illa|militia|"
    r"soldier|civilian|"
    r"student|worker|family|home)[\"”'’]*(?=\s+(?!of\b|in\b|on\b|at\b|who\b|and\b|or\b|was\b|from\b|"
    r"with\b|by\b|to\b|for\b|"
    r"m[ae]n\b|members?\b|groups?\b|hous|area|target|positions?\b|cent|site|building|vehicle|convoy|famil)[a-z])",
    re.I,
)
#: "members of Abu Sayyaf", as against "members of the family".
_OF_A_GROUP = re.compile(r"\b(?:members|cadres|men) of (?:the )?[A-Z]\w+")
#: What makes a house a place of arms.
_USED = re.compile(
    r"\b(?:used as|used by|serv\w+ as|turned into|converted|housed|housing|which was housed|in which|containing|"
    r"loaded with|full of|carried|carrying)\b",
    re.I,
)


_USED_BY = re.compile(r"\w used by\b", re.I)
#: The men of a state, with no name for whose they are.
_STATES_MEN = re.compile(
    r"\b(?:soldiers?|troops|servicem[ae]n|policem[ae]n|policewom[ae]n|officers?|police|guards?|conscripts|personnel|"
    r"cadets)$",
    re.I,
)
_NAMED = re.compile(r"[A-Z]")


@functools.lru_cache(maxsize=1 << 13)
def armed(words: str, *, whole: bool = False) -> bool | None:
    """Whether some words speak of people under arms or their works (True), or of the unarmed and theirs (False); None
    where they tell neither, or both. Of words that say of all what they were (`whole`) the first tell."""
    words = _ADJECTIVE.sub(" ", _HELD.sub(" ", words))
    one, other = _ARMED.search(words) or _OF_A_GROUP.search(words), _UNARMED.search(words)
    if one is None or other is None:
        return None if one is other else one is not None
    if whole:
        return one.start() < other.start()
    if other.start() < one.start() and _USED.search(words[other.end() : one.start()]):
        return True
    if one.start() < other.start() and re.fullmatch(r"\s*", words[one.end() : other.start()]):
        return False  # "soldiers' families", "army hospital"
    return None


def is_site(words: str) -> bool:
    """Whether some words name a place or a thing that is hit, and not people."""
    return bool(_SITE.search(_HELD.sub(" ", words)) or _USED_BY.search(words))


def of_the_state(words: str) -> bool:
    """Whether some words count men of a state and do not say of which ("18 policemen")."""
    return bool(_STATES_MEN.search(words)) and not _NAMED.search(words)


@functools.lru_cache(maxsize=1 << 13)
def both(words: str) -> bool:
    """Whether some words have the armed and the unarmed side by side."""
    words = _HELD.sub(" ", words)
    return bool(_ARMED.search(words) and _UNARMED.search(words))


def first_words(words: str, most: int) -> str:
    """The words from those on that tell it, at the most so many characters of them."""
    found = [match.start() for pattern in (_ARMED, _UNARMED) if (match := pattern.search(words))]
    kept = re.split(r" (?:in|at|near|on|after|when) ", words[min(found, default=0) :])[0]
    return kept if len(kept) <= most else kept[:most].rsplit(" ", 1)[0]
