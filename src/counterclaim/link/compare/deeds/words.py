"""Words that tell of deeds of violence: what was done, what it hit, and how somebody is blamed for it."""

from __future__ import annotations

import functools
import re

from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.sought import Sought

#: Words for what a deed hits that are in English news the same whoever tells it.
_TARGETS = Sought(
    r"\b(market(?:place)?|bazaar|hospital|clinic|school|wedding|funeral|wake|bus|minibus|trolleybus|tram|convoy|mosque|"
    r"church|cathedral|temple|shrine|hotel|plane|jet|helicopter|airliner|camp|checkpoint|bridge|dam|port|harbou?r|"
    r"station|factory|plant|embassy|consulate|airport|airbase|prison|jail|bakery|tunnel|pipeline|ship|tanker|vessel|"
    r"ferry|barge|boat|raft|train|cafe|restaurant|university|college|orphanage|kindergarten|shelter|warehouse|depot|"
    r"refinery|patrol|ambulance|museum|palace|parliament|monastery|barracks|oilfield|gathering|procession|rally|"
    r"theatre|theater|stadium|headquarters|cemetery|power line|mine|mill|silo|well|reservoir|pump|substation|"
    r"crossing|roadblock|outpost|mint|supermarket|mall|pharmacy|granary|courthouse|town hall|village hall)(?:e?s)?\b",
    re.I,
)
_FOLD = {
    "marketplace": "market", "bazaar": "market", "airliner": "plane", "jet": "plane", "theatre": "theater",
    "harbour": "harbor", "chopper": "helicopter", "gunship": "helicopter",
    "clinic": "hospital", "vessel": "ship", "jail": "prison",
    "consulate": "embassy",
    "minibus": "bus", "trolleybus": "bus", "cathedral": "church", "barge": "ship", "raft": "boat", "mall": "market",
    "centre": "center", "supermarket": "market", "wake": "funeral", "roadblock": "checkpoint", "kindergarten": "school",
}  # fmt: skip
#: What many deeds hit: it does not tell one from another.
NO_TARGET = frozenset(
    "area city town civilian position troop village neighborhood neighbourhood district people person militant rebel "
    "terrorist fighter force attack rocket missile shell bomb airstrike strike mortar civilian part site target region "
    "province place house home building resident gunman child woman man weapon member headquarters them it he vehicle "
    "car truck range hundred dozen thousand score number monitor women children men guerrilla peasant "
    "guerilla separatist insurgent jihadist students student teacher "
    "worker resident people families family victim passenger extremist combatant life quarter suburb settlement she "
    "nothing nobody anything anybody none one other "
    "they who whom which that those these us we half rest most many some several fire seizure total".split()
)
CONDEMNS = re.compile(
    r"\b(?:condemn|denounc|deplor|decri|call\w* for (?:an end|a halt|an inquir|an investigation))", re.I
)
MAYBE = Sought(
    r"\bwho (?:is|was|are|were) (?:responsible|behind|to blame)|"
    r"\b(?:if|whether|would|could|should|unless|until|cannot|not clear|unclear)\b",
    re.I,
)
HEDGED_NARRATION = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam\w+|claim(?:s|ed)? (?:that|responsib\w+)|suspect\w*)\b", re.I
)
ALWAYS_FORCE = frozenset(
    "poison assassinate loot burn sabotage sink abduct kidnap torch behead hijack torpedo ambush lynch shell "
    "bombard".split()
)
PLAIN_FORCE = frozenset({"attack", "kill", "down"})
ACCUSES = re.compile(r"\b(?:accus|blam|point(?:ed|s|ing)? (?:the|a) finger|implicat)", re.I)
#: Deeds that are told in passing, as what goes on: no one happening.
GOES_ON = Sought(
    r"\b(?:repeatedly|regularly|routinely|in recent (?:days|weeks|months|years)|for (?:days|weeks|months|years)|"
    r"continu\w+|every day|daily|since (?:\d{4}|the (?:start|beginning))|(?:multiple|several|many|numerous) occasions|"
    r"(?:two|three|four|several|many|\d+) times|last year|previously|in the past|over the (?:past|last)|often|"
    r"usually|have all)\b",
    re.I,
)
#: Verbs of deeds that somebody may be blamed for.
DONE = frozenset(
    "attack assault raid storm ambush strike hit target shell bomb bombard pound fire shoot airstrike launch use "
    "deploy employ drop kill massacre murder execute slaughter down blow destroy burn torch gas poison assassinate "
    "abduct kidnap loot sink sabotage detonate plant behead hijack seize demolish torpedo gun set explode bombing "
    "light ignite raze ravage blast wound injure maim rape lynch stab slay hang ram crush damage wreck "
    "batter strafe rocket detain arrest".split()
)
#: Words that point back to a deed: with a charge of these alone, the charge is of what was told before.
BACK = re.compile(
    r"\b(?:it|this|the (?:attack|bombing|blast|explosion|strike|shelling|raid|killing|massacre|incident|shooting|"
    r"fire|ambush|crash|violence|bombardment|assault|murder|assassination|crime|atrocity|carnage)s?|responsib\w+|"
    r"that (?:attack|bombing|blast|strike|shelling|raid)|"
    r"the (?:killers|murderers|attackers|assailants|perpetrators|culprits|arsonists|kidnappers))\b",
    re.I,
)
#: Words of blame; whom they are about stands before them, or behind "by", "of", "on" and "to".
BLAMES = Sought(
    r"\b(?:responsible(?: for)?|(?:was|were|is|are|been|being|stood|stands) behind|to blame|(?:carried out|committed|"
    r"perpetrated|staged|conducted|mounted|orchestrated) by|the work of|"
    r"(?:bears?|bore) (?:\w+ ){0,2}responsibility|(?:blamed|pinned) on|attributed to|"
    r"put(?:s|ting)? (?:it|this|that|the \w+) down to|"
    r"(?:responsibility|blame|guilt) (?:\w+ ){0,4}(?:lies|lay|rests|rested|falls|fell) (?:\w+ ){0,2}(?:with|on))\b",
    re.I,
)
#: "blamed the attack on …"
ON = re.compile(r"^(?:the|this|that|an?|it)\b.*?\bon (?=\w)", re.I)
AND_BLAMED = re.compile(
    r"\b(?:and|but|instead|,)\s+(?:has |have |instead |in turn )*(blam\w+|accus\w+)\s+(?:it on\s+)?", re.I
)
_QUALIFIER = (
    r"(?:(?!(?:from|by|of|the|to|on|with|and|or|that|against|as|for|in|at|were|was|are|is|those|these|some|their|"
    r"his|"
    r"its|blam(?:ed?|es)|accus(?:ed?|es)|sa(?:id|ys)|urges|which|but|not|when|while|where|after) )[\w-]+ )?"
)
ARMED_WORDS = Sought(
    rf"\b(?:{_QUALIFIER}(?:rebels?|militants?|terrorists?|insurgents?|separatists?|jihadists?|guerrillas?|extremists?|"
    r"outlaws?|mercenar(?:y|ies)|militias?)|"
    r"opposition(?: (?:fighters|forces|groups))?|(?:terrorist|rebel|armed) groups?)\b",
    re.I,
    within=2,
)
#: Forces that no name stands beside ("the army", "government troops").
STATE_WORDS = Sought(
    r"\b(?:the )?(?:(?:government|regime|army|military|state|security|pro-government|loyalist) )?"
    r"(?:army|military|government|regime|troops|soldiers|police|forces|(?:coast|border|presidential|republican) "
    r"guards?)\b"
)
#: People who bear no arms by their name, as doers ("the villagers", "a crowd of protesters").
PEOPLE_WORDS = Sought(
    rf"\b(?:the )?{_QUALIFIER}(?:villagers|residents|inhabitants|townspeople|townsfolk|protesters|demonstrators|"
    r"crowd|mob|marchers|worshippers|strikers|supporters|"
    r"settlers|herders|herdsmen|farmers|growers|peasants|prisoners|inmates|rioters|looters|locals|migrants|"
    r"elders|sheikhs|clergy|people of the "
    r"villages?|smugglers)\b",
    re.I,
    within=4,
)
#: Weapons, and what carries them.
MEANS_WORDS = (
    r"(?:air ?strikes?|air raids?|strikes?|raids?|planes?|warplanes?|jets?|jet fighters?|aircraft|helicopters?|"
    r"gunships?|rockets?|missiles?|shells?|shelling|artillery|mortars?|howitzers?|guns?|bombs?|bombing|bombardment|"
    r"drones?|fire|gunfire|tanks?|warships?|gunboats?|frigates?|submarines?|bullets?|rounds?|snipers?|launchers?|"
    r"bombers?|cannons?|grenades?|projectiles?|air force|attacks?)"
)
#: What weapons do where they land.
LANDED = re.compile(
    r"\b(?:hit|hits|struck|strikes?|kill\w*|wound\w*|injur\w*|land(?:ed|ing)|fell|fall(?:s|en|ing)|burst\w*|explod\w*|"
    r"destroy\w*|damag\w*|target\w*|pound\w*|bomb(?:ed|ing|s)?|shell(?:ed|ing|s)?|fir(?:ed|ing|es)|open(?:ed|ing) fire|"
    r"gone through|went through|tore|slam\w*|crash\w*|attack\w*|raid(?:ed|ing)?|did (?:so|it|this)|massacre\w*|"
    r"committed|drop\w*|launch\w*|brought down|shot down|caus\w+|set fire|burn\w*|rain\w*)\b",
    re.I,
)
#: What is done to somebody.
SUFFERED = (
    r"(?:attack(?:ed|s)?|assault(?:ed|s)?|ambush(?:ed)?|raid(?:ed)?|shot(?: at| dead| down)?|kill(?:ed|ings?)|"
    r"murder(?:ed|s)?|execut(?:ed|ions?)|massacre[ds]?|slaughter(?:ed)?|burn(?:ed|t|ing)|torched|lit|set on fire|"
    r"set alight|put to death|shell(?:ed|ing)|bomb(?:ed|ing|ardment|arded)|hit|str(?:uck|ikes?)|"
    r"fired(?: at| on| upon)?|"
    r"launched|carried out|committed|perpetrated|abduct(?:ed|ion)|kidnap(?:ped|ping)|destroyed|destruction|blown up|"
    r"planted|detonated|targeted|loot(?:ed|ing)|raped|beaten|stabbed|hanged|lynched|downed|brought down|poisoned|"
    r"gassed|stormed|overrun|razed|wounded|injured|(?:loaded|packed|rigged|laden|stuffed) with)"
)
#: A doer against whom another account is set: "it was they who", "our own side", "the army itself".
STRESSED = re.compile(r"\bit (?:was|is|had been|were) \W*$|\bown\b|\b(?:themselves|itself|himself|herself)\b", re.I)
#: What a doer does, in any form of the verb.
VIOLENT = Sought(
    r"\b(?:attack\w*|assault\w*|ambush\w*|raid(?:ed|ing)|(?:had )?shot|shoot\w*|kill\w*|murder\w*|execut(?:ed|ing)|"
    r"massacre\w*|slaughter\w*|burn(?:ed|t|ing)?|torch\w*|lit|set (?:\w+ )?(?:on )?(?:fire|alight|ablaze)|"
    r"put (?:\w+ )?to death|shell(?:ed|ing)?|bomb(?:ed|ing|arded)?|hit|struck|fir(?:ed|ing)|open(?:ed|ing)? fire|"
    r"launch\w*|carried out|committed|perpetrated|"
    r"abduct\w*|kidnap\w*|destroy\w*|blew up|blown up|plant(?:ed|ing)|detonat\w+|"
    r"loot(?:ed|ing)?\b|storm(?:ed|ing)|fell short|gone through|razed|wounded|injured|dropp?ed|"
    r"started the (?:fire|fighting)|"
    r"responsible|behind (?:the|it|this))\b",
    re.I,
)
#: What came flying, and where it came from: "the fire had come from positions of …", "fired from ground held by …".
CAME_FROM = Sought(
    r"\b(?:(?:fire|shells?|shelling|rockets?|missiles?|rounds?|shots?|bullets?|bombs?|mortars?|projectiles?|attacks?|"
    r"strikes?|drones?|planes?|it|they|which|that)\b[^.;]{0,50}?\b(?:c[oa]me|coming|comes|originat\w+|fired|launched|"
    r"shot|dropped|flew|taken off)|under fire)\b[^.;]{0,30}?\bfrom (?:among |within |inside )?(?:the )?(?=\w|$)",
    re.I,
)
#: Who did it is not known, or nobody says it.
_ACT = (
    r"(?:attack|bombing|blast|explosion|strike|shelling|raid|killing|massacre|incident|shooting|fire|ambush|assault|"
    r"murder|assassination|bombardment|abduction|kidnapping|poisoning|sabotage|crash|drone|shell|rocket|missile)s?"
)
UNKNOWN_DOER = re.compile(
    rf"\b(?:(?:not|n['’]?t|un|no)\s*(?:\w+ ){{0,3}}(?:clear|known|certain|establish\w*|determin\w*|identif\w*|say|tell|"
    rf"verif\w*|confirm\w*|sure)|unclear|unknown|impossible to (?:say|tell|establish|determine|know))\b[^.;]{{0,60}}?"
    rf"\b(?:who(?:se)?\b(?! (?:was|were) (?:killed|hurt|wounded|among|inside|in))|which side|by whom|whether\b[^.;]*?"
    rf"\bor\b|from (?:where|which)|where (?:the|it|they)\b[^.;]{{0,30}}?from|responsib\w+)|"
    rf"\b(?:no|not any|none of the) (?:\w+ ){{0,2}}(?:one|group|party|side|organi[sz]ation|body|faction)s?\b"
    rf"[^.;]{{0,30}}?\b(?:claimed|taken|took|assumed|admitted)\b[^.;]{{0,20}}?\bresponsib\w+|"
    rf"\b(?:unidentified|unknown) (?:\w+ ){{0,2}}(?:gunmen|attackers?|assailants?|aircraft|planes?|warplanes?|jets?|"
    rf"drones?|men|perpetrators?)\b|"
    rf"\b(?:origin|author|perpetrator)s? of the {_ACT} (?:\w+ ){{0,2}}(?:not|unknown|unclear|could not)\b",
    re.I,
)
#: Verbs with which a noun tells what was done ("carried out the raid").
COMMITS = frozenset({"carry out", "commit", "perpetrate", "conduct", "stage", "mount", "orchestrate"})
VIOLENT_NOUN = Sought(rf"\b(?:{_ACT}|crimes?|air ?strikes?|atrocit\w+|slaughter|dispersal|carnage|pogroms?)\b", re.I)
#: Verbs whose object is what was used.
FIRES = frozenset("fire launch use deploy employ drop set plant".split())
#: What the doers may have come in.
ALSO_MEANS = frozenset({"plane", "helicopter", "ship", "boat", "train"})
#: "the", "that" before the noun of a deed, with a word between.
DEFINITE = re.compile(r"\b(?:the|this|that|these|those) (?:\w+ )?$", re.I)
PRONOUNS = frozenset("it them this that".split())
#: What is fired at something else.
FIRED = frozenset(
    "shell rocket missile bomb mortar round shot grenade artillery torpedo projectile barrel drone".split()
)


