"""Words for parties: nouns that say what sort of party is meant, the names in them, and how an answer shows them."""

from __future__ import annotations

import functools
import re

from counterclaim.link.compare.nouns import singular, without_s

_WORD = re.compile(r"[^\W\d_][\w.]*(?:['’]s\b)?")
ARMED = frozenset(
    "rebel militant terrorist insurgent opposition opponent jihadist extremist separatist guerrilla militia islamist "
    "militiaman secessionist insurgency takfiri outlaw mercenary mercenarie bandit dissident tribesman "
    "gang".split()
)
UNKNOWN = frozenset(
    "gunman assailant attacker bomber man people person youth sniper civilian group it they he she "
    "who that which them i we you someone unknown unidentified robber".split()
)
PEOPLE = frozenset(
    "villager resident inhabitant townspeople townsfolk protester demonstrator crowd mob settler herder herdsman "
    "farmer grower peasant prisoner inmate rioter looter local migrant smuggler elder sheikh".split()
)
OF_A_STATE = frozenset(
    "government regime army military troop police soldier loyalist policeman gendarme commando navy ministry state "
    "paratrooper conscript security pro-government".split()
)
FORCE = frozenset("force air ground fighter unit brigade agent spy operative service sailor marine pilot guard".split())
#: "the Presidential Guard" is of some state, as "the army" is.
GUARDS = frozenset("presidential republican national royal border coast imperial".split())
GROUP = frozenset(
    "network group brigade front movement militia faction organization organisation party cell fighter gang cartel "
    "battalion force militiaman rebel army tribesman militiamen".split()
)
BANDS = frozenset("militia gang faction cartel battalion militiaman militiamen tribesmen".split())
LAWLESS = frozenset("armed residual splinter dissident criminal illegal breakaway bandit youth ethnic tribal".split())
MEANS = frozenset(
    """airstrike strike raid plane warplane jet aircraft helicopter gunship rocket missile shell shelling artillery
    mortar bomb bombing bombardment drone fire gunfire tank attack warship
    gunboat frigate destroyer submarine vessel fighter bomber shellfire sortie gun salvo air""".split()
)
_ARTICLE = re.compile(r"^(?:of(?: the)?|the|a|an|some|several|two|three|other|another|so-called)\s+", re.I)
_SINGULAR = frozenset("rebel militant terrorist insurgent separatist jihadist extremist guerrilla islamist".split())
#: How many words name a party.
_WORDS = 4
COALITION = frozenset({"coalition", "alliance"})
_OWNERS = ARMED | OF_A_STATE | COALITION


def body_of(words: str) -> str:
    """The body of a state that some words for a doer name ("the army", "Tarvian police"), as an answer shows it; empty
    where they only say whose it was ("Tarvian jets")."""
    shown = re.sub(r"(?:['’]s|(?<=regime)s|(?<=government)s)$", "", plain_words(words))
    last = shown.split()[-1:]
    if not last or last[0].lower() in _NO_BODY or not nouns_of(last[0]) & (OF_A_STATE | {"guard"}):
        return ""
    first = shown.split()[0].lower()
    return shown[0].lower() + shown[1:] if first in _COMMON or first in OF_A_STATE else shown


_NO_BODY = frozenset("unit units force side state".split())
#: What words for the forces of a state begin with that is no name.
_COMMON = frozenset("pro-government armed security soldiers troops forces loyalist riot border federal".split())
_MEN_OF = re.compile(
    r"^(?i:(?:(?:our|their|its|an?|the) )?(?:artillery|guns?|shells?|rockets?|missiles?|planes?|jets?|helicopters?|"
    r"drones?|mortars?|snipers?|soldiers|men|units?) of the )"
    r"(?=(?:[A-Z][\w-]+ ){0,2}(?:army|military|government|regime|police|navy|state))|"
    r"^.*\b(?:members?|m[ae]n|fighters?|gunm[ae]n|militants|elements|soldiers|forces|units?|cells?|groups?) of "
    r"(?:the )?(?=(?:\w+ )?[A-Z])"
)


def plain_words(words: str) -> str:
    """The words for a party without its article, weapons and what stands far before: "rebels" of "rebel shelling"."""
    kept = _ARTICLE.sub("", _MEN_OF.sub("", " ".join(words.split()))).split()
    while len(kept) > 1 and nouns_of(kept[-1]) <= MEANS and nouns_of(kept[-2]) & _OWNERS:
        kept.pop()
    if kept and kept[-1].lower() in _SINGULAR:
        kept[-1] += "s"
    return _ARTICLE.sub("", without_s(" ".join(kept[-_WORDS:])))


@functools.lru_cache(maxsize=65536)
def nouns_of(words: str) -> frozenset[str]:
    """All words in the singular, and the parts of those with a hyphen."""
    found = set()
    for word in re.split(r"[\s/]+", words.lower()):
        bare = re.sub(r"^[^\w]+|['’]s$|[^\w]+$", "", word)
        found |= {singular(part) for part in (bare, *bare.split("-")) if part}
        if bare.endswith("men"):
            found.add(bare[:-3] + "man")
    return frozenset(found)


@functools.lru_cache(maxsize=1 << 14)
def names_of(words: str) -> frozenset[str]:
    """The names in some words, in lower case: those with a capital letter."""
    found = [without_s(word) for word in _WORD.findall(words)]
    kept = (
        word for word in found if word[:1].isupper() and not {word.lower(), word.lower().removesuffix("s")} & _NO_NAME
    )
    return frozenset(word.lower() for word in kept if not (nouns_of(word) & (ARMED | GROUP | OF_A_STATE | MEANS)))


_NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december western eastern northern southern foreign allied special army the a an "
    "some several two three islamic armed local its their free "
    "national al united".split()
)
