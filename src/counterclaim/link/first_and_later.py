"""Changes of position that one sentence tells of: "the army, which at first said it had bombed a depot and later blamed
an accident", "the ministry initially denied the raid before admitting it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.origins.sentences import Sentence, sentences_of
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Change, EntityKind, PassageKind, Position, Report, Span, Status, Who, content_id

_SAYS = (
    r"(?:sa(?:id|ys?|ying)|claim(?:ed|s|ing)?|den(?:y|ied|ies|ying)|insist(?:ed|s|ing)?|blam(?:ed|es|ing)"
    r"|announc(?:ed|es|ing)|describ(?:ed|es|ing)|rul(?:ed|es|ing) out|refus(?:ed|es|ing)|promis(?:ed|es|ing)"
    r"|reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|admit(?:ted|s|ting)?|acknowledg(?:ed|es|ing)|conced(?:ed|es|ing)"
    r"|confirm(?:ed|s|ing)?|stat(?:ed|es|ing)|sp(?:oke|eaks|eaking) of|attribut(?:ed|es|ing)|maintain(?:ed|s|ing)?"
    r"|accus(?:ed|es|ing)|suggest(?:ed|s|ing)?|argu(?:ed|es|ing)|accept(?:ed|s|ing)?)"
)
_FIRST = r"(?:at first|initially|originally|first|in the beginning)"
#: One of these is in all of these.
_ONE_OF = ("first", "initially", "originally", "in the beginning")
_LATER = r"(?:later|then|now|subsequently|afterwards|eventually|finally|in the end|has since|have since)"
#: Verbs of giving way, which need no "later".
_GIVING_WAY = r"(?:admitting|acknowledging|conceding|accepting|confirming|agreeing|blaming|retracting|withdrawing)"
_TOLD = Sought(
    rf"\b(?:(?:has |had |have )?{_FIRST} (?:had |has )?{_SAYS}|(?:had |has |have )?{_SAYS} {_FIRST})\b"
    r"(?P<earlier>[^.;]{6,200}?),? ?"
    rf"(?P<turn>\b(?:(?:and|but)\b[^.;,]{{0,30}}?\b(?:{_LATER} {_SAYS}|{_SAYS} {_LATER})"
    rf"|(?:before|only to|and then) (?:\w+ly )?{_GIVING_WAY}))\b(?P<later>[^.;]{{0,200}})",
    re.I,
)
#: What follows "a depot" in "…, maintains that nine died" is said on another matter.
_NEXT = re.compile(r", (?:\w+s|\w+ed|and|but|while|as|who|which|the) ")
#: "The government, which": what is told so ends with its clause.
_WITHIN, _COMMA = re.compile(r", (?:which|who)(?: has| had| have)?\s*$"), re.compile(r", ")
#: The one who says so, right before: "the government, which".
_WHO = re.compile(
    r"(?P<who>(?:(?-i:[Tt]he|[Ii]ts|[Tt]heir|[A-Z])[\w’'-]*)(?: [\w’'.-]+){0,5}?)"
    r"(?:, (?:which|who)| (?:that|who|which))?(?: has| had| have)?\s*$"
)
_SCORE = 0.65


def first_and_later(pile: Pile) -> Iterator[Change]:
    """The changes of position that single sentences tell of, in the order of reports."""
    for key, report in pile.reports.items():
        if key not in pile.annotations or not _may_have(report.text) or _TOLD.search(report.text) is None:
            continue  # cutting all reports into sentences takes longer than the rest of this
        for sentence in sentences_of(report):
            change = None if _in_head(report, sentence) else _in_sentence(pile, report, sentence)
            if change is not None:
                yield change


def _may_have(text: str) -> bool:
    """Whether a text has a word for what was first: telling how its words begin takes longer than finding these."""
    small = text.lower()
    return any(words in small for words in _ONE_OF)


def _in_head(report: Report, sentence: Sentence) -> bool:
    """Whether it is a headline, which is said in full below."""
    return any(p.start <= sentence.start < p.end for p in report.passages if p.kind is PassageKind.HEADLINE)


def _in_sentence(pile: Pile, report: Report, sentence: Sentence) -> Change | None:
    match = _TOLD.search(report.text, sentence.start, sentence.end)
    who = _speaker(pile, report, sentence, match.start()) if match else None
    if match is None or who is None:
        return None
    end = match.end()
    within = _WITHIN.search(report.text, sentence.start, match.start())
    tail = (_COMMA if within else _NEXT).search(report.text, match.start("later"), end)
    earlier = " ".join(report.text[match.start() : match.end("earlier")].split()).rstrip(", ")
    later = " ".join(report.text[match.start("turn") : tail.start() if tail else end].split()).rstrip(", ")
    later = re.sub(r"^(?:and|but|only to)\s+", "", later, flags=re.I)
    piece = sentence.evidence(report)
    return Change(
        id=content_id("change", who.entity or who.name, "first and later", report.id, match.start(), end),
        who=who,
        question=f"Has {who.name} changed position?",
        earlier=Position(None, earlier, (piece,)),
        later=Position(None, later, (piece,)),
        score=_SCORE,
        reasons=(f"The report says itself what {who.name} said at first, and what later.",),
        status=Status.SUGGESTED,
    )


def _speaker(pile: Pile, report: Report, sentence: Sentence, at: int) -> Who | None:
    """The one named right before, or in the report's words ("the government")."""
    found = _WHO.search(report.text, sentence.start, at)
    if found is None:
        return None
    start, end = found.span("who")
    named = pile.named_in(report.id, Span.of(report.text, start, end))
    acting = [entity for entity in named if entity.kind is not EntityKind.PLACE]
    if acting:
        return Who(acting[-1].id, acting[-1].name)
    words = found["who"]
    return Who(None, f"the {words[4:]}") if words.lower().startswith("the ") else None
