"""What became of those who are counted, where it takes several words to say it: "lost their lives", "laid down their
arms", "were taken to hospital with burns", "the blaze cost 12 lives", "put the dead at 27".

General English only: no phrase here belongs to one side, place or conflict.
"""

from __future__ import annotations

import re
from typing import Final

from counterclaim.records import Happened

_POSSESSIVE = r"(?:their|his|her|its)"
_HOSPITAL = r"(?:[\w'’-]+\s+){0,5}?(?:hospitals?|clinics?|infirmary|field\s+hospitals?|emergency\s+rooms?)"
_HURT = r"(?:injur(?:y|ies)|wounds?|burns|fractures|shrapnel\s+wounds?|concussions?)"
#: Words that may stand between those who are counted and the phrase.
_AUXILIARY = (
    r"(?:(?:that|who|which|have|has|had|having|is|are|was|were|be|been|being|to|also|already|reportedly|allegedly|"
    r"apparently|later|then|since|so\s+far|said|known|reported|believed|feared|confirmed|understood|thought|now|all|"
    r"could|may|might|must|did|there|still|both|themselves|presumed)\s+){0,6}"
)
_PHRASES: Final[tuple[tuple[Happened, str], ...]] = (
    (
        Happened.KILLED,
        rf"(?:los(?:t|e|ing)|g[ai]ven?|giving|paid\s+with|paying\s+with|laid\s+down|laying\s+down)\s+{_POSSESSIVE}\s+li(?:fe|ves)\b"
        rf"|m[ei]e?t(?:ing)?\s+{_POSSESSIVE}\s+(?:deaths?|ends?)\b|put\s+to\s+(?:death|the\s+sword)\b"
        r"|bre?a?o?the?d?\s+(?:their|his|her)\s+last\b|(?:not\s+survive|succumb(?:ed)?)\b"
        r"|l(?:ay|ie|ying)\s+dead\b|(?:burn(?:ed|t)|b(?:eaten|led|attered|ludgeoned)|s(?:tabbed|hot|tarved|toned)|hacked|fro(?:ze|zen)|tortured|"
        r"crushed|trampled|clubbed|choked)\s+to\s+death\b|blown\s+to\s+pieces"
        r"|(?:attain|earn|achiev)(?:ed|ing)?\s+martyrdom\b|(?:paid|pay|paying|made|making)\s+the\s+(?:supreme|ultimate|"
        r"highest|final)\s+(?:price|sacrifice)\b|rendered\s+ineffective\b|found\s+(?:shot\s+|hanged\s+)?dead\b|gunned\s+down\b"
        r"|(?:mown|mowed|cut)\s+down\b|found\s+with\s+their\s+throats\s+(?:cut|slit)\b",
    ),
    (
        Happened.INJURED,
        rf"(?:taken|rushed|brought|admitted|transferred|carried|flown|evacuated|sent|referred)\s+(?:to|into)\s+{_HOSPITAL}\b"
        rf"|(?:sustain(?:ed|ing)?|suffer(?:ed|ing)?|receiv(?:ed|ing))\s+(?:[\w'’-]+\s+){{0,4}}?{_HURT}\b"
        r"|(?:treated(?:\s+(?:in|at|for|by)\b|(?=[^\S\n]*(?:$|[.;,\n])))|(?:were|was|are|been|being)\s+treated|needed\s+(?:medical\s+)?treatment|required\s+(?:medical\s+)?treatment|in\s+hospital|(?:remain(?:s|ed|ing)?\s+)?in\s+(?:an?\s+)?(?:critical|serious|grave|stable)\s+condition|with\s+(?:[\w-]+\s+){0,2}(?:wounds|injuries|burns)|ha(?:ve|s)\s+(?:[\w-]+\s+)?(?:wounds|burns|injuries))\b",
    ),
    (
        Happened.CAPTURED,
        rf"(?:laid|laying|lay|put|putting)\s+down\s+{_POSSESSIVE}\s+(?:arms|weapons|guns)\b|surrender(?:ed|ing)?\b"
        r"|g[ai]ven?\s+(?:themselves|himself|herself)\s+up\b|taken\s+(?:prisoners?|captives?|hostages?)\b"
        r"|fall(?:en)?\s+into\s+(?:[\w'’-]+\s+){0,3}?hands\b|fell\s+into\s+(?:[\w'’-]+\s+){0,3}?hands\b"
        r"|(?:being\s+)?held\s+(?:captive|hostage|prisoner)\b|carried\s+off\b|dragged\s+(?:away|off)\b"
        r"|(?:in|remain\s+in)\s+the\s+hands\s+of\b|in\s+captivity\b",
    ),
    (
        Happened.MISSING,
        r"(?:unaccounted\s+for|not\s+(?:been\s+)?accounted\s+for|go(?:ne|ing)?\s+missing|went\s+missing)\b"
        r"|(?:being\s+)?(?:looked|searched)\s+for\b|not\s+(?:yet\s+)?(?:come\s+(?:home|back)|returned|been\s+(?:seen|found|"
        r"heard\s+(?:of|from)))\b",
    ),
    (
        Happened.DISPLACED,
        rf"(?:le(?:ft|ave)|leaving|abandon(?:ed|ing)?|flee(?:ing)?|fled|forced\s+(?:from|out\s+of)|driven\s+(?:from|out\s+of)|"
        rf"chased\s+(?:from|out\s+of)|los(?:t|ing))\s+{_POSSESSIVE}\s+(?:homes?|houses?|villages?|lands?|dwellings)\b"
        r"|left\s+(?:the|that|their)\s+(?:[\w’'-]+\s+){0,4}?(?:village|hamlet|town|city|district|quarter|neighbou?rhood|camp|"
        r"island|valley|area|capital|region|country|province)s?\b"
        r"|(?:re)?moved\s+(?:out\s+)?(?:from|out\s+of)\b"
        r"|(?:sought|seeking|found|taken|took|taking)\s+(?:refuge|shelter)\b|(?:made|left|rendered)\s+homeless\b"
        r"|(?:crossed|crossing)\s+(?:(?:the\s+border|over)\s+)?into\b|forced\s+to\s+(?:flee|leave|move)\b|on\s+the\s+move\b",
    ),
    (
        Happened.DESTROYED,
        r"burn(?:ed|t)\s+(?:down|out|to\s+the\s+ground)\b|reduced\s+to\s+(?:rubble|ashes|ruins)\b|blown\s+up\b"
        r"|(?:put|knocked|taken)\s+out(?:\s+of\s+(?:action|combat))?\b|set\s+(?:on\s+fire|ablaze|alight|afire)\b"
        r"|(?:gone|went|go)\s+up\s+in\s+flames\b|shot\s+down\b|brought\s+down\b|razed\s+to\s+the\s+ground\b"
        r"|ca(?:ught|tch)\s+(?:fire|alight)\b|l(?:ay|ie|ying|eft)\s+in\s+(?:ashes|ruins|rubble)\b|in\s+(?:ashes|ruins)\b"
        r"|wiped\s+(?:out|off\s+the\s+map)\b|blew\s+up\b",
    ),
    (
        Happened.ARRESTED,
        r"(?:taken|hauled|dragged|carted|marched|picked\s+up)(?:\s+(?:away|off))?\s+by\s+(?:[\w-]+\s+){0,2}?"
        r"(?:police(?:men)?|gendarmes?|security|detectives)\b|taken\s+into\s+custody\b|rounded\s+up\b|caught\b(?!\s+(?:in|up|between|on|by|fire|alight|sight|off|with)\b)|in\s+custody\b|(?:held|placed|remanded)\s+in\s+(?:custody|detention)\b|led\s+away\b",
    ),
    (
        Happened.RELEASED,
        rf"(?:re)?gain(?:ed|ing)?\s+{_POSSESSIVE}\s+(?:freedom|liberty)\b|walk(?:ed|ing)?\s+free\b"
        r"|walk(?:ed|ing)?\s+out\s+of\s+(?:[\w'’-]+\s+){0,2}?(?:prison|jail|gaol|captivity|detention|custody)\b"
        r"|(?:came|come|returned|went)\s+home\s+from\s+(?:captivity|prison|detention)\b"
        r"|set\s+free\b|let\s+(?:go|free|home|out)\b|allowed\s+to\s+go\s+home\b|freed\s+from\b",
    ),
)
_AFTER = tuple(
    (happened, re.compile(rf"[\s,]*{_AUXILIARY}(?:{phrases})", re.IGNORECASE)) for happened, phrases in _PHRASES
)
_FALL = re.compile(
    rf"[\s,]*{_AUXILIARY}f(?:ell|allen)(?:\s+(?:(?:at|near|outside|before|defending)\s+(?:the|their|our)\s+\w+|in\s+(?:the\s+)?(?:battle|fighting|action|combat|clashes|war|line)|"
    r"on\s+the\s+(?:battle)?field(?:\s+of\s+(?:honou?r|battle))?|at\s+their\s+posts?|"
    r"for\s+(?:the|their)\s+(?:country|homeland|fatherland|motherland|nation)|"
    r"in\s+(?:an?|the)\s+(?:[\w’'-]+\s+)?(?:raid|attack|assault|ambush|battle|clash|offensive|operation)|victim|dead|as\s+martyrs?|martyrs?|then|there|that\s+day)\b|(?=\s*(?:[.;]|$)))",
    re.IGNORECASE,
)
#: "47 lost in the bombing"; of things, that they were destroyed.
_LOST = re.compile(
    rf"[\s,]*{_AUXILIARY}(?:l(?:ie|ies|ay)\s+buried\b(?!\s+(?:under|beneath|alive))|lost\s+in\s+(?:[\w'’-]+\s+){{0,5}}?(?:attack|massacre|bombing|strike|raid|blast|explosion|fire|"
    r"battle|fighting|shelling|crash|flood|floods|earthquake|disaster|sinking|collapse|ambush)s?\b)",
    re.IGNORECASE,
)
#: "put the dead at 27", "gave the number of injured as 15", "counted its losses at 13", "the dead numbered 9".
_TOLD_AT = re.compile(
    r"\b(?:(?P<dead>dead|deaths?|death\s+toll|killed|fatalities|losses|slain|victims)"
    r"|(?P<hurt>injured|wounded|injuries|hurt)"
    r"|(?P<missing>missing|disappeared)|(?P<captured>captured|captives|prisoners|hostages)"
    r"|(?P<displaced>displaced|refugees|evacuees|homeless)|(?P<arrested>arrested|arrests|detained|detainees))"
    r"(?:\s+(?!and\b|or\b)[\w'’-]+){0,7}?\s+(?:at|as|numbered|number|come\s+to|came\s+to|amounted\s+to|amount\s+to|"
    r"totall?ed|stands?\s+at|stood\s+at)\s+(?:(?:some|about|around|at\s+least|only|no\s+more\s+than|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)
#: "cost 12 lives", "the loss of nine men", "buried 14 of its fighters".
_RAISED = re.compile(
    r"\b(?:rais\w+|br(?:ing|ings|inging|ought)|tak(?:e|es|ing)|took|push\w*|lift\w*)\s+the\s+(?:number\s+of\s+)?"
    r"(?:(?P<dead>dead|deaths|killed|fatalities|deceased)|(?P<hurt>injured|wounded|injuries))\s+to\s+"
    r"(?:(?:some|about|around|at\s+least|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)
_COST = re.compile(
    r"\b(?:cost(?:ing)?|claim(?:ed|ing|s)?|t(?:ook|aken|aking|akes?))\s+(?:the\s+lives\s+of\s+)?"
    r"(?:(?:some|about|around|at\s+least|more\s+than|over)\s+)?$",
    re.IGNORECASE,
)
_LIVES_OF = re.compile(
    r"\b(?:lives|loss)\s+of\s+(?:(?:some|about|around|at\s+least|more\s+than|over)\s+)?$", re.IGNORECASE
)
#: "Set fire to 70 houses".
_SET_FIRE = re.compile(
    r"\bset(?:s|ting)?\s+fire\s+to\s+(?:(?:some|about|around|at\s+least|more\s+than|over)\s+)?$", re.IGNORECASE
)
_LIVES = re.compile(r"\s*(?:[\w'’-]+\s+)?lives\b", re.IGNORECASE)
_GROUPS: Final[dict[str, Happened]] = {
    "dead": Happened.KILLED,
    "hurt": Happened.INJURED,
    "missing": Happened.MISSING,
    "captured": Happened.CAPTURED,
    "displaced": Happened.DISPLACED,
    "arrested": Happened.ARRESTED,
}


def told_after(words: str, *, people: bool = True) -> tuple[Happened, ...]:
    """What the words right after those who are counted say of them, to the end of the sentence; empty if nothing. Of
    `people` some words say more: they fall in action, where a town falls to somebody."""
    words = words.lstrip("\"”’' ")
    if people and (_FALL.match(words) or _LOST.match(words)):
        return (Happened.KILLED,)
    found = next((happened for happened, phrase in _AFTER if phrase.match(words)), None)
    return () if found is None else (found,)


def told_before(words: str, after: str) -> tuple[Happened, ...]:
    """What the words of a sentence up to a number say of those it counts; `after` are those that follow the number."""
    if match := _TOLD_AT.search(words) or _RAISED.search(words):
        return (next(_GROUPS[name] for name, word in match.groupdict().items() if word),)
    if _LIVES_OF.search(words) or (_COST.search(words) and _LIVES.match(after)):
        return (Happened.KILLED,)
    return (Happened.DESTROYED,) if _SET_FIRE.search(words) else ()
