"""The words of denials: what kind of deed some words speak of, and which words only refer back ("the accusations").

Kinds of deed follow the roots of PLOVER, so that "denied firing on the town" and "shelled the town" meet. They are
lemmas of general English, and hold of any conflict.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from counterclaim.link.compare.nouns import without_s
from counterclaim.link.sought import Sought

_KINDS = {
    "attack": """attack assault storm ambush raid shell bomb bombard bombardment strike airstrike hit target pound fire
        shoot launch rocket mortar missile explosion blast offensive shooting shelling bombing""",
    "kill": """kill murder massacre execute execution slaughter assassinate assassination behead poison atrocity
        genocide slay""",
    "weapon": "chemical sarin chlorine gas phosphorus napalm cluster toxic toxin barrel weapon munition thermobaric",
    "capture": "capture seize take retake recapture overrun occupy occupation annex conquer seizure",
    "breach": "violate violation breach break",
    "support": "support back arm fund finance supply sponsor shelter harbour harbor smuggle equip backing funding",
    "cross": "cross enter invade invasion intrude infiltrate infiltration incursion crossing",
    "hold": "detain arrest kidnap abduct imprison abduction detention hostage jail kidnapping",
    "abuse": "torture abuse mistreat rape abuses",
    "expel": "expel deport evict displace expulsion deportation",
    "block": "block prevent stop bar obstruct hinder blockade impede",
    "destroy": "destroy damage demolish raze burn torch loot looting pillage plunder steal burning",
    "agree": "agree agreement sign accept deal truce ceasefire accord",
    "withdraw": "withdraw withdrawal retreat pull pullout",
    "deploy": "deploy deployment mass amass station",
    "collude": "cooperate collude coordinate cooperation coordination collusion collaborate conspire",
    "meddle": "hack interfere meddle interference meddling",
    "request": "ask request",
    "down": "down downing",
}
#: Predicates that are no deed by themselves: what is said, thought, wanted or known, and verbs that take on anything.
_NO_DEED = frozenset(
    """be have exist do make take get go come give say tell want know see hear think believe expect comment confirm
    verify respond reply answer speak understand feel hope need like seem appear become remain let allow try begin start
    continue include involve use show find identify specify reveal disclose elaborate mention recognize recognise
    acknowledge admit accuse blame deny reject dismiss refuse call announce declare add note claim allege report warn
    decide plan intend seem care mean matter work happen occur cause lead bring put keep leave turn look wait""".split()
)
_KIND_OF: dict[str, set[str]] = {}
for _kind, _lemmas in _KINDS.items():
    for _lemma in _lemmas.split():
        _KIND_OF.setdefault(_lemma, set()).add(_kind)
#: Kinds that tellings of one deed go by, where one report sets them side by side.
_ALIKE = (frozenset({"attack", "kill", "weapon", "destroy", "down"}), frozenset({"hold", "block"}))
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")
_WEAPON = Sought(
    r"\b(?P<chemical>chemical weapons?|(?:chlorine|sarin|mustard|poison(?:ous)?|toxic|nerve) (?:gas(?:es)?|agents?|"
    r"substances?)|sarin|chlorine|nerve agents?|chemicals?|(?<!tear )(?<!tear-)gas(?:es)?)\b"
    r"|\b(?P<cluster>cluster (?:bombs?|munitions?))|\b(?P<barrel>barrel bombs?)|\b(?P<fire>white phosphorus|napalm|"
    r"incendiary (?:bombs?|weapons?|munitions?))",
    re.I,
)
_CHEMICAL = "chemical weapons"
_TEAR_GAS = re.compile(r"\btear[- ]gas\b", re.I)
#: Nouns for what others say, and for having a part in it: a denial of these says nothing of its own.
_REFERRING = re.compile(
    r"\b(?:accusation|allegation|charge|claim|report|assertion|suggestion|rumou?r|involvement|responsibility|role|"
    r"part|link|hand)s?\b|\b(?:it|this|that|them|any (?:had|have|has|did|was|were)|(?:done|doing|did) so)\b",
    re.I,
)
#: What somebody says of another's words to deny them.
UNTRUE = (
    r"(?:baseless|groundless|unfounded|untrue|false|fabricat(?:ed|ion|ions)|not true|a lie|lies|nonsense|propaganda|"
    r"fictitious|a hoax|(?:complete |pure )?inventions?|invented|made up|incorrect|disinformation|no truth|fake news|"
    r"(?:an? )?provocations?|not correspond to (?:the )?(?:reality|truth|facts))"
)
_STOP = frozenset(
    """that this those these have been were with from into their they them there which what when where while after
    before about against also over under upon more most than then some such other only other said says saying have
    having does did doing done being will would could should carried carry carrying attack attacks people reports
    report accusations allegations claims charges against behind responsible responsibility involvement denied deny
    denies repeatedly again any none never ever very during since until between among both each every area year years
    month months week weeks monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december government regime army force forces troops military ministry
    minister president spokesman official officials state group groups""".split()
)
#: Verbs and nouns of denying.
DENYING = Sought(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|reject\w*|dismiss\w*|rebut\w*|disput\w+|disavow\w*|disclaim\w*|"
    r"contradict\w*|repudiat\w+|rul(?:e|es|ed) out)\b",
    re.I,
)
#: Who says this neither asserts nor denies.
NO_STAND = r"\b(?:tak(?:es?|ing|en)|took|ha(?:s|ve|d)) no (?:position|stance|sides?|view|stand|opinion|preference)\b"
#: Nouns for what others say.
TOLD = (
    r"(?:accusations?|allegations?|claims?|charges?|reports?|reporting|assertions?|suggestions?|rumou?rs?|findings?|"
    r"accounts?|statements?|information|stor(?:y|ies))"
)
#: Whoever takes his own words back does not say them any more.
TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w(?:s|n|ing)?|retract(?:s|ed|ing)?|(?:took|takes?|taken|taking) back|dropp?(?:s|ed|ing)?|"
    r"disown(?:s|ed)?|renounc(?:e|es|ed)) (?:[\w’'-]+ ){0,3}(?:claim|statement|report|assertion|allegation|"
    r"accusation|announcement)s?\b",
    re.I,
)
TOLD_NOUN = re.compile(rf"\b{TOLD}\b", re.I)
_TAIL = re.compile(
    r"[,;:–—\"”](?!\d)|(?<!\bthose)\s(?:who|which|while|although|though|but|because|saying|adding|killing|wounding|"
    r"and(?!\s(?:the\s)?(?-i:[A-Z]))|in order|as part|"
    r"including|rather than|instead of|an? (?:accusation|allegation|charge|claim)|according|after|when|where|insisting|"
    r"calling|accusing|despite|that (?:has|have|had|was|were|is|are))\b",
    re.I,
)
#: Words that no question ends with.
_LOOSE = frozenset(
    """a an the of in on at by to for from with near against into over and or as that its their his her some any
    including during like than about between under until since through its those these them whose before
    after""".split()
)
#: Words that a phrase begins with, so that one has ended before them.
_NEXT_PHRASE = frozenset(
    """in on at by to from with near against into over as during between under until since through across after before
    around behind outside inside towards without of for""".split()
)
#: A question has no more words of a claim behind its verb than this.
_LONGEST = 15
_SHORTEST = 4


def stems(words: str) -> Iterable[str]:
    """What each word may be a form of, in lower case: "shelled" gives "shelled" and "shell"."""
    for word in _WORD.findall(words.lower()):
        word = without_s(word)
        yield word
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
                stem = word[: -len(ending)]
                yield stem + ("y" if ending in {"ied", "ies"} else "")
                if ending in {"ings", "ing", "ed"}:
                    yield stem + "e"
                    if stem[-1] == stem[-2]:
                        yield stem[:-1]


@functools.lru_cache(maxsize=1 << 16)
def kinds_of(words: str) -> frozenset[str]:
    """The kinds of deed that some words speak of. Tear gas is no weapon whose use is in dispute as such."""
    words = _TEAR_GAS.sub(" ", words)
    return frozenset(kind for stem in stems(words) for kind in _KIND_OF.get(stem, ()))


def kind_of_lemma(lemma: str) -> frozenset[str]:
    """A kind of its own for a deed that is of no kind here; none for verbs that tell no deed."""
    return frozenset() if lemma.split()[0] in _NO_DEED else frozenset({f"={lemma}"})


def is_known(kinds: frozenset[str]) -> bool:
    """Whether some kinds are of those here, and not only a verb's own."""
    return any(not kind.startswith("=") for kind in kinds)


