"""The words by which an hour is known to be of one moment of one kind of deed (closed lists)."""

from __future__ import annotations

import re

from counterclaim.link.compare.pairs import ONE_MORE
from counterclaim.link.sought import Sought

#: Kinds of deed by their words; a word that may stand for several kinds has them all.
_ROWS = (
    ("blast", r"explo\w+|blasts?|detonat\w+|bl[eo]wn? up|went off|going off|bombs?|grenades?"),
    ("blast air shell", r"bombed|bombing|bombardments?|bombarded"),
    ("shell", r"shell(?:s|ed|ing)?|mortars?|artillery|barrages?|howitzers?|projectiles?|salvos?|volleys?"),
    ("shell air", r"rockets?|missiles?"),
    ("air", r"air ?strikes?|air raids?|drones?|jets?|warplanes?|planes|aircraft|sorties?"),
    ("air storm", r"raid(?:s|ed)?"),
    ("shell air blast", r"str(?:ikes?|uck|iking)|hit"),
    (
        "shell air blast shoot storm fight",
        r"attack\w*|targeted|(?:fell|fallen|set) upon|fell on (?:a|an|the|their|our|his)\b",
    ),
    ("shoot storm fight blast", r"ambush\w*"),
    ("shoot", r"shot|shots|shoot\w*|gunfire|gunshots?|opened up|machine[- ]gun\w*|volley"),
    ("shoot shell", r"opened fire|open fire|fired|firing|guns"),
    ("storm shoot", r"assault\w*"),
    (
        "storm",
        r"storm(?:ed|ing)|operations?|offensive|incursion|intervention|clearance|broke in\w*|burst in\w*|moved in"
        r"|went in|advance[ds]?|sweep|dispersal|dispersed",
    ),
    ("storm arrive", r"enter\w*|came into|poured into|rolled into"),
    ("fight shoot", r"fight(?:ing)?|fought|clash\w*|battle\w*|firefight|gunfight|exchange of fire|shoot-?out"),
    (
        "crash",
        r"crash\w*|c[oa]me down|brought down|shot down|shooting down|downed|sank|sunk|sinking|capsiz\w+|derail\w+"
        r"|collid\w+|collision|ramm\w+|(?:went|going) down(?! (?:the|an?|to|into|well)\b)|collaps\w+|overturn\w*"
        r"|ran aground|came to grief",
    ),
    (
        "burn",
        r"(?:the|a) (?:[\w-]+ )?(?:fire|blaze)|fire in|blaze|smoke|flames|burn(?:ed|t|ing)|set fire|alight|torched"
        r"|ablaze|caught fire|on fire",
    ),
    ("arrive", r"arriv\w+|reach(?:ed|ing|es)?|came|come|got (?:to|there)|turned up|appeared|landed|pulled in"),
    (
        "leave",
        r"left|leav(?:e|es|ing)|depart\w*|set (?:out|off)|withdr\w+|pull(?:ed|ing) (?:out|back)|fled|evacuat\w+"
        r"|sailed|took off|taken off|walked out|drove off|drove away|moved out|marched out",
    ),
    ("call", r"call(?:s|ed)?|telephon\w+|rang|phoned|distress|mayday|alarm|alert(?:ed)?|radioed"),
    ("warn", r"warn(?:ed|ing|ings)"),
    ("order", r"orders?|ordered"),
    ("due", r"deadlines?|ultimatums?|expir\w+|ran out|run out"),
    (
        "arrest",
        r"arrest\w*|detain\w*|detention|abduct\w*|kidnap\w*|seized|seizure|picked up|taken away|led away|dragged",
    ),
    ("free", r"releas\w+|freed|hand(?:ed|ing|over) ?over|handover|exchang\w*|swap\w*|let go|set free|rescued"),
    ("truce", r"truce|cease-?fire|armistice|cessation|lull"),
    ("talk", r"talks|negotiat\w+|met|meeting|summit|session|conference"),
    ("sign", r"sign(?:ed|ing)|signature"),
    ("find", r"found|discover\w+|recover\w+"),
    ("take", r"captur\w+|seized|overr[au]n|fell|fallen|retak\w+|retook|recaptur\w+|liberat\w+|took control|taken"),
    ("shut", r"clos(?:ed|ure|ing)|shut|block\w*|sealed"),
    ("cut", r"went dead|cut off|power cuts?|blackout|outage|went out|without power|disconnected"),
    ("die shoot blast", r"kill\w*|murder\w*|execut\w+"),
    ("die", r"died|dies|death"),
    ("curfew", r"curfew"),
)
LABELS = tuple((Sought(rf"\b(?:{words})\b", re.I), frozenset(labels.split())) for labels, words in _ROWS)
#: Kinds of deed that are one attack in the words of its witnesses, those among them that a weapon tells, and others of
#: which a report tells but one.
ATTACKS = frozenset("blast air shell shoot storm fight".split())
WEAPONS = frozenset("blast air shell".split())
SINGLE = ATTACKS | frozenset("due truce curfew burn crash".split())
#: Kinds that are not begun every day, and those that are over in a moment.
LASTING = frozenset("due truce curfew".split())
SUDDEN = frozenset("blast crash".split())
#: Other words that "came" and "fell" may stand for.
FALLS = frozenset({"take", "arrive", "crash"})
#: Words for deeds that only tell of what sort a thing is.
MODIFIED = re.compile(
    r"\bcall(?:ed|ing)? off\b|\b(?:press|news) conferences?\b|\bfirefighters?\b|\b(?:fire|bomb) (?:brigades?|services?"
    r"|stations?|squads?|departments?|engines?|trucks?|crews?|shelters?|chiefs?|fighters?)\b"
    r"|\b(?:talks|ceasefire|truce|attack|strike|assault) (?:teams?|helicopters?|rifles?|violations?|monitors?)\b",
    re.I,
)
#: Verbs that say that what their subject tells of began, ended or went on.
BEGIN = re.compile(
    r"\b(?:beg[aiu]n|begins|beginning|started|starts|starting|start|broke out|break out|broken out|opened with|erupted"
    r"|commenced|got under way|took effect|(?:came|come|went) into (?:force|effect)|ha(?:s|ve) been in force|set in)\b",
    re.I,
)
END = re.compile(
    r"\b(?:ended|ends|stopped|ceased|(?:was|were) over|finished|concluded|died down|fell silent|was lifted"
    r"|came to an end|(?:went on|continued|lasted|raged) until|(?:was|were) put out)\b",
    re.I,
)
STILL = re.compile(r"\b(?:continued|went on|raged|(?:was|were) (?:still )?under way|lasted)\b", re.I)
#: Verbs by which a time is given, whose deed is a noun beside them.
LIGHT = re.compile(
    r"be|was|were|is|been|occur(?:red|s)?|happen(?:ed|s)?|t[oa]ken? place|took place|put|puts|gave|give|given|timed?"
    r"|dated?|hear|heard|see|saw|seen|felt|feel|record(?:ed)?|register(?:ed)?|log(?:ged)?|establish(?:ed)?|fix(?:ed)?"
    r"|set|follow(?:ed)?|launch(?:ed)?|mount(?:ed)?|open(?:ed)?|come|came|fall|fell|fallen|fire(?:d)?",
    re.I,
)
COME = re.compile(r"come|came|comes", re.I)
#: Verbs that are looked for by their words, as reports' claims often lack them.
VERBS = re.compile(
    r"\b(?:occurred|happened|took place|taken place|(?<=had )come|came|fell|fallen|set out|set off|opened fire"
    r"|w(?:as|ere)(?=\s+(?:at|around|about|shortly|just|towards?|close)\b)|opened up|heard|saw|seen|felt|expires?d?"
    r"|runs? out|ran out|(?:has|have|had) until)\b",
    re.I,
)
#: Verbs by which somebody noticed what happened, or that are done with it.
BE_SEEN = re.compile(r"seen|heard|felt|fired|recorded|received", re.I)
#: Verbs whose object says what was done.
NO_DEED = frozenset(
    "carry make give put do get have go commit conduct stage launch mount open throw send issue receive transmit raise "
    "sound record".split()
)
#: The time at which something was said, or learned of.
SAYS = re.compile(
    r"sa(?:y|ys|id)|t(?:ell|old)|assured?|announced?|state[ds]?|repeat(?:ed)?|wr[io]te|written|declared?|reported"
    r"|publish(?:ed)?|posted|tweeted|briefed|confirm(?:ed)?|denied|deny|learn(?:t|ed)?|spoke|speak|interview(?:ed)?"
    r"|claim(?:ed)?|added|admit(?:ted)?|update[d]?|broadcast",
    re.I,
)
DUE = re.compile(
    r"\b(?:deadline|ultimatum)\b|\b(?:given|gave|have|has|had)\b[^.;]{0,40}\buntil\b|\bexpire[ds]?\b|\bto run out\b",
    re.I,
)
SUBORDINATE = re.compile(
    r"(?:once|when|as|while|after|before|with|according|minutes|hours|just|shortly|two|some)\s", re.I
)
#: One more of its kind, which is not the one that another account gives an hour for.
ANOTHER = re.compile(
    rf"{ONE_MORE}|\banother (?:\w+ )?(?:blast|explosion|bomb|attack|raid|strike|shell|salvo|volley|device|car|wave"
    r"|round)",
    re.I,
)
#: How an attack begins.
FIRST = re.compile(
    r"\bfirst (?:\w+ ){0,2}(?:shots?|shells?|salvos?|rounds?|rockets?|explosions?|blasts?|bombs?|mortars?|missiles?"
    r"|strikes?|volleys?|planes?|aircraft|smoke|flames)\b|\bopened (?:fire|up)\b"
    r"|\b(?:began|begun|started|broke out)\b",
    re.I,
)
