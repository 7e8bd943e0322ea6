"""Names of bodies (ministries, armies, firms, missions) as their papers print them on top, by their form alone."""

from __future__ import annotations

import re

#: Small words that names have inside.
SMALL = frozenset(
    """of and a the for in on to without sans de del della di do da dos la las los du le les et der die das und al el y
    e by""".split()
)
#: "The Nation (Port Halm)".
WHERE = re.compile(r"\s*\([^()]{2,30}\)$")
#: What a body is: the word its name turns on ("General STAFF of the Armed Forces", "Lubanda National POLICE").
_NOUNS = frozenset(
    """administration agency alliance army assembly association authority board brigade bureau cabinet chamber
    chancellery church coalition command commission committee company confederation congress corporation corps council
    court department directorate embassy federation fleet force forces forum foundation front government group guard
    headquarters inspectorate institute league militia ministry mission movement municipality navy network
    observatory office ombudsman organisation organization parliament party police prefecture presidency secretariat
    senate service services society staff treasury tribunal union university""".split()
)
#: What a firm is by law, at the end of its name.
_LEGAL = (
    r"(?:[Pp][Ll][Cc]|LTD|Ltd|LIMITED|Limited|INC|Inc|LLC|LLP|AG|S\.A\.|SA|SE|N\.V\.|NV|B\.V\.|BV|GmbH|GMBH|CORP|Corp|CO|Co"
    r"|ASA|SpA|PJSC|JSC|HOLDINGS|Holdings)"
)
_FIRM = re.compile(rf"[^\W\d_a-z][\w&'’.-]*(?: [^\W\d_a-z][\w&'’.-]*| &| and| of){{0,4}},? {_LEGAL}\.?")
_STATE = re.compile(
    r"(?:the )?(?:[\w-]+ ){0,3}(?:republic|kingdom|state|commonwealth|principality|emirate|european union)"
    r"(?: of (?:the )?[\w -]+)?|government of (?:the )?[\w -]+",
    re.I,
)
#: An office inside of a body, which speaks for it.
_UNIT = re.compile(
    r"(?:the )?(?:(?:[\w-]+ ){0,2}(?:press|media|public|information|communications?|news)(?: (?:and|&) [\w-]+| [\w-]+)?"
    r" (?:service|office|cent(?:re|er)|department|affairs|relations|section|unit|bureau|desk|information|division)"
    r"|office of the (?:spokes\w+|press \w+)|(?:spokes\w+|press secretary)(?:[’']s office)?"
    r"|(?:directorate|department|division|bureau|office) (?:of|for)"
    r" (?:public|press|media|information|communication)s?\b[\w &]*"
    r"|(?:general|high|supreme) command|political bureau|central committee)",
    re.I,
)
#: Plurals that names of bodies hold; any other word on -s may be a headline's verb ("ARMY ATTACKS POLICE").
_PLURALS = frozenset(
    """affairs armed arms business civilians communications customs defence doctors forces human journalists lawyers
    mines miners mineworkers nations news nurses operations parents police prisons public railways refugees relations
    resources rights seamen services sports states students teachers tigers trades united veterans victims waters women
    workers works""".split()
)
_LONGEST = 10
#: Words of three letters that are no acronyms where a name stands in capitals.
_SHORT = frozenset(
    """aid air all arm art bar bay big boy car day dry far gas god gun her his ice inn job key law log map men mid new
    now oil old one our out own pen red row sea six sky son sun tax tea ten the top two war way web wet you""".split()
)
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")


def is_body(line: str) -> bool:
    """Whether a line is the name of a body by its form: capitals throughout, and the word that it turns on names a
    kind of body ("ministry", "police") or of firm ("plc")."""
    name = WHERE.sub("", line).removeprefix("The ")
    words = name.split()
    if not words or len(words) > _LONGEST or name[-1] in ".!?:;,\"”'’" or any(char in name for char in ',:;"“”?!'):
        return is_firm(name)
    if not all(word[0].isupper() or word.lower() in SMALL or word == "&" for word in words):
        return is_firm(name)
    turning = [word.lower() for word in _turning(name)]
    head = re.sub(r"['’]s$", "", turning[-1])
    return head in _NOUNS or is_firm(name)


def is_firm(name: str) -> bool:
    """Whether a name ends as firms' do by law."""
    return bool(_FIRM.fullmatch(name))


def firm_before(line: str) -> str | None:
    """The firm that a headline names before a colon ("Halvorsen Copper plc: update on …"), or None."""
    name, colon, _ = line.partition(":")
    return name.strip() if colon and is_firm(name.strip()) and len(name.split()) > 1 else None


def is_state(line: str) -> bool:
    """Whether a line names a state and nothing else ("REPUBLIC OF HALM")."""
    return bool(_STATE.fullmatch(line.strip()))


def is_unit(line: str) -> bool:
    """Whether a line names an office that speaks for the body above it; where it is may follow."""
    return bool(_UNIT.fullmatch(re.split(r",| - ", line.strip(), maxsplit=1)[0].strip()))


def may_be_headline(line: str) -> bool:
    """Whether a body's name may as well be a headline with a verb ("ARMY ATTACKS POLICE")."""
    words = [word.lower() for word in line.split()]
    inner = [word for word in words[1:-1] if word not in _PLURALS and not word.endswith(("ss", "'s", "’s"))]
    return any(word.endswith(("s", "ed")) for word in inner)


def is_named_again(name: str, rest: str) -> bool:
    """Whether the text below a letterhead speaks of the body by its name, or as "the Mission"."""
    whole = ordinary(name, "").removeprefix("The ")
    if re.search(rf"\b{re.escape(whole)}\b", rest):
        return True
    head = next((word for word in reversed(_turning(whole)) if word.lower() in _NOUNS), None)
    return head is not None and bool(re.search(rf"\b[Tt]he {head}\b(?! [A-Z])", rest))


def _turning(name: str) -> list[str]:
    """The words of a name up to the first small one, which the last of them is what it turns on."""
    found: list[str] = []
    for word in name.split():
        if found and word.lower() in SMALL - {"and"}:
            break
        found.append(word)
    return found


def ordinary(name: str, text: str) -> str:
    """A name that stands in capitals, as running text writes it: as it stands in `text`, where it does, or with a
    capital to each word; acronyms stay."""
    if not name.isupper() or len(name) <= 4:
        return name
    again = re.search(rf"(?<!\w)(?!{re.escape(name)}){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    if again and again[0][0].isupper() and again[0] != name and not again[0].islower():
        return " ".join(again[0].split())
    words = name.split()
    if len(words) == 1 and len(name) <= 6:
        return name
    return " ".join(_word(word, first=index == 0, text=text) for index, word in enumerate(words))


def _word(word: str, *, first: bool, text: str) -> str:
    """One word of it."""
    letters = re.sub(r"\W", "", word)
    if word.lower() in SMALL and not first:
        return word.lower()
    told = letters and re.search(rf"\b{re.escape(letters.capitalize())}\b", text)
    spoken = len(letters) > 3 or letters.lower() in _SHORT | SMALL
    if not told and (not spoken or not _VOWEL.search(letters)):
        return word
    return re.sub(r"(?<![\w'’])\w+", lambda match: match[0].capitalize(), word.lower())
