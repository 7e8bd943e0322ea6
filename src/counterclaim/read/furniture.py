"""The words by which page furniture is known: share buttons, menus, galleries, tag lists, rules, labels of dates.

They are words of the web in general, in English; none belongs to an outlet. Whoever meets furniture that is missed
adds a phrase here.
"""

from __future__ import annotations

import re

from counterclaim.read.dates import MONTH

_ANY_CASE = re.IGNORECASE

#: Words that say "a date of publication follows", and those that say it is of a later change.
PUBLISHED_LABEL = re.compile(
    r"(?:date\s+of\s+publication|publication\s+date|(?:first\s+)?published(?:\s+(?:on|at))?|posted(?:\s+(?:on|at))?|issued(?:\s+on)?"
    r"|date(?:line)?|created|uploaded)\s*[:|-]?\s*$",
    _ANY_CASE,
)
UPDATED_LABEL = re.compile(
    r"(?:(?:last\s+)?(?:updated?|modified|edited|revised|changed)(?:\s+(?:on|at))?)\s*[:|-]?\s*(?:\d{1,2}[:.]?\d{2},?\s*)?$",
    _ANY_CASE,
)
#: The two at the start of a block, with the rest of what may stand before a date.
LABEL = re.compile(
    r"(?:date\s+of\s+publication|publication\s+date|(?:first\s+)?published(?:\s+(?:on|at))?|posted(?:\s+(?:on|at))?|issued\s+on"
    r"|(?<!up)date(?!s)|created|uploaded|(?:last\s+)?(?:updated?(?!s)|modified|edited)(?:\s+(?:on|at))?)\s*[:|-]?\s*",
    _ANY_CASE,
)
#: A time of day behind a date, colon lost or not, with its zone.
TIME = re.compile(
    r"(?:\s*(?:at\b|,|-|–|\||·|•))?\s*(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\b\.?)?|\d{4}(?:\d{2})?(?!\d)|\d{1,2}\s*[ap]\.?m\b\.?)"
    r"(?:\s*\(?(?:UTC|GMT|[A-Z]{2,5}T|[A-Z]{3})\b\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)?\)?)?(?![\w])",
)

#: How a line of furniture begins.
_STARTS = (
    r"follow\s+(?:us|@|me)\b|subscribe\b|sign\s+(?:up|in)\b|log\s+in\b|join\s+(?:us|our)\b|newsletter\b"
    r"|share\s+(?:this|on|via|it)\b|send\s+(?:to|this)\b|tweet\b|e-?mail\s+(?:this|us|article)\b"
    r"|print(?:\s+(?:this|article|page)\b|$)|font\s+size\b|listen\s+to\s+this\b|get\s+short\s+url\b"
    r"|(?:also\s+)?read\s+(?:also|more|next|it)\b|see\s+(?:also|more)\b|you\s+may\s+also\b|click\s+here\b"
    r"|related\s*(?::|articles?|news|stories|topics?|posts?|content)(?!\w)|more\s+(?:from|on|stories|news)\b"
    r"|latest\s+(?:news|stories|see)\b|most\s+(?:read|popular|viewed|shared)\b|watch\s+(?:also|more|the\s+video)\b"
    r"|(?:tags?|keywords?|topics?|category|categories)\s*:|filed\s+under\b"
    r"|photo\s*gallery\b|(?:slider|gallery)\s+images?\b|advertisements?\b|sponsored\b"
    r"|copyright\b|©|all\s+rights\s+reserved\b|(?:privacy|cookie)s?\s+policy\b|terms\s+(?:of|and)\b"
    r"|accept\s+(?:all\s+)?cookies\b|we\s+use\s+cookies\b|contact\s+us\b|about\s+us\b"
    r"|loading\b|please\s+wait\b|skip\s+to\b|back\s+to\s+(?:top|home)\b|download\s+(?:our|the)\s+app\b"
    r"|leave\s+a\s+(?:comment|reply)\b|(?:\d+\s+)?comments?\b(?:\s*\(?\d+\)?)?$|report\s+(?:an?\s+)?(?:error|typo)\b"
    r"|views?\s*:?\s*\d+|\d+\s+(?:views|shares)\b|https?://\S+$"
)
#: The words that whole lines of furniture are made of.
_WORDS = (
    "share|tweet|print|e-?mail|send|save|like|latest|menu|search|home|news|world|politics|sports?|business|opinions?"
    "|culture|video|videos|photos?|gallery|more|see|all|next|previous|prev|top|login|register|subscribe|comments?|reply"
    "|facebook|twitter|whatsapp|telegram|instagram|youtube|linkedin|pinterest|reddit|viber|rss|copy|link|url|by|and|or"
    "|on|via|english|close|open|back|loading|follow|read|also|related|tags|editions?|live|breaking|x|vk"
)
_PHRASE = re.compile(_STARTS, _ANY_CASE)
_ALL_WORDS = re.compile(rf"(?:(?:{_WORDS}|\d+)\b[\W_]*)+", _ANY_CASE)
#: Where one is on a site: "Home > World > Middle East".
_TRAIL = re.compile(r"[\w ]{2,40}(?:\s[>»›]\s[\w ,&'’-]{2,60}){1,6}")
_RULE = re.compile(r"[\W_]+")
_END = re.compile(r"[.!?…]['’”\"»)\]]*$")

