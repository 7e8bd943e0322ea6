"""Short answers: a sentence that only says that what was told right before it is not so.

"The captain said the cutter had rammed his ship. The coast guard denies this." "Not so, says the union." "His lawyer
called it a plain lie." Such a sentence has no words of its own for what it denies, so that its statement, where it is
one at all, has no content to compare. What it answers is the last thing that somebody else says before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.charges import shortened
from counterclaim.link.compare.denials.parties import PRONOUNS, named_body, party_of
from counterclaim.link.compare.denials.records import RULING
from counterclaim.link.compare.denials.spans import sentence_end, sentence_start, shown
from counterclaim.link.compare.denials.words import TOLD, TOLD_NOUN, UNTRUE
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.whole_questions import ask_by_verb, ask_whether, doers_named
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.sought import Sought
from counterclaim.records import Act, Claim, Manner, Modality, Polarity, Slot, Span, Statement, Verdict, Who

#: What is told in so many words, by whoever is named for it, is surer than what only an outlet tells.
_SCORE, _OUTLETS = 0.8, 0.6
_WHO = (
    r"(?P<who>(?!(?:and|but|or|that|which|who|is|are|was|were|has|had|have|no|not)\b)"
    r"[\w’'][\w’'.-]*(?:,? [\w’'(][\w’'.)-]*){0,9}?),?"
)
_ADVERBS = r"(?: (?:has|have|had|also|all|both|since|later|flatly|repeatedly|\w+ly))*"
_DENIES = r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:e|es|ed)|dismiss(?:es|ed)?|contest(?:s|ed)|refut(?:e|es|ed))"
_IT = (
    rf"(?:this|that|it|both|(?:the|this|that|these|those|such|(?:his|her|its|their)) (?:\w+ )?"
    rf"(?:{TOLD}|version|story|figures?|tale))"
)
_LIE = rf"(?:{UNTRUE}|lie|fictions?|falsehoods?|fantas(?:y|ies)|slander|invention|fabrication|fairy tale|myth)"
_END = r"(?=[.,;:–—\"”]| (?:and|as|in|on|but|saying|calling|insisting|yesterday)\b|$)"
#: "No such meeting", "nothing of the kind", "it never happened": what was told last.
_NONE_SUCH = (
    r"(?:no such (?!thing as)\w+|nothing of the (?:kind|sort)|(?:it|this|that) (?:had )?(?:never|did not|had not) "
    r"(?:happen(?:ed)?|t[oa]ken? place|occur(?:red)?))"
)
#: How a sentence denies what stands before it.
_SENTENCES = tuple(
    Sought(rf"^[\"“]?{pattern}", re.I)
    for pattern in (
        rf"{_WHO}{_ADVERBS} {_DENIES} {_IT}{_END}",
        # "orders came from the ministry": "the ministry denies having given any"
        rf"{_WHO}{_ADVERBS} den(?:y|ies|ied) (?:ever )?(?:having (?:ever )?\w+|\w+ing) "
        rf"(?:any|so|it|that|this|them|one){_END}",
        rf"{_WHO}{_ADVERBS} (?:call|describ|dismiss|brand|label)(?:s|es|ed|led)? {_IT} (?:as )?[\"“]?"
        rf"(?:an? )?(?:\w+ ){{0,2}}?{_LIE}\b",
        rf"(?:not so|untrue|not true|nonsense|on the contrary),? (?:says?|said|insist(?:s|ed)|repli(?:es|ed)) "
        rf"{_WHO}(?=[.:;,–—])",
        rf"{_WHO}{_ADVERBS} (?:says?|said|insist(?:s|ed)?|maintain(?:s|ed)?) (?:the (?:exact )?(?:opposite|contrary|"
        rf"reverse)|otherwise|(?:that )?{_IT} (?:is|was|were|are) (?:\w+ly )?(?:not so|{UNTRUE})){_END}",
        rf"{_WHO}{_ADVERBS} (?:says?|said|insist(?:s|ed)?|maintain(?:s|ed)?)(?: that)? "
        rf"(?:[\w’']+ ){{0,4}}?{_NONE_SUCH}",
        rf"(?:there (?:is|was|were|has been|had been) )?{_NONE_SUCH}[^.\"”]{{0,40}}?,?[\"”]? (?:says?|said) "
        rf"{_WHO}(?=[.:;,–—])",
    )
)
#: "We aren't going to deny it": nothing is denied.
_WITHHELD = re.compile(r"(?:\b(?:to|not|never|can|could|will|would)|n['’]t)$", re.I)
#: The same behind what it denies, in one sentence.
_ASIDE = Sought(
    rf",? (?:an? (?:{TOLD}|version|account)|something|which)(?: that| which)? {_WHO}{_ADVERBS} (?!contests){_DENIES}"
    r"(?=[.,;]|$)",
    re.I,
)
#: What is only asked, wished or planned is not said to be so.
_SAID = frozenset({Act.ASSERT, Act.CONFIRM, Act.EXPRESS, Act.ACCUSE})
_TOLD_SO = frozenset({Modality.FACT, Modality.HYPOTHESIS})
#: Not that it was said is denied, but what was said.
_SAYING = frozenset(
    "say tell claim accuse blame allege report charge suggest announce state insist warn complain declare add".split()
)
#: What is told by the way is not what is denied: "of using tricks as it brought in millions", "(which wins prizes)".
_BY_THE_WAY = re.compile(r"\b(?:as|while|though|although|whereas|which|who|whose|where)\b(?! (?:to|if|for)\b)", re.I)
_ASIDES = re.compile(r"(--|—|–|\().*?(?:\1|\))")
#: The words that deny are no longer than a short sentence, in characters.
_BRIEF = 260
_ANY = re.compile(r"\bany\W*$", re.I)
#: "There is no doubt about it" only stresses what was told before.
_NO_DOUBT = re.compile(r"\bthere (?:is|was|can be|could be) no (?:doubt|question)\b", re.I)
#: A question that only quotes is asked where no other can be.
_QUOTED = "Is it so that"


@dataclass(frozen=True, slots=True)
class _Brief:
    """A short denial: its words, who denies, and the stretch in which what it denies stands."""

    words: Span
    who: Span
    before: Span


def compare_brief(pile: Pile, _tellings: Tellings) -> Iterator[Finding]:
    """Set each short denial against what somebody else says right before it."""
    for report in pile.reports:
        for brief in _briefs(pile, report):
            yield from _answered(pile, report, brief)


def _briefs(pile: Pile, report: str) -> Iterator[_Brief]:
    text = pile.reports[report].text
    at = 0
    while at < len(text):
        end = min(len(text), sentence_end(text, at) + 1)
        sentence = text[at:end].strip()
        start = text.find(sentence, at)
        found = next((m for p in _SENTENCES if (m := p.match(sentence[:_BRIEF]))), None)
        found = None if found and _WITHHELD.search(found["who"]) else found
        aside = None if found else _ASIDE.search(sentence)
        if found and at > 0:
            first, last = sentence_start(text, max(0, start - 3)), start
            if _NO_DOUBT.search(text, first, last):
                first, last = sentence_start(text, max(0, first - 3)), first
            yield _Brief(Span.of(text, start, end), _who(text, start, found), Span.of(text, first, last))
        elif aside and aside.start() > 0:
            words = Span.of(text, start + aside.start(), start + aside.end())
            yield _Brief(words, _who(text, start, aside), Span.of(text, start, start + aside.start()))
        at = end


def _who(text: str, at: int, match: re.Match[str]) -> Span:
    return Span.of(text, at + match.start("who"), at + match.end("who"))


def _answered(pile: Pile, report: str, brief: _Brief) -> Iterator[Finding]:
    """What a short denial is set against, as far as it is a plain telling of somebody else's."""
    denier = _denier(pile, report, brief)
    if denier is None or party_of(pile, report, [denier]).heads & RULING:
        return
    told = [
        (claim, pile.statements[claim.statement])
        for claim in pile.annotations[report].claims
        if brief.before.covers(claim.trigger)
        and claim.polarity is Polarity.POSITIVE
        and claim.modality in _TOLD_SO
        and claim.predicate not in _SAYING
        and pile.statements[claim.statement].act in _SAID
    ]
    told = [(claim, said) for claim, said in told if not _by_the_way(pile, claim, said)]
    told = [(c, s) for c, s in told if pile.key(denier) not in {pile.key(who) for who in s.sources}]
    # Whoever is quoted, rather than the outlet that quotes; of several the one who speaks last, by what he begins with.
    last = -1 if _ANY.search(brief.words.text) else 1  # "having given any": of what was spoken of last
    told.sort(
        key=lambda one: (pile.outlet_says(one[1]), -one[1].content[0].start, last * one[0].trigger.start, one[0].id)
    )
    asked = [(claim, said, question) for claim, said in told if (question := _asked(pile, claim, said))]
    for claim, said, question in sorted(asked, key=lambda one: (pile.outlet_says(one[1]), one[2].startswith(_QUOTED))):
        # An outlet that tells a thing brings no accusation.
        of_words = TOLD_NOUN.search(brief.words.text) or TOLD_NOUN.fullmatch(brief.before.text.rpartition(" ")[2])
        if not (pile.outlet_says(said) and of_words):
            yield _finding(pile, (claim, said), brief, denier, question)
            return


