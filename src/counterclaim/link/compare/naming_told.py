"""Names that take sides for one act of a story: an evacuation or a deportation, a clash of tribes or a genocide.

Of one story only the first such pair of two voices is shown for each act: what the difference is, not how often.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.sayings import CEILING, told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.compare.wording import pattern, wording
from counterclaim.link.incidents.likeness import Likeness
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Slot, Span, Statement, Verdict

_ACTS = [
    (pair["act"], Slot(pair.get("slot", "naming")), pattern(pair["one"]), pattern(pair["other"]))
    for pair in wording("names")["told"]
]
#: Words by which somebody gives a name.
_NAMES = pattern(
    [
        "call(?:s|ed|ing)?",
        "describ(?:es?|ed|ing)",
        "term(?:s|ed)",
        "what \\w+ calls?",
        "amount(?:s|ed) to",
        "the word",
        "so-called",
    ]
)
#: Without such words two names are of two acts more often than of one: 2 of 9 that readers saw were right.
_MARKS = tuple("\"“”‘’'«»")
#: "Evacuated" and "evacuation" are one name: words are told apart by so many letters.
_STEM = 6
_NEAR, _ALIKE, _LIKELY, _SCORE = 1500, 0.1, 0.3, CEILING - 0.1


@dataclass(frozen=True, slots=True)
class _Named:
    told: Statement
    record: str
    end: int
    name: str
    plain: bool
    telling: Telling
    shown: Span


def compare_names(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare what one act is called, in one report and in two of one story."""
    likeness = Likeness.of(pile, tellings)
    for act, slot, one, other in _ACTS:
        found = {
            report: [n for end, names in ((0, one), (1, other)) for n in _named(pile, tellings, report, end, names)]
            for report in pile.annotations
        }
        for here in found.values():
            pairs = ((a, b) for a, b in combinations(here, 2) if abs(a.shown.start - b.shown.start) <= _NEAR)
            first = next((pair for pair in pairs if _rivals(pile, *pair) and (pair[0].plain or pair[1].plain)), None)
            if first is not None:
                yield _finding(pile, act, slot, *first, "One report gives both.")
        for left, right in tellings.stories.pairs():
            pile.look()
            alike = tellings.stories.alike(left, right)
            if pile.origins[left] == pile.origins[right] or alike < _ALIKE or not found[left] or not found[right]:
                continue
            for a, b in ((a, b) for a in found[left] for b in found[right]):
                chance = likeness.chance_of(likeness.signs(a.telling, b.telling))
                if _rivals(pile, a, b) and (a.plain or b.plain) and chance >= _LIKELY:
                    yield _finding(
                        pile, act, slot, a, b, f"The two reports tell one story (likeness {alike:.2f} of 1)."
                    )
                    break


def _named(pile: Pile, tellings: Tellings, report: str, end: int, names: Sought) -> Iterator[_Named]:
    text, found = pile.reports[report].text, pile.annotations[report]
    for match in names.finditer(text):
        told = told_by(found.statements, match.start(), match.end())
        if told is None:
            continue
        sentence = sentence_at(text, match.start(), match.end())
        near = [c for c in found.claims if c.statement == told.id and sentence.covers(c.trigger)]
        record = min(near, key=lambda c: (abs(c.trigger.start - match.start()), c.id)).id if near else told.id
        shown = words_of(told, sentence, match.start(), text)
        plain = bool(_NAMES.search(sentence.text)) or _quoted(text, match.start(), match.end())
        telling = tellings.at(report, match.start(), match.end())
        yield _Named(told, record, end, " ".join(match.group().lower().split()), plain, telling, shown)


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether the name itself stands in quotation marks ("so-called" in one sign)."""
    return text[max(0, start - 1) : start] in _MARKS and text[end : end + 1] in _MARKS


def _rivals(pile: Pile, left: _Named, right: _Named) -> bool:
    if left.end == right.end or left.record == right.record or left.told.id == right.told.id:
        return False
    return pile.holder_key(left.told) != pile.holder_key(right.told)


def _finding(pile: Pile, act: str, slot: Slot, left: _Named, right: _Named, why: str) -> Finding:
    evidence = [pile.evidence(named.told.report, named.shown) for named in (left, right)]
    first = f"Of {act} one says “{left.name}”, the other “{right.name}”; which name fits is not judged here."
    return Finding(
        judge("compare", (left.record, right.record), Verdict.CONFLICT, _SCORE, [first, why], evidence, slot),
        f"What {'was' if slot is Slot.QUALITY else 'is'} {act} {'like' if slot is Slot.QUALITY else 'called'}: "
        f"“{left.name}” or “{right.name}”?",
        *(
            Answer(named.record, named.told.id, f"“{named.name}”", shown, sort=f"{act} {named.name[:_STEM]}")
            for named, shown in zip((left, right), evidence, strict=True)
        ),
    )
