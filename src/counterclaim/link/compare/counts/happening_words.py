"""How happenings are named, and how a number hangs on one: closed classes of words for `happenings`."""

from __future__ import annotations

import re

from counterclaim.link.sought import Sought

#: Nouns of happenings; those in one row may be words for one happening, and the first of two is the plainer one.
_KINDS = (
    "fire blaze wildfire inferno",
    "explosion blast detonation bombing attack",
    "strike airstrike raid bombing bombardment attack",
    "crash collision derailment accident",
    "collapse cave-in",
    "landslide mudslide avalanche",
    "flood storm cyclone hurricane typhoon tornado",
    "earthquake quake tremor",
    "stampede crush",
    "riot mutiny unrest",
    "sinking shipwreck capsizing accident",
    "clash gunfight shootout firefight battle skirmish attack",
    "rally demonstration march protest",
    "siege blockade",
    "raid storming assault attack",
    "shooting stabbing ambush attack",
    "shelling bombardment strike attack",
    "outbreak epidemic",
    "eruption",
    "crackdown",
    "leak spill accident",
    "operation offensive",
    "poisoning",
)
ROWS = [row.split() for row in _KINDS]
NOUNS = sorted({noun for row in ROWS for noun in row}, key=len, reverse=True)
PLURAL = {"clash": "clashes", "crash": "crashes", "ambush": "ambushes", "crush": "crush", "unrest": "unrest"}
SINGULAR = {**{plural: noun for noun, plural in PLURAL.items()}, "shelling": "shelling", "siege": "siege"}
NOUN = Sought(rf"\b(?:{'|'.join(NOUNS)})(?:e?s)?\b", re.I)
#: What of a kind is told in its name before the noun, and what is hit ("drone strike", "market bombing").
BEFORE = frozenset(
    "air drone rocket missile mortar artillery bomb car truck suicide gas chemical train rail bus plane helicopter "
    "ferry boat ship tram metro road coach mine factory plant mill market mosque church school hotel prison hospital "
    "stadium bridge dam building tower nightclub warehouse depot refinery pipeline silo shrine temple wedding funeral "
    "theatre tunnel border fireworks ammunition gunpowder fuel oil chlorine cholera ebola measles grain apartment "
    "house street forest bush flash night dawn knife food gun grenade land sea naval commando barrel".split()
)
OF_FIRE = re.compile(
    r"\b(?:open(?:ed|ing|s)?|under|set|sets|setting|on|friendly|exchang\w+|heavy|mortar|artillery|sniper|caught|cease"
    r"|return\w*|hunger|general|into|rescue|military|rent|labou?r|sit-down) $",
    re.I,
)
GIVEN = re.compile(
    r".*(?P<given>(?:\b(?:an?|the|this|that|these|those|its|their|another|one|two|three|four|five|six|"
    r"several|twin|double|series of|wave of|string of)|\b\w+day(?: \w+)?['’]s|(?<!day )\b\w+['’]s?) "
    r"(?P<between>(?:[\w’'-]+ ){0,4}))$",
    re.I | re.S,
)
INDEFINITE = re.compile(r"\b(?:another|second|separate|similar|earlier|previous|different)\b", re.I)
PREPOSITION = re.compile(r" (?P<word>at|in|on|of|near|outside|off|inside|aboard|between|against|along|under) ")
#: "A fire broke out at the mill", "an explosion ripped through the market".
CAME = re.compile(
    r" (?:broke out|occurred|happened|took place|started|erupted|"
    r"(?P<through>(?:ripped|tore|swept|raged|went) through)) "
)
#: Who did it says nothing of where: "an attack by gunmen on a police post".
BY = re.compile(r" by (?:[\w’'-]+ ){1,5}?(?=(?:on|at|in|near|against) )")
WORD = re.compile(r"[^\W_](?:[\w’'.-]*[^\W_])?")
TIME = re.compile(
    r" (?:(?:(?:on|in|at|of|early|late|since|around|about|by|before|during) |the |early |late |last |this |next |"
    r"a )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?|"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?|yesterday|today|tonight|overnight|morning|afternoon|evening|"
    r"night|week|weekend|month|year|dawn|dusk|noon|midday|midnight|\d{4}|hours)\b)+",
    re.I,
)
#: What no noun phrase goes on with.
STOP = frozenset(
    "kill kills killed killing leave leaves left leaving claim claims claimed claiming wound wounds wounded wounding "
    "injure injures injured injuring cost costs took takes take has have had is are was were be been being do does "
    "did may might could would will shall should can that which who whom whose where when while after before by "
    "during following as and or but because since until amid said says say saying told tells with from to for into "
    "through than then not also later earlier only just alone so if whether broke breaks hit hits struck strikes "
    "tore ripped swept shook began begins started starts came comes went goes rose rises stood put puts died dies "
    "destroyed damaged trapped buried displaced forced sent brought drew followed lasted happened occurred took "
    "early late last yesterday today tonight overnight shortly soon there here he she it they we i you his her "
    "their its them him this these those across throughout amid among via toward towards despite".split()
)
NO_NAME = frozenset("the a an which that this these those it them him her us me".split())
NO_PHRASE = STOP | frozenset("at in on of near outside off inside aboard between against along under".split())
ARTICLES = frozenset({"the", "a", "an"})
LONGEST = 7
_HARM = (
    r"(?:kill(?:ed|s|ing)?|left|leaves|leaving|claim(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|cost(?:ing)?|"
    r"took|takes|taking|buried|trapped|drowned|displaced)"
)
_ABOUT = (
    r"(?: (?:at|least|more|less|fewer|than|about|around|some|over|nearly|almost|up|to|as|many|a|an|the|total|of|"
    r"another|no|only|just|the|lives|deaths?|lives))*"
)
_NO_VOICE = (
    r"(?:(?!\b(?:where|when|who|whose|and(?! (?:have |had |has )?(?:kill|left|wound|injur|claim))|"
    r"sa(?:id|ys?|ying)|told|claim\w* that|accus\w+|after|before|following|hours|days|later|while|adding|"
    r"whereas|although|but)\b)[^.;:\n])"
)
#: Between a happening and its number: "the fire killed nine", "a raid in which 16", "in the raid, 16 …", "the number of
#: those killed in the siege at 120".
DID = re.compile(rf"{_NO_VOICE}{{0,90}}\b(?:{_HARM}|(?:in|during) which){_ABOUT} $")
PUT_AT = re.compile(
    rf"(?:{TIME.pattern})?(?: (?:at|to|was|is|had|has|stood|stands|reached|rose|risen|climbed|put|been)){{1,3}}"
    rf"{_ABOUT} $",
    re.I,
)
THERE = re.compile(rf"(?:{TIME.pattern})?,{_ABOUT} $", re.I)
IN = re.compile(r"\b(?:in|during|at|from|of|by) (?:[\w’'-]+ ){0,4}$", re.I)
#: Between a number and its happening: "nine workers died in the", "nine were killed when a".
DIED_IN = re.compile(
    rf"{_NO_VOICE}{{0,90}}\b(?:in|during|from|of|by|when|as|at)"
    r"(?: what (?:(?:appear|seem)\w* to (?:be|have been)|\w+ (?:\w+ )?(?:call|describ)\w+(?: as)?))? $"
)
#: "Killed after an explosion": that is of an accident, while a raid may only have come before.
DIED_AFTER = re.compile(r" (?:[\w-]+ ){0,4}?(?:killed|dead|died|missing|injured|wounded|hurt|trapped) after ")
ACCIDENTS = frozenset(
    "fire blaze wildfire explosion blast detonation crash collision derailment accident collapse landslide mudslide "
    "avalanche flood storm cyclone hurricane typhoon tornado earthquake quake stampede crush sinking leak spill "
    "eruption poisoning capsizing shipwreck".split()
)
SETTING = re.compile(
    r" (?:in|near|outside|on|at) (?:the|an?) (?:[\w-]+ ){0,4}?(?:capital|city|town|village|district|province|region|"
    r"area|neighbou?rhood|country|suburbs?|site|scene|street)(?! of [A-Z])(?: of .*)?$"
)
IN_NAMED = re.compile(r" (?:in|at|near|outside|off|on) (?:[a-z]+ )*[^\W\d_a-z]")
#: What people go to.
GATHERINGS = frozenset({"rally", "demonstration", "march", "protest"})
#: "Blamed the attack on the rebels".
BLAMED = re.compile(r"\b(?:blam|pinn)\w+ (?:[\w’'-]+ ){0,5}$", re.I)
#: How far before a bare name its full name is looked for, in characters.
BACK = 1500
SHOUTED = 0.6
