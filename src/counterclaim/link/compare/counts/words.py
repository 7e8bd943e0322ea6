"""How reports speak of tolls: as parts, as raised, as counted over a wide area, as another source's count of the same.

General English of news, in the order in which `verdicts` asks for it.
"""

from __future__ import annotations

import functools
import re

from counterclaim.link.sought import Sought

_EVENT = (
    r"attacks?|bombings?|blasts?|explosions?|(?:air ?)?strikes?|(?:air ?)?raids?|shelling|bombardments?|incidents?|"
    r"assaults?|massacres?|clash(?:es)?|fighting|ambush|battle|crash|fire|shooting|violence|killings?|operation|"
    r"offensive|crackdown|protests?|riots?|earthquake|floods?|stampede|sinking"
)
_WHAT_IS_HIT = (
    r"towns?|cities|villages?|districts?|neighbou?rhoods?|areas?|parts|provinces?|regions?|governorates?|fronts?|"
    r"locations|sites|places|suburbs|camps|homes|positions|countries"
)

#: Words with which one report passes from one happening to the next.
ANOTHER = Sought(
    r"\b(?:another|separate\w*|elsewhere|meanwhile|in addition|nearby|same neighbou?rhood|"
    rf"(?:other|second|different|later|earlier|further|similar|previous) (?:\w+ )?(?:{_EVENT}|shells?|rockets?|bomb\w*|"
    rf"{_WHAT_IS_HIT}))\b",
    re.I,
)
_PLACE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"(?P<place>[A-Z]\w+)"
)
#: Where a sentence sets what it tells, and the same at its beginning.
SET_AT = re.compile(rf"\b(?:in|at|near|outside)(?: the (?:\w+ ){{1,3}}of)? {_PLACE}")
SET_FIRST = re.compile(rf"\W*(?:In|At|Near|Outside)(?: the (?:\w+ ){{1,3}}of)?(?: neighbou?ring| nearby)? {_PLACE}")
#: The same right before the later of two numbers.
LATER = re.compile(
    r"\b(?:(?:later|earlier)(?! (?:said|says|blam|claim|told|admit|acknowledg|den(?:y|ie)|revis))|also|previous\w*"
    r"|last (?:week|month|year))\b",
    re.I,
)
#: "Wounded nine others": not another happening.
AND_OTHERS = re.compile(r"\b[\w,]+ (?:others|other (?:people|civilians|persons))\b", re.I)
#: A body that is introduced as another voice: "another monitoring group, the …, put it at 30".
ANOTHER_VOICE = re.compile(
    r"\b(?:another|a separate|a second|other) (?:\w+ ){0,3}"
    r"(?:groups?|monitors?|monitoring group|agency|agencies|sources?|officials?|activists?|outlets?|networks?|reports?|"
    r"media|organi[sz]ations?|witness(?:es)?|residents?|doctors?|medics?)\b",
    re.I,
)
#: "Three more died", "another 25", "a further two"; "150 or more" and "nine and no more" come on top of nothing.
MORE = re.compile(
    r"\b(?:another|further|additional|(?!(?:or|and|no|not|nor|any|once|ever|even)\b)\w+ (?:more|further)(?! than))\b",
    re.I,
)
#: "21 others died", and where the sentence ends in which the first of them are told of.
OTHERS = re.compile(r"\b\w+ others\b", re.I)
FULL_STOP = re.compile(r"(?<!\.)\.\s|\n")
#: What those who came to harm are called.
_HARMED = "dead|wounded|injured|hurt|killed|slain|fallen|drowned"
#: A part, by what stands right before its number, and right after it ("fourteen of the victims").
OF_THESE = re.compile(
    rf"\b(?:of (?:which|whom|them|those|these|the (?:{_HARMED}|victims|casualties))|"
    rf"among (?:them|those|the (?:{_HARMED}|victims|casualties))|including|famil(?:y|ies) of|"
    r"of (?:this|that) number|(?:and|while) the other)\b",
    re.I,
)
OF_THEM = re.compile(
    # "Nine, most of them soldiers", "61, fifteen of them children", "30, among them a child": each is the whole.
    r"^[\s\"“”'‘’]*(?!(?:most|some|many|several|all|half|none|both|few|each|nearly|mostly|a|at)\b)"
    r"(?:\w+ ){0,2}(?:of|among) (?:whom|them|those|these|"
    rf"the (?:{_HARMED}|victims|casualties|bodies|corpses)|(?:his|her|my) \w+)\b",
    re.I,
)
#: Words for all who came to harm.
TOLD_AS_TOLL = re.compile(
    rf"\b(?:those (?:killed|injured|wounded|who died)|(?:the|their) (?:{_HARMED})|victims|casualties|"
    r"bodies)\b",
    re.I,
)
#: Of whom a part is told, if that is no word for a toll.
PRONOUN = re.compile(r"\b(?:which|whom|them)$", re.I)
_TOLL = (
    r"(?:death |casualty |overall |total )?"
    r"(?:tolls?|counts?|number of (?:dead|deaths|casualties|victims|wounded|those))"
)
#: A source's own number for what was told already: "gave a lower toll of 31", "put the death toll at 85", "maintains
#: that nine died".
OWN_TOLL = Sought(
    r"\b(?:(?:put|puts|putting|placed|places|placing|set|sets) (?:the |its |their )?(?:\w+ ){0,2}"
    r"(?:toll|number|count|figure|dead|deaths|casualties)|"
    r"(?:gave|gives|giving|gave out|reported|reports|cited|has) (?:a |an )?(?:\w+ )?(?:lower|higher|different|death|"
    r"casualty|smaller|larger)? ?(?:toll|count|figure)|(?:lower|higher|different|conflicting|differing) (?:\w+ )?"
    r"(?:tolls?|figures?|numbers?|counts?)|counted|had (?:counted|recorded|documented)|has documented|"
    r"(?:maintain|insist|reiterat)(?:s|ed|es)? (?:that|only|just|no more)|(?:stands|stood|stuck|sticks) (?:by|to) "
    r"(?:its|the|their))\b",
    re.I,
)
#: A happening named as one that was told already: "the bombings killed 21".
RETOLD = Sought(
    rf"\b(?:(?:the|that|this|those|these|its) (?:[\w-]+ ){{0,2}}(?:{_EVENT})|(?:in|of) it)\b"
    r"|\balso reported the\b|\bwas also reported\b",
    re.I,
)
#: A toll that is told as raised ("could rise" raises nothing).
RAISED = Sought(
    rf"\b{_TOLL}\b[^.]{{0,90}}?(?<!to )(?<!could )(?<!may )(?<!might )(?<!will )(?<!would )(?:"
    r"\b(?:rises|risen|rising|rose|climb\w*|mount\w*|jump\w*|reach\w*|hits|increased|increases|has become)\b)|"
    rf"\b(?:raised|raising|revised|updated|new|latest|final)\b[^.]{{0,20}}\b{_TOLL}\b|"
    r"\b(?:has|had|have) (?:risen|climbed|increased|jumped|grown) to\b|\b(?:rose|climbed|jumped) to\b|"
    r"\b(?:dead|deaths|killed) (?:rises|climbs|jumps) to\b|(?-i:\bUPDATED?\b)",
    re.I,
)
#: A first report of something that is going on.
FIRST_NEWS = re.compile(
    r"(?-i:\bURGENT\b|\bBREAKING\b|\bBreaking(?: [Nn]ews)?:|\bUrgent:)|\bpreliminary (?:reports|toll|count)\b"
)
#: What somebody speaks of as known, and does not count: "condemned an attack that killed 20".
PRESUPPOSED = re.compile(
    r"\b(?:following|after|over|condemn\w*|deplor\w*|mourn\w*|investigat\w*)\b[^.]{0,40}?"
    rf"\b(?:an?|the) (?:[\w-]+ ){{0,2}}(?:{_EVENT})\b[^.]{{0,60}}\b(?:that|which) |"
    r"\b(?:investigat\w*|looking into|examin\w*|aware of) (?:the )?(?:reports?|claims?|allegations?) (?:that|of) ",
    re.I,
)
#: A toll that is expected to rise.
EXPECTED = Sought(
    r"\b(?:toll|number|count|figure|it)\b[^.]{0,60}?"
    r"\b(?:could|may|might|would|will|likely to|expected to|set to|bound to|"
    r"expects? (?:it|the \w+(?: \w+)?) to|fears? (?:it|the \w+(?: \w+)?) (?:will|may|could)) (?:still |yet |further )?"
    r"(?:rise|climb|increase|grow|go up)\b|\bexpects? the (?:death )?toll to (?:rise|climb|increase)\b",
    re.I,
)
#: Who maintains a number gives it now, whatever was said at first.
MAINTAINED = re.compile(r"\b(?:maintain|insist|stick|stuck|stand|stood|reiterat|repeat|still|continu)\w*\b", re.I)
#: A number that is told as overtaken.
OVERTAKEN = Sought(
    r"\b(?:previous|initial|earlier|first|provisional|early|old) (?:\w+ )?(?:tolls?|counts?|figures?|numbers?)\b|"
    r"\binitial (?:reports?|information|estimates?)\b|"
    r"\b(?:initially|previously|earlier|at first) (?:reported|said|put|gave|counted|given|placed)\b|"
    r"\b(?:reported|said|put|gave|counted|given|placed) (?:\w+ )?(?:initially|previously|earlier|at first)\b",
    re.I,
)
#: One count over many places: "across the country", "in and around", "a string of attacks".
WIDE = Sought(
    r"\b(?:across|throughout|nationwide|in and (?:around|near|outside)|(?:string|series|wave|spate|dozens) of "
    rf"(?:[\w-]+ ){{0,2}}(?:{_EVENT}|breaches)|"
    r"(?:several|various|different|numerous|multiple|many|residential|populated) (?:[\w-]+ ){0,2}"
    r"(?:cities|towns|villages|districts|neighbou?rhoods|areas|provinces|regions|governorates|suburbs)|"
    r"(?:different |other |various |several )?parts of|"
    r"separate (?:\w+ )?(?:attacks|strikes|raids|incidents|clashes))\b",
    re.I,
)
ALONE = re.compile(r"\balone\b", re.I)
#: Counted over a long time: what is added up since a year or in a war is another number every week.
LONG = Sought(
    r"\b(?:since (?:the )?(?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|(?:early|mid|late|start|beginning|end|outbreak|onset)\b|"
    r"last (?:year|month|spring|summer|autumn|winter))|"
    r"since (?:[\w-]+ ){0,3}(?:war|conflict|uprising|insurgency|rebellion|revolt|unrest)\b|"
    r"(?:over|in|during|for) the (?:past|last) (?:\w+ )?(?:weeks|months|years)|past \w+ (?:weeks|months|years)|"
    r"(?:in|over|during) (?:the )?(?:recent|past few|last few) (?:days|weeks|months|years)|in recent \w+|"
    r"since [^.,;]{0,60}\b(?:began|begun|started|broke out|erupted)\b|"
    r"per (?:day|week|month)|every (?:day|week|month)|on average|"
    r"(?:last|this) (?:month|year)|in the (?:[\w-]+ )?war\b|(?:year|month|decade)s?-long|"
    r"years of (?:war|fighting|conflict)|"
    r"(?:war|conflict|uprising|insurgency|rebellion) (?:that |which )?(?:has|have|had) )",
    re.I,
)
#: Those whom one place of care has seen.
BROUGHT_IN = Sought(
    r"\b(?:arriv\w+|receiv\w+|brought|taken|admitted|transferred|treat\w+|seen)\b[^.]{0,50}?"
    r"\b(?:hospitals?|clinics?|morgues?|mortuar\w+|infirmary)\b|"
    r"\b(?:hospitals?|clinics?|morgues?|mortuar\w+|infirmary)\b[^.]{0,40}?\b(?:receiv|admit|treat|took in|saw)\w*",
    re.I,
)
#: A day up to which was counted, which is not the day on which it happened ("fifty-one by Friday evening").
AS_OF = Sought(
    r"\b(?:by|until|till|as of|up to) (?:\w+ ){0,2}"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midday|midnight|"
    r"nightfall|dusk|dawn|morning|afternoon|evening|night|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m|\d{1,2} [a-z]+|"
    r"[a-z]+ \d{1,2})\b",
    re.I,
)
#: Sources whose words are a report's own news, one item after the other.
NAMELESS = re.compile(r"\b(?:sources?|correspondents?|reporters?|they|he|she|it)\b", re.I)
#: "All four": those who were told of before, and no count of them.
ALL_OF = re.compile(r"\ball (?:of )?(?:the |these |those |its |his |her |their )?$", re.I)
#: "A pilot", "an elderly man": somebody, who is one.
NAMED = re.compile(r"an? [^\W\d]", re.I)
#: What stands behind this is told of something else: "19 were killed, just hours after an attack on …".
ASIDE = Sought(
    r"\b(?:hours?|days?|weeks?|months?|minutes?|years?) (?:after|before|since)\b|\bsimilar to\b|\bin the wake of\b",
    re.I,
)
#: What stands behind this may be another deed than that of which the number is: "45 died in air strikes after rebels
#: fired mortars".
AFTERWARDS = Sought(
    r"\b(?:after|following|before|in (?:response|retaliation|revenge)|adding that|just as|as well as)\b", re.I
)
#: A number that is told of another happening than the one that is being told of: "the first having killed 47", "a
#: similar bombing that killed 12", "an earlier attack, in which nine died".
OF_ANOTHER = Sought(
    r"\b(?:the (?:first|second|third|other|former|latter|previous|earlier|last)(?: one)? (?:having|had)|"
    rf"(?:an?|the) (?:similar|earlier|previous|separate|different) (?:[\w-]+ ){{0,2}}(?:{_EVENT})\b[^.;:]{{0,50}}"
    r"(?:\bthat|\bwhich|,)(?: had)?) (?:killed|left|claimed|wounded|injured) "
    r"(?:at least |more than |some |about |over )?$",
    re.I,
)
#: Names one of the counted, and counts nobody.
ONE_OF = re.compile(r"\bone of (?:those|these|the|them|its|his|her|their|two|three|four|five)\b", re.I)

