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
    r"(?:date\s+of\s+(?:publication|issue|release)|publi(?:cation|sh(?:ed)?)\s+date|(?:first\s+)?published(?:\s+(?:on|at))?|posted(?:\s+(?:on|at))?|issued(?:\s+on)?"
    r"|date(?:line)?|created|uploaded|released?(?:\s+on)?|sent)\s*[:|-]?\s*$",
    _ANY_CASE,
)
UPDATED_LABEL = re.compile(
    r"(?:(?:last\s+)?(?:updated?|modified|edited|revised|changed)(?:\s+(?:on|at))?)\s*[:|-]?\s*(?:\d{1,2}[:.]?\d{2},?\s*)?$",
    _ANY_CASE,
)
#: The two at the start of a block, with the rest of what may stand before a date.
LABEL = re.compile(
    r"(?:date\s+of\s+(?:publication|issue|release)|publi(?:cation|sh(?:ed)?)\s+date|(?:first\s+)?published(?:\s+(?:on|at))?|posted(?:\s+(?:on|at))?"
    r"|\bissued(?:\s+(?:on|at))?|\b(?:for\s+)?release[ds]?(?:\s+on|(?=:))|\bsent(?=:)|(?<!up)date(?!s)|created|uploaded|(?:last\s+)?(?:updated?(?!s)|modified|edited)(?:\s+(?:on|at))?)\s*[:|-]?\s*",
    _ANY_CASE,
)
#: A time of day behind a date, colon lost or not, with its zone.
TIME = re.compile(
    r"(?:\s*(?:at\b|,|-|–|\||·|•))?\s*(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[apAP]\.?[mM]\b\.?)?|\d{4}(?:\d{2})?(?!\d)|\d{1,2}\s*[apAP]\.?[mM]\b\.?)"
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
_PHRASE = re.compile(
    _STARTS + r"|you\s+are\s+(?:here|in)\b|(?:story|news|article|post|document)\s+(?:code|id|no\.?|number)\s*:\s*\S+$",
    _ANY_CASE,
)
#: Whose a text is: whole sentences, and no news.
_RIGHTS = re.compile(r"\W*(?:©|\(c\)\s|copyright\s+(?:\(c\)|©|\d{4}|by\s)|all\s+rights\s+reserved\b)", _ANY_CASE)
_RIGHTS_WORDS = 30
_ALL_WORDS = re.compile(rf"(?:(?:{_WORDS}|\d+)\b[\W_]*)+", _ANY_CASE)
#: Where one is on a site: "Home > World > Middle East".
_TRAIL = re.compile(r"[\w ]{2,40}(?:\s[>»›]\s[\w ,&'’-]{2,60}){1,6}")
_RULE = re.compile(r"[\W_]+")
#: Where one is on a site: "Home > World > Middle East".
_TRAIL = re.compile(r"[\w ]{2,40}(?:\s[>»›]\s[\w ,&'’-]{2,60}){1,6}")
_RULE = re.compile(r"[\W_]+")
#: What wires number their copy with: "HNA0412 4 GEN 0210 HLM /HNA-12".
_CODED = re.compile(r"(?=(?:\S*[A-Z]\S*\s+)*\S*[A-Z]+\d)(?:[A-Z\d/.:-]+\s+){2,}[A-Z\d/.:-]+")
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
#: A line that announces headlines of other stories.
OFFER = re.compile(
    r"(?:related|recommended|more|latest|most|other)\s+(?:read|popular|viewed|stories|articles?|news|posts?|content|from|on|headlines)\b"
    r"|(?:also\s+)?read\s+(?:also|more|next)\b|see\s+also\b|you\s+may\s+(?:also\s+)?like\b|trending\b",
    _ANY_CASE,
)
#: How a text says that it has ended, or a page that one may comment.
_CLOSED = re.compile(
    r"end(?:s|ed)?|-\s*30\s*-|\W*(?:text|statement|release)\s+ends\W*|comments?\s*\(?\d+\)?(?:\W+(?:log|sign)\s+in\b.*)?",
    _ANY_CASE,
)
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
_NUMBER = r"(?:no\.?|nr\.?|n[°º]|number|issue|vol(?:ume|\.)?|#)?\s*\d[\d/.-]*(?![\d:])"
_ISSUE = (
    r"(?:(?:daily|weekly|fortnightly|monthly|quarterly|situation|flash|spot|field|operational|security|humanitarian|status"
    r"|monitoring|activity|special|morning|evening|news)\s+){1,2}(?:reports?|bulletin|update|digest|brief(?:ing)?|overview)"
    rf"|sitrep|(?:report|bulletin|update|digest|briefing)\s+{_NUMBER}"
)
_STATED = (
    r"(?:(?:official|press|news|media|public|joint|company|corporate|regulatory|stock\s+exchange)[\s-]+"
    r"(?:statement|release|communiqu[eé]|briefing|note|notice|bulletin|announcement)"
    rf"|for\s+(?:immediate\s+)?(?:release|publication)|communiqu[eé]|statement|(?:no\.?|nr\.?|n[°º])\s*\d[\d/.-]*|{_ISSUE})"
)
_FORMAT = re.compile(rf"\W*{_STATED}(?:\W+(?:{_STATED}|{_NUMBER}))*\W*", _ANY_CASE)
#: What stands beside the date of a page: how long ago, how long to read, what the weather is.
_ASIDE = re.compile(
    r"(?:(?:last\s+)?updated?:?\s+)?(?:(?:an?|\d+)\s+(?:min(?:ute)?s?|hours?|hrs?|days?)\s+ago|just\s+now)|\d+[\s-]*min(?:ute)?s?\s+read"
    r"|(?:reading\s+time:?\s*)?\d+\s*min(?:ute)?s?|(?:comments?\s*\(?\d+\)?|\d+\s+comments?)(?:\W+log\s+in\b.*)?"
    r"|[-+−]?\d{1,2}\s*°\s*[CF]?\b.*|\d{1,2}[:.]\d{2}\s*(?:hours|hrs?|[ap]\.?m\.?)?(?:\s+[A-Z]{2,4}T?)?"
    r"|(?:special|exclusive|news|full|investigative)\s+(?:report|analysis|interview|feature|story)|(?:the\s+)?long\s+read|in\s+depth"
    r"|fact[\s-]+check|explainer|eyewitness|investigation|profile|timeline"
    r"|(?:urgent|breaking(?:\s+news)?|developing(?:\s+story)?|live|flash|alert|newsalert|exclusive|watch\s+live)"
    r"|(?:city|late|final|morning|evening|print|online|international|national|digital|weekend|sunday)\s+edition"
    r"|edition\s+\d+(?:;[\w ]+edition)?"
    r"|[\W_]*[\d.,]+\s?[KM]?\s*(?:views?|likes?|shares?)?",
    _ANY_CASE,
)
_LONGEST_ASIDE = 80
#: Where mail and releases can be answered to: no news.
_ADDRESSED = re.compile(
    r"(?:p\.?\s?o\.?\s?box|tel(?:ephone)?|phone|fax|e-?mail|website|www\.)\b|\S+@\S+\.\w+$|.*\bp\.?\s?o\.?\s?box\s+\d+",
    _ANY_CASE,
)
#: The sections of papers and sites.
_SECTION_WORDS = frozenset(
    """home news world politics political business sport sports opinion opinions culture lifestyle life jobs weather
    health tech technology
    science travel entertainment video videos photos podcasts podcast local national nation region
    regional regions international global economy economics society money markets arts art style food education
    environment climate crime court courts justice law conflict war security defence defense features feature analysis
    comment commentary interviews magazine latest headlines top stories story town city country district metro state
    europe asia africa americas america middle east africa us uk eu americas community communities obituaries letters
    editorial elections reports publications press releases speeches statements announcements media newsroom front page
    the and section trending live archive archives""".split()
)


def _is_coded(line: str) -> bool:
    """Whether a line is what a wire numbers its copy with: "HNA0412 4 GEN 0210 HLM /HNA-12"."""
    words = line.split()
    numbers = sum(any(char.isdigit() for char in word) for word in words)
    mixed = any(re.fullmatch(r"[A-Z]+\d+", word) for word in words)
    return mixed and line.isupper() and len(words) > 2 and numbers * 5 >= len(words) * 2


def is_section(words: str) -> bool:
    """Whether words name a section of a paper or a page ("World", "Local news"), or a row of them."""
    told = [word.strip(".,&|/-•·>»›:").lower() for word in words.split()]
    told = [word for word in told if word]
    return bool(told) and all(word in _SECTION_WORDS for word in told) and words[:1].isupper()


def is_aside(words: str) -> bool:
    """Whether words beside a date tell how long ago it was, how long the text is, or what the weather is."""
    return len(words) <= _LONGEST_ASIDE and bool(_ASIDE.fullmatch(words.strip()))


_CONTACT = re.compile(
    r"(?:(?:press|media|public)\s+)?(?:contacts?|enquir(?:y|ies)|inquiries)\s*:|for\s+(?:more|further)\s+information\b",
    _ANY_CASE,
)
_MONTH_LINE = re.compile(rf"(?:{MONTH}),?\s+\d{{4}}", _ANY_CASE)


def is_furniture(line: str) -> bool:
    """Whether a line of a page is furniture: a rule, a share button, a menu, a gallery, "Loading..."."""
    if any(form.fullmatch(line) for form in (_RULE, _ALL_WORDS, _TRAIL)) or _is_coded(line):
        return True
    if len(line.split()) > 2 and is_section(line):
        return True
    if _RIGHTS.match(line) and len(line.split()) <= _RIGHTS_WORDS:
        return True
    if not _PHRASE.match(line):
        return False
    # Sentences can begin with the same words ("Read more than once, the letter …").
    return len(line.split()) <= 12 and (not _END.search(line) or line.endswith("..."))


def is_address(line: str) -> bool:
    """Whether a line above a story tells where its sender can be reached."""
    return len(line.split()) <= 14 and bool(_ADDRESSED.match(line))


def is_format(line: str) -> bool:
    """Whether a line above a story says what the text is and nothing else ("Press release No. 3", "Daily Report")."""
    return bool(_FORMAT.fullmatch(line))


def is_contact(line: str) -> bool:
    """Whether a last line says whom to ask ("Contact: press office, 1 Mill Road")."""
    return len(line) <= 200 and bool(_CONTACT.match(line))


def is_closing(line: str) -> bool:
    """Whether a line below a story says that it has ended, or who worked on it, or leads to the comments."""
    return bool(_CLOSED.fullmatch(line)) or (len(line) <= 250 and bool(STAFF.match(line.lstrip("(["))))


def is_month(line: str) -> bool:
    """Whether a line names a month and a year and nothing else, as magazines date themselves."""
    return bool(_MONTH_LINE.fullmatch(line.strip()))
