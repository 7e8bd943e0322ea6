"""Points: which moment of which deed an hour is the hour of.

An hour stands beside many words and is of one verb: "the shelling began at six", "an ambulance came at ten past", "the
order came at three", "they have until noon". Two hours answer one question only if they are of one *phase* (how it
began, that it was, how it ended, when it is due) of one kind of deed; what else two sentences share does not join them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.link.compare.places.words import COMPATIBLE, sites_of
from counterclaim.link.compare.times.point_words import (
    ANOTHER,
    ATTACKS,
    BEGIN,
    COME,
    DUE,
    END,
    FALLS,
    FIRST,
    LABELS,
    LIGHT,
    MODIFIED,
    NO_DEED,
    SAYS,
    STILL,
    SUBORDINATE,
    SUDDEN,
    VERBS,
    WEAPONS,
)
from counterclaim.records import Claim, Span

#: Where a clause begins before an hour, and where it ends behind one.
_OPENS = re.compile(
    r"[;:“”\"]\s*|,\s|\s[-–—]\s|\s(?:and|but|while|whereas|when|which|who|where|as|after|before|that|because|once|if"
    r"|since|until|though|although|so)\s",
    re.I,
)
#: Words that only date.
_DATES = re.compile(
    r"(?:\b(?:at|on|in|by|from|since|about|around|approximately|sometime|some|time|shortly|just|soon|a|little|before"
    r"|after|towards?|close|to|near|nearly|late|early|only|not|until|till|exactly|precisely|between|the|this|that|same"
    r"|last|yesterday|today|local|again|then|later|morning|afternoon|evening|night|of|and|\w+day|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|\d+(?:st|nd|rd|th)?)\b|[\s,.])+",
    re.I,
)
#: The place and day that a report of an agency begins with.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’/-]+[A-Z' ’/-]*(?:,[^.;\n]{0,45})?|[A-Z][\w ,]{0,40}\d)?(?: ?\([^()\n]{2,40}\))? ?[-–—:]+ "
)
#: "The noon deadline", "the 6 a.m. attack".
_NAMES = re.compile(
    r"\s+(?:[\w-]+\s)?(?P<noun>deadline|ultimatum|attacks?|raids?|blasts?|explosions?|shelling|strikes?)\b", re.I
)
#: What follows the hour at which some lines were published.
_STAMP = re.compile(r"(?:\s?(?:GMT|UTC|local time|hrs|h))?\s*(?:[-–—|:]|\n|$)")
#: A state that an hour bounds.
_SINCE = re.compile(r"\b(?:since|from)(?:\s(?:about|around|shortly|early|late))*\s*$", re.I)
#: What follows a time that stands behind what it dates.
_TRAILS = re.compile(
    r"(?:\s+(?:on|of|to|in|local|time|\w+day|the|\d+|[A-Z]\w+))*\s*(?:[,.;:)]|$|\s(?:when|while|as|after|with)\b)"
)
#: What is told between commas, or who says it.
_INSERT = re.compile(
    r",\s(?:(?:in|of|to|by|from|at) )?(?:which|who|whom|whose|where)\b[^,;:“”\"]*,"
    r"(?=\s(?:was|were|had|has|is|\w+ed|\w+ took|took|came|fell|began|struck|hit)\b)"
    r"|,\s(?:[a-z’']+\s){0,2}[\w.’'-]+(?:\s[A-Z][\w.’'-]+)?\s(?:said|says|told \w+|added),"
)
_RELATIVE = re.compile(r"(?:which|that|who)\s", re.I)
_CLOSED = re.compile(r"[.;:,“”\"]\s|\b(?:said|says|told|saw|heard)\b(?: \w+)? that\s|\b(?:said|says)\s")
#: How far before a relative clause its noun may begin, in characters.
_ANTECEDENT = 60
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
#: What stands for a happening named before.
_IT = re.compile(
    r"\b(?:it|this) (?:was|happened|took|occurred|came)\b|\b(?:put|gave|set) the (?:hour|time|moment)\b", re.I
)
_ONSET = re.compile(r"\b(?:beginning|start|outbreak|onset) of\b", re.I)
_OUTCOME = re.compile(r"\bend of\b", re.I)
_UNTIL = re.compile(r".*\b(?:until|till)\b", re.I)
_DEFINITE = re.compile(r"\W*(?:\w+ )?(?:the|this|that|an?)\s", re.I)
_PUT = re.compile(r"put|puts|gave|dated|timed|heard", re.I)
_NOUN = re.compile(r"\b(?!this\b|that\b|they\b|which\b|these\b|those\b)[a-z]{4,}")
#: "It was half past six, we had just got up, when the car blew up".
_IT_WAS = re.compile(r"\W*it (?:was|must have been)\b(?:\s\w+){0,2}\s*", re.I)
_WHEN = re.compile(r"\swhen\s", re.I)
_STARTED = re.compile(r"\b(?:began|begun|started)\s$", re.I)
_PARTICIPLE = re.compile(r"\b(?:was|were|been|be|is|are|began|started|kept|went on|continued)\s+$", re.I)
_PREPOSITION = re.compile(r"\s(?:of|to|from|in|at|on|for|by|near|outside|against|over)\s")
_NO_LABELS: frozenset[str] = frozenset()
_Verb = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Point:
    """The `phase` of a deed that an hour is of, and the kinds of deed (`labels`). `verb` is where its verb stands;
    `noun` names the deed where the verb says only that it began, was or ended; `whole` if it is that of all of
    one deed ("the raid was at five"). `clause` is all of the clause."""

    phase: str
    labels: frozenset[str]
    clause: Span
    verb: tuple[int, int] = (0, 0)
    noun: str = ""
    whole: bool = False


def point_of(text: str, sentence: Span, at: tuple[int, int], claims: Sequence[Claim]) -> Point | None:
    """What the time between two characters (`at`) is the time of; None where it dates words, or nothing that is told.

    `claims` are those of the sentence.
    """
    start, end = at
    if attached := _NAMES.match(text, end):
        here = Span.of(text, attached.start("noun"), sentence.end)
        labels = labels_in(attached["noun"])
        return Point("due" if "due" in labels else "at", labels, here, noun=f"the {attached['noun']}")
    if not text[text.rfind("\n", 0, start) + 1 : start].strip() and _STAMP.match(text, end):
        return None
    text = _bare(text, sentence, start)
    first = sentence.start
    if line := _DATELINE.match(text, first):
        first = line.end()
        if first > start:
            return None
    if _IT_WAS.fullmatch(text, first, start) and (when := _WHEN.search(text, end, sentence.end)):
        return _of_verb(text, Span.of(text, when.end(), _closes(text, when.end(), sentence.end)), claims, None)
    openings = [first, *(m.end() for m in _OPENS.finditer(text, first, start) if _is_break(text, m, start))]
    opened = openings[-1]
    if len(openings) > 1 and _TRAILS.match(text, end):
        behind = (at for at in reversed(openings) if at < start and _verbs(Span.of(text, at, start), claims, start))
        opened = next(behind, opened)
    lead = Span.of(text, opened, start) if opened < start else None
    if lead and lead.text.strip() and not _DATES.fullmatch(lead.text):
        if _verbs(lead, claims, start) or labels_in(lead.text):
            return _of_verb(text, Span.of(text, opened, end), claims, start)
        return _of_verb(text, Span.of(text, opened, _closes(text, end, sentence.end)), claims, None)
    after = _after(text, sentence, end)
    return _of_verb(text, Span.of(text, after, sentence.end), claims, None) if after < sentence.end else None


def fits(left: Point | None, right: Point | None) -> bool:
    """Whether two times are of one phase of one kind of deed, and not at two kinds of place."""
    if left is None or right is None or not left.labels & right.labels:
        return False
    phases = {left.phase, right.phase}
    if "still" in phases or (len(phases) > 1 and phases != {"at", "begin"}):
        return False
    sites = [sites_of(point.clause.text) for point in (left, right)]
    return not all(sites) or bool(sites[0] & sites[1]) or _may_be_one(*sites)


def tells_onset(point: Point) -> bool:
    """Whether it is told how something began: "the first shots", "opened fire", or what is over in a moment."""
    return (
        point.phase == "begin" or point.whole or bool(FIRST.search(point.clause.text)) or bool(point.labels <= SUDDEN)
    )


def _may_be_one(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(one & left and one & right for one in COMPATIBLE)


def another(words: str) -> bool:
    """Whether some words tell of one more of its kind: "a second wave"."""
    return bool(ANOTHER.search(words))


def labels_in(words: str) -> frozenset[str]:
    """The kinds of deed that some words tell of, by a closed list."""
    words = MODIFIED.sub("", words)
    return frozenset(label for pattern, of_word in LABELS if pattern.search(words) for label in of_word)


def _bare(text: str, sentence: Span, start: int) -> str:
    """A text in which blanks stand for what is inserted between commas before a time: ", which was full,"."""
    lead = text[sentence.start : start]
    for insert in _INSERT.finditer(lead):
        lead = f"{lead[: insert.start()]}{' ' * len(insert.group())}{lead[insert.end() :]}"
    return f"{text[: sentence.start]}{lead}{text[start:]}"


def _is_break(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a clause begins behind some words: what only dates, or joins two nouns, opens none."""
    behind = text[match.end() : start]
    if match.group().startswith(","):
        return bool(behind.strip()) and not _DATES.fullmatch(behind)
    if match.group().strip().lower() in {"and", "before", "after", "since", "until", "as"}:
        return bool(re.search(r"[a-z]\w*\s", behind)) and not _DATES.fullmatch(behind)
    return True


