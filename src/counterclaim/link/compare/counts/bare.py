"""Numbers without a noun of their own: "The monitor counted 40 huts burned; the governor spoke of nine."

A number that stands alone counts what the number before it counts. Where another voice gives it, and it is another
number, the two answer one question, whatever is counted. Only inside one report: what a bare number goes back to
stands right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.counts.holders import speakers
from counterclaim.link.compare.counts.matters import CROWD, told_alike
from counterclaim.link.compare.counts.numerals import ONE_WORD, numbers_in
from counterclaim.link.compare.counts.questions import question_of_numbers
from counterclaim.link.compare.counts.read import is_anybody, is_long
from counterclaim.link.compare.counts.scope import recalls
from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Figure, Happened, Slot, Span, Statement, Who

#: What stands behind a number that has no noun: the end of a clause, or what became of the counted.
_ALONE = re.compile(
    r"(?:(?: of (?:them|these|those)| in (?:all|total|number)| altogether|(?: (?:or|and) (?:so|more)))?"
    r"(?=[.;:,\"”’)\n]|$| (?:and|but|while|whereas|or|though|with|in the|in its|for the|at the|on the|alone)\b)"
    r"| (?:dead|killed|wounded|injured|hurt|arrested|detained|missing|names)\b)",
    re.I,
)
_NEARLY = (
    r"(?: (?:only|just|but|about|around|closer to|nearer|some|perhaps|nearly|almost|over|under|"
    r"at least|at most|more than|fewer than|"
    r"less than|no more than|no fewer than|up to|between|beyond|a mere|merely|exactly|really|in fact|the))*[ \"“]+"
)
#: Bodies that a number may stand right behind: "the police 27".
_BODIES = (
    "police army ministry administration government council authorities opposition rebels side committee "
    "commission party"
).split()
#: What gives a number, right before it; `own` says what it counts, if that is said.
_OF_TIME = re.compile(
    r",? (?:not |and not |no |nor )?(?:before|after|earlier|later|until|till|sharp|o['’]clock)\b", re.I
)
_GIVEN = re.compile(
    r"(?:\b(?:sp(?:o|ea)ke?s? of|talk(?:s|ed)? of|"
    r"(?:put|puts|putting|placed|estimate[sd]?|assess(?:es|ed)?)\b(?P<own>[^.;]{1,50}?) at|"
    r"(?:stops?|stopped|stood|stands|closed) at|(?:gave|gives|giving)\b(?P<too>[^.;]{0,40}?)(?: as| at)?|said|says|say|"
    r"insist(?:s|ed) on|receiv(?:es|ed)|count(?:s|ed)|names of|list(?:s|ed)|record(?:s|ed)|maintain(?:s|ed)|"
    r"has|had|have|"
    r"\b(?:there|it|they|number|figure|toll|count|total)\b(?P<of> of [^.;,]{3,40}?)? "
    r"(?:were|was|are|is|had been|has been))"
    rf"{_NEARLY}"
    rf"|\b(?:{'|'.join(_BODIES)}) )$",
    re.I,
)
_HAS = re.compile(r"\b(?:has|had|have)[ \"“]+$", re.I)
#: "He never even returned a ladder," said one: that is who speaks.
_SAID_ONE = re.compile(r"[,.!?][\"”’']+ (?:said|says) $")
#: "Sanders has at least 158": who has so many of them does not say that there are no more.
_OWNS = re.compile(rf"\b(?:has|had|have){_NEARLY}$", re.I)
#: What gave a number before, and no other account of it: "the first agreement spoke of 300".
_BEFORE_THIS = re.compile(r"(?:the |an? )?(?:first|earlier|previous|initial|former|original|old)\b", re.I)
_SINCE_SAID = re.compile(r"\b(?:that|which|who|where|when|because|if)\b", re.I)
_BEFALLEN = {
    "killed": re.compile(
        r"\b(?:tolls?|victims?|dead|died|dying|killed|killing|kills?|deaths?|bodies|corpses|lives|perished|slain|buried|fell|fallen|graves|shot)\b",
        re.I,
    ),
    "injured": re.compile(r"\b(?:injur\w+|wound\w*|hurt|hospital|treated)\b", re.I),
    "held": re.compile(r"\b(?:arrest\w*|detain\w*|held|seized|taken|captured|captives?|prisoners?|hostages?)\b", re.I),
    "there": re.compile(rf"\b(?:{CROWD})\b", re.I),
    "gone": re.compile(r"\b(?:missing|disappear\w*|displaced|fled|driven out|left)\b", re.I),
}
_EMPTY = frozenset(
    "number numbers figure figures toll count total true real those that them with from after before what which this "
    "their there same whole".split()
)
_PRONOUN = re.compile(
    r"^(?:and |but |while |whereas )*(?:he|she|it|they|his|her|its|their|who|which|we|i|this|that|these|those|there|"
    r"of|in|on|at|among|for|an earlier|earlier)\b",
    re.I,
)
_CLAUSE = re.compile(r"(?:[.;]\s+|,? (?:and|but|while|whereas|although|though) |, (?=the ))", re.I)
_NOT_BUT = re.compile(r"\bnot ([\w-]+),? but $", re.I)
#: A part of what was counted, or what comes on top of it.
_PART = re.compile(
    r"\b(?:of whom|of which|among (?:them|those|whom|the)|including|others|another|further|additional|more|"
    r"of the (?:dead|wounded|injured|hurt|killed|slain|fallen|drowned)|each|them|one of)\b",
    re.I,
)
#: Hours, ages, and the numbers of streets.
_CLOCK_BEFORE = re.compile(
    r"(?i:\b(?:half|past|(?:five|ten|twenty|quarter) to|at|after|until|"
    r"(?:son|daughter|boy|girl|he|she|who) (?:was|is)|aged?|"
    r"(?:boy|girl|child|man|woman|youth)s? (?:of|aged))) $|"
    r"\w [A-Z][a-z]+ $"
)
_TO_THE_HOUR = re.compile(
    r" (?:minutes )?(?:to|past) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
#: "Among the dead are four students": a part of those who are counted.
_AMONG = re.compile(r"\b(?:among (?:the )?\w+|including)(?: (?:are|were|is|was))?(?: (?:at least|some|about))? $", re.I)
_LEAD_OUT = 40
#: "Twelve of 40 sailings": the whole of which so many are told of.
_OUT_OF = re.compile(rf"(?:\d|\b(?:{ONE_WORD})) (?:out )?of (?:the |its |their |some |about )?$", re.I)
#: What stands at a number, and gives none.
_NO_VOICE = re.compile(
    r"(?:the |its |their )?(?:death |official |final )?(?:tolls?|numbers?|figures?|counts?|totals?)\b", re.I
)
_COUNTED = re.compile(r"\b(?:(?:number|figure|count) of|toll (?:of|from|in)) [^.;]*$", re.I)
#: How a sentence begins that turns to another matter.
_OF_ANOTHER = re.compile(r"\W*(?:regarding|concerning|as (?:for|to)|with regard to|turning to)\b", re.I)
_NEXT = re.compile(r"(?: \w+)?")
#: "Put its losses at 11": those of who says so, and not of whom another number counts.
_ITS_OWN = re.compile(
    r"\b(?:its|their|his|our)(?: own)? (?:loss(?:es)?|dead|casualties|fallen|wounded|death toll)\b[^.;]*$", re.I
)
_BACK, _NEAR, _LEAD_IN, _AROUND = 330, 30, 240, 50
_ON_TOP = re.compile(r"\b(?:added|more|further|later|since)\b", re.I)
_RATIO = 200.0
#: Of thirty that were shown, 24 are right.
_SCORE = 0.8
_NO_HARM = frozenset({Happened.OTHER, Happened.PRESENT, Happened.DEPLOYED})


@dataclass(frozen=True, slots=True)
class Number:
    """A number as its words stand, who says it (`who`, where it is not the sources of the statement `told`), and the
    figure that was made of it, if one was."""

    span: Span
    value: float
    told: Statement
    record: str
    holder: str
    who: tuple[Who, ...]
    figure: Figure | None


def compare_bare(pile: Pile) -> Iterator[Finding]:
    """Compare bare numbers with the number before each."""
    for report in pile.annotations:
        text = pile.reports[report].text
        found = list(numbers_in(text))
        for at, (span, value) in enumerate(found):
            given = _given(text, span)
            later = told_at(pile, report, span, value) if given else None
            for before, number in reversed(found[:at]):
                if later is None or given is None or span.start - before.end > _BACK:
                    break
                pile.look()
                if _fits(text, before, span, given) and not _explained(
                    text, span, abs(value - number), found[at + 1 :]
                ):
                    earlier = told_at(pile, report, before, number)
                    if earlier is not None and (each := _apart(pile, earlier, later)) is not None:
                        yield set_apart(pile, earlier, each)
                    break


def stands_alone(text: str, span: Span) -> bool:
    """Whether a number has no noun of its own behind it, and is no hour ("it was seven, not before")."""
    return bool(_ALONE.match(text[span.end : span.end + 40])) and not _OF_TIME.match(text, span.end)


def _given(text: str, span: Span) -> re.Match[str] | None:
    """What gives a number that stands alone; None where it does not, or nothing gives it."""
    if not stands_alone(text, span):
        return None
    start = max(0, span.start - 80)
    if span.text.lower() == "one" and _SAID_ONE.search(text[start : span.start]):
        return None
    given = _GIVEN.search(text[start : span.start])
    if (
        given
        and _HAS.search(given.group())
        and not text[span.end : span.end + 6].lower().startswith((" names", ".", "\n", ";"))
    ):
        return None
    return given


def _fits(text: str, before: Span, span: Span, given: re.Match[str]) -> bool:
    """Whether a number can be a count, and counts what a bare one says to count, if that says anything."""
    lead = text[max(0, before.start - 22) : before.start]
    hour = _CLOCK_BEFORE.search(lead) or _TO_THE_HOUR.match(text, before.end)
    if before.text.lower() in {"one", "a", "zero"} or hour or recalls(text, before) or _OUT_OF.search(lead):
        return False
    if _OF_ANOTHER.match(text, sentence_at(text, span.start, span.end).start):
        return False
    counted = _COUNTED.search(text[max(0, span.start - 120) : span.start])
    own = " ".join(words for words in (given.group(), counted and counted.group(), _next(text, span.end)) if words)
    sentence = sentence_at(text, before.start, before.end)
    around = text[max(sentence.start, before.start - 60) : min(sentence.end, before.end + 60, span.start)]
    near = _next(text, before.end)
    if any(kind.search(near) for kind in _BEFALLEN.values()):
        around = near
    wanted = [kind for kind in _BEFALLEN.values() if kind.search(own)]
    if wanted:
        if _AMONG.search(text[max(0, before.start - _LEAD_OUT) : before.start]):
            return False  # a toll is given, and before it what a part of the dead were
        # "Killing two soldiers and wounding five": what is told right before a number is what befell the counted.
        lead = text[max(sentence.start, before.start - 60) : before.start]
        told = {kind: [match.end() for match in kind.finditer(lead)][-1:] for kind in _BEFALLEN.values()}
        last = max((ends[0] for ends in told.values() if ends), default=None)
        if last is not None and around != near and not any(told[kind] == [last] for kind in wanted):
            return False
        return any(kind.search(around) for kind in wanted)
    if _OWNS.search(given.group()) and not any(kind.search(around) for kind in _BEFALLEN.values()):
        return False
    own = next((words for words in given.groupdict().values() if words), "")
    stems = {word[:5] for word in re.findall(r"[a-z]{4,}", own.lower()) if word not in _EMPTY}
    return not stems or any(stem in around.lower() for stem in stems)


def _explained(text: str, span: Span, difference: float, later: Sequence[tuple[Span, float]]) -> bool:
    """Whether the same sentence says by how many two numbers differ ("15 names, and two have been added")."""
    end = sentence_at(text, span.start, span.end).end
    return any(
        number == difference and after.end <= end and _ON_TOP.search(text[after.end : min(end, after.end + _NEAR)])
        for after, number in later
    )


def _next(text: str, at: int) -> str:
    """The word that follows."""
    found = _NEXT.match(text, at)
    return found[0] if found else ""


def told_at(pile: Pile, report: str, span: Span, value: float) -> Number | None:
    """A number with who says it; None where it is part of no statement."""
    found = pile.annotations[report]
    figure = next((f for f in found.figures if f.span.overlaps(span)), None)
    told = next((s for s in reversed(found.statements) if any(piece.covers(span) for piece in s.content)), None)
    if told is None:  # a content that was cut short: whose cue stands right before the number
        before = [s for s in found.statements if s.cue and 0 <= span.start - s.cue.end <= _NEAR]
        told = max(before, key=lambda s: (s.cue.end if s.cue else 0, s.id), default=None)
    if told is None:
        return None
    claims = [c for c in found.claims if c.statement == told.id and any(p.covers(span) for p in c.spans)]
    record = figure.id if figure else claims[0].id if claims else told.id
    made = figure or Figure(record, report, told.id, None, span, value, value, value, False, None, ())
    who = speakers(pile, made, told)
    return Number(span, value, told, record, "/".join(sorted(pile.key(w) for w in (who or told.sources))), who, figure)


def _apart(pile: Pile, earlier: Number, later: Number) -> Number | None:
    """The later of two numbers, if another voice gives it and both can be of one thing."""
    text = pile.reports[later.told.report].text
    small, large = sorted((earlier.value, later.value))
    between = text[earlier.span.end : later.span.start]
    if earlier.record == later.record or small == large or large / small > _RATIO or _PART.search(between):
        return None
    said_by = later.who or later.told.sources
    if any(_BEFORE_THIS.match(who.name) for who in said_by):
        return None
    if _ITS_OWN.search(text[max(0, later.span.start - _LEAD_IN) : later.span.start]):
        return None  # each side gives its own losses
    if any(who.span is not None and who.span.covers(earlier.span) for who in said_by):
        return None  # "Two prisoners said that there had been thirteen of them"
    named = _named_for(text, earlier, later)
    if earlier.holder != later.holder and earlier.holder and later.holder:
        return named if named and not later.who and pile.outlet_says(later.told) else later
    return named


def _named_for(text: str, earlier: Number, later: Number) -> Number | None:
    """The later of two numbers as that of the subject of its clause; None where that names nobody else."""
    between = text[earlier.span.end : later.span.start]
    cuts = list(_CLAUSE.finditer(between))
    clause = between[cuts[-1].end() :] if cuts else ""
    if not clause or _PRONOUN.match(clause):
        return None
    said = _GIVEN.search(clause)
    subject = clause[: said.start()].split(",")[0].strip() if said else ""
    if not said or _SINCE_SAID.search(subject) or _BEFORE_THIS.match(subject):
        return None
    if subject.lower() in {"the", "a"} and clause.strip().lower().endswith(tuple(_BODIES)):
        subject = clause.strip()
    if not re.search(r"[^\W\d_]{4,}", subject) or _NO_VOICE.match(subject):
        return None
    at = text.rfind(subject, earlier.span.end, later.span.start)
    who = Who(None, subject, Span.of(text, at, at + len(subject)))
    return replace(later, who=(who,)) if 0 < len(subject.split()) <= 9 else None


def set_apart(pile: Pile, earlier: Number, later: Number, why: str = "") -> Finding:
    """Two numbers of one report, by two voices, as answers to one question; `why` says what makes it one."""
    answers = _answer(pile, earlier), _answer(pile, later)
    bare = (
        f"“{later.span.text}” has no noun of its own, so that it counts what “{earlier.span.text}” counts, and "
        "another voice gives it."
    )
    reasons = ["One report gives both.", why or bare]
    return conflict(Slot.COUNT, _SCORE, _question(pile, earlier, later), reasons, *answers)


def _said_before(pile: Pile, number: Number) -> tuple[str | None, str]:
    """What befell the counted, by the words before a number that says nothing of it ("Nobody agrees on the dead.")."""
    text = pile.reports[number.told.report].text[max(0, number.span.start - _LEAD_IN) : number.span.start]
    for sentence in reversed(re.split(r"(?<=[.!?])\s", text)):
        for befell in ("killed", "injured"):
            if _BEFALLEN[befell].search(sentence):
                return "people", befell
    return None, ""


def _question(pile: Pile, earlier: Number, later: Number) -> str:
    """ "How many houses were destroyed: 40 or nine?" """
    figure = earlier.figure
    happened = next((h.value for h in figure.happened if h not in _NO_HARM), "") if figure else ""
    of = "people" if happened and figure and is_anybody(figure) else figure.of if figure else None
    text = pile.reports[earlier.told.report].text
    around = [text[max(0, n.span.start - _AROUND) : n.span.end + _AROUND] for n in (earlier, later)]
    happened = happened or told_alike(*around)
    if not of and not happened:
        of, happened = _said_before(pile, earlier)
    asked = " ".join(["How many", *([of] if of else []), "were", happened or "there"])
    if of and happened and earlier.figure is not None and not is_long(earlier.figure, _sentence(pile, earlier)):
        other = later.figure or replace(earlier.figure, span=later.span, place=None, since=None, until=None)
        asked_fully = question_of_numbers(pile, asked, earlier.figure, other)
        if asked_fully:
            return asked_fully
    return f"{asked}: {earlier.span.text.strip()} or {later.span.text.strip()}?"


def _sentence(pile: Pile, number: Number) -> Span:
    return sentence_at(pile.reports[number.told.report].text, number.span.start, number.span.end)


def _answer(pile: Pile, number: Number) -> Answer:
    evidence = pile.evidence(number.told.report, _sentence(pile, number))
    return Answer(number.record, number.told.id, number.span.text, evidence, number.who)