def alike(left: frozenset[str], right: frozenset[str], *, near: bool = False) -> bool:
    """Whether two sets of kinds can be of one deed; `near`: words for its means and its end count as the same."""
    return bool(left & right) or (near and any(left & group and right & group for group in _ALIKE))


@functools.lru_cache(maxsize=1 << 13)
def weapons_in(words: str) -> frozenset[str]:
    """The sorts of weapon that some words name, where it is a matter of dispute that they were used at all."""
    return frozenset(match.lastgroup for match in _WEAPON.finditer(words) if match.lastgroup)


def weapon_named(words: str) -> str | None:
    """The first such weapon, in the words' own name of it."""
    match = _WEAPON.search(words)
    if match is None:
        return None
    return match.group().lower() if len(match.group().split()) > 1 or match.lastgroup != "chemical" else _CHEMICAL


def refers_back(words: str) -> bool:
    """Whether denied words only point to what was said before ("the accusations", "any involvement", "it")."""
    left = _REFERRING.sub("", words)
    return len(left) < len(words) and not telling_words(left) and not kinds_of(left)


def points_back(words: str) -> bool:
    """Whether denied words point to what was said before, whatever else they say."""
    return bool(_REFERRING.search(words))


def telling_words(words: str) -> frozenset[str]:
    """The words that tell what is spoken of, in lower case and without endings of the plural."""
    found = (without_s(word) for word in _WORD.findall(words.lower()))
    return frozenset(word.removesuffix("s") for word in found if len(word) >= _SHORTEST and word not in _STOP)


def things(words: str) -> frozenset[str]:
    """The telling words that are neither a name nor one for the kind of deed."""
    small = " ".join(word for word in _WORD.findall(words) if word.islower())
    return frozenset(word for word in telling_words(small) if not kinds_of(word))


def cut(words: str) -> str:
    """What follows a verb, as far as a question takes it along."""
    words = f" {' '.join(words.split())}"
    stop = _TAIL.search(words)
    kept = (words[: stop.start()] if stop else words).rstrip(" .!?").split()
    if len(kept) > _LONGEST:
        kept = kept[:_LONGEST]
        ends = [at for at, word in enumerate(kept) if word.lower() in _NEXT_PHRASE and at >= _LONGEST // 3]
        kept = kept[: ends[-1]] if ends else kept
    return trimmed(kept)


def trimmed(kept: list[str]) -> str:
    """Words without those at the end that only lead on to what was cut off."""
    kept = list(kept)
    while kept and kept[-1].lower() in _LOOSE:
        kept.pop()
    return " ".join(kept)