#: Furniture inside of a text whose line breaks were lost, at the head of it.
HEAD_PIECE = re.compile(
    r"(?:get\s+short\s+url(?:\s+\d+)*|\(?updated\s+\d{4}[^()]{0,20}\)|topic\s[^()]{3,80}\(\d+\)(?:\s+\d+)*|print\s+tweet|print|tweet"
    r"|views\s+\d+|send\s+https?:?/*\S+|https?:?/*\S+|share\s+(?:on|via)\s\w+|(?:twitter|facebook)(?=\s+[A-Z]|\s+font\b)|font\s+size"
    r"|related|video|photos|title\s*:|(?-i:[A-Z]{2,5})\s+photos?)(?=[\s.,;|]|$)[\s.,;|]*",
    _ANY_CASE,
)
#: The same at its end; what follows is furniture too.
TAIL_PIECE = re.compile(
    r"(?:\bread\s+(?:also|more)\b|\btags\s+(?=\S)|\bsource:?\s+(?-i:[A-Z])|\(source\s*:|\b(?:twitter|facebook|tweet|print|share)\s*$"
    r"|\bcomments?\s+via\b|\bcommunity\s+standards|\bcontact\s+us\b|\bterms\s+of\s+use\b|\bprivacy\s+policy\b|\bcookie\s+policy\b"
    r"|\ball\s+rights\s+reserved\b|\bcopyright\b|\blast\s+updated?\s*:|\b(?-i:[A-Z])\w*\s+contributed\s+to\s+this\s+report\b"
    r"|\bfollow\s+us\b)",
    _ANY_CASE,
)
#: What a page offers in whole sentences behind the story.
TAIL_OFFER = re.compile(
    r"(?<=[.!?]\s)(?:subscribe|sign\s+up|follow\s+us|copyright|all\s+rights\s+reserved)\b", _ANY_CASE
)
#: Who worked on a story, named behind it. Everything from there on is no more of the story.
STAFF = re.compile(r"(?:(?:additional\s+)?(?:reporting|writing|editing)\s+by\s+(?-i:[A-Z]))", _ANY_CASE)
TAGS = re.compile(r"\bTags\s+(?=[^\W_a-z])")
#: Words that open a sentence with a capital and would not stand in a list of tags.
OPENER = re.compile(
    r"(?:The|A|An|At|In|On|As|After|Before|More|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Scores|Hundreds"
    r"|Thousands|Several|Some|Many|It|They|He|She|This|These|There|While|When|With|For|From|Nearly|About|Around|Over)\b"
)
#: A photograph's credit, or the word that says a picture is described.
PHOTO = re.compile(
    r"[(\[][^()\[\]]{0,60}\b(?:photos?|images?|file|archives?|handout|pictures?|screenshot)\b[^()\[\]]{0,40}[)\]]\W*$"
    r"|^(?:file\s+)?(?:photo|image|picture|pictured|caption)\s*[:—–-]|^FILE\s*[:—–-]|\bphoto(?:\s+by|:)\s+[^.]{2,40}\.?$",
    _ANY_CASE,
)
#: What a text says it is, on a line of its own, and whom to ask, in its last one.
_STATED = (
    r"(?:(?:official|press|news|media|public|joint)\s+(?:statement|release|communiqu[eé]|briefing|note|notice)"
    r"|for\s+immediate\s+release|communiqu[eé])"
)
_FORMAT = re.compile(rf"{_STATED}(?:\W+{_STATED})*\W*", _ANY_CASE)
_CONTACT = re.compile(
    r"(?:(?:press|media|public)\s+)?(?:contacts?|enquir(?:y|ies)|inquiries)\s*:|for\s+(?:more|further)\s+information\b",
    _ANY_CASE,
)
_MONTH_LINE = re.compile(rf"(?:{MONTH}),?\s+\d{{4}}", _ANY_CASE)


def is_furniture(line: str) -> bool:
    """Whether a line of a page is furniture: a rule, a share button, a menu, a gallery, "Loading..."."""
    if _RULE.fullmatch(line) or _ALL_WORDS.fullmatch(line) or _TRAIL.fullmatch(line):
        return True
    if not _PHRASE.match(line):
        return False
    # Sentences can begin with the same words ("Read more than once, the letter …").
    return len(line.split()) <= 12 and (not _END.search(line) or line.endswith("..."))


def is_format(line: str) -> bool:
    """Whether a line above a story says what the text is and nothing else ("Press release")."""
    return bool(_FORMAT.fullmatch(line))


def is_contact(line: str) -> bool:
    """Whether a last line says whom to ask ("Contact: press office, 1 Mill Road")."""
    return len(line) <= 200 and bool(_CONTACT.match(line))


def is_month(line: str) -> bool:
    """Whether a line names a month and a year and nothing else, as magazines date themselves."""
    return bool(_MONTH_LINE.fullmatch(line.strip()))