_FIRST_SHOT = Sought(
    r"\b(?:(?:fired|shot|shooting|attacked|struck) first|(?:fired?|shot) the first|first (?:to (?:fire|shoot|open fire|"
    r"attack|strike)|shots?|bullets?)|started (?:the )?(?:shooting|firing|fight\w*|violence))\b",
    re.I,
)
_OPENS = Sought(
    r"\b(?:open(?:ed|ing)? fire|(?:began|begun|started) (?:to (?:fire|shoot)|firing|shooting)|"
    r"(?:began|started|erupted|broke out)\b[^.;]{0,40}\bwhen\b[^.;]{0,60}\b(?:fired|shot|attacked))\b",
    re.I,
)
#: Kinds of deed: somebody is said to have fired first, or to have opened fire.
FIRST_SHOT, OPENS = "first shot", "opens"


@functools.lru_cache(maxsize=1 << 13)
def shots_in(words: str) -> frozenset[str]:
    """Whether some words tell who fired first, or that fire was opened."""
    first = bool(_FIRST_SHOT.search(words))
    return frozenset({FIRST_SHOT, OPENS} if first else {OPENS} if _OPENS.search(words) else ())


#: What else had been hit before: "bombed the rebels after the blast on a bus".
_LATER = re.compile(r"(?<=\w)\s(?:after|following|in (?:response|retaliation|revenge|reprisal))\b[^,;]*", re.I)


@functools.lru_cache(maxsize=1 << 13)
def targets_in(words: str) -> frozenset[str]:
    """What some words name of things that are hit: a market, a bus, a hospital."""
    found = (match.group(1).lower() for match in _TARGETS.finditer(_LATER.sub("", words)))
    return frozenset(_FOLD.get(noun, noun) for noun in found)


def folded(phrase: str) -> str:
    """The head of a phrase for what was hit, under the one name for things of its kind."""
    noun = head_noun(phrase)
    return _FOLD.get(noun, noun)