def _by_the_way(pile: Pile, claim: Claim, said: Statement) -> bool:
    """Whether a claim stands in a clause beside the one that somebody's words are about."""
    words = pile.reports[claim.report].text[said.content[0].start : claim.trigger.start]
    return bool(_BY_THE_WAY.search(_ASIDES.sub("", words)))


def _asked(pile: Pile, claim: Claim, said: Statement) -> str:
    """The question whether it is so; of what somebody is accused of also where its verb is a participle."""
    charged = said.act is Act.ACCUSE and ask_by_verb(pile, claim, doers_named(pile, claim), given=True)
    return charged or ask_whether(pile, claim)


def _denier(pile: Pile, report: str, brief: _Brief) -> Who | None:
    """Who denies; None where a pronoun stands for nobody known."""
    named = named_body(pile, report, brief.who)
    if named is not None:
        return named
    if any(brief.who.covers(claim.trigger) and claim.agent for claim in pile.annotations[report].claims):
        return None  # "which allow voters to take part in either contest": a clause is nobody
    if brief.who.text.lower() in PRONOUNS:
        here = [s for s in pile.annotations[report].statements if s.cue and brief.words.covers(s.cue)]
        return next((who for s in here for who in s.sources if pile.entity(who) is not None), None)
    return Who(None, brief.who.text, brief.who)