def _closes(text: str, start: int, end: int) -> int:
    """Where the clause that goes on at a character ends."""
    match = _OPENS.search(text, start, end)
    return match.start() if match and match.start() > start else end


def _after(text: str, sentence: Span, end: int) -> int:
    """Where the clause of an hour that stands first begins: behind "once it had run out,"."""
    at = end
    while True:
        match = re.compile(r"[,\s.]*").match(text, at, sentence.end)
        at = match.end() if match else at
        if not SUBORDINATE.match(text, at, sentence.end):
            return at
        comma = text.find(", ", at, sentence.end)
        if comma < 0:
            return sentence.end
        at = comma + 2


def _of_verb(text: str, clause: Span, claims: Sequence[Claim], hour: int | None) -> Point | None:
    """The point of the verb that an hour behind it (at `hour`) or before it belongs to."""
    verbs = _verbs(clause, claims, hour)
    verbs = [verb for verb in verbs if not _is_participle(text, verb)] or verbs
    if verbs:
        return _named(text, clause, verbs[0] if hour is None else verbs[-1], hour)
    words = clause.text if hour else clause.text[: _closes(clause.text, 1, len(clause.text))]
    labels = labels_in(words)
    if not labels or SAYS.search(words):
        return None
    return Point("at", labels, clause, noun=_noun(words) if hour else "")


