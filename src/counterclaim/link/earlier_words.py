"""Changes of position that one report tells of: what somebody had said before, beside what the same one says now.

Reports put an earlier word beside a later one because the two differ: "X, who had ruled out a truce, said on Monday
that …". The earlier one is known by its tense or its day; that they differ by a negation in one of them alone, by words
that undo each other, or by words of turning round. What is said again, or added to the same occasion, is no change.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.origins.sentences import sentences_of
from counterclaim.link.pile import Pile
from counterclaim.records import (
    Act,
    Change,
    EntityKind,
    Evidence,
    Manner,
    PassageKind,
    Position,
    Report,
    Span,
    Statement,
    Status,
    Who,
    content_id,
)
from counterclaim.records.timex import date_span

#: How far from the end of one word of a speaker the next one may begin, in characters.
_NEXT, _FEW = 250, 60
#: Another report gives the same word if this share of its words of weight is in both.
_SAME = 0.5
#: Fewer words than this say nothing that one could go back on.
_SAYS_LITTLE = 3
#: The word of a wider time than this, in days, is no word of a day; what lies further back is another matter.
_WIDE, _FAR = 31, 400
#: A cue, or what stands right before it, that says that it was before. "Had no idea" says nothing.
_HAD = re.compile(
    r"^(?:\w+ )?had (?!no\b|an?\b|the\b|been\b|to\b)(?:\w+ )?\w+|\b(?:earlier|previously|initially|originally|at first"
    r"|once|formerly)\b",
    re.I,
)
_AHEAD = re.compile(r"\b(?:had|earlier|previously|initially|originally|at first|once|formerly)\s*$", re.I)
_BEFORE = 16
#: Cues that go on with what was said on the same occasion.
_GOES_ON = re.compile(r"(?:add|continu|stress|explain|conclud|went on|underlin|emphasi)\w*|\w+ing\b|:", re.I)
_AGAIN = re.compile(r"\b(?:again|repeat\w*|reiterat\w*|reaffirm\w*|also|still|likewise|maintain\w*)\b", re.I)
_NOT = re.compile(
    r"\b(?:not|never|no|none|nothing|nobody|neither|nor|cannot|without|unfounded|baseless|untrue"
    r"|fabricat\w+|(?:wo|ca|do|did|does|is|are|was|were|would|could|should|has|have|had)nt)\b|n['’]t\b",
    re.I,
)
#: Verbs of saying no, which a negation turns round.
_DENIES = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ials?)|reject\w*|refus\w*|rul(?:ed?|es|ing) out|dismiss\w*|oppos\w+|exclud\w+"
    r"|declin\w*)\b",
    re.I,
)
#: A denial is of what others say, unless it speaks of the same as the earlier word.
_DENIAL = re.compile(r"(?:den(?:y|ie[sd]|ying)|reject\w*|dismiss\w*|there (?:is|was|are|were|ha[sd] been) no)\b", re.I)
#: Negations of no weight for what is said.
_NO_MATTER = re.compile(
    r"\b(?:with(?:out)?|no) (?:any )?(?:pre-?)?conditions?\b"
    r"|\bno (?:doubt|longer than|later than|less|fewer|more than)\b"
    r"|\bnot (?:only|just|yet clear)\b|\bdeclin\w+ (?:to )?comment\w*|\bno comment\b|\bwithout (?:giving|naming|saying|"
    r"elaborating|further)\b|\bnot (?:\w+ )?un\w+"
    r"|\b(?:not|n['’]t|unable to|cannot) (?:\w+ )?(?:determine|say|confirm|verify|know|tell|establish)\b",
    re.I,
)
#: "What will happen if we do not win" says no to nothing.
_IF_NOT = re.compile(r"\b(?:if|unless)\b[^,]*", re.I)
#: What follows is another clause, which may say no to another thing.
_CLAUSE = re.compile(r";|, (?:and|but|which|who|as|because|since)\b")
#: Words that undo each other, where both sides are told without a negation.
_UNDONE = tuple(
    (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I))
    for one, other in (
        (
            r"stop\w*|halt\w*|ceas\w+|end(?:ed|s)?|suspend\w*",
            r"continu\w+|go(?:es)? on|went on|resum\w+|keep (?:on|up)",
        ),
        (r"leav\w+|left|withdr[ae]w\w*|pull\w* (?:out|back)|hand\w* over", r"stay\w*|remain\w*|hold on|keep\w*"),
        (r"accept\w*|agre\w+|welcom\w+|support\w*|ready|willing", r"oppos\w+|reject\w*|unacceptable|against|useless"),
        (r"trust\w*|reliable|honest", r"agenda|bias\w*|distrust\w*|partial|spy|liar"),
        (r"accident\w*|mistake\w*|error\w*", r"deliberate\w*|intention\w*|target\w* on purpose|unfounded|legitimate"),
        (r"confirm\w*|proven|proof|certain", r"doubt\w*|unlikely|unclear|unconfirmed"),
    )
)
_TURNED = re.compile(
    r"\b(?:no longer|after all|indeed|in fact|the opposite|instead|any ?more|changed (?:his|her|its|their) mind"
    r"|admit\w*|acknowledg\w*|conced\w*|backtrack\w*|revers\w+|retract\w*)\b",
    re.I,
)
#: A report's own words for somebody's turning round.
#: Run as it is: each report is looked at once, and finding out how its words begin takes twice as long.
_TURNS = re.compile(
    r"\b(?:(?:revers|chang|shift|soften)(?:ed|es|ing) (?:its|his|her|their) (?:position|stance|mind|tune|tone"
    r"|line|decision)|backtrack(?:ed|s|ing)|ma(?:de|kes|king) an? (?:abrupt )?(?:u-turn|about-face|volte-face)"
    r"|(?:retract|withdr[ae]w|dropp?|abandon|lift)(?:ed|s|n|ing)? (?:its|his|her|their) (?:earlier |former )?"
    r"(?:statement|claim|demand|threat|offer|objections?|condition|opposition|accusation|denial|refusal|veto)s?"
    r"|t(?:ook|akes?|aken|aking) (?:it|that|this|the \w+|its \w+|his \w+) back|went back on (?:its|his|her|their) word"
    r"|no longer (?:insist|demand|rul|den|reject|oppos|refus|exclud)\w*)",
    re.I,
)
#: "If he changes his mind", "would not rule out shifting": nobody has. Looked for so far before, in characters.
_MAYBE = re.compile(
    r"\b(?:if|whether|unless|would|could|might|should|may|never|nobody|no one|likely|to|out|of)\b", re.I
)
_CLOSE = 30
_PRONOUN = frozenset({"he", "she", "it", "they"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONG = 120
#: What is told with its tense is surer than what only has two days, and this surer than a report's own word.
_SCORES = {"had": 0.65, "days": 0.55, "turned": 0.5}


@dataclass(frozen=True)
class _Word:
    """What somebody says in a report, whose text is `text`. Most words stand beside no other of their speaker, and of
    these no more is asked: what they are made of is read when it is."""

    statement: Statement
    speaker: Who
    key: str
    text: str
    start: int
    end: int

    @functools.cached_property
    def words(self) -> str:
        """What is said, with its cue where that says no."""
        return _joined(self.text, self.statement)

    @functools.cached_property
    def had(self) -> bool:
        """Whether it is told as of before."""
        cue = self.statement.cue
        ahead = self.text[max(0, cue.start - _BEFORE) : cue.start] if cue else ""
        ahead = re.split(r"[.;\n]", ahead)[-1]
        return bool(cue and (_HAD.search(cue.text) or _AHEAD.search(ahead)))

    @functools.cached_property
    def said(self) -> tuple[date, date] | None:
        """The days on which it may have been said."""
        return date_span(self.statement.said) if self.statement.said else None

    @property
    def negative(self) -> bool:
        """Whether its first clause says no; "would not deny" does not."""
        words = _IF_NOT.sub(" ", _NO_MATTER.sub(" ", _CLAUSE.split(self.words)[0]))
        return bool(_NOT.search(words)) != bool(_DENIES.search(words))


def earlier_words(pile: Pile) -> Iterator[Change]:
    """The changes of position that single reports tell of, in the order of reports."""
    on_day: dict[tuple[str, date], list[_Word]] = defaultdict(list)
    told = {report: list(_words(pile, report)) for report in pile.annotations}
    for words in told.values():
        for word in words:
            if word.said and word.said[0] == word.said[1]:
                on_day[word.key, word.said[0]].append(word)
    for report, words in told.items():
        for n, left in enumerate(words):
            for right in words[n + 1 :]:
                if right.start - left.end > _NEXT:
                    break
                if right.key == left.key:
                    change = _change(pile, left, right, on_day)
                    if change is not None:
                        yield change
                    break  # what is said after that is set beside that
        yield from _turned(pile, report)


def _words(pile: Pile, report: str) -> Iterator[_Word]:
    """What is said in a report by one whom it names, in order. "He" is whoever said the word before."""
    before: tuple[str, Who, int] | None = None
    source = pile.reports[report]
    text = source.text
    for statement in sorted(pile.annotations[report].statements, key=lambda s: (s.content[0].start, s.id)):
        if statement.manner is Manner.NARRATION or len(statement.sources) != 1 or _in_head(source, statement):
            continue
        (who,) = statement.sources
        entity = pile.entity(who)
        if entity is not None and entity.kind is not EntityKind.PLACE:
            key = entity.id
        elif who.name.lower() in _PRONOUN and before is not None and statement.content[0].start - before[2] <= _NEXT:
            key, who = before[:2]
        else:
            key = f"{report} {' '.join(who.name.lower().split())}"
        before = key, who, statement.content[-1].end
        cue = statement.cue
        pieces = [*statement.content, *([cue] if cue else [])]
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
        yield _Word(statement, who, key, text, start, end)


def _joined(text: str, statement: Statement) -> str:
    """What is said, with its cue where that says no; what stands in another sentence is another clause."""
    cue = statement.cue
    words = re.sub(r"^(?:\w+ )?had ", "", cue.text) + " " if cue and _DENIES.search(cue.text) else ""
    end = statement.content[0].start
    for piece in statement.content:
        words += ("; " if re.search(r"[.?!]", text[end : piece.start]) else " ") + piece.text
        end = piece.end
    return " ".join(words.split())


def _in_head(report: Report, statement: Statement) -> bool:
    """Whether it stands in a headline, which is no word of its own."""
    at = statement.content[0].start
    return any(p.start <= at < p.end for p in report.passages if p.kind in {PassageKind.HEADLINE, PassageKind.HEADING})


def _change(pile: Pile, left: _Word, right: _Word, on_day: Mapping[tuple[str, date], Sequence[_Word]]) -> Change | None:
    """The change that two words of one speaker, one right after the other in a report, tell of."""
    order = _in_time(left, right)
    if order is None:
        return None
    earlier, later, kind = order
    cue = later.statement.cue
    first = earlier.statement.cue
    if _AGAIN.search(later.words) or (cue and (_AGAIN.search(cue.text) or _GOES_ON.match(cue.text))):
        return None
    if (first and _GOES_ON.match(first.text)) or earlier.statement.act is Act.EXPRESS:
        return None
    if min(len(word.words.split()) for word in (earlier, later)) < _SAYS_LITTLE or earlier.key in _PRONOUN:
        return None
    side_by_side = kind == "had" or _near(pile, left, right)
    if earlier.negative == later.negative and not (side_by_side and _undone(earlier, later)):
        return None
    if earlier.negative == later.negative and not (_near(pile, left, right) or _share(pile, earlier, later)):
        return None
    if not side_by_side:
        return None  # of 45 such over 840 American reports not one was a change
    if later.negative and _DENIAL.match(later.words) and not _share(pile, earlier, later):
        return None
    elsewhere = [
        word
        for word in (on_day.get((later.key, earlier.said[0]), ()) if earlier.said else ())
        if word.statement.report != earlier.statement.report and word.negative == earlier.negative
        if _share(pile, earlier, word, _SAME)
    ]
    return _made(pile, (earlier, later), elsewhere, kind)


def _in_time(left: _Word, right: _Word) -> tuple[_Word, _Word, str] | None:
    """The earlier and the later of two, and how that is known; None where it is not."""
    if left.had != right.had:
        return (left, right, "had") if left.had else (right, left, "had")
    if left.said is None or right.said is None:
        return None
    for earlier, later in ((left, right), (right, left)):
        first, last = earlier.said, later.said
        if not first or not last or first[1] >= last[0] or earlier.statement.said_from != "text":
            continue
        if (first[1] - first[0]).days <= _WIDE and (last[0] - first[1]).days <= _FAR:
            return earlier, later, "days"
    return None


def _undone(earlier: _Word, later: _Word) -> bool:
    """Whether two words undo each other without a no, or the later one is of turning round."""
    for pair in _UNDONE:
        for one, other in (pair, pair[::-1]):
            if one.search(earlier.words) and other.search(later.words):
                return True
    return bool(_TURNED.search(later.words))


def _near(pile: Pile, left: _Word, right: _Word) -> bool:
    """Whether only a few words stand between two that both have their day, or a word of contrast among them."""
    between = pile.reports[left.statement.report].text[left.end : right.start]
    dated = all(word.statement.said_from == "text" for word in (left, right))
    contrast = re.search(r"[;]|\b(?:but|now|yet|then|while|later|asked again|however)\b", between, re.I)
    return len(between) <= _FEW and (dated or bool(contrast))


def _share(pile: Pile, left: _Word, right: _Word, least: float = 0.0) -> bool:
    """Whether two words speak of the same: a noun or name in common, but for the speaker's, and at least this share of
    all of them."""
    own = {word.lower() for word in _WORD.findall(pile.resolved(left.speaker).name)}
    one, other = ({w.lower().rstrip("s") for w in _WORD.findall(word.words)} for word in (left, right))
    one, other = one - own - _COMMON, other - own - _COMMON
    return bool(one & other) and len(one & other) >= least * min(len(one), len(other))


_COMMON = frozenset(
    "that this with from will would have been were they them their there which what when where than then also "
    "says could should must might about after before over under into more most very some such only other ever".split()
)


def _made(pile: Pile, words: tuple[_Word, _Word], elsewhere: Sequence[_Word], kind: str) -> Change:
    earlier, later = words
    who = pile.resolved(later.speaker)
    who = who if who.entity else pile.resolved(earlier.speaker)
    first = earlier.statement
    id_ = content_id("change", who.entity or who.name, "told before", first.report, earlier.start, earlier.end)
    date_ = earlier.statement.said if earlier.statement.said_from == "text" or kind == "days" else None
    name = pile.resolved(who).name
    tense = f"The report gives the earlier words as what {name} had said before."
    return Change(
        id=id_,
        who=pile.resolved(who),
        question=f"Does {name} still say: “{_cut(earlier.words)}”?",
        earlier=Position(date_, _cut(earlier.words), tuple(_piece(pile, word) for word in (earlier, *elsewhere))),
        later=Position(later.statement.said, _cut(later.words), (_piece(pile, later),)),
        score=_SCORES[kind],
        reasons=(
            tense if kind == "had" else f"{name} said the one on {earlier.statement.said} and the other later.",
            "One of the two says no to what the other says, or undoes it.",
        ),
        status=Status.SUGGESTED,
    )


def _piece(pile: Pile, word: _Word) -> Evidence:
    return pile.evidence(word.statement.report, pile.in_full(word.statement))


def _cut(words: str) -> str:
    words = " ".join(words.split()).strip('"“” ,')
    return words if len(words) <= _LONG else words[: words.rfind(" ", 0, _LONG)] + " …"


def _turned(pile: Pile, report: str) -> Iterator[Change]:
    """Where the report says itself that somebody changed position."""
    source = pile.reports[report]
    if _TURNS.search(source.text) is None:  # cutting all reports into sentences takes longer than the rest of this
        return
    for sentence in sentences_of(source):
        match = _TURNS.search(source.text, sentence.start, sentence.end)
        ahead = source.text[max(sentence.start, match.start() - _CLOSE) : match.start()] if match else ""
        if match is None or _NOT.search(ahead[-12:]) or _MAYBE.search(ahead):
            continue
        before = Span.of(source.text, sentence.start, match.start()) if match.start() > sentence.start else None
        named = [e for e in pile.named_in(report, before) if e.kind is not EntityKind.PLACE] if before else []
        if not named:
            continue
        entity, piece = named[-1], sentence.evidence(source)
        yield Change(
            id=content_id("change", entity.id, "turned", report, match.start(), match.end()),
            who=Who(entity.id, entity.name),
            question=f"Has {entity.name} changed position?",
            earlier=Position(None, "another position", (piece,)),
            later=Position(source.published, match.group(), (piece,)),
            score=_SCORES["turned"],
            reasons=(f"The report says itself of {entity.name}: “{match.group()}”.",),
            status=Status.SUGGESTED,
        )