def _finding(pile: Pile, told: tuple[Claim, Statement], brief: _Brief, denier: Who, question: str) -> Finding:
    claim, statement = told
    outlets = statement.manner is Manner.NARRATION
    yes = pile.evidence(claim.report, shown(pile, statement, claim.spans[0]))
    no = pile.evidence(claim.report, brief.words)
    own = _statement_at(pile, claim.report, brief.words)
    voice = " and ".join(who.name for who in pile.holders(statement)) or "A source"
    reasons = [
        f"{denier.name} says that it is not so: “{shortened(no.text)}”.",
        f"{voice} says right before it: “{shortened(yes.text)}”.",
    ]
    score = _OUTLETS if outlets else _SCORE
    return Finding(
        judge("compare", sorted([own.id, claim.id]), Verdict.CONFLICT, score, reasons, [no, yes], Slot.POLARITY),
        question,
        Answer(own.id, own.id, "no", no, (denier,)),
        Answer(claim.id, claim.statement, "yes", yes),
    )


def _statement_at(pile: Pile, report: str, words: Span) -> Statement:
    """The statement that some words of a report are part of, the innermost first."""
    return min(
        (s for s in pile.annotations[report].statements),
        key=lambda s: (
            not any(piece.overlaps(words) for piece in s.content),
            sum(len(piece.text) for piece in s.content),
            abs(s.content[0].start - words.start),
            s.id,
        ),
    )