#: Outlets that are bodies which speak for themselves, by their names, and those that are press whatever else they are
#: called.
SPEAKS_FOR_ITSELF = re.compile(
    r"\b(?:ministry|police|army|navy|air force|command|front|forces|guards?|office|government|presidency|committee|"
    r"commission|association|society|union|movement|party|council|brigades?|headquarters|delegation|mission|"
    r"organi[sz]ation|administration|network for|cent(?:re|er) for|"
    r"(?:emergency|relief|security|aid|management|refugee) agency)\b",
    re.I,
)
PRESS = re.compile(
    r"\b(?:news|wire|press agency|times|gazette|herald|daily|weekly|post|radio|television|tv|channel|monitor|"
    r"tribune)\b",
    re.I,
)


def is_wide(words: str) -> bool:
    """Whether words count over many places; "in … alone" does not."""
    return bool(WIDE.search(words)) and not ALONE.search(words)


def own_toll(before: str) -> bool:
    """Whether the words before a number tell it as somebody's own count, and not as one that was overtaken since."""
    found = OVERTAKEN.search(before)
    if found is None:
        return bool(OWN_TOLL.search(before))
    since = before[found.end() :]
    return bool(MAINTAINED.search(since) and OWN_TOLL.search(since))


@functools.lru_cache(maxsize=1 << 12)
def raises(words: str) -> bool:
    """Whether some words say that a toll rose."""
    return bool(RAISED.search(words))