def _verbs(clause: Span, claims: Sequence[Claim], hour: int | None) -> list[_Verb]:
    """The verbs of a clause, up to an hour, and the words that say that something began or ended."""
    found = {(c.trigger.start, c.trigger.end, c.predicate) for c in claims if clause.covers(c.trigger) and is_verb(c)}
    for pattern in (BEGIN, END, VERBS):
        for match in pattern.finditer(clause.text):
            found.add((match.start() + clause.start, match.end() + clause.start, match.group().lower()))
    return sorted(verb for verb in found if hour is None or verb[1] <= hour)


def _is_participle(text: str, verb: _Verb) -> bool:
    word = text[verb[0] : verb[1]].lower()
    between = text[max(0, verb[0] - 20) : verb[0]]
    return between.endswith("-") or (word.endswith("ing") and not _PARTICIPLE.search(between))


def _named(text: str, clause: Span, verb: _Verb, hour: int | None) -> Point | None:
    """The point of a verb: its own kind of deed, or that of the noun beside it where the verb says only when."""
    start, end, predicate = verb
    said, upto = text[start:end], clause.end if hour is None else hour
    before, behind = text[clause.start : start], text[end:upto]
    if SAYS.fullmatch(said) or SAYS.fullmatch(predicate):
        return None
    if DUE.search(f"{before}{said}{behind}"):
        return Point("due", frozenset({"due"}), clause, (start, end))
    if _RELATIVE.match(clause.text):
        before = f"{_CLOSED.split(text[max(0, clause.start - _ANTECEDENT) : clause.start].rstrip(', '))[-1]} {before}"
    phase = _phase(before, f"{said}{behind}")
    if not phase and (_SINCE.search(behind) or _SINCE.match(text[upto : upto + 6].strip())):
        phase = "begin"
    if phase == "still" and _UNTIL.match(text[max(0, upto - 7) : upto + 7].lstrip()):
        phase = "end"
    alone = " " not in predicate or COME.fullmatch(said)
    if phase or (alone and LIGHT.fullmatch(said)) or LIGHT.fullmatch(predicate):
        return _by_noun(text, clause, verb, phase, (before, said, behind))
    if said.lower().endswith("ing") and _STARTED.search(before):
        return Point("begin", labels_in(said) or frozenset({predicate}), clause, (start, end))
    labels = labels_in(f"{said}{_particle(behind)}")
    if not labels and predicate in NO_DEED:
        labels = labels_in(_PREPOSITION.split(behind)[0]) or labels_in(before)
    weapon = labels_in(_PREPOSITION.split(before)[0]) & WEAPONS if labels & ATTACKS else _NO_LABELS
    labels = labels & weapon or labels | weapon
    return Point("at", labels or frozenset({predicate}), clause, (start, end))


def _by_noun(text: str, clause: Span, verb: _Verb, phase: str, words: tuple[str, str, str]) -> Point:
    """The point of a verb that says only when something was: that of its subject, of its object, or of what the
    sentence before tells."""
    before, said, behind = words
    noun = before
    if COME.fullmatch(said):
        came = labels_in(f"{said}{behind}") & {"crash"} or frozenset({"arrive", "storm"})
        labels = labels_in(_PREPOSITION.split(before)[0]) - {"arrive"} or came
        noun = before if "arrive" not in labels else ""
    else:
        labels = labels_in(before)
        if said.startswith("opened"):
            labels |= labels_in(f"{said}{behind}")
        if not labels:
            noun, labels = behind, labels_in(f"{said}{behind}") - (_NO_LABELS if phase else FALLS)
        if not labels and _IT.search(f"{before}{said}{behind}"):
            noun, labels = "", labels_in(_before(text, clause.start))
    if phase and not labels and (heads := _NOUN.findall(_PREPOSITION.split(_noun(before))[0])):
        noun, labels = before, frozenset({heads[-1].removesuffix("s")})
    whole = bool(_DEFINITE.match(noun) or _PUT.fullmatch(said))
    return Point(phase or "at", labels, clause, verb[:2], _noun(noun), whole)


def _phase(before: str, words: str) -> str:
    """Which moment of what a subject tells of a verb, with what follows up to the hour, says; empty if the deed."""
    if BEGIN.match(words) or _ONSET.search(before + words):
        return "begin"
    if END.match(words) or _OUTCOME.search(before + words):
        return "end"
    return "still" if STILL.match(words) else ""


def _before(text: str, start: int) -> str:
    """The sentence before the one that a character stands in, where it is in the same paragraph."""
    here = text[max(0, start - 400) : start].rsplit("\n", 1)[-1]
    return ([""] + [part for part in _SENTENCE.split(here) if part.strip()])[-1]


def _particle(words: str) -> str:
    """A verb's particle or its object's noun: "down", "fire"."""
    match = re.match(r"(?:\s+[\w-]+){0,2}", words)
    return match.group() if match else ""


def _noun(words: str) -> str:
    """The noun phrase that some words before or behind a verb end with or are: "the first smoke over the school"."""
    words = _DATES_BEHIND.sub("", _CLOSED.split(_ONSET_OF.sub("", words))[-1])
    return " ".join(words.split()).strip(" ,.;:“”\"'")


_ONSET_OF = re.compile(r"\b(?:the )?(?:very )?(?:beginning|start|outbreak|onset|end|time|hour|moment) of\s", re.I)
_DATES_BEHIND = re.compile(
    r"(?:\s(?:at|on|by|about|around|shortly|just|before|after|towards?|close to|since|until|from|was|were|had|has|been"
    r"|\w+day|approximately))+\s*$",
    re.I,
)


def is_verb(claim: Claim) -> bool:
    """Whether the word for a deed is no noun, as far as its ending tells."""
    word, base = claim.trigger.text.lower(), claim.predicate.lower().split()[0]
    if word in {"hit", "put", "cut", "shut", "set", "let"}:
        return True
    return word not in {base, f"{base}s"} and not word.endswith(("ion", "ment", "ings"))
